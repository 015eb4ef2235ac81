public import LinearModel
internal import Sourcing

/// Finds the time to survive: how long something can be down with no more demand unmet than when nothing happens
/// (Simchi-Levi and others 2015), given stock, what is under way, and backups.
///
/// With several periods it is the greatest number of whole periods that an outage can last so that no demand is lost to
/// the end of the horizon, whatever that costs. With a single one it is the linear program of that paper: the greatest t
/// for which the period's rates of making, moving and need can go on while stock is used up,
///
///     least σ = 1 / t   with   release[n] ≤ stock[n] · σ,   all other rows as they are,   short[d] ≤ undisturbed short[d]
///
/// It must be made and used on one thread, inside ``LinearModel/Solver/onDedicatedThread(_:)``.
public final class SurvivalSession {
  private let program: ResponseProgram
  private let session: any SimplexSession
  private let start: Model
  private let calmRules: [NetworkRules]
  /// The basis that every run begins from; nil where each begins from the last one.
  private let firstBasis: SimplexBasis?
  /// What must be made of items in any case; nil where that is not known.
  private let need: SupplyNeed?
  /// Linear programs solved so far.
  public private(set) var solves = 0
  /// Whether stock is used up along a single period.
  private let hasClock: Bool

  /// The least time that is told from none at all: a ten-thousandth of a period.
  private static let shortest = 1e4
  /// What may be short by rounding, relative to the need.
  private static let trace = 1e-7

  /// Opens a program.
  ///
  /// - Parameters:
  ///   - responses: A session that knows the undisturbed response of the same program.
  ///   - solver: Solves the linear programs.
  /// - Throws: `SolverError` where it failed.
  public init(_ responses: ResponseSession, _ solver: any Solver) throws {
    program = responses.program
    let network = program.network
    calmRules = ResponseConditions(network, scenario: 0).rules
    hasClock = network.periods == 1 && !program.stockRows.isEmpty
    firstBasis = hasClock ? nil : responses.calmBasis
    var model = program.model
    for (index, column) in program.columns.enumerated() {
      let variable = Variable(index: index)
      // Where only feasibility is asked for, costs keep the basis of the undisturbed response the only one to begin from.
      if hasClock { model.setObjective(of: variable, to: 0) }
      guard case .short(let demand, let period) = column else { continue }
      let quantity = network.demands[demand].quantities[period]
      let most = responses.calmValue(index) + Self.leeway(quantity)
      model.setBounds(of: variable, lower: 0, upper: most)
    }
    if hasClock {
      let inverse = model.addVariable("inverse of time", upper: Self.shortest, objective: 1)
      for (row, node) in program.stockRows {
        let constraint = Constraint(index: row)
        var relation = LinearExpression()
        for term in model.terms(of: constraint) { relation.add(term.coefficient, term.variable) }
        relation.add(-program.layout.stock[node], inverse)
        model.setBounds(of: constraint, lower: -.infinity, upper: .infinity)
        model.addConstraint(LinearRelation(relation, lower: -.infinity, upper: 0), name: "used up[\(node)]")
      }
    }
    start = model
    need = hasClock ? nil : SupplyNeed(program, model)
    session = try solver.openSimplex(model)
  }

  /// The time to survive, in periods: the whole horizon where everything lasts to its end.
  ///
  /// - Parameters:
  ///   - known: A number of periods that is known to be survived.
  ///   - limits: Limits of each of them.
  ///   - conditions: What holds where it is down for so many periods.
  /// - Returns: nil where a limit or a cancellation came first.
  /// - Throws: `SolverError` where the program failed.
  public func time(
    atLeast known: Int = 0, _ limits: SimplexLimits = SimplexLimits(),
    conditions: (_ periods: Int) -> ResponseConditions
  ) throws -> Double? {
    let periods = program.network.periods
    if hasClock { return try clockTime(conditions(1), limits) }
    var (least, most) = (known, periods)
    if least == most { return Double(most) }
    // Most outages are survived to the end or not at all.
    var next = most
    while least < most {
      guard let survives = try survives(conditions(next), limits) else { return nil }
      if survives { least = next } else { most = next - 1 }
      next = least == known ? least + 1 : (least + most + 1) / 2
      if next > most { break }
    }
    return Double(least)
  }

  /// What may be short of a need beyond the undisturbed response by rounding.
  static func leeway(_ quantity: Double) -> Double { trace * max(1, quantity) }

  private func survives(_ conditions: ResponseConditions, _ limits: SimplexLimits) throws -> Bool? {
    switch try run(conditions, limits) {
    case .optimal: true
    case .infeasible: false
    case .cutoff, .iterationLimit, .limit: nil
    }
  }

  private func clockTime(_ conditions: ResponseConditions, _ limits: SimplexLimits) throws -> Double? {
    switch try run(conditions, limits) {
    case .optimal: min(1, 1 / max(lastObjective, 1))
    case .infeasible: 0
    case .cutoff, .iterationLimit, .limit: nil
    }
  }

  private var lastObjective = 0.0

  private func run(_ conditions: ResponseConditions, _ limits: SimplexLimits) throws -> SimplexEnd {
    let network = program.network
    let changes = ResponseChanges(program, conditions, calmRules, start.upperBounds) { column, most in
      switch column {
      case .short: nil
      case .release(let node, _) where self.hasClock && most > 0:
        max(most, network.peakNeed(item: network.nodes[node].item))
      default: most
      }
    }
    if let need, need.falls(under: changes) { return .infeasible }
    try changes.apply(to: session, withCosts: false)
    defer { try? changes.undo(in: session, start, withCosts: false) }
    if let firstBasis { try session.setBasis(firstBasis) }
    solves += 1
    let end = try session.run(limits)
    if end == .optimal { lastObjective = try session.presentObjective() }
    return end
  }
}
