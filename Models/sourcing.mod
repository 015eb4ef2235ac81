/* Diversified sourcing over periods with listed scenarios, in GNU MathProg.

   This is the model of "The model" (Sources/Mainstay/Mainstay.docc/TheModel.md), section by section and with its
   symbols, so that the two can be read side by side. It takes facts that are already resolved: lanes with their
   freight, duty and lead, availabilities by period, and what each policy selects. README.md beside this file documents
   the data.

       glpsol -m sourcing.mod -d example.dat

   Units: quantities are units of the item per period; money is the currency of the case. */


/* ==== Sets and data ============================================================================================ */

param periods, integer, >= 1, default 1;
set T := 0 .. periods - 1;                          # periods

set I;                                              # sites
set K;                                              # items
set M;                                              # markets
set S;                                              # scenarios, the undisturbed one among them

param undisturbed, symbolic, in S,                  # the scenario in which nothing happens
      default 'undisturbed';
param pi {S}, >= 0, <= 1;                           # probability
param e {S}, integer, >= 0, default periods;        # first period in which anything is disrupted; none is past the end

# Items

param h {K}, >= 0, default 0;                       # money to hold a unit for a period
param v {K}, >= 0, default 0;                       # money, the value of a unit

# Sites

set EXISTING, within I, default {};                 # sites that stand today
param opening_cost {I}, >= 0, default 0;            # money, to open a site that does not stand
param closing_cost {I}, >= 0, default 0;            # money, to close one that does
param a {I, T, S}, >= 0, <= 1, default 1;           # availability

# Capabilities: what a site can make, and of what, numbered

set C, default {};
param site   {C}, symbolic, in I;
param makes  {C}, symbolic, in K;
param cap    {C}, >= 0;                             # units per period
param cost   {C}, default 0;                        # money per unit
param surge_cost {C}, default 0;                    # money per unit drawn from a reserve, on top of cost
param qual   {C}, >= 0, default 0;                  # money, to qualify it; 0 where it is qualified already
param minvol {C}, >= 0, default 0;                  # units per period, the least commitment to a primary

set INPUTS, dimen 2, within C cross K,              # (capability, item): what it takes
      default {} cross {};
param q {INPUTS}, > 0;                              # units for a unit of what is made

set RESERVABLE, within C, default {};               # capabilities that offer a reserve
param fee {RESERVABLE}, >= 0, default 0;            # money per unit reserved and period
param r {C, T, S}, >= 0, <= 1, default 1;           # readiness of the reserve
param w {C, T, S}, >= 0, <= 1, default 1;           # availability of the item, wherever it is made

set TIERS, dimen 2, default {} cross {};            # (capability, number): prices by volume, numbered from 0
param tier_from {TIERS}, >= 0;                      # units per period, from which the price holds; 0 for the first
param tier_to   {TIERS}, >= 0;                      # units per period, where the next begins
param tier_cost {TIERS}, >= 0;                      # money per unit
param all_units, binary, default 0;                 # 1: the price of the tier reached holds for all units

set TIERED := setof {(c,j) in TIERS} c;

# Clusters

set CLUSTERS, dimen 2, default {} cross {};         # (region, number of sites) from which something is saved
param saving {CLUSTERS}, >= 0;                      # money
set CLUSTER_SITES, dimen 2, default {} cross {};    # (region, site)

set CLUSTERED := setof {(g,n) in CLUSTERS} g;

# Projects that unlock capabilities

set V, default {};                                  # projects
param project_cost {V}, >= 0, default 0;            # money, the part that the case bears
set UNLOCKS, dimen 2, within V cross C,             # (project, capability): what it unlocks
      default {} cross {};
param y {V, T}, >= 0, <= 1, default 1;              # the part of the period in which that can be used

set LOCKED := setof {(n,c) in UNLOCKS} c;           # what is a source only where a project unlocks it

# Demand

set D, dimen 2, within M cross K,                   # (market, item)
      default {} cross {};
param quantity      {D}, >= 0;                      # units, in a period that nothing else is said of
param shortage_cost {D}, >= 0;                      # money per unit that is not delivered, likewise
param d {(m,k) in D, t in T}, >= 0, default quantity[m,k];
param p {(m,k) in D, t in T}, >= 0, default shortage_cost[m,k];
param f {D, T, S}, >= 0, default 1;                 # what demand is multiplied by
param peak := if card(D) = 0 then 1 else max( 1, max {(m,k) in D, t in T, s in S} f[m,k,t,s] );

# Lanes, numbered

set L, default {};
param from    {l in L}, symbolic, in I;             # a site
param to      {l in L}, symbolic, in I union M;     # another site, or a market
param item    {l in L}, symbolic, in K;
param freight {L}, default 0;                       # money per unit
param duty    {L}, default 0;                       # money per unit, licence fees included
param lanecap {L}, >= 0, default Infinity;          # units per period
param lead    {L}, integer, >= 0, default 0;        # periods from departure to arrival
param b {L, T, S}, >= 0, <= 1, default 1;           # availability for what leaves then, 0 where the origin is down
param duties {l in L, t in T, s in S},              # money per unit that arrives then: duty and licence fees
      default duty[l];
set BANNED, within L, default {};                   # lanes that a ban stops while nothing happens
set RING,   within L, default {};                   # lanes by which an item can come back, where one of the way takes time

# Quotas

set QUOTAS, default {};                             # numbered
param quota {QUOTAS}, >= 0;                         # units per period
set QL, dimen 2, within QUOTAS cross L,             # (quota, lane) that crosses its border
      default {} cross {};
param holds {QUOTAS, T, S}, binary, default 1;      # whether it is in force

