/// Why a case has the best layout that it has, or none.
///
/// Coded as JSON it has the keys below, in snake case, and a `schema` with its version.
public struct Explanation: Codable, Hashable, Sendable {
  /// The version of the document's form.
  public static let schema = "mainstay/explain/1"

  /// Always ``schema`` for an explanation of this version.
  public var schema = Explanation.schema
  /// The case's name.
  public var name: String
  /// What money is in.
  public var currency: String
  /// What is known of the best layout: that of the plan. Of a given layout, what is known of the best of its sources.
  public var status: String
  /// Whose layout is explained: `plan` or `current`; nil for the best one.
  public var layout: StandingLayout.Source?
  /// The cost of the layout that is explained; nil where there is none.
  public var objective: Double?
  /// What a layout of the same sources as a given one costs at best, those policies kept that it keeps; nil for the best layout, and
  /// where it was not found out.
  public var ownObjective: Double?
  /// What the best layout of the case costs where another is explained; nil where it was not found.
  public var bestObjective: Double?
  /// What is proven: no layout that keeps the policies costs less.
  public var bound: Double?
  /// Relative gap at which a plan counts as best.
  public var gap: Double
  /// Whether everything that was asked for was looked at.
  public var completeness = Completeness.complete
  /// Wall time.
  public var seconds = 0.0
  /// Limits of the case that no layout satisfies together, where the case is infeasible.
  public var conflict: ConflictAnswer?
  /// What could be changed so that there is a layout, least change first.
  public var repairs: [Repair] = []
  /// Rows of other tables than `policies` that the best layout is up against.
  public var binding: [ExplainedRow] = []
  /// What each policy costs.
  public var policies: [PolicyCost] = []
  /// Why sites are in the layout or not.
  public var sites: [SiteAnswer] = []
  /// What went wrong on the way: variants of the case that could not be planned, so that figures are missing.
  public var problems: [String] = []

  enum CodingKeys: String, CodingKey {
    case schema, name, currency, status, layout, objective, bound, gap, completeness, seconds, conflict,
      repairs, binding, policies,
      sites, problems
    case ownObjective = "own_objective"
    case bestObjective = "best_objective"
  }

  /// Whether some layout satisfies the case; nil where that is not known.
  public var isFeasible: Bool? {
    if conflict != nil { return false }
    return objective == nil ? nil : true
  }
}
