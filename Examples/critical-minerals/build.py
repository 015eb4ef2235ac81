#!/usr/bin/env python3
"""Build the tables of the critical-minerals case from facts/ and assumptions.json.

    build.py                             write case/
    build.py --check                     fail if case/ differs from what would be written
    build.py --variant NAME OUT          write a variant into OUT:
        cheapest                         no policies, risk aversion, scenarios and stock
        second:METAL                     cheapest, but for the policies that make a second source of that metal
        stops                            the case with one scenario for each of the two greatest sources of an item that
                                         stops for half a year
        stop-of:METAL                    the case with one scenario: the greatest source of that metal stops for half a year
        no-stock                         the case without strategic stock
        no-projects                      the case without projects, and without the cover of rare earths that only they allow
        magnets                          the case's magnets alone: small enough for glpsol
        refined                          refined metals alone in one period of a year: within what Examples/oracle covers

Money is in million USD, quantities in kilotonnes of contained metal (cells in GWh), a period is a month. Standard library
only; the same inputs always give the same bytes.
"""
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, ".."))
from case_folder import build_command  # noqa: E402
from world_case import WorldCase, without_projects  # noqa: E402
from world_facts import significant  # noqa: E402

COUNTRIES = {"Argentina": "ARG", "Australia": "AUS", "Brazil": "BRA", "Canada": "CAN", "Chile": "CHL", "China": "CHN",
             "Democratic Republic of Congo": "COD", "Finland": "FIN", "Germany": "DEU", "Indonesia": "IDN", "Japan": "JPN",
             "Madagascar": "MDG", "Malaysia": "MYS", "Mozambique": "MOZ", "Myanmar": "MMR", "Philippines": "PHL",
             "Russia": "RUS", "United States": "USA", "Zimbabwe": "ZWE"}
ISO_OF = {name: name for name in COUNTRIES.values()} | COUNTRIES
MINERALS = {"lithium": "Lithium", "cobalt": "Cobalt", "nickel": "Nickel", "graphite": "Graphite", "rare-earths": "Rare Earth Elements"}
ORES = {"lithium": "lithium-ore", "cobalt": "cobalt-ore", "nickel": "nickel-ore", "graphite": "graphite-ore",
        "rare-earths": "rare-earth-ore"}
MARKETS = ("EU", "USA", "JPN", "KOR")
CHAIN_OF_MAGNETS = ("rare-earth-ore", "rare-earths", "magnets")
SHOCKS_OF_MAGNETS = ("suez-closed", "rare-earth-licences", "us-tariffs", "china-stop")
SHOCKS_OF_REFINED = ("suez-closed", "outage-IDN", "fragile-states", "china-stop")
RARE = 0.001                                      # events a year, where only what happens then is of interest
MONTHS = 12                                       # a period is a month, facts are of a year
KT_AND_MILLION = 1e-3                             # 1 USD a tonne is 0.001 million USD a kilotonne


