"""What the real cases have in common: tables that follow from their facts and assumptions alike.

A case's build.py derives its own tables from it. Standard library only.
"""
import math
import os

from case_folder import assumptions
from world_facts import WorldFacts, significant

REGION_NAMES = {"EU": "European Union", "USA": "United States", "KOR": "Korea", "RUS": "Russia", "MMR": "Myanmar",
                "COD": "Congo (Kinshasa)", "KAZ": "Kazakhstan"}


class WorldCase:
    """The facts and assumptions in a case's folder. A subclass sets `regions`, all regions of the case in order, and
    `source_countries`, those whose outages count."""

    def __init__(self, folder):
        self.assume = assumptions(folder)
        self.world = WorldFacts(os.path.join(folder, "facts"))
        self.days, self.periods = (self.assume["horizon"][k] for k in ("period_days", "periods"))
        self.regions, self.source_countries = [], []

    def name(self, region):
        return REGION_NAMES.get(region) or self.world.place(region)["country"]

    # Places

    def outage_rate(self, country):
        return self.world.outage_rate(country, self.assume["outage_rate"]["at_zero"])

    def region_table(self):
        rows, days = [], self.assume["outage_rate"]["days"]
        for region in self.regions:
            place = self.world.place(region)
            rate = significant(self.outage_rate(region), 4) if region in self.source_countries else None
            rows.append((region, self.name(region), float(place["lat"]), float(place["lon"]), rate, days if rate else None))
        return ["region", "name", "latitude", "longitude", "outage_rate", "outage_days"], rows

    def bloc_table(self, others):
        """Agreements, and other blocs: name -> (kind, regions)."""
        rows = self.world.bloc_rows(self.assume["agreements"], self.regions)
        return ["bloc", "region", "kind"], rows + [(bloc, region, kind) for bloc, (kind, members) in others.items()
                                                   for region in members]

    def alignment_table(self):
        return ["region_a", "region_b", "score"], self.world.alignment_rows(self.regions)

    def duty_table(self, free_classes=()):
        """The duties assumed; nothing on the classes that are free, and nothing inside an agreement."""
        rows = [(d["origin"], d["destination"], d.get("item"), None, d["rate"]) for d in self.assume["duties"]]
        rows += [("*", "*", None, free, 0) for free in free_classes]
        rows += [(d["bloc"], d["bloc"], None, None, 0) for d in self.assume["agreements"]]
        return ["origin", "destination", "item", "class", "rate"], rows

    # Today

    def current_table(self, capabilities, projects, parts):
        """The layout that stands today: of each item the greatest sources until they have its part, `parts`, of what all
        that are qualified and wait for no project can sell. All are main ones; what each commits is left open."""
        columns, rows = capabilities
        at = {name: n for n, name in enumerate(columns)}
        waiting = {row[1:4] for row in projects[1]}
        out = []
        for item, part in parts.items():
            found = [row for row in rows if row[at["item"]] == item and row[at["qualified"]] and row[:3] not in waiting]
            total, taken = sum(row[at["capacity"]] for row in found), 0
            for row in sorted(found, key=lambda row: -row[at["capacity"]]):
                if taken < part * total:
                    out.append((*row[:3], "primary"))
                    taken += row[at["capacity"]]
        return ["site", "item", "recipe", "role"], out

    # Risk and policies

    def scenario_table(self, events, years):
        """The first event within the horizon, from name -> (events a year, names of its disruptions): of independent
        events with rates r, event k comes first, and comes at all, with probability r_k / Σ r · (1 − exp(−Σ r · years))."""
        total = sum(rate for rate, _ in events.values())
        any_at_all = 1 - math.exp(-total * years)
        rows = [(name, significant(rate / total * any_at_all, 4), disruption)
                for name, (rate, disruptions) in events.items() for disruption in disruptions]
        return ["scenario", "probability", "disruption"], rows

    def settings_table(self, name, risk, stock):
        measure = [("risk_measure", "cvar"), *self.assume["risk"].items()] if risk else [("risk_measure", "expected")]
        return ["key", "value"], [("name", name), ("currency", "million USD"), ("period_days", self.days),
                                  ("periods", self.periods), ("strategic_stock", stock), *measure]

    def policy_table(self, one_main, items=None):
        """One main source and backups abroad for the items of `one_main`, and the shares and covers that are assumed,
        where `items` names the items that they are kept for."""
        p, rows = self.assume["policies"], []
        for item in one_main:
            rows += [(f"one main source and a backup: {item}", "one_main", item, "region", None, p["backups"]),
                     (f"backups in other countries: {item}", "separate", item, "region", None, None)]
        for kind, title in (("max_share", "largest share"), ("backup_cover", "cover without any country")):
            rows += [(f"{title}: {item}", kind, item, "region", limit, None)
                     for item, limit in p[kind].items() if items is None or item in items]
        return ["policy", "kind", "item", "scope", "limit", "count"], rows


def without_projects(tables, names):
    """The tables without these projects, and without what they alone unlock."""
    columns, rows = tables["projects"]
    left = [row for row in rows if row[0] not in names]
    gone = {row[1:4] for row in rows} - {row[1:4] for row in left}
    heads, capabilities = tables["capabilities"]
    changed = {"capabilities": (heads, [row for row in capabilities if row[:3] not in gone]), "projects": (columns, left)}
    return {name: changed.get(name, table) for name, table in tables.items() if name != "projects" or left}
