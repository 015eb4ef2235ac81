"""Work out the answers of a real case with Mainstay, and keep the tables of its README true.

A case's answer.py plans with `Session` and hands every table to `Readme`, which holds it against the one that stands
between `<!-- answer: NAME -->` and `<!-- end -->`, or writes it there. Standard library only.
"""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
DURATION = re.compile(r"<?\d+(?:\.\d+)? s\b|\d+ min \d\d s")
NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")


class Session:
    """Plans variants of a case into a folder that is thrown away."""

    def __init__(self, binary, home, folder):
        self.binary, self.home, self.folder = binary, home, folder

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def case(self, variant=None):
        """The folder of the case, or of a variant that build.py writes."""
        if variant is None:
            return os.path.join(self.home, "case")
        out = os.path.join(self.folder, variant.replace(":", "-"))
        self.run(sys.executable, os.path.join(self.home, "build.py"), "--variant", variant, out)
        return out

    def plan(self, name, case, *options, gap=1e-6):
        """A proven plan, and the folder that it stands in."""
        path = os.path.join(self.folder, "plan-" + name.replace(":", "-"))
        self.run(self.binary, "plan", case, "--quiet", "--gap", str(gap), "--output", path, *options)
        with open(os.path.join(path, "plan.json"), encoding="utf-8") as f:
            return json.load(f), path

    def variant(self, name, gap=1e-6):
        return self.plan(name, self.case(name), gap=gap)

    def asked(self, command, keep, status=0):
        """What a command of the page prints, abridged: of the sections that begin with a key of `keep` so many lines. It runs in
        a folder where `Examples` is the repository's and `plan` the plan of the case."""
        links = {"Examples": os.path.join(ROOT, "Examples"), "mainstay": self.binary,
                 "plan": os.path.join(self.folder, "plan-case")}
        for name, target in links.items():
            if not os.path.islink(os.path.join(self.folder, name)):
                os.symlink(target, os.path.join(self.folder, name))
        words = shlex.split(command)
        done = subprocess.run([os.path.join(self.folder, "mainstay"), *words[1:], "--quiet"], cwd=self.folder, capture_output=True,
                              text=True, check=False)
        if done.returncode != status:
            sys.exit(f"{command}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return ["```sh", command, "```", "", "```text", *abridged(done.stdout, keep), "```"]

    def verified(self, case, path):
        """What the verifier says of a plan that it finds sound."""
        return self.run(self.binary, "verify", case, path).strip()


class Readme:
    """The answers in a README.md."""

    def __init__(self, path, write):
        self.path, self.write, self.stale = path, write, []
        with open(path, encoding="utf-8") as f:
            self.text = f.read()

    def answer(self, name, lines, relative=0.01, absolute=1.5):
        """One answer: the text must be the README's, and numbers as near as what two solvers agree on."""
        mark = re.compile(rf"(<!-- answer: {name} -->\n)(.*?)(<!-- end -->)", re.DOTALL)
        found, new = mark.search(self.text), "\n".join(lines) + "\n"
        print(new, flush=True)
        if not found:
            sys.exit(f"{self.path} has no place for the answer '{name}'")
        if self.write:
            self.text = self.text[:found.start(2)] + new + self.text[found.end(2):]
        elif not agree(found[2], new, relative, absolute):
            self.stale.append(f"the answer '{name}' is not what {self.path} says:\n{found[2]}")

    def close(self):
        if self.write:
            with open(self.path, "w", encoding="utf-8", newline="") as f:
                f.write(self.text)
        elif self.stale:
            sys.exit("\n".join(self.stale))


def abridged(text, keep):
    """Lines of a text: of each section, parted by blank lines, that begins with a key of `keep` so many as its value says."""
    sections = []
    for section in text.rstrip("\n").split("\n\n"):
        rows = [row.rstrip() for row in section.split("\n")]
        most = next((most for start, most in keep.items() if rows[0].strip().startswith(start)), 0)
        shown = rows[:most] + (["  …"] if most < len(rows) else [])
        if most or not sections or sections[-1] != ["  …"]:
            sections.append(shown)
    return "\n\n".join("\n".join(rows) for rows in sections).split("\n")


def plain(text):
    """The text with durations, alignment and the grouping of digits taken out, which differ from run to run; how many sets were
    examined, which hangs on which of the layouts within the gap was found; what alternatives consist of, since of those that differ in as much and cost little enough any may be found; and the
    difference between all and nearly all."""
    text = re.sub(r"^  1: .*?(?=^```)", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\d+ sets examined by \d+ programs", "SETS", text)
    text = DURATION.sub("TIME", text)
    text = text.replace(">99.9 %", "100 %")
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    return re.sub(r"[ -]*-{3}[ -]*| +", " ", text)


def agree(old, new, relative, absolute):
    """Whether two texts are the same but for the size of their numbers, what `plain` takes out, and the order of their lines:
    what ranks alike but for rounding may change places."""
    old, new = ("\n".join(sorted(plain(text).split("\n"), key=lambda row: NUMBER.sub("#", row))) for text in (old, new))
    if NUMBER.sub("#", old) != NUMBER.sub("#", new):
        return False
    values = [[float(n.replace(",", "")) for n in NUMBER.findall(text)] for text in (old, new)]
    return all(abs(a - b) <= absolute + relative * abs(a) for a, b in zip(*values))


def table(heads, rows):
    """The lines of a table in Markdown."""
    return [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]


def cost(document, scenario):
    """First stage and one scenario's cost together."""
    return document["costs"]["first_stage"] + next(s["cost"] for s in document["scenarios"] if s["scenario"] == scenario)


def missing(document, scenario, items):
    return sum(s["quantity"] for s in document["shortages"] if s["scenario"] == scenario and s["item"] in items)


def projects(build, case, without):
    """The table of the projects in the layout, by kind; they pay together what the objective of `without` has more."""
    developed = {p["project"]: p["cost"] for p in case["projects"]}
    kinds = {}
    for name, _ in build.projects:
        if name in developed:
            kinds.setdefault(kind_of(name), []).append(name)
    rows = [(kind, ", ".join(name.split(" in ")[1] for name in names), f"{sum(developed[name] for name in names):,.0f}")
            for kind, names in kinds.items()]
    left = [name for name, _ in build.projects if name not in developed]
    return [*table(["project that pays", "in", "costs"], rows), "",
            f"Not worth their cost: {', '.join(left) or 'none'}. Without projects the objective is "
            f"{without['objective'] - case['objective']:,.0f} million USD higher: so much they save over their cost."]


def questions(title, compares_quickly, **more):
    """The questions of a page, for `eight_questions`: those that every case is asked alike, whose answers begin with `title`,
    and `more`, by name."""
    regions, pairs, event = "--targets region,corridor --top 6", "-k 2 --targets region", "--event china-stop"
    stressed, worst = {title: 4, "Worst first": 8}, {title: 3, "Worst first": 5}
    return {
        "stress-today": (f"stress {{case}} --current {regions}", stressed, 0, True),
        "stress": (f"stress {{case}} plan {regions}", stressed, 0, True),
        "worst-case-today": (f"worst-case {{case}} --current {pairs}", worst, 0, True),
        "worst-case": (f"worst-case {{case}} plan {pairs}", worst, 0, True),
        "recover-today": (f"recover {{case}} --current {event}", {title: 5, "Service": 14, "Buy more": 4}, 0, True),
        "recover": (f"recover {{case}} plan {event}", {title: 5, "Service": 14, "Draw": 6}, 0, True),
        "compare": ("compare plan --current --case {case}", {"From": 1, "Costs": 14, "Order": 12}, 0, compares_quickly),
        "diagnose": ("diagnose {case} --usual-limits", {title: 1, "Watch": 6, "Made today": 8, "Centres": 5}, 3, True),
        **more,
    }


def eight_questions(session, readme, case, asked, quick):
    """The questions of a page with the commands that ask them and what these print. `asked` maps the name of an answer to
    (arguments after `mainstay`, sections to keep, exit status, whether it is quick)."""
    for name, (arguments, keep, status, is_quick) in asked.items():
        if quick and not is_quick:
            continue
        # These count from the plan, and plans that cost the same do not differ from others in as much.
        absolute = 4 if name in ("alternatives", "compare") else 1.5
        readme.answer(name, session.asked(f"mainstay {arguments.format(case=case)}", keep, status), relative=0.02, absolute=absolute)


def kind_of(project):
    """What a project is, whatever place its name goes on to say: "anode plants in Japan" are anode plants."""
    return project.split(" in ")[0]


def answer_command(usage, home, answer):
    """The command line of an answer.py: `answer(session, readme)` works the answers out."""
    ap = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("binary", metavar="MAINSTAY_BINARY")
    ap.add_argument("--write", action="store_true", help="write the answers into README.md instead of checking them")
    ap.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    a = ap.parse_args()
    if a.write and a.quick:
        ap.error("--write writes all of the page")
    readme = Readme(os.path.join(home, "README.md"), a.write)
    with tempfile.TemporaryDirectory() as folder:
        answer(Session(os.path.abspath(a.binary), home, folder), readme, a.quick)
    readme.close()
