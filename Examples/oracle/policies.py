"""Policies on sources, shares and cover, each as rows of the program."""
from collections import defaultdict

from cells import Fault, number, truth
from program import total


def names(row, column):
    """The names of a filter, None where it is blank."""
    text = row.get(column) or ""
    return None if text in ("", "*") else {part.strip() for part in text.split(";")}


def selected_items(layout, row):
    case, out = layout.case, []
    wanted, classes, critical = names(row, "item"), names(row, "class"), row.get("critical") or ""
    concerned = {k for _, k in case.demand} | {k for _, k in case.made}
    for k, item in case.items.items():
        if (k in concerned and (wanted is None or k in wanted) and (classes is None or item.get("class") in classes)
                and (critical == "" or truth(critical) == truth(item.get("critical")))):
            out.append(k)
    return out


def site_is_selected(case, row, site):
    region = case.sites[site].region
    tests = (("site", {site}), ("region", set(case.chain(region))), ("bloc", case.blocs(region)),
             ("owner", {case.sites[site].owner}))
    return all(names(row, column) is None or names(row, column) & own for column, own in tests)


def selected_capabilities(layout, row, item):
    return [c for c in layout.case.capabilities if c[1] == item and site_is_selected(layout.case, row, c[0])]


def groups_of(case, row, site):
    """The groups that a site counts in, by the policy's scope."""
    scope, region = row.get("scope") or "supplier", case.sites[site].region
    return {"supplier": {site}, "region": {region}, "bloc": case.blocs(region),
            "owner": {case.sites[site].owner or ("site", site)}}[scope]


def grouped(layout, row, capabilities):
    out = defaultdict(list)
    for c in capabilities:
        for g in groups_of(layout.case, row, c[0]):
            out[g].append(c)
    return out


def volume(layout, row, item, sites=None):
    """V: made of the item at these sites (all: None); with a market filter, shipped straight to these markets."""
    _, make, surge, ship, _ = layout.recourse[0]
    markets = names(row, "market")
    if markets is not None:
        lanes = layout.case.lanes
        return {x: 1.0 for (n, _), x in ship.items()
                if lanes[n].item == item and lanes[n].target in markets and (sites is None or lanes[n].origin in sites)}
    return {x: 1.0 for column in (make, surge) for (c, _), x in column.items()
            if c[1] == item and (sites is None or c[0] in sites)}


def qualify(layout, c):
    return {layout.primary[c]: 1.0, layout.backup[c]: 1.0}


def max_share(layout, row):
    for k in selected_items(layout, row):
        for members in grouped(layout, row, selected_capabilities(layout, row, k)).values():
            part = volume(layout, row, k, {c[0] for c in members})
            layout.program.at_most(total([(1, part), (-float(row["limit"]), volume(layout, row, k))]), 0)


def min_sources(layout, row):
    p = layout.program
    for k in selected_items(layout, row):
        counted = {}
        for members in grouped(layout, row, selected_capabilities(layout, row, k)).values():
            has_one = p.binary()
            counted[has_one] = 1.0
            p.at_most(total([(1, {has_one: 1})] + [(-1, qualify(layout, c)) for c in members]), 0)
        p.at_least(counted, float(row["limit"]))


def one_main(layout, row):
    p, count = layout.program, number(row.get("count"), 1.0)
    for k in selected_items(layout, row):
        chosen = selected_capabilities(layout, row, k)
        p.equal({layout.primary[c]: 1.0 for c in chosen}, 1)
        p.at_least({layout.backup[c]: 1.0 for c in chosen}, count)
        for main in chosen if row.get("scope") else ():
            apart = groups_of(layout.case, row, main[0])
            outside = {layout.backup[c]: 1.0 for c in chosen if not groups_of(layout.case, row, c[0]) & apart}
            p.at_least({**outside, layout.primary[main]: -count}, 0)


def separate(layout, row):
    for k in selected_items(layout, row):
        for members in grouped(layout, row, selected_capabilities(layout, row, k)).values():
            for main in members:
                for other in members:
                    if other != main:
                        layout.program.at_most({layout.backup[other]: 1.0, layout.primary[main]: 1.0}, 1)


def backup_cover(layout, row):
    for k in selected_items(layout, row):
        markets = names(row, "market")
        whole = layout.case.need[k] if markets is None else layout.case.total_demand(k, markets)
        needed = float(row["limit"]) * whole / layout.case.periods
        # Where nobody who could be lost supplies the item, all that is contracted remains.
        for members in list(grouped(layout, row, selected_capabilities(layout, row, k)).values()) or [[]]:
            left = [c for c in layout.case.capabilities if c[1] == k and c not in members]
            layout.program.at_least(total((1.0, layout.held(c)) for c in left), needed)


def autonomy(layout, row):
    if all(names(row, column) is None for column in ("site", "region", "bloc", "owner")):
        raise Fault(f"policy {row['policy']}: autonomy needs a site, region, bloc or owner")
    for k in selected_items(layout, row):
        own = {c[0] for c in selected_capabilities(layout, row, k)}
        part = volume(layout, row, k, own)
        layout.program.at_least(total([(1, part), (-float(row["limit"]), volume(layout, row, k))]), 0)


def max_cost(layout, row):
    cost = total([(1, layout.fixed_cost), (1, layout.expected)])
    layout.program.at_most(cost, float(row["limit"]) - layout.closing_constant)


def exclude(layout, row):
    p = layout.program
    for k in selected_items(layout, row):
        for c in selected_capabilities(layout, row, k):
            p.at_most(qualify(layout, c), 0)
    if not any(row.get(column) for column in ("item", "class", "critical")):
        for i in layout.case.sites:
            if site_is_selected(layout.case, row, i):
                p.at_most({layout.open[i]: 1.0}, 0)


def require(layout, row):
    chosen = [c for k in selected_items(layout, row) for c in selected_capabilities(layout, row, k)]
    layout.program.at_least(total((1, qualify(layout, c)) for c in chosen), number(row.get("count"), 1.0))


def single_source(layout, row):
    p, ship, markets = layout.program, layout.recourse[0][3], names(row, "market")
    items = set(selected_items(layout, row))
    by_origin = defaultdict(lambda: defaultdict(dict))
    for n, lane in enumerate(layout.case.lanes):
        key = lane.target, lane.item
        if lane.item in items and key in layout.case.demand and (markets is None or lane.target in markets):
            for t in range(layout.case.periods):
                by_origin[key, t][lane.origin][ship[n, t]] = 1.0
    chosen = {}
    for (key, t), origins in by_origin.items():
        if key not in chosen:
            chosen[key] = {origin: p.binary() for origin in origins}
            p.at_most({x: 1.0 for x in chosen[key].values()}, 1)
        for origin, flows in origins.items():
            p.at_most({**flows, chosen[key][origin]: -layout.case.demand[key].quantity[t]}, 0)


POLICIES = {f.__name__: f for f in (max_share, min_sources, one_main, separate, backup_cover, autonomy, max_cost,
                                    exclude, require, single_source)}
