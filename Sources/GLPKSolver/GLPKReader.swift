internal import CGLPK
public import LinearModel

/// Reads model files with GLPK's own readers, in this process and behind the fence.
///
/// A MathProg model may hold `printf` statements that write files; read only what you trust.
public struct GLPKReader: Sendable {
  /// What GLPK can read.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// MPS with fields parted by blanks, in the dialect of GLPK.
    case freeMPS
    /// The LP format of CPLEX.
    case cplexLP
    /// GNU MathProg, with its data in the same file or in one of its own.
    case mathProg
  }

  /// A reader.
  public init() {}

  /// The model in a file. The rows of a MathProg model include its objective, as a row without bounds.
  ///
  /// - Parameters:
  ///   - path: Of the model; at most 3,000 bytes.
  ///   - format: What the file holds.
  ///   - data: Path of the data of a MathProg model, where they are in a file of their own.
  /// - Throws: ``LinearModel/SolverError`` with the code `invalidModel` and GLPK's message, which names file
  ///   and line.
  public func read(_ path: String, format: Format, data: String? = nil) throws -> Model {
    try GLPKSolver().onDedicatedThread {
      let problem = try GLPKProblem(Model())
      var isRead = false
      let code = cglpk_read(problem.handle, Self.code(of: format), path, data, &isRead)
      if Int(code) == CGLPK_OK, isRead { return try problem.extractedModel() }
      if Int(code) == CGLPK_OK || Int(code) == CGLPK_BAD_ARGUMENT {
        throw SolverError(.invalidModel, lastMessage(), context: path)
      }
      // GLPK's readers end on some faults of a file (a name that is too long) as on an internal error.
      try guarded(code, "glp_read")
      throw SolverError(.invalidModel, lastMessage(), context: path)
    }
  }

  private static func code(of format: Format) -> Int32 {
    switch format {
    case .freeMPS: Int32(CGLPK_MPS_FREE)
    case .cplexLP: Int32(CGLPK_LP_CPLEX)
    case .mathProg: Int32(CGLPK_MATHPROG)
    }
  }
}

extension GLPKProblem {
  /// The model that GLPK holds.
  fileprivate func extractedModel() throws -> Model {
    var (rows, columns, integers): (Int32, Int32, Int32) = (0, 0, 0)
    try guarded(cglpk_size(handle, &rows, &columns, &integers), "glp_get_num_rows")
    var maximize = false
    var model = Model()
    try guarded(cglpk_get_objective(handle, &maximize, &model.objectiveConstant), "glp_get_obj_coef")
    model.sense = maximize ? .maximize : .minimize
    try extractColumns(Int(columns), into: &model)
    try extractRows(Int(rows), into: &model)
    return model
  }

  private func extractColumns(_ count: Int, into model: inout Model) throws {
    var lower = [Double](repeating: 0, count: count)
    var upper = lower
    var objective = lower
    var isInteger = [Bool](repeating: false, count: count)
    try guarded(cglpk_get_columns(handle, &lower, &upper, &objective, &isInteger), "glp_get_col_lb")
    for column in 0..<count {
      var name: UnsafePointer<CChar>?
      try guarded(cglpk_get_column_name(handle, Int32(column), &name), "glp_get_col_name")
      model.addVariable(
        name.map { String(cString: $0) } ?? "", isInteger[column] ? .integer : .continuous,
        lower: lower[column], upper: upper[column], objective: objective[column])
    }
  }

  private func extractRows(_ count: Int, into model: inout Model) throws {
    var nonzeros: Int64 = 0
    try guarded(cglpk_get_nonzeros(handle, &nonzeros), "glp_get_num_nz")
    var lower = [Double](repeating: 0, count: count)
    var upper = lower
    var starts = [Int64](repeating: 0, count: count + 1)
    var columns = [Int32](repeating: 0, count: Int(nonzeros))
    var values = [Double](repeating: 0, count: Int(nonzeros))
    try guarded(
      cglpk_get_rows(handle, &lower, &upper, &starts, &columns, &values), "glp_get_mat_row")
    for row in 0..<count {
      var name: UnsafePointer<CChar>?
      try guarded(cglpk_get_row_name(handle, Int32(row), &name), "glp_get_row_name")
      let range = Int(starts[row])..<Int(starts[row + 1])
      model.addRow(
        columns: Array(columns[range]), values: Array(values[range]), lower: lower[row],
        upper: upper[row], name: name.map { String(cString: $0) } ?? "")
    }
  }
}
