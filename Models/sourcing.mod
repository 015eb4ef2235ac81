/* Diversified sourcing over one period with listed scenarios, in GNU MathProg.

   This is the model of "The model" (Sources/Mainstay/Mainstay.docc/TheModel.md), section by section and with its
   symbols, so that the two can be read side by side. It takes facts that are already resolved: lanes with their
   freight and duty, availabilities, and what each policy selects. README.md beside this file documents the data.

       glpsol -m sourcing.mod -d example.dat

   Units: quantities are units of the item per period; money is the currency of the case. */


/* ==== Sets and data ============================================================================================ */

set I;                                              # sites
set K;                                              # items
set M;                                              # markets
set S;                                              # scenarios, the undisturbed one among them

param undisturbed, symbolic, in S,                  # the scenario in which nothing happens
      default 'undisturbed';
param pi {S}, >= 0, <= 1;                           # probability

# Sites

set EXISTING, within I, default {};                 # sites that stand today
param opening_cost {I}, >= 0, default 0;            # money, to open a site that does not stand
param closing_cost {I}, >= 0, default 0;            # money, to close one that does

# Capabilities: what a site can make

set C, dimen 2, within I cross K,                   # (site, item)
      default {} cross {};
param cap    {C}, >= 0;                             # units per period
param cost   {C}, default 0;                        # money per unit
param surge_cost {C}, default 0;                    # money per unit drawn from a reserve, on top of cost
param qual   {C}, >= 0, default 0;                  # money, to qualify it; 0 where it is qualified already
param minvol {C}, >= 0, default 0;                  # units per period, the least commitment to a primary

set RESERVABLE, dimen 2, within C,                  # capabilities that offer a reserve
      default {} cross {};
param fee {RESERVABLE}, >= 0, default 0;            # money per unit reserved and period

param a {C, S}, >= 0, <= 1, default 1;              # availability of the capability's site
param r {C, S}, >= 0, <= 1, default 1;              # readiness of the reserve

# Demand

set D, dimen 2, within M cross K,                   # (market, item)
      default {} cross {};
param d {D}, >= 0;                                  # units per period
param p {D}, >= 0;                                  # money per unit that is not delivered

# Lanes, numbered

set L, default {};
param from    {l in L}, symbolic, in I;             # a site
param to      {l in L}, symbolic, in I union M;     # another site, or a market
param item    {l in L}, symbolic, in K;
param freight {L}, default 0;                       # money per unit
param duty    {L}, default 0;                       # money per unit
param lanecap {L}, >= 0, default Infinity;          # units per period
param b {L, S}, >= 0, <= 1, default 1;              # availability of the lane, 0 where its origin is down

# Risk

param lambda, >= 0, <= 1, default 0;                # weight of the risk; 0 asks for the expected cost
param alpha,  >= 0, <  1, default 0;                # level of the conditional value at risk

# Derived

set POINTS, dimen 2 :=                              # (site, item) where the item may be at all
      C union (setof {l in L} (from[l], item[l]))
        union (setof {l in L: to[l] in I} (to[l], item[l]));
set IN  {n in I union M, k in K} := {l in L: to[l]   = n and item[l] = k};
set OUT {n in I,         k in K} := {l in L: from[l] = n and item[l] = k};
set SENDERS {m in M, k in K} := setof {l in IN[m,k]} from[l];

# A site makes an item and nothing else where no lane brings the item to it.
set MAKERS, dimen 2 := setof {(i,k) in C: card(IN[i,k]) = 0} (i,k);

# U: the most that can be worth shipping on a lane.
param total {k in K} := sum {(m,k) in D} d[m,k];
param U {l in L} :=
      min( lanecap[l],
           if (from[l], item[l]) in MAKERS then cap[from[l], item[l]] else total[item[l]],
           if to[l] in M then (if (to[l], item[l]) in D then d[to[l], item[l]] else 0) else total[item[l]] );


/* ==== Decisions before anything happens ======================================================================== */

var open    {I}, binary;
var primary {C}, binary;                            # the mainstay of the item, or one of them
var backup  {C}, binary;
var commit  {C}, >= 0;                              # units per period, bought whatever happens
var reserve {C}, >= 0;                              # units per period, held ready for the fee
var qualify {C}, >= 0;                              # primary or backup

s.t. role          {(i,k) in C}: qualify[i,k] = primary[i,k] + backup[i,k];
s.t. at_open_site  {(i,k) in C}: qualify[i,k] <= open[i];
s.t. commit_limit  {(i,k) in C}: commit[i,k] <= cap[i,k] * primary[i,k];
s.t. reserve_limit {(i,k) in C}: commit[i,k] + reserve[i,k] <= cap[i,k] * qualify[i,k];
s.t. least_volume  {(i,k) in C: minvol[i,k] > 0}: commit[i,k] >= minvol[i,k] * primary[i,k];
s.t. no_reserve    {(i,k) in C diff RESERVABLE}: reserve[i,k] = 0;

var first_stage_cost;                               # money

