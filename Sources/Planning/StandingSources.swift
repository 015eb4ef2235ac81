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
    let undisturbed = builder.add(0, to: &model, stage)
    model.addToObjective(stage.cost(network))
    model.addToObjective(undisturbed.cost)
    fix(stage, in: &model)
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

  /// Fixes what the table says: roles, and the amounts that are not blank.
  private func fix(_ stage: FirstStage, in model: inout Model) {
    func fix(_ decision: LinearExpression, at value: Double) {
      guard let term = decision.terms.first else { return }
      model.setBounds(of: term.variable, lower: value, upper: value)
    }
    var isUsed = network.sourcingCase.sites.map(\.isExisting)
    for (index, capability) in network.capabilities.enumerated() {
      let source = rows[index].map { network.sourcingCase.current[$0] }
      if source != nil { isUsed[capability.site] = true }
      fix(stage.primary[index], at: source?.role == .primary ? 1 : 0)
      fix(stage.backup[index], at: source?.role == .backup ? 1 : 0)
      fix(stage.reserve[index], at: source?.reserve ?? 0)
      if let commit = source?.commit { fix(stage.commit[index], at: commit) }
    }
    for (index, open) in stage.open.enumerated() { fix(open, at: isUsed[index] ? 1 : 0) }
    for stock in stage.stock { fix(stock, at: 0) }
  }
}
