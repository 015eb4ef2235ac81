"""Policies on totals, changes, times and services, each as rows of the program."""
import math
from collections import defaultdict

from cells import number
from policies import names, selected_capabilities, selected_items, site_is_selected
from program import total


def likely(layout):
    """(scenario, what is done in it) of the scenarios that can happen."""
    return [(s, done) for s, done in zip(layout.case.scenarios, layout.recourse) if s.probability > 0]


def unmet(layout, row, item, s, done):
    """What is short of an item in a scenario at the policy's markets, as an expression, and what is demanded there."""
    case, markets = layout.case, names(row, "market")
    pairs = [(m, k) for m, k in case.demand if k == item and (markets is None or m in markets)]
    short = {done[4][m, k, t]: 1.0 for m, k in pairs for t in range(case.periods)}
    return short, sum(case.demand[m, k].quantity[t] * case.demand_factor(m, k, s, t) for m, k in pairs for t in range(case.periods))


def max_capital(layout, row):
    case, spent = layout.case, defaultdict(float)
    for i, site in case.sites.items():
        if not site.existing:
            spent[layout.open[i]] += site.opening_cost
    for c, cap in case.capabilities.items():
        if not cap.qualified:
            spent[layout.primary[c]] += cap.qualification_cost
            spent[layout.backup[c]] += cap.qualification_cost
    for name, x in layout.projects.develop.items():
        spent[x] += layout.projects.costs[name]
    layout.program.at_most(spent, float(row["limit"]))


def max_emissions(layout, row):
    emitted = defaultdict(float)
    for k in selected_items(layout, row):
        for c in selected_capabilities(layout, row, k):
            for s, (_, make, surge, _, _) in likely(layout):
                for column in (make, surge):
                    for t in range(layout.case.periods):
                        emitted[column[c, t]] += s.probability * layout.case.emissions[c]
    layout.program.at_most(emitted, float(row["limit"]))


def min_service(layout, row):
    limit, each = float(row["limit"]), row.get("scope") == "scenario"
    for k in selected_items(layout, row):
        told = [(s.probability, *unmet(layout, row, k, s, done)) for s, done in likely(layout)]
        for part in [[x] for x in told] if each else [told]:
            short = total((p, e) for p, e, _ in part)
            layout.program.at_most(short, (1 - limit) * sum(p * wanted for p, _, wanted in part))


def tail(layout, amounts, level):
    """CVaR of amounts, pairs of probability and expression, as an expression."""
    p = layout.program
    eta = p.variable(lower=-math.inf)
    out = {eta: 1.0}
    for probability, amount in amounts:
        excess = p.variable()
        p.at_most({**amount, excess: -1, eta: -1}, 0)
        out[excess] = probability / (1 - level)
    return out


def level_of(layout, row):
    return number(row.get("level"), layout.case.risk_level)


def max_cvar(layout, row):
    costs = [(s.probability, done[0]) for s, done in likely(layout)]
    layout.program.at_most(tail(layout, costs, level_of(layout, row)), float(row["limit"]))


def max_cvar_shortage(layout, row):
    for k in selected_items(layout, row):
        shares = []
        for s, done in likely(layout):
            short, wanted = unmet(layout, row, k, s, done)
            shares.append((s.probability, {x: v / wanted for x, v in short.items()} if wanted else {}))
        layout.program.at_most(tail(layout, shares, level_of(layout, row)), float(row["limit"]))


def chance_service(layout, row):
    p, level = layout.program, float(row["level"])
    fails = {s.name: p.binary() for s, _ in likely(layout)}
    p.at_most({fails[s.name]: s.probability for s, _ in likely(layout)}, 1 - float(row["limit"]))
    for k in selected_items(layout, row):
        for s, done in likely(layout):
            short, wanted = unmet(layout, row, k, s, done)
            p.at_most({**short, fails[s.name]: -level * wanted}, (1 - level) * wanted)


def survive(layout, row):
    """In a scenario of its own for every node that may be down."""
    for s, done in zip(layout.case.scenarios, layout.recourse):
        if s.policy == row["policy"]:
            lost = defaultdict(float)
            for k in selected_items(layout, row):
                for x in unmet(layout, row, k, s, done)[0]:
                    lost[x] += done[0][x]
            layout.program.at_most(lost, float(row["limit"]))


def max_changes(layout, row):
    case, changes, today = layout.case, defaultdict(float), 0
    for k in selected_items(layout, row):
        for c in selected_capabilities(layout, row, k):
            role = case.current.get(c)
            today += role is not None
            if role is None:
                changes[layout.primary[c]] += 1
                changes[layout.backup[c]] += 1
            else:
                changes[(layout.primary if role == "primary" else layout.backup)[c]] -= 1
    layout.program.at_most(changes, float(row["limit"]) - today)


def max_lead_days(layout, row):
    markets = names(row, "market")
    for k in selected_items(layout, row):
        for n, lane in enumerate(layout.case.lanes):
            if lane.item == k and lane.target not in layout.case.sites and (markets is None or lane.target in markets) \
                    and lane.days > float(row["limit"]):
                for _, _, _, ship, _ in layout.recourse:
                    for t in range(layout.case.periods):
                        layout.program.fix(ship[n, t], 0.0)


def outages(case):
    """(policy, what is down, kind, days) for every node that the policies `survive` name."""
    for row in case.tables["policies"]:
        if row["kind"] != "survive":
            continue
        sites = [i for i in case.sites if site_is_selected(case, row, i)]
        if row.get("scope") != "region":
            yield from ((row["policy"], i, "site", case.outage_days["sites", i]) for i in sites)
            continue
        homes = {case.sites[i].region for i in sites}
        wanted = names(row, "region")
        regions = homes if wanted is None else {r for home in homes for r in case.chain(home)} & wanted
        yield from ((row["policy"], r, "region", case.outage_days["regions", r]) for r in sorted(regions))


TOTALS = {f.__name__: f for f in (max_capital, max_emissions, min_service, max_cvar, max_cvar_shortage, chance_service, survive,
                                  max_changes, max_lead_days)}
