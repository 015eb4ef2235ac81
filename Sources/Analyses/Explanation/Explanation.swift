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
  /// What is known of the best layout: that of the plan.
  public var status: String
  /// The cost of the best layout; nil where there is none.
  public var objective: Double?
  /// What is proven: no layout costs less.
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

  /// Whether some layout satisfies the case; nil where that is not known.
  public var isFeasible: Bool? {
    if conflict != nil { return false }
    return objective == nil ? nil : true
  }
}
