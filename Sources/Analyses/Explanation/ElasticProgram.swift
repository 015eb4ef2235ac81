internal import LinearModel
internal import Planning
internal import Sourcing

/// Finds by how much some limits of a case must at least be loosened so that a layout exists (an elastic program after
/// Chinneck 2008): every limit gets a variable for what it is exceeded by, and the sum of these is made small, each measured
/// by its own limit.
struct ElasticProgram {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let found: SourcingCase
  private let relaxation: CaseRelaxation
  private let deadline: Deadline

  /// A limit and what it must become.
  struct Loosening {
    var limit: CaseLimit
    var from: Double
    /// Nil where the limit as a whole goes.
    var to: Double?
    /// The change measured by the limit.
    var relative: Double
  }

  private static let trace = 1e-7
  private static let refinements = 6

  init(_ solver: any Solver, _ network: SourcingNetwork, _ deadline: Deadline) {
    self.solver = solver
    self.network = network
    found = network.sourcingCase
    relaxation = CaseRelaxation(network)
    self.deadline = deadline
  }

  /// Whether a limit is a number that can be loosened by degrees.
  static func isElastic(_ limit: CaseLimit, in found: SourcingCase) -> Bool {
    switch limit {
    case .policy(let row):
      let kind = found.policies[row].kind
      return found.policies[row].limitValue != nil && kind != .oneMain && kind != .maxLeadDays
        && kind != .maxConcentration
    case .control(let row):
      return found.controls[row].limit != nil && found.controls[row].kind != .ban
    case .leastService, .capacity, .laneCapacity, .budget: return limit.value(in: found) != nil
    }
  }

  /// The least loosening of some limits, all others in force.
  ///
  /// A limit on shares that is loosened by itself is found exactly, by Dinkelbach's method (1967); among several, the excess
  /// counts in units of the item's need.
  ///
  /// - Returns: What changes; nil where these limits do not suffice, or time did not.
  func loosen(_ limits: [CaseLimit]) throws -> [Loosening]? {
    if limits.isEmpty { return nil }
    guard let first = try solve(limits, in: found, isRefined: false) else { return nil }
    guard limits.count == 1, first.count == 1, case .policy(let row) = limits[0],
      found.policies[row].limitUnit == .share
    else { return first }
    guard var reached = first[0].to else { return first }
    for _ in 0..<Self.refinements {
      var trial = found
      trial.policies[row] = found.policies[row].limited(to: reached)
      guard let better = try solve(limits, in: trial, isRefined: true)?.first?.to else { break }
      let gain = abs(better - reached)
      reached = better
      if gain < 1e-6 { break }
    }
    var best = first[0]
    best.to = reached
    best.relative = abs(reached - best.from) / Self.scale(limits[0], best.from, network)
    return [best]
  }

  // MARK: One program

  private func solve(
    _ limits: [CaseLimit], in found: SourcingCase, isRefined: Bool
  ) throws -> [Loosening]? {
    let loose = try loosened(limits, in: found)
    let form = ExtensiveForm(loose)
    var model = form.model
    for index in 0..<model.variableCount { model.setObjective(of: Variable(index: index), to: 0) }
    model.objectiveConstant = 0
    var rows = ElasticRows(form, loose, found)
    for limit in limits {
      let from = limit.value(in: found)?.value ?? 0
      rows.add(
        limit, weight: 1 / Self.scale(limit, from, network), from: from, mayTighten: isRefined, to: &model)
    }
    rows.finish(&model)
    let solution = try form.solve(model, solver, deadline.solveOptions())
    guard solution.termination.reason == .optimal, let point = solution.point else { return nil }
    return loosenings(rows, at: point, form, loose, in: found, isRefined: isRefined)
  }

  /// The case with the limits of other tables taken away, so that rows of the program can hold them; without scenarios
  /// where these have no say.
  private func loosened(_ limits: [CaseLimit], in found: SourcingCase) throws -> SourcingNetwork {
    var loose = found
    for limit in limits {
      switch limit {
      case .policy: continue
      case .leastService(let row): loose.demand[row].minService = nil
      case .capacity(let row): loose.capabilities[row].capacity = relaxation.ample(found.capabilities[row])
      case .laneCapacity(let row): loose.lanes[row].capacity = nil
      case .control(let row): loose.controls[row].limit = relaxation.ampleQuota
      case .budget: loose.settings.objective = ObjectiveSettings()
      }
    }
    if QuietCase.tellsAll(of: network) { loose.scenarios = [] }
    return try SourcingNetwork(loose)
  }

  private func loosenings(
    _ rows: ElasticRows, at point: [Double], _ form: ExtensiveForm, _ loose: SourcingNetwork,
    in found: SourcingCase, isRefined: Bool
  ) -> [Loosening] {
    let layout = form.layout(at: point)
    let standings = PolicyEvaluation.all(layout, loose, CostEvaluation(layout, loose))
    return rows.excess.compactMap { limit, variable in
      let from = limit.value(in: found)?.value ?? 0
      let excess = point[variable.index]
      let scale = Self.scale(limit, from, network)
      if !isRefined, excess <= Self.trace * scale { return nil }
      var to: Double
      switch limit {
      case .policy(let row):
        // What the layout reaches is what the limit must be.
        let policy = found.policies[row]
        let slack = standings[row].slack
        to = policy.isCeiling ? from - slack : from + slack
        to = Rounding.outward(to, isUp: policy.isCeiling, scale: scale)
        if policy.limitUnit == .count { to = policy.isCeiling ? to.rounded(.up) : to.rounded(.down) }
      case .leastService: to = max(0, Rounding.outward(from - excess, isUp: false, scale: scale))
      case .capacity, .laneCapacity, .control, .budget:
        to = Rounding.outward(from + excess, isUp: true, scale: scale)
      }
      return Loosening(limit: limit, from: from, to: to, relative: abs(to - from) / scale)
    }
  }

  /// What it would cost to meet no demand.
  private static func margin(_ network: SourcingNetwork) -> Double {
    max(
      1,
      network.demands.reduce(0.0) { $0 + zip($1.quantities, $1.shortageCosts).map(*).reduce(0, +) })
  }

  /// What a change of a limit is measured by: the limit itself, or where it is zero what it could reasonably be.
  private static func scale(_ limit: CaseLimit, _ value: Double, _ network: SourcingNetwork) -> Double {
    if value > 0 { return value }
    switch limit {
    case .policy(let row):
      let policy = network.sourcingCase.policies[row]
      return policy.limitUnit == .amount ? margin(network) : 1
    case .budget: return margin(network)
    case .leastService: return 1
    case .capacity(let row):
      return max(1, network.peakNeed(item: network.capabilities[row].item))
    case .laneCapacity, .control: return max(1, network.demands.map(\.total).reduce(0, +))
    }
  }
}
