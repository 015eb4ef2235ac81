#!/usr/bin/env python3
"""Plan cases with Mainstay, with the oracle and with glpsol on the model in MathProg, and hold the three optima against
each other.

    compare.py MAINSTAY_BINARY [--without-glpsol] CASE_DIR [CASE_DIR...]

They agree where their objectives differ by less than 1e-6 of them; --without-glpsol leaves the third out, which is slow where
there are many periods. Needs highspy, and glpsol from Debian's glpk-utils.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

TOLERANCE = 1e-6
HERE = os.path.dirname(os.path.abspath(__file__))


INFEASIBLE = float("inf")


def objective(command):
    """The optimum that a command tells; infinite where it tells that there is none."""
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode == 2:
        return INFEASIBLE
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout[run.stdout.find("{"):])["objective"]


def mathprog(binary, case):
    """The optimum that glpsol finds of the exported case."""
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "case.dat")
        subprocess.run([binary, "export", case, "--format", "mathprog", "--output", data],
                       check=True, capture_output=True)
        model = os.path.join(HERE, "..", "..", "Models", "sourcing.mod")
        run = subprocess.run(["glpsol", "-m", model, "-d", data, "--pcost"], capture_output=True, text=True, check=False)
    if re.search("HAS NO (PRIMAL|INTEGER) FEASIBLE SOLUTION", run.stdout):
        return INFEASIBLE
    found = re.search(r"Total cost\s+(\S+)", run.stdout)
    if not found:
        sys.exit(f"glpsol finds no optimum of {case}\n{run.stdout[-500:]}")
    return float(found[1])


def main():
    binary, *cases = (argument for argument in sys.argv[1:] if argument != "--without-glpsol")
    wrong = 0
    for case in cases:
        ours = objective([binary, "plan", case, "--json", "--gap", "1e-9"])
        others = {"oracle": objective([sys.executable, os.path.join(HERE, "oracle.py"), case, "--json", "--gap", "1e-9"])}
        if "--without-glpsol" not in sys.argv:
            others["glpsol"] = mathprog(binary, case)
        agrees = all(ours == other or abs(ours - other) <= TOLERANCE * max(1.0, abs(ours)) for other in others.values())
        wrong += not agrees
        told = ", ".join(f"{name} {other:.6f}" for name, other in others.items())
        print(f"{case}: mainstay {ours:.6f}, {told}: {'agree' if agrees else 'DISAGREE'}", flush=True)
    sys.exit(1 if wrong or not cases else 0)


if __name__ == "__main__":
    main()
