#!/usr/bin/env python3
"""Check the oracle on cases small enough to be solved by hand: the arithmetic stands beside each.

    check.py        exits with 1 where an answer differs
"""
import math
import os
import sys
import tempfile

sys.dont_write_bytecode = True
from case import EARTH_RADIUS_KM, Case  # noqa: E402
from oracle import Layout  # noqa: E402

# Three sites a, b, c that can make the item k, at 1, 2 and 1 a unit, up to 10, 10 and 4; opening costs
# 5, 3 and 1; b has to be qualified for 2. A market m beside a wants 8 and pays 50 for each that is missing.
THREE = {
    "settings": "key,value\nrisk_measure,expected\nperiod_days,365\nperiods,1",
    "regions": "region,parent,latitude,longitude\nW,,0,0\nA,W,0,0\nB,W,0,1\nC,,0,9",
    "blocs": "bloc,region\nFTA,W\nFTA,C",
    "items": "item,unit_value\nk,10",
    "sites": "site,region,opening_cost\na,A,5\nb,B,3\nc,C,1",
    "capabilities": "site,item,capacity,unit_cost,reservation_cost,surge_cost,qualification_cost\n"
                    "a,k,10,1,0.5,1,0\nb,k,10,2,0.5,1,2\nc,k,4,1,,0,0",
    "markets": "market,region\nm,A",
    "demand": "market,item,quantity,shortage_cost\nm,k,8,50",
    "lanes": "from,to,unit_cost\n*,*,0",
}
# Only c, which can make 4.
ONE = {**THREE, "capabilities": "site,item,capacity,unit_cost\nc,k,4,1"}
# Two periods of thirty days.
TWO = {**ONE, "settings": "key,value\nperiod_days,30\nperiods,2"}
CHAIN = {"items": "item\nk\nore", "recipes": "recipe,item,input,quantity\nr,k,ore,2", "lanes": "from,to,item\nc,a,ore\na,m,k",
         "capabilities": "site,item,recipe,capacity,unit_cost\nc,ore,,4,1\na,k,r,10,1"}
COLD = "site,item,capacity,unit_cost,reservation_cost,surge_cost,activation_days\na,k,10,30,0.5,1,30\nc,k,4,1,,,"
ZONES = "from,to,unit_cost\n*,*,1\nW,m,2"
SUEZ = "from,to,unit_cost,corridor\nc,m,0,Suez"
ONLY_A = "policy,kind,site\nx,exclude,b;c"
EVENT = "disruption,target_kind,target,factor,start_day,duration_days,ramp_days\nd,"
LIKELY = "scenario,probability,disruption\ns,0.2,d"
EVEN = "scenario,probability,disruption\ns,0.5,d"
INFEASIBLE = None