# Origin: what has regional value enough to claim a preferential rate of duty

set ORIGINS, default {};                            # agreements
param content {ORIGINS}, >= 0, <= 1;                # share of the value that a unit must have from their territory
set OL, dimen 2, within ORIGINS cross L,            # (agreement, lane) inside the territory
      default {} cross {};
set OC, dimen 2, within ORIGINS cross C,            # (agreement, capability) inside the territory
      default {} cross {};
set ON, dimen 3, within ORIGINS cross I cross K,    # (agreement, site, item) inside the territory
      default {} cross {} cross {};
param saved {OL, T, S}, >= 0, default 0;            # money that a unit which originates pays less on arrival
param worth {K}, >= 0, default 0;                   # money, the value of a unit

# Investment screening

set SCREENED_SITES, within I, default {};           # sites that may not be opened
set SCREENED, within C, default {};                 # capabilities that may not be qualified

# Strategic stock

param strategic_stock, binary, default 0;           # whether stock may be placed, for release after an event

# Risk

param lambda, >= 0, <= 1, default 0;                # weight of the risk; 0 asks for the expected cost
param mu,     >= 0, <= 1, default 0;                # weight of the worst cost; of the two one is 0
param alpha,  >= 0, <  1, default 0;                # level of the conditional value at risk

# Derived

set IN  {n in I union M, k in K} := {l in L: to[l]   = n and item[l] = k};
set OUT {n in I,         k in K} := {l in L: from[l] = n and item[l] = k};
set MAKERS {i in I, k in K} := {c in C: site[c] = i and makes[c] = k};
set USERS  {i in I, k in K} := setof {(c,k) in INPUTS: site[c] = i} c;
set SENDERS {m in M, k in K} := setof {l in IN[m,k]} from[l];

set N, dimen 2 :=                                   # nodes: (site, item) where the item may be at all
      (setof {c in C} (site[c], makes[c]))
      union (setof {(c,k) in INPUTS} (site[c], k))
      union (setof {l in L} (from[l], item[l]))
      union (setof {l in L: to[l] in I} (to[l], item[l]));

# Where no lane brings the item, it is there only as far as it is made there.
set SOURCES, dimen 2 := setof {(i,k) in N: card(IN[i,k]) = 0} (i,k);

# need: demand, and what recipes take for the need of what is made of it; of several recipes, the most.
set INTO {k in K} := setof {(c,k) in INPUTS} makes[c];
param need {k in K} :=
      sum {(m,k) in D, t in T} d[m,k,t]
    + sum {j in INTO[k]} (max {(c,k) in INPUTS: makes[c] = j} q[c,k]) * need[j];

# U: the most that can be worth receiving by a lane in a period.
param made {(i,k) in SOURCES} :=                    # what was made before can have been kept, or stand in stock
      if strategic_stock = 1 then Infinity else periods * sum {c in MAKERS[i,k]} cap[c];
param used {(i,k) in N} :=                          # what the site can use, or what anyone can where it sends it on
      if card(OUT[i,k]) > 0 then peak * need[k]
      else min( peak * need[k], periods * sum {c in USERS[i,k]} q[c,k] * cap[c] );
param U {l in L, t in T} :=
      min( lanecap[l],
           if (from[l], item[l]) in SOURCES then made[from[l], item[l]] else Infinity,
           if to[l] in I then used[to[l], item[l]]
           else if (to[l], item[l]) in D then peak * d[to[l], item[l], t] else 0 );

# The most that left by a lane before the horizon: what its market needs in its greatest period while nothing happens.
param most_sent {l in L} :=
      min( max {t in T} U[l,t],
           if (to[l], item[l]) in D then max {t in T} d[to[l], item[l], t] else Infinity );


/* ==== Decisions before anything happens ======================================================================== */

var open    {I}, binary;
var primary {C}, binary;                            # the mainstay of the item, or one of them
var backup  {C}, binary;
var commit  {C}, >= 0;                              # units per period, bought whatever happens
var reserve {C}, >= 0;                              # units per period, held ready for the fee
var qualify {C}, >= 0;                              # primary or backup
var stock   {N: strategic_stock = 1}, >= 0;         # units

s.t. role          {c in C}: qualify[c] = primary[c] + backup[c];
s.t. at_open_site  {c in C}: qualify[c] <= open[site[c]];
s.t. screened_site {i in SCREENED_SITES}: open[i] = 0;
s.t. screened      {c in SCREENED}: qualify[c] = 0;
s.t. commit_limit  {c in C}: commit[c] <= cap[c] * primary[c];
s.t. reserve_limit {c in C}: commit[c] + reserve[c] <= cap[c] * qualify[c];
s.t. least_volume  {c in C: minvol[c] > 0}: commit[c] >= minvol[c] * primary[c];
s.t. no_reserve    {c in C diff RESERVABLE}: reserve[c] = 0;
s.t. stock_of_maker {(i,k) in SOURCES: strategic_stock = 1}:
      stock[i,k] <= peak * need[k] * sum {c in MAKERS[i,k] diff LOCKED} qualify[c];
s.t. stock_of_hub   {(i,k) in N diff SOURCES: strategic_stock = 1}:
      stock[i,k] <= peak * need[k] * open[i];

# Price tiers. Incremental: the volume is cut into bands, and a band is used only when the one below is full. For all
# units: one tier is chosen for a primary, and all of the volume lies in it.

var in_tier {TIERS}, >= 0;                          # units per period
var tier    {TIERS}, binary;

s.t. whole_volume {c in TIERED}: commit[c] = sum {(c,j) in TIERS} in_tier[c,j];
s.t. tier_width {(c,j) in TIERS: all_units = 0}:
      in_tier[c,j] <= (tier_to[c,j] - tier_from[c,j]) * (if j > 0 then tier[c,j] else 1);
