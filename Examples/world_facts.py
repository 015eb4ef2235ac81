"""What the real cases know of the world, from the extracts in their facts/: distances, governance, agreements.

Both examples build their cases with it. Standard library only; the same extracts always give the same rows.
"""
import csv
import os

RED_SEA = "SAU"                                   # Jeddah: its sea distances tell which way leads to Suez
UNION_TREATY, UNION = "324+1", "EU"               # DESTA's last accession to the European Union: its 28 members


def significant(x, digits=6):
    """Rounded so that the tables are readable and the same on every machine."""
    return float(f"{x:.{digits}g}")


class WorldFacts:
    """The extracts of a case. `union_regions` are members of the European Union that are regions of their own."""

    def __init__(self, folder, union_regions=()):
        self.folder, self.union_regions = folder, set(union_regions)
        self.sea = {}
        for r in self.rows("sea_distance"):
            km = tuple(float(r[k]) for k in ("km_open", "km_no_suez", "km_no_suez_no_malacca"))
            self.sea[r["from"], r["to"]] = self.sea[r["to"], r["from"]] = km
        self.stability = {r["iso3"]: float(r["pv"]) for r in self.rows("political_stability")}
        self.places = {r["iso3"]: r for r in self.rows("coordinates")}
        self.members_of = {r["number"]: r["members_iso3"].split() for r in self.rows("treaties")}
        self.union = [c for c in self.members_of[UNION_TREATY] if c != "GBR"]

    def rows(self, name):
        with open(os.path.join(self.folder, name + ".csv"), encoding="utf-8", newline="") as f:
            return list(csv.DictReader(f))

    def place(self, region):
        """The row of `coordinates` of a region's capital; Brussels for the European Union."""
        return self.places["BEL" if region == UNION else region]

    def outage_rate(self, country, at_zero):
        """Events a year that stop a country's exports: `at_zero` at political stability 0, four times as many a
        point lower."""
        return at_zero * 4 ** -self.stability[country]

    def routes(self, origins, ports):
        """(km, chokepoints) of each route between the nearest two ports of two sets, the shortest way open first."""
        origin, port = min(((o, p) for o in origins for p in ports if o != p), key=lambda pair: self.sea[pair][0])
        km, no_suez, no_strait = self.sea[origin, port]
        around = [(no_suez, ("Malacca",)), (no_strait, ())] if no_strait > no_suez else [(no_suez, ())]
        if no_suez == km:
            return around
        if RED_SEA in (origin, port):
            return [(km, ("Suez",)), *around]
        # The eastern end is the one whose way to the Red Sea needs no Suez; a longer way there without
        # Malacca says that the route to Suez leads through that strait, and by how much the way around is longer.
        east = next(e for e in (origin, port) if self.sea[e, RED_SEA][0] == self.sea[e, RED_SEA][1])
        _, through, past = self.sea[east, RED_SEA]
        by_suez = [(km, ("Suez", "Malacca")), (km + past - through, ("Suez",))] if past > through else [(km, ("Suez",))]
        return by_suez + around

    def bloc_rows(self, agreements, regions):
        """(bloc, region, kind) of each agreement: the members of its treaty, or those it names, that are regions."""
        rows = []
        for entry in agreements:
            members = set(entry.get("members") or self.members_of[entry["treaty"]])
            if members & set(self.union):
                members = members - {"GBR"} - self.union_regions | {UNION}
            rows += [(entry["bloc"], region, entry["kind"]) for region in sorted(members & set(regions))]
        return rows

    def alignment_rows(self, regions):
        """1 at the same ideal point, −1 at the distance of the two that are furthest apart in the world, which
        stand in the extract for it; the European Union stands at the mean of its members."""
        points = {r["iso3c"]: float(r["idealpointfp"]) for r in self.rows("ideal_points")}
        members = [points[c] for c in self.union]
        span = max(points.values()) - min(points.values())
        points[UNION] = sum(members) / len(members)
        return [(a, b, round(1 - 2 * abs(points[a] - points[b]) / span, 3))
                for n, a in enumerate(regions) for b in regions[n + 1:]]