class Build(WorldCase):
    def __init__(self):
        super().__init__(HERE)
        self.output = {(r["mineral"], r["stage"], ISO_OF.get(r["country"], r["country"]), r["year"]): float(r["quantity_kt"])
                       for r in self.world.rows("output")}
        self.items, self.projects = self.assume["items"], list(self.assume["projects"].items())
        a = self.assume
        self.source_countries = sorted({c for stage in (a["mines"], a["refineries"], a["plants"]) for of_item in stage.values()
                                        for c in of_item} - {"EU", "KOR"})
        self.regions = sorted({*self.source_countries, *MARKETS, *(p["region"] for _, p in self.projects)})

    # Output

    def produced(self, mineral, stage, countries, year="2024"):
        return sum(self.output.get((MINERALS[mineral], stage, ISO_OF[c], year), 0.0) for c in countries)

    def world_output(self, mineral, stage):
        return self.output[MINERALS[mineral], stage, "TOTAL", "2024"]

    def demand_of(self, item, market):
        """What a market needs in a year."""
        amount = self.assume["demand"][item][market]
        if item == "cells":
            return amount
        return amount * self.world_output("rare-earths", "refining") / self.assume["recipes"]["sintering"]["inputs"]["rare-earths"]

    def need(self, item):
        """What all markets together need of an item in a year, by the recipe that takes most of it."""
        if item in self.assume["demand"]:
            return sum(self.demand_of(item, market) for market in MARKETS)
        return max(self.need(r["item"]) * r["inputs"][item] for r in self.assume["recipes"].values() if item in r["inputs"])

    # Sources: mines, refineries, plants, and what projects unlock

    def sources(self):
        """(site, item, recipe, capacity a year, unit cost, qualification cost, qualified) of all that stands."""
        a, rows = self.assume, []
        for mineral, ore in ORES.items():
            rows += [(f"{ore}-{c}", ore, None, d["share"] * self.produced(mineral, "mining", [c]), d["cost"] * self.items[ore]["value"], 0, True)
                     for c, d in a["mines"][ore].items()]
        for metal, of_country in a["refineries"].items():
            for country, d in of_country.items():
                output = self.produced(metal, "refining", d.get("of", [country]))
                qualified = country in MARKETS or output >= a["qualification"]["qualified_share"] * self.world_output(metal, "refining")
                rows.append((f"{metal}-{country}", metal, d.get("recipe"), d["share"] * output, self.making(metal, d["cost"], d.get("recipe")),
                             a["qualification"]["cost"][metal], qualified))
        for item, of_country in a["plants"].items():
            rows += [(f"{item}-{c}", item, d.get("recipe"), d["capacity"], d["cost"], 0, True) for c, d in of_country.items()]
        return rows

    def making(self, metal, multiple, recipe):
        """The unit cost of a metal: what it costs as a multiple of its value, less the concentrate that a recipe takes."""
        inputs = self.assume["recipes"][recipe]["inputs"] if recipe else {}
        return multiple * self.items[metal]["value"] - sum(q * self.items[i]["value"] for i, q in inputs.items())

    def unlocked(self):
        """(project, site, item, recipe, capacity a year, unit cost) of every capability that a project unlocks."""
        rows = []
        for name, p in self.projects:
            region = p["region"]
            if "plant" in p:
                rows.append((name, f"{p['plant']}-{region}", p["plant"], p["recipe"], p["capacity"], p["unit_cost"]))
            elif "item" in p:
                recipe = next(n for n, r in self.assume["recipes"].items() if r["item"] == p["item"])
                rows.append((name, f"{p['item']}-{region}-new", p["item"], recipe, self.growth(p), self.making(p["item"], p["cost"], recipe)))
            else:
                rows += [(name, f"recycling-{region}", item, None, capacity, p["cost"] * self.items[item]["value"])
                         for item, capacity in p["unlocks"].items()]
        return rows

    def growth(self, project):
        """What of a country's growth to 2030 can be on stream within the year."""
        countries = project.get("of", [project["region"]])
        now, then = (self.produced(project["item"], "refining", countries, year) for year in ("2024", "2030"))
        return self.assume["outlook_part"] * (then - now)

    def site_table(self):
        """Every site, named after what it makes and where."""
        regions, titles = {}, {}
        for site, item, *_ in self.sources():
            regions[site] = site.removeprefix(item + "-")
            titles[site] = f"{self.items[item]['name']}, {self.name(regions[site])}"
        for name, site, *_ in self.unlocked():
            region = dict(self.projects)[name]["region"]
            regions.setdefault(site, region)
            titles.setdefault(site, name)
        return ["site", "name", "region", "existing", "closing_cost"], [(site, titles[site], regions[site], True, 0) for site in regions]

    def capability_table(self):
        c, rows = self.assume["contracts"], []

        def add(site, item, recipe, capacity, cost, qualification=0, qualified=True):
            # Only refined metal is held in reserve: mines and plants run on what is committed.
            fee, surge, cold = None, None, (None, None)
            if self.items[item]["class"] == "refined":
                price = self.items[item]["value"]
                fee, surge = significant(c["reservation"] * price / MONTHS, 4), significant(c["surge"] * price, 4)
                cold = c["activation_days"], c["ramp_days"]
            rows.append((site, item, recipe, significant(capacity / MONTHS, 5), significant(cost, 4), qualification or None, qualified,
                         fee, surge, *cold))

        for row in self.sources():
            add(*row)
        for _, *row in self.unlocked():
            add(*row)
        return ["site", "item", "recipe", "capacity", "unit_cost", "qualification_cost", "qualified", "reservation_cost",
                "surge_cost", "activation_days", "ramp_days"], rows

    def project_cost(self, project):
        capital = project["capital"] if "capital" in project else project["capital_per_unit"] * self.growth(project)
        return significant(self.assume["support"] * capital, 4)

    def project_table(self):
        known, rows = dict(self.projects), []
        for name, site, item, recipe, _, _ in self.unlocked():
            p = known[name]
            rows.append((name, site, item, recipe, self.project_cost(p), p["days"], ";".join(p.get("partners", [])) or None))
        return ["project", "site", "item", "recipe", "cost", "days", "partners"], rows

    def item_table(self):
        return ["item", "name", "class", "critical", "unit", "unit_value", "holding_cost"], [
            (item, d["name"], d["class"], d.get("critical", False), d["unit"], d["value"],
             significant(self.assume["carrying"][d["class"]] * d["value"] / MONTHS, 4)) for item, d in self.items.items()]

    def recipe_table(self):
        return ["recipe", "item", "input", "quantity"], [(recipe, d["item"], item, quantity)
                                                         for recipe, d in self.assume["recipes"].items()
                                                         for item, quantity in d["inputs"].items()]

    def market_tables(self):
        rows = [(f"market-{market}", item, significant(self.demand_of(item, market) / MONTHS, 5),
                 significant(multiple * self.items[item]["value"]))
                for item, multiple in self.assume["shortage_multiple"].items() for market in MARKETS]
        return (["market", "name", "region"], [(f"market-{m}", self.name(m), m) for m in MARKETS]), (
            ["market", "item", "quantity", "shortage_cost"], rows)

    # Lanes

    def links(self):
        """(item, origin, destination) of every pair of regions between which an item moves."""
        a, out = self.assume, []
        out += [(ore, o, d) for ore, feeds in a["ore_lanes"].items() for d, origins in feeds.items() for o in origins]
        makers = {}
        for site, item, *_ in self.sources():
            makers.setdefault(item, set()).add(site.removeprefix(item + "-"))
        for name, _, item, *_ in self.unlocked():
            makers[item].add(dict(self.projects)[name]["region"])
        users = [(item, region) for (_, region, inputs) in self.users() for item in inputs]
        out += [(item, o, d) for item, d in sorted(set(users)) for o in sorted(makers[item])
                if d in a["metal_destinations"].get(o, MARKETS)]
        out += [(item, o, d) for item, feeds in a["product_lanes"].items() for d, origins in feeds.items() for o in origins]
        out += [("magnets", "USA", "USA")]
        return out

    def users(self):
        """(item, region, inputs that are refined) of every plant that takes refined metal, those of projects among them."""
        a = self.assume
        plants = [(item, c, d["recipe"]) for item, of_country in a["plants"].items() for c, d in of_country.items() if "recipe" in d]
        plants += [(p["plant"], p["region"], p["recipe"]) for _, p in self.projects if "plant" in p]
        return [(item, region, a["recipes"][recipe]["inputs"]) for item, region, recipe in plants]

    def ways(self, origin, destination):
        """(km by sea, km by land, corridor, extra cost of a tonne) of each way: the one around all straits and, where it is
        there in an earlier month, the shortest, which leads through Suez then."""
        f = self.assume["freight"]
        ports = {end: f["ports"].get(end, [end]) for end in (origin, destination)}
        if origin in f["ways"]:
            return [(self.world.routes([way["port"]], ports[destination])[0][0], way["land_km"], way["corridor"], way["per_tonne"])
                    for way in f["ways"][origin]]
        routes, land = self.world.routes(ports[origin], ports[destination]), f["land_km"].get(origin, 0)
        sooner = self.months(routes[0][0], land) < self.months(routes[-1][0], land)
        around = [(routes[-1][0], land, None, 0)]
        return [(routes[0][0], land, "Suez", 0), *around] if sooner else around

    def lead_days(self, km, by_land):
        f = self.assume["freight"]
        return round(f["port_days"] + km / f["km_a_day"] + by_land / f["land_km_a_day"])

    def months(self, km, by_land):
        return math.ceil(self.lead_days(km, by_land) / self.days)

    def lane_table(self):
        f, rows = self.assume["freight"], []
        for item, origin, destination in self.links():
            tonnes = self.items[item]["tonnes"] * KT_AND_MILLION
            land = f["overland"].get(f"{origin}-{destination}")
            if origin == destination or land:
                km, days = (land["km"], land["days"]) if land else (f["inland_km"], None)
                rows.append((origin, destination, item, significant(tonnes * f["inland_per_tonne_km"] * km, 4), days, None, "inland"))
                continue
            bulk = "bulk_" if item in f["bulk"] else ""
            for km, by_land, corridor, extra in self.ways(origin, destination):
                a_tonne = f[f"{bulk}terminals_per_tonne"] + f[f"{bulk}sea_per_tonne_km"] * km + f["inland_per_tonne_km"] * by_land + extra
                rows.append((origin, destination, item, significant(tonnes * a_tonne, 4), self.lead_days(km, by_land), corridor, "sea"))
        return ["from", "to", "item", "unit_cost", "lead_days", "corridor", "mode"], rows

    # Borders

    def camps(self):
        """The two sides of a rift, by how they vote."""
        score = {frozenset(row[:2]): row[2] for row in self.alignment_table()[1]}
        limit = self.assume["camps"]
        near = {end: [r for r in self.regions if r == end or score[frozenset((r, end))] >= limit[camp]]
                for camp, end in (("west", "USA"), ("east", "CHN"))}
        return near["USA"], [r for r in near["CHN"] if r not in near["USA"]]

    def blocs(self):
        west, east = self.camps()
        fragile = [r for r in self.source_countries if self.world.stability[r] < self.assume["fragile"]]
        return self.bloc_table({"West": ("camp", west), "East": ("camp", east), "Fragile": ("unstable states", fragile)})

    def control_table(self):
        rows = [(b["origin"], b["destination"], b["item"], "ban", None, None, None, None) for b in self.assume["bans"]]
        for rule, entries in self.assume["rules"].items():
            rows += [(e["origin"], e["destination"], e["item"], e["kind"], significant(e["limit"] * self.need(e["item"]) / MONTHS, 4),
                      e.get("cost"), rule, False) for e in entries]
        return ["origin", "destination", "item", "kind", "limit", "cost", "rule", "in_force"], rows

    # Risk

    def events(self):
        """Name -> (events a year, hits). Outages of countries follow from governance."""
        outages = {f"outage-{c}": (self.outage_rate(c), [self.stop("region", c)]) for c in self.assume["country_outages"]}
        return outages | {name: (e["rate"], e["hits"]) for name, e in self.assume["events"].items()}

    def stops(self):
        return {f"stop-{site}": (RARE, [self.stop("site", site)]) for item in self.items for site in self.greatest(item)[:2]}

    def stop_of(self, item):
        return {f"stop-{site}": (RARE, [self.stop("site", site)]) for site in self.greatest(item)[:1]}

    def stop(self, kind, target):
        return {"kind": kind, "target": target, "factor": 0, "days": self.assume["outage_rate"]["days"]}

    def greatest(self, item):
        """The sites of which most of an item can be bought, the greatest first."""
        return [row[0] for row in sorted(self.sources(), key=lambda row: -row[3]) if row[1] == item]

    def risk_tables(self, events):
        day, rows, hit_by = self.assume["first_day"], [], {}
        for event, (rate, hits) in events.items():
            names = [event if len(hits) == 1 else f"{event}: {n + 1}" for n in range(len(hits))]
            rows += [(name, h["kind"], h["target"], h["factor"], day, h.get("days"), h.get("ramp"), h.get("added"))
                     for name, h in zip(names, hits)]
            hit_by[event] = rate, names
        columns = ["disruption", "target_kind", "target", "factor", "start_day", "duration_days", "ramp_days", "added_rate"]
        return (columns, rows), self.scenario_table(hit_by, self.periods / MONTHS)

    # The case and its variants

    def tables(self, variant=None):
        kind, _, what = (variant or "").partition(":")
        safe = kind not in ("cheapest", "second")
        markets, demand = self.market_tables()
        out = {"settings": self.settings_table("critical minerals" + (f": {variant}" if variant else ""), safe, safe and kind != "no-stock"),
               "regions": self.region_table(), "blocs": self.blocs(), "alignment": self.alignment_table(), "items": self.item_table(),
               "recipes": self.recipe_table(), "sites": self.site_table(), "capabilities": self.capability_table(),
               "projects": self.project_table(), "lanes": self.lane_table(), "duties": self.duty_table(["ore"]),
               "controls": self.control_table(), "markets": markets, "demand": demand}
        one_main = self.assume["policies"]["one_main"]
        if safe:
            out["disruptions"], out["scenarios"] = self.risk_tables(self.events_of(kind, what))
            out["policies"] = self.policy_table(one_main)
            parts = {item: 1 if item in self.assume["plants"] else self.assume["today"] for item in self.items}
            out["current"] = self.current_table(out["capabilities"], out["projects"], parts)
        if kind == "second":
            out["policies"] = self.policy_table([metal for metal in one_main if metal == what], [what])
        if kind == "no-projects":
            out = self.without_cover(without_projects(out, [name for name, _ in self.projects]))
        if kind == "magnets":
            out = self.only(out, CHAIN_OF_MAGNETS)
        if kind == "refined":
            out = self.refined(out)
        return out

    def events_of(self, variant, what):
        if variant == "stops":
            return self.stops()
        if variant == "stop-of":
            return self.stop_of(what)
        chosen = {"magnets": SHOCKS_OF_MAGNETS, "refined": SHOCKS_OF_REFINED}.get(variant)
        return {name: e for name, e in self.events().items() if chosen is None or name in chosen}

    def refined(self, tables):
        """The tables of refined metals alone, as if they came from nothing, which the markets themselves need; one year."""
        tables = without_projects(self.only(tables, MINERALS), [name for name, _ in self.projects])
        del tables["recipes"], tables["current"]
        tables["duties"] = self.duty_table()
        days = self.days * self.periods
        changes = {"period_days": days, "periods": 1, "strategic_stock": False}
        tables["settings"] = ["key", "value"], [(key, changes.get(key, value)) for key, value in tables["settings"][1]]
        columns, _ = tables["capabilities"]
        price = {site: a["cost"] * self.items[item]["value"] for item, of_country in self.assume["refineries"].items()
                 for site, a in ((f"{item}-{c}", a) for c, a in of_country.items())}
        tables["capabilities"] = columns, [
            (site, item, None, capacity * MONTHS, significant(price[site], 4), first, qualified, significant(fee * MONTHS, 4), surge, None, None)
            for site, item, _, capacity, _, first, qualified, fee, surge, *_ in tables["capabilities"][1]]
        served = {(item, destination) for item, _, destination in self.links()}
        tables["demand"] = tables["demand"][0], [
            (f"market-{market}", item, significant(quantity * self.demand_of(product, market), 5),
             significant(self.assume["shortage_multiple"][product] * self.items[item]["value"]))
            for recipe in ("nickel-cells", "sintering") for product in (self.assume["recipes"][recipe]["item"],)
            for item, quantity in self.assume["recipes"][recipe]["inputs"].items() for market in MARKETS if (item, market) in served]
        columns, rows = tables["disruptions"]
        tables["disruptions"] = columns, [(name, kind, target, factor, 0, length, ramp, None) for name, kind, target, factor, _, length, ramp, _ in rows]
        columns, rows = tables["controls"]
        tables["controls"] = columns, [row for row in rows if row[3] == "ban"]
        return self.without_cover(tables)

    @staticmethod
    def without_cover(tables):
        """Without what projects add, no other country can cover as much of the rare earths as the policies ask for."""
        columns, rows = tables["policies"]
        return {**tables, "policies": (columns, [row for row in rows if row[1:3] != ("backup_cover", "rare-earths")])}

    @staticmethod
    def only(tables, items):
        """The tables with these items alone, and what speaks of them."""
        columns, rows = tables["projects"]
        tables = without_projects(tables, [row[0] for row in rows if row[2] not in items])
        out = {}
        for name, (columns, rows) in tables.items():
            if name != "duties" and "item" in columns:
                at = columns.index("item")
                rows = [row for row in rows if row[at] in items]
            out[name] = columns, rows
        sites = {row[0] for row in out["capabilities"][1]}
        columns, rows = out["sites"]
        out["sites"] = columns, [row for row in rows if row[0] in sites]
        return out


