#!/usr/bin/env python3
"""Work out the case's answer with Mainstay: which links hang on one country, what a second source costs and saves,
and which project pays for itself.

    answer.py MAINSTAY_BINARY

Plans the case and its variants, two at a time, and prints the tables that stand in README.md. Exits with 1 where a plan
is not proven or not sound. Standard library only.
"""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, HERE)
from build import METALS, Build  # noqa: E402

SECOND = ("aluminium", "magnesium", "sponge", "gallium")
PRODUCTS = {"alumina": ("body-sheet", "aero-plate"), "aluminium": ("body-sheet", "aero-plate"),
            "magnesium": ("castings", "body-sheet"), "sponge": ("titanium-mill",), "gallium": ("gallium-devices",)}


class Session:
    """Plans variants of the case into a folder."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
        return done.stdout

    def case(self, variant):
        out = os.path.join(self.folder, variant.replace(":", "-"))
        self.run(sys.executable, os.path.join(HERE, "build.py"), "--variant", variant, out)
        return out

    def plan(self, name, case, *options):
        """A proven plan and the folder that it stands in."""
        path = os.path.join(self.folder, "plan-" + name.replace(":", "-"))
        self.run(self.binary, "plan", case, "--quiet", "--gap", "1e-6", "--output", path, *options)
        with open(os.path.join(path, "plan.json"), encoding="utf-8") as f:
            return json.load(f), path

    def variant(self, name):
        return self.plan(name, self.case(name))


def cost(document, scenario):
    """First stage and one scenario's cost together."""
    return document["costs"]["first_stage"] + next(s["cost"] for s in document["scenarios"] if s["scenario"] == scenario)


def missing(document, scenario, items):
    return sum(s["quantity"] for s in document["shortages"] if s["scenario"] == scenario and s["item"] in items)


def shares(document, metal):
    """Country -> share of what is bought of a metal in the undisturbed scenario, the largest first."""
    found = {s["site"].split("-")[1]: s["share"] for s in document["sourcing"] if s["item"] == metal and s["share"] > 0}
    return sorted(found.items(), key=lambda pair: -pair[1])


def links(build, cheapest, held):
    print("| metal | of the world's output | cheapest layout buys from | if that country stops for two years, short of |")
    print("|---|---|---|---|")
    for metal in METALS:
        world = build.output[metal, "WORLD"]
        top = max((c for m, c in build.output if m == metal and c not in ("WORLD", "OTHER")), key=lambda c: build.output[metal, c])
        country, share = shares(cheapest, metal)[0]
        demand = {item: sum(build.demand_of(item, m) for m in build.markets()) for item in PRODUCTS[metal]}
        short = ", ".join(f"{missing(held, f'stop-{country}', (item,)) / demand[item]:.0%} of {item}" for item in PRODUCTS[metal])
        print(f"| {metal} | {top} {min(1, build.output[metal, top] / world):.0%} | {country} {share:.0%} | {short} |")


def second_sources(session, pool, cheapest, held, stops):
    plans = dict(zip(SECOND, pool.map(lambda metal: session.variant(f"second:{metal}"), SECOND)))
    tested = dict(zip(SECOND, pool.map(
        lambda metal: session.plan(f"held-{metal}", stops, "--without-policies", "--fix", plans[metal][1])[0], SECOND)))
    print("\n| second source of | costs over four years | main country | its stop costs the cheapest layout | with the second source | saves |")
    print("|---|---|---|---|---|---|")
    for metal in SECOND:
        country = shares(cheapest, metal)[0][0]
        dearer = plans[metal][0]["objective"] - cheapest["objective"]
        before, after = (cost(document, f"stop-{country}") for document in (held, tested[metal]))
        print(f"| {metal} | {dearer:,.0f} | {country} | {before - cheapest['objective']:,.0f} | "
              f"{after - plans[metal][0]['objective']:,.0f} | {before - after:,.0f} |")


def projects(session, pool, build, case):
    used = {(s["site"], s["item"], s.get("recipe") or None) for s in case["sourcing"]}
    chosen = [(p["site"], p["item"], p.get("recipe")) in used for _, p in build.projects]
    names = [f"{'without' if yes else 'free'}:{n}" for n, yes in enumerate(chosen)]
    objectives = [document["objective"] for document, _ in pool.map(session.variant, names)]
    print("\n| project | costs | saves | net | in the layout |\n|---|---|---|---|---|")
    rows = []
    for (name, p), yes, objective in zip(build.projects, chosen, objectives):
        price = build.project_cost(p)
        saves = objective - case["objective"] + price if yes else case["objective"] - objective
        rows.append((saves - price, f"| {name} | {price:,.0f} | {saves:,.0f} | {saves - price:+,.0f} | {'yes' if yes else 'no'} |"))
    print("\n".join(row for _, row in sorted(rows, reverse=True)))
    stockless = session.variant("no-stock")[0]["objective"]
    print(f"\nStrategic stock saves {stockless - case['objective']:,.0f} million USD.")


def layout(case):
    print("| metal | main (committed a year) | backups (reserved a year) | strategic stock |\n|---|---|---|---|")
    for metal in METALS:
        roles = {"primary": [], "backup": []}
        for s in case["sourcing"]:
            amount = s["commit"] if s["role"] == "primary" else s["reserve"]
            if s["item"] == metal and amount > 0.05:
                roles[s["role"]].append(f"{s['site'].split('-', 1)[1]} {amount / 2:,.0f}")
        stock = sum(s["quantity"] for s in case["stock"] if s["item"] == metal)
        print(f"| {metal} | {', '.join(roles['primary'])} | {', '.join(roles['backup'])} | {stock:,.0f} |")


def main():
    binary, build = os.path.abspath(sys.argv[1]), Build()
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        session, case_folder = Session(binary, folder), os.path.join(HERE, "case")
        case, path = session.plan("case", case_folder)
        print(session.run(binary, "verify", case_folder, path).strip())
        print(f"objective {case['objective']:,.3f}, bound {case['bound']:,.3f}, million USD\n")
        layout(case)
        print()
        stops = session.case("stops")
        cheapest, cheapest_path = session.variant("cheapest")
        held, _ = session.plan("held", stops, "--without-policies", "--fix", cheapest_path)
        links(build, cheapest, held)
        second_sources(session, pool, cheapest, held, stops)
        projects(session, pool, build, case)
        fares, _ = session.plan("fares", case_folder, "--without-policies", "--fix", cheapest_path)
        print("\n| layout | undisturbed | China stops later | China stops at once | gallium stops | expected |\n|---|---|---|---|---|---|")
        for name, document in (("cheapest", fares), ("the case", case)):
            columns = ("undisturbed", "china-stop", "china-stop-early", "gallium-stop")
            print(f"| {name} | " + " | ".join(f"{cost(document, s):,.0f}" for s in columns) + f" | {document['costs']['total']:,.0f} |")


if __name__ == "__main__":
    main()
