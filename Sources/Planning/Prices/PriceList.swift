internal import LinearModel
internal import Sourcing

/// What a policy costs at the margin, and the linear program that says so.
struct PolicyPrice {
  var value: Double?
  var basis: PlanPolicy.PriceBasis

  /// Of a policy whose linear program was not solved.
  static let unsolved = PolicyPrice(value: nil, basis: .unsolved)
}

extension PolicyKind {
  /// The linear program that a policy of the kind has its price from.
  ///
  /// With the yes-or-no decisions of a layout as they are, a limit on such decisions could be any other and nothing would change. Their price
  /// is that of the relaxation, in which they may be made in part.
  var priceBasis: PlanPolicy.PriceBasis {
    switch self {
    case .maxShare, .maxConcentration, .autonomy, .backupCover, .maxCost, .maxEmissions, .minService,
      .maxCVaR,
      .maxCVaRShortage, .survive:
      .layout
    case .minSources, .oneMain, .separate, .require, .exclude, .singleSource, .maxCapital, .maxChanges,
      .chanceService, .maxLeadDays:
      .relaxation
    }
  }

  /// Whether a policy of the kind closes decisions or lanes instead of adding rows. A column that is closed has any multiplier, so
  /// that the price is found by opening it.
  fileprivate var closes: Bool { self == .exclude || self == .maxLeadDays }
}

/// Prices of a network's policies, which come in as linear programs are solved.
struct PriceList {
  let network: SourcingNetwork
  /// A price for each policy, in the network's order.
  private(set) var prices: [PolicyPrice]

  /// In parts of the optimum, what two solved programs cannot tell apart.
  private static let blur = 1e-6

  init(_ network: SourcingNetwork) {
    self.network = network
    prices = network.policies.map { _ in .unsolved }
  }

  /// Whether policies have their price from the multipliers of a linear program.
  func asks(for basis: PlanPolicy.PriceBasis) -> Bool { !byRows(basis).isEmpty }

  /// Places of the policies that have their price from the multipliers of a linear program.
  private func byRows(_ basis: PlanPolicy.PriceBasis) -> [Int] {
    network.policies.indices.filter {
      let kind = network.policies[$0].policy.kind
      return kind.priceBasis == basis && !kind.closes
    }
  }

  /// Places of the policies of a kind.
  func places(of kind: PolicyKind) -> [Int] {
    network.policies.indices.filter { network.policies[$0].policy.kind == kind }
  }

  /// Prices the policies of a linear program by the multipliers of their rows: by how much its optimum changes where the bounds of
  /// all rows of a policy move as they do for one more unit of its limit. A policy that has no rows asks for nothing.
  ///
  /// - Parameters:
  ///   - rows: Rows of each policy.
  ///   - point: The optimum.
  ///   - dual: The multiplier of a row.
  mutating func take(
    _ basis: PlanPolicy.PriceBasis, _ rows: [[PolicyRow]], at point: [Double], dual: (PolicyRow) -> Double
  ) {
    for place in byRows(basis) {
      set(
        place,
        to: rows[place].reduce(0) { sum, row in
          row.sensitivity.map { sum + dual(row) * $0.value(at: point) } ?? sum
        })
    }
  }

  /// Prices a policy by what the optimum of the relaxation is with its limit as it is, and with one unit more.
  mutating func take(_ place: Int, optimum: Double, moved: Double) {
    set(place, to: abs(moved - optimum) <= Self.blur * max(1, abs(optimum)) ? 0 : moved - optimum)
  }

  /// Notes that the limit of a policy could be another without a change.
  mutating func takeNothing(_ place: Int) { set(place, to: 0) }

  private mutating func set(_ place: Int, to value: Double) {
    prices[place] = PolicyPrice(
      value: abs(value) < 1e-9 ? 0 : value, basis: network.policies[place].policy.kind.priceBasis)
  }
}

extension Model {
  /// Whether a row has a column that can move; one that has none, as where a layout is given, has any multiplier and no price.
  func canMove(_ row: Constraint) -> Bool {
    columns(ofRow: row.index).contains { lowerBounds[$0] < upperBounds[$0] }
  }
}

extension SourcingNetwork {
  /// The network with one more day to deliver in, where a policy limits that; nil where no lane can be used then that could not before.
  func withAnotherDay(_ place: Int) -> SourcingNetwork? {
    let other = limiting(place, to: (policies[place].policy.limit ?? 0) + 1)
    return PolicyRules.closedLanes(other) == PolicyRules.closedLanes(self) ? nil : other
  }
}
