internal import LinearModel

/// The master's linear program: rows that are always there, and a pool of rows of which only those are in the program that
/// a point has broken and that were of use lately.
final class MasterProgram {
  /// A basis that can be gone back to although rows have come and gone.
  struct Snapshot: Sendable {
    fileprivate var columns: [Int8]
    fileprivate var permanent: [Int8]
    /// Codes of rows of the pool; those that are not named are basic.
    fileprivate(set) var pooled: [(id: Int, code: Int8)]

    /// The rows of the pool that the basis leans on.
    var leaningRows: [Int] { pooled.filter { $0.code != SimplexBasis.basic }.map(\.id) }

    /// The basis with other numbers for the rows of the pool, of which only those that it leans on are kept.
    func renumbered(_ number: (Int) -> Int?) -> Snapshot {
      var renumbered = self
      renumbered.pooled = pooled.compactMap { row in
        row.code == SimplexBasis.basic ? nil : number(row.id).map { ($0, row.code) }
      }
      return renumbered
    }
  }

  private let session: any SimplexSession
  private let permanentCount: Int
  /// All rows that were ever found, each scaled to a largest coefficient of 1.
  private(set) var pool = Model()
  /// The rows of the pool that are in the program, in the order of its rows behind the permanent ones.
  private var active: [Int] = []
  private var isActive: [Bool] = []
  /// What each row of the pool was multiplied with.
  private var scales: [Double] = []
  private var idleRuns: [Int] = []
  /// Columns that may rest, and the runs in a row in which each stood at its lower bound and more of it would have cost.
  private let restable: [Int]
  private var idleColumnRuns: [Int]

  /// The point of the last run that ended at an optimum.
  private(set) var point: [Double] = []
  private(set) var duals: [Double] = []
  private(set) var reducedCosts: [Double] = []

  /// Runs in a row in which a row may be slack before it leaves the program. Few, since a run takes longer by every row
  /// and the pool brings back in the same run what a point breaks.
  private static let mostIdleRuns = 2
  /// The same for columns.
  private static let mostIdleColumnRuns = 3

  init(_ model: Model, _ solver: any Solver) throws {
    var relaxed = model
    for column in 0..<model.variableCount {
      relaxed.setDomain(of: Variable(index: column), to: .continuous)
    }
    session = try solver.openSimplex(relaxed)
    restable = model.domains.indices.filter {
      model.domains[$0] == .continuous && model.lowerBounds[$0] < model.upperBounds[$0]
    }
    idleColumnRuns = [Int](repeating: 0, count: model.variableCount)
    permanentCount = model.constraintCount
  }

  /// The program as it is now.
  var model: Model { session.model }
  var iterations: Int { session.iterations }
  var rowCount: Int { permanentCount + active.count }
  var poolCount: Int { pool.constraintCount }

  func lowerBound(_ column: Int) -> Double { session.bounds(ofColumn: column).lower }
  func upperBound(_ column: Int) -> Double { session.bounds(ofColumn: column).upper }

  func setBounds(_ column: Int, _ lower: Double, _ upper: Double) throws {
    try session.setBounds(ofColumn: column, lower: lower, upper: upper)
  }

  /// Lets a permanent row hold no more.
  func free(_ row: Int) throws {
    try session.setBounds(ofRow: row, lower: -.infinity, upper: .infinity)
  }

  /// Takes the objective of a model with the same columns.
  func setObjective(of model: Model) throws {
    for (column, coefficient) in model.objective.enumerated() {
      try session.setObjective(ofColumn: column, to: coefficient)
    }
    try session.setObjectiveConstant(to: model.objectiveConstant)
  }

  // MARK: The pool

  /// Adds a row to the pool and returns its number.
  func addToPool(columns: [Int32], values: [Double], lower: Double, upper: Double) -> Int {
    let largest = values.reduce(0) { max($0, abs($1)) }
    let scale = largest > 0 ? 1 / largest : 1
    pool.addRow(
      columns: columns, values: values.map { $0 * scale }, lower: lower * scale,
      upper: upper * scale, name: "")
    scales.append(scale)
    isActive.append(false)
    idleRuns.append(0)
    return pool.constraintCount - 1
  }

