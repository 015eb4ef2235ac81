#!/usr/bin/env python3
"""Turn public facility-location instances into case folders whose optimum is the published one.

    import.py OUT_DIR INSTANCE_FILE...      writes one case folder for each file into OUT_DIR

The format is told by the file's folder: orlib_cap, holmberg, ufl or snyder_daskin (see README.md).
Standard library only.
"""
import argparse
import math
import os
import re
import sys
from collections import namedtuple

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from case_folder import case_files, write_files  # noqa: E402

# capacity[i], fixed[i], demand[j]; cost[i][j] serves the whole of customer j from site i.
# single: every customer has one source. names: of sites and customers, or None.
Instance = namedtuple("Instance", "capacity fixed demand cost single names")

EARTH_RADIUS_MILES = 3959
COST_PER_MILE_AND_THOUSAND = 1e-5 * 1000


def numbers(path):
    with open(path, encoding="utf-8") as f:
        return [float(word) for word in f.read().split()]


def read_orlib_cap(path):
    """m n; m times capacity and fixed cost; then each customer's demand and m costs of serving all of it."""
    values = iter(numbers(path))
    m, n = int(next(values)), int(next(values))
    capacity, fixed = zip(*[(next(values), next(values)) for _ in range(m)])
    demand, columns = [], []
    for _ in range(n):
        demand.append(next(values))
        columns.append([next(values) for _ in range(m)])
    return Instance(capacity, fixed, demand, list(zip(*columns)), False, None)


def read_holmberg(path):
    """I J; I times capacity and fixed cost; J demands; I x J costs of serving the whole of a customer."""
    values = iter(numbers(path))
    m, n = int(next(values)), int(next(values))
    capacity, fixed = zip(*[(next(values), next(values)) for _ in range(m)])
    demand = [next(values) for _ in range(n)]
    return Instance(capacity, fixed, demand, [[next(values) for _ in range(n)] for _ in range(m)], True, None)


def read_ufl(path):
    """A FILE line; m n 0; then for each site its number, fixed cost and n costs. Each customer wants one unit."""
    with open(path, encoding="utf-8") as f:
        values = iter([float(word) for word in f.read().split("\n", 1)[1].split()])
    m, n, _ = int(next(values)), int(next(values)), next(values)
    fixed, cost = [], []
    for _ in range(m):
        next(values)
        fixed.append(next(values))
        cost.append([next(values) for _ in range(n)])
    return Instance([float(n)] * m, fixed, [1.0] * n, cost, False, None)


def read_snyder_daskin(path):
    """A header; then number, longitude west, latitude, first demand, second demand, fixed cost, city, state."""
    cities = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            parts = re.split(r"\s{2,}", line.replace(",", "").strip())
            if parts[0].isdigit():
                cities.append(parts)
    place = [(math.radians(float(c[2])), math.radians(-float(c[1]))) for c in cities]
    demand = [float(c[3]) / 1000 for c in cities]       # thousands of people: numbers of a kind size

    def miles(a, b):
        h = (math.sin((b[0] - a[0]) / 2) ** 2
             + math.cos(a[0]) * math.cos(b[0]) * math.sin((b[1] - a[1]) / 2) ** 2)
        return 2 * EARTH_RADIUS_MILES * math.asin(math.sqrt(h))

    cost = [[COST_PER_MILE_AND_THOUSAND * miles(a, b) * d for b, d in zip(place, demand)] for a in place]
    return Instance([sum(demand)] * len(cities), [float(c[5]) for c in cities], demand, cost, False,
                    [c[6] for c in cities])


READERS = {"orlib_cap": read_orlib_cap, "holmberg": read_holmberg, "ufl": read_ufl,
           "snyder_daskin": read_snyder_daskin}


def shortage_cost(x):
    """A price for unmet demand that is provably too high to be paid in an optimum, yet no higher than the proof
    needs. README.md gives the arguments. u is the dearest unit of service."""
    u = max(c / d for row in x.cost for c, d in zip(row, x.demand))
    total = sum(x.demand)
    if x.single:
        if any(not v.is_integer() for v in (*x.capacity, *x.demand)):
            raise SystemExit("a single-source instance needs whole capacities and demands")
        served = sum(min(column) for column in zip(*x.cost))
        return greedy_cost(x) - served + u + 1
    if min(x.capacity) >= total:
        return u + min(x.fixed) / total + 1
    if sum(x.capacity) < total:
        raise SystemExit("the capacities do not cover the demand")
    unit = math.gcd(*(int(v) for v in (*x.capacity, *x.demand)))
    return u + max(x.fixed) / unit + 1


def greedy_cost(x):
    """What it costs to open every site and serve each customer, the largest first, from the cheapest with room."""
    room, cost = list(x.capacity), sum(x.fixed)
    for j in sorted(range(len(x.demand)), key=lambda j: -x.demand[j]):
        fits = [i for i in range(len(room)) if room[i] >= x.demand[j]]
        if not fits:
            raise SystemExit("the greedy assignment found no room; a higher shortage cost has to be argued otherwise")
        i = min(fits, key=lambda i: x.cost[i][j])
        room[i] -= x.demand[j]
        cost += x.cost[i][j]
    return cost


def files_of(name, x):
    """The case folder of an instance, as file name -> text."""
    sites = [f"site {n}" for n in (x.names or range(1, len(x.fixed) + 1))]
    markets = [f"customer {n}" for n in (x.names or range(1, len(x.demand) + 1))]
    price = shortage_cost(x)
    tables = {
        "settings": (["key", "value"], [("name", name), ("currency", "cost"), ("periods", 1), ("period_days", 365),
                                        ("risk_measure", "expected")]),
        "regions": (["region"], [("everywhere",)]),
        "items": (["item"], [("goods",)]),
        "sites": (["site", "region", "opening_cost"], [(s, "everywhere", f) for s, f in zip(sites, x.fixed)]),
        "capabilities": (["site", "item", "capacity", "unit_cost"],
                         [(s, "goods", c, 0) for s, c in zip(sites, x.capacity)]),
        "markets": (["market", "region"], [(m, "everywhere") for m in markets]),
        "demand": (["market", "item", "quantity", "shortage_cost"],
                   [(m, "goods", d, price) for m, d in zip(markets, x.demand)]),
        "lanes": (["from", "to", "unit_cost"],
                  [(s, m, c / d) for s, row in zip(sites, x.cost) for m, c, d in zip(markets, row, x.demand)]),
    }
    if x.single:
        tables["policies"] = (["policy", "kind"], [("one source for each customer", "single_source")])
    package = {"name": "instance-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"), "title": name}
    return case_files(package, tables)


def import_instance(path, out):
    """Write the case of the instance at `path` into the folder `out`."""
    kind = os.path.basename(os.path.dirname(os.path.abspath(path)))
    if kind not in READERS:
        raise SystemExit(f"{path}: its folder must be one of {', '.join(READERS)}")
    write_files(out, files_of(f"{kind}/{os.path.basename(path)}", READERS[kind](path)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out")
    ap.add_argument("instances", nargs="+")
    a = ap.parse_args()
    for path in a.instances:
        stem = os.path.splitext(os.path.basename(path))[0]
        import_instance(path, os.path.join(a.out, stem))


if __name__ == "__main__":
    main()
