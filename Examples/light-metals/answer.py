#!/usr/bin/env python3
"""Work out the case's answer with Mainstay: which links hang on one country, what a second source costs and saves,
and which stock and project pay.

    answer.py MAINSTAY_BINARY [--write | --quick]

Plans the case and its variants, two at a time, and holds the tables that stand in README.md against what it finds, or
writes them there. Exits with 1 where a plan is not proven or not sound, or a table is not true.
--quick leaves out the commands that take minutes. Standard library only.
"""
import concurrent.futures
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from answers import answer_command, cost, eight_questions, missing, projects, questions, table  # noqa: E402
from build import METALS, Build  # noqa: E402

SECOND = ("aluminium", "magnesium", "sponge", "gallium")
PRODUCTS = {"alumina": ("body-sheet", "aero-plate"), "aluminium": ("body-sheet", "aero-plate"),
            "magnesium": ("castings", "body-sheet"), "sponge": ("titanium-mill",), "gallium": ("gallium-devices",)}
EVENTS = (("undisturbed", "undisturbed"), ("china-stop", "China stops later"), ("china-stop-early", "China stops at once"),
          ("gallium-stop", "gallium stops"))
PROOF = 1e-6                                      # the gap of plans: at a wider one layouts that cost the same take turns
LEAST = 0.05                                      # of a year's quantity: less is not told

QUESTIONS = questions(
    "light metals", compares_quickly=True,
    frontier=("frontier {case} --points 4", {"light metals": 2, "cost": 6, "The knee": 3}, 0, False),
    explain=("explain {case} --why-not magnesium-EU --why sponge-KAZ", {"light metals": 2, "Why not": 9, "Used": 4}, 0, False),
    alternatives=("plan {case} --alternatives 2 --within 1%", {"light metals": 2, "Alternatives": 12}, 0, False),
)


def layout(case, years):
    rows = []
    for metal in METALS:
        roles = {"primary": [], "backup": []}
        for s in sorted(case["sourcing"], key=lambda s: s["site"]):
            amount = (s["commit"] if s["role"] == "primary" else s["reserve"]) / years
            if s["item"] == metal and amount > LEAST:
                roles[s["role"]].append(f"{s['site'].split('-', 1)[1]} {amount:,.0f}")
        rows.append((metal, *(", ".join(roles[role]) for role in roles)))
    return table(["metal", "main (committed a year)", "backups (reserved a year)"], rows)


def shares(document, metal):
    """Country -> share of what is bought of a metal in the undisturbed scenario, the largest first."""
    found = {s["site"].split("-")[1]: s["share"] for s in document["sourcing"] if s["item"] == metal and s["share"] > 0}
    return sorted(found.items(), key=lambda pair: -pair[1])


def links(build, cheapest, held):
    rows = []
    for metal in METALS:
        world = build.output[metal, "WORLD"]
        top = max((c for m, c in build.output if m == metal and c not in ("WORLD", "OTHER")), key=lambda c: build.output[metal, c])
        country, share = shares(cheapest, metal)[0]
        demand = {item: sum(build.demand_of(item, m) for m in build.markets()) for item in PRODUCTS[metal]}
        short = ", ".join(f"{missing(held, f'stop-{country}', (item,)) / demand[item]:.0%} of {item}" for item in PRODUCTS[metal])
        rows.append((metal, f"{top} {min(1, build.output[metal, top] / world):.0%}", f"{country} {share:.0%}", short))
    return table(["metal", "of the world's output", "cheapest layout buys from",
                  "if that country stops for two years, short of (of two years' need)"], rows)


def second_sources(session, pool, cheapest, held, stops):
    def planned(metal):
        plan, path = session.variant(f"second:{metal}", gap=PROOF / 10)
        return plan, session.plan(f"held-{metal}", stops, "--without-policies", "--fix", path, gap=PROOF)[0]

    rows = []
    for metal, (plan, tested) in zip(SECOND, pool.map(planned, SECOND)):
        country = shares(cheapest, metal)[0][0]
        before, after = (cost(document, f"stop-{country}") for document in (held, tested))
        rows.append((metal, f"{plan['objective'] - cheapest['objective']:,.0f}", country, f"{before - cheapest['objective']:,.0f}",
                     f"{after - plan['objective']:,.0f}", f"{before - after:,.0f}"))
    return table(["second source of", "costs over four years", "main country", "its stop costs the cheapest layout", "with the second source",
                  "saves"], rows)


def stock(build, case, stockless):
    kept = {}
    for s in case["stock"]:
        kept[s["item"]] = kept.get(s["item"], 0) + s["quantity"]
    rows = []
    for item, quantity in sorted(kept.items()):
        held = build.holding(item) * build.periods * quantity
        rows.append((item, f"{quantity:,.0f} {build.assume['items'][item]['unit']}", f"{quantity / build.output.get((item, 'WORLD'), quantity):.0%}",
                     f"{held:,.0f}"))
    return [*table(["stock", "quantity", "of a year's world output", "costs over four years"], rows), "",
            f"Without stock the objective is {stockless['objective'] - case['objective']:,.0f} million USD higher."]


def events(fares, case):
    return table(["layout", *(title for _, title in EVENTS), "expected"],
                 [(name, *(f"{cost(document, s):,.0f}" for s, _ in EVENTS), f"{document['costs']['total']:,.0f}")
                  for name, document in (("cheapest", fares), ("the case", case))])


def answer(session, readme, quick):
    build = Build()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        folder, stops = session.case(), session.case("stops")
        planned = pool.submit(session.plan, "case", folder, gap=PROOF)
        cheapest, cheapest_path = session.variant("cheapest", gap=PROOF / 10)
        held = pool.submit(session.plan, "held", stops, "--without-policies", "--fix", cheapest_path, gap=PROOF)
        fares = pool.submit(session.plan, "fares", folder, "--without-policies", "--fix", cheapest_path, gap=PROOF)
        stockless = pool.submit(session.variant, "no-stock", gap=PROOF)
        bare = pool.submit(session.variant, "no-projects", gap=PROOF)
        case, path = planned.result()
        print(session.verified(folder, path))
        readme.answer("layout", layout(case, build.years), relative=0.05)
        readme.answer("links", links(build, cheapest, held.result()[0]))
        readme.answer("second", second_sources(session, pool, cheapest, held.result()[0], stops), absolute=15)
        readme.answer("stock", stock(build, case, stockless.result()[0]), relative=0.05)
        readme.answer("projects", projects(build, case, bare.result()[0]), absolute=15)
        readme.answer("events", events(fares.result()[0], case), absolute=15)

        eight_questions(session, readme, "Examples/light-metals/case", QUESTIONS, quick)


if __name__ == "__main__":
    answer_command(__doc__, HERE, answer)
