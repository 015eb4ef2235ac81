#!/usr/bin/env python3
"""Measure Mainstay against peers in the same run: medians and ratios, never absolute promises.

    run.py BUILD_FOLDER [--rows startup,model,network,plan,stress,threads] [--repeat 5]

BUILD_FOLDER is where `swift build -c release` put its binaries (.build/release). Peers: glpsol (Debian's glpk-utils) and
HiGHS (highspy from PyPI), one thread each; a peer that is missing is told and left out.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import stress as stress_case

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD_CASE = os.path.join(HERE, "..", "critical-minerals", "build.py")


def seconds(command, repeat, expected=(0,)):
    """The median wall time of a whole process, and its output the last time."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        times.append(time.perf_counter() - start)
        if done.returncode not in expected:
            sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return statistics.median(times), done.stdout


def line(row, ours, peer, theirs, note=""):
    ratio = f"{theirs / ours:.1f}" if theirs else "-"
    told = f"{theirs:.3f}" if theirs else "-"
    print(f"| {row} | {ours:.3f} | {peer} | {told} | {ratio} | {note} |", flush=True)


def startup(build, repeat, folder):
    mainstay = os.path.join(build, "mainstay")
    starter = os.path.join(folder, "starter")
    subprocess.run([mainstay, "new", starter], check=True, capture_output=True)
    version, _ = seconds([mainstay, "--version"], 4 * repeat)
    glpsol = shutil.which("glpsol")
    theirs = seconds([glpsol, "--version"], 4 * repeat)[0] if glpsol else None
    line("`mainstay --version`", version, "glpsol --version", theirs)
    ours, _ = seconds([mainstay, "plan", starter, "--quiet"], 2 * repeat)
    data = os.path.join(folder, "starter.dat")
    subprocess.run([mainstay, "export", starter, "--format", "mathprog", "--output", data], check=True, capture_output=True)
    model = os.path.join(HERE, "..", "..", "Models", "sourcing.mod")
    theirs = seconds([glpsol, "-m", model, "-d", data], 2 * repeat)[0] if glpsol else None
    line("`mainstay plan` of the starter case", ours, "glpsol on the same model", theirs)