CASES = [
    ("main alone: 5 + 8", 13, THREE, {}),
    ("the lane from W wins over *: c makes 4, a makes 4: 6 + 4·(1+1) + 4·(1+2)", 26, THREE, {"lanes": ZONES}),
    ("the lane from A wins over the one from its parent W: c makes 4, a makes 4: 6 + 4·(1+1) + 4·(1+3)", 30, THREE,
     {"lanes": ZONES + "\nA,m,3", "policies": "policy,kind,site\nx,exclude,b"}),
    ("nothing is due inside A; from c it is 0.1·10, so a alone: 5 + 8·(1+2)", 29, THREE,
     {"lanes": ZONES, "duties": "origin,destination,rate\n*,*,0.5\nC,A,0.1\nC,W,0.3"}),
    ("no duty within the bloc, 2 inside A by its own row: b and c: 4 + 2 + 4·(1+1) + 4·(2+2)", 30, THREE,
     {"lanes": ZONES, "duties": "origin,destination,rate\n*,*,0.5\nFTA,FTA,0\nA,A,0.2"}),
    ("c may not sell to the bloc, so a alone", 29, THREE,
     {"lanes": ZONES, "controls": "origin,destination,kind\nC,FTA,ban"}),
    ("one degree of the equator at 0.01 a km: 5 + 16 + 0.08·R·π/180", 21 + 0.08 * EARTH_RADIUS_KM * math.pi / 180,
     THREE, {"lanes": "from,to,cost_per_km\n*,*,0.01", "policies": "policy,kind,site\nx,exclude,a;c"}),
    ("commit 8, reserve 2: 5 + 1 + 0.8·8 + 0.2·(4 + 2 + 3·50)", 43.6, THREE,
     {"policies": ONLY_A, "disruptions": EVENT + "region,A,0.5,0,30,", "scenarios": LIKELY}),
    ("the ramp alone leaves 0.75: 6 + 6.4 + 0.2·(6 + 1.5·2 + 0.5·50)", 19.2, THREE,
     {"policies": ONLY_A, "disruptions": EVENT + "region,W,0.5,0,0,30", "scenarios": LIKELY}),
    ("what starts in a later period does not act", 13, THREE,
     {"disruptions": EVENT + "region,W,0.5,1,,", "scenarios": LIKELY}),
    ("one main, c as backup: 13 + 1", 14, THREE, {"policies": "policy,kind,scope\nx,one_main,region"}),
    ("two backups: 13 + 1 + 3 + 2", 19, THREE, {"policies": "policy,kind,scope,count\nx,one_main,region,2"}),
    ("nobody is outside the bloc", INFEASIBLE, THREE, {"policies": "policy,kind,scope\nx,one_main,bloc"}),
    ("half from a, half from c: 6 + 8", 14, THREE, {"policies": "policy,kind,limit\nx,max_share,0.5"}),
    ("without either of a and c 4 are left: 6 + 8", 14, THREE, {"policies": "policy,kind,limit\nx,backup_cover,0.5"}),
    ("a quarter at least from b, and c: 4 + 2 + 4 + 4·2", 18, THREE,
     {"policies": "policy,kind,site,limit\nx,autonomy,b,0.25"}),
    ("the lane from a carries 5, so b is the one source: 3 + 2 + 16", 21, THREE,
     {"lanes": "from,to,capacity\na,m,5\nb,m,\nc,m,", "policies": "policy,kind\nx,single_source"}),
    ("b is qualified, a makes: 13 + 3 + 2", 18, THREE, {"policies": "policy,kind,site\nx,require,b"}),
    ("two suppliers: 13 + 1", 14, THREE, {"policies": "policy,kind,limit\nx,min_sources,2"}),
    ("the least cost is allowed", 13, THREE, {"policies": "policy,kind,limit\nx,max_cost,13"}),
    ("less than the least cost", INFEASIBLE, THREE, {"policies": "policy,kind,limit\nx,max_cost,12.9"}),
    ("by way of a, which has to be open: 6 + 4 + 4·50", 210, ONE, {"lanes": "from,to\nc,a\na,m"}),
    ("Suez shut in one half: 1 + 0.5·(4 + 200) + 0.5·(4 + 400)", 305, ONE,
     {"lanes": SUEZ, "disruptions": EVENT + "corridor,Suez,0,0,,", "scenarios": EVEN}),
    ("a lane without a capacity is not narrowed: 1 + 204", 205, ONE,
     {"lanes": SUEZ, "disruptions": EVENT + "corridor,Suez,0.5,0,,", "scenarios": EVEN}),
    ("half expectation, half the worst half: 1 + 0.5·304 + 0.5·404", 355, ONE,
     {"lanes": SUEZ, "disruptions": EVENT + "corridor,Suez,0,0,,", "scenarios": EVEN,
      "settings": "key,value\nrisk_measure,cvar\nrisk_weight,0.5\nrisk_level,0.5"}),
    ("two ore a unit: 6 + 4 + 2 + 6·50", 312, ONE, CHAIN),
    ("8 in the second period, 4 of them kept from the first at 1: 1 + 2·4 + 4", 13, TWO,
     {"items": "item,holding_cost\nk,1", "demand": "market,item,period,quantity,shortage_cost\nm,k,1,8,50"}),
    ("what takes a period is under way at the start: 1 + 2·4", 9, TWO,
     {"lanes": "from,to,lead_days\nc,m,20", "demand": "market,item,quantity,shortage_cost\nm,k,4,50"}),
    ("4 in stock at a while c is down, replaced at 10: 6 + 0.5·4 + 0.5·40", 28, ONE,
     {"settings": "key,value\nstrategic_stock,true", "lanes": "from,to\nc,a\na,m", "disruptions": EVENT + "site,c,0,0,,",
      "scenarios": EVEN, "demand": "market,item,quantity,shortage_cost\nm,k,4,50"}),
    ("a cold reserve of 4 at a comes a period late: 6 + 2·2 + 0.5·8 + 0.5·(4·50 + 4·31)", 176, TWO,
     {"capabilities": COLD, "policies": "policy,kind\nx,one_main", "disruptions": EVENT + "site,c,0,0,,", "scenarios": EVEN,
      "demand": "market,item,quantity,shortage_cost\nm,k,4,50"}),
    ("half of the second period is lost along the ramp: 1 + 0.5·8 + 0.5·(4·50 + 2 + 2·50)", 156, TWO,
     {"disruptions": EVENT + "site,c,0,0,30,30", "scenarios": EVEN, "demand": "market,item,quantity,shortage_cost\nm,k,4,50"}),
]


def solve(tables):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in tables.items():
            with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as f:
                f.write(text + "\n")
        solution = Layout(Case(folder)).program.solve(1e-9, 60)
    return INFEASIBLE if solution.status == "infeasible" else solution.objective


def main():
    failed = 0
    for title, expected, base, changes in CASES:
        answer = solve({**base, **changes})
        agree = answer is expected is INFEASIBLE or (None not in (answer, expected) and abs(answer - expected) < 1e-6)
        failed += not agree
        if not agree:
            print(f"{title}: {answer}, not {expected}")
    print(f"{len(CASES) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
