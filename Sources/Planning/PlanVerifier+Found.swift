public import Sourcing

extension PlanVerifier {
  /// Checks a layout that a search has found, before anybody is told of it.
  ///
  /// - Parameters:
  ///   - layout: The layout.
  ///   - network: The case.
  ///   - name: What the layout is, as a message begins with it: "an alternative".
  /// - Returns: What it costs, and how its policies stand.
  /// - Throws: ``Planning/PlanningError`` where it breaks a rule or a policy, which is a failure of the search.
  public static func passed(
    _ layout: Layout, in network: SourcingNetwork, calling name: String
  ) throws -> (evaluation: CostEvaluation, policies: [PlanPolicy]) {
    let report = verify(layout, against: network)
    guard report.isSound, let evaluation = report.evaluation else {
      throw PlanningError(
        "\(name) does not pass the verifier:\n"
          + report.faults.prefix(10).map(\.description).joined(separator: "\n"))
    }
    return (evaluation, report.policies)
  }
}
