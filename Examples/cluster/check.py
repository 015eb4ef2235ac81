"""Runs a batch on a one-node Slurm, kills tasks of it, and holds the merged results against those of one process.

    python3 Examples/cluster/check.py MAINSTAY CASE

Needs root and Debian's slurm-wlm, munge and parallel. On Slurm one task's program is killed (-9) and the
task queues itself again, and another task is requeued from outside while it runs. Under GNU parallel one program is killed, too, and
tried again.
"""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from loopback import LoopbackSlurm

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = 4


def variants(path):
    """Demand against prices of compressors, some of them infeasible or faulty: some seconds of work in every part."""
    def edits(demand, price):
        found = [
            {"do": "scale", "table": "demand", "column": "quantity", "by": demand},
            {"do": "scale", "table": "capabilities", "column": "unit_cost", "by": price, "where": {"item": "compressor"}}]
        # Nothing may be short: with this much more demand there is no layout.
        return found + ([{"do": "set", "table": "demand", "column": "min_service", "to": 1}] if demand > 2 else [])

    listed = [
        {"name": f"{demand} {price}", "edits": edits(demand, price)}
        for demand in [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 3] for price in [0.8, 0.9, 1, 1.1, 1.2, 1.3]]
    listed.append({"name": "faulty", "edits": [{"do": "delete", "table": "dmand", "where": {}}]})
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"schema": "mainstay/variants/1", "variants": listed}, file)


def rows(path):
    """All results and names of a file, times aside."""
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        found = [dict(row) for row in file.execute("SELECT * FROM sheet")]
    for row in found:
        del row["seconds"]
    return {(row["number"], row["variant"], row["id"]): row for row in found}


def same(left, right):
    """Whether two results say the same: of what is proven optimal the cost to the gap of the proof, all else to the letter.

    On a busy machine the solver may come to another one of several layouts that cost the same within the gap.
    """
    if left["status"] != "optimal" or right["status"] != "optimal":
        return left == right
    return abs(left["objective"] - right["objective"]) <= 1e-4 * abs(right["objective"]) and left["edits"] == right["edits"]


def results(path):
    """How many results a file has so far; its writer may be at work."""
    if not os.path.exists(path):
        return 0
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)) as file:
            return file.execute("SELECT count(*) FROM result").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def program_of(part):
    """The process that writes to a part; None where there is none."""
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                words = file.read().decode(errors="replace").split("\0")
        except OSError:
            continue
        if words[1:2] == ["batch"] and part in words:
            return int(name)
    return None


def wait(is_there, what, seconds=60):
    end = time.monotonic() + seconds
    while not (found := is_there()):
        if time.monotonic() > end:
            raise SystemExit(f"{what}: not after {seconds} s")
        time.sleep(0.02)
    return found


def kill_at_work(part, least=2):
    """Kills the program of a part once it has some results."""
    wait(lambda: results(part) >= least and program_of(part), f"{part} has results")
    os.kill(program_of(part), signal.SIGKILL)
    wait(lambda: program_of(part) is None, f"{part} is left alone")
    return results(part)


def on_slurm(program, case, listed, folder):
    parts = [os.path.join(folder, f"part-{number}.sqlite") for number in range(1, COUNT + 1)]
    with LoopbackSlurm() as slurm:
        def show(job):
            found = slurm.run("scontrol", "show", "job", "--oneliner", job).split()
            return dict(word.split("=", 1) for word in found if "=" in word)

        def state(job):
            return show(job)["JobState"]

        submitted = subprocess.run(
            ["bash", os.path.join(HERE, "submit.sh"), program, case, listed, folder, str(COUNT)],
            env=slurm.environment, capture_output=True, text=True, check=True).stdout.split()
        array, merging = submitted

        kept = kill_at_work(parts[0])

        wait(lambda: results(parts[1]) >= 2 and program_of(parts[1]), "the second task has results")
        again = results(parts[1])
        slurm.run("scontrol", "requeue", f"{array}_2")

        wait(lambda: state(merging) in ("COMPLETED", "FAILED"), "merged", 180)
        with open(os.path.join(folder, "merge.log"), encoding="utf-8") as file:
            told = file.read()
        restarts = [show(f"{array}_{number}").get("Restarts") for number in (1, 2)]
        if restarts != ["1", "1"]:
            raise SystemExit(f"tasks were queued again {restarts} times")
        if state(merging) != "COMPLETED":
            raise SystemExit(f"merging failed: {told}")
    print(f"Slurm: killed after {kept} results, requeued after {again}; {told.strip()}")
    return os.path.join(folder, "all.sqlite")


def on_parallel(program, case, listed, folder):
    run = subprocess.Popen(
        ["bash", os.path.join(HERE, "parallel.sh"), program, case, listed, folder, str(COUNT), "--jobs", "2"],
        stdout=subprocess.PIPE, text=True)
    kept = kill_at_work(os.path.join(folder, "part-1.sqlite"))
    told, _ = run.communicate(timeout=180)
    if run.returncode:
        raise SystemExit(f"parallel: exit status {run.returncode}")
    print(f"GNU parallel: killed after {kept} results; {told.strip()}")
    return os.path.join(folder, "all.sqlite")


def main():
    program, case = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        listed = os.path.join(folder, "variants.json")
        variants(listed)
        alone = os.path.join(folder, "alone.sqlite")
        subprocess.run(
            [program, "batch", case, "--variants", listed, "--output", alone, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        expected = rows(alone)
        failed = 0
        for run in (on_slurm, on_parallel):
            found = rows(run(program, case, listed, os.path.join(folder, run.__name__)))
            differing = [key for key in found.keys() | expected.keys() if not (
                key in found and key in expected and same(found[key], expected[key]))]
            for key in differing[:4]:
                print("differs:", found.get(key), expected.get(key))
            equal = sum(found[key] == expected[key] for key in found.keys() & expected.keys())
            print(f"{len(found)} rows, {len(differing)} other than those of one process; {equal} equal in every figure")
            failed += len(differing) > 0
    raise SystemExit(1 if failed else 0)


main()
