"""Copies a case folder and gives its sites names that would do harm where they are not taken as text.

    python3 Examples/report/hostile.py CASE TARGET
"""

import csv
import os
import shutil
import sys

NAMES = ["<script>alert(1)</script>", "\u202eevil", "=cmd|' /C calc'!A0", "x" * 32768, "\u05d0\u05d1\u05d2 rtl",
         '"><img src=x onerror=alert(1)>', "</title></style><svg onload=alert(1)>"]


def main():
    source, target = sys.argv[1:3]
    shutil.copytree(source, target)
    path = os.path.join(target, "sites.csv")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    column = rows[0].index("name")
    for number, row in enumerate(rows[1:]):
        row[column] = NAMES[number % len(NAMES)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


main()