s.t. tier_below {(c,j) in TIERS: all_units = 0 and j > 0}:
      in_tier[c,j-1] >= (tier_to[c,j-1] - tier_from[c,j-1]) * tier[c,j];
s.t. tier_most  {(c,j) in TIERS: all_units = 1}: in_tier[c,j] <= tier_to[c,j]   * tier[c,j];
s.t. tier_least {(c,j) in TIERS: all_units = 1}: in_tier[c,j] >= tier_from[c,j] * tier[c,j];
s.t. one_tier   {c in TIERED: all_units = 1}: sum {(c,j) in TIERS} tier[c,j] = primary[c];

# Projects: at most one of those that unlock a capability is developed. What is contracted there belongs to it and counts
# from when it is ready.

var develop {V}, binary;
var commit_by  {UNLOCKS}, >= 0;                     # units per period
var reserve_by {UNLOCKS}, >= 0;                     # units per period
var in_tier_by {(c,j) in TIERS, n in V: (n,c) in UNLOCKS}, >= 0;   # units per period

s.t. unlocked    {c in LOCKED}: qualify[c] <= sum {(n,c) in UNLOCKS} develop[n];
s.t. one_project {c in LOCKED}: sum {(n,c) in UNLOCKS} develop[n] <= 1;
s.t. commit_of_projects  {c in LOCKED}: commit[c]  = sum {(n,c) in UNLOCKS} commit_by[n,c];
s.t. reserve_of_projects {c in LOCKED}: reserve[c] = sum {(n,c) in UNLOCKS} reserve_by[n,c];
s.t. tier_of_projects {(c,j) in TIERS: c in LOCKED}: in_tier[c,j] = sum {(n,c) in UNLOCKS} in_tier_by[c,j,n];
s.t. commit_of_project   {(n,c) in UNLOCKS}: commit_by[n,c]  <= cap[c] * develop[n];
s.t. reserve_of_project  {(n,c) in UNLOCKS}: reserve_by[n,c] <= cap[c] * develop[n];
s.t. tier_of_project {(c,j) in TIERS, (n,c) in UNLOCKS}: in_tier_by[c,j,n] <= tier_to[c,j] * develop[n];

var usable_commit  {LOCKED, T}, >= 0;               # units that count in the period
var usable_reserve {LOCKED, T}, >= 0;

s.t. usable_commitment {c in LOCKED, t in T}: usable_commit[c,t]  = sum {(n,c) in UNLOCKS} y[n,t] * commit_by[n,c];
s.t. usable_reserves   {c in LOCKED, t in T}: usable_reserve[c,t] = sum {(n,c) in UNLOCKS} y[n,t] * reserve_by[n,c];

# Clusters: a site counts where it has a qualified capability; of a region's steps one is reached.

var in_cluster {CLUSTER_SITES}, >= 0, <= 1;
var cluster {CLUSTERS}, binary;

s.t. cluster_site {(g,i) in CLUSTER_SITES}: in_cluster[g,i] <= sum {c in C: site[c] = i} qualify[c];
s.t. cluster_size {(g,n) in CLUSTERS}: sum {(g,i) in CLUSTER_SITES} in_cluster[g,i] >= n * cluster[g,n];
s.t. cluster_step {g in CLUSTERED}: sum {(g,n) in CLUSTERS} cluster[g,n] <= 1;

# The pipeline: lanes that take time are full when the horizon begins. The period before the first was a quiet one, in
# which commitments delivered and nothing was kept.

param filled, binary := if exists {l in L} lead[l] > 0 then 1 else 0;

var pre  {C: filled = 1}, >= 0;                     # units made then
var sent {L: filled = 1}, >= 0;                     # units that left then

s.t. pre_limit  {c in C: filled = 1}: pre[c] <= if c in LOCKED then 0 else commit[c];
s.t. sent_limit {l in L: filled = 1 and lanecap[l] < Infinity}: sent[l] <= lanecap[l];
s.t. sent_banned {l in BANNED: filled = 1}: sent[l] = 0;
s.t. sent_from_maker {l in L, c in MAKERS[from[l], item[l]]:
      filled = 1 and (from[l], item[l]) in SOURCES and card(MAKERS[from[l], item[l]]) = 1}:
      sent[l] <= most_sent[l] * qualify[c];
s.t. sent_from_hub {l in L:
      filled = 1 and ((from[l], item[l]) not in SOURCES or card(MAKERS[from[l], item[l]]) <> 1)}:
      sent[l] <= most_sent[l] * open[from[l]];
s.t. balance_before {(i,k) in N: filled = 1}:
      sum {l in IN[i,k]} sent[l] + sum {c in MAKERS[i,k]} pre[c]
    = sum {l in OUT[i,k]} sent[l] + sum {c in USERS[i,k]} q[c,k] * pre[c];
# The balance alone would let goods go round in a ring that nobody has made.
s.t. ring_before {(i,k) in N: filled = 1 and exists {l in OUT[i,k]} l in RING}:
      sum {l in OUT[i,k]: l in RING} sent[l]
   <= sum {c in MAKERS[i,k]} pre[c] + sum {l in IN[i,k]: l not in RING} sent[l];

var first_stage_cost;                               # money

s.t. first_stage: first_stage_cost =
      sum {i in I diff EXISTING} opening_cost[i] * open[i]
    + sum {i in EXISTING}        closing_cost[i] * (1 - open[i])
    + sum {c in C}               qual[c] * qualify[c]
    + sum {n in V}               project_cost[n] * develop[n]
    + sum {c in RESERVABLE, t in T} fee[c] * (if c in LOCKED then usable_reserve[c,t] else reserve[c])
    + sum {(i,k) in N: strategic_stock = 1} periods * h[k] * stock[i,k]
    - sum {(g,n) in CLUSTERS} saving[g,n] * cluster[g,n];


