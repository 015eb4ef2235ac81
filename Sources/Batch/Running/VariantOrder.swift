internal import Sourcing

/// The order in which the variants of a batch are planned.
///
/// Those that change the same columns come one after the other, from the least change to the greatest: a search goes on from an
/// earlier one whose data are near, and is the shorter the nearer they are. A list is put in order by stretches, so that one of
/// millions takes no memory. Results are the same in any order, since each is proven for itself.
struct VariantOrder {
  private let list: VariantList
  /// Variants of the stretch in hand, the next one last.
  private var stretch: [Int] = []
  /// The first variant after the stretch in hand.
  private var end = 0

  /// Variants that are put in order together.
  static let stretchLength = 1_000

  init(_ list: VariantList) {
    self.list = list
  }

  /// The number of the next variant; nil after the last.
  mutating func next() -> Int? {
    if stretch.isEmpty {
      let start = end
      end = min(list.count, start + Self.stretchLength)
      let keys = (start..<end).map { (number: $0, change: Change(list[$0])) }
      stretch = keys.sorted { ($1.change, $1.number) < ($0.change, $0.number) }.map(\.number)
    }
    return stretch.popLast()
  }

  /// What a variant changes and by how much.
  private struct Change: Comparable {
    /// The tables and columns, in the order of the edits.
    let columns: [String]
    /// How far factors are from 1 and how large the numbers are that are set, summed up.
    let extent: Double

    init(_ variant: Variant) {
      var columns: [String] = []
      var extent = 0.0
      for edit in variant.edits {
        switch edit.action {
        case .scale(let column, let factor):
          columns.append("\(edit.table) \(column)")
          extent += abs(factor - 1)
        case .set(let column, let cell):
          columns.append("\(edit.table) \(column)")
          if case .number(let value) = cell { extent += abs(value) }
        case .add: columns.append("\(edit.table) +")
        case .delete: columns.append("\(edit.table) -")
        }
      }
      self.columns = columns
      self.extent = extent
    }

    static func < (left: Change, right: Change) -> Bool {
      if left.columns != right.columns { return left.columns.lexicographicallyPrecedes(right.columns) }
      return left.extent < right.extent
    }
  }
}
