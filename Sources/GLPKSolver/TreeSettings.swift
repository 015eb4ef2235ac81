internal import CGLPK
internal import LinearModel

/// GLPK's settings for branch and cut.
enum TreeSettings {
  /// How careful a run is; the next is tried where one fails.
  enum Care: String, CaseIterable {
    case usual = "usual settings"
    case plain = "without cuts and heuristics"
    case strict = "strict integrality, without preprocessing"
  }

  static func make(_ care: Care, options: SolveOptions, clock: SolveClock) -> cglpk_tree_options {
    var settings = cglpk_tree_options()
    settings.branching = Int32(CGLPK_BR_PCH)
    settings.backtracking = Int32(CGLPK_BT_BLB)
    settings.preprocessing = Int32(care == .strict ? CGLPK_PP_NONE : CGLPK_PP_ALL)
    settings.integer_tolerance = care == .strict ? 1e-9 : TreeRun.integerTolerance
    settings.objective_tolerance = min(1e-7, max(1e-9, options.relativeGap))
    // The callback ends the search in time; this is for a node whose relaxation takes long.
    settings.time_limit = clock.milliseconds(atMost: Double(Int32.max))
    settings.mir_cuts = care == .usual
    // Heuristics of GLPK know nothing of rows that are still to come.
    settings.simple_rounding = care == .usual && options.lazyConstraints == nil
    return settings
  }
}
