#!/usr/bin/env python3
"""Measure what a batch of what-ifs gains over plans made one by one, in the same run on one machine.

    batches.py MAINSTAY [--rows starter,flat-30,workers,memory] [--variants 20] [--plans 20] [--seed 1]

MAINSTAY is a release build (.build/release/mainstay). Rows:

starter   1,000 variants of the starter case in one batch, on two workers
flat-30   --variants variants of a case of 30 sites, 8 items, 15 markets and 30 scenarios: a batch on one worker against as many runs of
          `plan`, each with its tables edited before; with --plans fewer of them, spread over the list, whose mean stands for all
workers   the same batch of the starter case on one worker and on two
memory    the peak memory of batches of 1,000 and 10,000 variants of the starter case, plans left out

Times are of the processor (user and system), since others may use the machine; the wall time stands beside them. A ratio is the
plans' time over the batch's, both on one thread; the batch's own start and the planning of the case as it stands are counted in.
Each objective of a batch is held against that of the plan: both are proven to the gap, and so may not differ by more.
"""
import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
GAP = 1e-4


def scaled(table, column, by, **where):
    edit = {"do": "scale", "table": table, "column": column, "by": round(by, 4)}
    return {**edit, "where": where} if where else edit


def variants(count, chance, names):
    """What analysts ask: more or less demand in all or in one market, dearer openings, less capacity, dearer sources of one item."""
    def edits(number):
        kind = number % 5
        if kind == 0:
            return [scaled("demand", "quantity", chance.uniform(0.9, 1.1))]
        if kind == 1:
            return [scaled("demand", "quantity", chance.uniform(0.7, 1.3), market=chance.choice(names["market"]))]
        if kind == 2:
            return [scaled("sites", "opening_cost", chance.uniform(0.7, 1.3))]
        if kind == 3:
            return [scaled("capabilities", "capacity", chance.uniform(0.9, 1.1), site=chance.choice(names["site"]))]
        return [scaled("capabilities", "unit_cost", chance.uniform(0.9, 1.1), item=chance.choice(names["item"]))]

    return [{"name": f"number {number}", "edits": edits(number)} for number in range(count)]


