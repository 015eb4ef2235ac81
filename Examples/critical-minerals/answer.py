#!/usr/bin/env python3
"""Work out the case's answer with Mainstay: what one main with several backups costs over the cheapest layout,
and what it saves when things go wrong.

    answer.py MAINSTAY_BINARY

Plans three layouts, holds each fixed in the case's scenarios, verifies every plan, and prints the tables that
stand in README.md. Exits with 1 where a plan is not proven or not sound. Standard library only.
"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CASE = os.path.join(HERE, "case")
COLUMNS = [("undisturbed", "undisturbed year"), ("outage-IDN", "Indonesia out half a year"),
           ("outage-CHN", "China out half a year"), ("export-control-shock", "bloc shock"), (None, "worst scenario")]


def run(binary, *arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"mainstay {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def plan(binary, folder, name, case, *options):
    """A proven plan of a case, verified, with the file that it stands in."""
    path = os.path.join(folder, name)
    run(binary, "plan", case, "--quiet", "--gap", "1e-6", "--output", path, *options)
    with open(os.path.join(path, "plan.json"), encoding="utf-8") as f:
        return json.load(f), path


def cost(document, scenario):
    """First stage and one scenario's cost together; the worst one's where no scenario is named."""
    costs = {s["scenario"]: s["cost"] for s in document["scenarios"]}
    return document["costs"]["first_stage"] + (max(costs.values()) if scenario is None else costs[scenario])


def main():
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        cheapest_case = os.path.join(folder, "cheapest-case")
        subprocess.run([sys.executable, os.path.join(HERE, "build.py"), "--variant", "cheapest", cheapest_case], check=True)
        _, cheapest = plan(binary, folder, "cheapest", cheapest_case)
        layouts = [
            ("cheapest: policies removed, nothing but the undisturbed year",
             plan(binary, folder, "held", CASE, "--without-policies", "--fix", cheapest)[0]),
            ("cautious: policies removed, risk and scenarios as in the case",
             plan(binary, folder, "cautious", CASE, "--without-policies")[0])]
        case, path = plan(binary, folder, "case", CASE)
        layouts.append(("the case: one main, several backups", case))
        print(run(binary, "verify", CASE, path).strip())
        print(f"objective {case['objective']:,.3f}, bound {case['bound']:,.3f}, million USD\n")
        roles = {}
        for source in case["sourcing"]:
            amount = source["commit"] if source["role"] == "primary" else source["reserve"]
            roles.setdefault(source["item"], {}).setdefault(source["role"], []).append(f"{source['site']} {amount:.1f}")
        print("| mineral | main (committed) | backups (reserved) |\n|---|---|---|")
        for item, sources in roles.items():
            print(f"| {item} | {', '.join(sources['primary'])} | {', '.join(sources.get('backup', []))} |")
        print("\n| layout | " + " | ".join(title for _, title in COLUMNS) + " |\n|---" + "|---" * len(COLUMNS) + "|")
        for name, document in layouts:
            print(f"| {name} | " + " | ".join(f"{cost(document, s):,.0f}" for s, _ in COLUMNS) + " |")
        dearer = cost(case, "undisturbed") - cost(layouts[0][1], "undisturbed")
        saved = cost(layouts[0][1], None) - cost(case, None)
        print(f"\nOne main with several backups costs {dearer:,.0f} million USD more than the cheapest layout in a year without "
              f"trouble ({dearer / cost(layouts[0][1], 'undisturbed'):.1%}), and saves {saved:,.0f} in the worst scenario.")


if __name__ == "__main__":
    main()
