"""Write a case folder: one CSV file for each table, and the datapackage.json that describes them.

Both examples build their cases with it. Standard library only; the same tables always give the same bytes.
"""
import argparse
import csv
import io
import json
import os
import sys

# Columns of each table: name -> (type, constraints). Only the columns that a case fills are written.
NAME = ("string", {"required": True, "pattern": "[^*;]+"})
FILTER = ("string", {})
AMOUNT = ("number", {"minimum": 0})
NEEDED = ("number", {"required": True, "minimum": 0})
END = ("string", {"required": True})
SHARE = ("number", {"required": True, "minimum": 0, "maximum": 1})
WHOLE = ("integer", {"minimum": 0})
FLAG = ("boolean", {})


def one_of(*values):
    return "string", {"required": True, "enum": list(values)}


COLUMNS = {
    "settings": {"key": NAME, "value": ("string", {"required": True})},
    "regions": {"region": NAME, "name": FILTER, "latitude": ("number", {"minimum": -90, "maximum": 90}),
                "longitude": ("number", {"minimum": -180, "maximum": 180}), "outage_rate": AMOUNT,
                "outage_days": AMOUNT, "parent": FILTER},
    "blocs": {"bloc": NAME, "region": NAME, "kind": FILTER},
    "alignment": {"region_a": NAME, "region_b": NAME,
                  "score": ("number", {"required": True, "minimum": -1, "maximum": 1})},
    "items": {"item": NAME, "name": FILTER, "class": FILTER, "critical": FLAG, "unit": FILTER, "unit_value": AMOUNT,
              "holding_cost": AMOUNT},
    "recipes": {"recipe": NAME, "item": NAME, "input": NAME, "quantity": NEEDED},
    "sites": {"site": NAME, "name": FILTER, "region": NAME, "opening_cost": AMOUNT, "existing": FLAG,
              "closing_cost": AMOUNT},
    "capabilities": {"site": NAME, "item": NAME, "recipe": FILTER, "capacity": NEEDED, "unit_cost": NEEDED,
                     "qualification_cost": AMOUNT, "qualified": FLAG, "min_volume": AMOUNT,
                     "reservation_cost": AMOUNT, "surge_cost": AMOUNT, "activation_days": AMOUNT, "ramp_days": AMOUNT},
    "lanes": {"from": END, "to": END, "item": FILTER, "unit_cost": AMOUNT,
              "lead_days": AMOUNT, "corridor": FILTER, "mode": FILTER},
    "duties": {"origin": END, "destination": END, "item": FILTER, "class": FILTER, "rate": NEEDED},
    "controls": {"origin": END, "destination": END, "item": FILTER, "kind": one_of("ban", "quota", "licence"), "limit": AMOUNT,
                 "cost": AMOUNT, "rule": FILTER, "in_force": FLAG},
    "markets": {"market": NAME, "name": FILTER, "region": NAME},
    "demand": {"market": NAME, "item": NAME, "quantity": NEEDED, "shortage_cost": NEEDED},
    "disruptions": {"disruption": NAME,
                    "target_kind": one_of("site", "region", "bloc", "corridor", "duty", "control"), "target": END,
                    "factor": SHARE, "start_day": AMOUNT, "duration_days": AMOUNT, "ramp_days": AMOUNT, "added_rate": AMOUNT},
    "projects": {"project": NAME, "site": NAME, "item": NAME, "recipe": FILTER, "cost": NEEDED, "days": NEEDED,
                 "partners": FILTER},
    "scenarios": {"scenario": NAME, "probability": SHARE, "disruption": NAME},
    "policies": {"policy": NAME, "kind": NAME, "item": FILTER, "class": FILTER, "critical": FLAG, "site": FILTER, "scope": FILTER,
                 "limit": AMOUNT, "count": WHOLE},
    "current": {"site": NAME, "item": NAME, "recipe": FILTER, "role": one_of("primary", "backup")},
}
PRIMARY_KEYS = {
    "settings": ["key"], "regions": ["region"], "blocs": ["bloc", "region"], "alignment": ["region_a", "region_b"],
    "items": ["item"], "recipes": ["recipe", "input"], "sites": ["site"], "capabilities": ["site", "item", "recipe"], "markets": ["market"],
    "demand": ["market", "item"], "projects": ["project", "site", "item", "recipe"], "scenarios": ["scenario", "disruption"], "policies": ["policy"],
    "current": ["site", "item", "recipe"],
}
FOREIGN_KEYS = {
    "regions": [("parent", "regions", "region")],
    "blocs": [("region", "regions", "region")],
    "alignment": [("region_a", "regions", "region"), ("region_b", "regions", "region")],
    "recipes": [("item", "items", "item"), ("input", "items", "item")],
    "sites": [("region", "regions", "region")],
    "capabilities": [("site", "sites", "site"), ("item", "items", "item")],
    "projects": [("site", "sites", "site"), ("item", "items", "item")],
    "current": [("site", "sites", "site"), ("item", "items", "item")],
    "markets": [("region", "regions", "region")],
    "demand": [("market", "markets", "market"), ("item", "items", "item")],
}


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def filled(columns, rows):
    """The columns that some row fills, and the rows cut to them."""
    kept = [n for n in range(len(columns)) if any(row[n] is not None for row in rows)]
    return [columns[n] for n in kept], [[row[n] for n in kept] for row in rows]


