#!/usr/bin/env python3
"""Write a random case of many tiers, for the benchmark of what it takes from CSV files to a model.

    make_network.py FOLDER [--sites 1500] [--items 300] [--markets 40] [--regions 40] [--tiers 4] [--makers 6] [--reach 4] [--seed 0] [--any-item]

Items are made in tiers, each of two of the tier before; the last tier is what markets need. Every item has --makers makers, and every place
that needs an item gets it from its --reach nearest makers. Each lane names its item; with --any-item none does. Half of the regions fail in one scenario. The same arguments always write the same bytes.
"""
import argparse
import csv
import math
import os
import random

OPTIONS = (("sites", 1500), ("items", 300), ("markets", 40), ("regions", 40), ("tiers", 4), ("makers", 6), ("reach", 4), ("seed", 0))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder")
    for name, default in OPTIONS:
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--any-item", action="store_true")
    a = parser.parse_args()
    rng = random.Random("/".join(str(getattr(a, name)) for name, _ in OPTIONS))
    os.makedirs(a.folder, exist_ok=True)

    def table(name, header, rows):
        with open(os.path.join(a.folder, name + ".csv"), "w", newline="", encoding="utf-8") as f:
            writer = csv.writer(f, lineterminator="\n")
            writer.writerow(header)
            writer.writerows([f"{v:.6g}" if isinstance(v, float) else v for v in row] for row in rows)

    regions = {f"R{i:02d}": (rng.random(), rng.random()) for i in range(a.regions)}
    region_of, at = {}, {}
    places = [f"S{i:04d}" for i in range(a.sites)] + [f"M{i:02d}" for i in range(a.markets)]
    for place in places:
        region_of[place] = rng.choice(list(regions))
        at[place] = tuple(c + 0.05 * rng.gauss(0, 1) for c in regions[region_of[place]])
    sites, markets = places[:a.sites], places[a.sites:]

    items = [f"K{i:03d}" for i in range(a.items)]
    tiers = [items[t * a.items // a.tiers:(t + 1) * a.items // a.tiers] for t in range(a.tiers)]
    demand = {(m, k): rng.uniform(20, 100) for m in markets for k in tiers[-1]}
    need = dict.fromkeys(items, 1.0)
    for (_, k), quantity in demand.items():
        need[k] += quantity
    inputs = {}
    for tier in range(a.tiers - 1, 0, -1):
        for k in tiers[tier]:
            inputs[k] = {i: round(rng.uniform(0.5, 2), 3) for i in rng.sample(tiers[tier - 1], 2)}
            for i, quantity in inputs[k].items():
                need[i] += quantity * need[k]
    makers = {k: sorted(rng.sample(sites, a.makers)) for k in items}

    wants = list(demand) + sorted({(s, i) for k in inputs for s in makers[k] for i in inputs[k]})
    lanes = set()
    for place, k in wants:
        near = sorted((math.dist(at[s], at[place]), s) for s in makers[k] if s != place)[:a.reach]
        lanes |= {(s, place, "" if a.any_item else k, 3 * distance) for distance, s in near}

    table("settings", ["key", "value"], [("name", f"network of {a.sites} sites and {a.items} items"), ("currency", "EUR")])
    table("regions", ["region", "latitude", "longitude"], [(r, 60 * y, 120 * x) for r, (x, y) in regions.items()])
    table("items", ["item", "unit_value"], [(k, 10) for k in items])
    table("recipes", ["recipe", "item", "input", "quantity"],
          [(f"make-{k}", k, i, q) for k in inputs for i, q in inputs[k].items()])
    table("sites", ["site", "region", "opening_cost"], [(s, region_of[s], rng.uniform(2000, 6000)) for s in sites])
    table("capabilities",
          ["site", "item", "recipe", "capacity", "unit_cost", "qualification_cost", "reservation_cost", "surge_cost"],
          [(s, k, f"make-{k}" if k in inputs else "", rng.uniform(0.25, 0.8) * need[k], rng.uniform(3, 6), rng.uniform(200, 900),
            rng.uniform(0.6, 1), rng.uniform(0.5, 2)) for k in items for s in makers[k]])
    table("markets", ["market", "region"], [(m, region_of[m]) for m in markets])
    table("demand", ["market", "item", "quantity", "shortage_cost"], [(m, k, q, 240) for (m, k), q in demand.items()])
    table("lanes", ["from", "to", "item", "unit_cost"], sorted(lanes))
    hit = rng.sample(list(regions), a.regions // 2)
    table("disruptions", ["disruption", "target_kind", "target", "factor"], [(f"{r}-down", "region", r, 0) for r in hit])
    table("scenarios", ["scenario", "probability", "disruption"], [("storm", 0.4, f"{r}-down") for r in hit])


if __name__ == "__main__":
    main()
