import Foundation
import Mainstay

/// How much of a rise in price each main source bears before another layout is cheaper.
///
///     thresholds CASE
///
/// Prints a line for each main source of the plan: its item, its site, and between which two rises the plan gives it up.
@main
struct Thresholds {
  /// Parts of its price by which a source is made dearer, at most, and how closely the threshold is told.
  private static let most = 0.64
  private static let grain = 0.02

  static func main() async throws {
    guard CommandLine.arguments.count == 2 else { end("usage: thresholds CASE", status: 64) }
    do {
      try await tell(CommandLine.arguments[1])
    } catch let error as CaseFaults {
      end(error.faults.map(\.description).joined(separator: "\n"), status: 65)
    } catch {
      end("\(error)", status: error is FileError ? 66 : 70)
    }
  }

  /// Ends with the exit statuses of the program.
  private static func end(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }

  private static func tell(_ path: String) async throws {
    let found = try CaseTables.read(path).sound()
    // Every question differs from the case in a price, so that searches have much in common.
    var options = PlanOptions(gap: 1e-4)
    options.memory = PlanMemory()
    let plan = try await Planner().plan(found, options)
    print("\(plan.name): \(plan.status.rawValue), \(Int((plan.objective ?? 0).rounded())) \(plan.currency)")
    let main = plan.sourcing.filter { $0.role == .primary }
    // The questions about one source follow from each other; those about several are asked at the same time.
    let lines = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, source) in main.enumerated() {
        let prepared = options
        group.addTask { (index, try await line(for: source, in: found, prepared)) }
      }
      return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    for index in main.indices { print(lines[index] ?? "") }
  }

  private static func line(
    for source: PlanSource, in found: SourcingCase, _ options: PlanOptions
  ) async throws -> String {
    var (kept, lost) = (0.0, most)
    guard try await !isKept(source, in: found, dearerBy: most, options) else {
      return "\(source.item) from \(source.site): kept at \(percent(most)) more"
    }
    while lost - kept > grain + 1e-9 {
      let middle = (kept + lost) / 2
      if try await isKept(source, in: found, dearerBy: middle, options) {
        kept = middle
      } else {
        lost = middle
      }
    }
    return
      "\(source.item) from \(source.site): kept at \(percent(kept)) more, given up at \(percent(lost)) more"
  }

  /// Whether a source is still a main one of its item where it asks for more.
  private static func isKept(
    _ source: PlanSource, in found: SourcingCase, dearerBy rise: Double, _ options: PlanOptions
  ) async throws -> Bool {
    var dearer = found
    for row in dearer.capabilities.indices
    where dearer.capabilities[row].site == source.site && dearer.capabilities[row].item == source.item {
      dearer.capabilities[row].unitCost *= 1 + rise
    }
    let plan = try await Planner().plan(dearer, options)
    return plan.sourcing.contains { $0.role == .primary && $0.site == source.site && $0.item == source.item }
  }

  private static func percent(_ part: Double) -> String { "\(Int((100 * part).rounded())) %" }
}
