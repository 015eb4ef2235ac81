import Foundation
import LinearModel
import Synchronization
import Testing

@Suite("Conformance: limits, gaps and starting points")
struct Limits {
  static let solvers = IntegerPrograms.solvers

  /// Equations with large coefficients over 40 binaries and a slack for each side: min Σ slack. Branch and
  /// bound has no grip on it (a market split problem), so that it runs until a limit.
  static func marketSplit() -> Model {
    var generator = SeededGenerator(seed: 4)
    var model = Model(name: "market split")
    let shops = (0..<40).map { model.addBinary("shop \($0)") }
    for product in 0..<5 {
      var sales = LinearExpression()
      var total = 0.0
      for shop in shops {
        let amount = Double(Int.random(in: 0...99, using: &generator))
        sales.add(amount, shop)
        total += amount
      }
      sales += model.addVariable("more \(product)", objective: 1)
      sales -= model.addVariable("less \(product)", objective: 1)
      model.addConstraint(sales == (total / 2).rounded(.down), name: "product \(product)")
    }
    return model
  }

  /// All shops closed is feasible: the slacks take the whole.
  static func allClosed(_ model: Model) -> [Double] {
    var point = [Double](repeating: 0, count: model.variableCount)
    for row in 0..<model.constraintCount { point[40 + 2 * row] = model.rowUpperBounds[row] }
    return point
  }

  private func expectSound(_ solution: Solution, _ model: Model) {
    if let point = solution.point {
      #expect(model.feasibility(of: point).isFeasible)
      #expect(agree(solution.objective, model.objectiveValue(at: point)))
    }
    if let objective = solution.objective { #expect(solution.bound <= objective + 1e-9) }
  }

  @Test(arguments: solvers)
  func nodeLimit(_ solver: any Solver) throws {
    let model = Self.marketSplit()
    let solution = try solver.solve(model, SolveOptions(nodeLimit: 20))
    #expect(solution.termination.reason == .limit)
    #expect(solution.termination.limit == .nodes)
    #expect(solution.nodes > 20)
    #expect(solution.nodes <= 60)
    #expect(solution.bound >= 0)
    expectSound(solution, model)
  }

  @Test(arguments: solvers)
  func timeLimitKeepsTheStartOrBetter(_ solver: any Solver) throws {
    let model = Self.marketSplit()
    let start = Self.allClosed(model)
    let solution = try solver.solve(model, SolveOptions(timeLimit: 0.2, start: start))
    #expect(solution.termination.limit == .time)
    #expect(try #require(solution.objective) <= model.objectiveValue(at: start))
    expectSound(solution, model)
  }

  /// No time at all: the start comes back, with the bound that the variables' bounds prove.
  @Test(arguments: solvers)
  func noTimeAtAll(_ solver: any Solver) throws {
    let model = Self.marketSplit()
    let start = Self.allClosed(model)
    let solution = try solver.solve(model, SolveOptions(timeLimit: 0, start: start))
    #expect(solution.termination.limit == .time)
    #expect(solution.point == start)
    #expect(solution.bound == 0)
    let without = try solver.solve(model, SolveOptions(timeLimit: 0))
    #expect(without.point == nil)
    #expect(without.objective == nil)
  }

  @Test(arguments: solvers)
  func cancelledFromAnotherThread(_ solver: any Solver) throws {
    let model = Self.marketSplit()
    let cancellation = Cancellation()
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.1)
      cancellation.cancel()
    }
    let solution = try solver.solve(model, SolveOptions(cancellation: cancellation))
    #expect(solution.termination.reason == .limit)
    #expect(solution.termination.limit == .cancelled)
    #expect(solution.bound >= 0)
    expectSound(solution, model)
  }

  @Test(arguments: Backend.all)
  func cancelledBeforeItBegins(_ solver: any Solver) throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let model = RandomModels.plan(rows: 10, columns: 20, seed: 1)
    let solution = try solver.solve(model, SolveOptions(cancellation: cancellation))
    #expect(solution.termination.limit == .cancelled)
    #expect(solution.point == nil)
    // Every activity at its upper bound is the most that the bounds allow.
    let most = zip(model.objective, model.upperBounds).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agree(solution.bound, most))
  }

  /// Within a gap of 20 % any point as good as that is optimal, and the bound holds for the true optimum.
  @Test(arguments: solvers)
  func gapIsProven(_ solver: any Solver) throws {
    for seed in 0..<5 {
      let model = RandomModels.knapsack(items: 14, rows: 4, seed: UInt64(seed))
      let best = try #require(RandomModels.bruteForce(model))
      let solution = try solver.solve(model, SolveOptions(relativeGap: 0.2))
      #expect(solution.termination.reason == .optimal)
      #expect(try #require(solution.gap) <= 0.2 + 1e-9)
      #expect(solution.bound >= best - 1e-6)
      #expect(try #require(solution.objective) <= best + 1e-6)
    }
  }

  /// Bounds reported on the way never exceed the optimum; incumbents never undercut it.
  @Test(arguments: solvers)
  func progressIsSound(_ solver: any Solver) throws {
    let model = Self.marketSplit()
    let reports = Mutex<[SolveProgress]>([])
    let note: @Sendable (SolveProgress) -> Void = { report in reports.withLock { $0.append(report) } }
    let solution = try solver.solve(model, SolveOptions(timeLimit: 0.7, progress: note))
    let seen = reports.withLock { $0 }
    #expect(!seen.isEmpty)
    var last = -Double.infinity
    for report in seen {
      #expect(report.bound >= last)
      last = report.bound
      if let incumbent = report.incumbent { #expect(report.bound <= incumbent + 1e-9) }
    }
    #expect(solution.bound >= last)
  }

  /// A start that is optimal is taken, one that breaks the model is left aside.
  @Test(arguments: solvers)
  func startsGoodAndBad(_ solver: any Solver) throws {
    let model = IntegerPrograms.knapsackOfFour()
    for start in [[0, 1, 1, 1], [1, 1, 1, 1], [0.5, 0, 0, 0], [1, 0, 0, 0], [], [0, .nan, 0, 0]] {
      let solution = try solver.solve(model, SolveOptions(start: start))
      #expect(solution.termination.reason == .optimal)
      #expect(agree(solution.objective, 21))
    }
  }
}