/* ==== Recourse in scenario s =================================================================================== */

set HELD, dimen 4 :=                                # nothing is kept past the end
      setof {(i,k) in N, t in T, s in S: t < periods - 1} (i,k,t,s);
set RELEASED, dimen 4 :=                            # stock is taken from the first event on, where the site stands
      setof {(i,k) in N, t in T, s in S: strategic_stock = 1 and t >= e[s] and a[i,t,s] > 0} (i,k,t,s);

var make    {C, T, S}, >= 0;                        # units out of the commitment
var surge   {C, T, S}, >= 0;                        # units out of the reserve
var ship    {L, T, S}, >= 0;                        # units that arrive
var hold    {HELD},    >= 0;                        # units kept to the next period
var release {RELEASED}, >= 0;                       # units taken from strategic stock
var short   {D, T, S}, >= 0;                        # demand that is not met

s.t. make_limit  {c in C, t in T, s in S}:
      make[c,t,s]  <= a[site[c],t,s] * w[c,t,s] * (if c in LOCKED then usable_commit[c,t] else commit[c]);
s.t. surge_limit {c in C, t in T, s in S}:
      surge[c,t,s] <= a[site[c],t,s] * w[c,t,s] * r[c,t,s] * (if c in LOCKED then usable_reserve[c,t] else reserve[c]);

s.t. balance {(i,k) in N, t in T, s in S}:
      sum {l in IN[i,k]} ship[l,t,s]
    + sum {c in MAKERS[i,k]} (make[c,t,s] + surge[c,t,s])
    + (if (i,k,t,s) in RELEASED then release[i,k,t,s])
    + (if t > 0 then hold[i,k,t-1,s])
    = sum {l in OUT[i,k]: t + lead[l] < periods} ship[l, t + lead[l], s]
    + sum {c in USERS[i,k]} q[c,k] * (make[c,t,s] + surge[c,t,s])
    + (if t < periods - 1 then hold[i,k,t,s]);

s.t. delivery {(m,k) in D, t in T, s in S}:
      sum {l in IN[m,k]} ship[l,t,s] + short[m,k,t,s] = f[m,k,t,s] * d[m,k,t];

s.t. lane_limit  {l in L, t in T, s in S: t >= lead[l] and b[l,t-lead[l],s] > 0 and lanecap[l] < Infinity}:
      ship[l,t,s] <= b[l,t-lead[l],s] * lanecap[l];
s.t. lane_closed {l in L, t in T, s in S: t >= lead[l] and b[l,t-lead[l],s] = 0}:
      ship[l,t,s] = 0;
s.t. under_way   {l in L, t in T, s in S: t < lead[l]}:
      ship[l,t,s] <= sent[l];

s.t. quota_limit {n in QUOTAS, t in T, s in S: holds[n,t,s] = 1}: sum {(n,l) in QL} ship[l,t,s] <= quota[n];

s.t. at_open_node {(i,k,t,s) in HELD}: hold[i,k,t,s] <= peak * need[k] * open[i];
s.t. stock_limit  {(i,k) in N, s in S: strategic_stock = 1}:
      sum {(i,k,t,s) in RELEASED} release[i,k,t,s] <= stock[i,k];

# Where the origin's one capability is all it has of the item, the next row follows from those above and only tightens
# the relaxation. A site that passes the item on, or makes it in several ways, is held to its being open by the last.
s.t. from_maker {l in L, c in MAKERS[from[l], item[l]], t in T, s in S:
      (from[l], item[l]) in SOURCES and card(MAKERS[from[l], item[l]]) = 1}:
      ship[l,t,s] <= U[l,t] * qualify[c];
s.t. from_hub   {l in L, t in T, s in S:
      (from[l], item[l]) not in SOURCES or card(MAKERS[from[l], item[l]]) <> 1}:
      ship[l,t,s] <= U[l,t] * open[from[l]];

# What originates is a part of what is made, moved, kept and used, and is balanced as all of it is. What is made of
# inputs originates where those that do not are worth no more than the content leaves of its value.
set OU, dimen 3 := setof {(o,c) in OC, (c,k) in INPUTS: (o,site[c],k) in ON} (o,c,k);

var ship_own {(o,l) in OL, t in T, s in S: t >= lead[l]}, >= 0;
var make_own {OC, T, S}, >= 0;
var use_own  {OU, T, S}, >= 0;
var hold_own {ON, T, S}, >= 0;

s.t. own_shipped {(o,l) in OL, t in T, s in S: t >= lead[l]}: ship_own[o,l,t,s] <= ship[l,t,s];
s.t. own_made {(o,c) in OC, t in T, s in S}: make_own[o,c,t,s] <= make[c,t,s] + surge[c,t,s];
s.t. own_used {(o,c,k) in OU, t in T, s in S}: use_own[o,c,k,t,s] <= q[c,k] * make_own[o,c,t,s];
s.t. own_kept {(o,i,k) in ON, t in T, s in S}:
      hold_own[o,i,k,t,s] <= if (i,k,t,s) in HELD then hold[i,k,t,s];
s.t. own_content {(o,c) in OC, t in T, s in S}:
      sum {(c,k) in INPUTS} worth[k] * (q[c,k] * make_own[o,c,t,s] - (if (o,c,k) in OU then use_own[o,c,k,t,s]))
   <= (1 - content[o]) * worth[makes[c]] * make_own[o,c,t,s];
