internal import CGLPK
internal import LinearModel

/// A problem inside GLPK: guarded calls with Swift types. Knows nothing of how to recover.
final class GLPKProblem {
  let handle: UnsafeMutablePointer<cglpk_problem>

  /// Loads and scales a model on the calling thread.
  init(_ model: Model) throws {
    var created: UnsafeMutablePointer<cglpk_problem>?
    let code = cglpk_create(&created)
    guard let created else {
      try guarded(code, "cglpk_create")
      throw SolverError(.internalFault, "no problem was made", context: "cglpk_create")
    }
    handle = created
    try guarded(code, "cglpk_create")
    try load(model)
    try guarded(cglpk_scale(handle, Int32(CGLPK_SCALE_AUTO)), "glp_scale_prob")
  }

  deinit {
    // On a wrong thread this frees the handle only; the problem goes with its thread's environment.
    cglpk_delete(handle)
  }

  private func load(_ model: Model) throws {
    // Int is 64 bits wide wherever GLPK can hold such a model.
    let starts = model.rows.starts.map { Int64($0) }
    let integers = model.domains.map { $0 == .integer }
    let code = model.lowerBounds.withUnsafeBufferPointer { columnLower in
      model.upperBounds.withUnsafeBufferPointer { columnUpper in
        model.objective.withUnsafeBufferPointer { objective in
          integers.withUnsafeBufferPointer { isInteger in
            model.rowLowerBounds.withUnsafeBufferPointer { rowLower in
              model.rowUpperBounds.withUnsafeBufferPointer { rowUpper in
                starts.withUnsafeBufferPointer { starts in
                  model.rows.columns.withUnsafeBufferPointer { columns in
                    model.rows.values.withUnsafeBufferPointer { values in
                      var arrays = cglpk_model(
                        maximize: model.sense == .maximize, objective_constant: model.objectiveConstant,
                        column_count: Int32(model.variableCount), column_lower: columnLower.baseAddress,
                        column_upper: columnUpper.baseAddress, objective: objective.baseAddress,
                        is_integer: isInteger.baseAddress, row_count: Int32(model.constraintCount),
                        row_lower: rowLower.baseAddress, row_upper: rowUpper.baseAddress,
                        row_starts: starts.baseAddress, columns: columns.baseAddress,
                        values: values.baseAddress)
                      return cglpk_load(handle, &arrays)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    try guarded(code, "glp_load_matrix")
  }

  func setColumnBounds(_ column: Int, _ lower: Double, _ upper: Double) throws {
    try guarded(cglpk_set_column_bounds(handle, Int32(column), lower, upper), "glp_set_col_bnds")
  }

  func setRowBounds(_ row: Int, _ lower: Double, _ upper: Double) throws {
    try guarded(cglpk_set_row_bounds(handle, Int32(row), lower, upper), "glp_set_row_bnds")
  }

  /// Sets the bounds of all columns.
  func setColumnBounds(_ lower: [Double], _ upper: [Double]) throws {
    try guarded(cglpk_set_all_column_bounds(handle, Int32(lower.count), lower, upper), "glp_set_col_bnds")
  }

  /// Sets the bounds of all rows.
  func setRowBounds(_ lower: [Double], _ upper: [Double]) throws {
    try guarded(cglpk_set_all_row_bounds(handle, Int32(lower.count), lower, upper), "glp_set_row_bnds")
  }

  func setObjective(_ column: Int, _ coefficient: Double) throws {
    try guarded(cglpk_set_objective(handle, Int32(column), coefficient), "glp_set_obj_coef")
  }

  func setObjectiveConstant(_ constant: Double) throws {
    try guarded(cglpk_set_objective_constant(handle, constant), "glp_set_obj_coef")
  }

  /// Adds the rows of a model from `first` on.
  func addRows(of model: Model, from first: Int) throws {
    let code = model.withRows(from: first) { count, starts, columns, values, lower, upper in
      cglpk_add_rows(handle, count, starts, columns, values, lower, upper)
    }
    try guarded(code, "glp_add_rows")
  }

  func truncateRows(to count: Int) throws {
    try guarded(cglpk_truncate_rows(handle, Int32(count)), "glp_del_rows")
  }

  /// Removes rows, in rising order.
  func removeRows(_ rows: [Int]) throws {
    let numbers = rows.map { Int32($0) }
    try guarded(cglpk_remove_rows(handle, Int32(rows.count), numbers), "glp_del_rows")
  }

  func basis(rows: Int, columns: Int) throws -> SimplexBasis {
    var basis = SimplexBasis(
      rows: [Int8](repeating: 0, count: rows), columns: [Int8](repeating: 0, count: columns))
    try guarded(cglpk_get_basis(handle, &basis.rows, &basis.columns), "glp_get_row_stat")
    return basis
  }

  func setBasis(_ basis: SimplexBasis) throws {
    try guarded(cglpk_set_basis(handle, basis.rows, basis.columns), "glp_set_row_stat")
  }

  func addColumn(lower: Double, upper: Double, objective: Double, isInteger: Bool) throws {
    try guarded(cglpk_add_column(handle, lower, upper, objective, isInteger), "glp_add_cols")
  }

  func scale(_ scaling: Int) throws {
    try guarded(cglpk_scale(handle, Int32(scaling)), "glp_scale_prob")
  }

  func setBasis(_ basis: Int) throws {
    try guarded(cglpk_basis(handle, Int32(basis)), "glp_adv_basis")
  }

  /// Runs the simplex method and returns GLPK's code.
  func simplex(_ options: cglpk_simplex_options) throws -> Int {
    var options = options
    var answer: Int32 = 0
    try guarded(cglpk_simplex(handle, &options, &answer), "glp_simplex")
    return Int(answer)
  }

  /// Runs the simplex method in exact arithmetic and returns GLPK's code.
  func exact(milliseconds: Int32) throws -> Int {
    var answer: Int32 = 0
    try guarded(cglpk_exact(handle, milliseconds, &answer), "glp_exact")
    return Int(answer)
  }

  var status: cglpk_status {
    get throws {
      var status = cglpk_status()
      try guarded(cglpk_get_status(handle, &status), "glp_get_prim_stat")
      return status
    }
  }

  func point(columns: Int) throws -> [Double] {
    var point = [Double](repeating: 0, count: columns)
    try guarded(cglpk_get_solution(handle, &point, nil, nil), "glp_get_col_prim")
    return point
  }

  func solution(
    point: inout [Double], duals: inout [Double], reducedCosts: inout [Double]
  ) throws {
    try guarded(cglpk_get_solution(handle, &point, &duals, &reducedCosts), "glp_get_col_prim")
  }

  func rowDuals(rows: Int) throws -> [Double] {
    var duals = [Double](repeating: 0, count: rows)
    try guarded(cglpk_get_solution(handle, nil, &duals, nil), "glp_get_row_dual")
    return duals
  }

  func dualRay(rows: Int) throws -> [Double]? {
    var ray = [Double](repeating: 0, count: rows)
    var found = false
    try guarded(cglpk_get_dual_ray(handle, &ray, &found), "glp_get_unbnd_ray")
    return found ? ray : nil
  }

  func primalRay(columns: Int) throws -> [Double]? {
    var ray = [Double](repeating: 0, count: columns)
    var found = false
    try guarded(cglpk_get_primal_ray(handle, &ray, &found), "glp_get_unbnd_ray")
    return found ? ray : nil
  }

  /// The outcome of branch and cut: its status, and its point where it has one.
  func integerSolution(columns: Int) throws -> (status: Int, objective: Double, point: [Double]) {
    var point = [Double](repeating: 0, count: columns)
    var status: Int32 = 0
    var objective = 0.0
    try guarded(cglpk_get_integer_solution(handle, &status, &objective, &point), "glp_mip_status")
    return (Int(status), objective, point)
  }
}

extension Model {
  /// Gives the rows from `first` on as C arrays.
  func withRows(
    from first: Int,
    _ body: (
      Int32, UnsafePointer<Int64>?, UnsafePointer<Int32>?, UnsafePointer<Double>?, UnsafePointer<Double>?,
      UnsafePointer<Double>?
    ) -> Int32
  ) -> Int32 {
    let starts = rows.starts[first...].map { Int64($0) }
    let lower = Array(rowLowerBounds[first...])
    let upper = Array(rowUpperBounds[first...])
    return starts.withUnsafeBufferPointer { starts in
      rows.columns.withUnsafeBufferPointer { columns in
        rows.values.withUnsafeBufferPointer { values in
          body(
            Int32(lower.count), starts.baseAddress, columns.baseAddress, values.baseAddress, lower, upper)
        }
      }
    }
  }
}
