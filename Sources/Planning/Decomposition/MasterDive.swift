internal import LinearModel

/// Finds a layout by diving in the master's program: solve, make the decisions that are nearly made, solve again, until none
/// is left open; then cost the layout exactly.
struct MasterDive {
  private let cuts: CutLoop
  private let options: PlanOptions
  private let clock: SearchClock

  /// Decisions at least this near to one are made together.
  private static let nearlyMade = 0.9
  private static let wholeness = 1e-6

  init(_ cuts: CutLoop, _ options: PlanOptions, _ clock: SearchClock) {
    self.cuts = cuts
    self.options = options
    self.clock = clock
  }

  private var limits: SimplexLimits {
    SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
  }

  /// A layout's point with its objective; nil where the dive ended in a dead end or time was up. The program's bounds and
  /// basis are as they were.
  ///
  /// - Parameter decisions: Decisions that are made before, by column; those that the program's bounds forbid are left open.
  func find(keeping decisions: [(column: Int, value: Double)] = []) throws -> (
    point: [Double], objective: Double
  )? {
    try best(keepingEachOf: [decisions])
  }

  /// The best of what is found with one list of decisions or another; as ``find(keeping:)`` otherwise.
  ///
  /// Each is left as soon as it is bound to cost more than the best before, and begins where that one ended.
  ///
  /// - Parameter ceiling: What a layout must cost less than; nil for any.
  func best(
    keepingEachOf lists: [[(column: Int, value: Double)]], below ceiling: Double? = nil
  ) throws -> (point: [Double], objective: Double)? {
    if lists.isEmpty { return nil }
    let program = cuts.program
    let model = cuts.master.model
    let integers = model.domains.indices.filter {
      model.domains[$0] == .integer && program.lowerBound($0) < program.upperBound($0)
    }
    let before = integers.map { (program.lowerBound($0), program.upperBound($0)) }
    let snapshot = try program.snapshot()
    var best: (point: [Double], objective: Double)?
    for decisions in lists {
      let least = best?.objective ?? ceiling
      var limits = limits
      limits.objective = least
      if try keep(decisions, limits), let found = try dive(integers), found.objective < least ?? .infinity {
        best = found
      }
      for (column, bounds) in zip(integers, before) { try program.setBounds(column, bounds.0, bounds.1) }
    }
    try program.restore(snapshot)
    _ = try cuts.solveWithPool(limits)
    return best
  }

  /// Makes decisions; tells whether a point is left.
  private func keep(_ decisions: [(column: Int, value: Double)], _ limits: SimplexLimits) throws -> Bool {
    let program = cuts.program
    if decisions.isEmpty { return true }
    for (column, value) in decisions
    where program.lowerBound(column) <= value && value <= program.upperBound(column) {
      try program.setBounds(column, value, value)
    }
    guard case .optimal = try cuts.solveWithPool(limits) else { return false }
    return true
  }

  private func dive(_ integers: [Int]) throws -> (point: [Double], objective: Double)? {
    let program = cuts.program
    var latest = program.point
    while true {
      let fractional = integers.filter { abs(latest[$0] - latest[$0].rounded()) > Self.wholeness }
      guard let nearest = fractional.max(by: { latest[$0] < latest[$1] }) else { break }
      try program.removeIdleRows()
      for column in integers where latest[column] >= Self.nearlyMade { try program.setBounds(column, 1, 1) }
      try program.setBounds(nearest, 1, 1)
      if case .optimal = try cuts.solveWithPool(limits) {
        latest = program.point
        continue
      }
      try program.setBounds(nearest, 0, 0)
      guard case .optimal = try cuts.solveWithPool(limits) else { return nil }
      latest = program.point
    }
    for column in integers {
      let value = latest[column].rounded()
      try program.setBounds(column, value, value)
    }
    return try cost()
  }

  /// The best that can be made of the decisions as they are fixed in the program now.
  func cost() throws -> (point: [Double], objective: Double)? {
    let program = cuts.program
    var best: (point: [Double], objective: Double)?
    for _ in 0..<60 {
      guard case .optimal = try cuts.solveWithPool(limits) else { return best }
      var point = program.point
      guard let found = try cuts.blockCosts(at: point, limits: limits) else { continue }
      let lower = program.objective()
      let settled = cuts.master.settle(&point, blockCosts: found.costs)
      if settled.isFeasible, settled.objective < best?.objective ?? .infinity {
        best = (point, settled.objective)
      }
      if found.rows.isEmpty { break }
      if let best, best.objective - lower <= 1e-6 * abs(best.objective) { break }
      try program.activate(found.rows)
    }
    return best
  }
}
