#!/usr/bin/env python3
"""Write ten random cases with three tiers of recipes and six periods, for compare.py.

    chains.py OUT

The cases OUT/0 … OUT/9 are those of ../benchmark/make_case.py. From the fourth on lanes take time; the last four have
strategic stock and reserves that are cold and recover along a ramp as well. In the last two lanes name no item, and many
lead in rings; the very last lets its sites pass on anything.
"""
import csv
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MAKE = os.path.join(HERE, "..", "benchmark", "make_case.py")
SIZE = "--sites 5 --items 4 --markets 2 --scenarios 3 --regions 3 --tiers 3 --periods 6".split()
FIRST_WITH_LEADS, FIRST_WITH_STOCK, FIRST_WITH_RINGS, PASSING_ANYTHING_ON = 3, 6, 8, 9


def change(folder, table, edit):
    """Lets `edit` change every row of a table, a dictionary, in place."""
    path = os.path.join(folder, table + ".csv")
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        edit(row)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    out = sys.argv[1]
    for seed in range(10):
        folder = os.path.join(out, str(seed))
        more = "--item-lanes --sites 12 --makers 3".split() if FIRST_WITH_LEADS <= seed < FIRST_WITH_RINGS else []
        subprocess.run([sys.executable, MAKE, folder, *SIZE, "--seed", str(seed), *more], check=True)
        draw = random.Random(seed)
        if seed >= FIRST_WITH_LEADS:
            # Periods have 30 days: some goods are there at once, others after one period or two.
            change(folder, "lanes", lambda row: row.update(lead_days=draw.choice((0, 0, 20, 45))))
        if seed >= FIRST_WITH_STOCK:
            change(folder, "capabilities", lambda row: row.update(activation_days=draw.choice(("", 20, 40)), ramp_days=draw.choice(("", 50))))
            with open(os.path.join(folder, "settings.csv"), "a", encoding="utf-8") as file:
                file.write("strategic_stock,true\n" + ("pass_on,anything\n" if seed == PASSING_ANYTHING_ON else ""))


if __name__ == "__main__":
    main()