s.t. own_balance {(o,i,k) in ON, t in T, s in S}:
      sum {(o,l) in OL: to[l] = i and item[l] = k and t >= lead[l]} ship_own[o,l,t,s]
    + sum {(o,c) in OC: site[c] = i and makes[c] = k} make_own[o,c,t,s]
    + (if t > 0 then hold_own[o,i,k,t-1,s])
   >= sum {(o,l) in OL: from[l] = i and item[l] = k and t + lead[l] < periods} ship_own[o,l,t+lead[l],s]
    + sum {(o,c,k) in OU: site[c] = i} use_own[o,c,k,t,s]
    + hold_own[o,i,k,t,s];

# Over the horizon enough of each demand is met whatever happens.
param least_service {D, T}, >= 0, <= 1, default 0;  # share

s.t. least_met {(m,k) in D, s in S: pi[s] > 0 and exists {t in T} least_service[m,k,t] > 0}:
      sum {t in T} (f[m,k,t,s] * d[m,k,t] - short[m,k,t,s]) >= sum {t in T} least_service[m,k,t] * f[m,k,t,s] * d[m,k,t];

var scenario_cost {S};                              # money

s.t. recourse {s in S}: scenario_cost[s] =
      sum {c in C diff TIERED, t in T} cost[c] * a[site[c],t,s] * w[c,t,s]
         * (if c in LOCKED then usable_commit[c,t] else commit[c])
    + sum {(c,j) in TIERS, t in T} tier_cost[c,j] * a[site[c],t,s] * w[c,t,s]
         * (if c in LOCKED then sum {(n,c) in UNLOCKS} y[n,t] * in_tier_by[c,j,n] else in_tier[c,j])
    + sum {c in C, t in T} (cost[c] + surge_cost[c]) * surge[c,t,s]
    + sum {l in L, t in T} (freight[l] + duties[l,t,s]) * ship[l,t,s]
    - sum {(o,l) in OL, t in T: t >= lead[l]} saved[o,l,t,s] * ship_own[o,l,t,s]
    + sum {(i,k,t,s) in HELD} h[k] * hold[i,k,t,s]
    + sum {(i,k,t,s) in RELEASED} v[k] * release[i,k,t,s]
    + sum {(m,k) in D, t in T} p[m,k,t] * short[m,k,t,s];


/* ==== Objective ================================================================================================ */


# Conditional value at risk after Rockafellar and Uryasev (2000): eta ends as the value at risk, excess[s] as what
# scenario s costs beyond it.

var eta {1..1: lambda > 0};
var excess {S: lambda > 0}, >= 0;

s.t. tail {s in S: lambda > 0}: excess[s] >= scenario_cost[s] - eta[1];

# The worst cost of what can happen, or the worst regret: what the scenario costs beyond its wait-and-see optimum, all but
# the first stage, which stands in the objective already.
param wait_and_see {S}, default 0;                  # the least cost if it is known that s comes, first stage included

var worst {1..1: mu > 0};

s.t. worst_of {s in S: mu > 0 and pi[s] > 0}: worst[1] >= scenario_cost[s] - wait_and_see[s];

minimize total_cost:
      first_stage_cost
    + (1 - lambda - mu) * sum {s in S} pi[s] * scenario_cost[s]
    + lambda * ( sum {j in 1..1: lambda > 0} eta[j]
               + sum {s in S: lambda > 0} pi[s] * excess[s] / (1 - alpha) )
    + mu * sum {j in 1..1: mu > 0} worst[j];


# What an earlier stage of the objective, or a budget, leaves: limits on expected cost and on risk, first stage included.
param cost_limit, default Infinity;
param risk_limit, default Infinity;
param limits_worst, binary, default 0;              # whether the risk is the worst cost or regret, not the tail

var eta_left    {1..1: risk_limit < Infinity and limits_worst = 0};
var excess_left {S: risk_limit < Infinity and limits_worst = 0}, >= 0;

s.t. tail_left {s in S: risk_limit < Infinity and limits_worst = 0}:
      excess_left[s] >= scenario_cost[s] - eta_left[1];
s.t. cost_within {j in 1..1: cost_limit < Infinity}:
      first_stage_cost + sum {s in S} pi[s] * scenario_cost[s] <= cost_limit;
s.t. tail_within {j in 1..1: risk_limit < Infinity and limits_worst = 0}:
      first_stage_cost + eta_left[1] + sum {s in S} pi[s] * excess_left[s] / (1 - alpha) <= risk_limit;
s.t. worst_within {s in S: risk_limit < Infinity and limits_worst = 1 and pi[s] > 0}:
      first_stage_cost + scenario_cost[s] - wait_and_see[s] <= risk_limit;


/* ==== Policies ================================================================================================= */

set MAX_SHARE,     default {};                      # the policies of each kind, by name
set MIN_SOURCES,   default {};
set ONE_MAIN,      default {};
set SEPARATE,      default {};
set BACKUP_COVER,  default {};
set AUTONOMY,      default {};
set MAX_COST,      default {};
set EXCLUDE,       default {};
set REQUIRE,       default {};
set SINGLE_SOURCE, default {};
set MAX_CAPITAL,   default {};
set MAX_EMISSIONS, default {};
set MIN_SERVICE,   default {};
set MAX_CVAR,      default {};
set MAX_CVAR_SHORTAGE, default {};
set MAX_CHANGES,   default {};
set MAX_LEAD_DAYS, default {};
set MAX_CONCENTRATION, default {};
set CHANCE_SERVICE, default {};
set SURVIVE,       default {};

