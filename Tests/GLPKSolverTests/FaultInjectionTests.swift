import CGLPK
import GLPKSolver
import LinearModel
import Testing

/// GLPK's internal error is raised at every point that the fence can reach, one after the other, in the
/// middle of everything that a session does. The process lives, no answer is wrong, and the session is
/// of use again.
@Suite("Faults inside GLPK", .serialized)
struct FaultInjectionTests {
  /// What a session does in its life, as values that must not depend on faults.
  private static func life(_ session: any SolverSession) throws -> [Double?] {
    var values: [Double?] = []
    let tour = LazyConstraints.Tour(cities: 7, seed: 1)
    values.append(try session.solve(SolveOptions(relaxation: true)).objective)
    let row = 1 * Variable(index: 0) + Variable(index: 1) <= 1.0
    try session.addConstraints([row], names: ["at most one"])
    values.append(try session.solve(SolveOptions()).objective)
    try session.setBounds(of: Variable(index: 2), lower: 1, upper: 1)
    try session.setObjective(of: Variable(index: 2), to: -3)
    values.append(try session.solve(SolveOptions(start: [1, 0, 1, 0, 0, 0, 0, 0, 0])).objective)
    try session.truncateConstraints(to: 2)
    try session.setBounds(of: Constraint(index: 0), lower: 3, upper: 40)
    values.append(try session.solve(SolveOptions()).objective)
    try session.addConstraints([1 * Variable(index: 3) >= 2.0], names: ["impossible"])
    values.append(try session.solve(SolveOptions(relaxation: true)).bound)
    var options = SolveOptions()
    options.lazyConstraints = { point, _ in tour.subtours(point) }
    values.append(try GLPKSolver().open(tour.model).solve(options).objective)
    return values
  }

  private static let model = RandomModels.knapsack(items: 9, rows: 2, seed: 11)

  private static func expected() throws -> [Double?] {
    try GLPKSolver().onDedicatedThread { try life(GLPKSolver().open(model)) }
  }

  /// Events in an undisturbed life.
  private static func events() throws -> Int64 {
    try GLPKSolver().onDedicatedThread {
      cglpk_test_fail_after(.max, false)
      defer { cglpk_test_fail_after(0, false) }
      _ = try life(GLPKSolver().open(model))
      return cglpk_test_events()
    }
  }

  private static func expectSame(_ found: [Double?], _ expected: [Double?], _ n: Int64) {
    #expect(found.count == expected.count)
    for (left, right) in zip(found, expected) {
      #expect(right.map { agree(left, $0) } == true, "fault at \(n)")
    }
  }

  @Test func oneFaultAnywhereIsSurvivedAndMostlyUnnoticed() throws {
    let expected = try Self.expected()
    let count = try Self.events()
    #expect(count > 100)
    var thrown = 0
    for n in 1...count {
      let isThrown = try GLPKSolver().onDedicatedThread {
        defer { cglpk_test_fail_after(0, false) }
        cglpk_test_fail_after(n, false)
        do {
          Self.expectSame(try Self.life(GLPKSolver().open(Self.model)), expected, n)
          return false
        } catch let error as SolverError {
          #expect(error.code == .internalFault, "fault at \(n): \(error)")
          return true
        }
      }
      if isThrown { thrown += 1 }
    }
    // Only making a problem has no second try.
    #expect(thrown < Int(count) / 5)
    #expect(thrown > 0)
  }

  /// After a fault the same thread is as good as new.
  @Test func threadIsOfUseAfterAFault() throws {
    let expected = try Self.expected()
    let count = try Self.events()
    try GLPKSolver().onDedicatedThread {
      for n in stride(from: 1, through: count, by: 7) {
        cglpk_test_fail_after(n, true)
        _ = try? Self.life(GLPKSolver().open(Self.model))
        cglpk_test_fail_after(0, false)
        Self.expectSame(try Self.life(GLPKSolver().open(Self.model)), expected, n)
      }
    }
  }

  @Test func faultsThatComeAgainAreErrorsAndNeverWrongAnswers() throws {
    let expected = try Self.expected()
    let count = try Self.events()
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let n = Int64.random(in: 1...count, using: &generator)
      try GLPKSolver().onDedicatedThread {
        do {
          cglpk_test_fail_after(n, true)
          defer { cglpk_test_fail_after(0, false) }
          Self.expectSame(try Self.life(GLPKSolver().open(Self.model)), expected, n)
        } catch let error as SolverError {
          #expect([.internalFault, .lostSession].contains(error.code), "faults each \(n): \(error)")
        }
      }
    }
  }

  /// A fault of one session takes the problems of the thread; another session there goes on all the same.
  @Test func otherSessionOfTheThreadGoesOn() throws {
    try GLPKSolver().onDedicatedThread {
      let (wyndor, variables) = LinearPrograms.wyndor()
      let bystander = try GLPKSolver().open(wyndor)
      #expect(agree(try bystander.solve(SolveOptions()).objective, 36))
      try bystander.setBounds(of: variables[1], lower: 0, upper: 3)
      let victim = try GLPKSolver().open(Self.model)
      cglpk_test_fail_after(1, true)
      #expect(throws: SolverError.self) { try victim.solve(SolveOptions()) }
      cglpk_test_fail_after(0, false)
      #expect(agree(try bystander.solve(SolveOptions()).objective, 27))
      let best = try #require(RandomModels.bruteForce(Self.model))
      #expect(agree(try victim.solve(SolveOptions()).objective, best))
    }
  }
}
