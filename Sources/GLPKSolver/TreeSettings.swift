internal import CGLPK
internal import LinearModel

/// GLPK's settings for branch and cut.
///
/// Chosen by measurement on lseu and khb05250, three knapsacks of 70 items and 5 rows, and three
/// lot-sizing models of 10 items and 14 periods; seconds in all, with the limit at 15 for each model.
///
/// - These settings, and preprocessing at the root: 13. At all nodes: 17. Other rules for the next node: 13 to 18.
/// - Without Gomory's cuts: 17 (the lot-sizing models alone 4 instead of 0.5).
/// - From a base of 20 (no Gomory cuts, preprocessing everywhere): the branching of Driebeck and Tomlin
///   instead of pseudo-costs 28, the feasibility pump on 29, simple rounding off 29. MIR cuts off as well:
///   the knapsacks took 3 instead of 16, but no lot-sizing model was solved.
///
/// GLPK's preprocessing of nodes is off: at quantities of millions it called 7 of 400 feasible models infeasible.
/// So are its cuts where coefficients are that large: they are made with absolute tolerances, and a MIR cut then
/// cut off an optimum by 2 millionths of it.
///
/// GLPK's presolve changed no time by more than the noise (glpsol on the same models), and with it the
/// callback sees another problem, so it is off.
enum TreeSettings {
  /// How careful a run is; the next is tried where one fails.
  enum Care: String, CaseIterable {
    case usual = "usual settings"
    case plain = "without cuts and heuristics"
    case strict = "strict integrality"
  }

  /// The largest coefficient with which GLPK's cuts are used.
  private static let largestForCuts = 1e5

  static func make(
    _ care: Care, _ model: Model, options: SolveOptions, clock: SolveClock
  ) -> cglpk_tree_options {
    var settings = cglpk_tree_options()
    // The callback branches; see PseudoCosts.
    settings.branching = Int32(CGLPK_BR_MFV)
    settings.backtracking = Int32(CGLPK_BT_BLB)
    settings.preprocessing = Int32(CGLPK_PP_NONE)
    settings.integer_tolerance = care == .strict ? 1e-9 : TreeRun.integerTolerance
    settings.objective_tolerance = min(1e-7, max(1e-9, options.relativeGap))
    // The callback ends the search in time; this is for a node whose relaxation takes long.
    settings.time_limit = clock.milliseconds(atMost: Double(Int32.max))
    let canCut = care == .usual && model.rows.values.allSatisfy { abs($0) <= largestForCuts }
    settings.mir_cuts = canCut
    settings.gomory_cuts = canCut
    // Heuristics of GLPK know nothing of rows that are still to come.
    settings.simple_rounding = care == .usual && options.lazyConstraints == nil
    return settings
  }
}
