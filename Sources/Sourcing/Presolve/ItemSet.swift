/// A set of items by index, a bit each.
struct ItemSet: Sendable {
  private var words: [UInt64]

  /// An empty set that can hold so many items.
  init(capacity: Int) {
    words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
  }

  /// A set of all items below a number.
  init(full count: Int) {
    self.init(capacity: count)
    for item in 0..<count { insert(item) }
  }

  func contains(_ item: Int) -> Bool {
    words[item >> 6] & (1 << UInt64(item & 63)) != 0
  }

  /// Adds an item; tells whether it is new.
  @discardableResult mutating func insert(_ item: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(item & 63)
    if words[item >> 6] & bit != 0 { return false }
    words[item >> 6] |= bit
    return true
  }

  /// Adds all items of another set, which holds no more; tells whether any is new.
  mutating func formUnion(_ other: ItemSet) -> Bool {
    var isChanged = false
    for index in other.words.indices where words[index] | other.words[index] != words[index] {
      words[index] |= other.words[index]
      isChanged = true
    }
    return isChanged
  }

  /// The items that are in both sets.
  func intersection(_ other: ItemSet) -> ItemSet {
    var both = self
    for index in words.indices { both.words[index] &= other.words[index] }
    return both
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The items, least first.
  var items: [Int] {
    var found: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }
}
