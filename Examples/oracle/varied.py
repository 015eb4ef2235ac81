#!/usr/bin/env python3
"""Write random cases with contracts, projects and rules that change, for compare.py.

    varied.py OUT [COUNT]

The cases OUT/0 … are those of ../benchmark/make_case.py with two tiers of recipes and three periods, and with price tiers of
either kind, clusters, projects alone, joint and in competition, bans, quotas, licences and screening in force or not, duties
that belong to rules, preferential rates, disruptions of lanes, demand, duties and controls, sites that are said to be hubs or none,
and up to two policies on totals, changes, times or services.
"""
import csv
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MAKE = os.path.join(HERE, "..", "benchmark", "make_case.py")
SIZE = "--sites 5 --items 3 --markets 2 --scenarios 2 --regions 3 --tiers 2 --periods 3".split()
PERIOD = 30


class Tables:
    """The tables of a case folder, read and written as a whole."""

    def __init__(self, folder):
        self.folder, self.rows = folder, {}

    def __getitem__(self, name):
        if name not in self.rows:
            path = os.path.join(self.folder, name + ".csv")
            self.rows[name] = []
            if os.path.exists(path):
                with open(path, newline="", encoding="utf-8") as file:
                    self.rows[name] = list(csv.DictReader(file))
        return self.rows[name]

    def write(self):
        for name, rows in self.rows.items():
            columns = list(dict.fromkeys(column for row in rows for column in row))
            if not rows:
                continue
            with open(os.path.join(self.folder, name + ".csv"), "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def days(draw):
    return draw.choice(("", 0, 20, PERIOD, 50))


def add_contracts(tables, draw):
    for row in tables["capabilities"]:
        if not row["recipe"] and draw.random() < 0.7:
            capacity, cost = float(row["capacity"]), float(row["unit_cost"])
            for part, factor in ((0.4, 0.9), (draw.choice((0.7, 1)), draw.choice((0.6, 0.75, 1.2)))):
                tables["price_tiers"].append(dict(site=row["site"], item=row["item"], from_volume=part * capacity, unit_cost=cost * factor))
    tables["settings"].append(dict(key="price_tiers", value=draw.choice(("incremental", "all_units"))))
    for region in draw.sample(tables["regions"], 2):
        for least in (1, 2):
            tables["clusters"].append(dict(region=region["region"], min_sites=least, saving=draw.randrange(100, 900) * least))
    for row in tables["demand"]:
        row["min_service"] = draw.choice(("", "", 0.2))


def add_projects(tables, draw):
    regions = [row["region"] for row in tables["regions"]]
    for a, b in zip(regions, regions[1:] + regions[:1]):
        tables["alignment"].append(dict(region_a=a, region_b=b, score=draw.choice((-0.6, 0.2, 0.5, 0.9))))
    homes = {row["site"]: row["region"] for row in tables["sites"]}
    for number, row in enumerate(draw.sample(tables["capabilities"], 3)):
        names = [f"project {number}", f"project {number} in haste"][:draw.choice((1, 2))]
        strangers = [region for region in regions if region != homes[row["site"]]]
        for name in names:
            tables["projects"].append(dict(project=name, site=row["site"], item=row["item"], recipe=row["recipe"], cost=draw.randrange(100, 900),
                                           days=draw.choice((0, 20, 40)), partners=draw.choice(("", ";".join(strangers)))))


def add_rules(tables, draw):
    ends = [row["region"] for row in tables["regions"]] + ["Pact", "*"]
    items = [row["item"] for row in tables["items"]]
    tables["blocs"].extend(dict(bloc="Pact", region=region) for region in draw.sample(ends[:-2], 2))
    for kind in ("ban", "quota", "licence", "screening"):
        here = dict(limit=draw.randrange(5, 60) if kind in ("quota", "licence") else "", cost=draw.choice((0.5, 2)) if kind == "licence" else "")
        is_rule = kind != "screening" and (kind == "ban" or draw.random() < 0.6)
        tables["controls"].append(dict(origin=draw.choice(ends), destination=draw.choice(ends[:-1]), item=draw.choice(items), kind=kind, **here,
                                       rule=f"{kind} rule" if is_rule else "", in_force="false" if is_rule and draw.random() < 0.7 else ""))
    # Different ranks, so that no two rows contradict each other.
    for origin, rate in (("*", 0.1), (draw.choice(ends[:-2]), 0.3)):
        tables["duties"].append(dict(origin=origin, destination="*", rate=rate, rule="", in_force=""))
    tables["duties"].append(dict(origin=ends[0], destination=ends[1], rate=0, rule="agreement", in_force=draw.choice(("", "false"))))
    # Within the pact less is due on what has content enough; the later an item is made the more it is worth.
    tables["duties"].append(dict(origin="Pact", destination="Pact", rate=0.02, requires_content=draw.choice((0.3, 0.5, 0.7))))
    for row in tables["items"]:
        row["unit_value"] = 10 if row["item"] in {other["input"] for other in tables["recipes"]} else 40


def add_shocks(tables, draw):
    ends = [row["region"] for row in tables["regions"]] + ["Pact", "*"]
    item = draw.choice(tables["items"])["item"]
    lane = draw.choice(tables["lanes"])
    rules = [row["rule"] for row in tables["controls"] if row["rule"]]
    shocks = [
        dict(target_kind="lane", target=f"{lane['from']} > {lane['to']}", factor=0),
        dict(target_kind="demand", target=draw.choice(("*", item, "M00")), factor=draw.choice((0.5, 1.5))),
        dict(target_kind="duty", target=draw.choice((f"{draw.choice(ends)} > *", f"* > {draw.choice(ends[:-1])}: {item}")), factor=draw.choice((1, 2)),
             added_rate=0.2),
        dict(target_kind="duty", target="agreement", factor=draw.choice((0, 1))),
        dict(target_kind="control", target=draw.choice(rules), factor=draw.choice((0, 1))),
        dict(target_kind="control", target=f"{draw.choice(ends[:-2])} > *: {item}", factor=0),
    ]
    scenarios = sorted({(row["scenario"], row["probability"]) for row in tables["scenarios"]})
    for number, shock in enumerate(shocks):
        ramp = "" if shock["target_kind"] == "control" or shock["target"] == "agreement" else draw.choice(("", 40))
        tables["disruptions"].append(dict(disruption=f"shock {number}", start_day=days(draw), duration_days=days(draw), ramp_days=ramp, **shock))
        name, probability = draw.choice([*scenarios, (f"shock {number}", 0.05)])
        tables["scenarios"].append(dict(scenario=name, probability=probability, disruption=f"shock {number}"))


def add_policies(tables, draw):
    for row in tables["capabilities"]:
        row["emissions"] = draw.choice(("", 1, 3))
        locked = any((row["site"], row["item"]) == (other["site"], other["item"]) for other in tables["projects"])
        if not locked and draw.random() < 0.4:
            tables["current"].append(dict(site=row["site"], item=row["item"], recipe=row["recipe"], role=draw.choice(("primary", "backup"))))
    for table in ("sites", "regions"):
        for row in tables[table]:
            row["outage_days"] = draw.choice((20, 40, 60))
    need = sum(float(row["quantity"]) for row in tables["demand"])
    value = max(float(row["shortage_cost"]) for row in tables["demand"]) * need
    kinds = {
        "max_capital": dict(limit=draw.randrange(3000, 12000)), "max_emissions": dict(limit=need * draw.choice((2, 6, 12))),
        "min_service": dict(limit=draw.choice((0.3, 0.6)), scope=draw.choice(("", "scenario"))),
        "max_cvar": dict(limit=value * draw.choice((1, 2)), level=draw.choice(("", 0.5))),
        "max_cvar_shortage": dict(limit=draw.choice((0.3, 0.6)), market=draw.choice(("", "M01"))),
        "chance_service": dict(limit=draw.choice((0.6, 0.9)), level=draw.choice((0.3, 0.6))),
        "survive": dict(limit=value * draw.choice((0.5, 1.5)), scope=draw.choice(("", "supplier", "region"))),
        "max_changes": dict(limit=draw.randrange(1, 6)), "max_lead_days": dict(limit=draw.choice((10, 30)), market=draw.choice(("", "M00"))),
    }
    for kind in draw.sample(sorted(kinds), draw.choice((0, 1, 1, 2))):
        tables["policies"].append(dict(policy=f"policy {kind}", kind=kind, **kinds[kind]))
    if draw.random() < 0.5:
        for row in tables["settings"]:
            if row["key"] in ("risk_measure", "risk_weight"):
                row["value"] = "worst" if row["key"] == "risk_measure" else 0.4


def add_hubs(tables, draw):
    """Says of some sites whether they are hubs, whatever they make."""
    for row in tables["sites"]:
        row["hub"] = draw.choice(("", "", "true", "false"))


def main():
    out, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12
    for seed in range(count):
        folder = os.path.join(out, str(seed))
        subprocess.run([sys.executable, MAKE, folder, *SIZE, "--seed", str(seed)], check=True)
        draw, tables = random.Random(seed), Tables(folder)
        if seed % 2:
            for row in tables["lanes"]:
                row["lead_days"] = draw.choice((0, 0, 20, 45))
            tables["settings"].append(dict(key="strategic_stock", value="true"))
        add_contracts(tables, draw)
        add_projects(tables, draw)
        add_rules(tables, draw)
        add_shocks(tables, draw)
        add_policies(tables, draw)
        add_hubs(tables, random.Random(f"hubs {seed}"))
        tables.write()


if __name__ == "__main__":
    main()
