import CGLPK
import Foundation
import GLPKSolver
import Testing

@Suite("The fence around GLPK")
struct FenceTests {
  /// A problem of one column x in [0, 1] with x ≤ 5, on the calling thread.
  private static func makeProblem() throws -> UnsafeMutablePointer<cglpk_problem> {
    var created: UnsafeMutablePointer<cglpk_problem>?
    #expect(cglpk_create(&created) == CGLPK_OK)
    let problem = try #require(created)
    #expect(cglpk_add_column(problem, 0, 1, 1, true) == CGLPK_OK)
    #expect(cglpk_add_rows(problem, 1, [0, 1], [0], [1], [-.infinity], [5]) == CGLPK_OK)
    return problem
  }

  private static var message: String { String(cString: cglpk_message()) }

  @Test func badIndexIsACodeWithAText() throws {
    try GLPKSolver().onDedicatedThread {
      let problem = try Self.makeProblem()
      defer { cglpk_delete(problem) }
      #expect(cglpk_set_column_bounds(problem, 7, 0, 1) == CGLPK_FAULT)
      #expect(Self.message.contains("glp_set_col_bnds"))
      #expect(Self.message.contains("8"))
    }
  }

  @Test func faultTakesEveryProblemOfTheThreadButNotOfOthers() throws {
    try GLPKSolver().onDedicatedThread {
      let first = try Self.makeProblem()
      let second = try Self.makeProblem()
      defer {
        cglpk_delete(first)
        cglpk_delete(second)
      }
      let before = cglpk_environment()
      try GLPKSolver().onDedicatedThread {
        let other = try Self.makeProblem()
        #expect(cglpk_set_row_bounds(other, 3, 0, 1) == CGLPK_FAULT)
        cglpk_delete(other)
      }
      #expect(cglpk_set_row_bounds(first, 0, 0, 1) == CGLPK_OK)
      // A column that is mentioned twice in one row is an error of GLPK.
      #expect(cglpk_add_rows(first, 1, [0, 2], [0, 0], [1, 1], [0], [1]) == CGLPK_FAULT)
      #expect(cglpk_set_row_bounds(first, 0, 0, 1) == CGLPK_LOST)
      #expect(cglpk_set_row_bounds(second, 0, 0, 1) == CGLPK_LOST)
      let third = try Self.makeProblem()
      defer { cglpk_delete(third) }
      #expect(cglpk_environment() != before)
      #expect(cglpk_set_row_bounds(third, 0, 0, 1) == CGLPK_OK)
    }
  }

  @Test func problemOfAnotherThreadIsRefused() throws {
    try GLPKSolver().onDedicatedThread {
      let address = UInt(bitPattern: try Self.makeProblem())
      let code = try GLPKSolver().onDedicatedThread {
        cglpk_set_row_bounds(UnsafeMutablePointer(bitPattern: address), 0, 0, 1)
      }
      #expect(code == CGLPK_WRONG_THREAD)
      cglpk_delete(UnsafeMutablePointer(bitPattern: address))
    }
  }

  @Test func longPathNeverReachesGLPK() throws {
    try GLPKSolver().onDedicatedThread {
      let problem = try Self.makeProblem()
      defer { cglpk_delete(problem) }
      var isRead = true
      let path = String(repeating: "a", count: 9_000)
      #expect(cglpk_read(problem, Int32(CGLPK_MPS_FREE), path, nil, &isRead) == CGLPK_BAD_ARGUMENT)
      #expect(!isRead)
      #expect(cglpk_set_row_bounds(problem, 0, 0, 1) == CGLPK_OK)
    }
  }

  /// A fault in a guarded call inside the callback is a code there; the callback returns, and the whole
  /// search then fails behind its own fence.
  @Test func faultInsideACallbackEndsTheSearch() throws {
    try GLPKSolver().onDedicatedThread {
      let problem = try Self.makeProblem()
      defer { cglpk_delete(problem) }
      #expect(cglpk_set_column_bounds(problem, 0, 0, 3) == CGLPK_OK)
      var simplex = cglpk_simplex_options(
        method: Int32(CGLPK_PRIMAL), time_limit: .max, iteration_limit: .max, tolerance: 0, cautious: false,
        long_step: false,
        objective_limit: .infinity)
      var answer: Int32 = 0
      #expect(cglpk_simplex(problem, &simplex, &answer) == CGLPK_OK)
      final class Log {
        var codes: [Int32] = []
        let problem: UnsafeMutablePointer<cglpk_problem>
        init(_ problem: UnsafeMutablePointer<cglpk_problem>) { self.problem = problem }
      }
      let log = Log(problem)
      var tree = cglpk_tree_options()
      tree.branching = Int32(CGLPK_BR_FFV)
      tree.backtracking = Int32(CGLPK_BT_BLB)
      tree.preprocessing = Int32(CGLPK_PP_NONE)
      tree.integer_tolerance = 1e-5
      tree.objective_tolerance = 1e-7
      tree.time_limit = .max
      let code = cglpk_branch_and_cut(
        problem, &tree,
        { _, _, context in
          guard let context else { return 1 }
          let log = Unmanaged<Log>.fromOpaque(context).takeUnretainedValue()
          log.codes.append(cglpk_set_row_bounds(log.problem, 55, 0, 1))
          log.codes.append(cglpk_set_row_bounds(log.problem, 0, 0, 1))
          return 0
        }, Unmanaged.passUnretained(log).toOpaque(), &answer)
      #expect(code == CGLPK_FAULT)
      #expect(log.codes == [Int32(CGLPK_FAULT), Int32(CGLPK_FAULT)])
      #expect(Self.message.contains("glp_set_row_bnds"))
      #expect(cglpk_set_row_bounds(problem, 0, 0, 1) == CGLPK_LOST)
    }
  }

  @Test func memoryStaysFlatOverManyFaults() throws {
    // Forty problems of 20 megabytes each would show, even where a sanitizer holds some memory back.
    try GLPKSolver().onDedicatedThread {
      let count: Int32 = 100_000
      var starts = [Int64](repeating: 0, count: Int(count) + 1)
      for row in 0...Int(count) { starts[row] = Int64(row) }
      let before = residentKilobytes()
      for _ in 0..<40 {
        let problem = try Self.makeProblem()
        let columns = [Int32](repeating: 0, count: Int(count))
        let ones = [Double](repeating: 1, count: Int(count))
        #expect(cglpk_add_rows(problem, count, starts, columns, ones, ones, ones) == CGLPK_OK)
        #expect(cglpk_set_row_bounds(problem, count + 5, 0, 1) == CGLPK_FAULT)
        cglpk_delete(problem)
      }
      #expect(residentKilobytes() - before < 450_000)
    }
  }
}

/// Memory in use by the process, 0 where the system does not tell.
private func residentKilobytes() -> Int {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  for line in status.split(separator: "\n") where line.hasPrefix("VmRSS:") {
    return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
  return 0
}
