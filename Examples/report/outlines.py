"""Makes Sources/Report/Resources/world.txt from country outlines at 1:110 million.

Natural Earth (www.naturalearthdata.com), "admin 0 countries", is in the public domain. Usage:

    python3 Examples/report/outlines.py countries_110m.geojson > Sources/Report/Resources/world.txt

A line is a country: its name, then a tab and its rings, parted by blanks. A ring is its corners as whole tenths of a
degree, the first from 0 degrees east and north, each other one from the corner before: east,north;east,north;...
Antarctica and islands below a tenth of a square degree are left out; corners within 0.15 degrees of the line between
their neighbours too (Douglas and Peucker 1973).
"""

import json
import math
import sys

TOLERANCE = 0.15
LEAST_AREA = 0.1


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def distance(point, start, end):
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length == 0:
        return math.hypot(point[0] - start[0], point[1] - start[1])
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length


def simplified(points):
    if len(points) < 3:
        return points
    far = max(range(1, len(points) - 1), key=lambda i: distance(points[i], points[0], points[-1]))
    if distance(points[far], points[0], points[-1]) <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: far + 1])[:-1] + simplified(points[far:])


def line(ring):
    middle = len(ring) // 2
    kept = simplified(ring[: middle + 1])[:-1] + simplified(ring[middle:])
    corners = [(round(x * 10), round(y * 10)) for x, y in kept[:-1]]
    before = [(0, 0)] + corners[:-1]
    return ";".join(f"{x - px},{y - py}" for (x, y), (px, py) in zip(corners, before))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        features = json.load(file)["features"]
    print("# Country outlines: Natural Earth (www.naturalearthdata.com), 1:110 million, public domain, simplified")
    for feature in sorted(features, key=lambda f: f["properties"]["name"]):
        name = feature["properties"]["name"]
        if name == "Antarctica":
            continue
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings = [ring for polygon in polygons for ring in polygon if area(ring) >= LEAST_AREA]
        if rings:
            print(name + "\t" + " ".join(line(ring) for ring in rings))


main()