s.t. first_stage: first_stage_cost =
      sum {i in I diff EXISTING} opening_cost[i] * open[i]
    + sum {i in EXISTING}        closing_cost[i] * (1 - open[i])
    + sum {(i,k) in C}           qual[i,k] * qualify[i,k]
    + sum {(i,k) in RESERVABLE}  fee[i,k]  * reserve[i,k];


/* ==== Recourse in scenario s =================================================================================== */

var make  {C, S}, >= 0;                             # units out of the commitment
var surge {C, S}, >= 0;                             # units out of the reserve
var ship  {L, S}, >= 0;
var short {D, S}, >= 0;                             # demand that is not met

s.t. make_limit  {(i,k) in C, s in S}: make[i,k,s]  <= a[i,k,s] * commit[i,k];
s.t. surge_limit {(i,k) in C, s in S}: surge[i,k,s] <= a[i,k,s] * r[i,k,s] * reserve[i,k];

s.t. balance {(i,k) in POINTS, s in S}:
      sum {l in IN[i,k]} ship[l,s] + (if (i,k) in C then make[i,k,s] + surge[i,k,s])
    = sum {l in OUT[i,k]} ship[l,s];

s.t. delivery {(m,k) in D, s in S}:
      sum {l in IN[m,k]} ship[l,s] + short[m,k,s] = d[m,k];

s.t. lane_limit  {l in L, s in S: b[l,s] > 0 and lanecap[l] < Infinity}: ship[l,s] <= b[l,s] * lanecap[l];
s.t. lane_closed {l in L, s in S: b[l,s] = 0}: ship[l,s] = 0;

# For a maker the next row follows from those above and only tightens the relaxation. A site that passes the item on
# is held to its being open by the last row alone.
s.t. from_maker {l in L, s in S: (from[l], item[l]) in MAKERS}:
      ship[l,s] <= U[l] * qualify[from[l], item[l]];
s.t. from_hub   {l in L, s in S: (from[l], item[l]) not in MAKERS}:
      ship[l,s] <= U[l] * open[from[l]];

var scenario_cost {S};                              # money

s.t. recourse {s in S}: scenario_cost[s] =
      sum {(i,k) in C} cost[i,k] * a[i,k,s] * commit[i,k]
    + sum {(i,k) in C} (cost[i,k] + surge_cost[i,k]) * surge[i,k,s]
    + sum {l in L}     (freight[l] + duty[l]) * ship[l,s]
    + sum {(m,k) in D} p[m,k] * short[m,k,s];


/* ==== Objective ================================================================================================ */

# Conditional value at risk after Rockafellar and Uryasev (2000): eta ends as the value at risk, excess[s] as what
# scenario s costs beyond it.

var eta {1..1: lambda > 0};
var excess {S: lambda > 0}, >= 0;

s.t. tail {s in S: lambda > 0}: excess[s] >= scenario_cost[s] - eta[1];

minimize total_cost:
      first_stage_cost
    + (1 - lambda) * sum {s in S} pi[s] * scenario_cost[s]
    + lambda * ( sum {j in 1..1: lambda > 0} eta[j]
               + sum {s in S: lambda > 0} pi[s] * excess[s] / (1 - alpha) );


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

set Q := MAX_SHARE union MIN_SOURCES union ONE_MAIN union SEPARATE union BACKUP_COVER
         union AUTONOMY union MAX_COST union EXCLUDE union REQUIRE union SINGLE_SOURCE;

param limit {Q}, >= 0;                              # a share, a number of groups, or money, as the kind asks
param count {Q}, >= 0, default 1;

set QK, dimen 2, within Q cross K,                  # (policy, item): the items it speaks of
      default {} cross {};
set QM, dimen 2, within Q cross M,                  # (policy, market): its markets; none stands for all
      default {} cross {};
set QC, dimen 3, within Q cross C,                  # (policy, site, item): the capabilities it selects
      default {} cross {} cross {};
set QI, dimen 2, within Q cross I,                  # (policy, site): sites that `exclude` keeps closed
      default {} cross {};
set G, dimen 4,                                     # (policy, group, site, item): the groups of those capabilities
      default {} cross {} cross {} cross {};

set HAS_MARKET := setof {(q,m) in QM} q;
set MARKETS {q in Q} := if q in HAS_MARKET then (setof {(q,m) in QM} m) else M;
set GROUPS {q in Q, k in K} := setof {(q,g,i,k) in G} g;

# V[c], the volume a share is taken of, is make + surge of the undisturbed scenario. Where the policy names markets
# it is what the sites ship straight to them.

# No group supplies more than its share of the item.
s.t. max_share {q in MAX_SHARE diff HAS_MARKET, (q,k) in QK, g in GROUPS[q,k]}:
      sum {(q,g,i,k) in G} (make[i,k,undisturbed] + surge[i,k,undisturbed])
   <= limit[q] * sum {(i,k) in C} (make[i,k,undisturbed] + surge[i,k,undisturbed]);

