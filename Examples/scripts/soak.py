"""Kills a batch (-9) at random moments, runs it again until it is done, and holds its results against those of a clean run.

    python3 Examples/scripts/soak.py MAINSTAY CASE [--variants 200] [--seed 1] [--least 0.05] [--most 1.0] [--faults BATCHSOAK]

Variants are drawn at random, some infeasible, some faulty, some of them equal to others. After each kill the file must be sound, hold
every result that it held before, unchanged, and none twice; no variant may be planned again whose result was there. Prints how many kills
there were and what was compared.

With --faults and the path of BatchSoak (.build/release/BatchSoak) the batch that is killed runs over a solver that meets internal errors
at random as well: a search that cannot get over one is a result without a plan, which the next run plans again. The clean run then takes
nothing over from one variant to the next.
"""

import argparse
import contextlib
import json
import os
import random
import sqlite3
import subprocess
import tempfile
import time


def variants(count, chance):
    """Edits at random that fit any case with demand and capabilities."""
    def edits():
        kind = chance.random()
        if kind < 0.05:
            return [{"do": "scale", "table": chance.choice(["dmand", "capability"]), "column": "quantity", "by": 2}]
        if kind < 0.1:
            return [{"do": "scale", "table": "demand", "column": "quanity", "by": chance.randrange(2, 9)}]
        demand = {"do": "scale", "table": "demand", "column": "quantity", "by": round(chance.uniform(0.5, 1.2), 2)}
        if kind < 0.2:
            # Nothing may be short, of far more than can be made.
            demand["by"] = chance.randrange(100, 110)
            return [demand, {"do": "set", "table": "demand", "column": "min_service", "to": 1}]
        price = {"do": "scale", "table": "capabilities", "column": "unit_cost", "by": round(chance.uniform(0.8, 1.2), 1)}
        return [demand, price] if chance.random() < 0.5 else [demand]

    return [{"name": f"number {number}", "edits": edits()} for number in range(count)]


def results(path):
    """The rows of the results by id, times aside; a file that is not there yet has none."""
    if not os.path.exists(path):
        return {}
    with contextlib.closing(sqlite3.connect(path, timeout=10)) as file:
        sound = file.execute("PRAGMA integrity_check").fetchone()[0]
        if sound != "ok":
            raise SystemExit(f"{path}: {sound}")
        if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'result'").fetchone():
            return {}
        names = [row[1] for row in file.execute("PRAGMA table_info(result)")]
        rows = [dict(zip(names, row)) for row in file.execute("SELECT * FROM result")]
        if len({row["id"] for row in rows}) != len(rows):
            raise SystemExit(f"{path}: a result stands there twice")
        return {row["id"]: row for row in rows}


def names(path):
    with contextlib.closing(sqlite3.connect(path)) as file:
        return sorted(file.execute("SELECT number, name, result, levels FROM variant").fetchall())


def differs(found, expected, gap):
    """What two results of one variant differ in: words and status exactly, figures as far as both are proven."""
    if found["status"] != expected["status"]:
        return "status"
    if found["edits"] != expected["edits"]:
        return "edits"
    if found["status"] != "optimal":
        return "message" if found["message"] != expected["message"] else None
    # Both are proven to the gap; two layouts that cost the same within it may both be right.
    if abs(found["objective"] - expected["objective"]) > gap * max(abs(found["objective"]), abs(expected["objective"])):
        return "objective"
    return None


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("program")
    reader.add_argument("case")
    reader.add_argument("--variants", type=int, default=200)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--least", type=float, default=0.05, help="seconds before a kill, at least")
    reader.add_argument("--most", type=float, default=1.0, help="seconds before a kill, at most")
    reader.add_argument("--gap", type=float, default=1e-4)
    reader.add_argument("--faults", metavar="BATCHSOAK", help="the program that runs batches over a solver that fails")
    options = reader.parse_args()
    chance = random.Random(options.seed)

    with tempfile.TemporaryDirectory() as folder:
        listed = os.path.join(folder, "variants.json")
        with open(listed, "w", encoding="utf-8") as file:
            json.dump({"schema": "mainstay/variants/1", "variants": variants(options.variants, chance)}, file)

        def command(output, *special):
            path = os.path.join(folder, output)
            if special:
                return [options.faults, options.case, listed, path, str(options.gap), *special]
            return [options.program, "batch", options.case, "--variants", listed, "--output", path, "--gap", str(options.gap), "--quiet"]

        soaked = os.path.join(folder, "soaked.sqlite")
        kills, failures, longest, before, status, runs = 0, 0, options.most, {}, None, 0
        while status is None:
            runs += 1
            # Each run meets other errors, so that none is in the way for ever.
            special = ("faults", str(chance.randrange(1 << 30))) if options.faults else ()
            run = subprocess.Popen(command("soaked.sqlite", *special), stdout=subprocess.DEVNULL)
            try:
                status = run.wait(chance.uniform(options.least, longest))
            except subprocess.TimeoutExpired:
                run.kill()
                # It may have ended by itself in the moment before.
                status = run.wait() if run.wait() >= 0 else None
                kills += status is None
            found = results(soaked)
            failed = {key: row for key, row in found.items() if row["status"] == "failed"}
            failures += sum(before.get(key) != row for key, row in failed.items())
            if options.faults and status == 1 and failed:
                status = None
            for key, row in before.items():
                # A search that failed is no result to keep.
                if row["status"] == "failed" and key in found:
                    continue
                # The time that a result took is part of it: one that was planned again would have another.
                if found.get(key) != row:
                    raise SystemExit(f"after {kills} kills the result {key} was lost or planned again")
            # A run that is always killed before its first result would go on for ever: it gets more time until there is one.
            longest = options.most if len(found) > len(before) else longest * 1.2
            if longest > 600:
                raise SystemExit("no result in ten minutes")
            before = found
            if runs > 2000:
                raise SystemExit("the batch does not come to its end")
        if status != 0:
            raise SystemExit(f"the batch ended with status {status}")
        if not kills:
            raise SystemExit("the batch ended before it could be killed: nothing is shown, it takes more --variants")
        left = sorted(name for name in os.listdir(folder) if name.startswith("soaked") and name != "soaked.sqlite")
        if left:
            raise SystemExit(f"left behind: {', '.join(left)}")

        began = time.monotonic()
        subprocess.run(command("clean.sqlite", *(("cold",) if options.faults else ())), stdout=subprocess.DEVNULL, check=True)
        seconds = time.monotonic() - began
        clean = os.path.join(folder, "clean.sqlite")
        expected = results(clean)
        if found.keys() != expected.keys() or names(soaked) != names(clean):
            raise SystemExit("other variants than those of the clean run")
        differing = {key: what for key in expected if (what := differs(found[key], expected[key], options.gap))}
        same = sum(
            {name: value for name, value in found[key].items() if name not in ("seconds", "plan")}
            == {name: value for name, value in expected[key].items() if name not in ("seconds", "plan")} for key in expected)
        counts = {}
        for row in expected.values():
            counts[row["status"]] = counts.get(row["status"], 0) + 1
        if options.faults and not failures:
            raise SystemExit("no search failed: nothing is shown, it takes more --variants")
        told = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
        print(f"{options.variants} variants, {len(expected)} of them different ({told}); {kills} kills, {failures} searches that failed; a clean run takes {seconds:.1f} s")
        print(f"{len(expected) - len(differing)} results equal to those of the clean run, {same} of them in every figure")
        for key, what in list(differing.items())[:10]:
            print(f"{key}: {what}: {found[key][what]!r}, in the clean run {expected[key][what]!r}")
    raise SystemExit(1 if differing else 0)


main()
