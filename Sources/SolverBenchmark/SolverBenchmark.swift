import Foundation
import GLPKSolver
import LinearModel
import Synchronization

/// Measures the solver layer by itself; `Examples/benchmark/run.py` runs it against peers.
///
///     SolverBenchmark build [COLUMNS] [ROWS] [TERMS]   builds a model, checks it and hands it to GLPK
///     SolverBenchmark solve FILE.mps...                solves models in free MPS format to a gap of 1e-9
///     SolverBenchmark threads                          solves two models side by side and one after the other
@main
enum SolverBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "threads" {
      try measureThreads()
    } else if arguments.first == "solve" {
      for path in arguments.dropFirst() { try measureSolve(path) }
    } else {
      try measureBuilding(arguments.compactMap { Int($0) })
    }
  }

  private static func measureBuilding(_ size: [Int]) throws {
    let columns = size.first ?? 200_000
    let rows = size.dropFirst().first ?? 100_000
    let terms = size.dropFirst(2).first ?? 10
    let clock = ContinuousClock()
    var model = Model()
    let building = clock.measure { model = build(columns: columns, rows: rows, terms: terms) }
    var faults = 0
    let checking = clock.measure { faults = model.faults().count }
    let checked = model
    let opening = try clock.measure {
      try GLPKSolver().onDedicatedThread { _ = try GLPKSolver().open(checked) }
    }
    print(
      """
      {"columns": \(model.variableCount), "rows": \(model.constraintCount), "nonzeros": \(model.nonzeroCount), \
      "faults": \(faults), "build_seconds": \(seconds(building)), "check_seconds": \(seconds(checking)), \
      "open_seconds": \(seconds(opening)), "max_rss_mb": \(peakMegabytes)}
      """)
  }

  private static func measureSolve(_ path: String) throws {
    let model = try MPSReader().read(String(contentsOfFile: path, encoding: .utf8))
    let solution = try GLPKSolver().solve(model, SolveOptions(relativeGap: 1e-9))
    print(
      "\(path): \(solution.termination.reason) \(solution.objective ?? .nan), bound \(solution.bound),",
      "\(solution.nodes) nodes, \(solution.seconds) s")
  }

  /// Two mixed-integer models, first one after the other, then each on a thread of its own.
  private static func measureThreads() throws {
    // The same model twice: what is measured is how well two threads share the machine.
    let models = [knapsacks(), knapsacks()]
    let clock = ContinuousClock()
    var apart: [Double?] = []
    let sequential = try clock.measure { apart = try models.map { try GLPKSolver().solve($0).objective } }
    let results = Mutex([Double?](repeating: nil, count: models.count))
    let parallel = clock.measure {
      DispatchQueue.concurrentPerform(iterations: models.count) { index in
        let objective = try? GLPKSolver().solve(models[index]).objective
        results.withLock { $0[index] = objective }
      }
    }
    let together = results.withLock { $0 }
    print(
      """
      {"sequential_seconds": \(seconds(sequential)), "parallel_seconds": \(seconds(parallel)), \
      "same_results": \(together == apart)}
      """)
  }

  /// Several knapsacks that share their items: small to write, a second or two to prove.
  private static func knapsacks() -> Model {
    var model = Model(name: "knapsacks", sense: .maximize)
    let items = (0..<45).map { model.addBinary("x\($0)", objective: Double(20 + ($0 * 37 + 11) % 31)) }
    for row in 0..<6 {
      var weight = LinearExpression()
      for (index, item) in items.enumerated() {
        weight += Double(10 + (index * (13 + 2 * row) + 7) % 41) * item
      }
      model.addConstraint(weight <= 420, name: "w\(row)")
    }
    return model
  }

  /// A transport-like model: each row takes `terms` columns spread over the whole width.
  private static func build(columns: Int, rows: Int, terms: Int) -> Model {
    var model = Model(name: "benchmark")
    let variables = (0..<columns).map {
      model.addVariable("x\($0)", upper: 100, objective: Double($0 % 7 + 1))
    }
    for row in 0..<rows {
      var sum = LinearExpression()
      for term in 0..<terms {
        let column = (row * 7919 + term * (columns / terms) + term * term) % columns
        sum += Double(1 + (row + term) % 5) * variables[column]
      }
      model.addConstraint(sum >= Double(row % 10), name: "r\(row)")
    }
    return model
  }

  /// Peak resident memory of this process, as the kernel keeps it; 0 where it does not say.
  private static var peakMegabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
