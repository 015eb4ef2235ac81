internal import LinearModel
internal import Sourcing

/// A source of which a frontier's measure limits the share.
struct LimitedSource {
  /// The item that it supplies.
  let item: Int
  /// What it supplies over the horizon while nothing happens.
  let volume: LinearExpression
  /// 1 where it is qualified, else 0.
  let isUsed: LinearExpression
  /// The most that it can supply over the horizon.
  let capacity: Double
  /// Units over the horizon that make a share of 1.
  let need: Double
}

/// Rows that follow from a limit on shares and from the decisions being whole: a source that is used supplies no more than the
/// limit's part of the need, and there are as many sources as that takes. A linear program would otherwise use a part of a source
/// for as much of its capacity, and pay for a part of it.
///
/// What holds under one limit holds under all that are stricter, so rows are kept from limit to limit and only those that were made
/// for a stricter limit than the present one are let go.
struct LimitedSources {
  private let sources: [LimitedSource]
  /// Units that markets need of each item over the horizon, where they can only come from the sources.
  private let demands: [Int: Double]
  /// The rows in the pool that were made for each limit, with what bounds them.
  private var known: [(limit: Double, rows: [Row])] = []

  /// A row in the pool, and what bounds it where it holds.
  private struct Row {
    let id: Int
    let lower: Double
    let upper: Double

    init(_ relation: LinearRelation, in cuts: CutLoop) {
      let expression = relation.expression
      lower = relation.lower - expression.constant
      upper = relation.upper - expression.constant
      id = cuts.addRow(expression.terms, lower: lower, upper: upper)
    }
  }

  /// Counts that are above a whole number by less than this are that number.
  private static let wholeness = 1e-6

  init(_ sources: [LimitedSource], _ network: SourcingNetwork) {
    self.sources = sources
    let members = Set(sources.map(\.item))
    let counted = Dictionary(grouping: sources, by: \.item).mapValues(\.count)
    let all = Dictionary(grouping: network.capabilities, by: \.item).mapValues(\.count)
    var demands: [Int: Double] = [:]
    // What is under way when the horizon begins comes from no source.
    if network.lanes.allSatisfy({ $0.lead == 0 }) {
      for demand in network.demands where members.contains(demand.item) {
        demands[demand.item, default: 0] += demand.total
      }
    }
    self.demands = demands.filter { (counted[$0.key] ?? 0) == (all[$0.key] ?? 0) }
  }

  /// Lets the rows hold that follow from a limit, and no others.
  ///
  /// - Parameter short: What may be short of each item at most while nothing happens; an item that is not named may be short of anything.
  mutating func limit(to limit: Double?, short: [Int: Double], _ cuts: CutLoop) throws {
    if sources.isEmpty { return }
    let most = limit ?? .infinity
    for (made, rows) in known {
      for row in rows {
        let holds = most <= made
        try cuts.program.setPoolRow(
          row.id, lower: holds ? row.lower : -.infinity, upper: holds ? row.upper : .infinity)
      }
    }
    guard let limit, limit > 0, !known.contains(where: { $0.limit == limit }) else { return }
    let largest = sources.filter { limit * $0.need < $0.capacity }.map {
      $0.volume <= limit * $0.need * $0.isUsed
    }
    let counts = demands.keys.sorted().compactMap { count(of: $0, under: limit, short: short[$0]) }
    known.append((limit, (largest + counts).map { Row($0, in: cuts) }))
  }

  /// At least how many sources an item has under a limit.
  private func count(of item: Int, under limit: Double, short: Double?) -> LinearRelation? {
    let members = sources.filter { $0.item == item }
    guard let short, let demand = demands[item], let need = members.map(\.need).max() else { return nil }
    let count = ((demand - short) / (limit * need) - Self.wholeness).rounded(.up)
    if count < 2 { return nil }
    return members.reduce(LinearExpression()) { $0 + $1.isUsed } >= LinearExpression(constant: count)
  }
}
