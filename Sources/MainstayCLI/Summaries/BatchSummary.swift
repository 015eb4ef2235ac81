import Mainstay

/// How far a batch has come, in words.
struct BatchSummary {
  private let progress: BatchProgress

  init(_ progress: BatchProgress) {
    self.progress = progress
  }

  /// One line while it runs: how many, how fast, how long still.
  var line: String {
    let share = progress.total == 0 ? 1 : Double(progress.seen) / Double(progress.total)
    var parts = [Self.bar(share), "\(progress.seen)/\(progress.total)"]
    if let left = progress.secondsLeft {
      parts.append(
        left < 60 ? "about \(Int(left.rounded(.up))) s left" : "about \(NumberFormat.duration(left)) left")
    }
    return (parts + exceptions).joined(separator: "  ")
  }

  /// What was done, in the end.
  var words: String {
    var parts = ["\(FaultReport.counted(progress.planned, "variant")) planned"]
    if progress.reused > 0 { parts.append("\(progress.reused) had their results") }
    if progress.elsewhere > 0 { parts.append("\(progress.elsewhere) belong to other parts") }
    return ([(parts + exceptions).joined(separator: ", ")] + reasons).joined(separator: "\n")
  }

  /// Why variants have no proven plan, by the first of each status.
  private var reasons: [String] {
    VariantResult.Status.allCases.compactMap { status in
      guard let example = progress.examples[status], !example.message.isEmpty else { return nil }
      return "  \(status.rawValue), the first of them: \(TerminalText.printable(example.message))"
    }
  }

  /// Whether some results of the run may become better.
  var hasOpenResults: Bool { progress.counts.contains { $0.key.isOpen && $0.value > 0 } }

  private var exceptions: [String] {
    VariantResult.Status.allCases.compactMap { status in
      guard status != .optimal, let count = progress.counts[status], count > 0 else { return nil }
      return "\(count) \(status.rawValue)"
    }
  }

  private static func bar(_ share: Double) -> String {
    let width = 20
    let filled = Int((share * Double(width)).rounded(.down))
    return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled) + "]"
  }
}
