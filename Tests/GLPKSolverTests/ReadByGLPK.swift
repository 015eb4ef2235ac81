import CGLPK
import LinearModel

/// A file as GLPK itself reads and solves it, without any of the Swift solver.
enum ReadByGLPK {
  struct Failure: Error {
    var message: String
  }

  /// The optimum of the file, with GLPK's own presolve and defaults.
  static func optimum(format: Int, path: String, maximize: Bool = false) throws -> Double {
    var created: UnsafeMutablePointer<cglpk_problem>?
    guard cglpk_create(&created) == CGLPK_OK, let problem = created else { throw failure() }
    defer { cglpk_delete(problem) }
    var isRead = false
    guard cglpk_read(problem, Int32(format), path, nil, &isRead) == CGLPK_OK, isRead else { throw failure() }
    var simplex = cglpk_simplex_options(
      method: Int32(CGLPK_PRIMAL), time_limit: .max, iteration_limit: .max, tolerance: 0, cautious: false,
      long_step: false,
      objective_limit: .infinity)
    var answer: Int32 = 0
    guard cglpk_simplex(problem, &simplex, &answer) == CGLPK_OK, answer == 0 else { throw failure() }
    var (rows, columns, integers): (Int32, Int32, Int32) = (0, 0, 0)
    _ = cglpk_size(problem, &rows, &columns, &integers)
    var status = cglpk_status()
    guard cglpk_get_status(problem, &status) == CGLPK_OK, Int(status.overall) == CGLPK_OPT else {
      throw failure()
    }
    if integers == 0 { return status.objective }
    var tree = cglpk_tree_options()
    tree.branching = Int32(CGLPK_BR_PCH)
    tree.backtracking = Int32(CGLPK_BT_BLB)
    tree.preprocessing = Int32(CGLPK_PP_ALL)
    tree.integer_tolerance = 1e-5
    tree.objective_tolerance = 1e-7
    tree.time_limit = .max
    tree.mir_cuts = true
    guard cglpk_branch_and_cut(problem, &tree, nil, nil, &answer) == CGLPK_OK, answer == 0 else {
      throw failure()
    }
    var objective = 0.0
    var outcome: Int32 = 0
    guard cglpk_get_integer_solution(problem, &outcome, &objective, nil) == CGLPK_OK,
      Int(outcome) == CGLPK_OPT
    else { throw failure() }
    return objective
  }

  private static func failure() -> Failure { Failure(message: String(cString: cglpk_message())) }
}
