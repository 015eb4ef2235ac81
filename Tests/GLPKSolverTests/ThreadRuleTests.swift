import Foundation
import GLPKSolver
import LinearModel
import Testing

/// Carries a session to where it does not belong.
private final class Smuggler: @unchecked Sendable {
  var session: (any SolverSession)?

  init(_ session: (any SolverSession)?) { self.session = session }
}

@Suite("Sessions belong to their thread")
struct ThreadRuleTests {
  private let solver = GLPKSolver()

  @Test func useFromAnotherThreadIsRefused() throws {
    try solver.onDedicatedThread {
      let session = try GLPKSolver().open(LinearPrograms.wyndor().0)
      let smuggler = Smuggler(session)
      try GLPKSolver().onDedicatedThread {
        let session = try #require(smuggler.session)
        let x = Variable(index: 0)
        let uses: [() throws -> Void] = [
          { _ = try session.solve(SolveOptions()) },
          { try session.setBounds(of: x, lower: 0, upper: 1) },
          { try session.setBounds(of: Constraint(index: 0), lower: 0, upper: 1) },
          { try session.setObjective(of: x, to: 1) },
          { try session.addConstraints([1 * x <= 1.0], names: ["row"]) },
          { try session.truncateConstraints(to: 1) },
          { try session.addVariable("z", .continuous, lower: 0, upper: 1, objective: 0) },
        ]
        for use in uses {
          let error = #expect(throws: SolverError.self) { try use() }
          #expect(error?.code == .wrongThread)
        }
      }
      // Nothing of it has happened.
      #expect(agree(try session.solve(SolveOptions()).objective, 36))
    }
  }

  @Test func sessionMayBeReleasedOnAnotherThread() throws {
    for _ in 0..<20 {
      let smuggler = Smuggler(nil)
      try solver.onDedicatedThread {
        smuggler.session = try GLPKSolver().open(LinearPrograms.wyndor().0)
        let other = Smuggler(smuggler.session)
        smuggler.session = nil
        // Its own thread still runs while it is released on this one.
        try GLPKSolver().onDedicatedThread { other.session = nil }
      }
    }
  }

  @Test func sessionThatOutlivesItsThreadIsRefused() throws {
    let smuggler = Smuggler(nil)
    try solver.onDedicatedThread {
      smuggler.session = try GLPKSolver().open(LinearPrograms.wyndor().0)
    }
    let error = #expect(throws: SolverError.self) { try smuggler.session?.solve(SolveOptions()) }
    #expect(error?.code == .wrongThread)
    try solver.onDedicatedThread {
      let error = #expect(throws: SolverError.self) { try smuggler.session?.solve(SolveOptions()) }
      #expect(error?.code == .wrongThread)
      smuggler.session = nil
    }
  }

  @Test func taskIsSuspendedWhileTheThreadWorks() async throws {
    let objective = try await solver.onDedicatedThread {
      try GLPKSolver().open(LinearPrograms.wyndor().0).solve(SolveOptions()).objective
    }
    #expect(agree(objective, 36))
  }
}
