internal import LinearModel
internal import Sourcing

/// Finds which policies of an infeasible case collide: a set that cannot be satisfied together, from which none can
/// be left out (an irreducible infeasible subset, by the deletion filter of Chinneck and Dravnieks 1991).
struct PolicyConflict {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let cancellation: Cancellation?
  private let clock = SearchClock()

  /// What was found.
  struct Finding {
    /// Positions of the policies in the network.
    var policies: [Int]
    /// Whether each of them was shown to be needed for the collision.
    var isIrreducible: Bool
  }

  /// A refusal should not take much longer than the search that led to it.
  private static let seconds = 10.0

  init(_ solver: any Solver, _ network: SourcingNetwork, _ cancellation: Cancellation?) {
    self.solver = solver
    self.network = network
    self.cancellation = cancellation
  }

  /// The colliding policies; nil where there are none to tell of.
  func find() throws -> Finding? {
    let all = Array(network.policies.indices)
    // Whatever does not speak of all scenarios can be tested on the quiet world alone, which is small.
    let quiet = all.filter { !network.policies[$0].speaksOfAllScenarios }
    let needsScenarios = try isFeasible(quiet, needsScenarios: false) != false
    var colliding = needsScenarios ? all : quiet
    var isIrreducible = true
    for candidate in colliding {
      let rest = colliding.filter { $0 != candidate }
      switch try isFeasible(rest, needsScenarios: needsScenarios) {
      case false: colliding = rest
      case true: continue
      case nil: isIrreducible = false
      }
    }
    return colliding.isEmpty ? nil : Finding(policies: colliding, isIrreducible: isIrreducible)
  }

  /// Whether some layout satisfies these policies; nil where time did not suffice.
  private func isFeasible(_ policies: [Int], needsScenarios: Bool) throws -> Bool? {
    let part = network.keeping(policies: policies)
    var (model, cones) = programs(part, needsScenarios: needsScenarios)
    for index in 0..<model.variableCount { model.setObjective(of: Variable(index: index), to: 0) }
    let left = max(0, Self.seconds - clock.seconds)
    let solution = try ConicSession(model, cones, solver).solve(
      SolveOptions(timeLimit: left, cancellation: cancellation))
    switch solution.termination.reason {
    case .optimal, .unbounded: return true
    case .infeasible: return false
    case .limit: return solution.point == nil ? nil : true
    }
  }

  private func programs(_ part: SourcingNetwork, needsScenarios: Bool) -> (Model, [ConcentrationCone]) {
    if needsScenarios {
      let form = ExtensiveForm(part)
      return (form.model, form.cones)
    }
    let form = QuietForm(part)
    return (form.model, form.cones)
  }

  /// The finding in words.
  func words(_ finding: Finding) -> String {
    let names = finding.policies.map { "'\(network.policies[$0].policy.id)'" }
    guard names.count > 1, let last = names.last else {
      return "no layout satisfies the policy \(names.joined())"
    }
    let list = names.dropLast().joined(separator: ", ") + " and " + last
    return finding.isIrreducible
      ? "no layout satisfies the policies \(list) together; without any one of them there is one"
      : "no layout satisfies the policies \(list) together"
  }
}
