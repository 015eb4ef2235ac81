#!/usr/bin/env python3
"""Build the tables of the critical-minerals case from facts/ and assumptions.json.

    build.py                             write case/
    build.py --check                     fail if case/ differs from what would be written
    build.py --variant cheapest OUT      write the case without policies, risk aversion and scenarios into OUT

Money is in million USD, quantities in kilotonnes of contained metal, a period is a year. Standard library
only; the same inputs always give the same bytes.
"""
import argparse
import csv
import json
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, ".."))
from case_folder import case_files, write_files  # noqa: E402

COUNTRIES = {"Argentina": "ARG", "Australia": "AUS", "Canada": "CAN", "Chile": "CHL", "China": "CHN", "Finland": "FIN",
             "Germany": "DEU", "Indonesia": "IDN", "Japan": "JPN", "Malaysia": "MYS", "Russia": "RUS",
             "Sweden": "SWE", "United States": "USA"}
EU_MEMBERS = ("DEU", "FIN")                # those that are regions of the case
MARKETS = {"EU": "European Union", "USA": "United States", "JPN": "Japan", "KOR": "Korea", "IND": "India",
           "GBR": "United Kingdom"}
MARKET_PORTS = {"EU": ["NLD"], "USA": ["USA", "USA_E"]}      # others: the port of their own name
RED_SEA = "SAU"                                   # Jeddah: its sea distances tell which way leads to Suez
DAYS = 365
KT_AND_MILLION = 1e-3                             # 1 USD a tonne is 0.001 million USD a kilotonne