def csv_text(columns, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(v) for v in row] for row in rows)
    return out.getvalue()


def schema(table, columns, tables):
    fields = []
    for column in columns:
        kind, constraints = COLUMNS[table][column]
        fields.append({"name": column, "type": kind, **({"constraints": constraints} if constraints else {})})
    out = {"fields": fields}
    if table in PRIMARY_KEYS:
        out["primaryKey"] = [column for column in PRIMARY_KEYS[table] if column in columns]
    links = [{"fields": [field], "reference": {"resource": "" if other == table else other, "fields": [key]}}
             for field, other, key in FOREIGN_KEYS.get(table, ()) if field in columns and other in tables]
    if links:
        out["foreignKeys"] = links
    return out


def case_files(package, tables):
    """File name -> text. `tables` maps a table's name to (columns, rows); `package` heads datapackage.json. A column that
    no row fills is left out."""
    tables = {name: filled(*table) for name, table in tables.items()}
    files = {f"{name}.csv": csv_text(columns, rows) for name, (columns, rows) in tables.items()}
    resources = [{"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
                  "mediatype": "text/csv", "encoding": "utf-8", "schema": schema(name, columns, tables)}
                 for name, (columns, _) in tables.items()]
    document = {**package, "profile": "tabular-data-package", "resources": resources}
    files["datapackage.json"] = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return files


def write_files(folder, files):
    os.makedirs(folder, exist_ok=True)
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as f:
            f.write(text)


def assumptions(folder):
    """Name -> value of every entry of a case's assumptions.json."""
    with open(os.path.join(folder, "assumptions.json"), encoding="utf-8") as f:
        return {name: entry["value"] for name, entry in json.load(f).items()}


def build_command(usage, folder, package, tables):
    """The command line of a build.py: `tables(variant)` gives a case's tables, those of `folder` where variant is None."""
    ap = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--variant", nargs=2, metavar=("NAME", "OUT"))
    a = ap.parse_args()
    if a.variant:
        name, out = a.variant
        title = f"{package['name']}-{name}".replace(":", "-").lower()
        write_files(out, case_files({**package, "name": title}, tables(name)))
    elif a.check:
        check_files(folder, case_files(package, tables(None)))
    else:
        write_files(folder, case_files(package, tables(None)))


def check_files(folder, files):
    """Ends with exit code 1 where a folder is not what would be written."""
    stale = sorted(set(os.listdir(folder)) ^ set(files) if os.path.isdir(folder) else files)
    for name, text in files.items():
        if name not in stale:
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
                if f.read() != text:
                    stale.append(name)
    if stale:
        sys.exit(f"{folder} is not what build.py writes: {', '.join(sorted(stale))}")