  /// Changes what a row of the pool is held to, in units of the row as it was given; infinite on both sides where it does not hold.
  func setPoolRow(_ id: Int, lower: Double, upper: Double) throws {
    let bounds = (lower: lower * scales[id], upper: upper * scales[id])
    if bounds == (pool.rowLowerBounds[id], pool.rowUpperBounds[id]) { return }
    pool.setBounds(of: Constraint(index: id), lower: bounds.lower, upper: bounds.upper)
    if let position = active.firstIndex(of: id) {
      try session.setBounds(ofRow: permanentCount + position, lower: bounds.lower, upper: bounds.upper)
    }
  }

  /// By how much a point breaks a row of the pool.
  func violation(_ id: Int, at point: [Double]) -> Double {
    var sum = 0.0
    for position in pool.rows.starts[id]..<pool.rows.starts[id + 1] {
      sum += pool.rows.values[position] * point[Int(pool.rows.columns[position])]
    }
    return max(pool.rowLowerBounds[id] - sum, sum - pool.rowUpperBounds[id])
  }

  /// The rows of the pool that the last point breaks most, worst first.
  func brokenRows(atMost count: Int, by least: Double = 1e-6) -> [Int] {
    var broken: [(id: Int, violation: Double)] = []
    for id in 0..<pool.constraintCount where !isActive[id] {
      let violation = violation(id, at: point)
      let size = max(
        1, abs(pool.rowLowerBounds[id].isFinite ? pool.rowLowerBounds[id] : pool.rowUpperBounds[id]))
      if violation > least * size { broken.append((id, violation / size)) }
    }
    broken.sort { ($0.violation, $1.id) > ($1.violation, $0.id) }
    return broken.prefix(count).map(\.id)
  }

  /// Puts rows of the pool into the program.
  func activate(_ ids: [Int]) throws {
    let fresh = ids.filter { !isActive[$0] }
    if fresh.isEmpty { return }
    var batch = Model()
    for id in fresh {
      batch.copyRow(id, of: pool)
      isActive[id] = true
      idleRuns[id] = 0
    }
    active += fresh
    try session.addRows(of: batch)
  }

  /// Takes rows out that were slack for long.
  ///
  /// - Parameter runs: In how many runs in a row; nil for as many as are usual.
  func removeIdleRows(for runs: Int? = nil) throws {
    try session.rest(restable.filter { idleColumnRuns[$0] >= Self.mostIdleColumnRuns })
    let mostIdleRuns = runs ?? Self.mostIdleRuns
    let basis = try session.basis()
    var removed: [Int] = []
    for (position, id) in active.enumerated() {
      let row = permanentCount + position
      if basis.rows[row] == SimplexBasis.basic, idleRuns[id] >= mostIdleRuns { removed.append(row) }
    }
    if removed.isEmpty { return }
    for row in removed { isActive[active[row - permanentCount]] = false }
    let gone = Set(removed.map { active[$0 - permanentCount] })
    active.removeAll { gone.contains($0) }
    try session.removeRows(removed)
  }

  /// The dual of a row of the pool as it was given, before it was scaled.
  ///
  /// - Parameter largest: The largest coefficient of the row as it was given.
  func dual(ofPoolRow id: Int, largest: Double) -> Double {
    guard let position = active.firstIndex(of: id) else { return 0 }
    return duals[permanentCount + position] / largest
  }

  // MARK: Runs

  /// Solves the program from where it is.
  func run(_ limits: SimplexLimits) throws -> SimplexEnd {
    let end = try session.run(limits)
    if end == .optimal || end == .cutoff {
      try session.readSolution(point: &point, duals: &duals, reducedCosts: &reducedCosts)
    }
    if end == .optimal {
      for (position, id) in active.enumerated() {
        idleRuns[id] = duals[permanentCount + position] == 0 ? idleRuns[id] + 1 : 0
      }
      for column in restable {
        let isIdle = reducedCosts[column] > 0 && point[column] <= session.bounds(ofColumn: column).lower
        idleColumnRuns[column] = isIdle ? idleColumnRuns[column] + 1 : 0
      }
    }
    return end
  }

  /// What the duals of the last run prove of the objective, free of the simplex method's tolerances.
  func provenBound() -> Double {
    let model = session.model
    var duals = duals
    for row in duals.indices where duals[row] != 0 {
      let side = duals[row] > 0 ? model.rowLowerBounds[row] : model.rowUpperBounds[row]
      // A multiplier of the wrong sign is rounding; the bound is valid without it.
      if side.isInfinite { duals[row] = 0 }
    }
    return model.dualBound(of: duals)
  }

  /// The multipliers that ``provenBound()`` uses, of rows as they were given.
  func multipliers() -> RowMultipliers { sparse(duals, isRay: false) }

