#!/usr/bin/env python3
"""Hold the oracle against the cases of the tests that were solved by hand.

    micro.py        exits with 1 where an answer differs

The cases and what is known of them stand in Tests/Fixtures/micro. Those that the oracle does not cover are counted.
"""
import json
import os
import sys

sys.dont_write_bytecode = True
from case import Case  # noqa: E402
from cells import Fault  # noqa: E402
from oracle import Layout  # noqa: E402

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "Fixtures", "micro")
TOLERANCE = 1e-6


def read(name):
    with open(os.path.join(FIXTURES, name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def cell(value):
    """A value of a document as it stands in a table."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def answer(name):
    """The optimum that the oracle finds; infinite where there is no layout."""
    tables = {table: [{column: cell(value) for column, value in row.items()} for row in rows]
              for table, rows in read(name)["tables"].items()}
    solution = Layout(Case(tables)).program.solve(1e-9, 60)
    return float("inf") if solution.status == "infeasible" else solution.objective


def main():
    wrong, skipped, passed = 0, 0, 0
    for name, known in read("expected").items():
        try:
            found = answer(name)
        except Fault:
            skipped += 1
            continue
        expected = known.get("objective", float("inf"))
        agrees = found == expected or abs(found - expected) <= TOLERANCE * max(1.0, abs(expected))
        passed, wrong = passed + agrees, wrong + (not agrees)
        if not agrees:
            print(f"{name}: {found}, not {expected}")
    print(f"{passed} passed, {wrong} failed, {skipped} not covered")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
