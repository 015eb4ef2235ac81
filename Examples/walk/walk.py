"""Runs the commands of Sources/Mainstay/Mainstay.docc/FirstDecision.md and holds what they print against the page.

    python3 Examples/walk/walk.py MAINSTAY [--record]

The page has a command in a block of sh and, where it prints something, the output in a block of text after it. Times, gaps within the one
asked for, and the solver's version may differ. --record writes what was printed into the page.
"""

import os
import re
import subprocess
import sys
import tempfile

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/Mainstay/Mainstay.docc/FirstDecision.md")
STEP = re.compile(r"```sh\n(?P<command>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)


def masked(text):
    """The text without what differs from run to run; spaces too, since they align columns."""
    text = re.sub(r"<?\d+(\.\d+)? s\b|\d+ min \d\d s", "TIME", text)
    text = re.sub(r"GLPK \d+(\.\d+)*", "GLPK", text)
    text = re.sub(r"gap <?\d+(\.\d+)? %", "gap", text)
    return [re.sub(r"\s+", " ", line).strip() for line in text.strip().splitlines()]


def main():
    program = os.path.abspath(sys.argv[1])
    isRecording = "--record" in sys.argv
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    failed = []
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(program, os.path.join(folder, "mainstay"))
        environment = dict(os.environ, PATH=folder + os.pathsep + os.environ["PATH"], LC_ALL="C.UTF-8")
        work = os.path.join(folder, "work")
        os.mkdir(work)

        def step(match):
            nonlocal count
            command = match["command"]
            done = subprocess.run(
                ["sh", "-c", command], cwd=work, env=environment, capture_output=True, text=True, timeout=600)
            count += command.count("mainstay ")
            if done.returncode:
                failed.append(f"{command.strip()}: exit status {done.returncode}: {done.stderr.strip()}")
            if not isRecording and masked(done.stdout) != masked(match["output"] or ""):
                pairs = zip(masked(done.stdout) + ["(end)"], masked(match["output"] or "") + ["(end)"])
                found, wanted = next(pair for pair in pairs if pair[0] != pair[1])
                failed.append(f"{command.strip()}: prints '{found}', the page says '{wanted}'")
            text = f"```sh\n{command}```\n"
            return text + (f"\n```text\n{done.stdout.rstrip()}\n```\n" if done.stdout.strip() else "")

        page = STEP.sub(step, page)
        if not os.path.getsize(os.path.join(work, "report.html")):
            failed.append("the report is empty")
    if isRecording:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(page)
    for problem in failed:
        print(problem)
    print(f"{count - len(failed)} passed, {len(failed)} failed")
    raise SystemExit(1 if failed else 0)


main()
