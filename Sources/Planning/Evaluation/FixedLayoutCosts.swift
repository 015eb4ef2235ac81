internal import LinearModel
internal import Sourcing

/// What scenarios cost at least where the first stage is given.
///
/// A scenario's recourse is taken apart into independent blocks; a block that several scenarios have is solved once.
struct FixedLayoutCosts {
  /// What a scenario comes to.
  struct ScenarioCost {
    /// The least cost, without the first stage.
    var cost: Double
    /// Whether the least service that demand asks for can be kept; where it cannot, the cost is that without it.
    var isServed: Bool
  }

  private let network: SourcingNetwork
  private let stage: FirstStage
  private let solver: any Solver
  private let limit: EvaluationLimit
  /// Cost of each block solved so far; nil where it has no solution.
  private var known: [RecourseBlock: Double?] = [:]

  init(_ network: SourcingNetwork, _ layout: Layout, _ solver: any Solver, _ limit: EvaluationLimit) {
    self.network = network
    stage = FirstStage(layout, network)
    self.solver = solver
    self.limit = limit
  }

  /// - Returns: The cost of a scenario; nil where time was up.
  mutating func cost(of scenario: Int) throws -> ScenarioCost? {
    var builder = RecourseBuilder(network)
    switch try cost(of: scenario, builder) {
    case .value(let cost): return ScenarioCost(cost: cost, isServed: true)
    case .outOfTime: return nil
    case .impossible: break
    }
    builder.demandsLeastService = false
    switch try cost(of: scenario, builder) {
    case .value(let cost): return ScenarioCost(cost: cost, isServed: false)
    case .outOfTime: return nil
    case .impossible:
      throw PlanningError("the layout leaves nothing to be done in '\(network.scenarios[scenario].name)'")
    }
  }

  private enum Outcome {
    case value(Double)
    case impossible
    case outOfTime
  }

  private mutating func cost(of scenario: Int, _ builder: RecourseBuilder) throws -> Outcome {
    var model = Model(name: network.scenarios[scenario].name)
    let recourse = builder.add(scenario, to: &model, stage)
    let parts = BlockSplitter(model, firstStageColumns: 0, cost: recourse.cost).split()
    let holds = parts.firstStageRows.allSatisfy { row in
      model.rowLowerBounds[row] <= Self.tolerance && model.rowUpperBounds[row] >= -Self.tolerance
    }
    if !holds { return .impossible }
    var cost = parts.firstStageCost.constant
    for block in parts.blocks {
      if limit.isReached { return .outOfTime }
      let least: Double?
      if let solved = known[block] {
        least = solved
      } else {
        least = try solve(block)
        known[block] = .some(least)
      }
      guard let least else { return .impossible }
      cost += least
    }
    return .value(cost)
  }

  private static let tolerance = 1e-7

  /// The least cost of a block; nil where it has no solution.
  private func solve(_ block: RecourseBlock) throws -> Double? {
    let oracle = BlockOracle([block], solver, masterLower: [], masterUpper: [])
    guard let answer = try oracle.solve(0, at: []) else {
      throw PlanningError("a block of a scenario could not be solved")
    }
    return answer.cut.isOptimality ? answer.value : nil
  }
}
