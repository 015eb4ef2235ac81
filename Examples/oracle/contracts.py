"""What contracts cost and when they count: price tiers, projects that unlock capabilities, clusters."""
import math
from collections import defaultdict

from cells import number


def price(layout, c):
    """What a period's commitment costs, as an expression."""
    case, p, cap = layout.case, layout.program, layout.case.capabilities[c]
    whole = case.settings.get("price_tiers") == "all_units"
    steps = sorted((number(row["from_volume"]), number(row["unit_cost"])) for row in case.tables["price_tiers"]
                   if (row["site"], row["item"]) == c[:2])
    steps = [step for step in steps if step[0] < cap.capacity or whole and step[0] == cap.capacity]
    if not steps:
        return {layout.commit[c]: cap.unit_cost}
    starts, costs = [0.0] + [start for start, _ in steps], [cap.unit_cost] + [cost for _, cost in steps]
    ends = starts[1:] + [cap.capacity]
    volumes, chosen = [p.variable() for _ in starts], [p.binary() for _ in starts]
    p.equal({layout.commit[c]: 1, **{x: -1 for x in volumes}}, 0)
    if whole:
        p.equal({layout.primary[c]: -1, **{y: 1 for y in chosen}}, 0)
    for j, (x, y, start, end) in enumerate(zip(volumes, chosen, starts, ends)):
        p.at_most({x: 1, y: -end if whole else start - end}, 0)
        if whole:
            p.at_least({x: 1, y: -start}, 0)
        elif j + 1 < len(starts):
            # A band is used only where the one below is full.
            p.at_least({x: 1, chosen[j + 1]: start - end}, 0)
    return dict(zip(volumes, costs))


def greatest_price(case, c):
    """No commitment costs more."""
    cap = case.capabilities[c]
    costs = [number(row["unit_cost"]) for row in case.tables["price_tiers"] if (row["site"], row["item"]) == c[:2]]
    return cap.capacity * max([cap.unit_cost, *costs])


class Projects:
    """The projects of a case: what each costs, what it unlocks and from when."""

    def __init__(self, layout):
        self.layout, self.case, p = layout, layout.case, layout.program
        rows = defaultdict(list)
        for row in self.case.tables["projects"]:
            rows[row["project"]].append(row)
        self.develop = {name: p.binary() for name in rows}
        self.days = {name: number(found[0]["days"]) for name, found in rows.items()}
        self.costs = {name: self.cost(found) for name, found in rows.items()}
        self.unlocking = defaultdict(list)
        for name, found in rows.items():
            layout.fixed_cost[self.develop[name]] += self.costs[name]
            for row in found:
                self.unlocking[row["site"], row["item"], row.get("recipe") or ""].append(name)
        for c, names in self.unlocking.items():
            chosen = {self.develop[name]: 1 for name in names}
            p.at_most(chosen, 1)
            p.at_most({layout.primary[c]: 1, layout.backup[c]: 1, **{v: -1 for v in chosen}}, 0)

    def cost(self, rows):
        """The part of the case: aligned partners bear as much each."""
        homes = {self.case.sites[row["site"]].region for row in rows}
        least = number(self.case.settings.get("project_alignment"), 0.5)
        named = {name.strip() for name in (rows[0].get("partners") or "").split(";")} - {""}
        sharing = [r for r in named if all(self.case.alignment(home, r) >= least for home in homes)]
        return number(rows[0]["cost"]) / (1 + len(sharing))

    def part(self, name, period):
        """The part of a period in which what a project unlocks can be used."""
        if self.case.periods == 1:
            return max(0.0, 1 - self.days[name] / self.case.period_days)
        return float(period >= math.ceil(self.days[name] / self.case.period_days))

    def counted(self, c, amount, most):
        """For each period what of an amount of a capability counts, as an expression; `most` is the most that it can be."""
        p, names = self.layout.program, self.unlocking.get(c)
        if not names:
            return [amount] * self.case.periods
        by = {name: p.variable() for name in names}
        p.equal({**{x: 1 for x in by.values()}, **{x: -v for x, v in amount.items()}}, 0)
        for name, x in by.items():
            p.at_most({x: 1, self.develop[name]: -most}, 0)
        return [{x: self.part(name, t) for name, x in by.items() if self.part(name, t)} for t in range(self.case.periods)]


def add_clusters(layout):
    """Of the steps of a region one counts, which so many sites with a qualified source reach."""
    case, p, steps = layout.case, layout.program, defaultdict(list)
    for row in case.tables["clusters"]:
        steps[row["region"]].append((float(row["min_sites"]), number(row["saving"])))
    for region, found in steps.items():
        sites = []
        for i, site in case.sites.items():
            qualified = {v[c]: -1.0 for c in case.capabilities if c[0] == i for v in (layout.primary, layout.backup)}
            if region in case.chain(site.region) and qualified:
                sites.append(p.variable(1.0))
                p.at_most({sites[-1]: 1, **qualified}, 0)
        reached = [p.binary() for _ in found]
        p.at_most({z: 1 for z in reached}, 1)
        for z, (least, saving) in zip(reached, found):
            p.at_least({**{n: 1 for n in sites}, z: -least}, 0)
            layout.fixed_cost[z] -= saving