set POLICIES := MAX_SHARE union MIN_SOURCES union ONE_MAIN union SEPARATE union BACKUP_COVER
               union AUTONOMY union MAX_COST union EXCLUDE union REQUIRE union SINGLE_SOURCE
               union MAX_CAPITAL union MAX_EMISSIONS union MIN_SERVICE union MAX_CVAR union MAX_CHANGES union MAX_LEAD_DAYS
               union MAX_CONCENTRATION union CHANCE_SERVICE union SURVIVE union MAX_CVAR_SHORTAGE;

param limit {POLICIES}, >= 0;                       # a share, a number of groups, or money, as the kind asks
param count {POLICIES}, >= 0, default 1;

set QK, dimen 2, within POLICIES cross K,           # (policy, item): the items it speaks of
      default {} cross {};
set QM, dimen 2, within POLICIES cross M,           # (policy, market): its markets; none stands for all
      default {} cross {};
set QC, dimen 2, within POLICIES cross C,           # (policy, capability): the capabilities it selects
      default {} cross {};
set QI, dimen 2, within POLICIES cross I,           # (policy, site): sites that `exclude` keeps closed
      default {} cross {};
set G, dimen 3,                                     # (policy, group, capability): the groups of those capabilities
      default {} cross {} cross {};

set HAS_MARKET := setof {(n,m) in QM} n;
set MARKETS {n in POLICIES} := if n in HAS_MARKET then (setof {(n,m) in QM} m) else M;
set GROUPS {n in POLICIES, k in K} := setof {(n,g,c) in G: makes[c] = k} g;

# V[c], the volume a share is taken of, is make + surge of the undisturbed scenario in all periods. Where the policy
# names markets it is what the sites ship straight to them.

# No group supplies more than its share of the item.
s.t. max_share {n in MAX_SHARE diff HAS_MARKET, (n,k) in QK, g in GROUPS[n,k]}:
      sum {(n,g,c) in G, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed])
   <= limit[n] * sum {c in C, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed]);

s.t. max_share_of_markets {n in MAX_SHARE inter HAS_MARKET, (n,k) in QK, g in GROUPS[n,k]}:
      sum {m in MARKETS[n], l in IN[m,k], t in T: exists {(n,g,c) in G} (site[c] = from[l] and makes[c] = k)}
         ship[l,t,undisturbed]
   <= limit[n] * sum {m in MARKETS[n], l in IN[m,k], t in T} ship[l,t,undisturbed];

# The index of Herfindahl and Hirschman, the sum of the squared shares of an item's groups, is at most the limit: the
# length of the vector of their volumes is at most sqrt(limit) times the supply. The length is built up a group at a
# time, and that of two numbers by Ben-Tal and Nemirovski (2001): turned by a half of the angle that is left, again and
# again, and folded back where it has gone too far, the vector comes to lie along the axis. After `turns` the length
# is short by no more than a part of 1 / cos(pi / 2^(turns + 1)) - 1, or 5e-9.
param turns := 14;
param half_turn {j in 1..turns} := 3.14159265358979324 / 2^(j+1);
set CONCENTRATED, dimen 2 := setof {n in MAX_CONCENTRATION, (n,k) in QK: card(GROUPS[n,k]) > 0} (n,k);
set PLACES {(n,k) in CONCENTRATED} := 1 .. card(GROUPS[n,k]);
param place {(n,k) in CONCENTRATED, g in GROUPS[n,k]} := 1 + sum {j in GROUPS[n,k]: j < g} 1;

var length {(n,k) in CONCENTRATED, PLACES[n,k]}, >= 0;             # of the volumes of the groups up to a place
var along  {(n,k) in CONCENTRATED, PLACES[n,k], 0..turns}, >= 0;
var across {(n,k) in CONCENTRATED, PLACES[n,k], 0..turns}, >= 0;

s.t. one_group {(n,k) in CONCENTRATED, g in GROUPS[n,k]: place[n,k,g] = 1}: length[n,k,1] =
      sum {(n,g,c) in G, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed]);
s.t. next_group {(n,k) in CONCENTRATED, g in GROUPS[n,k]: place[n,k,g] > 1}: across[n,k,place[n,k,g],0] =
      sum {(n,g,c) in G, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed]);
s.t. groups_before {(n,k) in CONCENTRATED, i in PLACES[n,k]: i > 1}: along[n,k,i,0] = length[n,k,i-1];
s.t. turned {(n,k) in CONCENTRATED, i in PLACES[n,k], j in 1..turns: i > 1}:
      along[n,k,i,j] = cos(half_turn[j]) * along[n,k,i,j-1] + sin(half_turn[j]) * across[n,k,i,j-1];
s.t. turned_up {(n,k) in CONCENTRATED, i in PLACES[n,k], j in 1..turns: i > 1}:
      across[n,k,i,j] >= cos(half_turn[j]) * across[n,k,i,j-1] - sin(half_turn[j]) * along[n,k,i,j-1];
s.t. turned_down {(n,k) in CONCENTRATED, i in PLACES[n,k], j in 1..turns: i > 1}:
      across[n,k,i,j] >= sin(half_turn[j]) * along[n,k,i,j-1] - cos(half_turn[j]) * across[n,k,i,j-1];
s.t. near_axis {(n,k) in CONCENTRATED, i in PLACES[n,k]: i > 1}:
      across[n,k,i,turns] <= (sin(half_turn[turns]) / cos(half_turn[turns])) * along[n,k,i,turns];
s.t. all_groups {(n,k) in CONCENTRATED, i in PLACES[n,k]: i > 1}: length[n,k,i] = along[n,k,i,turns];
s.t. max_concentration {(n,k) in CONCENTRATED}: length[n,k,card(GROUPS[n,k])] <=
      sqrt(limit[n]) * sum {c in C, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed]);

