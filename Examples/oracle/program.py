"""A mixed-integer program as plain lists, and its solution by HiGHS."""
import math
import time
from collections import defaultdict, namedtuple

import highspy
import numpy

Solution = namedtuple("Solution", "status objective bound seconds values value")


def total(parts):
    """Σ factor · expression, an expression being {column: coefficient}."""
    out = defaultdict(float)
    for factor, expression in parts:
        for column, coefficient in expression.items():
            out[column] += factor * coefficient
    return out


class Program:
    def __init__(self):
        self.costs, self.lower, self.upper, self.integer = [], [], [], []
        self.rows, self.row_lower, self.row_upper = [], [], []
        self.constant = 0.0

    def variable(self, upper=math.inf, lower=0.0, integer=False):
        self.costs.append(0.0)
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.costs) - 1

    def binary(self):
        return self.variable(1.0, integer=True)

    def fix(self, column, value):
        self.lower[column] = self.upper[column] = value

    def add_cost(self, expression, factor=1.0):
        for column, coefficient in expression.items():
            self.costs[column] += factor * coefficient

    def row(self, expression, lower, upper):
        self.rows.append(expression)
        self.row_lower.append(lower)
        self.row_upper.append(upper)

    def at_most(self, expression, bound):
        self.row(expression, -math.inf, bound)

    def at_least(self, expression, bound):
        self.row(expression, bound, math.inf)

    def equal(self, expression, value):
        self.row(expression, value, value)

    def solve(self, gap, time_limit, mps=None):
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self.rows)
        lp.offset_ = self.constant
        lp.col_cost_ = numpy.array(self.costs, dtype=float)
        lp.col_lower_ = numpy.array(self.lower, dtype=float)
        lp.col_upper_ = numpy.array(self.upper, dtype=float)
        lp.row_lower_ = numpy.array(self.row_lower, dtype=float)
        lp.row_upper_ = numpy.array(self.row_upper, dtype=float)
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if i else kinds.kContinuous for i in self.integer]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = numpy.cumsum([0] + [len(r) for r in self.rows])
        lp.a_matrix_.index_ = numpy.array([c for r in self.rows for c in r], dtype=numpy.int32)
        lp.a_matrix_.value_ = numpy.array([v for r in self.rows for v in r.values()], dtype=float)
        solver = highspy.Highs()
        for option, value in (("output_flag", False), ("mip_rel_gap", gap), ("mip_abs_gap", 1e-9),
                              ("time_limit", time_limit), ("mip_feasibility_tolerance", 1e-8)):
            solver.setOptionValue(option, value)
        solver.passModel(lp)
        if mps:
            solver.writeModel(mps)
        start = time.time()
        solver.run()
        seconds = time.time() - start
        info = solver.getInfo()
        status = {"Optimal": "optimal", "Infeasible": "infeasible"}.get(
            solver.modelStatusToString(solver.getModelStatus()), "feasible")
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Solution("infeasible" if status == "infeasible" else "error", None, None, seconds, None, None)
        values = list(solver.getSolution().col_value)
        bound = info.mip_dual_bound if any(self.integer) else info.objective_function_value
        return Solution(status, info.objective_function_value, bound, seconds, values,
                        lambda e: sum(k * values[c] for c, k in e.items()))
