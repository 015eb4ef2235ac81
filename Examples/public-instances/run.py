#!/usr/bin/env python3
"""Plan every public instance with Mainstay and hold its answer against the published optimum.

    run.py MAINSTAY_BINARY [--time-limit 60] [NAME...]      NAME as in optima.csv, e.g. holmberg/p1; none: all

Exits with 1 where a proven answer differs from the optimum by more than 1e-6 of it, where a bound or a plan
contradicts it, or where an instance that expected.csv expects to be proven is not. Standard library only.
"""
import argparse
import csv
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOLERANCE = 1e-6
EXPLAINED = (0, 1)      # exit codes of a plan: proven, or a limit was reached

sys.dont_write_bytecode = True
sys.path.insert(0, HERE)
import_instance = importlib.import_module("import").import_instance


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def plan(binary, name, time_limit):
    """The JSON plan of an instance, or a document with the status `error`; and the seconds on the wall."""
    with tempfile.TemporaryDirectory() as folder:
        import_instance(os.path.join(HERE, "instances", name), folder)
        start = time.monotonic()
        try:
            run = subprocess.run([binary, "plan", folder, "--json", "--time-limit", str(time_limit), "--gap", "1e-7"],
                                 capture_output=True, text=True, check=False, timeout=2 * time_limit + 60)
        except subprocess.TimeoutExpired:
            sys.stderr.write(f"{name}: went on long after its time limit\n")
            return {"status": "error"}, time.monotonic() - start
        seconds = time.monotonic() - start
    if run.returncode not in EXPLAINED:
        sys.stderr.write(f"{name}: exit code {run.returncode}\n{run.stderr}")
        return {"status": "error"}, seconds
    return json.loads(run.stdout), seconds


def judge(answer, optimum, expected):
    """What is wrong with an answer, None where nothing is."""
    slack = TOLERANCE * max(1.0, abs(optimum))
    objective, bound = answer.get("objective"), answer.get("bound")
    if answer["status"] == "optimal" and (objective is None or abs(objective - optimum) > slack):
        return "WRONG: proven, but not the optimum"
    if objective is not None and objective < optimum - slack:
        return "WRONG: cheaper than the optimum"
    if bound is not None and bound > optimum + slack:
        return "WRONG: bound above the optimum"
    if answer["status"] == "error":
        return "ERROR"
    return "NOT PROVEN" if expected and answer["status"] != "optimal" else None


def shown(value, form):
    return "-" if value is None else format(value, form)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("binary")
    ap.add_argument("--time-limit", type=float, default=60)
    ap.add_argument("names", nargs="*")
    a = ap.parse_args()
    optima = {row["instance"]: float(row["optimum"]) for row in table("optima.csv")}
    expected = {row["instance"]: row["proven"] == "true" for row in table("expected.csv")}
    unknown = [name for name in a.names if name not in optima]
    if unknown:
        ap.error(f"not in optima.csv: {', '.join(unknown)}")
    print(f"{'instance':<38}{'optimum':>14}{'objective':>16}{'bound':>16}{'gap':>10}  {'status':<10}{'seconds':>8}")
    faults = 0
    for name in a.names or optima:
        answer, seconds = plan(a.binary, name, a.time_limit)
        fault = judge(answer, optima[name], expected.get(name, False))
        faults += fault is not None
        print(f"{name:<38}{optima[name]:>14.3f}{shown(answer.get('objective'), '.3f'):>16}"
              f"{shown(answer.get('bound'), '.3f'):>16}{shown(answer.get('gap'), '.1e'):>10}  {answer['status']:<10}"
              f"{seconds:>8.2f}{'  ' + fault if fault else ''}", flush=True)
    print(f"{len(a.names or optima) - faults} passed, {faults} failed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
