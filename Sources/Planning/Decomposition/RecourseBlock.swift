/// An independent part of a scenario's recourse: a linear program in its own columns y whose right-hand sides depend on
/// the master's columns x.
///
///     least  cost·y   with   lower − T x ≤ W y ≤ upper − T x,   0 ≤ y ≤ bound,   y_j ≤ constant + a·x for every cap
///
/// Two scenarios that read the same data in a part of the network have equal blocks there, which is how they are merged.
struct RecourseBlock: Hashable {
  /// A set of sparse rows, one after the other.
  struct Rows: Hashable {
    var starts: [Int] = [0]
    var columns: [Int32] = []
    var values: [Double] = []

    var count: Int { starts.count - 1 }

    mutating func add(_ terms: some Sequence<(column: Int, value: Double)>) {
      for term in terms { append(term.column, term.value) }
      endRow()
    }

    /// Adds a coefficient to the row that is being made.
    mutating func append(_ column: Int, _ value: Double) {
      columns.append(Int32(column))
      values.append(value)
    }

    /// Ends the row that is being made.
    mutating func endRow() { starts.append(columns.count) }

    /// The inner product of a row with a vector.
    func value(_ row: Int, at point: [Double]) -> Double {
      var sum = 0.0
      for position in starts[row]..<starts[row + 1] {
        sum += values[position] * point[Int(columns[position])]
      }
      return sum
    }
  }

  /// What an amount has of a block's columns.
  struct Amount: Hashable {
    var columns: [Int] = []
    var values: [Double] = []

    mutating func add(_ value: Double, _ column: Int) {
      columns.append(column)
      values.append(value)
    }
  }

  /// What makes two blocks solvable in one session, from basis to basis: the same matrix and costs.
  struct Family: Hashable {
    let cost: [Double]
    let matrix: Rows
  }

  /// Cost of each column.
  var cost: [Double] = []
  /// Greatest value of each column, whatever x is.
  var bound: [Double] = []
  /// The rows W over the block's own columns.
  var matrix = Rows()
  /// Least value of each row.
  var lower: [Double] = []
  /// Greatest value of each row.
  var upper: [Double] = []
  /// The rows T over the master's columns.
  var links = Rows()
  /// The column that each cap bounds.
  var capColumns: [Int32] = []
  /// The constant of each cap.
  var capConstants: [Double] = []
  /// What each cap has of the master's columns.
  var caps = Rows()
  /// The rows that keep amounts to what the master says. Without them a block has a solution whatever the master decides, since
  /// everything may be short.
  var limitRows: [Int] = []
  /// The amounts that the master limits, by number, as far as the block has part in them.
  var amounts: [Int: Amount] = [:]

  var family: Family { Family(cost: cost, matrix: matrix) }

  /// The master's columns that the block reads, in rising order.
  var columnsRead: [Int32] { Set(links.columns).union(caps.columns).sorted() }

  /// Keeps an amount to what a column of the master says.
  mutating func limit(_ amount: Int, to column: Int) {
    guard let part = amounts[amount] else { return }
    // In units of its largest coefficient, as other rows are.
    let scale = part.values.reduce(0) { max($0, abs($1)) }
    limitRows.append(lower.count)
    matrix.add(zip(part.columns, part.values).map { ($0, $1 / scale) })
    links.add([(column, -1 / scale)])
    lower.append(-.infinity)
    upper.append(0)
  }

  /// The most that an amount can be.
  func greatest(_ amount: Int) -> Double {
    guard let part = amounts[amount] else { return 0 }
    return zip(part.columns, part.values).reduce(0) { $0 + max(0, $1.1 * bound[$1.0]) }
  }

  /// The least that the block can cost within the bounds of its columns.
  var leastCost: Double { zip(cost, bound).reduce(0) { $0 + min(0, $1.0 * $1.1) } }
  /// The most that it can cost.
  var greatestCost: Double { zip(cost, bound).reduce(0) { $0 + max(0, $1.0 * $1.1) } }
}

/// A valid inequality that a block's dual solution gives: `constant + gradient · x ≤ θ`, or `≤ 0` where it tells of
/// infeasibility.
struct BendersCut {
  /// Index of the block.
  var block: Int
  /// Whether it bounds the block's cost θ; otherwise it says which x leave the block a solution.
  var isOptimality: Bool
  var constant: Double
  /// The gradient, by column of the master.
  var columns: [Int32]
  var values: [Double]
  /// How to make it again for other data; nil where that is not kept.
  var recipe: CutRecipe?

  /// The left-hand side at a point of the master.
  func value(at point: [Double]) -> Double {
    var sum = constant
    for (column, value) in zip(columns, values) { sum += value * point[Int(column)] }
    return sum
  }
}

extension RecourseBlock {
  /// The block with other numbers for the master's columns.
  func renumbered(_ number: (Int32) -> Int32) -> RecourseBlock {
    var block = self
    block.links.columns = links.columns.map(number)
    block.caps.columns = caps.columns.map(number)
    return block
  }
}
