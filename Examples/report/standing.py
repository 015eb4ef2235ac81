"""Writes the table `current` of a case folder: every source that the case has stands as a main one.

    python3 Examples/report/standing.py CASE

The plan of such a layout (`mainstay plan CASE --current`) is a linear program, and its report as long as one of the case can be.
"""

import csv
import os
import sys


def main():
    case = sys.argv[1]
    with open(os.path.join(case, "capabilities.csv"), encoding="utf-8", newline="") as file:
        sources = list(csv.DictReader(file))
    with open(os.path.join(case, "current.csv"), "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["site", "item", "recipe", "role"])
        rows.writerows([source["site"], source["item"], source.get("recipe", ""), "primary"] for source in sources)


main()
