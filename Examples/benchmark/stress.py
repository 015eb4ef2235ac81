#!/usr/bin/env python3
"""Measure `mainstay stress`: a chain of many sites, each of which fails by itself.

    stress.py BUILD_FOLDER [--sites 1500] [--items 300] [--markets 40] [--tiers 4] [--makers 6] [--reach 4]
              [--regions 40] [--repeat 3] [--keep FOLDER] [--any-item]

BUILD_FOLDER is where `swift build -c release` put its binaries (.build/release). The case is the one of make_case.py,
each lane for one item unless --any-item; the layout is a plain one, put into the table current: of every item the two makers
with the largest capacity share what is needed, and a third one holds a reserve of a quarter of it. Told are the seconds of the
test itself, as the report has them, and of the whole process, which reads the case, matches its lanes and works out what the
layout does while nothing happens as well; and seconds of the processor.
"""
import argparse
import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SIZE = ["--sites", "1500", "--items", "300", "--markets", "40", "--scenarios", "2", "--tiers", "4", "--makers", "6", "--reach", "4",
        "--apart", "0", "--regions", "40"]


def rows(case, table):
    with open(os.path.join(case, table + ".csv"), newline="") as file:
        return list(csv.DictReader(file))


def layout(case):
    """Rows of the table current: two main sources and a backup for each item."""
    need = {}
    for row in rows(case, "demand"):
        need[row["item"]] = need.get(row["item"], 0) + float(row["quantity"])
    inputs = {}
    for row in rows(case, "recipes"):
        inputs.setdefault(row["item"], []).append((row["input"], float(row["quantity"])))
    for item in sorted((row["item"] for row in rows(case, "items")), reverse=True, key=lambda name: int(name[1:])):
        for name, quantity in inputs.get(item, []):
            need[name] = need.get(name, 0) + quantity * need.get(item, 0)
    makers = {}
    for row in rows(case, "capabilities"):
        makers.setdefault(row["item"], []).append(row)
    sourcing = []
    for item, sources in makers.items():
        sources.sort(key=lambda row: (-float(row["capacity"]), row["site"]))
        left = 1.05 * need.get(item, 0)
        for position, row in enumerate(sources):
            capacity = float(row["capacity"])
            role = "primary" if left > 0 and position < 4 else "backup"
            commit = min(capacity, left, 0.55 * 1.05 * need.get(item, 0)) if role == "primary" else 0
            reserve = min(capacity, 0.25 * need.get(item, 0)) if role == "backup" else 0
            left -= commit
            sourcing.append({"site": row["site"], "item": item, "recipe": row["recipe"], "role": role, "commit": commit, "reserve": reserve})
            if role == "backup":
                break
    return sourcing


def write_current(case):
    """Puts the layout into the table current of the case."""
    with open(os.path.join(case, "current.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["site", "item", "recipe", "role", "commit", "reserve"])
        table.writeheader()
        table.writerows(layout(case))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("build")
    for name, default in (("sites", 1500), ("items", 300), ("markets", 40), ("tiers", 4), ("makers", 6), ("reach", 4),
                          ("regions", 40), ("repeat", 3)):
        ap.add_argument(f"--{name}", type=int, default=default)
    ap.add_argument("--keep")
    ap.add_argument("--any-item", action="store_true")
    a = ap.parse_args()
    folder = a.keep or tempfile.mkdtemp(prefix="stress")
    case = os.path.join(folder, "case")
    if not os.path.exists(os.path.join(case, "demand.csv")):
        command = [sys.executable, os.path.join(HERE, "make_case.py"), case, "--scenarios", "2", "--apart", "0"]
        for name in ("sites", "items", "markets", "tiers", "makers", "reach", "regions"):
            command += [f"--{name}", str(getattr(a, name))]
        subprocess.run(command + ([] if a.any_item else ["--item-lanes"]), check=True)
    write_current(case)
    for survival in (True, False):
        whole, test, processor, report = [], [], [], {}
        for _ in range(a.repeat):
            start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run(
                [os.path.join(a.build, "mainstay"), "stress", case, "--current", "--targets", "site", "--json", "--quiet"]
                + ([] if survival else ["--without-survival"]), capture_output=True, text=True, check=False)
            whole.append(time.perf_counter() - start)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            if done.returncode != 0:
                sys.exit(f"exit code {done.returncode}\n{done.stderr}")
            report = json.loads(done.stdout)
            test.append(report["seconds"])
        print(f"{report['asked']} failures of sites, {report['touching']} of them touch something in use"
              f"{', with times to survive' if survival else ''}: {statistics.median(test):.2f} s "
              f"({report['programs']} linear programs), {statistics.median(whole):.2f} s with reading the case, "
              f"{statistics.median(processor):.2f} of the processor; "
              f"undisturbed service {report['undisturbed']['service']:.4f}", flush=True)


if __name__ == "__main__":
    main()
