#!/usr/bin/env python3
"""Measure what 20 points of a frontier cost against 5 plans of the same case, in the same run on one machine.

    frontier.py MAINSTAY [--rows starter,c20,c30,deep] [--axes cvar,worst,shortage,concentration] [--points 20] [--limit 300]

MAINSTAY is a release build (.build/release/mainstay). Rows: starter, the case of `mainstay new`; random cases of make_case.py,
c20: 20 sites, 5 items, 10 markets, 10 scenarios; c30: 30, 8, 15, 30; deep: 16, 6, 6, 8 scenarios, 3 tiers, 4 periods. Plans and
points are proven to the same gap of 0.01 %. Times are of the processor (user and system), since others may use the machine. A
frontier that is not done after --limit seconds of the clock gives the points that it has by then, and is told as partial.

Under a limit a layout may be much harder to prove than without. With --apart five points of the frontier against concentration, as
evenly spread as they are, are planned each by itself as well: by a policy max_share, which has no say in what is short.
"""
import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GAP = "0.01%"
CASES = {
    "starter": None,
    "c20": ("--sites", "20", "--items", "5", "--markets", "10", "--scenarios", "10"),
    "c30": ("--sites", "30", "--items", "8", "--markets", "15", "--scenarios", "30"),
    "deep": ("--sites", "16", "--items", "6", "--markets", "6", "--scenarios", "8", "--tiers", "3", "--periods", "4"),
}


def measured(command):
    """Seconds of the processor that a process takes, and what it printed."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, output.read()


def case(program, name, folder):
    target = os.path.join(folder, name)
    if CASES[name] is None:
        subprocess.run([program, "new", target], check=True, capture_output=True)
    else:
        subprocess.run([sys.executable, os.path.join(HERE, "make_case.py"), target, *CASES[name]], check=True, capture_output=True)
    return target


def apart(program, tables, points, folder, limit):
    """Seconds that plans under the limits of five points take, and how many of them are proven."""
    chosen = [points[round(step * (len(points) - 1) / 4)] for step in range(5)]
    seconds, proven = 0.0, 0
    for point in chosen:
        limited = os.path.join(folder, "limited")
        shutil.rmtree(limited, ignore_errors=True)
        shutil.copytree(tables, limited)
        path = os.path.join(limited, "policies.csv")
        with open(path, newline="") as file:
            columns = next(csv.reader(file))
        with open(path, "a", newline="") as file:
            csv.DictWriter(file, columns).writerow(
                {"policy": "a point", "kind": "max_share", "scope": "region", "limit": repr(point["value"])})
        plan = ["plan", limited, "--gap", GAP, "--quiet", "--json", "--time-limit", f"{limit}s"]
        took, text = measured([program, *plan])
        seconds += took
        proven += json.loads(text)["status"] == "optimal"
    return seconds, proven


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("program")
    ap.add_argument("--rows", default=",".join(CASES))
    ap.add_argument("--axes", default="cvar,worst,shortage,concentration")
    ap.add_argument("--points", type=int, default=20)
    ap.add_argument("--limit", type=int, default=300)
    ap.add_argument("--apart", action="store_true", help="plan five points against concentration each by itself as well")
    a = ap.parse_args()
    print(f"| case | axis | {a.points} points, s | proven points | 5 plans, s | 5 plans over the frontier |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in a.rows.split(","):
            tables = case(a.program, name, folder)
            plan = ["plan", tables, "--gap", GAP, "--quiet", "--json", "--time-limit", f"{a.limit}s"]
            five = 5 * measured([a.program, *plan])[0]
            for axis in a.axes.split(","):
                asked = ["frontier", tables, "--against", axis, "--points", str(a.points), "--gap", GAP, "--quiet", "--json"]
                seconds, text = measured([a.program, *asked, "--time-limit", f"{a.limit}s"])
                found = json.loads(text)
                proven = sum(point["proven"] for point in found["points"])
                partial = "" if found["completeness"] == "complete" else ", partial"
                print(f"| {name} | {axis} | {seconds:.2f} | {proven} of {len(found['points'])}{partial} | {five:.2f} "
                      f"| {five / seconds:.1f} |", flush=True)
                if a.apart and axis == "concentration":
                    took, count = apart(a.program, tables, found["points"], folder, a.limit)
                    print(f"| {name} | five of its points planned apart | {took:.2f} | {count} of 5 | | |", flush=True)


main()