s.t. max_share_of_markets {q in MAX_SHARE inter HAS_MARKET, (q,k) in QK, g in GROUPS[q,k]}:
      sum {m in MARKETS[q], l in IN[m,k]: (q, g, from[l], k) in G} ship[l,undisturbed]
   <= limit[q] * sum {m in MARKETS[q], l in IN[m,k]} ship[l,undisturbed];

# At least so many groups have a qualified capability for the item.
var counted {q in MIN_SOURCES, (q,k) in QK, GROUPS[q,k]}, >= 0, <= 1;

s.t. counts {q in MIN_SOURCES, (q,k) in QK, g in GROUPS[q,k]}:
      counted[q,k,g] <= sum {(q,g,i,k) in G} qualify[i,k];
s.t. min_sources {q in MIN_SOURCES, (q,k) in QK}:
      sum {g in GROUPS[q,k]} counted[q,k,g] >= limit[q];

# The item has one main and enough backups; only those in no group of the main count.
s.t. one_main {q in ONE_MAIN, (q,k) in QK}:
      sum {(q,i,k) in QC} primary[i,k] = 1;
s.t. enough_backups {q in ONE_MAIN, (q,k) in QK}:
      sum {(q,i,k) in QC} backup[i,k] >= count[q];
s.t. backups_apart {q in ONE_MAIN, (q,i,k) in QC}:
      sum {(q,j,k) in QC: not exists {(q,g,i,k) in G} (q,g,j,k) in G} backup[j,k] >= count[q] * primary[i,k];

# No backup stands in a group that holds a primary of the item.
s.t. separate {q in SEPARATE, (q,g,i,k) in G, (q,g,j,k) in G: i <> j}:
      primary[i,k] + backup[j,k] <= 1;

# Whichever group is lost, what remains covers its part of the demand.
s.t. backup_cover {q in BACKUP_COVER, (q,k) in QK, g in GROUPS[q,k]}:
      sum {(i,k) in C: (q,g,i,k) not in G} (commit[i,k] + reserve[i,k])
   >= limit[q] * sum {(m,k) in D: m in MARKETS[q]} d[m,k];

# The selected capabilities supply at least their share of the item.
s.t. autonomy {q in AUTONOMY diff HAS_MARKET, (q,k) in QK}:
      sum {(q,i,k) in QC} (make[i,k,undisturbed] + surge[i,k,undisturbed])
   >= limit[q] * sum {(i,k) in C} (make[i,k,undisturbed] + surge[i,k,undisturbed]);

s.t. autonomy_of_markets {q in AUTONOMY inter HAS_MARKET, (q,k) in QK}:
      sum {m in MARKETS[q], l in IN[m,k]: (q, from[l], k) in QC} ship[l,undisturbed]
   >= limit[q] * sum {m in MARKETS[q], l in IN[m,k]} ship[l,undisturbed];

# The layout costs no more than the limit on average.
s.t. max_cost {q in MAX_COST}:
      first_stage_cost + sum {s in S} pi[s] * scenario_cost[s] <= limit[q];

# Nothing that is selected is used.
s.t. exclude        {q in EXCLUDE, (q,i,k) in QC}: qualify[i,k] = 0;
s.t. exclude_site   {q in EXCLUDE, (q,i) in QI}:   open[i] = 0;

# Enough of what is selected is qualified.
s.t. require {q in REQUIRE}:
      sum {(q,i,k) in QC} qualify[i,k] >= count[q];

# All that a market gets of the item comes from one site while nothing happens.
var assign {q in SINGLE_SOURCE, (q,k) in QK, (m,k) in D, SENDERS[m,k]: m in MARKETS[q]}, binary;

s.t. single_source {q in SINGLE_SOURCE, (q,k) in QK, (m,k) in D: m in MARKETS[q]}:
      sum {i in SENDERS[m,k]} assign[q,k,m,i] <= 1;
s.t. assigned {q in SINGLE_SOURCE, (q,k) in QK, (m,k) in D, l in IN[m,k]: m in MARKETS[q]}:
      ship[l,undisturbed] <= U[l] * assign[q,k,m,from[l]];


solve;

/* ==== The answer =============================================================================================== */

printf "\nTotal cost        %16.6f\n", total_cost;
printf "First-stage cost  %16.6f\n", first_stage_cost;
printf "Expected recourse %16.6f\n", sum {s in S} pi[s] * scenario_cost[s];

printf "\nSites\n";
printf {i in I}: "  %-6s  %s\n", if open[i] > 0.5 then "open" else "closed", i;

printf "\nSourcing                            commit      reserve\n";
printf {k in K, (i,k) in C: qualify[i,k] > 0.5}:
      "  %-24s  %12.4f %12.4f  %s of %s\n",
      if primary[i,k] > 0.5 then "primary" else "backup", commit[i,k], reserve[i,k], i, k;

printf "\nScenarios             probability         cost\n";
printf {s in S}: "  %-24s  %5.3f %14.4f\n", s, pi[s], scenario_cost[s];
printf "\n";

end;
