internal import LinearModel
internal import Planning
internal import Sourcing

/// Tells whether some layout satisfies a case.
struct FeasibilityProbe {
  private let solver: any Solver
  private let deadline: Deadline

  init(_ solver: any Solver, _ deadline: Deadline) {
    self.solver = solver
    self.deadline = deadline
  }

  /// Whether a layout exists; nil where time did not suffice to tell, or where the case contradicts itself.
  func isFeasible(_ found: SourcingCase) throws -> Bool? {
    if deadline.isOver { return nil }
    let network: SourcingNetwork
    do { network = try SourcingNetwork(found) } catch is CaseFaults { return nil }
    // A quiet world is small, and what cannot be done there can be done nowhere.
    let quiet = try isPossible(QuietCase.of(network))
    if quiet == false || QuietCase.tellsAll(of: network) { return quiet }
    return try isPossible(network)
  }

  private func isPossible(_ network: SourcingNetwork) throws -> Bool? {
    let form = ExtensiveForm(network)
    var model = form.model
    for index in 0..<model.variableCount { model.setObjective(of: Variable(index: index), to: 0) }
    model.objectiveConstant = 0
    let solution = try form.solve(model, solver, deadline.solveOptions())
    switch solution.termination.reason {
    case .optimal, .unbounded: return true
    case .infeasible: return false
    case .limit: return solution.point == nil ? nil : true
    }
  }
}

/// A case in which nothing happens.
enum QuietCase {
  /// The case without scenarios and without the policies that speak of them; without a budget too, since scenarios may cost less
  /// than a quiet world.
  static func of(_ network: SourcingNetwork) throws -> SourcingNetwork {
    var quiet = network.sourcingCase
    quiet.scenarios = []
    if !network.objectiveLimits.isEmpty { quiet.settings.objective = ObjectiveSettings() }
    quiet.policies = network.policies.filter { !$0.speaksOfAllScenarios }.map(\.policy)
    return try SourcingNetwork(quiet)
  }

  /// Whether a layout for the quiet case can always be completed: in no scenario anything has to be reached.
  static func tellsAll(of network: SourcingNetwork) -> Bool {
    let asksService = network.demands.contains(where: \.hasLeastService)
    let hasScenarios = network.scenarios.count > 1
    return network.objectiveLimits.isEmpty && !network.policies.contains(where: \.speaksOfAllScenarios)
      && !(asksService && hasScenarios)
  }
}
