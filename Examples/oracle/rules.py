"""Duties and controls as they stand in a period of a scenario: what is in force, what tariffs add, what is banned."""
import math

from cells import Fault, anything, number, truth


class Rules:
    """The rules of a case. A scenario of None is the world of the tables, in which nothing happens."""

    def __init__(self, case):
        self.case = case
        self.rows = {row["disruption"]: row for row in case.tables["disruptions"] if row["target_kind"] in ("duty", "control")}

    def changes(self, scenario, period):
        """Disruptions of duties and controls that are not over in a period, with the part of them that is."""
        for name in scenario.disruptions if scenario else ():
            if name in self.rows and (over := self.case.recovery(self.rows[name], period)) < 1:
                yield self.rows[name], over

    def pattern(self, row):
        """What crosses a border, as a row of duties would name it; None where the target is a rule."""
        if any(row["target"] == other.get("rule") for other in self.case.tables[self.table(row)]):
            return None
        crossing, _, item = row["target"].partition(": ")
        origin, _, destination = crossing.partition(" > ")
        return {"origin": origin, "destination": destination, "item": item}

    @staticmethod
    def table(row):
        return "duties" if row["target_kind"] == "duty" else "controls"

    def in_force(self, table, row, scenario, period):
        """What disruptions say of the row's rule, one that repeals it before all others; else what the row says."""
        told = [number(change["factor"]) > 0 for change, _ in self.changes(scenario, period)
                if self.table(change) == table and row.get("rule") and change["target"] == row["rule"]]
        return all(told) if told else anything(row.get("in_force")) or truth(row["in_force"])

    def matching(self, table, origin, target, item, scenario, period):
        """Rows in force that speak of a crossing, each with its rank."""
        return [(rank, row) for rank, row in self.case.border_rows(table, origin, target, item)
                if self.in_force(table, row, scenario, period)]

    def tariffs(self, kind, origin, target, item, scenario, period):
        """Disruptions of a kind that name the crossing itself."""
        for row, over in self.changes(scenario, period):
            pattern = self.pattern(row)
            if row["target_kind"] == kind and pattern and self.case.border_rank(pattern, origin, target, item) is not None:
                yield row, over

    def most_specific(self, origin, target, item, scenario, period, asks_for_content):
        """Of the rows of `duties` in force that ask for content, or do not, those of the highest rank."""
        found = [(rank, row) for rank, row in self.matching("duties", origin, target, item, scenario, period)
                 if (number(row.get("requires_content")) is not None) == asks_for_content]
        top = max((rank for rank, _ in found), default=None)
        return [row for rank, row in found if rank == top]

    def rate(self, origin, target, item, scenario, period):
        """The rate of duty on what claims no preference."""
        rates = {number(row["rate"]) for row in self.most_specific(origin, target, item, scenario, period, False)} or {0.0}
        if len(rates) > 1:
            raise Fault(f"duties from {origin} to {target} on {item} disagree: {sorted(rates)}")
        return self.changed(rates.pop(), origin, target, item, scenario, period)

    def changed(self, rate, origin, target, item, scenario, period):
        """A rate as tariffs change it."""
        added = 0.0
        for row, over in self.tariffs("duty", origin, target, item, scenario, period):
            factor = number(row["factor"])
            rate *= factor + (1 - factor) * over
            added += number(row.get("added_rate"), 0.0) * (1 - over)
        return rate + added

    def preference(self, origin, target, item, scenario, period):
        """The row of the preferential rate that counts, if there is one."""
        rows = self.most_specific(origin, target, item, scenario, period, True)
        return rows[0] if rows else None

    def charge(self, origin, target, item, scenario, period):
        """Duty and licence fees on a unit that claims no preference."""
        fees = sum(number(row.get("cost"), 0.0) for _, row in self.matching("controls", origin, target, item, scenario, period)
                   if row["kind"] == "licence")
        return self.rate(origin, target, item, scenario, period) * number(self.case.items[item].get("unit_value"), 0.0) + fees

    def banned(self, origin, target, item, scenario, period):
        if any(row["kind"] == "ban" for _, row in self.matching("controls", origin, target, item, scenario, period)):
            return True
        return any(True for _ in self.tariffs("control", origin, target, item, scenario, period))

    def always_banned(self, origin, target, item):
        """Whether nothing can ever pass: no lane at all."""
        return all(self.banned(origin, target, item, s, t) for s in (None, *self.case.scenarios) for t in range(self.case.periods))

    def limits(self, scenario, period):
        """(limit, numbers of lanes) of the quotas and limited licences in force."""
        for row in self.case.tables["controls"]:
            if row["kind"] in ("quota", "licence") and number(row.get("limit")) is not None and self.in_force("controls", row, scenario, period):
                yield number(row["limit"]), [n for n, lane in enumerate(self.case.lanes)
                                             if self.case.border_rank(row, lane.origin, lane.target, lane.item) is not None]

    def first_event(self, name):
        """The first period in which a disruption of duties or controls changes anything; infinite where it never does."""
        return next((t for t in range(self.case.periods) if self.changes_anything(self.rows[name], t)), math.inf)

    def changes_anything(self, row, period):
        over = self.case.recovery(row, period)
        if over == 1:
            return False
        factor = number(row["factor"])
        if self.pattern(row) is None:
            return any(other.get("rule") == row["target"] and self.in_force(self.table(row), other, None, 0) != (factor > 0)
                       for other in self.case.tables[self.table(row)])
        if row["target_kind"] == "control":
            return True
        return factor + (1 - factor) * over != 1 or number(row.get("added_rate"), 0.0) * (1 - over) != 0

    def screened(self):
        """Sites that may not be opened, and capabilities that may not be qualified."""
        case, sites, sources = self.case, set(), set()
        for row in case.tables["controls"]:
            if row["kind"] != "screening":
                continue
            abroad = {i for i, site in case.sites.items()
                      if case.region_crossing(row, case.owner_region[i], site.region) is not None}
            if anything(row.get("item")) and anything(row.get("class")):
                sites |= {i for i in abroad if not case.sites[i].existing}
            else:
                sources |= {c for c, cap in case.capabilities.items()
                            if c[0] in abroad and not cap.qualified and case.item_rank(row, c[1]) is not None}
        return sites, sources | {c for c in case.capabilities if c[0] in sites}
