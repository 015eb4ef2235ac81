internal import LinearModel

/// One part of a master: a program in its own columns, with one estimate of what its blocks cost.
///
/// A site's opening stands in it as a copy that costs nothing but its price. Where no more than one row speaks of the copy, as that of a site with
/// one source of the item, the price lies on the source itself, and the copy is left out.
struct MasterPart: Sendable {
  /// The columns, the copies that are left first and the estimate last, and the rows.
  private(set) var model: Model
  /// The column of the master that each column but the estimate is or is a copy of.
  let columns: [Int]
  /// The estimate.
  let estimate: CostEstimate
  /// The blocks, over the part's columns.
  let blocks: [RecourseBlock]
  /// The number in the master of each block.
  let blockNumbers: [Int]
  /// The rows of the master that are the part's.
  let rows: [Int]
  /// The sites that the part may need, by place among the shared openings.
  let sites: [Int]
  /// The yes-or-no decisions that are open, copies among them.
  let choices: [Int]
  /// The site, by place in ``sites``, whose price is due where a choice is made.
  let siteOfChoice: [Int?]

  /// - Parameter weights: How often the cost of each block of the master counts.
  /// - Returns: nil where a whole-numbered column is more than a yes or no.
  init?(_ group: PartGrouping.Group, _ grouping: PartGrouping, _ weights: [Double], of master: BendersMaster)
  {
    let whole = master.model
    let rows = group.rows.map { PartRow($0, of: whole) }
    let blocks = group.blocks.map { master.blocks[$0] }
    let read = Set(blocks.flatMap(\.columnsRead).map { Int($0) })
    let shared = Set(rows.flatMap(\.columns)).union(read).filter { grouping.place[$0] != nil }.sorted()
    sites = shared.compactMap { grouping.place[$0] }
    let dominated = Self.dominated(group, rows, blocks, whole)
    // Copies that are left out, and the site whose price lies on a column instead.
    var isLeftOut: Set<Int> = []
    var priced: [Int: Int] = [:]
    var rowsOfSubstituted: Set<Int> = []
    for (site, opening) in shared.enumerated() {
      let speaking = rows.indices.filter { rows[$0].columns.contains(opening) }
      if read.contains(opening) { continue }
      if let only = speaking.first, speaking.count == 1, rows[only].isNeedOf(opening, in: whole) {
        isLeftOut.insert(opening)
        rowsOfSubstituted.insert(only)
        for column in rows[only].columns where column != opening { priced[column] = site }
      }
    }
    var model = Model(name: whole.name)
    var place: [Int: Int32] = [:]
    var columns: [Int] = []
    var choices: [Int] = []
    var siteOfChoice: [Int?] = []
    for column in shared.filter({ !isLeftOut.contains($0) }) + group.columns {
      let isWhole = whole.domains[column] == .integer
      let (lower, upper) = (
        whole.lowerBounds[column], dominated.contains(column) ? 0 : whole.upperBounds[column]
      )
      if isWhole, lower < 0 || upper > 1 { return nil }
      let isCopy = grouping.place[column] != nil
      if isWhole, lower < upper || isCopy {
        choices.append(columns.count)
        siteOfChoice.append(isCopy ? shared.firstIndex(of: column) : priced[column])
      } else if priced[column] != nil, lower > 0 {
        return nil
      }
      place[column] = Int32(columns.count)
      columns.append(column)
      model.addVariable("", lower: lower, upper: upper, objective: isCopy ? 0 : whole.objective[column])
    }
    for (index, row) in rows.enumerated() {
      let isSubstituted = rowsOfSubstituted.contains(index)
      let terms = zip(row.columns, row.values).filter { place[$0.0] != nil }
      model.addRow(
        columns: terms.compactMap { place[$0.0] }, values: terms.map(\.1),
        lower: isSubstituted ? -.infinity : row.lower, upper: isSubstituted ? 1 : row.upper, name: "")
    }
    let own = group.blocks.map { weights[$0] }
    let theta = model.addVariable(
      "", lower: zip(own, blocks).reduce(0) { $0 + $1.0 * $1.1.leastCost },
      upper: zip(own, blocks).reduce(0) { $0 + $1.0 * max($1.1.leastCost, $1.1.greatestCost) }, objective: 1)
    estimate = CostEstimate(variable: theta, members: own.enumerated().map { ($0, $1) })
    self.blocks = blocks.map { block in block.renumbered { place[Int($0)] ?? 0 } }
    blockNumbers = group.blocks
    self.rows = group.rows
    self.model = model
    self.columns = columns
    self.choices = choices
    self.siteOfChoice = siteOfChoice
  }

  /// A cut of the master on one of the part's blocks, as one of the part.
  func cut(_ cut: BendersCut, ofBlock block: Int) -> BendersCut? {
    var own = BendersCut(block: block, isOptimality: true, constant: cut.constant, columns: [], values: [])
    var terms: [(column: Int, value: Double)] = []
    for (column, value) in zip(cut.columns, cut.values) {
      guard let place = columns.firstIndex(of: Int(column)) else { return nil }
      terms.append((place, value))
    }
    terms.sort { $0.column < $1.column }
    own.recipe = cut.recipe?.renumbered(block)
    own.columns = terms.map { Int32($0.column) }
    own.values = terms.map(\.value)
    return own
  }

  /// Whether columns, rows, choices and blocks mean the same in another part, whatever their numbers are.
  func isAlike(_ other: MasterPart) -> Bool {
    columns == other.columns && rows == other.rows && choices == other.choices && sites == other.sites
      && siteOfChoice == other.siteOfChoice && blockNumbers == other.blockNumbers
      && model.constraintCount == other.model.constraintCount
  }

