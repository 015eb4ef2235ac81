"""A case read from its tables: names, geography, lanes, duties, bans, demand and scenarios."""
import csv
import math
import os
from collections import defaultdict, namedtuple

EARTH_RADIUS_KM = 6371.0088
TABLES = ("settings regions blocs items sites capabilities lanes duties controls markets demand disruptions"
          " scenarios policies recipes price_tiers clusters projects").split()

Site = namedtuple("Site", "region opening_cost existing closing_cost owner")
Capability = namedtuple("Capability", "capacity unit_cost surge_cost reservation_cost qualification_cost"
                                      " qualified min_volume activation_days")
Demand = namedtuple("Demand", "quantity shortage_cost")
Lane = namedtuple("Lane", "origin target item corridor mode freight duty capacity bound")
Scenario = namedtuple("Scenario", "name probability disruptions")


class Fault(Exception):
    """A table that cannot be understood, or that this oracle does not cover."""


def number(text, default=None):
    return float(text) if text not in (None, "") else default


def truth(text):
    return (text or "").strip().lower() in ("true", "yes", "1")


def anything(text):
    return text in (None, "", "*")


class Case:
    def __init__(self, folder):
        self.tables = {name: self.read(folder, name) for name in TABLES}
        self.settings = {row["key"]: row["value"] for row in self.tables["settings"]}
        self.read_geography()
        self.read_supply_and_demand()
        self.read_scenarios()
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
                                        number(row.get("closing_cost"), 0.0), row.get("owner") or "")
                      for row in t["sites"]}
        self.region_of = {row["site"]: row["region"] for row in t["sites"]}
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
        for name in ("recipes", "price_tiers", "clusters", "projects"):
            if self.tables[name]:
                raise Fault(f"{name} are not covered here")
        if any(row["kind"] != "ban" for row in self.tables["controls"]):
            raise Fault("controls other than bans are not covered here")
        for table in ("duties", "controls"):
            if any(row.get("in_force") and not truth(row["in_force"]) for row in self.tables[table]):
                raise Fault(f"{table} that are not in force are not covered here")
        if any(row.get("requires_content") for row in self.tables["duties"]):
            raise Fault("preferential duty rates are not covered here")
        if any(row["target_kind"] not in ("site", "region", "bloc", "corridor") for row in self.tables["disruptions"]):
            raise Fault("disruptions other than of sites, regions, blocs and corridors are not covered here")
        if any(row.get("min_service") for row in self.tables["demand"]):
            raise Fault("a least service is not covered here")
        if (self.settings.get("pass_on") or "anything") != "anything":
            raise Fault("lanes that bring a site only what it uses are not covered here")
        if (self.settings.get("scenarios") or "listed") != "listed":
            raise Fault("generated scenarios are not covered here: export the case, which lists them")
        if (self.settings.get("risk_measure") or "expected") not in ("expected", "cvar"):
            raise Fault(f"the risk measure {self.settings['risk_measure']} is not covered here")
        if (self.settings.get("objective") or "cost") != "cost":
            raise Fault(f"the objective {self.settings['objective']} is not covered here")
        if truth(self.settings.get("strategic_stock")):
            raise Fault("strategic stock is not covered here")

    def read_supply_and_demand(self):
        self.refuse_what_is_not_covered()
        t = self.tables
        self.items = {row["item"]: row for row in t["items"]}
        self.capabilities = {}
        for row in t["capabilities"]:
            if row.get("recipe"):
                raise Fault("recipes are not covered here")
            self.capabilities[row["site"], row["item"]] = Capability(
                number(row["capacity"]), number(row["unit_cost"], 0.0), number(row.get("surge_cost"), 0.0),
                number(row.get("reservation_cost")), number(row.get("qualification_cost"), 0.0),
                truth(row.get("qualified")), number(row.get("min_volume"), 0.0), number(row.get("activation_days"), 0.0))
        self.demand = {(row["market"], row["item"]): Demand(float(row["quantity"]), float(row["shortage_cost"]))
                       for row in t["demand"]}
        cvar = self.settings.get("risk_measure") == "cvar"
        self.risk_weight = float(self.settings.get("risk_weight") or 0) if cvar else 0.0
        self.risk_level = float(self.settings.get("risk_level") or 0.95)

    def total_demand(self, item, markets=None):
        return sum(d.quantity for (m, k), d in self.demand.items() if k == item and (markets is None or m in markets))

    def read_scenarios(self):
        period = float(self.settings.get("period_days") or 365)
        if int(self.settings.get("periods") or 1) != 1:
            raise Fault("more than one period is not covered here")
        self.events = {}
        for row in self.tables["disruptions"]:
            factor = self.factor_in_period_0(row, period)
            self.events[row["disruption"]] = row["target_kind"], row["target"], factor
        listed, probability = defaultdict(list), {}
        for row in self.tables["scenarios"]:
            probability[row["scenario"]] = float(row["probability"])
            listed[row["scenario"]] += [row["disruption"]] if row.get("disruption") else []
        rest = 1 - sum(probability.values())
        self.scenarios = [Scenario("undisturbed", rest, [])]
        self.scenarios += [Scenario(s, probability[s], listed[s]) for s in listed]

    @staticmethod
    def factor_in_period_0(row, period):
        """What a disruption leaves in the only period."""
        factor = float(row["factor"])
        start = math.ceil(number(row.get("start_day"), 0.0) / period)
        duration, ramp = number(row.get("duration_days")), math.ceil(number(row.get("ramp_days"), 0.0) / period)
        if start > 0:
            return 1.0
        if duration is None or math.ceil(duration / period) > 0:
            return factor
        return factor + (1 - factor) / (ramp + 1) if ramp else 1.0

    def availability(self, site, scenario):
        region, out = self.region_of[site], 1.0
        for name in scenario.disruptions:
            kind, target, factor = self.events[name]
            if (kind == "site" and target == site or kind == "region" and target in self.chain(region)
                    or kind == "bloc" and target in self.blocs(region)):
                out *= factor
        return out

    def lane_availability(self, lane, scenario):
        if self.availability(lane.origin, scenario) == 0:
            return 0.0
        out = 1.0
        for name in scenario.disruptions:
            kind, target, factor = self.events[name]
            if kind == "corridor" and target == lane.corridor:
                out *= factor
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
                 for k in self.items if self.item_rank(row, k) is not None}
        can_have = set(self.capabilities) | named
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
                    for j, target_rank in self.targets(row["to"], k):
                        if j != i:
                            rank = origin_rank + target_rank + item_rank
                            best.setdefault((i, j, k), []).append((rank, row))
        fed = {(j, k) for (i, j, k) in best if j in self.sites and not self.banned(i, j, k)}
        self.lanes = []
        for (i, j, k), found in best.items():
            if self.banned(i, j, k):
                continue
            top = max(rank for rank, _ in found)
            routes = {}
            for row in (row for rank, row in found if rank == top):
                per_km = number(row.get("cost_per_km"), 0.0)
                freight = number(row.get("unit_cost"), 0.0) + (per_km * self.distance(i, j) if per_km else 0.0)
                key, terms = (row.get("corridor") or "", row.get("mode") or ""), (freight, number(row.get("capacity")))
                if routes.setdefault(key, terms) != terms:
                    raise Fault(f"two lanes from {i} to {j} disagree")
            for (corridor, mode), (freight, capacity) in routes.items():
                self.lanes.append(Lane(i, j, k, corridor, mode, freight, self.duty(i, j, k), capacity,
                                       self.flow_bound(i, j, k, capacity, fed)))

    def end_rank(self, name, place):
        if name == place:
            return 300
        rank = self.region_rank(name, self.region_of[place])
        return None if rank == 100 else rank            # the end of a lane is never a bloc

    def targets(self, name, item):
        """Places that the destination of a lane row stands for, with the rank of each."""
        if name in self.sites:
            return [(name, 300)]
        found = ((m, self.end_rank(name, m)) for (m, k) in self.demand if k == item)
        return [(m, rank) for m, rank in found if rank is not None]

    def flow_bound(self, origin, target, item, capacity, fed):
        """U: the most that a lane can carry of use. Where nothing bounds it, the demand of the item."""
        bounds = [capacity] if capacity is not None else []
        if (origin, item) not in fed:
            bounds.append(self.capabilities[origin, item].capacity if (origin, item) in self.capabilities else 0.0)
        if (target, item) in self.demand:
            bounds.append(self.demand[target, item].quantity)
        return min(bounds) if bounds else self.total_demand(item)

    def border_rows(self, table, origin, target, item):
        """Rows of `duties` or `controls` that speak of the pair, each with its rank."""
        a, b = self.region_of[origin], self.region_of[target]
        for row in self.tables[table]:
            ranks = [self.region_rank(row["origin"], a), self.region_rank(row["destination"], b), self.item_rank(row, item)]
            if None not in ranks and (a != b or row["origin"] == row["destination"] == a):
                yield sum(ranks), row

    def duty(self, origin, target, item):
        found = list(self.border_rows("duties", origin, target, item))
        if not found:
            return 0.0
        top = max(rank for rank, _ in found)
        rates = {float(row["rate"]) for rank, row in found if rank == top}
        if len(rates) > 1:
            raise Fault(f"duties from {origin} to {target} on {item} disagree: {sorted(rates)}")
        return rates.pop() * number(self.items[item].get("unit_value"), 0.0)

    def banned(self, origin, target, item):
        return any(row["kind"] == "ban" for _, row in self.border_rows("controls", origin, target, item))
