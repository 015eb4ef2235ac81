#!/usr/bin/env python3
"""The peer of `mainstay stress`: HiGHS re-solves the same linear program warm for every site that fails.

    stress_peer.py CASE_FOLDER PLAN.json [REPORT.json]

For the one-period cases of make_case.py --item-lanes without stock. Told as JSON are the seconds of all solves, the one
without a failure included, and, beside a report of `mainstay stress --targets site --json`, the greatest relative
difference between the two in what a failure costs.
"""
import collections
import csv
import json
import os
import sys
import time

import highspy
import numpy as np

MUCH = 1e30


class Program:
    """Columns (cost, most, entries, the site they hang on) and equality rows of the response of a layout."""

    def __init__(self, case, plan):
        def rows(table):
            with open(os.path.join(case, table + ".csv"), newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file))

        self.names, self.columns = {}, []
        self.commitment = collections.defaultdict(float)
        self.demand = {(row["market"], row["item"]): row for row in rows("demand")}
        inputs = collections.defaultdict(list)
        for row in rows("recipes"):
            inputs[row["item"]].append((row["input"], float(row["quantity"])))
        capabilities = {(row["site"], row["item"]): row for row in rows("capabilities")}
        sources = [s for s in plan["sourcing"] if s["commit"] + s["reserve"] > 0]
        for source in sources:
            site, item = source["site"], source["item"]
            row = capabilities[site, item]
            unit = float(row["unit_cost"])
            entries = [(self.row((site, item)), 1.0)] + [(self.row((site, i)), -q) for i, q in inputs[item]]
            for most, cost in ((source["commit"], 0.0), (source["reserve"], unit + float(row["surge_cost"] or 0))):
                if most > 0:
                    self.columns.append((cost, most, entries, site))
            self.commitment[site] += source["commit"] * unit
        self.add_lanes(rows("lanes"), {site["site"] for site in plan["sites"]}, sources, inputs)
        for key, row in self.demand.items():
            self.columns.append((float(row["shortage_cost"]), float(row["quantity"]), [(self.row(key), 1.0)], None))

    def row(self, name):
        return self.names.setdefault(name, len(self.names))

    def add_lanes(self, lanes, sites, sources, inputs):
        lanes = [lane for lane in lanes if lane["from"] in sites]
        used = {(s["site"], i) for s in sources for i, _ in inputs[s["item"]]}
        passed = {(lane["from"], lane["item"]) for lane in lanes}
        there = {(s["site"], s["item"]) for s in sources}
        size = 0
        while size < len(there):
            size = len(there)
            there |= {(lane["to"], lane["item"]) for lane in lanes
                      if (lane["from"], lane["item"]) in there and (lane["to"], lane["item"]) in passed and lane["to"] in sites}
        for lane in lanes:
            start, end = (lane["from"], lane["item"]), (lane["to"], lane["item"])
            if start not in there or not (end in self.demand or end in used or end in passed and lane["to"] in sites):
                continue
            most = float(self.demand[end]["quantity"]) if end in self.demand else MUCH
            entries = [(self.row(start), -1.0), (self.row(end), 1.0)]
            self.columns.append((float(lane["unit_cost"]), most, entries, lane["from"]))

    def highs(self):
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("presolve", "off")
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.columns), len(self.names)
        lp.col_cost_ = np.array([column[0] for column in self.columns])
        lp.col_lower_ = np.zeros(len(self.columns))
        lp.col_upper_ = np.array([column[1] for column in self.columns])
        need = np.zeros(len(self.names))
        for key, row in self.demand.items():
            need[self.names[key]] = float(row["quantity"])
        lp.row_lower_ = lp.row_upper_ = need
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.cumsum([0] + [len(column[2]) for column in self.columns])
        lp.a_matrix_.index_ = np.array([row for column in self.columns for row, _ in column[2]])
        lp.a_matrix_.value_ = np.array([value for column in self.columns for _, value in column[2]])
        solver.passModel(lp)
        return solver


def main():
    case, plan = sys.argv[1:3]
    with open(plan, encoding="utf-8") as file:
        program = Program(case, json.load(file))
    solver = program.highs()
    start = time.perf_counter()
    solver.run()
    calm = solver.getInfo().objective_function_value
    point = solver.getSolution().col_value
    hanging = collections.defaultdict(list)
    for index, column in enumerate(program.columns):
        if column[3]:
            hanging[column[3]].append(index)
    most = np.array([column[1] for column in program.columns])
    extra = {}
    for site in sorted(hanging):
        columns = np.array(hanging[site], dtype=np.int32)
        extra[site] = -program.commitment[site]
        if all(point[index] < 1e-9 for index in columns):
            continue
        solver.changeColsBounds(len(columns), columns, np.zeros(len(columns)), np.zeros(len(columns)))
        solver.run()
        extra[site] += solver.getInfo().objective_function_value - calm
        solver.changeColsBounds(len(columns), columns, np.zeros(len(columns)), most[columns])
    told = {"seconds": time.perf_counter() - start, "failures": len(extra)}
    if len(sys.argv) > 3:
        with open(sys.argv[3], encoding="utf-8") as file:
            report = json.load(file)
        scale = max(1.0, report["undisturbed"]["cost"])
        told["difference"] = max(abs(finding["extra_cost"] - extra.get(finding["target"], 0)) / scale
                                 for finding in report["findings"])
    print(json.dumps(told))


if __name__ == "__main__":
    main()