# At least so many groups have a qualified capability for the item.
var counted {n in MIN_SOURCES, (n,k) in QK, GROUPS[n,k]}, >= 0, <= 1;

s.t. counts {n in MIN_SOURCES, (n,k) in QK, g in GROUPS[n,k]}:
      counted[n,k,g] <= sum {(n,g,c) in G: makes[c] = k} qualify[c];
s.t. min_sources {n in MIN_SOURCES, (n,k) in QK}:
      sum {g in GROUPS[n,k]} counted[n,k,g] >= limit[n];

# The item has one main and enough backups; only those in no group of the main count.
s.t. one_main {n in ONE_MAIN, (n,k) in QK}:
      sum {(n,c) in QC: makes[c] = k} primary[c] = 1;
s.t. enough_backups {n in ONE_MAIN, (n,k) in QK}:
      sum {(n,c) in QC: makes[c] = k} backup[c] >= count[n];
s.t. backups_apart {n in ONE_MAIN, (n,c) in QC}:
      sum {(n,j) in QC: makes[j] = makes[c] and not exists {(n,g,c) in G} (n,g,j) in G} backup[j]
   >= count[n] * primary[c];

# No backup stands in a group that holds a primary of the item.
s.t. separate {n in SEPARATE, (n,g,c) in G, (n,g,j) in G: c <> j and makes[c] = makes[j]}:
      primary[c] + backup[j] <= 1;

# Whichever group is lost, what remains covers its part of the need of an average period.
s.t. backup_cover {n in BACKUP_COVER, (n,k) in QK, g in GROUPS[n,k]}:
      sum {c in C: makes[c] = k and (n,g,c) not in G}
         (if c in LOCKED then (sum {t in T} (usable_commit[c,t] + usable_reserve[c,t])) / periods else commit[c] + reserve[c])
   >= limit[n] * (if n in HAS_MARKET then sum {(m,k) in D, t in T: m in MARKETS[n]} d[m,k,t] else need[k]) / periods;

# Where nobody who could be lost supplies the item, all that is contracted remains.
s.t. cover_of_all {n in BACKUP_COVER, (n,k) in QK: card(GROUPS[n,k]) = 0}:
      sum {c in C: makes[c] = k}
         (if c in LOCKED then (sum {t in T} (usable_commit[c,t] + usable_reserve[c,t])) / periods else commit[c] + reserve[c])
   >= limit[n] * (if n in HAS_MARKET then sum {(m,k) in D, t in T: m in MARKETS[n]} d[m,k,t] else need[k]) / periods;

# The selected capabilities supply at least their share of the item.
s.t. autonomy {n in AUTONOMY diff HAS_MARKET, (n,k) in QK}:
      sum {(n,c) in QC, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed])
   >= limit[n] * sum {c in C, t in T: makes[c] = k} (make[c,t,undisturbed] + surge[c,t,undisturbed]);

s.t. autonomy_of_markets {n in AUTONOMY inter HAS_MARKET, (n,k) in QK}:
      sum {m in MARKETS[n], l in IN[m,k], t in T: exists {(n,c) in QC} (site[c] = from[l] and makes[c] = k)}
         ship[l,t,undisturbed]
   >= limit[n] * sum {m in MARKETS[n], l in IN[m,k], t in T} ship[l,t,undisturbed];

# The layout costs no more than the limit on average.
s.t. max_cost {n in MAX_COST}:
      first_stage_cost + sum {s in S} pi[s] * scenario_cost[s] <= limit[n];

# Nothing that is selected is used.
s.t. exclude        {n in EXCLUDE, (n,c) in QC}: qualify[c] = 0;
s.t. exclude_site   {n in EXCLUDE, (n,i) in QI}: open[i] = 0;

# Enough of what is selected is qualified.
s.t. require {n in REQUIRE}:
      sum {(n,c) in QC} qualify[c] >= count[n];

# All that a market gets of the item comes from one site while nothing happens.
var assign {n in SINGLE_SOURCE, (n,k) in QK, (m,k) in D, SENDERS[m,k]: m in MARKETS[n]}, binary;

s.t. single_source {n in SINGLE_SOURCE, (n,k) in QK, (m,k) in D: m in MARKETS[n]}:
      sum {i in SENDERS[m,k]} assign[n,k,m,i] <= 1;
s.t. assigned {n in SINGLE_SOURCE, (n,k) in QK, (m,k) in D, l in IN[m,k], t in T: m in MARKETS[n]}:
      ship[l,t,undisturbed] <= U[l,t] * assign[n,k,m,from[l]];

# What is spent once, on openings, qualifications and projects, is limited.
s.t. max_capital {n in MAX_CAPITAL}:
      sum {i in I diff EXISTING} opening_cost[i] * open[i] + sum {c in C} qual[c] * qualify[c]
    + sum {j in V} project_cost[j] * develop[j] <= limit[n];

# What the selected capabilities emit is limited on average.
param emissions {C}, >= 0, default 0;               # per unit

s.t. max_emissions {n in MAX_EMISSIONS}:
      sum {(n,c) in QC, t in T, s in S} pi[s] * emissions[c] * (make[c,t,s] + surge[c,t,s]) <= limit[n];

# Enough of the demand is met: on average, or in every scenario that can happen.
set BY_SCENARIO, within MIN_SERVICE, default {};    # those that count each scenario

s.t. min_service {n in MIN_SERVICE diff BY_SCENARIO, (n,k) in QK}:
      sum {(m,k) in D, t in T, s in S: m in MARKETS[n]} pi[s] * (f[m,k,t,s] * d[m,k,t] - short[m,k,t,s])
   >= limit[n] * sum {(m,k) in D, t in T, s in S: m in MARKETS[n]} pi[s] * f[m,k,t,s] * d[m,k,t];
