public import LinearModel
internal import Sourcing

/// Finds the least-cost responses of a layout to one scenario after the other, each from the basis of the undisturbed one.
///
/// That basis is nearer to most responses than the one of the last scenario, of which everything has to be taken back.
///
/// It must be made and used on one thread, inside ``LinearModel/Solver/onDedicatedThread(_:)``.
public final class ResponseSession {
  /// The program.
  public let program: ResponseProgram
  private let session: any SimplexSession
  /// Whether the latest response is the undisturbed one.
  private var isLatestCalm = true
  private let calmRules: [NetworkRules]
  private let calmUpper: [Double]
  private var point: [Double] = []
  private var duals: [Double] = []
  private var reducedCosts: [Double] = []
  private var calmPoint: [Double] = []
  /// The basis of the undisturbed response.
  private(set) var calmBasis: SimplexBasis?
  private var calmReduced: [Double] = []
  /// The response to the undisturbed scenario.
  public private(set) var calm: Response
  /// Linear programs solved so far, the undisturbed one included.
  public private(set) var solves = 0

  /// Reduced costs below this count as gains.
  private static let gain = 1e-9

  /// Opens a program and finds its response to the undisturbed scenario.
  ///
  /// - Throws: `SolverError` where it failed or was cancelled.
  public init(_ program: ResponseProgram, _ solver: any Solver, _ limits: SimplexLimits = SimplexLimits())
    throws
  {
    self.program = program
    session = try solver.openSimplex(program.model)
    calmRules = ResponseConditions(program.network, scenario: 0).rules
    calmUpper = program.model.upperBounds
    calm = Response(
      volume: [Double](repeating: 0, count: program.network.capabilities.count),
      drawn: [Double](repeating: 0, count: program.network.capabilities.count),
      released: [Double](repeating: 0, count: program.network.nodes.count),
      unmet: [Double](repeating: 0, count: program.network.demands.count))
    let conditions = ResponseConditions(program.network, scenario: 0)
    guard let found = try solve(conditions, limits) else {
      throw PlanningError("ended before the response to the undisturbed scenario was found")
    }
    calm = found
    calmPoint = point
    calmReduced = reducedCosts
    // Without rows there is no basis.
    if program.model.constraintCount > 0 { calmBasis = try session.basis() }
  }

  /// The value of a column in the response to the undisturbed scenario.
  func calmValue(_ column: Int) -> Double { calmPoint[column] }

  /// The response under some conditions; nil where a limit or a cancellation came first.
  ///
  /// - Throws: `SolverError` where the program failed.
  public func respond(to conditions: ResponseConditions, _ limits: SimplexLimits = SimplexLimits()) throws
    -> Response?
  {
    let changes = ResponseChanges(program, conditions, calmRules, calmUpper)
    guard changes.touches(calmPoint, calmReduced, gain: Self.gain) else {
      var response = calm
      isLatestCalm = true
      response.isSolved = false
      response.commitment = commitment(conditions)
      return response
    }
    try changes.apply(to: session)
    defer { try? changes.undo(in: session, program.model) }
    if let calmBasis { try session.setBasis(calmBasis) }
    return try solve(conditions, limits)
  }

  /// Whether some conditions hit anything that the undisturbed response uses, or free anything that would better it;
  /// where they do not, it stays the best response.
  public func touches(_ conditions: ResponseConditions) -> Bool {
    ResponseChanges(program, conditions, calmRules, calmUpper).touches(
      calmPoint, calmReduced, gain: Self.gain)
  }

  /// The values of the program's columns in the latest response.
  public var latestPoint: [Double] { isLatestCalm ? calmPoint : point }

  /// Whether the latest response uses any of some columns.
  public func latestUses(_ columns: [Int]) -> Bool {
    let latest = isLatestCalm ? calmPoint : point
    return columns.contains { latest[$0] > 0 }
  }

  /// Whether the latest response leaves no demand less met, in any period, than the undisturbed one.
  public var latestKeepsService: Bool {
    if isLatestCalm { return true }
    return program.columns.enumerated().allSatisfy { index, column in
      guard case .short(let demand, let period) = column else { return true }
      return point[index] <= calmPoint[index]
        + SurvivalSession.leeway(program.network.demands[demand].quantities[period])
    }
  }

  private func solve(_ conditions: ResponseConditions, _ limits: SimplexLimits) throws -> Response? {
    solves += 1
    switch try session.run(limits) {
    case .optimal: break
    case .infeasible, .cutoff:
      throw SolverError(.numerical, "a response that is always possible was not found", context: "response")
    case .iterationLimit, .limit: return nil
    }
    try session.readSolution(point: &point, duals: &duals, reducedCosts: &reducedCosts)
    isLatestCalm = false
    return read(conditions)
  }

  private func read(_ conditions: ResponseConditions) -> Response {
    var response = calm
    response.isSolved = true
    response.surge = 0
    response.movement = 0
    response.holding = 0
    response.release = 0
    response.shortage = 0
    response.volume = [Double](repeating: 0, count: calm.volume.count)
    response.drawn = response.volume
    response.released = [Double](repeating: 0, count: calm.released.count)
    response.unmet = [Double](repeating: 0, count: calm.unmet.count)
    let objective = session.model.objective
    for (index, column) in program.columns.enumerated() {
      let value = point[index]
      if value == 0 { continue }
      let cost = objective[index] * value
      switch column {
      case .make(let capability, _): response.volume[capability] += value
      case .surge(let capability, _):
        response.volume[capability] += value
        response.drawn[capability] += value
        response.surge += cost
      case .ship, .claim: response.movement += cost
      case .hold: response.holding += cost
      case .release(let node, _):
        response.released[node] += value
        response.release += cost
      case .short(let demand, _):
        response.unmet[demand] += value
        response.shortage += cost
      case .originating: break
      }
    }
    response.commitment = commitment(conditions)
    return response
  }

  /// What is due for commitments: nothing for what an outage takes away.
  private func commitment(_ conditions: ResponseConditions) -> Double {
    var total = 0.0
    for index in program.layout.commit.indices where program.layout.commit[index] > 0 {
      for period in 0..<program.network.periods { total += program.due(index, period, conditions.scenario) }
    }
    return total
  }
}
