/// Finds how much of each item can be of use over the horizon: demand, and what recipes take for it.
struct NeedResolver {
  let items: Int
  let capabilities: [NetworkCapability]
  let demands: [NetworkDemand]

  /// The needs by item. Where recipes differ the hungriest counts, since any may be used.
  func needs() -> [Double] {
    var takes = [[Int: Double]](repeating: [:], count: items)
    for capability in capabilities {
      for input in capability.inputs {
        takes[capability.item][input.item] = max(takes[capability.item][input.item] ?? 0, input.quantity)
      }
    }
    var needs = [Double](repeating: 0, count: items)
    for demand in demands { needs[demand.item] += demand.total }
    for item in madeLast(takes) {
      for (input, quantity) in takes[item] { needs[input] += quantity * needs[item] }
    }
    return needs
  }

  /// Items in an order in which each comes before what it is made of (Kahn 1962); validation has excluded cycles.
  private func madeLast(_ takes: [[Int: Double]]) -> [Int] {
    var users = [Int](repeating: 0, count: items)
    for inputs in takes { for input in inputs.keys { users[input] += 1 } }
    var order = users.indices.filter { users[$0] == 0 }
    var next = 0
    while next < order.count {
      for input in takes[order[next]].keys.sorted() {
        users[input] -= 1
        if users[input] == 0 { order.append(input) }
      }
      next += 1
    }
    return order
  }
}

/// Gathers the rows of `demand` into what each market needs of each item in each period.
struct DemandResolver {
  private let found: SourcingCase
  private let markets: [String: Int]
  private let items: [String: Int]

  /// What a market needs of an item.
  struct Wanted {
    var market: Int
    var item: Int
    var quantities: [Double]
    var shortageCosts: [Double]
    /// Least share of each period's quantity that is met.
    var leastServices: [Double]
  }

  init(_ found: SourcingCase, markets: [String: Int], items: [String: Int]) {
    self.found = found
    self.markets = markets
    self.items = items
  }

  /// One entry a pair that needs anything, in the order of the table. A row for one period counts there
  /// instead of the row for all periods.
  func resolve() -> [Wanted] {
    var positions: [[Int]: Int] = [:]
    var wanted: [Wanted] = []
    let rows = found.demand.filter { $0.period == nil } + found.demand.filter { $0.period != nil }
    for row in rows {
      guard let market = markets[row.market], let item = items[row.item] else { continue }
      let periods = row.period.map { $0..<($0 + 1) } ?? 0..<found.settings.periods
      let position: Int
      if let known = positions[[market, item]] {
        position = known
      } else {
        let none = [Double](repeating: 0, count: found.settings.periods)
        position = wanted.count
        positions[[market, item]] = position
        wanted.append(
          Wanted(market: market, item: item, quantities: none, shortageCosts: none, leastServices: none))
      }
      for period in periods {
        wanted[position].quantities[period] = row.quantity
        wanted[position].shortageCosts[period] = row.shortageCost
        wanted[position].leastServices[period] = row.minService ?? 0
      }
    }
    return wanted.filter { $0.quantities.contains { $0 > 0 } }
  }
}
