public import LinearModel
public import Sourcing

/// The yes-or-no decisions by which layouts are told apart: whether each site that makes something is in use, whether each
/// source is used, and whether it is used as a main one.
///
/// A source is used where it holds at least ``leastPart`` of the need of its item: committed as a main one, reserved as a backup
/// that can hold a reserve. What is called a source and holds nothing is no difference between layouts; nor is a site that is
/// open without a source.
public struct LayoutDecisions: Sendable {
  /// A source counts as one that holds at least this part of what is needed of its item in a period.
  public static let leastPart = 0.01

  private let network: SourcingNetwork
  private let makers: [Int]
  /// What each capability holds at least where it is a source; zero where nothing is needed of it.
  private let least: [Double]

  /// The decisions about a network.
  public init(_ network: SourcingNetwork) {
    self.network = network
    makers = Set(network.capabilities.map(\.site)).sorted()
    let periods = Double(network.periods)
    least = network.capabilities.map {
      min($0.capability.capacity, Self.leastPart * network.need(item: $0.item) / periods)
    }
  }

  /// How many there are.
  public var count: Int { makers.count + 2 * network.capabilities.count }

  /// The decisions of a layout: sites, sources, main sources.
  public func values(_ layout: Layout) -> [Bool] {
    let used = network.capabilities.indices.map { isUsed($0, layout) }
    let inUse = Set(network.capabilities.indices.filter { used[$0] }.map { network.capabilities[$0].site })
    return makers.map { layout.isOpen[$0] && (inUse.contains($0) || isFree($0)) } + used
      + network.capabilities.indices.map { used[$0] && layout.role[$0] == .primary }
  }

  private func isUsed(_ capability: Int, _ layout: Layout) -> Bool {
    // What a point of a program holds is short of a bound by what the program cannot tell apart.
    let enough = least[capability] * (1 - 1e-6) - 1e-9
    switch layout.role[capability] {
    case .primary: return layout.commit[capability] >= enough
    case .backup:
      return network.capabilities[capability].capability.reservationCost == nil
        || layout.reserve[capability] >= enough
    case nil: return false
    }
  }

  /// The decisions of a model, in the same order; they are those of its layouts where ``addUse(_:to:)`` holds.
  func expressions(_ stage: FirstStage) -> [LinearExpression] {
    makers.map { stage.open[$0] } + network.capabilities.indices.map { stage.qualify($0) } + stage.primary
  }

  /// How far a layout of a model is from one with these decisions.
  public func distance(_ stage: FirstStage, from other: [Bool]) -> LinearExpression {
    var differing = LinearExpression()
    for (expression, value) in zip(expressions(stage), other) {
      if value {
        differing.constant += 1
        differing.add(-1, expression)
      } else {
        differing.add(1, expression)
      }
    }
    return differing
  }

  /// In how many decisions two layouts differ (Hamming 1950).
  public static func distance(_ left: [Bool], _ right: [Bool]) -> Int {
    zip(left, right).count { $0 != $1 }
  }

  /// Keeps a model to layouts whose sources are used and whose sites have a source.
  public func addUse(_ stage: FirstStage, to model: inout Model) {
    for (index, capability) in network.capabilities.enumerated() where least[index] > 0 {
      model.addConstraint(
        stage.commit[index] >= least[index] * stage.primary[index], name: "main_used[\(index)]")
      if capability.capability.reservationCost != nil {
        model.addConstraint(
          stage.reserve[index] >= least[index] * stage.backup[index], name: "backup_used[\(index)]")
      }
    }
    for site in makers where !isFree(site) && stage.open[site].terms.count <= 1 {
      var qualified = LinearExpression()
      for source in sources(of: site) { qualified += stage.qualify(source) }
      model.addConstraint(stage.open[site] <= qualified, name: "site_used[\(site)]")
    }
  }

  /// Whether that a site is open means something by itself: it passes goods on, or closing it costs something.
  private func isFree(_ site: Int) -> Bool {
    let row = network.sourcingCase.sites[site]
    return (row.isExisting && row.closingCost > 0)
      || network.nodes.contains { $0.site == site && !$0.inbound.isEmpty && $0.consumers.isEmpty }
  }

  private func sources(of site: Int) -> [Int] {
    network.capabilities.indices.filter { network.capabilities[$0].site == site }
  }
}
