internal import LinearModel
internal import Synchronization

/// What searches have found out that is of use to searches of cases that differ little from theirs: cuts, the search tree with
/// its bases and multipliers, and the decisions of the best layout.
///
/// A case that has the same sites, items, lanes and scenarios as one before, but other quantities, costs, duties or
/// probabilities, is planned several times as fast with a memory. Nothing is taken over without a proof for the new case: cuts
/// are made anew from their multipliers, bounds are worked out anew, and decisions are costed anew. So what is proven is as sound
/// as without a memory, and only which of several layouts within the gap is found may depend on it.
///
/// A memory may be shared by searches on several threads. It holds a few searches at most, however many use it.
public final class PlanMemory: Sendable {
  private struct Contents {
    var entries: [RememberedSearch] = []
    var pricings: [RememberedPricing] = []
    var uses = 0
  }

  private let contents = Mutex(Contents())

  /// Searches that are kept; the one that was used longest ago makes room.
  static let mostEntries = 12
  /// Searches by prices that are kept; each holds the data of its parts.
  static let mostPricings = 6
  /// Layouts that are kept of each; the one that was best longest ago makes room.
  private static let mostLayouts = 12
  /// Layouts that a search is given: each takes a linear program.
  private static let mostRecalledLayouts = 3

  /// An empty memory.
  public init() {}

  /// Searches that it holds.
  var count: Int { contents.withLock { $0.entries.count + $0.pricings.count } }

  /// What is known that fits a master: of all searches of its shape, the one whose data were nearest, with the layouts that were best
  /// for the nearest data.
  func recall(_ shape: MasterShape, _ data: MasterData) -> RememberedSearch? {
    let fitting = contents.withLock { contents in contents.entries.filter { $0.shape == shape } }
    let nearest = fitting.map { ($0, $0.data.distance(to: data)) }.min { $0.1 < $1.1 }
    guard var (search, _) = nearest else { return nil }
    let layouts = search.layouts.map { ($0, $0.data.distance(to: data)) }.sorted { $0.1 < $1.1 }
    search.layouts = layouts.prefix(Self.mostRecalledLayouts).map(\.0)
    contents.withLock { contents in
      contents.uses += 1
      if let index = contents.entries.firstIndex(where: { $0.number == search.number }) {
        contents.entries[index].lastUse = contents.uses
      }
    }
    return search
  }

  /// Of all searches by prices of a shape, the one whose data were nearest.
  func recallPricing(_ shape: MasterShape, _ data: MasterData) -> RememberedPricing? {
    contents.withLock { contents in
      let fitting = contents.pricings.indices.filter { contents.pricings[$0].shape == shape }
      let nearest = fitting.map { ($0, contents.pricings[$0].data.distance(to: data)) }.min { $0.1 < $1.1 }
      guard let (index, _) = nearest else { return nil }
      contents.uses += 1
      contents.pricings[index].lastUse = contents.uses
      return contents.pricings[index]
    }
  }

  /// Keeps what more was found of parts that have the same data in a search by prices and in another that went on from it.
  func keep(_ parts: [Int: RememberedPart], of pricing: RememberedPricing) {
    contents.withLock { contents in
      guard let index = contents.pricings.firstIndex(where: { $0.number == pricing.number }) else { return }
      for (part, remembered) in parts { contents.pricings[index].parts[part] = remembered }
    }
  }

  /// Keeps what a search by prices found; the one that was used longest ago makes room.
  func keep(_ pricing: RememberedPricing) {
    contents.withLock { contents in
      contents.uses += 1
      var pricing = pricing
      pricing.lastUse = contents.uses
      pricing.number = contents.uses
      if contents.pricings.count >= Self.mostPricings,
        let oldest = contents.pricings.indices.min(by: {
          contents.pricings[$0].lastUse < contents.pricings[$1].lastUse
        })
      {
        contents.pricings.remove(at: oldest)
      }
      contents.pricings.append(pricing)
    }
  }

  /// Keeps the best layout of a search, and what branching has gained in it and those that it went on from, for all searches of
  /// its shape.
  func note(_ layout: KnownLayout, _ costs: BranchingCosts, for shape: MasterShape) {
    contents.withLock { contents in
      for index in contents.entries.indices where contents.entries[index].shape == shape {
        contents.entries[index].costs = costs
        var layouts = contents.entries[index].layouts
        // One that is known stays the best for the data that it was found for.
        let known = layouts.firstIndex { $0.layout == layout.layout }.map { layouts.remove(at: $0) }
        layouts.insert(known ?? layout, at: 0)
        contents.entries[index].layouts = Array(layouts.prefix(Self.mostLayouts))
      }
    }
  }

  /// Keeps what a search found, in place of what has its number.
  func keep(_ search: RememberedSearch) {
    contents.withLock { contents in
      contents.uses += 1
      var search = search
      search.lastUse = contents.uses
      if search.number > 0 {
        if let index = contents.entries.firstIndex(where: { $0.number == search.number }) {
          search.layouts = contents.entries[index].layouts
          contents.entries[index] = search
        }
        return
      }
      search.number = contents.uses
      if let known = contents.entries.first(where: { $0.shape == search.shape }) {
        let found = Set(search.layouts.map(\.layout))
        search.layouts += known.layouts.filter { !found.contains($0.layout) }
        search.layouts = Array(search.layouts.prefix(Self.mostLayouts))
      }
      if contents.entries.count >= Self.mostEntries,
        let oldest = contents.entries.indices.min(by: {
          contents.entries[$0].lastUse < contents.entries[$1].lastUse
        })
      {
        contents.entries[oldest] = search
      } else {
        contents.entries.append(search)
      }
    }
  }
}

/// What two masters must have in common for one to make use of what was found of the other: as many columns, rows and blocks of
/// the same sizes, and the same columns whole.
///
/// It is enough for soundness, whatever the columns mean; masters of cases that differ in numbers alone also mean the same.
struct MasterShape: Hashable, Sendable {
  private let domains: [Bool]
  private let rows: Int
  private let lazyRows: Int
  private let blocks: [[Int]]
  private let estimates: [[Int]]

  init(_ master: BendersMaster) {
    domains = master.model.domains.map { $0 == .integer }
    rows = master.model.constraintCount
    lazyRows = master.lazyRows.constraintCount
    blocks = master.blocks.map { [$0.lower.count, $0.cost.count, $0.capColumns.count] }
    estimates = master.estimates.map { $0.members.map(\.block) }
  }
}

/// The numbers of a master and its blocks, for telling which of two others is nearer.
struct MasterData: Sendable {
  private let numbers: [Float]

  init(_ master: BendersMaster) {
    let model = master.model
    var numbers = (model.objective + model.upperBounds + model.rows.values).map(Float.init)
    numbers += (model.rowLowerBounds + model.rowUpperBounds).map(Float.init)
    for block in master.blocks {
      for list in [block.cost, block.bound, block.lower, block.upper, block.capConstants, block.caps.values] {
        numbers += list.map(Float.init)
      }
    }
    self.numbers = numbers
  }

  /// The sum of how far each number is from the other's, in parts of both.
  func distance(to other: MasterData) -> Double {
    if numbers.count != other.numbers.count { return .infinity }
    return zip(numbers, other.numbers).reduce(0.0) { sum, pair in
      if pair.0 == pair.1 { return sum }
      let size = abs(pair.0) + abs(pair.1)
      return sum + (size.isFinite ? Double(abs(pair.0 - pair.1) / size) : 1)
    }
  }
}
