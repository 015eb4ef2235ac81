#!/usr/bin/env python3
"""Work out the case's answer with Mainstay: which links hang on one country, what a second source costs, what it saves
under each shock, and which stock and project pay.

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
from answers import Readme, answer_command, cost, eight_questions, missing, projects, questions, table  # noqa: E402
from build import MINERALS, MONTHS, ORES, Build  # noqa: E402

PRODUCTS = ("cells", "magnets")
TRACE = 0.02                                      # of the need: less is not told
PROOF = 1e-4                                      # the gap of plans that take long; the figures are as good as that
EXACT = 1e-6                                      # of the plan that is asked on: at a wider one layouts that cost the same take turns

QUESTIONS = questions(
    "critical minerals", compares_quickly=False,
    frontier=("frontier magnets --points 4", {"critical minerals": 2, "cost": 6, "The knee": 3}, 0, True),
    explain=("explain magnets --why-not rare-earths-AUS-new --why magnets-JPN", {"critical minerals": 2, "Why not": 9, "Used": 4}, 0, True),
    alternatives=("plan magnets --alternatives 2 --within 1%", {"critical minerals": 2, "Alternatives": 12}, 0, True),
)


def country(site):
    return site.rsplit("-", 2)[-2] if site.endswith("-new") else site.rsplit("-", 1)[-1]


def contracts(build, case, item, role, amount):
    """Country -> what is contracted of an item a year, in words."""
    found = {}
    for s in case["sourcing"]:
        if s["item"] == item and s["role"] in role and s[amount] * MONTHS > TRACE * build.need(item):
            found[country(s["site"])] = found.get(country(s["site"]), 0) + s[amount] * MONTHS
    return ", ".join(f"{c} {quantity:,.1f}" for c, quantity in sorted(found.items()))


def layout(build, case):
    return table(["metal", "committed, kt a year", "in reserve, kt a year"],
                 [(metal, contracts(build, case, metal, ("primary",), "commit"), contracts(build, case, metal, ("primary", "backup"), "reserve"))
                  for metal in MINERALS])


def links(build, cheapest, held):
    """Of every ore, metal and product: who makes most of it, from whom the cheapest layout buys, what a stop there does."""
    rows = []
    for item in (*ORES.values(), *MINERALS, *PRODUCTS):
        shares = {}
        for s in cheapest["sourcing"]:
            if s["item"] == item and s["share"] > 0:
                shares[country(s["site"])] = shares.get(country(s["site"]), 0) + s["share"]
        first = max(shares, key=shares.get)
        short = {p: missing(held, f"stop-{item}-{first}", (p,)) / build.need(p) for p in PRODUCTS}
        words = ", ".join(f"{part:.0%} of {p}" for p, part in short.items() if part > TRACE) or "nothing"
        rows.append((item, of_the_world(build, item), f"{first} {shares[first]:.0%}", words))
    return table(["link", "of the world's output", "cheapest layout buys from", "short if that stops"], rows)


def of_the_world(build, item):
    stage = "mining" if item in ORES.values() else "refining"
    mineral = next((m for m, ore in ORES.items() if item in (m, ore)), None)
    if mineral is None:
        return "no figure"
    output = {c: quantity for (m, s, c, year), quantity in build.output.items()
              if (m, s, year) == (MINERALS[mineral], stage, "2024") and c not in ("TOTAL", "Rest of world")}
    first = max(output, key=output.get)
    return f"{first} {output[first] / build.world_output(mineral, stage):.0%}"


def second_sources(session, pool, build, cheapest, cheapest_path):
    """What a second source of each metal costs over the cheapest layout, and what it saves when the greatest stops."""
    def held(metal):
        stopped = session.case(f"stop-of:{metal}")
        second, path = session.variant(f"second:{metal}", gap=PROOF / 10)
        return second, *(session.plan(f"{name}-{metal}", stopped, "--without-policies", "--fix", fixed, gap=PROOF)[0]
                         for name, fixed in (("cheapest", cheapest_path), ("second", path)))

    rows = []
    for metal, (second, before, after) in zip(MINERALS, pool.map(held, MINERALS)):
        stopped = build.greatest(metal)[0]
        without, with_it = (cost(document, f"stop-{stopped}") for document in (before, after))
        rows.append((metal, f"{second['objective'] - cheapest['objective']:,.0f}", stopped,
                     f"{without - cheapest['objective']:,.0f}", f"{without - with_it:,.0f}"))
    return table(["second source of", "costs a year", "what stops", "that costs the cheapest layout", "the second source saves"], rows)


def shocks(fares, case):
    def short(document, name, item):
        needed = document["need"][item]
        return f"{missing(document, name, (item,)) / needed:.0%}"

    rows = []
    for s in fares["scenarios"]:
        before, after = cost(fares, s["scenario"]), cost(case, s["scenario"])
        rows.append((s["scenario"], f"{s['probability']:.1%}", f"{before:,.0f}", f"{after:,.0f}", f"{before - after:,.0f}",
                     *(f"{short(fares, s['scenario'], item)} → {short(case, s['scenario'], item)}" for item in PRODUCTS)))
    total = [document["costs"]["total"] for document in (fares, case)]
    rows.append(("expected", "", *(f"{t:,.0f}" for t in total), f"{total[0] - total[1]:,.0f}", "", ""))
    return table(["what happens", "probability", "cheapest layout", "the case's", "saves", "cells short", "magnets short"], rows)


def stock(build, case, stockless):
    """What is kept of each item, in months of its need, and what keeping it costs a year."""
    kept, carrying = {}, {}
    for s in case["stock"]:
        kept[s["item"]] = kept.get(s["item"], 0) + s["quantity"]
    for item, d in build.items.items():
        carrying[item] = build.assume["carrying"][d["class"]] * d["value"] * kept.get(item, 0)
    rows = [(item, f"{kept[item]:,.1f} {build.items[item]['unit'].split(' ')[0]}", f"{kept[item] / build.need(item) * MONTHS:.1f}",
             f"{carrying[item]:,.0f}") for item in sorted(kept, key=lambda item: -carrying[item]) if carrying[item] >= 1]
    return [*table(["stock", "quantity", "months of need", "costs a year"], rows), "",
            f"Without stock the objective is {stockless['objective'] - case['objective']:,.0f} million USD higher."]


def front(fares, case):
    """What the front page of the repository tells."""
    told = (("undisturbed", "nothing happens"), ("congo-export-ban", "Congo bans exports"), ("graphite-ban", "China bans graphite"),
            ("rift", "rift"), ("china-stop", "China stops"))
    rows = []
    for name, document in (("cheapest", fares), ("several sources, stock and projects", case)):
        cells = []
        for scenario, _ in told:
            short = max((missing(document, scenario, (item,)) / document["need"][item], item) for item in PRODUCTS)
            cells.append(f"{cost(document, scenario):,.0f}" + (f", {short[0]:.0%} of {short[1]}" if short[0] > TRACE else ""))
        rows.append((name, *cells))
    return table(["layout", *(title for _, title in told)], rows)


def answer(session, readme, quick):
    build = Build()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        folder = session.case()
        cheapest, cheapest_path = session.variant("cheapest", gap=PROOF / 10)
        stops = pool.submit(session.plan, "held", session.case("stops"), "--without-policies", "--fix", cheapest_path, gap=PROOF)
        fares = pool.submit(session.plan, "fares", folder, "--without-policies", "--fix", cheapest_path, gap=PROOF)
        planned = pool.submit(session.plan, "case", folder, gap=EXACT)
        stockless = pool.submit(session.variant, "no-stock", gap=PROOF)
        bare = pool.submit(session.variant, "no-projects", gap=PROOF)
        case, path = planned.result()
        print(session.verified(folder, path))
        readme.answer("objective", [f"Objective {case['objective']:,.0f} million USD, proven to {EXACT:.4%}."], relative=2 * PROOF)
        readme.answer("layout", layout(build, case), relative=0.05)
        readme.answer("links", links(build, cheapest, stops.result()[0]))
        readme.answer("second", second_sources(session, pool, build, cheapest, cheapest_path))
        for document in (case, fares.result()[0]):
            document["need"] = {item: build.need(item) for item in PRODUCTS}
        readme.answer("shocks", shocks(fares.result()[0], case))
        page = Readme(os.path.join(HERE, "..", "..", "README.md"), readme.write)
        page.answer("minerals", front(fares.result()[0], case))
        page.close()
        readme.answer("stock", stock(build, case, stockless.result()[0]), relative=0.05)
        readme.answer("projects", projects(build, case, bare.result()[0]), absolute=4)

        session.case("magnets")
        eight_questions(session, readme, "Examples/critical-minerals/case", QUESTIONS, quick)


if __name__ == "__main__":
    answer_command(__doc__, HERE, answer)
