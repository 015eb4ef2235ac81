"""A case read from its tables: names, geography, lanes, demand and scenarios."""
import csv
import math
import os
from collections import defaultdict, namedtuple

from cells import Fault, anything, number, truth
from rules import Rules
from totals import outages

EARTH_RADIUS_KM = 6371.0088
TABLES = ("settings regions blocs items sites capabilities lanes duties controls markets demand disruptions"
          " scenarios policies recipes price_tiers clusters projects alignment current").split()

Site = namedtuple("Site", "region opening_cost existing closing_cost owner hub")
Capability = namedtuple("Capability", "capacity unit_cost surge_cost reservation_cost qualification_cost"
                                      " qualified min_volume activation_days ramp_days inputs")
Demand = namedtuple("Demand", "quantity shortage_cost least")    # each a list over the periods
Lane = namedtuple("Lane", "origin target item corridor mode freight ends capacity bound lead days")
Scenario = namedtuple("Scenario", "name probability disruptions policy", defaults=[None])


class Case:
    def __init__(self, source):
        """A case from a folder, or from its tables: lists of rows of text by name."""
        is_folder = isinstance(source, str)
        self.tables = {name: self.read(source, name) if is_folder else source.get(name, []) for name in TABLES}
        self.settings = {row["key"]: row["value"] for row in self.tables["settings"]}
        self.period_days = float(self.settings.get("period_days") or 365)
        self.periods = int(self.settings.get("periods") or 1)
        self.read_geography()
        self.read_supply_and_demand()
        self.read_need()
        self.read_scenarios()
        self.rules = Rules(self)
        self.peak = max((self.demand_factor(m, k, s, t) for m, k in self.demand for s in self.scenarios for t in range(self.periods)), default=1.0)
        self.peak = max(1.0, self.peak)
        self.resolve_lanes()

    @staticmethod
    def read(folder, name):
        path = os.path.join(folder, name + ".csv")
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8", newline="") as f:
            return list(csv.DictReader(f))

    # Names and places

    def read_geography(self):
        t = self.tables
        self.parent = {row["region"]: row.get("parent") or None for row in t["regions"]}
        self.blocs_of_region = defaultdict(set)
        for row in t["blocs"]:
            self.blocs_of_region[row["region"]].add(row["bloc"])
        self.sites = {row["site"]: Site(row["region"], number(row.get("opening_cost"), 0.0), truth(row.get("existing")),
                                        number(row.get("closing_cost"), 0.0), row.get("owner") or "",
                                        truth(row["hub"]) if row.get("hub") else None)
                      for row in t["sites"]}
        self.region_of = {row["site"]: row["region"] for row in t["sites"]}
        self.owner_region = {row["site"]: row.get("owner_region") or row["region"] for row in t["sites"]}
        self.scores = {frozenset((row["region_a"], row["region_b"])): float(row["score"]) for row in t["alignment"]}
        self.region_of.update({row["market"]: row["region"] for row in t["markets"]})
        self.coordinates = {}
        for table, key in (("regions", "region"), ("sites", "site"), ("markets", "market")):
            for row in t[table]:
                if row.get("latitude") and row.get("longitude"):
                    self.coordinates[table, row[key]] = float(row["latitude"]), float(row["longitude"])

    def chain(self, region):
        """The region and its ancestors, nearest first."""
        out = []
        while region is not None:
            out.append(region)
            region = self.parent[region]
        return out

    def blocs(self, region):
        return {b for r in self.chain(region) for b in self.blocs_of_region[r]}

    def alignment(self, a, b):
        """The score of the row for the regions nearest to both, counting the steps up; of rows equally near the least."""
        found = [(up + down, self.scores[frozenset((x, y))]) for up, x in enumerate(self.chain(a)) for down, y in enumerate(self.chain(b))
                 if frozenset((x, y)) in self.scores]
        return min(found)[1] if found else 0.0

    def region_rank(self, name, region):
        """Rank of a row's end for a place in `region`, None where it does not match."""
        if anything(name):
            return 0
        chain = self.chain(region)
        if name in chain:
            return 200 - chain.index(name)
        return 100 if name in self.blocs(region) else None

    def place(self, name):
        table = "sites" if name in self.sites else "markets"
        for key in [(table, name)] + [("regions", r) for r in self.chain(self.region_of[name])]:
            if key in self.coordinates:
                return self.coordinates[key]
        raise Fault(f"{name} has no coordinates, and a lane's cost_per_km needs them")

    def distance(self, a, b):
        (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, self.place(n))) for n in (a, b))
        h = (math.sin((lat2 - lat1) / 2) ** 2
             + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2)
        return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))

    # Supply, demand, risk

    def refuse_what_is_not_covered(self):
        """What Mainstay plans and this oracle does not must not be passed over in silence."""
        if (self.settings.get("scenarios") or "listed") != "listed":
            raise Fault("generated scenarios are not covered here: export the case, which lists them")
        if (self.settings.get("risk_measure") or "expected") not in ("expected", "cvar", "worst"):
            raise Fault(f"the risk measure {self.settings['risk_measure']} is not covered here")
        if (self.settings.get("objective") or "cost") != "cost":
            raise Fault(f"the objective {self.settings['objective']} is not covered here")

    def read_supply_and_demand(self):
        self.refuse_what_is_not_covered()
        t = self.tables
        self.items = {row["item"]: row for row in t["items"]}
        self.stocks = truth(self.settings.get("strategic_stock"))
        inputs = defaultdict(dict)
        for row in t["recipes"]:
            inputs[row["recipe"]][row["input"]] = float(row["quantity"])
        self.capabilities = {}
        for row in t["capabilities"]:
            self.capabilities[row["site"], row["item"], row.get("recipe") or ""] = Capability(
                number(row["capacity"]), number(row["unit_cost"], 0.0), number(row.get("surge_cost"), 0.0),
                number(row.get("reservation_cost")), number(row.get("qualification_cost"), 0.0),
                truth(row.get("qualified")), number(row.get("min_volume"), 0.0), number(row.get("activation_days"), 0.0),
                number(row.get("ramp_days"), 0.0), inputs[row["recipe"]] if row.get("recipe") else {})
        self.emissions = dict(zip(self.capabilities, (number(row.get("emissions"), 0.0) for row in t["capabilities"])))
        self.current = {(row["site"], row["item"], row.get("recipe") or ""): row["role"] for row in t["current"]}
        self.outage_days = {(table, row[key]): row.get("outage_days") for table, key in (("sites", "site"), ("regions", "region")) for row in t[table]}
        self.made = {(i, k) for i, k, _ in self.capabilities}
        self.used = {(i, j) for (i, _, _), cap in self.capabilities.items() for j in cap.inputs}
        self.demand = {}
        for row in sorted(t["demand"], key=lambda row: row.get("period") not in (None, "")):
            # Rows with a period come last, and count there instead of the row without.
            demand = self.demand.setdefault((row["market"], row["item"]), Demand(*([0.0] * self.periods for _ in range(3))))
            periods = range(self.periods) if row.get("period") in (None, "") else [int(row["period"])]
            for period in periods:
                demand.quantity[period] = float(row["quantity"])
                demand.shortage_cost[period] = float(row["shortage_cost"])
                demand.least[period] = number(row.get("min_service"), 0.0)
        self.weighs_worst = self.settings.get("risk_measure") == "worst"
        weighs_tail = self.settings.get("risk_measure") == "cvar"
        self.risk_weight = float(self.settings.get("risk_weight") or 0) if weighs_tail or self.weighs_worst else 0.0
        self.risk_level = float(self.settings.get("risk_level") or 0.95)

    def total_demand(self, item, markets=None):
        """Demand in all periods together."""
        return sum(sum(d.quantity) for (m, k), d in self.demand.items() if k == item and (markets is None or m in markets))

    def read_need(self):
        """Demand in all periods, and what recipes take for the need of what is made of it: of several recipes the most."""
        most = defaultdict(lambda: defaultdict(float))
        for (_, k, _), cap in self.capabilities.items():
            for j, quantity in cap.inputs.items():
                most[j][k] = max(most[j][k], quantity)
        known = {}

        def need(item):
            if item not in known:
                known[item] = self.total_demand(item) + sum(q * need(k) for k, q in most[item].items())
            return known[item]

        self.need = {item: need(item) for item in self.items}

    def read_scenarios(self):
        self.events = {row["disruption"]: (row["target_kind"], row["target"], self.factors(row))
                       for row in self.tables["disruptions"]}
        listed, probability = defaultdict(list), {}
        for row in self.tables["scenarios"]:
            probability[row["scenario"]] = float(row["probability"])
            listed[row["scenario"]] += [row["disruption"]] if row.get("disruption") else []
        rest = 1 - sum(probability.values())
        self.scenarios = [Scenario("undisturbed", rest, [])]
        self.scenarios += [Scenario(s, probability[s], listed[s]) for s in listed]
        for policy, node, kind, days in outages(self):
            name = f"{policy}: {node} down"
            self.events[name] = kind, node, self.factors({"factor": 0, "duration_days": days})
            self.scenarios.append(Scenario(name, 0.0, [name], policy))

    def recovery(self, row, period):
        """How far a disruption is over in a period: 0 while it lasts, 1 before and after it."""
        def in_periods(column):
            return math.ceil(number(row.get(column), 0.0) / self.period_days)

        factor, start, ramp = float(row["factor"]), in_periods("start_day"), in_periods("ramp_days")
        end = math.inf if row.get("duration_days") in (None, "") else start + in_periods("duration_days")
        step = period - end + 1
        if period < start:
            return 1.0
        return 0.0 if period < end else step / (ramp + 1) if 1 <= step <= ramp else 1.0

    def factors(self, row):
        """What a disruption leaves in each period."""
        factor = float(row["factor"])
        return [factor + (1 - factor) * self.recovery(row, period) for period in range(self.periods)]

    def first_event(self, scenario):
        """The first period in which anything is disrupted, None where nothing is."""
        def begins(name):
            if name in self.rules.rows:
                return self.rules.first_event(name)
            return next((t for t in range(self.periods) if self.events[name][2][t] != 1), math.inf)

        first = min((begins(name) for name in scenario.disruptions), default=math.inf)
        return None if first == math.inf else first

    def demand_factor(self, market, item, scenario, period):
        out = 1.0
        for name in scenario.disruptions:
            kind, target, factors = self.events[name]
            if kind == "demand" and target in (market, item, "*"):
                out *= factors[period]
        return out

    def availability(self, site, scenario, period):
        region, out = self.region_of[site], 1.0
        for name in scenario.disruptions:
            kind, target, factors = self.events[name]
            if (kind == "site" and target == site or kind == "region" and target in self.chain(region)
                    or kind == "bloc" and target in self.blocs(region)):
                out *= factors[period]
        return out

    def source_availability(self, capability, scenario, period):
        site, item, _ = capability
        out = self.availability(site, scenario, period)
        for name in scenario.disruptions:
            kind, target, factors = self.events[name]
            if kind == "item" and target == item or kind == "class" and target == self.items[item].get("class"):
                out *= factors[period]
        return out

    def readiness(self, capability, scenario, period):
        """What part of a reserve can be drawn."""
        cap = self.capabilities[capability]
        if not cap.activation_days:
            return 1.0
        event = self.first_event(scenario)
        step = None if event is None else period - event - math.ceil(cap.activation_days / self.period_days) + 1
        if step is None or step < 1:
            return 0.0
        return min(1.0, step / (math.ceil(cap.ramp_days / self.period_days) + 1))

    def lane_availability(self, lane, scenario, departure):
        if self.availability(lane.origin, scenario, departure) == 0:
            return 0.0
        if self.rules.banned(lane.origin, lane.target, lane.item, scenario, departure):
            return 0.0
        out = 1.0
        for name in scenario.disruptions:
            kind, target, factors = self.events[name]
            if kind == "corridor" and target == lane.corridor or kind == "lane" and target == lane.ends:
                out *= factors[departure]
        return out if lane.capacity is not None or out == 0 else 1.0

    # Lanes

    def item_rank(self, row, item):
        name, group = row.get("item"), row.get("class")
        if anything(name) and anything(group):
            return 0
        if name == item:
            return 300
        mine = self.items[item].get("class") or None
        return 200 if mine and mine in (name, group) and (anything(name) or name == mine) else None

    def resolve_lanes(self):
        rows = self.tables["lanes"]
        named = {(row["to"], k) for row in rows if row["to"] in self.sites
                 for k in self.items if self.item_rank(row, k) is not None and self.goes_on(row, k)}
        can_have = self.made | named
        best = {}
        for row in rows:
            for k in self.items:
                item_rank = self.item_rank(row, k)
                if item_rank is None:
                    continue
                for i in self.sites:
                    origin_rank = self.end_rank(row["from"], i) if (i, k) in can_have else None
                    if origin_rank is None:
                        continue
                    for j, target_rank in self.targets(row, k):
                        if j != i:
                            rank = origin_rank + target_rank + item_rank
                            best.setdefault((i, j, k), []).append((rank, row))
        self.fed = {(j, k) for (i, j, k) in best if j in self.sites and not self.rules.always_banned(i, j, k)}
        self.lanes = []
        for (i, j, k), found in best.items():
            if self.rules.always_banned(i, j, k):
                continue
            top = max(rank for rank, _ in found)
            routes = {}
            for row in (row for rank, row in found if rank == top):
                per_km = number(row.get("cost_per_km"), 0.0)
                freight = number(row.get("unit_cost"), 0.0) + (per_km * self.distance(i, j) if per_km else 0.0)
                lead = math.ceil(number(row.get("lead_days"), 0.0) / self.period_days) if self.periods > 1 else 0
                key, terms = (row.get("corridor") or "", row.get("mode") or ""), (freight, number(row.get("capacity")), lead, number(row.get("lead_days"), 0.0))
                if routes.setdefault(key, (terms, f"{row['from']} > {row['to']}"))[0] != terms:
                    raise Fault(f"two lanes from {i} to {j} disagree")
            for (corridor, mode), ((freight, capacity, lead, days), ends) in routes.items():
                self.lanes.append(Lane(i, j, k, corridor, mode, freight, ends, capacity, self.flow_bound(j, k, capacity), lead, days))

    def end_rank(self, name, place):
        if name == place:
            return 300
        rank = self.region_rank(name, self.region_of[place])
        return None if rank == 100 else rank            # the end of a lane is never a bloc

    def is_open(self, row):
        """Whether a lane row brings the site that it names all that it carries: the item that it names, or anything."""
        told = self.sites[row["to"]].hub
        is_hub = all(site != row["to"] for site, _ in self.used) if told is None else told
        return not anything(row.get("item")) or self.settings.get("pass_on") == "anything" or is_hub

    def goes_on(self, row, item):
        """Whether what a lane row brings to the site that it names can go on from there."""
        stays = self.settings.get("pass_on") == "named_items"
        return self.is_open(row) or ((row["to"], item) in self.used and not stays)

    def targets(self, row, item):
        """Places that the destination of a lane row stands for, with the rank of each."""
        name = row["to"]
        if name in self.sites:
            return [(name, 300)] if self.is_open(row) or (name, item) in self.used else []
        found = [(m, self.end_rank(name, m)) for (m, k) in self.demand if k == item]
        found += [(i, self.end_rank(name, i)) for (i, j) in sorted(self.used) if j == item]
        return [(place, rank) for place, rank in found if rank is not None]

    def flow_bound(self, target, item, capacity):
        """The most that a lane can carry of use in a period: no tighter than it has to be."""
        most = self.peak * (max(self.demand[target, item].quantity) if (target, item) in self.demand else self.need[item])
        return most if capacity is None else min(capacity, most)

    def border_rows(self, table, origin, target, item):
        """Rows of `duties` or `controls` that speak of the pair, each with its rank."""
        for row in self.tables[table]:
            if (rank := self.border_rank(row, origin, target, item)) is not None:
                yield rank, row

    def border_rank(self, row, origin, target, item):
        ends, item_rank = self.region_crossing(row, self.region_of[origin], self.region_of[target]), self.item_rank(row, item)
        return None if None in (ends, item_rank) else ends + item_rank

    def region_crossing(self, row, a, b):
        """The rank of a row's ends for what goes from one region to another, None where it does not speak of it."""
        ranks = [self.region_rank(row["origin"], a), self.region_rank(row["destination"], b)]
        crosses = a != b or row["origin"] == row["destination"] == a
        return sum(ranks) if crosses and None not in ranks else None
