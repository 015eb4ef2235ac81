#!/usr/bin/env python3
"""Measure how long random layouts take to be proven, against general solvers on the same model, in turn on one machine.

    layouts.py MAINSTAY [--rows flat-20,flat-30,deep-16] [--seeds 0] [--peers highs,scip,cbc] [--limit 600]

MAINSTAY is a release build (.build/release/mainstay). Each row makes a case (make_case.py), plans it on one thread to the
row's gap, exports its extensive form as MPS and gives that to the peers, one thread each, for at most --limit seconds.
A ratio is the peer's time over ours, reading and building left out of the peer's and counted in ours. Where the peer does
not reach the row's gap, ours is measured to the gap that the peer ended with. Rows: flat-20, flat-30, flat-40, flat-40k,
deep-16, deep-24. Peers that are not installed are told and left out: highspy and pyscipopt from PyPI, Debian's coinor-cbc.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))

ROWS = {  # sites, items, markets, scenarios, tiers, periods, and the gap to be proven
    "flat-20": (20, 5, 10, 10, 1, 1, 1e-4),
    "flat-30": (30, 8, 15, 30, 1, 1, 1e-4),
    "flat-40": (40, 12, 20, 100, 1, 1, 1e-3),
    "flat-40k": (40, 12, 20, 1000, 1, 1, 1e-3),
    "deep-16": (16, 6, 6, 8, 3, 4, 1e-4),
    "deep-24": (24, 9, 10, 50, 3, 6, 5e-3),
}


def make(row, seed, folder):
    sites, items, markets, scenarios, tiers, periods, _ = ROWS[row]
    case = os.path.join(folder, f"{row}-{seed}")
    arguments = dict(sites=sites, items=items, markets=markets, scenarios=scenarios, tiers=tiers, periods=periods, seed=seed)
    flags = [text for name, value in arguments.items() for text in (f"--{name}", str(value))]
    subprocess.run([sys.executable, os.path.join(HERE, "make_case.py"), case, *flags], check=True)
    return case


def measured(command):
    """Wall time of a process, its exit code and output, and its peak memory in MB."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return seconds, process.returncode, output.read().decode(), usage.ru_maxrss / 1024


def ours(mainstay, case, gap, limit):
    seconds, code, output, memory = measured(
        [mainstay, "plan", case, "--method", "benders", "--gap", str(gap), "--time-limit", str(limit), "--threads", "1",
         "--json", "--quiet"])
    if code not in (0, 3, 4) or not output:
        sys.exit(f"mainstay plan {case}: exit code {code}")
    plan = json.loads(output)
    return dict(seconds=seconds, objective=plan.get("objective"), gap=plan.get("gap"), memory=memory)


# A peer runs in a process of its own and prints one line of JSON: the seconds of its solve, its objective and its bound.
PEERS = {
    "highs": """
import highspy, json, sys, time
h = highspy.Highs()
for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", float(sys.argv[2])), ("time_limit", float(sys.argv[3]))):
    h.setOptionValue(name, value)
h.readModel(sys.argv[1])
start = time.perf_counter()
h.run()
info = h.getInfo()
print(json.dumps([time.perf_counter() - start, info.objective_function_value, info.mip_dual_bound]))
""",
    "scip": """
import json, sys, time
from pyscipopt import Model
m = Model()
m.hideOutput()
m.setParam("limits/gap", float(sys.argv[2]))
m.setParam("limits/time", float(sys.argv[3]))
m.readProblem(sys.argv[1])
start = time.perf_counter()
m.optimize()
print(json.dumps([time.perf_counter() - start, m.getPrimalbound(), m.getDualbound()]))
""",
}


def cbc(mps, gap, limit):
    start = time.perf_counter()
    try:
        done = subprocess.run(["cbc", mps, "ratio", str(gap), "sec", str(limit), "solve"], capture_output=True, text=True)
    except FileNotFoundError:
        return None
    seconds = time.perf_counter() - start
    objective = re.search(r"Objective value:\s+(\S+)", done.stdout)
    bound = re.search(r"Lower bound:\s+(\S+)", done.stdout)
    if objective is None:
        return dict(seconds=seconds, objective=None, gap=None)
    value = float(objective[1])
    proven = float(bound[1]) if bound else value * (1 - gap)
    return dict(seconds=seconds, objective=value, gap=(value - proven) / abs(value))


