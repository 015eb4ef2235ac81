import Foundation
import GLPKSolver
import LinearModel

/// Builds a large sparse model with the expression operators, checks it and hands it to GLPK, and prints how
/// long that took and how much memory the process needed. `Examples/benchmark/run.py` runs it against peers.
///
///     model-benchmark [COLUMNS] [ROWS] [TERMS] [--mps FILE]
@main
enum ModelBenchmark {
  static func main() throws {
    var numbers: [Int] = []
    var file: String?
    var arguments = CommandLine.arguments.dropFirst().makeIterator()
    while let argument = arguments.next() {
      if argument == "--mps" { file = arguments.next() } else if let number = Int(argument) { numbers.append(number) }
    }
    let columns = numbers.first ?? 200_000
    let rows = numbers.dropFirst().first ?? 100_000
    let terms = numbers.dropFirst(2).first ?? 10

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
    if let file { try writeMPS(model, to: file) }
  }

  /// A transport-like model: each row takes `terms` columns spread over the whole width.
  private static func build(columns: Int, rows: Int, terms: Int) -> Model {
    var model = Model(name: "benchmark")
    let variables = (0..<columns).map { model.addVariable("x\($0)", upper: 100, objective: Double($0 % 7 + 1)) }
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

  private static func writeMPS(_ model: Model, to path: String) throws {
    var text = ""
    MPSWriter().write(model, to: &text)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
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
