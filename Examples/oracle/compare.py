#!/usr/bin/env python3
"""Plan cases with Mainstay and with the oracle, and hold the two optima against each other.

    compare.py MAINSTAY_BINARY CASE_DIR [CASE_DIR...]

Both are asked for a gap of 1e-9; they agree where their objectives differ by less than 1e-6 of them. Needs highspy.
"""
import json
import os
import subprocess
import sys

TOLERANCE = 1e-6
HERE = os.path.dirname(os.path.abspath(__file__))


def objective(command):
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)["objective"]


def main():
    binary, *cases = sys.argv[1:]
    wrong = 0
    for case in cases:
        ours = objective([binary, "plan", case, "--json", "--gap", "1e-9"])
        theirs = objective([sys.executable, os.path.join(HERE, "oracle.py"), case, "--json", "--gap", "1e-9"])
        agrees = abs(ours - theirs) <= TOLERANCE * max(1.0, abs(theirs))
        wrong += not agrees
        print(f"{case}: mainstay {ours:.6f}, oracle {theirs:.6f}: {'agree' if agrees else 'DISAGREE'}")
    sys.exit(1 if wrong or not cases else 0)


if __name__ == "__main__":
    main()
