"""Asks what-ifs of a case from Python and puts the answers into tables of pandas.

    python3 Examples/scripts/what_ifs.py MAINSTAY CASE ITEM

Needs pandas. First a grid: demand against the loss of each site that the plan uses. Then a question whose next step depends on the
answer before: how much dearer the item's main source may become until another one takes its place.
"""

import sys

import pandas

from session import Session

LEVELS = [0.9, 1.0, 1.1]


def scaled(table, column, factor, **where):
    return {"do": "scale", "table": table, "column": column, "by": factor, "where": where}


def lost(site):
    """A site that makes nothing any more."""
    return [] if site == "none" else [{"do": "delete", "table": "capabilities", "where": {"site": site}}]


def main_source(answer, item):
    sources = [source for source in answer["plan"]["sourcing"] if source["item"] == item and source["role"] == "primary"]
    return max(sources, key=lambda source: source["share"])["site"]


def grid(session, sites):
    """A row a what-if: the site that is lost, the level of demand, and the answer."""
    rows = pandas.DataFrame([(site, level) for site in ["none", *sites] for level in LEVELS], columns=["lost", "demand"])
    edits = [[*lost(row.lost), scaled("demand", "quantity", row.demand)] for row in rows.itertuples()]
    return rows.join(pandas.DataFrame(session.ask_all(edits, gap=0.001)))


def break_even(session, item, site, most=4.0, precision=0.005):
    """The factor on the site's unit cost up to which it stays the item's main source, to a precision; None where it always does."""
    def stays(factor):
        edits = [scaled("capabilities", "unit_cost", factor, site=site, item=item)]
        return main_source(session.ask(edits, plan=True), item) == site

    low, high = 1.0, most
    if stays(high):
        return None
    while high - low > precision:
        middle = (low + high) / 2
        low, high = (middle, high) if stays(middle) else (low, middle)
    return low


def main():
    program, case, item = sys.argv[1:4]
    with Session(program, case, "--quiet", "--workers", "2") as session:
        now = session.ask([], plan=True)
        used = [site["site"] for site in now["plan"]["sites"] if site["open"]]
        found = grid(session, used)
        # What has no layout has no cost; the table shows its status in place of one.
        found["shown"] = found["total_cost"].map("{:,.0f}".format).where(found["total_cost"].notna(), found["status"])
        print(f"Total cost, {now['plan']['currency']}, by the site that is lost and the level of demand\n")
        print(found.pivot(index="lost", columns="demand", values="shown").loc[["none", *used]].to_string())

        service = found[(found["demand"] == 1.0) & (found["lost"] != "none")].set_index("lost")["expected_service"]
        print(f"\nThe loss that costs most service: {service.idxmin()}, {service.min():.1%} of demand is met")

        site = main_source(now, item)
        factor = break_even(session, item, site)
        print(f"\n{site}, main source of {item}, " + (
            f"keeps its role until its unit cost rises by {factor - 1:.1%}" if factor else "keeps its role at four times its cost"))
        print(f"\n{session.asked} what-ifs asked", file=sys.stderr)


main()