HIGHS_BUILD = """
import highspy, resource, sys, time
columns, rows, terms = map(int, sys.argv[1:])
start = time.perf_counter()
h = highspy.Highs()
h.setOptionValue("output_flag", False)
x = [h.addVariable(0, 100, j % 7 + 1) for j in range(columns)]
for i in range(rows):
    h.addConstr(h.qsum((1 + (i + t) % 5) * x[(i * 7919 + t * (columns // terms) + t * t) % columns] for t in range(terms)) >= i % 10)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def model(build, repeat, folder):
    size = ["200000", "100000", "10"]
    ours, memory = [], []
    for _ in range(repeat):
        done = json.loads(subprocess.run([os.path.join(build, "SolverBenchmark"), "build", *size], check=True, capture_output=True, text=True).stdout)
        ours.append(done["build_seconds"] + done["check_seconds"] + done["open_seconds"])
        memory.append(done["max_rss_mb"])
    theirs = None
    peer = subprocess.run([sys.executable, "-c", HIGHS_BUILD, *size], capture_output=True, text=True, check=False)
    note = f"{statistics.median(memory):.0f} MB"
    if peer.returncode == 0:
        theirs, used = map(float, peer.stdout.split())
        note += f" against {used:.0f} MB"
    line("a model of 200,000 columns and 1,000,000 nonzeros, built and handed over", statistics.median(ours),
         "highspy", theirs, note)


# Cases of many tiers, by what makes them.
CHAINS = (
    ("1,500 sites and 22,000 lanes, from CSV to an MPS file", ["make_network.py"]),
    ("1,500 sites and 21,000 lanes without an item, from CSV to an MPS file", ["make_case.py", *stress_case.SIZE]),
)


def network(build, repeat, folder):
    """From the CSV files of cases with many tiers to their whole models as MPS files."""
    for name, make in CHAINS:
        case = os.path.join(folder, make[0])
        subprocess.run([sys.executable, os.path.join(HERE, make[0]), case, *make[1:]], check=True)
        command = [os.path.join(build, "mainstay"), "export", case, "--format", "mps", "--output", case + ".mps"]
        times, memory = [], []
        for _ in range(repeat):
            process = subprocess.Popen(command)
            _, status, usage = os.wait4(process.pid, 0)
            # Processor time: the file that is written is large, and what the disk takes for it is not ours.
            times.append(usage.ru_utime + usage.ru_stime)
            memory.append(usage.ru_maxrss / 1024)
            if status:
                sys.exit(f"{' '.join(command)}: status {status}")
        line(name, statistics.median(times), "-", None, f"{statistics.median(memory):.0f} MB; processor seconds")


HIGHS_SOLVE = """
import highspy, sys, time
h = highspy.Highs()
h.setOptionValue("output_flag", False)
h.setOptionValue("threads", 1)
h.setOptionValue("mip_rel_gap", 1e-4)
h.readModel(sys.argv[1])
start = time.perf_counter()
h.run()
print(time.perf_counter() - start, h.getInfo().objective_function_value)
"""


def plan(build, repeat, folder):
    mainstay = os.path.join(build, "mainstay")
    document, case = os.path.join(folder, "plan"), os.path.join(folder, "magnets")
    subprocess.run([sys.executable, BUILD_CASE, "--variant", "magnets", case], check=True)
    ours = []
    for _ in range(repeat):
        subprocess.run([mainstay, "plan", case, "--quiet", "--gap", "1e-4", "--output", document], check=True, capture_output=True)
        with open(os.path.join(document, "plan.json"), encoding="utf-8") as f:
            ours.append(json.load(f)["seconds"])
    mps = os.path.join(folder, "case.mps")
    subprocess.run([mainstay, "export", case, "--format", "mps", "--output", mps], check=True, capture_output=True)
    theirs = []
    for _ in range(repeat):
        peer = subprocess.run([sys.executable, "-c", HIGHS_SOLVE, mps], capture_output=True, text=True, check=False)
        if peer.returncode == 0:
            theirs.append(float(peer.stdout.split()[0]))
    line("`mainstay plan` of critical-minerals' magnets, to 0.01 %", statistics.median(ours), "HiGHS on its MPS file",
         statistics.median(theirs) if theirs else None, "our figure includes building, pricing and verification")


def stress(build, repeat, folder):
    """Every site of a large chain fails by itself; the peer re-solves the same linear program warm."""
    case, plan, report = (os.path.join(folder, "chain", name) for name in ("case", "plan.json", "report.json"))
    subprocess.run([sys.executable, os.path.join(HERE, "make_case.py"), case, *stress_case.SIZE, "--item-lanes"], check=True)
    stress_case.write_current(case)
    sourcing = stress_case.layout(case)
    with open(plan, "w", encoding="utf-8") as file:
        json.dump({"sourcing": sourcing, "sites": [{"site": site} for site in sorted({row["site"] for row in sourcing})]}, file)
    command = [os.path.join(build, "mainstay"), "stress", case, "--current", "--targets", "site", "--json", "--quiet"]
    medians = []
    for option in (["--without-survival"], []):
        times = []
        for _ in range(repeat):
            done = subprocess.run(command + option, check=True, capture_output=True, text=True)
            times.append(json.loads(done.stdout)["seconds"])
        medians.append(statistics.median(times))
    with open(report, "w", encoding="utf-8") as file:
        file.write(done.stdout)
    theirs = []
    for _ in range(repeat):
        peer = subprocess.run([sys.executable, os.path.join(HERE, "stress_peer.py"), case, plan, report],
                              capture_output=True, text=True, check=False)
        if peer.returncode == 0:
            told = json.loads(peer.stdout.splitlines()[-1])
            theirs.append(told["seconds"])
            if told["difference"] > 1e-6:
                sys.exit(f"HiGHS finds other costs than mainstay stress: {told['difference']}")
    line("1,500 single failures of a chain of 300 items", medians[0], "HiGHS, warm", statistics.median(theirs) if theirs else None,
         f"with times to survive {medians[1]:.3f}")


def threads(build, repeat, folder):
    """Two mixed-integer programs on two threads of one process against the same two one after the other."""
    runs = [json.loads(subprocess.run([os.path.join(build, "SolverBenchmark"), "threads"], check=True, capture_output=True, text=True).stdout)
            for _ in range(repeat)]
    if not all(r["same_results"] for r in runs):
        sys.exit("two solves side by side gave other results than one after the other")
    line("two mixed-integer programs on two threads", statistics.median(r["parallel_seconds"] for r in runs),
         "one after the other", statistics.median(r["sequential_seconds"] for r in runs), f"{os.cpu_count()} cores")


def main():
    rows = {"startup": startup, "model": model, "network": network, "plan": plan, "stress": stress, "threads": threads}
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("build")
    parser.add_argument("--rows", default=",".join(rows))
    parser.add_argument("--repeat", type=int, default=5)
    arguments = parser.parse_args()
    print("| what | Mainstay, s | peer | peer, s | ratio | |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for row in arguments.rows.split(","):
            rows[row](os.path.abspath(arguments.build), arguments.repeat, folder)


if __name__ == "__main__":
    main()
