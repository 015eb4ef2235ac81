#!/usr/bin/env python3
"""Hold the extensive form, the decomposition, the model in MathProg solved by glpsol, and the verifier against each other.

    agree.py MAINSTAY_BINARY CASE_DIR [CASE_DIR...]

The three optima differ by less than 1e-6 of them, and `mainstay verify` finds the plans of the first two sound and their
costs right. Needs glpsol from Debian's glpk-utils; standard library only.
"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, "oracle"))
from compare import TOLERANCE, mathprog  # noqa: E402


def planned(binary, case, method):
    """The optimum that a method finds, its plan verified."""
    with tempfile.TemporaryDirectory() as folder:
        for command in ([binary, "plan", case, "--quiet", "--method", method, "--gap", "1e-8", "--output", folder],
                        [binary, "verify", case, folder]):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        with open(os.path.join(folder, "plan.json"), encoding="utf-8") as f:
            return json.load(f)["objective"]


def main():
    binary, *cases = sys.argv[1:]
    wrong = 0
    for case in cases:
        whole, parts, theirs = planned(binary, case, "extensive"), planned(binary, case, "benders"), mathprog(binary, case)
        agree = all(abs(whole - other) <= TOLERANCE * max(1.0, abs(whole)) for other in (parts, theirs))
        wrong += not agree
        print(f"{case}: extensive form {whole:.6f}, decomposition {parts:.6f}, both verified; glpsol {theirs:.6f}: "
              f"{'agree' if agree else 'DISAGREE'}", flush=True)
    sys.exit(1 if wrong or not cases else 0)


if __name__ == "__main__":
    main()
