#!/usr/bin/env python3
"""Solve a case folder with HiGHS, written from the page "The model" of the documentation alone.

    oracle.py CASE_DIR [--json] [--gap 1e-9] [--time-limit 600] [--without-policies] [--fix PLAN.json] [--mps FILE]

It shares no code with Mainstay, so that the two can be held against each other. Of what the page says it covers recipes over
any number of tiers, several periods with lead times, ramps, stock and reserves that take time, price tiers, projects, clusters,
listed scenarios, duties and controls that change, preferential rates, least service, CVaR, the worst case and all kinds of policy but
`max_concentration`, and refuses the rest.
--fix keeps the first stage of a plan that `--json` printed and decides only the recourse.
Needs highspy and numpy from PyPI.
"""
import argparse
import json
import math
import sys
from collections import defaultdict

from case import Case
from cells import Fault, number
from contracts import Projects, add_clusters, greatest_price, price
from policies import POLICIES
from program import Program, total
from recourse import pipeline, recourse
from totals import TOTALS


class Layout:
    """The extensive form of a case: first stage, a recourse block for each scenario, objective, policies."""

    def __init__(self, case, with_policies=True):
        self.case, self.program = case, Program()
        self.first_stage()
        self.add_stock()
        self.sent = pipeline(self) if any(lane.lead for lane in case.lanes) else {}
        self.recourse = [recourse(self, s) for s in case.scenarios]
        self.expected = total((s.probability, cost) for s, (cost, *_) in zip(case.scenarios, self.recourse))
        self.add_objective()
        for row in case.tables["policies"] if with_policies else ():
            kinds = {**POLICIES, **TOTALS}
            if row["kind"] not in kinds:
                raise Fault(f"policy {row['policy']}: kind {row['kind']} is not covered here")
            kinds[row["kind"]](self, row)

    def first_stage(self):
        case, p = self.case, self.program
        self.fixed_cost = defaultdict(float)
        self.open = {i: p.binary() for i in case.sites}
        self.primary, self.backup, self.commit, self.reserve = {}, {}, {}, {}
        self.closing_constant = 0.0
        for i, site in case.sites.items():
            if site.existing:
                self.fixed_cost[self.open[i]] -= site.closing_cost
                self.closing_constant += site.closing_cost
            else:
                self.fixed_cost[self.open[i]] += site.opening_cost
        for c, cap in case.capabilities.items():
            main, back = self.primary[c], self.backup[c] = p.binary(), p.binary()
            commit = self.commit[c] = p.variable(cap.capacity)
            reserve = self.reserve[c] = p.variable(0.0 if cap.reservation_cost is None else cap.capacity)
            p.at_most({main: 1, back: 1, self.open[c[0]]: -1}, 0)
            p.at_most({commit: 1, main: -cap.capacity}, 0)
            p.at_most({commit: 1, reserve: 1, main: -cap.capacity, back: -cap.capacity}, 0)
            if cap.min_volume:
                p.at_least({commit: 1, main: -cap.min_volume}, 0)
            if not cap.qualified:
                self.fixed_cost[main] += cap.qualification_cost
                self.fixed_cost[back] += cap.qualification_cost
        self.projects = Projects(self)
        self.committed, self.reserved, self.due = {}, {}, {}
        for c, cap in case.capabilities.items():
            self.committed[c] = self.projects.counted(c, {self.commit[c]: 1.0}, cap.capacity)
            self.reserved[c] = self.projects.counted(c, {self.reserve[c]: 1.0}, cap.capacity)
            self.due[c] = self.projects.counted(c, price(self, c), greatest_price(case, c))
            for part in self.reserved[c]:
                for x, v in part.items():
                    self.fixed_cost[x] += (cap.reservation_cost or 0.0) * v
        add_clusters(self)
        closed, barred = case.rules.screened()
        for i in closed:
            p.fix(self.open[i], 0.0)
        for c in barred:
            p.fix(self.primary[c], 0.0)
            p.fix(self.backup[c], 0.0)

    def held(self, c):
        """What is committed and reserved of a capability in an average period."""
        return total((1 / self.case.periods, part) for parts in (self.committed[c], self.reserved[c]) for part in parts)

    def add_stock(self):
        """Nodes (site, item), and what is kept there for events, where the case lets it be planned."""
        case, p = self.case, self.program
        self.nodes = sorted({(lane.origin, lane.item) for lane in case.lanes}
                            | {(lane.target, lane.item) for lane in case.lanes if lane.target in case.sites} | case.made | case.used)
        self.stock = {}
        for site, item in self.nodes if case.stocks else ():
            most = case.peak * case.need[item]
            self.stock[site, item] = x = p.variable()
            sources = [c for c in case.capabilities if c[:2] == (site, item) and c not in self.projects.unlocking]
            allowed = [self.open[site]] if (site, item) in case.fed else [v[c] for c in sources for v in (self.primary, self.backup)]
            p.at_most({x: 1, **{v: -most for v in allowed}}, 0)
            self.fixed_cost[x] += number(case.items[item].get("holding_cost"), 0.0) * case.periods

    def add_objective(self):
        case, p = self.case, self.program
        weight = case.risk_weight
        p.add_cost(self.fixed_cost)
        p.add_cost(self.expected, 1 - weight)
        p.constant = self.closing_constant
        if weight and case.weighs_worst:
            worst = p.variable(lower=-math.inf)
            p.add_cost({worst: weight})
            for s, (cost, *_) in zip(case.scenarios, self.recourse):
                if s.probability > 0:
                    p.at_most({**cost, worst: -1}, 0)
        elif weight:
            eta = p.variable(lower=-math.inf)
            p.add_cost({eta: weight})
            for s, (cost, *_) in zip(case.scenarios, self.recourse):
                excess = p.variable()
                p.add_cost({excess: weight * s.probability / (1 - case.risk_level)})
                p.at_most({**cost, excess: -1, eta: -1}, 0)

    def fix(self, plan):
        """Keep the first stage of `plan`: everything that it does not name is closed and unused."""
        p = self.program
        is_open = {row["site"] for row in plan["sites"] if row.get("open", True)}
        used = {(row["site"], row["item"], row.get("recipe") or ""): row for row in plan["sourcing"]}
        for i, x in self.open.items():
            p.fix(x, float(i in is_open))
        for c in self.case.capabilities:
            row = used.get(c, {})
            p.fix(self.primary[c], float(row.get("role") == "primary"))
            p.fix(self.backup[c], float(row.get("role") == "backup"))
            p.fix(self.commit[c], row.get("commit", 0.0))
            p.fix(self.reserve[c], row.get("reserve", 0.0))
        kept = {(row["site"], row["item"]): row["quantity"] for row in plan.get("stock", ())}
        for node, x in self.stock.items():
            p.fix(x, kept.get(node, 0.0))

    def result(self, solution):
        """The answer as a document with the keys of a Mainstay plan, where both have them."""
        case, x, value = self.case, solution.values, solution.value
        _, make, surge, _, _ = self.recourse[0]
        sourcing = [dict(item=c[1], site=c[0], recipe=c[2], role="primary" if x[self.primary[c]] > 0.5 else "backup",
                         commit=x[self.commit[c]], reserve=x[self.reserve[c]],
                         volume=sum(x[column[c, t]] for column in (make, surge) for t in range(case.periods)))
                    for c in sorted(case.capabilities, key=lambda c: (c[1], c[0]))
                    if x[self.primary[c]] + x[self.backup[c]] > 0.5]
        scenarios = [dict(scenario=s.name, probability=s.probability, cost=value(cost),
                          short=sum(x[v] for v in short.values()),
                          shortages={f"{k} at {m} in {t}": x[v] for (m, k, t), v in short.items() if x[v] > 1e-6})
                     for s, (cost, _, _, _, short) in zip(case.scenarios, self.recourse)]
        return dict(status=solution.status, objective=solution.objective, bound=solution.bound,
                    seconds=solution.seconds, rows=len(self.program.rows), columns=len(self.program.costs),
                    costs=dict(first_stage=value(self.fixed_cost) + self.closing_constant,
                               expected=value(self.expected), cvar=self.cvar(scenarios)),
                    sites=[dict(site=i, open=True) for i in sorted(case.sites) if x[self.open[i]] > 0.5],
                    sourcing=sourcing, scenarios=scenarios)

    def cvar(self, scenarios):
        """Mean cost of the worst scenarios of probability 1 − α together, from the scenarios' costs alone."""
        tail = left = 1 - self.case.risk_level
        mean = 0.0
        for row in sorted(scenarios, key=lambda row: -row["cost"]):
            part = min(left, row["probability"])
            mean, left = mean + part * row["cost"] / tail, left - part
        return mean


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("case")
    ap.add_argument("--json", action="store_true")
    ap.add_argument("--gap", type=float, default=1e-9)
    ap.add_argument("--time-limit", type=float, default=600)
    ap.add_argument("--without-policies", action="store_true")
    ap.add_argument("--fix", metavar="PLAN.json")
    ap.add_argument("--mps", metavar="FILE", help="write the program as MPS as well")
    a = ap.parse_args()
    try:
        layout = Layout(Case(a.case), with_policies=not a.without_policies)
        if a.fix:
            with open(a.fix, encoding="utf-8") as f:
                layout.fix(json.load(f))
        solution = layout.program.solve(a.gap, a.time_limit, a.mps)
    except Fault as fault:
        sys.exit(f"oracle: {fault}")
    if solution.values is None:
        print(json.dumps(dict(status=solution.status)) if a.json else solution.status)
        sys.exit(2)
    result = layout.result(solution)
    if a.json:
        print(json.dumps(result, indent=1))
        return
    print(f"{result['status']}: objective {result['objective']:.6f}, bound {result['bound']:.6f},"
          f" {result['rows']} rows, {result['columns']} columns, {result['seconds']:.1f} s")
    print("first stage {first_stage:.3f}, expected {expected:.3f}, CVaR {cvar:.3f}".format(**result["costs"]))
    print("open:", " ".join(row["site"] for row in result["sites"]))
    for row in result["sourcing"]:
        print(f"  {row['item']:<14} {row['role']:<8} {row['site']:<20} commit {row['commit']:10.3f}"
              f"  reserve {row['reserve']:10.3f}  undisturbed volume {row['volume']:10.3f}")
    for row in result["scenarios"]:
        print(f"  {row['scenario']:<28} p {row['probability']:.6f}  cost {row['cost']:14.3f}  short {row['short']:10.3f}")


if __name__ == "__main__":
    main()
