"""Validates what Mainstay reads and writes against its JSON Schemas, by a validator that is not its own.

    python3 Examples/scripts/validate.py MAINSTAY

Needs jsonschema from PyPI. Every schema is checked itself; real documents of each kind must fit, and must no longer fit when a
required key is missing or an unknown one is there.
"""

import copy
import json
import os
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator

REQUESTS = [
    {"schema": "mainstay/request/1", "id": "as it is", "edits": []},
    {"schema": "mainstay/request/1", "id": 2, "edits": [], "options": {"plan": True, "gap": 0.01, "seed": 1}},
    {"schema": "mainstay/request/1", "id": "scaled", "edits": [
        {"do": "scale", "table": "demand", "column": "quantity", "by": 0.9, "where": {"item": ["fan", "compressor"]}}]},
    {"schema": "mainstay/request/1", "id": "infeasible", "edits": [
        {"do": "scale", "table": "demand", "column": "quantity", "by": 1000},
        {"do": "set", "table": "demand", "column": "min_service", "to": 1}]},
    {"schema": "mainstay/request/1", "id": "faulty", "edits": [{"do": "delete", "table": "dmand", "where": {}}]},
    {"schema": "mainstay/request/1", "id": "no policies", "edits": [], "options": {"without_policies": True, "time_limit": 60}},
]
# Each of these is answered with an error, and fits the schema of requests no more than the program takes it.
NO_REQUESTS = [
    7, {}, {"schema": "mainstay/request/2", "id": 1, "edits": []}, {"schema": "mainstay/request/1", "id": 1.5, "edits": []},
    {"schema": "mainstay/request/1", "id": 1, "edits": [], "options": {"gap": 2}},
    {"schema": "mainstay/request/1", "id": 1, "edits": [], "options": {"time_limit": 0}},
    {"schema": "mainstay/request/1", "id": 1, "edits": {}},
]


class Check:
    def __init__(self, program):
        self.program = program
        self.passed, self.failed = 0, []
        names = [line.split("\t")[0] for line in self.run("schema").splitlines()]
        self.validators = {}
        for name in names:
            schema = json.loads(self.run("schema", name))
            Draft202012Validator.check_schema(schema)
            self.validators[name] = Draft202012Validator(schema)

    def run(self, *arguments, text=None, statuses=(0,)):
        done = subprocess.run([self.program, *arguments], input=text, capture_output=True, text=True, timeout=120)
        if done.returncode not in statuses:
            raise SystemExit(f"mainstay {' '.join(arguments)}: exit status {done.returncode}: {done.stderr}")
        return done.stdout

    def expect(self, is_so, what):
        if is_so:
            self.passed += 1
        else:
            self.failed.append(what)

    def fits(self, name, document, what):
        errors = list(self.validators[name].iter_errors(document))
        self.expect(not errors, f"{what}: {errors[0].json_path}: {errors[0].message}" if errors else what)

    def is_tight(self, name, document, what):
        """Without a required key, and with an unknown one, the document does not fit."""
        for key in self.validators[name].schema["required"]:
            spoilt = copy.deepcopy(document)
            del spoilt[key]
            self.expect(not self.validators[name].is_valid(spoilt), f"{what}: fits without {key}")
        self.expect(not self.validators[name].is_valid(dict(document, unheard_of=1)), f"{what}: fits with an unknown key")