PACKAGE = {
    "name": "critical-minerals",
    "title": "Battery and magnet minerals from mine to cell and magnet",
    "description": "Lithium, cobalt, nickel, graphite and magnet rare earths from mines over refineries to cell and magnet plants of four"
                   " markets, over twelve months. Million USD, kilotonnes of contained metal, GWh. Prices, recipes, plants, demands, projects"
                   " and event rates are assumptions.",
    "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                  "title": "Creative Commons Attribution 4.0"}],
    "sources": [
        {"title": "IEA, Critical Minerals Data Explorer, May 2025 edition (CC BY 4.0)"},
        {"title": "World Bank, Worldwide Governance Indicators, 2024 update, Kaufmann and Kraay (CC BY 4.0)"},
        {"title": "Bailey, Strezhnev and Voeten, United Nations General Assembly ideal points (CC0)"},
        {"title": "DESTA, Design of Trade Agreements, Dür, Baccini and Elsig (2014)"},
        {"title": "Sea distances computed with searoute 1.6.0 (Apache-2.0)"},
        {"title": "CEPII GeoDist, Mayer and Zignago (2011) (Etalab Open Licence 2.0)"},
    ],
}


if __name__ == "__main__":
    build_command(__doc__, os.path.join(HERE, "case"), PACKAGE, Build().tables)
