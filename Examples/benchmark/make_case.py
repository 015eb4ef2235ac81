#!/usr/bin/env python3
"""Write a random sourcing case as CSV tables for benchmarks.

    make_case.py OUT_DIR --sites 40 --items 12 --markets 20 --scenarios 100 [--regions 12] [--tiers 1]
                 [--periods 1] [--seed 0] [--apart 2] [--makers 0] [--reach 0] [--risk expected|cvar] [--item-lanes]

--tiers > 1 gives items in tiers (the last tier is what markets buy, each item made from two of the tier
before); --makers N gives every item N makers (0: four sites in ten); --reach N keeps only the lanes to each place from its N nearest makers of an item (0 keeps all);
--item-lanes gives each lane the one item that it is for (otherwise a lane brings a site what it uses);
--periods > 1 gives outages that start in a period, last, and recover along a ramp.
Standard library only; the same arguments always write the same bytes.
"""
import argparse
import csv
import math
import os
import random


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out")
    for name, default in (("sites", 20), ("items", 5), ("markets", 10), ("scenarios", 10), ("regions", 12),
                          ("tiers", 1), ("periods", 1), ("seed", 0), ("apart", 2), ("reach", 0), ("makers", 0)):
        ap.add_argument(f"--{name}", type=int, default=default)
    ap.add_argument("--risk", default="expected", choices=["expected", "cvar"])
    ap.add_argument("--item-lanes", action="store_true")
    a = ap.parse_args()
    rng = random.Random(f"{a.seed}/{a.sites}/{a.items}/{a.markets}/{a.tiers}/{a.periods}")
    os.makedirs(a.out, exist_ok=True)

    def table(name, header, rows):
        with open(os.path.join(a.out, name + ".csv"), "w", newline="") as f:
            w = csv.writer(f, lineterminator="\n")
            w.writerow(header)
            for r in rows:
                w.writerow([("%.6g" % v) if isinstance(v, float) else v for v in r])

    regions = [f"R{r:02d}" for r in range(a.regions)]
    region_at = {r: (rng.random(), rng.random()) for r in regions}
    sites = [f"S{i:03d}" for i in range(a.sites)]
    site_region = {s: rng.choice(regions) for s in sites}
    site_at = {s: tuple(c + 0.05 * rng.gauss(0, 1) for c in region_at[site_region[s]]) for s in sites}
    markets = [f"M{j:02d}" for j in range(a.markets)]
    market_region = {m: rng.choice(regions) for m in markets}
    market_at = {m: (rng.random(), rng.random()) for m in markets}
    tier_of = [min(a.tiers - 1, k * a.tiers // a.items) for k in range(a.items)]
    items = [f"K{k:02d}" for k in range(a.items)]
    final = [k for k, t in zip(items, tier_of) if t == a.tiers - 1]

    demand = {(m, k): rng.uniform(20, 100) for m in markets for k in final}
    need = {k: 0.0 for k in items}
    for (m, k), q in demand.items():
        need[k] += q
    recipes = []
    for k, t in zip(reversed(items), reversed(tier_of)):
        if t == 0:
            continue
        inputs = [i for i, ti in zip(items, tier_of) if ti == t - 1]
        for i in rng.sample(inputs, min(2, len(inputs))):
            q = round(rng.uniform(0.5, 2.0), 3)
            recipes.append((f"make-{k}", k, i, q))
            need[i] += q * need[k]
    for k, t in zip(items, tier_of):        # an input that nothing uses still has to be worth a supplier
        if need[k] == 0:
            need[k] = 1.0

    capabilities = []
    for k in items:
        makers = sorted(rng.sample(sites, a.makers)) if a.makers else [s for s in sites if rng.random() < 0.4]
        while len({site_region[s] for s in makers}) < min(4, len(set(site_region.values()))):
            makers = sorted(set(makers) | set(rng.sample(sites, 2)))
        base = rng.uniform(8, 14) * (1 if a.tiers == 1 else 0.4)
        recipe = f"make-{k}" if any(r[1] == k for r in recipes) else ""
        for s in makers:
            capabilities.append((s, k, recipe, round(rng.uniform(0.25, 0.8) * need[k], 3), base * rng.uniform(0.75, 1.3),
                                 rng.uniform(200, 900), 0.8 * rng.uniform(0.7, 1.3), rng.uniform(0.5, 2.0)))

    table("settings", ["key", "value"],
          [("name", f"random-{a.sites}x{a.items}x{a.markets}x{a.scenarios}-{a.seed}"), ("currency", "EUR"),
           ("period_days", 365 if a.periods == 1 else 30), ("periods", a.periods),
           ("risk_measure", a.risk), ("risk_weight", 0.3 if a.risk == "cvar" else 0), ("risk_level", 0.95)])
    table("regions", ["region", "latitude", "longitude"],
          [(r, 60 * region_at[r][1], 120 * region_at[r][0]) for r in regions])
    table("items", ["item", "unit_value", "holding_cost"], [(k, 10.0, 0.4) for k in items])
    if recipes:
        table("recipes", ["recipe", "item", "input", "quantity"], recipes)
    table("sites", ["site", "region", "opening_cost"], [(s, site_region[s], rng.uniform(2000, 6000)) for s in sites])
    table("capabilities", ["site", "item", "recipe", "capacity", "unit_cost", "qualification_cost", "reservation_cost",
                           "surge_cost"], capabilities)
    table("markets", ["market", "region"], [(m, market_region[m]) for m in markets])
    table("demand", ["market", "item", "quantity", "shortage_cost"],
          [(m, k, q, 60.0 * (1 if a.tiers == 1 else a.tiers)) for (m, k), q in demand.items()])
    makers = {}
    for c in capabilities:
        makers.setdefault(c[1], []).append(c[0])
    input_of = {}
    for _, k, i, _ in recipes:
        input_of.setdefault(k, set()).add(i)
    wants = [(m, k, market_at[m], 6) for (m, k) in demand]
    wants += [(c[0], i, site_at[c[0]], 3) for c in capabilities for i in sorted(input_of.get(c[1], ())) if c[2]]
    pairs = {}
    for place, k, at, rate in wants:
        near = sorted((s for s in makers[k] if s != place), key=lambda s: (math.dist(site_at[s], at), s))
        for s in near[:a.reach] if a.reach else near:
            pairs[s, place, k if a.item_lanes else ""] = rate * math.dist(site_at[s], at)
    lanes = [(s, p, k, c) for (s, p, k), c in sorted(pairs.items())]
    table("lanes", ["from", "to", "item", "unit_cost"], lanes)

    disruptions, scenarios, seen = [], [], set()
    outage = {r: rng.uniform(0.02, 0.12) for r in regions}
    fault = {s: rng.uniform(0.01, 0.06) for s in sites}

    def disruption(kind, target, factor, start, duration, ramp):
        name = f"{target}-{factor:g}-{start}-{duration}"
        if name not in seen:
            seen.add(name)
            disruptions.append((name, kind, target, factor, start, duration, ramp))
        return name

    draw = random.Random(f"scenarios/{a.seed}/{a.scenarios}")
    for n in range(1, a.scenarios):
        hit = []
        while not hit:
            def when():
                if a.periods == 1:
                    return 0, 365, 0
                return 30 * draw.randrange(a.periods // 2 + 1), 30 * draw.randint(1, max(1, a.periods // 2)), 30 * draw.randint(0, 2)
            hit = [disruption("region", r, 0, *when()) for r in regions if draw.random() < outage[r]]
            hit += [disruption("site", s, draw.choice([0, 0.5]), *when()) for s in sites if draw.random() < fault[s]]
        scenarios += [(f"W{n:04d}", 0.4 / (a.scenarios - 1), d) for d in hit]
    table("disruptions", ["disruption", "target_kind", "target", "factor", "start_day", "duration_days", "ramp_days"], disruptions)
    table("scenarios", ["scenario", "probability", "disruption"], scenarios)
    if a.apart:
        table("policies", ["policy", "kind", "item", "scope", "limit"],
              [(f"two-regions-{k}", "min_sources", k, "region", a.apart) for k in items])


if __name__ == "__main__":
    main()
