internal import LinearModel

/// What is kept of a search that came to its end.
struct RememberedSearch: Sendable {
  let shape: MasterShape
  /// The numbers of the case.
  let data: MasterData
  /// Rows of the pool that the bases and multipliers below lean on; these name rows by their place here.
  let rows: [RowOrigin]
  /// The basis at the end of the relaxation.
  let root: MasterProgram.Snapshot
  /// The ends of the search tree: every choice of the yes-or-no decisions belongs to one of them.
  let leaves: [TreeLeaf]
  /// The best layouts of searches of this shape, the latest first.
  var layouts: [KnownLayout]
  /// What tells the costs and matrices of the blocks from others, by block.
  let families: [Int]
  /// What branching has gained, in the latest search of this shape.
  var costs: BranchingCosts
  /// Ends of the tree that was the first of the line, each of which went on from the one before.
  let firstLeaves: Int
  /// Nodes that the search took.
  let nodes: Int
  /// What tells it from others; 0 until it has one.
  var number = 0
  /// When it was last used.
  var lastUse = 0
}

/// The yes-or-no decisions of a layout, by column.
struct RememberedLayout: Hashable, Sendable {
  private let columns: [Int]
  private let values: [Double]

  /// The best layout of a tree; nil where it found none.
  init?(_ tree: BranchAndBound, _ master: BendersMaster) {
    guard let point = tree.incumbent?.point else { return nil }
    self.init(point, master)
  }

  init(_ point: [Double], _ master: BendersMaster) {
    columns = master.model.domains.indices.filter { master.model.domains[$0] == .integer }
    values = columns.map { point[$0].rounded() }
  }

  var pairs: [(column: Int, value: Double)] { zip(columns, values).map { ($0, $1) } }
}

/// A layout that was the best of a search, with the numbers of the case that it was found for.
struct KnownLayout: Sendable {
  let layout: RememberedLayout
  let data: MasterData

  /// The best layout of a tree; nil where it found none.
  init?(_ tree: BranchAndBound, _ master: BendersMaster) {
    guard let layout = RememberedLayout(tree, master) else { return nil }
    self.init(layout, MasterData(master))
  }

  init(_ layout: RememberedLayout, _ data: MasterData) {
    self.layout = layout
    self.data = data
  }
}

/// Where a row of the master's pool comes from, so that it can be made again for other data.
enum RowOrigin: Sendable {
  /// One of the master's own rows that are wanted only where a point breaks them, by its number.
  case lazy(Int)
  /// A cut on an estimate, by the estimate's number and a recipe for each of its blocks.
  case estimate(Int, [CutRecipe])
  /// A cut that says which points leave a block a solution.
  case infeasibility(CutRecipe)
  /// A tangent of one of the master's cones, by the cone's number and where it touches.
  case tangent(cone: Int, ConcentrationCone.Point)
  /// Not known.
  case other
}

/// Multipliers of the rows of a master's program, as the rows were given and without the zeros.
final class RowMultipliers: Sendable {
  /// Whether they prove that there is no point, instead of a bound on the objective.
  let isRay: Bool
  let permanent: [(row: Int, value: Double)]
  /// Those of rows of the pool.
  let pooled: [(id: Int, value: Double)]

  init(isRay: Bool, permanent: [(row: Int, value: Double)], pooled: [(id: Int, value: Double)]) {
    self.isRay = isRay
    self.permanent = permanent
    self.pooled = pooled
  }

  /// The same with other numbers for the rows of the pool; what has none is left out, which keeps what the others prove.
  func renumbered(_ number: (Int) -> Int?) -> RowMultipliers {
    RowMultipliers(
      isRay: isRay, permanent: permanent,
      pooled: pooled.compactMap { row in number(row.id).map { ($0, row.value) } })
  }
}

/// The multipliers of a block's rows that a cut was made of, and what bounded the block's columns where it was made.
///
/// Multipliers of one block's data give a valid cut for any other data, since what they leave of a column's cost is charged to
/// the column's bound; where only right-hand sides have changed the cut is as good as a new one.
final class CutRecipe: Sendable {
  let block: Int
  let isOptimality: Bool
  /// Rows and columns that the block had.
  let size: [Int]
  /// The multipliers that are not zero.
  let rows: [Int32]
  let values: [Double]
  /// The caps that a part of a cost was charged to.
  let caps: [Int32]
  /// Where the cut was made: the values of the master's columns that the block reads; empty where it is not known.
  let point: [Double]

  init(
    block: Int, isOptimality: Bool, size: [Int], rows: [Int32], values: [Double], caps: [Int32],
    point: [Double]
  ) {
    self.point = point
    self.block = block
    self.isOptimality = isOptimality
    self.size = size
    self.caps = caps
    self.rows = rows
    self.values = values
  }

  /// - Parameter multipliers: One for each row.
  convenience init(
    block: Int, isOptimality: Bool, size: [Int], multipliers: [Double], caps: [Int32], point: [Double]
  ) {
    let rows = multipliers.indices.filter { multipliers[$0] != 0 }
    self.init(
      block: block, isOptimality: isOptimality, size: size, rows: rows.map(Int32.init),
      values: rows.map { multipliers[$0] }, caps: caps, point: point)
  }

  /// The same for a block that has another number.
  func renumbered(_ number: Int) -> CutRecipe {
    CutRecipe(
      block: number, isOptimality: isOptimality, size: size, rows: rows, values: values, caps: caps, point: []
    )
  }

  /// One multiplier for each row.
  var multipliers: [Double] {
    var multipliers = [Double](repeating: 0, count: size[0])
    for (row, value) in zip(rows, values) { multipliers[Int(row)] = value }
    return multipliers
  }

  /// Numbers that it holds.
  var count: Int { rows.count * 2 + caps.count + point.count }
}
