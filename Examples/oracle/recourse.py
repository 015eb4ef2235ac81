"""What is done in a scenario, period by period, and what is under way when the horizon begins."""
import math
from collections import defaultdict

from cells import number
from origins import add_origins_of_goods


def pipeline(layout):
    """What a quiet period before the first one sent: columns `sent` by lane, with the balance that they keep."""
    case, p = layout.case, layout.program
    balance, sent = defaultdict(dict), {}
    for c, cap in case.capabilities.items():
        # What a project unlocks has made nothing before.
        made = p.variable(0.0 if c in layout.projects.unlocking else math.inf)
        p.at_most({made: 1, layout.commit[c]: -1}, 0)
        balance[c[:2]][made] = 1
        for j, quantity in cap.inputs.items():
            balance[c[0], j][made] = -quantity
    for n, lane in enumerate(case.lanes):
        is_shut = case.rules.banned(lane.origin, lane.target, lane.item, None, 0)
        sent[n] = x = p.variable(0.0 if is_shut else math.inf if lane.capacity is None else lane.capacity)
        # Nobody foresees that a market will need more than it does while nothing happens.
        most = lane.bound if lane.target in case.sites else max(case.demand[lane.target, lane.item].quantity)
        p.at_most({x: 1, layout.open[lane.origin]: -most}, 0)
        balance[lane.origin, lane.item][x] = -1
        if lane.target in case.sites:
            balance[lane.target, lane.item][x] = 1
    for row in balance.values():
        p.equal(row, 0)
    add_origins(case, p, balance, sent)
    return sent


def add_origins(case, p, balance, sent):
    """By a lane of a ring goes only what is made where it begins or comes there from outside of the ring."""
    rings = {n for n in sent if in_ring(case, n)}
    for (site, item), row in balance.items():
        onward = [n for n in rings if (case.lanes[n].origin, case.lanes[n].item) == (site, item)]
        if onward:
            origins = {x: -v for x, v in row.items() if v > 0 and x not in {sent[n] for n in rings}}
            p.at_most({**origins, **{sent[n]: 1 for n in onward}}, 0)


def in_ring(case, n):
    """Whether the item can come back from the lane's end to its beginning, where some lane of the ring takes time."""
    same = [lane for lane in case.lanes if lane.item == case.lanes[n].item and lane.target in case.sites]

    def reached(start):
        found = {start}
        while more := {lane.target for lane in same if lane.origin in found} - found:
            found |= more
        return found

    lane = case.lanes[n]
    if lane.target not in case.sites or lane.origin not in reached(lane.target):
        return False
    ring = {site for site in reached(lane.target) if lane.target in reached(site)}
    return any(other.lead and other.origin in ring and other.target in ring for other in same)


def recourse(layout, s):
    """Columns and rows of one scenario; gives (cost, make, surge, ship, short), the last four as columns by key and period."""
    case, p = layout.case, layout.program
    periods = range(case.periods)
    cost, balance, delivered = defaultdict(float), defaultdict(dict), defaultdict(dict)
    make, surge = add_sources(layout, s, cost, balance)
    ship, short = {}, {}
    for n, lane in enumerate(case.lanes):
        for t in periods:
            departure = t - lane.lead
            if departure < 0:
                ship[n, t] = x = p.variable()
                p.at_most({x: 1, layout.sent[n]: -1}, 0)
            else:
                b = case.lane_availability(lane, s, departure)
                ship[n, t] = x = p.variable(0.0 if b == 0 else math.inf if lane.capacity is None else b * lane.capacity)
                balance[lane.origin, lane.item, departure][x] = -1
            into = balance if lane.target in case.sites else delivered
            into[lane.target, lane.item, t][x] = 1
            cost[x] = lane.freight + case.rules.charge(lane.origin, lane.target, lane.item, s, t)
            p.at_most({x: 1, layout.open[lane.origin]: -lane.bound}, 0)
    hold = add_inventory(layout, s, cost, balance)
    add_origins_of_goods(layout, s, cost, make, surge, ship, hold)
    for (m, k), demand in case.demand.items():
        wanted = [demand.quantity[t] * case.demand_factor(m, k, s, t) for t in periods]
        for t in periods:
            short[m, k, t] = x = p.variable(wanted[t])
            cost[x] = demand.shortage_cost[t]
            p.equal({**delivered[m, k, t], x: 1}, wanted[t])
        if s.probability > 0:
            p.at_most({short[m, k, t]: 1 for t in periods}, sum((1 - demand.least[t]) * wanted[t] for t in periods))
    for t in periods:
        for limit, lanes in case.rules.limits(s, t):
            p.at_most({ship[n, t]: 1 for n in lanes}, limit)
    for row in balance.values():
        p.equal(row, 0)
    return cost, make, surge, ship, short


def add_sources(layout, s, cost, balance):
    """What is made of commitments and drawn from reserves, with what it takes."""
    case, p = layout.case, layout.program
    make, surge = {}, {}
    for c, cap in case.capabilities.items():
        for t in range(case.periods):
            a = case.source_availability(c, s, t)
            make[c, t], surge[c, t] = p.variable(), p.variable()
            ready = a * case.readiness(c, s, t)
            p.at_most({make[c, t]: 1, **{x: -a * v for x, v in layout.committed[c][t].items()}}, 0)
            p.at_most({surge[c, t]: 1, **{x: -ready * v for x, v in layout.reserved[c][t].items()}}, 0)
            for x in (make[c, t], surge[c, t]):
                balance[c[0], c[1], t][x] = 1
                for j, quantity in cap.inputs.items():
                    balance[c[0], j, t][x] = -quantity
            # A commitment is due for all that the site can deliver, made or not.
            for x, v in layout.due[c][t].items():
                cost[x] += a * v
            cost[surge[c, t]] = cap.unit_cost + cap.surge_cost
    return make, surge


def add_inventory(layout, s, cost, balance):
    """What is kept from period to period, and what is released of the stock that is kept for events."""
    case, p = layout.case, layout.program
    event, kept = case.first_event(s), {}
    for site, item in layout.nodes:
        row = case.items[item]
        for t in range(case.periods - 1):
            hold = kept[site, item, t] = p.variable()
            p.at_most({hold: 1, layout.open[site]: -case.peak * case.need[item]}, 0)
            balance[site, item, t][hold] = -1
            balance[site, item, t + 1][hold] = 1
            cost[hold] = number(row.get("holding_cost"), 0.0)
        if (site, item) not in layout.stock or event is None:
            continue
        released = {}
        for t in range(event, case.periods):
            if case.availability(site, s, t) == 0:
                continue
            x = p.variable()
            balance[site, item, t][x] = 1
            released[x] = 1
            cost[x] = number(row.get("unit_value"), 0.0)
        p.at_most({**released, layout.stock[site, item]: -1}, 0)
    return kept
