/// Names of many elements of one kind, such as `ship[A,B,2]`, put together only when they are asked for.
///
/// A large model has hundreds of thousands of names, and most are never read. A series holds what its
/// names have in common; an element keeps its number in the series and no text of its own.
public struct NameSeries: Sendable {
  /// What comes before the bracket.
  public let kind: String
  /// What is in the brackets for the element of a number.
  private let detail: @Sendable (Int) -> String

  /// A series from its parts: names are `kind[detail]`.
  public init(_ kind: String, detail: @escaping @Sendable (Int) -> String) {
    self.kind = kind
    self.detail = detail
  }

  /// The name of the element of a number.
  public func name(of number: Int) -> String {
    "\(kind)[\(detail(number))]"
  }
}

/// A series of names that a ``Model`` took in for variables.
public struct VariableNames: Hashable, Sendable {
  let index: Int
}

/// A series of names that a ``Model`` took in for constraints.
public struct ConstraintNames: Hashable, Sendable {
  let index: Int
}

/// The names of a model's variables or constraints, by their position: texts, or places in a series.
struct NameList: Sendable {
  /// For each element its series, or -1 where it has a text of its own.
  private var seriesIndexes: [Int32] = []
  /// For each element its number in the series, or the position of its text; -1 where it has no name.
  private var numbers: [Int32] = []
  private var texts: [String] = []
  private var series: [NameSeries] = []

  private static let ownText: Int32 = -1

  /// All names, put together.
  var all: [String] { numbers.indices.map { self[$0] } }

  /// The name at a position.
  subscript(position: Int) -> String {
    let number = Int(numbers[position])
    if seriesIndexes[position] != Self.ownText {
      return series[Int(seriesIndexes[position])].name(of: number)
    }
    return number < 0 ? "" : texts[number]
  }

  /// Whether there is an element at a position.
  func contains(_ position: Int) -> Bool {
    numbers.indices.contains(position)
  }

  /// Takes a series in; its elements are appended by the index given back.
  mutating func add(_ added: NameSeries) -> Int {
    series.append(added)
    return series.count - 1
  }

  /// Appends an element with a text of its own.
  mutating func append(_ text: String) {
    seriesIndexes.append(Self.ownText)
    if text.isEmpty {
      numbers.append(-1)
    } else {
      numbers.append(Int32(texts.count))
      texts.append(text)
    }
  }

  /// Appends an element of a series.
  mutating func append(_ number: Int, of seriesIndex: Int) {
    seriesIndexes.append(Int32(seriesIndex))
    numbers.append(Int32(number))
  }

  /// Removes the elements at some positions, given in rising order.
  mutating func remove(_ removed: [Int]) {
    var kept = NameList()
    kept.series = series
    var next = 0
    for position in numbers.indices {
      if next < removed.count, removed[next] == position {
        next += 1
      } else if seriesIndexes[position] == Self.ownText {
        kept.append(self[position])
      } else {
        kept.append(Int(numbers[position]), of: Int(seriesIndexes[position]))
      }
    }
    self = kept
  }

  /// Removes the elements from `count` on.
  mutating func truncate(to count: Int) {
    // Texts stand in the order of their elements.
    let removed = (count..<numbers.count).count { seriesIndexes[$0] == Self.ownText && numbers[$0] >= 0 }
    texts.removeLast(removed)
    numbers.removeLast(numbers.count - count)
    seriesIndexes.removeLast(seriesIndexes.count - count)
  }
}