def facts(name):
    with open(os.path.join(HERE, "facts", name + ".csv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def significant(x, digits=6):
    """Rounded so that the tables are readable and the same on every machine."""
    return float(f"{x:.{digits}g}")


class Build:
    def __init__(self):
        with open(os.path.join(HERE, "assumptions.json"), encoding="utf-8") as f:
            self.assume = {name: entry["value"] for name, entry in json.load(f).items()}
        self.items = self.assume["items"]
        self.output = {(r["mineral"], COUNTRIES.get(r["country"], r["country"]), r["year"]): float(r["quantity_kt"])
                       for r in facts("refined_output")}
        self.plants = self.find_plants()
        self.suppliers = sorted({p["region"] for p in self.plants})
        self.regions = sorted({*self.suppliers, *MARKETS})
        self.sea = {}
        for r in facts("sea_distance"):
            km = tuple(float(r[k]) for k in ("km_open", "km_no_suez", "km_no_suez_no_malacca"))
            self.sea[r["from"], r["to"]] = self.sea[r["to"], r["from"]] = km

    # Supply

    def world(self, item):
        return self.output[self.items[item]["iea"], "TOTAL", "2024"]

    def find_plants(self):
        """Sites: a country's plants of 2024, and its growth to 2030 as a plant that can be opened."""
        a, plants = self.assume, []
        for item, data in self.items.items():
            world = self.world(item)
            for country in sorted(a["cost_factors"][item]):
                now, then = (self.output.get((data["iea"], country, year), 0.0) for year in ("2024", "2030"))
                share = a["available_share"].get(country, 1)
                known = dict(item=item, region=country, share=share, qualified=now / world >= a["qualified_share"])
                if now / world >= a["smallest_plant"]:
                    plants.append(dict(known, site=f"{item}-{country}", quantity=now, new=False))
                if (then - now) / world >= a["smallest_plant"] and now / world < a["dominant_share"]:
                    plants.append(dict(known, site=f"{item}-{country}-new", quantity=then - now, new=True,
                                       qualified=False))
        return plants

    def sites(self):
        rows = []
        for p in self.plants:
            name = f"{'new plants' if p['new'] else 'plants of 2024'}: {p['item']} in {p['region']}"
            capital = self.items[p["item"]]["capital"] * p["quantity"] * p["share"]
            opening = significant(self.assume["opening_support"] * capital, 4) if p["new"] else None
            rows.append((p["site"], name, p["region"], opening, not p["new"], None if p["new"] else 0))
        return ["site", "name", "region", "opening_cost", "existing", "closing_cost"], rows

    def capabilities(self):
        a, rows = self.assume, []
        for p in self.plants:
            data = self.items[p["item"]]
            rows.append((p["site"], p["item"], significant(p["quantity"] * p["share"], 5),
                         significant(data["price"] * a["cost_factors"][p["item"]][p["region"]]),
                         data["qualification"], p["qualified"], significant(a["reservation_share"] * data["price"]),
                         significant(a["surge_share"] * data["price"])))
        return ["site", "item", "capacity", "unit_cost", "qualification_cost", "qualified", "reservation_cost",
                "surge_cost"], rows

    # Demand

    def markets(self):
        return ["market", "name", "region"], [(f"market-{r}", name, r) for r, name in MARKETS.items()]

    def demand(self):
        rows = []
        for item, data in self.items.items():
            price = significant(data["price"] * data["shortage_multiple"])
            rows += [(f"market-{r}", item, significant(share * self.world(item), 5), price)
                     for r, share in self.assume["demand_share"][item].items()]
        return ["market", "item", "quantity", "shortage_cost"], rows

    # Regions, blocs, borders

    def region_table(self):
        places = {r["iso3"]: r for r in facts("coordinates")}
        rows = []
        for region in self.regions:
            place = places["BEL" if region == "EU" else region]
            rate = self.outage_rate(region) if region in self.suppliers else None
            rows.append((region, MARKETS.get(region) or place["country"], float(place["lat"]), float(place["lon"]),
                         None if rate is None else significant(rate, 4),
                         None if rate is None else self.assume["outage_rate"]["days"],
                         "EU" if region in EU_MEMBERS else None))
        return ["region", "name", "latitude", "longitude", "outage_rate", "outage_days", "parent"], rows

    def outage_rate(self, country):
        stability = {r["iso3"]: float(r["pv"]) for r in facts("political_stability")}[country]
        return self.assume["outage_rate"]["at_zero"] * 4 ** -stability

    def blocs(self):
        members_of = {r["number"]: r["members_iso3"].split() for r in facts("treaties")}
        rows = []
        for entry in self.assume["agreements"]:
            members = set(entry.get("members") or members_of[entry["treaty"]])
            if members & set(EU_MEMBERS):
                members = members - {"GBR"} - set(EU_MEMBERS) | {"EU"}
            rows += [(entry["bloc"], region, entry["kind"]) for region in sorted(members & set(self.regions))]
        rows += [("Export controls", region, "export-control regime") for region in self.assume["export_control_bloc"]]
        return ["bloc", "region", "kind"], rows

    def alignment(self):
        """1 at the same ideal point, −1 at the distance of the two that are furthest apart in the world, which
        stand in the extract for it; the European Union stands at the mean of its 27 members."""
        points = {r["iso3c"]: float(r["idealpointfp"]) for r in facts("ideal_points")}
        union = next(r for r in facts("treaties") if r["number"] == "324+1")["members_iso3"].split()
        members = [points[c] for c in union if c != "GBR"]
        span = max(points.values()) - min(points.values())
        points["EU"] = sum(members) / len(members)
        rows = [(a, b, round(1 - 2 * abs(points[a] - points[b]) / span, 3))
                for n, a in enumerate(self.regions) for b in self.regions[n + 1:]]
        return ["region_a", "region_b", "score"], rows

    def duties(self):
        rows = [(d["origin"], d["destination"], d["rate"]) for d in self.assume["duties"]]
        rows += [(d["bloc"], d["bloc"], 0) for d in self.assume["agreements"]]
        return ["origin", "destination", "rate"], rows

    def controls(self):
        return ["origin", "destination", "item", "kind"], [(b["origin"], b["destination"], b["item"], "ban")
                                                           for b in self.assume["bans"]]

    # Lanes

    def routes(self, origin, market):
        """(km, corridor) of each route by sea from a country's main port to the market's, the shortest way open
        first. Where the market has two ports the nearer one counts."""
        ports = MARKET_PORTS.get(market, [market])
        port = min((p for p in ports if p != origin), key=lambda p: self.sea[origin, p][0])
        km, no_suez, no_strait = self.sea[origin, port]
        around = [(no_suez, "Malacca"), (no_strait, "")] if no_strait > no_suez else [(no_suez, "")]
        if no_suez == km:
            return around
        # The eastern end is the one whose way to the Red Sea needs no Suez; a longer way there without
        # Malacca says that the route to Suez leads through that strait, and by how much the way around is longer.
        east = next(e for e in (origin, port) if self.sea[e, RED_SEA][0] == self.sea[e, RED_SEA][1])
        _, through, past = self.sea[east, RED_SEA]
        by_suez = [(km, "Suez+Malacca"), (km + past - through, "Suez")] if past > through else [(km, "Suez")]
        return by_suez + around

    def lanes(self):
        """One row for a mineral, a country that has plants of it, a market and a route."""
        f, rows = self.assume["freight"], []
        for item, data in self.items.items():
            tonnes = data["product_mass"] * KT_AND_MILLION
            for origin in sorted({p["region"] for p in self.plants if p["item"] == item}):
                for market in MARKETS:
                    if origin == market:
                        cost = tonnes * f["inland_per_tonne_km"] * f["inland_km"]
                        rows.append((origin, f"market-{market}", item, significant(cost, 5), "", "inland"))
                        continue
                    for km, corridor in self.routes(origin, market):
                        cost = tonnes * (f["terminals_per_tonne"] + f["sea_per_tonne_km"] * km)
                        rows.append((origin, f"market-{market}", item, significant(cost, 5), corridor, "sea"))
        return ["from", "to", "item", "unit_cost", "corridor", "mode"], rows

    # Risk

    def events(self):
        """Name -> (probability in a year, what it hits). Country outages follow from governance."""
        days, out = self.assume["outage_rate"]["days"], {}
        for country in self.suppliers:
            probability = 1 - math.exp(-self.outage_rate(country))
            if probability >= self.assume["rarest_country_outage"]:
                out[f"outage-{country}"] = probability, [["region", country, round(1 - days / DAYS, 4)]]
        for name, entry in self.assume["events"].items():
            out[name] = entry["probability"], entry["hits"]
        return out

    def disruptions(self):
        rows = []
        for name, (_, hits) in self.events().items():
            for kind, target, factor in hits:
                rows += [(disruption, kind, target, factor, 0, DAYS)
                         for disruption, kind, target in self.targets(name, kind, target)]
        return ["disruption", "target_kind", "target", "factor", "start_day", "duration_days"], rows

    @staticmethod
    def targets(event, kind, target):
        """Disruptions that an event consists of. A strait is every corridor that leads through it."""
        if kind != "strait":
            return [(f"{event}: {target}", kind, target)]
        corridors = ["Suez", "Suez+Malacca"] if target == "Suez" else ["Malacca", "Suez+Malacca"]
        return [(f"{event}: {corridor}", "corridor", corridor) for corridor in corridors]

    def scenarios(self):
        """Each event alone and some pairs. Events are independent: the probability of a scenario is that its events
        happen and no other does."""
        events = self.events()
        listed = [[name] for name in events] + self.assume["pairs"]
        rows = []
        for happening in listed:
            probability = 1.0
            for name, (p, _) in events.items():
                probability *= p if name in happening else 1 - p
            hits = [d for name in happening for kind, target, _ in events[name][1]
                    for d, _, _ in self.targets(name, kind, target)]
            rows += [("+".join(happening), significant(probability, 4), d) for d in hits]
        return ["scenario", "probability", "disruption"], rows

    # The rest

    def item_table(self):
        return ["item", "class", "critical", "unit", "unit_value"], [
            (item, data["class"], True, "kt of contained metal", data["price"]) for item, data in self.items.items()]

    def settings(self, cheapest):
        risk = [("risk_measure", "expected")] if cheapest else [("risk_measure", "cvar"), *self.assume["risk"].items()]
        return ["key", "value"], [
            ("name", "critical minerals" + (": cheapest layout" if cheapest else "")), ("currency", "million USD"),
            ("period_days", DAYS), ("periods", 1), *risk]

    def policies(self):
        p = self.assume["policies"]
        rows = [("one main supplier and backups abroad", "one_main", None, True, "region", None, p["backups"]),
                ("backups away from the main supplier", "separate", None, True, "region", None, None),
                ("three countries", "min_sources", None, True, "region", p["min_regions"], None)]
        for kind, title in (("max_share", "largest share"), ("backup_cover", "cover without any country")):
            rows += [(f"{title}: {item}", kind, item, None, "region", limit, None) for item, limit in p[kind].items()]
        return ["policy", "kind", "item", "critical", "scope", "limit", "count"], rows

    def tables(self, cheapest=False):
        out = {"settings": self.settings(cheapest), "regions": self.region_table(), "blocs": self.blocs(),
               "alignment": self.alignment(), "items": self.item_table(), "sites": self.sites(),
               "capabilities": self.capabilities(), "lanes": self.lanes(), "duties": self.duties(),
               "controls": self.controls(), "markets": self.markets(), "demand": self.demand()}
        if not cheapest:
            out.update(disruptions=self.disruptions(), scenarios=self.scenarios(), policies=self.policies())
        return out


PACKAGE = {
    "name": "critical-minerals",
    "title": "Sourcing refined battery and magnet minerals",
    "description": "Refined lithium, cobalt, nickel, graphite and magnet rare earths for six importing markets. Million USD, kilotonnes of"
                   " contained metal, one year. Prices, demands, fees and event probabilities are assumptions.",
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


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--variant", nargs=2, metavar=("cheapest", "OUT"))
    a = ap.parse_args()
    if a.variant:
        if a.variant[0] != "cheapest":
            ap.error("the only variant is cheapest")
        package = {**PACKAGE, "name": "critical-minerals-cheapest"}
        write_files(a.variant[1], case_files(package, Build().tables(cheapest=True)))
        return
    folder, files = os.path.join(HERE, "case"), case_files(PACKAGE, Build().tables())
    if not a.check:
        write_files(folder, files)
        return
    stale = sorted(set(os.listdir(folder)) ^ set(files) if os.path.isdir(folder) else files)
    for name, text in files.items():
        path = os.path.join(folder, name)
        if name not in stale:
            with open(path, encoding="utf-8", newline="") as f:
                if f.read() != text:
                    stale.append(name)
    if stale:
        sys.exit(f"case/ is not what build.py writes: {', '.join(sorted(stale))}")


if __name__ == "__main__":
    main()