  /// Whether another part that is alike has the same numbers, too.
  func isSame(as other: MasterPart) -> Bool {
    let (one, two) = (model, other.model)
    return one.objective == two.objective && one.objectiveConstant == two.objectiveConstant
      && one.lowerBounds == two.lowerBounds && one.upperBounds == two.upperBounds
      && one.rowLowerBounds == two.rowLowerBounds && one.rowUpperBounds == two.rowUpperBounds
      && one.rows.starts == two.rows.starts && one.rows.columns == two.rows.columns
      && one.rows.values == two.rows.values
      && estimate.members.map(\.weight) == other.estimate.members.map(\.weight)
      && blocks == other.blocks
  }

  /// Choices that another one always does as well as, at the same cost: a source may be called a backup that nothing is committed to
  /// or a main source, where no policy tells them apart.
  private static func dominated(
    _ group: PartGrouping.Group, _ rows: [PartRow], _ blocks: [RecourseBlock], _ whole: Model
  ) -> Set<Int> {
    let free = Set(group.columns.filter { whole.domains[$0] == .integer && whole.lowerBounds[$0] == 0 })
    let alternatives = rows.filter { $0.allowsOne(in: whole) }.map { row in
      zip(row.columns, row.values).filter { $0.1 == 1 && free.contains($0.0) }.map(\.0)
    }.filter { $0.count > 1 }
    var reading = ChoiceReading(Set(alternatives.joined()), columns: whole.variableCount)
    for row in rows { reading.take(row.columns, row.values, lower: row.lower, upper: row.upper) }
    for block in blocks { reading.take(block) }
    var dominated: Set<Int> = []
    for choices in alternatives {
      for worse in choices where !dominated.contains(worse) {
        let isDominated = choices.contains { better in
          better != worse && !dominated.contains(better) && whole.objective[better] <= whole.objective[worse]
            && reading.isAsGood(better, worse)
        }
        if isDominated { dominated.insert(worse) }
      }
    }
    return dominated
  }
}

/// A row of a master, with all that a part asks of it.
private struct PartRow {
  let columns: [Int]
  let values: [Double]
  let lower: Double
  let upper: Double

  init(_ row: Int, of model: Model) {
    columns = model.columns(ofRow: row)
    values = Array(model.rows.values[model.rows.starts[row]..<model.rows.starts[row + 1]])
    lower = model.rowLowerBounds[row]
    upper = model.rowUpperBounds[row]
  }

  /// Whether the row allows no more than one of the columns that count in it.
  func allowsOne(in model: Model) -> Bool {
    var most = upper
    for (column, value) in zip(columns, values) where value != 1 {
      if value != -1 { return false }
      most += model.upperBounds[column]
    }
    return most <= 1
  }

  /// Whether the row says no more than that one of some yes-or-no decisions needs an opening: their sum is no more than it.
  func isNeedOf(_ opening: Int, in model: Model) -> Bool {
    lower == -.infinity && upper == 0
      && zip(columns, values).allSatisfy { column, value in
        column == opening ? value == -1 : value == 1 && model.domains[column] == .integer
      }
  }
}

/// What the rows of a part and of its blocks read of some choices.
private struct ChoiceReading {
  private struct Coefficient {
    let row: Int
    var value: Double
  }

  /// The place of each column of the master among the choices; −1 where it is none of them.
  private var place: [Int]
  /// By choice, in the order of the rows.
  private var coefficients: [[Coefficient]]
  /// Whether more of a row's activity, or less, is ever too much.
  private var isBounded: [(below: Bool, above: Bool)] = []

  init(_ choices: Set<Int>, columns: Int) {
    place = [Int](repeating: -1, count: columns)
    for (index, choice) in choices.sorted().enumerated() { place[choice] = index }
    coefficients = [[Coefficient]](repeating: [], count: choices.count)
  }

  mutating func take(
    _ columns: some Sequence<Int>, _ values: some Sequence<Double>, lower: Double, upper: Double
  ) {
    let row = isBounded.count
    isBounded.append((lower > -.infinity, upper < .infinity))
    for (column, value) in zip(columns, values) where place[column] >= 0 {
      let choice = place[column]
      if let last = coefficients[choice].indices.last, coefficients[choice][last].row == row {
        coefficients[choice][last].value += value
      } else {
        coefficients[choice].append(Coefficient(row: row, value: value))
      }
    }
  }

  /// Takes in the sides of a block's rows and its caps, which more only loosens.
  mutating func take(_ block: RecourseBlock) {
    for row in block.lower.indices {
      take(block.links, row, lower: block.lower[row], upper: block.upper[row])
    }
    for cap in 0..<block.caps.count { take(block.caps, cap, lower: 0, upper: .infinity) }
  }

  private mutating func take(_ rows: RecourseBlock.Rows, _ row: Int, lower: Double, upper: Double) {
    let range = rows.starts[row]..<rows.starts[row + 1]
    take(rows.columns[range].lazy.map { Int($0) }, rows.values[range], lower: lower, upper: upper)
  }

  /// Whether a unit of one choice leaves every row at least as much room as one of another.
  func isAsGood(_ better: Int, _ worse: Int) -> Bool {
    let (good, bad) = (coefficients[place[better]], coefficients[place[worse]])
    var (i, j) = (0, 0)
    while i < good.count || j < bad.count {
      let row = min(i < good.count ? good[i].row : .max, j < bad.count ? bad[j].row : .max)
      var (more, less) = (0.0, 0.0)
      if i < good.count, good[i].row == row {
        more = good[i].value
        i += 1
      }
      if j < bad.count, bad[j].row == row {
        less = bad[j].value
        j += 1
      }
      if isBounded[row].above && more > less || isBounded[row].below && more < less { return false }
    }
    return true
  }
}