  /// Multipliers that prove that there is no point, after a run that ended so; nil where they do not hold.
  func infeasibilityMultipliers() throws -> RowMultipliers? {
    try session.infeasibilityProof().map { sparse($0, isRay: true) }
  }

  private func sparse(_ duals: [Double], isRay: Bool) -> RowMultipliers {
    RowMultipliers(
      isRay: isRay,
      permanent: (0..<permanentCount).filter { duals[$0] != 0 }.map { ($0, duals[$0]) },
      pooled: zip(active, duals.dropFirst(permanentCount)).filter { $0.1 != 0 }.map {
        ($0, $1 * scales[$0])
      })
  }

  /// What multipliers prove of the objective within bounds of the columns: infinite where they prove that there is no point.
  ///
  /// They may come from other data: as in ``LinearModel/Model/dualBound(of:tolerance:)``, what is left is charged to the bounds.
  func provenBound(of multipliers: RowMultipliers, lower: [Double], upper: [Double]) -> Double {
    charges(of: multipliers).bound(within: lower, upper)
  }

  /// What multipliers take of the objective, and what they leave of the columns' costs.
  func charges(of multipliers: RowMultipliers) -> RowCharges {
    let model = session.model
    var left = multipliers.isRay ? [Double](repeating: 0, count: model.variableCount) : model.objective
    var total = multipliers.isRay ? 0 : model.objectiveConstant
    var size = 0.0
    let largest = multipliers.isRay ? max(1e-300, largest(of: multipliers)) : 1
    func take(_ row: Int, of rows: Model, _ multiplier: Double) {
      let side = multiplier > 0 ? rows.rowLowerBounds[row] : rows.rowUpperBounds[row]
      if side.isInfinite { return }
      total += multiplier * side
      size = max(size, abs(multiplier * side))
      for position in rows.rows.starts[row]..<rows.rows.starts[row + 1] {
        left[Int(rows.rows.columns[position])] -= multiplier * rows.rows.values[position]
      }
    }
    for (row, value) in multipliers.permanent where row < permanentCount {
      take(row, of: model, value / largest)
    }
    for (id, value) in multipliers.pooled { take(id, of: pool, value / largest / scales[id]) }
    return RowCharges(isRay: multipliers.isRay, constant: total, left: left, size: size)
  }

  /// The largest of multipliers, for the scale of a ray.
  private func largest(of multipliers: RowMultipliers) -> Double {
    let permanent = multipliers.permanent.reduce(0) { max($0, abs($1.value)) }
    return multipliers.pooled.reduce(permanent) { max($0, abs($1.value) / scales[$1.id]) }
  }

  func objective() -> Double { session.objectiveValue(at: point) }

  /// The objective where the simplex method stands, also where it has not come to an end.
  func presentObjective() throws -> Double { try session.presentObjective() }

  func infeasibilityIsProven() throws -> Bool { try session.infeasibilityProof() != nil }

  // MARK: Going back

  func snapshot() throws -> Snapshot {
    let basis = try session.basis()
    return Snapshot(
      columns: basis.columns, permanent: Array(basis.rows[..<permanentCount]),
      pooled: active.enumerated().map { ($1, basis.rows[permanentCount + $0]) })
  }

  /// Goes to a basis of an earlier search: the rows that it leans on are in the program, and no others of the pool. Bases that
  /// come from all over a tree would otherwise fill the program with rows.
  func restoreAlone(_ snapshot: Snapshot) throws {
    let leaning = Set(snapshot.leaningRows)
    let removed = active.indices.filter { !leaning.contains(active[$0]) }
    for position in removed { isActive[active[position]] = false }
    active.removeAll { !leaning.contains($0) }
    if !removed.isEmpty { try session.removeRows(removed.map { permanentCount + $0 }) }
    try restore(snapshot)
  }

  /// Goes back to a basis; rows that it leans on and that have left the program come back.
  func restore(_ snapshot: Snapshot) throws {
    try activate(snapshot.pooled.filter { $0.code != SimplexBasis.basic }.map(\.id))
    var codes = [Int: Int8](minimumCapacity: snapshot.pooled.count)
    for row in snapshot.pooled { codes[row.id] = row.code }
    try session.setBasis(
      SimplexBasis(
        rows: snapshot.permanent + active.map { codes[$0] ?? SimplexBasis.basic }, columns: snapshot.columns))
  }
}
