#!/usr/bin/env python3
"""Build the tables of the light-metals case from facts/ and assumptions.json.

    build.py                             write case/
    build.py --check                     fail if case/ differs from what would be written
    build.py --variant NAME OUT          write a variant into OUT:
        cheapest                         no policies, risk aversion, scenarios and projects
        second:METAL                     cheapest, but for a second source of that metal
        stops                            the case with one scenario for each source country that stops for two years
        reduced                          the case with two of its scenarios: small enough for glpsol
        no-stock                         the case without strategic stock
        no-projects                      the case without projects

Money is in million USD, quantities in kilotonnes (gallium and its devices in tonnes), a period is two years.
Standard library only; the same inputs always give the same bytes.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, ".."))
from case_folder import build_command  # noqa: E402
from world_case import WorldCase, without_projects  # noqa: E402
from world_facts import significant  # noqa: E402

MARKETS = {"EU-aerospace": "EU", "US-aerospace": "USA", "EU-vehicles": "EU", "US-vehicles": "USA",
           "JP-vehicles": "JPN", "KR-vehicles": "KOR"}
MILL_REGIONS = ("EU", "USA", "JPN", "KOR")
METALS = ("alumina", "aluminium", "magnesium", "sponge", "gallium")
UNITS = {"kilograms": 1e-3, "metric tons": 1e-3, "thousand metric tons": 1, "thousand metric dry tons": 1}
REDUCED = ("china-stop", "gallium-stop")          # the scenarios of the variant reduced
KT_AND_MILLION = 1e-3                             # 1 USD a tonne is 0.001 million USD a kilotonne


class Build(WorldCase):
    def __init__(self):
        super().__init__(HERE)
        self.output, self.capacity = {}, {}
        for r in self.world.rows("output_and_capacity"):
            # Kilograms of gallium become tonnes, tonnes of sponge kilotonnes.
            scale, key = UNITS[r["unit"]], (r["metal"], r["iso3"])
            if r["output"]:
                self.output[key] = float(r["output"]) * scale
            if r["capacity"]:
                self.capacity[key] = float(r["capacity"]) * scale
        self.years = self.days / 365               # in a period; capacities and demands of the tables are per period
        self.mills = self.find_mills()
        self.projects = list(self.assume["projects"].items())
        sources = {c for of_metal in self.assume["sources"].values() for c in of_metal}
        self.source_countries = sorted(sources - {"EU"})
        self.regions = sorted({*sources, *MILL_REGIONS, *(p["region"] for _, p in self.projects)})

    # Demand

    def demand_of(self, item, market):
        shares = self.assume["demand_share"][item]
        return shares.get(market, 0) * self.output[shares["of"], "WORLD"] * self.years

    def regional_demand(self, item, region):
        return sum(self.demand_of(item, market) for market, place in MARKETS.items() if place == region)

    @staticmethod
    def markets():
        return MARKETS

    def demand(self):
        rows = []
        for item, multiple in self.assume["shortage_multiple"].items():
            price = significant(multiple * self.assume["items"][item]["value"])
            rows += [(market, item, significant(self.demand_of(item, market), 5), price)
                     for market in MARKETS if self.demand_of(item, market) > 0]
        return ["market", "item", "quantity", "shortage_cost"], rows

    # Supply

    def available(self, metal, country):
        """What the plants of the case can buy of a country in a period: a share of its capacity, of its output where
        no capacity is known."""
        source = self.assume["sources"][metal][country]
        known = [self.capacity.get((metal, c), self.output.get((metal, c))) for c in source.get("of", [country])]
        return significant(source["share"] * sum(known) * self.years, 5)

    def find_mills(self):
        """(region, recipe) -> capacity, of the mills that stand."""
        mills, capacity = self.assume["mills"], {}
        for recipe in mills["cost"]:
            item = self.assume["recipes"][recipe]["item"]
            for region in MILL_REGIONS:
                size = mills["capacity"] * self.regional_demand(item, region)
                size += self.assume["mills_without_own_demand"].get(region, {}).get(recipe, 0) * self.years
                if size > 0:
                    capacity[region, recipe] = significant(size, 5)
        return capacity

    def scrap(self):
        """(region, kind of scrap) -> what can be collected."""
        return {(region, kind): significant(share * self.regional_demand(entry["of"], region), 5)
                for kind, entry in self.assume["scrap"].items() for region, share in entry.items() if region != "of"}

    def scrap_kinds(self):
        return {kind for _, kind in self.scrap()}

    def sites(self):
        rows = [(f"{metal}-{c}", f"{self.assume['items'][metal]['name']}, {self.name(c)}", c)
                for metal in METALS for c in self.assume["sources"][metal]]
        rows += [(f"mill-{r}", f"mills and foundries, {self.name(r)}", r) for r in MILL_REGIONS]
        rows += [(f"scrap-{r}", f"scrap collected, {self.name(r)}", r) for r in sorted({r for r, _ in self.scrap()})]
        standing = {site for site, _, _ in rows}
        for name, p in self.projects:
            if p["site"] not in standing:
                rows.append((p["site"], name, p["region"]))
        return ["site", "name", "region", "existing", "closing_cost"], [(*row, True, 0) for row in rows]

    def capabilities(self):
        a, rows = self.assume, []

        def add(site, item, recipe, capacity, cost, qualification=0, qualified=True):
            fee, surge = (significant(a["contracts"][k] * cost, 4) for k in ("reservation", "surge"))
            rows.append((site, item, recipe, capacity, significant(cost, 4), qualification or None, qualified, fee, surge))

        for metal in METALS:
            value = a["smelting_value"] if metal == "aluminium" else a["items"][metal]["value"]
            recipes = a["recipe_of_source"].get(metal, {})
            for country, source in a["sources"][metal].items():
                first = a["qualification"].get(metal, {}).get(country, 0)
                add(f"{metal}-{country}", metal, recipes.get(country, recipes.get("*")), self.available(metal, country),
                    source["cost"] * value, first, first == 0)
        for (region, recipe), capacity in self.mills.items():
            add(f"mill-{region}", a["recipes"][recipe]["item"], recipe, capacity,
                a["mills"]["cost"][recipe] * a["mills"]["region"][region])
        for (region, kind), capacity in self.scrap().items():
            add(f"scrap-{region}", kind, None, capacity, a["items"][kind]["value"])
        for _, p in self.projects:
            add(p["site"], p["item"], p.get("recipe"), significant(p["capacity"] * self.years), p["cost"])
        return ["site", "item", "recipe", "capacity", "unit_cost", "qualification_cost", "qualified", "reservation_cost",
                "surge_cost"], rows

    def project_cost(self, project):
        return significant(self.assume["capital_charge"] * project["capital"] * self.years * self.periods, 4)

    def project_table(self):
        return ["project", "site", "item", "recipe", "cost", "days"], [
            (name, p["site"], p["item"], p.get("recipe"), self.project_cost(p), p["days"]) for name, p in self.projects]

    def recipes(self):
        return ["recipe", "item", "input", "quantity"], [
            (recipe, entry["item"], item, quantity)
            for recipe, entry in self.assume["recipes"].items() for item, quantity in entry["inputs"].items()]

    def holding(self, item):
        """What keeping a unit costs for a period."""
        a, years = self.assume["carrying"], self.years * self.periods
        share = sum(part.get(item, part["*"]) / (years if name == "sold at a loss of" else 1) for name, part in a.items())
        return significant(share * self.years * self.assume["items"][item]["value"], 4)

    def items(self):
        return ["item", "name", "class", "critical", "unit", "unit_value", "holding_cost"], [
            (item, d["name"], d["class"], d.get("critical", False), d["unit"], d["value"],
             self.holding(item))
            for item, d in self.assume["items"].items()]

    # Borders

    def controls(self):
        return ["origin", "destination", "item", "kind"], [(b["origin"], b["destination"], b["item"], "ban")
                                                           for b in self.assume["bans"]]

    # Lanes

    def distance(self, origin, destination):
        """km of the shortest way by sea between the nearest main ports."""
        ports = self.assume["freight"]["ports"]
        return self.world.routes(*(ports.get(r, [r]) for r in (origin, destination)))[0][0]

    def freight(self, item, km, rail, sea=True):
        """Million USD for a unit of an item: by sea with terminals, and overland."""
        f = self.assume["freight"]
        kind = "bulk_" if item == "alumina" else ""
        cost = f["inland_per_tonne_km"] * rail
        if sea:
            cost += f[f"{kind}terminals_per_tonne"] + f[f"{kind}sea_per_tonne_km"] * km
        unit = KT_AND_MILLION if self.assume["items"][item]["unit"] == "kt" else KT_AND_MILLION / 1e3
        return significant(unit * cost, 5)

    def links(self):
        """(item, origin, destination) of every pair of regions between which an item moves."""
        a, out = self.assume, []
        users = {"aluminium": MILL_REGIONS, "magnesium": MILL_REGIONS, "sponge": ("EU", "USA", "JPN"),
                 "gallium": MILL_REGIONS}
        out += [("alumina", o, d) for d, origins in a["alumina_lanes"].items() for o in origins]
        for metal, destinations in users.items():
            origins = sorted({*a["sources"][metal], *(p["region"] for _, p in self.projects if p["item"] == metal)})
            out += [(metal, o, d) for o in origins for d in destinations]
        out += [("magnesium", o, "SAU") for o in a["saudi_magnesium"]]
        out += [(kind, region, region) for region, kind in self.scrap()]
        for item, origins in a["product_lanes"].items():
            out += [(item, o, d) for o in origins for d in MILL_REGIONS if self.regional_demand(item, d) > 0]
        return out

    def lanes(self):
        f, rows = self.assume["freight"], []
        for item, origin, destination in self.links():
            overland = f["overland"].get(f"{origin}-{destination}")
            if origin == destination or overland:
                cost = self.freight(item, 0, overland or f["inland_km"], sea=False)
                rows.append((origin, destination, item, cost, "inland"))
            else:
                cost = self.freight(item, self.distance(origin, destination), f["rail"].get(origin, 0))
                rows.append((origin, destination, item, cost, "sea"))
        return ["from", "to", "item", "unit_cost", "mode"], rows

    # Risk

    def events(self):
        """Name -> (events a year, what it hits). Country outages follow from governance."""
        risk, out, day = self.assume["outage_rate"], {}, self.assume["year_of_outage"]
        for country in self.source_countries:
            rate = self.outage_rate(country)
            if rate >= self.assume["rarest_country_outage"] and country not in self.assume["outages_left_out"]:
                left = round(1 - risk["days"] / self.days, 4)
                out[f"outage-{country}"] = rate, [["region", country, left, day, self.days]]
        out.update((name, (e["rate"], e["hits"])) for name, e in self.assume["events"].items())
        return out

    def stops(self):
        """One event for each country with a source of a metal: nothing leaves it in the second period."""
        day = self.assume["year_of_outage"]
        return {f"stop-{c}": (0.001, [["region", c, 0, day, self.days]]) for c in self.source_countries}

    def disruptions(self, events):
        rows = [(f"{name}: {target}", kind, target, factor, start, days)
                for name, (_, hits) in events.items() for kind, target, factor, start, days in hits]
        return ["disruption", "target_kind", "target", "factor", "start_day", "duration_days"], rows

    def scenarios(self, events):
        hit_by = {name: (rate, [f"{name}: {target}" for _, target, *_ in hits]) for name, (rate, hits) in events.items()}
        return self.scenario_table(hit_by, self.years * self.periods)

    # The case and its variants

    def common(self):
        return {"regions": self.region_table(),
                "blocs": self.bloc_table({"Gulf": ("behind a strait", self.assume["gulf"])}),
                "alignment": self.alignment_table(),
                "items": self.items(), "recipes": self.recipes(), "sites": self.sites(),
                "capabilities": self.capabilities(), "projects": self.project_table(), "lanes": self.lanes(), "duties": self.duty_table(["scrap"]),
                "controls": self.controls(),
                "markets": (["market", "region"], list(MARKETS.items())), "demand": self.demand()}

    def tables(self, variant=None):
        kind, _, what = (variant or "").partition(":")
        safe = kind not in ("cheapest", "second")
        out = {"settings": self.settings_table("light metals" + (f": {variant}" if variant else ""), safe, safe and kind != "no-stock"),
               **self.common()}
        if safe:
            events = self.stops() if kind == "stops" else self.events()
            if kind == "reduced":
                events = {name: events[name] for name in REDUCED}
            critical = [m for m in METALS if self.assume["items"][m].get("critical")]
            out.update(disruptions=self.disruptions(events), scenarios=self.scenarios(events), policies=self.policy_table(critical))
            parts = {item: self.assume["today"] if item in METALS else 1 for item in self.assume["items"] if item not in self.scrap_kinds()}
            out["current"] = self.current_table(out["capabilities"], out["projects"], parts)
        else:
            out = without_projects(out, [name for name, _ in self.projects])
        if kind == "second":
            out["policies"] = self.policy_table([what], [what])
        if kind == "no-projects":
            out = without_projects(out, [name for name, _ in self.projects])
        return out


PACKAGE = {
    "name": "light-metals",
    "title": "Sourcing aluminium, magnesium, titanium and gallium for aircraft and cars",
    "description": "Light metals from refinery to aerospace and vehicle plants of four regions over four years. Million USD, kilotonnes"
                   " (gallium in tonnes). Prices, recipes, demands, projects and event rates are assumptions.",
    "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                  "title": "Creative Commons Attribution 4.0"}],
    "sources": [
        {"title": "U.S. Geological Survey, Mineral Commodity Summaries 2025 and 2026 (public domain)"},
        {"title": "World Bank, Worldwide Governance Indicators, 2024 update, Kaufmann and Kraay (CC BY 4.0)"},
        {"title": "Bailey, Strezhnev and Voeten, United Nations General Assembly ideal points (CC0)"},
        {"title": "DESTA, Design of Trade Agreements, Dür, Baccini and Elsig (2014)"},
        {"title": "Sea distances computed with searoute 1.6.0 (Apache-2.0)"},
        {"title": "CEPII GeoDist, Mayer and Zignago (2011) (Etalab Open Licence 2.0)"},
    ],
}


if __name__ == "__main__":
    build_command(__doc__, os.path.join(HERE, "case"), PACKAGE, Build().tables)