s.t. min_service_in {n in BY_SCENARIO, (n,k) in QK, s in S: pi[s] > 0}:
      sum {(m,k) in D, t in T: m in MARKETS[n]} (f[m,k,t,s] * d[m,k,t] - short[m,k,t,s])
   >= limit[n] * sum {(m,k) in D, t in T: m in MARKETS[n]} f[m,k,t,s] * d[m,k,t];

# With enough probability, every item is served to the level. A scenario that fails may leave all of it unmet.
param level {POLICIES}, >= 0, <= 1;                 # share of the demand, or of probability

var fails {CHANCE_SERVICE, s in S: pi[s] > 0}, binary;

s.t. served_or_fails {n in CHANCE_SERVICE, (n,k) in QK, s in S: pi[s] > 0}:
      sum {(m,k) in D, t in T: m in MARKETS[n]} short[m,k,t,s]
   <= (1 - level[n] + level[n] * fails[n,s]) * sum {(m,k) in D, t in T: m in MARKETS[n]} f[m,k,t,s] * d[m,k,t];
s.t. chance_service {n in CHANCE_SERVICE}:
      sum {s in S: pi[s] > 0} pi[s] * fails[n,s] <= 1 - limit[n];

# While a node is down, what is lost to unmet demand is limited.
set QS, dimen 2, within POLICIES cross S,           # (policy, scenario): the scenarios of its nodes, without probability
      default {} cross {};

s.t. survive {n in SURVIVE, (n,s) in QS}:
      sum {(m,k) in D, t in T: (n,k) in QK and m in MARKETS[n]} p[m,k,t] * short[m,k,t,s] <= limit[n];

# The conditional value at risk of the scenarios' costs is limited, whatever its weight in the objective.
param tail_level {n in MAX_CVAR union MAX_CVAR_SHORTAGE}, >= 0, < 1,   # the policy's own level, or that of the objective
      default alpha;
var eta_limited    {MAX_CVAR};
var excess_limited {MAX_CVAR, S}, >= 0;

s.t. tail_limited {n in MAX_CVAR, s in S}: excess_limited[n,s] >= scenario_cost[s] - eta_limited[n];
s.t. max_cvar     {n in MAX_CVAR}:
      eta_limited[n] + sum {s in S} pi[s] * excess_limited[n,s] / (1 - tail_level[n]) <= limit[n];

# The conditional value at risk of the share of an item's demand that is not met is limited.
var eta_short    {n in MAX_CVAR_SHORTAGE, k in K: (n,k) in QK}, >= 0, <= 1;
var excess_short {n in MAX_CVAR_SHORTAGE, k in K, S: (n,k) in QK}, >= 0;

s.t. tail_short {n in MAX_CVAR_SHORTAGE, (n,k) in QK, s in S: pi[s] > 0}:
      sum {(m,k) in D, t in T: m in MARKETS[n]} short[m,k,t,s]
   <= (eta_short[n,k] + excess_short[n,k,s]) * sum {(m,k) in D, t in T: m in MARKETS[n]} f[m,k,t,s] * d[m,k,t];
s.t. max_cvar_shortage {n in MAX_CVAR_SHORTAGE, (n,k) in QK}:
      eta_short[n,k] + sum {s in S: pi[s] > 0} pi[s] * excess_short[n,k,s] / (1 - tail_level[n]) <= limit[n];

# Few enough capabilities have another role than today.
set PRIMARY_TODAY, within C, default {};
set BACKUP_TODAY,  within C, default {};

s.t. max_changes {n in MAX_CHANGES}:
      sum {(n,c) in QC: c in PRIMARY_TODAY} (1 - primary[c])
    + sum {(n,c) in QC: c in BACKUP_TODAY}  (1 - backup[c])
    + sum {(n,c) in QC: c not in PRIMARY_TODAY and c not in BACKUP_TODAY} qualify[c] <= limit[n];

# Lanes that take too long deliver nothing.
param lead_days {L}, >= 0, default 0;               # days

s.t. max_lead_days {n in MAX_LEAD_DAYS, (n,k) in QK, m in MARKETS[n], l in IN[m,k], t in T, s in S:
      lead_days[l] > limit[n]}: ship[l,t,s] = 0;


solve;

/* ==== The answer =============================================================================================== */

printf "\nTotal cost        %16.6f\n", total_cost;
printf "First-stage cost  %16.6f\n", first_stage_cost;
printf "Expected recourse %16.6f\n", sum {s in S} pi[s] * scenario_cost[s];

printf "\nSites\n";
printf {i in I}: "  %-6s  %s\n", if open[i] > 0.5 then "open" else "closed", i;

printf "\nSourcing                            commit      reserve\n";
printf {k in K, c in C: makes[c] = k and qualify[c] > 0.5}:
      "  %-24s  %12.4f %12.4f  %s of %s (%d)\n",
      if primary[c] > 0.5 then "primary" else "backup", commit[c], reserve[c], site[c], k, c;

printf {j in 1..1: card(V) > 0}: "\nProjects\n";
printf {n in V: develop[n] > 0.5}: "  %12.4f  %s\n", project_cost[n], n;

printf {j in 1..1: strategic_stock = 1}: "\nStrategic stock\n";
printf {(i,k) in N: strategic_stock = 1 and stock[i,k] > 0}: "  %12.4f  %s of %s\n", stock[i,k], i, k;

printf "\nScenarios             probability         cost\n";
printf {s in S}: "  %-24s  %5.3f %14.4f\n", s, pi[s], scenario_cost[s];
printf "\n";

end;
