public import LinearModel
internal import Planning
public import Sourcing

/// Plans what to do when something has happened, with the contracts that a layout has.
public struct RecoveryPlanner: Sendable {
  private let solver: any Solver

  /// A planner of recoveries over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Plans the recovery of a layout.
  ///
  /// - Parameters:
  ///   - network: The case.
  ///   - plan: The layout, as a plan of this case.
  ///   - options: The events, and what may be done about them.
  /// - Returns: A recovery that says itself whether it is proven best.
  /// - Throws: ``Sourcing/CaseFaults`` where the event is not in the case or the plan is none of it, `SolverError` or `PlanningError`
  ///   where the program failed.
  public func recover(_ network: SourcingNetwork, from plan: Plan, _ options: RecoveryOptions) throws
    -> Recovery
  {
    let deadline = Deadline(timeLimit: options.timeLimit, cancellation: options.cancellation)
    let left = try RecoveryCase(network, options)
    let before = Layout.reading(Self.quiet(plan), network)
    if !before.faults.isEmpty { throw CaseFaults(before.faults) }
    guard plan.hasLayout else {
      throw CaseFaults([
        Fault(
          at: .init(file: "plan"), value: plan.status.rawValue, Message(QuestionText.planWithoutLayout),
          expected: Message(QuestionText.optimalOrFeasible)
        )
      ])
    }
    let (changed, standing) = try Self.standing(left, before.layout, network)
    let recovery = RecoveryModel(changed, standing, options)
    let settings = network.sourcingCase.settings
    var answer = Recovery(
      name: settings.name, currency: settings.currency, events: options.events, day: left.day,
      firstPeriod: left.firstPeriod)
    options.progress?("planning with contracts alone")
    var solving = deadline.solveOptions()
    solving.relativeGap = options.gap
    let bare = try solver.solve(recovery.byContracts(), solving)
    options.progress?("planning the recovery")
    solving = deadline.solveOptions()
    solving.relativeGap = options.gap
    solving.start = bare.point
    let found = try solver.solve(recovery.model, solving)
    answer.isProven = found.termination.reason == .optimal
    // An interrupt that comes when all is found has taken nothing away.
    answer.completeness =
      answer.isProven && bare.termination.reason == .optimal ? .complete : deadline.standing
    answer.seconds = deadline.seconds
    guard let point = found.point else {
      if found.termination.reason == .infeasible {
        throw PlanningError("no recovery keeps to the contracts of the plan; is it a plan of this case?")
      }
      return answer
    }
    let report = RecoveryReport(recovery, left, before.layout, network)
    try report.fill(&answer, at: point, byContracts: bare.point)
    return answer
  }

  /// The plan with what is done in the undisturbed scenario alone: which others it was made for does not matter now.
  private static func quiet(_ plan: Plan) -> Plan {
    var quiet = plan
    let name = SourcingNetwork.undisturbed
    quiet.flows = plan.flows.filter { $0.scenario == name }
    quiet.production = plan.production.filter { $0.scenario == name }
    quiet.inventory = plan.inventory.filter { $0.scenario == name }
    quiet.origins = plan.origins.filter { $0.scenario == name }
    quiet.shortages = plan.shortages.filter { $0.scenario == name }
    return quiet
  }

  /// The case that is left, in which what the layout has is there already; and the layout by its indexes.
  private static func standing(
    _ left: RecoveryCase, _ layout: Layout, _ network: SourcingNetwork
  ) throws -> (SourcingNetwork, Layout) {
    var found = left.sourcingCase
    for site in found.sites.indices where layout.isOpen[site] {
      found.sites[site].isExisting = true
      found.sites[site].closingCost = 0
    }
    // What was there before and was closed does not come back for nothing: it is as it is in the case.
    for index in network.capabilities.indices where layout.isQualified(index) {
      found.capabilities[index].isQualified = true
    }
    let developed = Set(
      network.projects.indices.filter { layout.isDeveloped[$0] }.map { network.projects[$0].name })
    for row in found.projects.indices where developed.contains(found.projects[row].id) {
      found.projects[row].cost = 0
    }
    var stock = layout.stock
    if left.firstPeriod > 0 {
      // What was kept when the event came can be used as stock can.
      let last = layout.recourse[0].periods[left.firstPeriod - 1]
      for node in stock.indices { stock[node] += last.hold[node] }
    }
    if stock.contains(where: { $0 > 0 }) { found.settings.strategicStock = true }
    let changed = try SourcingNetwork(found)
    var standing = Layout(changed)
    standing.isOpen = layout.isOpen
    standing.role = layout.role
    standing.commit = layout.commit
    standing.reserve = layout.reserve
    standing.isDeveloped = layout.isDeveloped
    try carry(layout, stock, from: network, to: &standing, changed)
    return (changed, standing)
  }

  /// Takes over what goes by nodes and lanes, whose numbers may differ.
  private static func carry(
    _ layout: Layout, _ stock: [Double], from old: SourcingNetwork, to standing: inout Layout,
    _ new: SourcingNetwork
  ) throws {
    for (index, node) in old.nodes.enumerated() where stock[index] > 0 {
      if let position = new.nodes.firstIndex(where: { $0.site == node.site && $0.item == node.item }) {
        standing.stock[position] = min(stock[index], new.peakNeed(item: node.item))
      }
    }
    standing.pipeline.make = layout.pipeline.make
    let positions = Dictionary(
      new.lanes.enumerated().map { (LaneKey($1), $0) }, uniquingKeysWith: { first, _ in first })
    for (index, lane) in old.lanes.enumerated() {
      if let position = positions[LaneKey(lane)] {
        standing.pipeline.ship[position] = layout.pipeline.ship[index]
      }
    }
  }
}

/// What tells lanes apart.
struct LaneKey: Hashable {
  private let row: Int
  private let origin: Int
  private let destination: NetworkPlace
  private let item: Int

  init(_ lane: NetworkLane) {
    row = lane.row
    origin = lane.origin
    destination = lane.destination
    item = lane.item
  }
}
