internal import LinearModel

/// A cut on an estimate: the sum of a cut of each of its blocks, each times the block's weight.
struct EstimateCut {
  let theta: Variable
  private(set) var constant = 0.0
  private(set) var columns: [Int32] = []
  private(set) var values: [Double] = []
  /// How to make the cuts of its blocks again; empty where that is not kept of each.
  let recipes: [CutRecipe]

  /// - Parameters:
  ///   - cuts: One cut of each member, in their order.
  ///   - count: How many columns the master has.
  init(_ estimate: CostEstimate, _ cuts: [BendersCut], columns count: Int) {
    theta = estimate.variable
    let recipes = cuts.compactMap(\.recipe)
    self.recipes = recipes.count == cuts.count ? recipes : []
    if let only = cuts.first, cuts.count == 1 {
      let weight = estimate.members[0].weight
      constant = weight * only.constant
      columns = only.columns
      values = only.values.map { weight * $0 }
      return
    }
    var sums = [Double](repeating: 0, count: count)
    var isTouched = [Bool](repeating: false, count: count)
    for (member, cut) in zip(estimate.members, cuts) {
      constant += member.weight * cut.constant
      for (column, value) in zip(cut.columns, cut.values) {
        sums[Int(column)] += member.weight * value
        if !isTouched[Int(column)] {
          isTouched[Int(column)] = true
          columns.append(column)
        }
      }
    }
    columns.sort()
    values = columns.map { sums[Int($0)] }
  }

  /// The least that the estimate can be at a point of the master.
  func value(at point: [Double]) -> Double {
    var sum = constant
    for (column, value) in zip(columns, values) { sum += value * point[Int(column)] }
    return sum
  }
}

/// The cuts that were found of each block that shares an estimate.
struct BlockCuts {
  private struct Entry {
    var cut: BendersCut
    /// When it was last the best of its block.
    var lastUse: Int
  }

  private var entries: [[Entry]]
  /// The gradients of each block's cuts, one after the other, each with a value for every column that the block reads: points are held
  /// against them all the time.
  private var gradients: [[Double]]
  /// What each block was last asked: what it reads of the point, and its best cut there. A new cut makes it unknown.
  private var lastBest: [(read: [Double], choice: Int, value: Double)?]
  /// The master's columns that each block reads.
  private let columnsRead: [[Int32]]
  private var uses = 0

  /// Cuts of a block that are kept; the one that was best longest ago makes room.
  private static let mostCuts = 60

  init(_ blocks: [RecourseBlock]) {
    entries = [[Entry]](repeating: [], count: blocks.count)
    gradients = [[Double]](repeating: [], count: blocks.count)
    lastBest = [(read: [Double], choice: Int, value: Double)?](repeating: nil, count: blocks.count)
    columnsRead = blocks.map(\.columnsRead)
  }

  /// Takes a cut in unless one that is as good at the point is there already.
  mutating func keep(_ cut: BendersCut, at point: [Double]) {
    let value = cut.value(at: point)
    let isKnown = entries[cut.block].contains {
      $0.cut.value(at: point) >= value - 1e-9 * max(1, abs(value))
    }
    if !isKnown { keep(cut) }
  }

  /// Takes a cut in.
  mutating func keep(_ cut: BendersCut) {
    lastBest[cut.block] = nil
    let entry = Entry(cut: cut, lastUse: uses)
    let gradient = gradient(of: cut)
    guard entries[cut.block].count >= Self.mostCuts,
      let oldest = entries[cut.block].indices.min(by: {
        entries[cut.block][$0].lastUse < entries[cut.block][$1].lastUse
      })
    else {
      entries[cut.block].append(entry)
      gradients[cut.block] += gradient
      return
    }
    entries[cut.block][oldest] = entry
    let start = oldest * gradient.count
    gradients[cut.block].replaceSubrange(start..<start + gradient.count, with: gradient)
  }

  /// A cut's gradient with a value for every column that its block reads.
  private func gradient(of cut: BendersCut) -> [Double] {
    let read = columnsRead[cut.block]
    var gradient = [Double](repeating: 0, count: read.count)
    var place = 0
    // Both are in rising order.
    for (column, value) in zip(cut.columns, cut.values) {
      while read[place] != column { place += 1 }
      gradient[place] = value
    }
    return gradient
  }

  /// The cuts known of a block.
  func cuts(of block: Int) -> [BendersCut] { entries[block].map(\.cut) }

  /// The best cut known of each block of an estimate at a point, and what they come to; nil where a block has none.
  mutating func best(_ estimate: CostEstimate, at point: [Double]) -> (cuts: [BendersCut], value: Double)? {
    uses += 1
    var sum = 0.0
    var cuts: [BendersCut] = []
    cuts.reserveCapacity(estimate.members.count)
    for member in estimate.members {
      guard let best = best(of: member.block, at: point) else { return nil }
      entries[member.block][best.choice].lastUse = uses
      cuts.append(entries[member.block][best.choice].cut)
      sum += member.weight * best.value
    }
    return (cuts, sum)
  }

  /// The best cut known of a block at a point; from one point to the next most blocks read the same.
  private mutating func best(of block: Int, at point: [Double]) -> (choice: Int, value: Double)? {
    let read = columnsRead[block].map { point[Int($0)] }
    if let last = lastBest[block], last.read == read { return (last.choice, last.value) }
    var best = -Double.infinity
    var chosen = -1
    read.withUnsafeBufferPointer { read in
      gradients[block].withUnsafeBufferPointer { gradients in
        for index in entries[block].indices {
          let product = Self.product(read, gradients, from: index * read.count)
          let value = entries[block][index].cut.constant + product
          if value > best { (best, chosen) = (value, index) }
        }
      }
    }
    if chosen < 0 { return nil }
    lastBest[block] = (read, chosen, best)
    return (chosen, best)
  }

  /// The inner product of a vector and a part of a longer one, in four sums that do not wait for each other.
  private static func product(
    _ vector: UnsafeBufferPointer<Double>, _ other: UnsafeBufferPointer<Double>, from start: Int
  ) -> Double {
    var sums = SIMD4<Double>()
    var index = 0
    while index + 4 <= vector.count {
      let left = SIMD4(vector[index], vector[index + 1], vector[index + 2], vector[index + 3])
      let place = start + index
      sums += left * SIMD4(other[place], other[place + 1], other[place + 2], other[place + 3])
      index += 4
    }
    var sum = sums.sum()
    while index < vector.count {
      sum += vector[index] * other[start + index]
      index += 1
    }
    return sum
  }
}
