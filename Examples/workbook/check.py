"""Reads workbooks that mainstay wrote with readers that know nothing of it.

    python3 Examples/workbook/check.py MAINSTAY CASE

Plans the case, writes the case and the plan as workbooks, and finds with openpyxl the values of the JSON plan in the
sheets of the plan, the frozen headers, filters and charts; turns the case into a workbook by openpyxl alone, with a formula
in place of a number, and plans it again. Where LibreOffice is installed it opens both workbooks and writes them again, and
the charts must still be there. Needs openpyxl from PyPI.
"""

import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

CHARTS = {"costs", "scenarios", "concentration"}


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{done.stderr}")
    return done.stdout


def same(found, wanted):
    if isinstance(wanted, float) or isinstance(wanted, int) and not isinstance(wanted, bool):
        return isinstance(found, (int, float)) and math.isclose(found, wanted, rel_tol=1e-15, abs_tol=0)
    return (found if found is not None else "") == (wanted if wanted is not None else "")


def check_plan(path, plan):
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{sheet.title}!{cell.coordinate} is a formula"
        if sheet.title != "overview":
            assert sheet.freeze_panes == "B2", f"{sheet.title}: the header is not frozen"
            assert sheet.auto_filter.ref, f"{sheet.title}: no filter"
    for name in CHARTS:
        assert len(book[name]._charts) == 1, f"{name}: no chart"
    values = 0
    for name in ("sites", "sourcing", "flows", "production", "shortages", "stock", "scenarios", "policies"):
        if not plan[name]:
            continue
        rows = list(book[f"plan {name}"].iter_rows(values_only=True))
        assert len(rows) == len(plan[name]) + 1, f"{name}: {len(rows) - 1} rows, not {len(plan[name])}"
        for row, wanted in zip(rows[1:], plan[name]):
            for column, found in zip(rows[0], row):
                assert same(found, wanted.get(column)), f"{name}.{column}: {found}, not {wanted.get(column)}"
                values += 1
    total = book["overview"]["B3"].value
    assert math.isclose(total, plan["costs"]["total"], rel_tol=1e-15), total
    shares = [row[-1] for row in book["sources"].iter_rows(min_row=2, values_only=True)]
    assert all(math.isclose(a, b["share"], abs_tol=1e-12) for a, b in zip(shares, plan["sourcing"])), "shares"
    return len(book.sheetnames), values


def replant(source, target):
    """The case written anew by openpyxl, with a formula whose value is saved as spreadsheets save it."""
    book = openpyxl.load_workbook(source)
    sheet = book["demand"]
    names = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, names.index("quantity") + 1)
    value = cell.value
    cell.value = f"={value}*2/2"
    book.save(target)
    # openpyxl saves no values with formulas, spreadsheets do.
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    found = 0
    for name, data in parts.items():
        if name.startswith("xl/worksheets/"):
            text = data.decode()
            text, count = re.subn(r"(</f>)<v\s*/>|(</f>)<v></v>", rf"</f><v>{value}</v>", text)
            found += count
            parts[name] = text.encode()
    assert found == 1, found
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def reopen(path, folder):
    """Opens a workbook in LibreOffice and counts the charts of what it writes."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    out = os.path.join(folder, "office")
    run(office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", out, path)
    written = os.path.join(out, os.path.basename(path))
    with zipfile.ZipFile(written) as archive:
        return sum(bool(re.fullmatch(r"xl/charts/chart\d+\.xml", name)) for name in archive.namelist())


def main():
    mainstay, case = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        inside = lambda name: os.path.join(folder, name)
        run(mainstay, "plan", case, "--output", inside("plan"), "--quiet")
        with open(inside("plan/plan.json"), encoding="utf-8") as file:
            plan = json.load(file)
        run(mainstay, "report", case, inside("plan"), "--output", inside("plan.xlsx"), "--quiet")
        sheets, values = check_plan(inside("plan.xlsx"), plan)
        print(f"plan.xlsx: {sheets} sheets, {values} values as in plan.json")
        run(mainstay, "convert", case, inside("case.xlsx"))
        run(mainstay, "verify", inside("case.xlsx"), inside("plan"))
        replant(inside("case.xlsx"), inside("again.xlsx"))
        run(mainstay, "verify", inside("again.xlsx"), inside("plan"))
        print("case.xlsx: the same case, also as openpyxl writes it, with a formula")
        charts = reopen(inside("plan.xlsx"), folder)
        if charts is None:
            print("LibreOffice is not installed: not opened there")
            return
        with zipfile.ZipFile(inside("plan.xlsx")) as archive:
            wanted = sum(bool(re.fullmatch(r"xl/charts/chart\d+\.xml", name)) for name in archive.namelist())
        assert charts == wanted, f"{charts} of {wanted} charts"
        reopen(inside("case.xlsx"), folder)
        run(mainstay, "verify", inside("office/case.xlsx"), inside("plan"))
        print(f"LibreOffice: opens both, keeps {charts} charts, and what it writes is the same case")


main()