def peer(name, mps, gap, limit):
    """What a peer came to; None where it is not installed."""
    if name == "cbc":
        return cbc(mps, gap, limit)
    done = subprocess.run([sys.executable, "-c", PEERS[name], mps, str(gap), str(limit)], capture_output=True, text=True)
    if done.returncode:
        return None
    seconds, objective, bound = json.loads(done.stdout.strip().splitlines()[-1])
    if abs(objective) > 1e19:
        return dict(seconds=seconds, objective=None, gap=None)
    return dict(seconds=seconds, objective=objective, gap=max(0.0, (objective - bound) / abs(objective)))


def percent(gap):
    return "none" if gap is None else f"{100 * gap:.3g} %"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("mainstay")
    parser.add_argument("--rows", default="flat-20,flat-30,deep-16")
    parser.add_argument("--seeds", default="0")
    parser.add_argument("--peers", default="highs")
    parser.add_argument("--limit", type=float, default=600)
    arguments = parser.parse_args()
    mainstay = os.path.abspath(arguments.mainstay)
    peers = [name for name in arguments.peers.split(",") if name]
    if unknown := [name for name in peers if name != "cbc" and name not in PEERS]:
        parser.error(f"no peer {unknown[0]!r}; known are {', '.join([*PEERS, 'cbc'])}")
    print("| case | seed | Mainstay, s | gap | MB | peer | peer, s | gap | ratio |\n|---|---|---|---|---|---|---|---|---|", flush=True)
    for row in arguments.rows.split(","):
        if row not in ROWS:
            parser.error(f"no row {row!r}; known are {', '.join(ROWS)}")
        ratios = {}
        for seed in arguments.seeds.split(","):
            with tempfile.TemporaryDirectory() as folder:
                case = make(row, seed, folder)
                found = ours(mainstay, case, ROWS[row][-1], arguments.limit)
                start = f"| {row} | {seed} | {found['seconds']:.1f} | {percent(found['gap'])} | {found['memory']:.0f} |"
                if not peers:
                    print(f"{start} - | - | - | - |", flush=True)
                    continue
                mps = case + ".mps"
                subprocess.run([mainstay, "export", case, "--format", "mps", "--output", mps], check=True, capture_output=True)
                for name in peers:
                    theirs = peer(name, mps, ROWS[row][-1], arguments.limit)
                    if theirs is None:
                        print(f"{start} {name} | not installed | - | - |", flush=True)
                        continue
                    compare(row, seed, mainstay, case, found, start, name, theirs, ratios, arguments.limit)
        for name, values in ratios.items():
            if len(values) > 1:
                print(f"| {row} | median | | | | {name} | | | {statistics.median(values):.1f} |", flush=True)


def compare(row, seed, mainstay, case, found, start, name, theirs, ratios, limit):
    seconds, same = found["seconds"], ""
    target = ROWS[row][-1]
    if theirs["gap"] is None or theirs["gap"] > 1.01 * target:
        # The peer stopped short: ours is measured to where it stopped, or to half of nothing where it found no layout.
        again = ours(mainstay, case, 0.5 if theirs["gap"] is None else max(target, theirs["gap"]), limit)
        seconds, same = again["seconds"], f" (ours to its gap {again['seconds']:.1f} s)"
    elif found["gap"] is not None and found["gap"] <= 1.01 * target:
        allowed = 2 * target * max(1.0, abs(theirs["objective"]))
        if abs(found["objective"] - theirs["objective"]) > allowed:
            sys.exit(f"{row}, seed {seed}: {found['objective']} against {theirs['objective']} by {name}")
    ratio = theirs["seconds"] / seconds
    ratios.setdefault(name, []).append(ratio)
    print(f"{start} {name} | {theirs['seconds']:.1f} | {percent(theirs['gap'])} | {ratio:.1f}{same} |", flush=True)


if __name__ == "__main__":
    main()