def questions(check, case, folder):
    """The answers to questions, of a plan and of the layout of today."""
    path = os.path.join(folder, "plan.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write(check.run("plan", case, "--json", "--quiet"))
    tight = os.path.join(folder, "tight.json")
    check.run("convert", case, tight)
    with open(tight, encoding="utf-8") as file:
        document = json.load(file)
    document["tables"]["current"] = [
        {"site": "saigon-drives", "item": item, "role": "primary"} for item in ("compressor", "controller")]
    case = os.path.join(folder, "today.json")
    with open(case, "w", encoding="utf-8") as file:
        json.dump(document, file)
    document["tables"]["policies"].append({"policy": "many", "kind": "min_sources", "item": "fan", "limit": 5})
    with open(tight, "w", encoding="utf-8") as file:
        json.dump(document, file)
    asked = [
        ("stress", [case, path]), ("stress", [case, "--current", "--listed"]), ("worst-case", [case, path, "-k", "2"]),
        ("worst-case", [case, "--current", "--targets", "control,duty", "--time-limit", "0.000001"]),
        ("frontier", [case, path, "--points", "3"]), ("frontier", [case, "--against", "shortage", "--points", "3"]),
        ("explain", [case, "--why-not", "iberia-clima", "--why", "saigon-drives"]), ("explain", [case, "--current"]),
        ("explain", [tight]), ("recover", [case, path, "--event", "typhoon"]), ("compare", [path, "--current", "--case", case]),
        ("compare", [path, path]), ("diagnose", [case, "--usual-limits"]),
        ("alternatives", [case, "--alternatives", "2", "--within", "3%"]), ("alternatives", [case, "--current", "--alternatives", "1"]),
    ]
    for name, arguments in asked:
        command = "plan" if name == "alternatives" else name
        text = check.run(command, *arguments, "--json", "--quiet", statuses=(0, 1, 2, 3))
        answer = json.loads(text)
        check.fits(name, answer, f"{command} {' '.join(arguments[1:])}")
        check.is_tight(name, answer, f"{command} {' '.join(arguments[1:])}")


def main():
    check = Check(os.path.abspath(sys.argv[1]))
    examples = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, "case")
        check.run("new", case)

        cases = [case] + [os.path.join(examples, name, "case") for name in ("critical-minerals", "light-metals")]
        for number, source in enumerate(cases):
            target = os.path.join(folder, f"case{number}.json")
            check.run("convert", source, target)
            with open(target, encoding="utf-8") as file:
                document = json.load(file)
            check.fits("case", document, f"case {source}")
        check.is_tight("case", document, "case")

        plan = json.loads(check.run("plan", case, "--json", "--quiet"))
        check.fits("plan", plan, "plan")
        check.is_tight("plan", plan, "plan")
        plan = json.loads(check.run("plan", case, "--json", "--quiet", "--value"))
        check.expect("evaluation" in plan, "the plan has an evaluation")
        check.fits("plan", plan, "plan with its evaluation")
        plan["sites"][0]["open"] = "yes"
        check.expect(not check.validators["plan"].is_valid(plan), "a site that is open 'yes' fits")

        lines = [json.dumps(request) for request in REQUESTS + NO_REQUESTS] + ["garbage"]
        answers = [json.loads(line) for line in check.run("batch", case, "--stdin", "--quiet", text="\n".join(lines)).splitlines()]
        check.expect(len(answers) == len(lines), "one answer a line")
        for request, answer in zip(REQUESTS, answers):
            check.fits("request", request, f"request {request['id']}")
            check.is_tight("request", request, f"request {request['id']}")
            check.expect(answer["id"] == request["id"], f"the answer to {request['id']} bears its id")
        for request, answer in zip(NO_REQUESTS, answers[len(REQUESTS):]):
            check.expect(not check.validators["request"].is_valid(request), f"{request} fits")
            check.expect("error" in answer, f"{request} is answered")
        for answer in answers:
            check.fits("answer", answer, f"answer {answer['id']}")
            check.is_tight("answer", answer, f"answer {answer['id']}")
        found = {answer.get("status") for answer in answers}
        check.expect({"optimal", "infeasible", "faulty", None} <= found, f"answers of all kinds: {found}")
        check.expect("plan" in answers[1], "the plan that was asked for")

        questions(check, case, folder)

        variants = {
            "schema": "mainstay/variants/1",
            "variants": [{"name": request["id"], "edits": request["edits"]} for request in REQUESTS if request["id"] != 2],
            "factors": [
                {"name": "demand", "scale": {"table": "demand", "column": "quantity"}, "levels": [0.9, 1]},
                {"name": "canals", "levels": [{"name": "as they are", "edits": []}]}],
            "design": "grid"}
        check.fits("variants", variants, "variants")
        check.is_tight("variants", variants, "variants")
        for edit in (edit for request in REQUESTS for edit in request["edits"]):
            check.fits("edit", edit, f"edit {edit}")
        source = os.path.join(folder, "variants.json")
        with open(source, "w", encoding="utf-8") as file:
            json.dump(variants, file)
        output = os.path.join(folder, "results.sqlite")
        rows = check.run("batch", case, "--variants", source, "--output", output, "--ndjson", "--quiet").splitlines()
        check.expect(len(rows) == 7, f"a row a variant, not {len(rows)}")
        for row in map(json.loads, rows):
            check.fits("result", row, f"result {row['variant']}")
            check.is_tight("result", row, f"result {row['variant']}")

    for problem in check.failed:
        print(problem)
    print(f"{check.passed} passed, {len(check.failed)} failed")
    raise SystemExit(1 if check.failed else 0)


main()
