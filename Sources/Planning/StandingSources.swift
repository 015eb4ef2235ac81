public import LinearModel
public import Sourcing

extension Planner {
  /// The layout that stands today: the sources of the table `current`, at the sites that exist or that they need.
  ///
  /// What the table leaves blank is chosen: commitments so that the undisturbed demand is met at least cost, with the
  /// roles as they are; where no reserve is told, none is held. Nothing is in strategic stock. Policies and least
  /// service play no part, since what stands may well break them.
  ///
  /// - Returns: A plan with the sites, sources and projects, and with what is done in the undisturbed scenario; it
  ///   has no costs, no policies and nothing of the other scenarios.
  /// - Throws: ``Sourcing/CaseFaults`` where the table is empty or says what the case does not allow, `SolverError` where the
  ///   program failed, ``PlanningError`` where it was cancelled.
  public func standing(_ network: SourcingNetwork, cancellation: Cancellation? = nil) throws -> Plan {
    let faults = StandingCheck.faults(network)
    if !faults.isEmpty { throw CaseFaults(faults) }
    let sources = StandingSources(network.keeping(policies: []))
    let solver = solver
    return try solver.onDedicatedThread { try sources.plan(solver, cancellation) }
  }
}

/// Makes a layout of the rows of `current`.
struct StandingSources {
  private let network: SourcingNetwork
  /// The row of `current` for each capability that is a source today.
  private let rows: [Int: Int]

  init(_ network: SourcingNetwork) {
    self.network = network
    let known = Dictionary(
      uniqueKeysWithValues: network.capabilities.enumerated().map {
        ([$1.capability.site, $1.capability.item, $1.capability.recipe], $0)
      })
    rows = network.sourcingCase.current.enumerated().reduce(into: [:]) { rows, entry in
      let (row, source) = entry
      if let capability = known[[source.site, source.item, source.recipe]] { rows[capability] = row }
    }
  }

  /// The layout as a plan. Runs on a thread of the solver's.
  func plan(_ solver: any Solver, _ cancellation: Cancellation?) throws -> Plan {
    var model = Model(name: "standing")
    let stage = FirstStageBuilder(network, isComplete: true).add(to: &model)
    var builder = RecourseBuilder(network)
    builder.demandsLeastService = false
    builder.closedLanes.formUnion(idleLanes())
    let undisturbed = builder.add(0, to: &model, fixing(stage, in: &model))
    model.addToObjective(stage.cost(network))
    model.addToObjective(undisturbed.cost)
    let solution = try solver.open(model).solve(SolveOptions(cancellation: cancellation))
    guard let point = solution.point else { throw failure(solution.termination) }
    var layout = StageReader(network).read(stage, at: point)
    layout.recourse[0] = RecourseReader(network, FirstStage(layout, network)).read(undisturbed, at: point)
    let settings = network.sourcingCase.settings
    var plan = Plan(
      name: settings.name, currency: settings.currency, status: .feasible,
      message: "the layout that stands today")
    plan.seed = settings.seed
    plan.solver = solver.identity
    layout.write(into: &plan, network)
    return plan
  }

  private func failure(_ termination: Termination) -> any Error {
    guard termination.reason == .infeasible else {
      return PlanningError("interrupted before the layout of today was worked out")
    }
    return CaseFaults([
      Fault(
        at: network.sourcingCase.origin.location(table: "current"), value: nil,
        Message(QuestionText.currentContradicts), expected: Message(QuestionText.allowedSources))
    ])
  }

  /// Lanes that have nothing to bring, or bring it where it is of no use, whatever is chosen for the blanks of the table.
  ///
  /// In a large chain they are by far the most: without them the program is a few times the layout, with them the whole network.
  private func idleLanes() -> [Int] {
    var layout = Layout(network)
    layout.isOpen = openings()
    for (index, source) in sources() {
      layout.role[index] = source.role == .primary ? .primary : .backup
      layout.commit[index] = source.commit ?? network.capabilities[index].capability.capacity
      layout.reserve[index] = source.reserve ?? 0
    }
    let reach = ResponseReach(network, layout)
    return network.lanes.indices.filter { !reach.isUsable[$0] }
  }

  /// The sources of today by capability.
  private func sources() -> [Int: CurrentSource] { rows.mapValues { network.sourcingCase.current[$0] } }

  /// Whether each site is open: those that exist, and those that a source of today needs.
  private func openings() -> [Bool] {
    var isOpen = network.sourcingCase.sites.map(\.isExisting)
    for index in rows.keys { isOpen[network.capabilities[index].site] = true }
    return isOpen
  }

  /// Fixes what the table says: roles, and the amounts that are not blank.
  ///
  /// - Returns: The first stage with numbers in the place of what is fixed, which spares the recourse a row for each lane.
  private func fixing(_ stage: FirstStage, in model: inout Model) -> FirstStage {
    var stage = stage
    func fix(_ decision: inout LinearExpression, at value: Double) {
      guard let term = decision.terms.first else { return }
      model.setBounds(of: term.variable, lower: value, upper: value)
      decision = LinearExpression(constant: value)
    }
    let sources = sources()
    for index in network.capabilities.indices {
      let source = sources[index]
      fix(&stage.primary[index], at: source?.role == .primary ? 1 : 0)
      fix(&stage.backup[index], at: source?.role == .backup ? 1 : 0)
      fix(&stage.reserve[index], at: source?.reserve ?? 0)
      if let commit = source?.commit { fix(&stage.commit[index], at: commit) }
    }
    for (site, isOpen) in openings().enumerated() { fix(&stage.open[site], at: isOpen ? 1 : 0) }
    for node in stage.stock.indices { fix(&stage.stock[node], at: 0) }
    return stage
  }
}
