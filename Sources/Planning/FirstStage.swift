public import LinearModel
public import Sourcing

/// What is decided before anything happens, as expressions: of a model's variables while a layout is
/// sought, or plain numbers while a given one is evaluated.
public struct FirstStage: Sendable {
  /// Whether each site is open.
  public var open: [LinearExpression]
  /// Whether each capability is a primary source.
  public var primary: [LinearExpression]
  /// Whether each capability is a backup.
  public var backup: [LinearExpression]
  /// Units a period committed to each capability.
  public var commit: [LinearExpression]
  /// Units a period reserved at each capability.
  public var reserve: [LinearExpression]
  /// What each capability's commitment costs a period where all of it is delivered.
  public var commitmentCost: [LinearExpression]
  /// Whether each project is developed.
  public var develop: [LinearExpression]
  /// What is contracted at each capability that a project unlocks, by when it can be used; empty for the others.
  var parts: [[ContractPart]]
  /// What clusters of sites save.
  public var clusterSaving: LinearExpression
  /// Variables that follow from these decisions.
  var auxiliaries: [Auxiliary] = []
  /// Units of strategic stock at each node.
  public var stock: [LinearExpression]
  /// Units made by each capability in the period before the first.
  public var pipelineMake: [LinearExpression]
  /// Units sent on each lane in the period before the first.
  public var pipelineShip: [LinearExpression]

  /// Whether a capability is qualified: as primary source or as backup.
  public func qualify(_ capability: Int) -> LinearExpression {
    primary[capability] + backup[capability]
  }

  /// Fixes the variables of all decisions but the pipeline at numbers; in a complete model each decision is a variable of
  /// its own, or a reserve that is not offered.
  func fix(_ given: FirstStage, in model: inout Model) {
    let pairs = [
      (open, given.open), (primary, given.primary), (backup, given.backup), (develop, given.develop),
      (commit, given.commit), (reserve, given.reserve), (stock, given.stock),
    ]
    for (decisions, values) in pairs {
      for (decision, value) in zip(decisions, values) {
        guard let term = decision.terms.first else { continue }
        model.setBounds(of: term.variable, lower: value.constant, upper: value.constant)
      }
    }
  }

  /// The decisions of a layout, as numbers.
  public init(_ layout: Layout, _ network: SourcingNetwork) {
    open = layout.isOpen.map { LinearExpression(constant: $0 ? 1 : 0) }
    primary = layout.role.map { LinearExpression(constant: $0 == .primary ? 1 : 0) }
    backup = layout.role.map { LinearExpression(constant: $0 == .backup ? 1 : 0) }
    commit = layout.commit.map { LinearExpression(constant: $0) }
    reserve = layout.reserve.map { LinearExpression(constant: $0) }
    commitmentCost = zip(network.capabilities, layout.commit).map {
      LinearExpression(constant: $0.commitmentCost($1))
    }
    develop = layout.isDeveloped.map { LinearExpression(constant: $0 ? 1 : 0) }
    parts = []
    clusterSaving = LinearExpression(constant: CostEvaluation.clusterSaving(layout, network))
    stock = layout.stock.map { LinearExpression(constant: $0) }
    pipelineMake = layout.pipeline.make.map { LinearExpression(constant: $0) }
    pipelineShip = layout.pipeline.ship.map { LinearExpression(constant: $0) }
    parts = network.capabilities.indices.map { index in
      if network.unlocking[index].isEmpty { return [] }
      let usable = (0..<network.periods).map { layout.usablePart(index, in: $0, network) }
      return [
        ContractPart(
          usable: usable, commit: commit[index], reserve: reserve[index], cost: commitmentCost[index])
      ]
    }
  }

  /// Nothing decided: every expression is zero.
  init(_ network: SourcingNetwork) {
    open = []
    primary = [LinearExpression](repeating: LinearExpression(), count: network.capabilities.count)
    backup = primary
    commit = primary
    reserve = primary
    commitmentCost = primary
    develop = [LinearExpression](repeating: LinearExpression(), count: network.projects.count)
    parts = [[ContractPart]](repeating: [], count: network.capabilities.count)
    clusterSaving = LinearExpression()
    pipelineMake = primary
    stock = [LinearExpression](repeating: LinearExpression(), count: network.nodes.count)
    pipelineShip = [LinearExpression](repeating: LinearExpression(), count: network.lanes.count)
  }

  /// The columns of the decisions to open a site, where these are decisions of their own and do not follow from the
  /// qualification of the only source there.
  var openings: Set<Int> {
    let roles = Set((primary + backup).flatMap { $0.terms.map(\.variable.index) })
    return Set(open.flatMap { $0.terms.map(\.variable.index) }).subtracting(roles)
  }

  /// What is spent once before anything can be bought: openings, qualifications and projects.
  func capital(_ network: SourcingNetwork) -> LinearExpression {
    var capital = LinearExpression()
    for (index, site) in network.sourcingCase.sites.enumerated() where !site.isExisting {
      capital.add(site.openingCost, open[index])
    }
    for (index, capability) in network.capabilities.enumerated() where !capability.capability.isQualified {
      capital.add(capability.capability.qualificationCost, qualify(index))
    }
    for (index, project) in network.projects.enumerated() { capital.add(project.cost, develop[index]) }
    return capital
  }

  /// What the decisions cost over the horizon: opening, closing, qualification, projects, reservation, stock,
  /// less what clusters save.
  public func cost(_ network: SourcingNetwork) -> LinearExpression {
    var cost = LinearExpression()
    for (index, site) in network.sourcingCase.sites.enumerated() {
      if site.isExisting {
        cost.constant += site.closingCost
        cost.add(-site.closingCost, open[index])
      } else {
        cost.add(site.openingCost, open[index])
      }
    }
    let periods = Double(network.sourcingCase.settings.periods)
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      if !row.isQualified { cost.add(row.qualificationCost, qualify(index)) }
      guard let fee = row.reservationCost else { continue }
      if parts[index].isEmpty { cost.add(fee * periods, reserve[index]) }
      for part in parts[index] { cost.add(fee * part.usable.reduce(0, +), part.reserve) }
    }
    for (index, project) in network.projects.enumerated() { cost.add(project.cost, develop[index]) }
    for (index, node) in network.nodes.enumerated() {
      cost.add(network.sourcingCase.items[node.item].holdingCost * periods, stock[index])
    }
    cost -= clusterSaving
    return cost
  }
}