def measured(command):
    """Seconds of the processor and of the clock that a process takes, and its peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 2):
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024


def batch(mainstay, case, listed, output, *flags):
    if os.path.exists(output):
        os.remove(output)
    return measured([mainstay, "batch", case, "--variants", listed, "--output", output, "--gap", str(GAP), "--quiet", *flags])


def objectives(path):
    """The objective of each variant by its name; None where there is no layout."""
    with sqlite3.connect(path) as file:
        return dict(file.execute("SELECT variant, objective FROM sheet").fetchall())


def document(mainstay, case, folder):
    """The case as one JSON document, which plans are made from with its rows edited."""
    path = os.path.join(folder, "case.json")
    subprocess.run([mainstay, "convert", case, path], check=True, capture_output=True)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def edited(case, edits):
    case = json.loads(json.dumps(case))
    for edit in edits:
        for row in case["tables"][edit["table"]]:
            meets = all(row.get(column) == value for column, value in edit.get("where", {}).items())
            if meets and isinstance(row.get(edit["column"]), (int, float)):
                row[edit["column"]] *= edit["by"]
    return case


def written(path, listed):
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"schema": "mainstay/variants/1", "variants": listed}, file)
    return path


def names(case):
    rows = case["tables"]
    return {
        "market": [row["market"] for row in rows["markets"]], "site": sorted({row["site"] for row in rows["capabilities"]}),
        "item": [row["item"] for row in rows["items"]]}


def flat(mainstay, folder, chance, count, plans):
    case = os.path.join(folder, "flat-30")
    sizes = dict(sites=30, items=8, markets=15, scenarios=30, tiers=1, periods=1, seed=0)
    flags = [text for name, value in sizes.items() for text in (f"--{name}", str(value))]
    subprocess.run([sys.executable, os.path.join(HERE, "make_case.py"), case, *flags], check=True)
    tables = document(mainstay, case, folder)
    listed = variants(count, chance, names(tables))
    output = os.path.join(folder, "flat.sqlite")
    ours, wall, memory = batch(mainstay, case, written(os.path.join(folder, "flat.json"), listed), output, "--workers", "1")
    found = objectives(output)
    apart, clock = 0.0, 0.0
    chosen = listed[::max(1, count // plans)][:plans]
    for variant in chosen:
        path = os.path.join(folder, "variant.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(edited(tables, variant["edits"]), file)
        plan = os.path.join(folder, "plan.json")
        start = time.perf_counter()
        with open(plan, "wb") as answer:
            process = subprocess.Popen(
                [mainstay, "plan", path, "--json", "--quiet", "--gap", str(GAP)], stdout=answer, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        clock += time.perf_counter() - start
        apart += usage.ru_utime + usage.ru_stime
        with open(plan, encoding="utf-8") as file:
            expected = json.load(file).get("objective")
        got = found[variant["name"]]
        if (got is None) != (expected is None) or got is not None and abs(got - expected) > GAP * max(abs(got), abs(expected)):
            sys.exit(f"{variant['name']}: {got} in the batch, {expected} alone")
    apart, clock = apart * count / len(chosen), clock * count / len(chosen)
    print(f"| flat-30 | {count} | {ours:.1f} | {wall:.1f} | {memory:.0f} | {apart:.1f} | {clock:.1f} | {apart / ours:.1f} |", flush=True)


def starter(mainstay, folder):
    case = os.path.join(folder, "starter")
    if not os.path.exists(case):
        subprocess.run([mainstay, "new", case], check=True, capture_output=True)
    return case


def starter_batch(mainstay, folder, chance, count, *flags):
    case = starter(mainstay, folder)
    listed = variants(count, chance, names(document(mainstay, case, folder)))
    return batch(
        mainstay, case, written(os.path.join(folder, "starter.json"), listed), os.path.join(folder, "starter.sqlite"), *flags)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("mainstay")
    parser.add_argument("--rows", default="starter,flat-30,workers,memory")
    parser.add_argument("--variants", type=int, default=20)
    parser.add_argument("--plans", type=int, help="how many of them are planned apart as well (default: all)")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    mainstay = os.path.abspath(arguments.mainstay)
    print(
        "| row | variants | batch, processor s | clock s | MB | plans, processor s | clock s | ratio |\n"
        "|---|---|---|---|---|---|---|---|", flush=True)
    for row in arguments.rows.split(","):
        chance = random.Random(arguments.seed)
        with tempfile.TemporaryDirectory() as folder:
            if row == "starter":
                ours, wall, memory = starter_batch(mainstay, folder, chance, 1000, "--workers", "2")
                print(f"| starter, 2 workers | 1000 | {ours:.1f} | {wall:.1f} | {memory:.0f} | - | - | - |", flush=True)
            elif row == "flat-30":
                flat(mainstay, folder, chance, arguments.variants, arguments.plans or arguments.variants)
            elif row == "workers":
                walls = []
                for workers in (1, 2):
                    ours, wall, memory = starter_batch(mainstay, folder, random.Random(arguments.seed), 1000, "--workers", str(workers))
                    walls.append(wall)
                    print(f"| starter, workers: {workers} | 1000 | {ours:.1f} | {wall:.1f} | {memory:.0f} | - | - | - |", flush=True)
                print(f"| two workers over one, by the clock | | | | | | | {walls[0] / walls[1]:.2f} |", flush=True)
            elif row == "memory":
                for count in (1000, 10000):
                    ours, wall, memory = starter_batch(
                        mainstay, folder, random.Random(arguments.seed), count, "--workers", "2", "--no-plans")
                    print(f"| starter, no plans | {count} | {ours:.1f} | {wall:.1f} | {memory:.0f} | - | - | - |", flush=True)
            else:
                parser.error(f"no row {row!r}; known are starter, flat-30, workers, memory")


if __name__ == "__main__":
    main()
