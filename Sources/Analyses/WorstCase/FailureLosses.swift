internal import Planning
internal import Sourcing

/// What each of some failures can cost at most on top of a response: what unmet demand costs that the response meets by way of what
/// fails.
///
/// A response stays possible where all is left out of it that passes through what fails and the demand that this served is short;
/// nothing else costs more then. What passes through one of two failures is no more than what passes through each of them, so that
/// losses of several add up to at least what they cost together. The best answer to the failures costs no more than this one, which
/// makes it a bound on all sets of them without a linear program (what it leaves of a response is a sum of the ways from sources to
/// markets that the response is made of, each node sharing out what comes in evenly).
struct FailureLosses {
  /// A node of the network in a period.
  private typealias Place = Int

  private let program: ResponseProgram
  private let network: SourcingNetwork
  /// Where the flow of each column goes: a node in a period; nil where it serves a demand or leads nowhere.
  private let heads: [Place?]
  /// Columns that bring something to each place.
  private let entries: [[Int]]
  /// Columns that take something from each place.
  private let exits: [[Int]]

  /// - Returns: Nil where units of the same item are not alike, because some originate under an agreement.
  init?(_ program: ResponseProgram) {
    let network = program.network
    if !network.origins.isEmpty { return nil }
    let periods = network.periods
    self.program = program
    self.network = network
    func place(_ site: Int, _ item: Int, _ period: Int) -> Place? {
      network.nodeIndex(site: site, item: item).map { $0 * periods + period }
    }
    var heads: [Place?] = []
    var tails: [[Place]] = []
    for column in program.columns {
      switch column {
      case .make(let index, let period), .surge(let index, let period):
        let source = network.capabilities[index]
        heads.append(place(source.site, source.item, period))
        tails.append(
          source.inputs.compactMap { place(source.site, $0.item, period) })
      case .ship(let index, let period):
        let lane = network.lanes[index]
        if network.servedDemand(lane: index) == nil, case .site(let site) = lane.destination {
          heads.append(place(site, lane.item, period))
        } else {
          heads.append(nil)
        }
        let departure = period - lane.lead
        tails.append(
          departure < 0 ? [] : [network.originNode(lane: index) * periods + departure])
      case .hold(let node, let period):
        heads.append(node * periods + period + 1)
        tails.append([node * periods + period])
      case .release(let node, let period):
        heads.append(node * periods + period)
        tails.append([])
      case .short, .claim, .originating:
        heads.append(nil)
        tails.append([])
      }
    }
    self.heads = heads
    var entries = [[Int]](repeating: [], count: network.nodes.count * periods)
    var exits = entries
    for column in heads.indices {
      if let head = heads[column] { entries[head].append(column) }
      for tail in tails[column] { exits[tail].append(column) }
    }
    self.entries = entries
    self.exits = exits
  }

  /// The most that each failure can cost on top of a response.
  ///
  /// - Parameters:
  ///   - point: The values of the program's columns.
  ///   - hits: The columns of which each failure takes something away.
  /// - Returns: Nil where goods go round in a ring, so that it cannot be told what of them comes from where.
  func losses(at point: [Double], of hits: [[Int]]) -> [Double]? {
    var flow = FlowWorth(self, point)
    var worth = [Double](repeating: 0, count: point.count)
    for column in program.columns.indices where point[column] > 0 {
      guard let found = flow.worth(of: column) else { return nil }
      worth[column] = found
    }
    return hits.map { columns in
      let hit = Set(columns)
      return columns.reduce(0.0) { total, column in
        // What goes on through nothing but what fails as well is counted there.
        let goesOn = heads[column].map { exits[$0].allSatisfy { point[$0] <= 0 || hit.contains($0) } }
        return goesOn == true ? total : total + max(0, point[column]) * worth[column]
      }
    }
  }

  /// What a unit of each column's flow is worth to demand, from the markets back.
  private struct FlowWorth {
    private let losses: FailureLosses
    private let point: [Double]
    /// What a unit that comes into each place is worth; nil until it is known.
    private var known: [Double?]
    private var isUnderway: [Bool]

    init(_ losses: FailureLosses, _ point: [Double]) {
      self.losses = losses
      self.point = point
      known = [Double?](repeating: nil, count: losses.exits.count)
      isUnderway = [Bool](repeating: false, count: losses.exits.count)
    }

    /// Nil where a way from it leads back to it.
    mutating func worth(of column: Int) -> Double? {
      if case .ship(let lane, let period) = losses.program.columns[column],
        let demand = losses.network.servedDemand(lane: lane)
      {
        return losses.network.demands[demand].shortageCosts[period]
      }
      guard let head = losses.heads[column] else { return 0 }
      if let found = known[head] { return found }
      if isUnderway[head] { return nil }
      isUnderway[head] = true
      defer { isUnderway[head] = false }
      var total = 0.0
      for exit in losses.exits[head] where point[exit] > 0 {
        guard let worth = worth(of: exit) else { return nil }
        total += point[exit] * worth
      }
      let inflow = losses.entries[head].reduce(0.0) { $0 + max(0, point[$1]) }
      let found = inflow > 0 ? total / inflow : 0
      known[head] = found
      return found
    }
  }
}
