internal import LinearModel
internal import Sourcing

/// What must be made of each item over the horizon so that no more demand is unmet than when nothing happens, against what
/// can be made of it.
///
/// It takes neither places nor lanes nor periods into account, so that it proves only that something is not survived: where
/// too little of an item can be made, no linear program has to say so.
struct SupplyNeed {
  private let program: ResponseProgram
  /// Units of each item that must be made.
  private var needed: [Double]
  /// Units of each item that can be made while nothing happens.
  private var available: [Double]

  /// What is missing by less than this part of the need may be rounding.
  private static let trace = 1e-6

  /// - Parameter bounded: The program with what may be short as bounds.
  /// - Returns: Nil where goods come from elsewhere too: from strategic stock, or from under way.
  init?(_ program: ResponseProgram, _ bounded: Model) {
    let network = program.network
    guard program.stockRows.isEmpty, network.lanes.allSatisfy({ $0.lead == 0 }) else { return nil }
    self.program = program
    let items = network.sourcingCase.items.count
    available = [Double](repeating: 0, count: items)
    needed = available
    var sold = available
    var makers = [Set<Int>](repeating: [], count: items)
    for (index, column) in program.columns.enumerated() {
      switch column {
      case .make(let capability, _), .surge(let capability, _):
        available[network.capabilities[capability].item] += bounded.upperBounds[index]
        makers[network.capabilities[capability].item].insert(capability)
      case .short(let demand, let period):
        let most = bounded.upperBounds[index]
        sold[network.demands[demand].item] += max(0, network.demands[demand].quantities[period] - most)
      case .ship, .hold, .release, .claim, .originating: break
      }
    }
    needed = Self.needed(sold, Self.uses(makers, network))
  }

  /// Something that an item goes into.
  private struct Use {
    var item: Int
    /// The least that a unit of it takes: the recipe of the most thrifty source.
    var quantity: Double
  }

  /// For each item what is made of it.
  private static func uses(_ makers: [Set<Int>], _ network: SourcingNetwork) -> [[Use]] {
    var uses = [[Use]](repeating: [], count: makers.count)
    for (item, sources) in makers.enumerated() {
      var least: [Int: Double]?
      for source in sources {
        var taken: [Int: Double] = [:]
        for input in network.capabilities[source].inputs { taken[input.item, default: 0] += input.quantity }
        // What one of the sources does without is not needed for certain.
        guard let known = least else {
          least = taken
          continue
        }
        least = taken.filter { known[$0.key] != nil }.merging(known) { min($0, $1) }.filter {
          taken[$0.key] != nil
        }
      }
      for (input, quantity) in least ?? [:] { uses[input].append(Use(item: item, quantity: quantity)) }
    }
    return uses
  }

  /// What is sold of each item and taken for what must be made of it.
  private static func needed(_ sold: [Double], _ uses: [[Use]]) -> [Double] {
    var known = [Double?](repeating: nil, count: sold.count)
    func need(_ item: Int) -> Double {
      if let found = known[item] { return found }
      let found = uses[item].reduce(sold[item]) { $0 + $1.quantity * need($1.item) }
      known[item] = found
      return found
    }
    return sold.indices.map(need)
  }

  /// Whether too little of an item can be made under some changes for as much to be met as when nothing happens.
  func falls(under changes: ResponseChanges) -> Bool {
    // With another demand the need is another one.
    if changes.changesDemand { return false }
    var lost: [Int: Double] = [:]
    changes.forEachBound { column, before, after in
      switch program.columns[column] {
      case .make(let capability, _), .surge(let capability, _):
        lost[program.network.capabilities[capability].item, default: 0] += before - after
      case .ship, .hold, .release, .short, .claim, .originating: break
      }
    }
    return lost.contains { item, amount in
      needed[item] - (available[item] - amount) > Self.trace * max(1, needed[item])
    }
  }
}
