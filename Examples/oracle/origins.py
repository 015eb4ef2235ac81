"""Preferential rates: what originates in a territory, and what it saves at its borders."""
from collections import defaultdict

from cells import number


def territories(case):
    """(regions, content) -> the rows of `duties` that ask for that content there."""
    out = defaultdict(list)
    for row in case.tables["duties"]:
        if number(row.get("requires_content")) is not None:
            regions = frozenset(r for r in case.parent for end in (row["origin"], row["destination"])
                                if end in case.chain(r) or end in case.blocs(r))
            out[regions, number(row["requires_content"])].append(row)
    return out


def add_origins_of_goods(layout, s, cost, make, surge, ship, hold):
    """What is claimed in a scenario, for every territory by itself."""
    for (regions, content), rows in territories(layout.case).items():
        Claims(layout, s, regions, content, rows).add(cost, make, surge, ship, hold)


class Claims:
    """What originates under one agreement in one scenario: parts of what is made, moved, used and kept in its territory."""

    def __init__(self, layout, s, regions, content, rows):
        self.case, self.p, self.s, self.content, self.rows = layout.case, layout.program, s, content, rows
        self.periods = range(self.case.periods)
        self.inside = {name for name, region in self.case.region_of.items() if region in regions}

    def part(self, columns):
        """A column for the part of a sum of columns that originates."""
        x = self.p.variable()
        self.p.at_most({x: 1, **{column: -1 for column in columns}}, 0)
        return x

    def add(self, cost, make, surge, ship, hold):
        balance = defaultdict(dict)
        for n, lane in enumerate(self.case.lanes):
            if lane.origin in self.inside and lane.target in self.inside:
                # What was under way at the start has no origin.
                for t in range(lane.lead, self.case.periods):
                    self.move(n, lane, t, self.part([ship[n, t]]), cost, balance)
        for c, cap in self.case.capabilities.items():
            if c[0] in self.inside:
                for t in self.periods:
                    self.make(c, cap, t, self.part([make[c, t], surge[c, t]]), balance)
        for (site, item, t), column in hold.items():
            if site in self.inside:
                x = self.part([column])
                balance[site, item, t][x] = -1
                balance[site, item, t + 1][x] = 1
        for row in balance.values():
            self.p.at_least(row, 0)

    def move(self, n, lane, t, x, cost, balance):
        cost[x] = -self.saving(lane, t)
        balance[lane.origin, lane.item, t - lane.lead][x] = -1
        if lane.target in self.case.sites:
            balance[lane.target, lane.item, t][x] = 1

    def make(self, c, cap, t, made, balance):
        """Build-down: the inputs that do not originate are worth no more than what the content leaves of the value."""
        value = {k: number(item.get("unit_value"), 0.0) for k, item in self.case.items.items()}
        foreign = {made: sum(value[j] * quantity for j, quantity in cap.inputs.items()) - (1 - self.content) * value[c[1]]}
        balance[c[0], c[1], t][made] = 1
        for j, quantity in cap.inputs.items():
            used = self.p.variable()
            self.p.at_most({used: 1, made: -quantity}, 0)
            balance[c[0], j, t][used] = -1
            foreign[used] = -value[j]
        self.p.at_most(foreign, 0)

    def saving(self, lane, t):
        """What a unit that originates pays less, where the preferential rate that counts is of this agreement."""
        place = lane.origin, lane.target, lane.item, self.s, t
        row = self.case.rules.preference(*place)
        if row is None or not any(row is own for own in self.rows):
            return 0.0
        saved = self.case.rules.rate(*place) - self.case.rules.changed(number(row["rate"]), *place)
        return max(0.0, saved * number(self.case.items[lane.item].get("unit_value"), 0.0))
