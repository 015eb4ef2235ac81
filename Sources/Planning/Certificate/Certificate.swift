internal import LinearModel

/// The evidence of a bound: why no layout of a case costs less.
///
/// It holds the search tree (how the yes-or-no decisions were divided until nothing was left to divide), and for each of its ends
/// multipliers of rows that prove a bound there. Rows are those of the master of the decomposition, in the order in which the
/// program builds them for the case, and cuts, each told by the multipliers of the recourse's rows that it is made of. Whatever
/// the numbers in it are, what ``CertificateCheck`` works out of them is a bound; wrong ones only make it a weak one.
public struct Certificate: Codable, Sendable {
  /// The name of the document's format.
  public static let schema = "mainstay/certificate/1"
  /// The file that faults name of a certificate that a search is to go on from; whoever read it knows its name.
  public static let nameInFaults = "certificate"

  /// The format of the document.
  public var schema: String
  /// The name of the case.
  public var name: String
  /// What the search proved: no layout has a lower objective. In the unit of the objective.
  public var bound: Double
  /// Multipliers of the rows of recourse blocks, of which cuts are made.
  var recipes: [Recipe]
  /// The rows that do not belong to the master from the start.
  var cuts: [Cut]
  /// Sets of multipliers that prove a bound, or that there is nothing.
  var multipliers: [Multipliers]
  /// The tree.
  var tree: Tree
  /// The yes-or-no decisions of the best layout that are yes, by column of the master, for a search that goes on from here; nil
  /// where there is no layout. It proves nothing.
  var layout: [Int]?

  /// Multipliers of the rows of one block.
  struct Recipe: Codable, Sendable {
    var block: Int
    /// Whether the cut bounds the block's cost; otherwise it tells for which decisions the block has a solution.
    var boundsCost: Bool
    /// The rows with a multiplier, counted from 0.
    var rows: [Int]
    var values: [Double]
    /// The caps of the block's columns that what is left of a cost is charged to; the columns' own bounds for the others.
    var caps: [Int]
  }

  /// A row; one of its parts is given.
  struct Cut: Codable, Sendable {
    /// The estimate that a cut on costs is for, with a recipe for each of its blocks.
    var estimate: Int?
    /// The recipes by their place in the certificate: of the estimate's blocks, or the one of a block without a solution.
    var recipes: [Int]?
    /// One of the rows that the master knows from the start but does not always use.
    var row: Int?
    /// The cone that a tangent belongs to, and where it touches.
    var cone: Int?
    var point: ConcentrationCone.Point?
  }

  /// Multipliers of rows of the master and of cuts, the zeros left out.
  struct Multipliers: Codable, Sendable {
    /// Whether they prove that there is no layout, instead of a bound.
    var provesNothingThere: Bool
    var rows: [Int]
    var rowValues: [Double]
    var cuts: [Int]
    var cutValues: [Double]
  }

  /// The steps of the tree, each of which narrows the range of a column, and its ends; lists of equal lengths.
  struct Tree: Codable, Sendable {
    /// The step before each; −1 for none. It stands before it in the list.
    var parents: [Int]
    /// The column of the master whose range the step sets.
    var columns: [Int]
    var lower: [Double]
    var upper: [Double]
    /// The last step to each end; −1 for the root.
    var ends: [Int]
    /// The multipliers that prove a bound there, by their place.
    var proofs: [Int]
  }
}

extension Certificate {
  /// The evidence that a search has left behind; nil where it has none for a part of its tree.
  ///
  /// - Parameters:
  ///   - bound: What the search proved.
  ///   - open: Nodes that are not looked into yet.
  ///   - layout: The point of the best layout so far.
  init?(_ proof: ProofRecord, _ cuts: CutLoop, bound: Double, open: [TreeNode], layout: [Double]?) {
    let ends = proof.ends(with: open)
    guard bound.isFinite, !ends.isEmpty, ends.allSatisfy({ $0.multipliers >= 0 }) else { return nil }
    let master = cuts.master
    var rows = CertifiedRows(cuts.origins)
    self.init(
      schema: Self.schema, name: master.model.name, bound: bound, recipes: [], cuts: [],
      multipliers: proof.multipliers.map { rows.multipliers($0) },
      tree: Tree(
        parents: proof.steps.map(\.parent), columns: proof.steps.map(\.column),
        lower: proof.steps.map(\.lower), upper: proof.steps.map(\.upper), ends: ends.map(\.step),
        proofs: ends.map(\.multipliers)),
      layout: layout.map { point in
        master.model.domains.indices.filter { master.model.domains[$0] == .integer && point[$0] > 0.5 }
      })
    (recipes, self.cuts) = (rows.recipes, rows.cuts)
  }
}

/// The rows of a master's pool that multipliers speak of, numbered anew in the order in which they come up.
private struct CertifiedRows {
  private let origins: [RowOrigin]
  private var cutOfRow: [Int: Int] = [:]
  private var numberOfRecipe: [ObjectIdentifier: Int] = [:]
  private(set) var recipes: [Certificate.Recipe] = []
  private(set) var cuts: [Certificate.Cut] = []

  init(_ origins: [RowOrigin]) { self.origins = origins }

  /// Rows of which it is not known where they come from are left out, which makes the bound weaker, never wrong.
  mutating func multipliers(_ given: RowMultipliers) -> Certificate.Multipliers {
    var pooled: [(cut: Int, value: Double)] = []
    for row in given.pooled {
      if let cut = cut(row.id) { pooled.append((cut, row.value)) }
    }
    return Certificate.Multipliers(
      provesNothingThere: given.isRay, rows: given.permanent.map(\.row),
      rowValues: given.permanent.map(\.value),
      cuts: pooled.map(\.cut), cutValues: pooled.map(\.value))
  }

  private mutating func cut(_ row: Int) -> Int? {
    if let known = cutOfRow[row] { return known }
    var cut = Certificate.Cut()
    switch origins[row] {
    case .lazy(let number): cut.row = number
    case .estimate(let number, let parts): (cut.estimate, cut.recipes) = (number, parts.map { recipe($0) })
    case .infeasibility(let part): cut.recipes = [recipe(part)]
    case .tangent(let cone, let point): (cut.cone, cut.point) = (cone, point)
    case .other: return nil
    }
    cuts.append(cut)
    cutOfRow[row] = cuts.count - 1
    return cuts.count - 1
  }

  private mutating func recipe(_ recipe: CutRecipe) -> Int {
    if let known = numberOfRecipe[ObjectIdentifier(recipe)] { return known }
    recipes.append(
      Certificate.Recipe(
        block: recipe.block, boundsCost: recipe.isOptimality, rows: recipe.rows.map { Int($0) },
        values: recipe.values, caps: recipe.caps.map { Int($0) }))
    numberOfRecipe[ObjectIdentifier(recipe)] = recipes.count - 1
    return recipes.count - 1
  }
}
