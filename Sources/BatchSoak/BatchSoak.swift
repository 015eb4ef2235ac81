import FaultInjection
import Foundation
import GLPKSolver
import Mainstay

/// Runs a batch as `Examples/scripts/soak.py` wants it: over a solver that fails, or with nothing taken over from one variant to the
/// next, which is what the results of the other batches are held against.
///
///     BatchSoak CASE VARIANTS OUTPUT GAP faults SEED   ends with 1 while searches have failed whatever was tried
///     BatchSoak CASE VARIANTS OUTPUT GAP cold
@main
enum BatchSoak {
  private struct WrongUsage: Error {}

  /// Calls to GLPK before a search meets its error, at most: small searches get by without one, half of the others meet one.
  private static let mostCalls: UInt64 = 6_000

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 5, let gap = Double(arguments[3]) else { throw WrongUsage() }
    let tables = try CaseTables.read(arguments[0])
    let list = try VariantReader.read(arguments[1])
    switch arguments[4] {
    case "faults":
      guard arguments.count == 6, let seed = UInt64(arguments[5]) else { throw WrongUsage() }
      try runOverFaults(list, tables, into: arguments[2], gap: gap, seed: seed)
    case "cold": try runCold(list, tables, into: arguments[2], gap: gap)
    default: throw WrongUsage()
    }
  }

  private static func runOverFaults(
    _ list: VariantList, _ tables: CaseTables, into output: String, gap: Double, seed: UInt64
  ) throws {
    // A lasting error leaves a search no way out; one that comes once it is to get over by itself.
    let solver = FaultySolver(seed: seed, mostCalls: mostCalls, isLasting: seed % 2 == 0)
    var options = BatchOptions()
    options.planning.gap = gap
    options.workers = ProcessInfo.processInfo.activeProcessorCount
    let end = try BatchRunner(solver: solver).run(list, of: tables, into: output, options)
    print("\(solver.faults) searches met an error, \(end.counts[.failed, default: 0]) failed")
    if end.counts[.failed, default: 0] > 0 { exit(1) }
  }

  private static func runCold(
    _ list: VariantList, _ tables: CaseTables, into output: String, gap: Double
  ) throws {
    let store = try ResultStore(
      output, identity: BatchIdentity(tables, gap: gap, seed: nil, withoutPolicies: false))
    var options = PlanOptions()
    options.gap = gap
    let planner = VariantPlanner(tables, solver: GLPKSolver(), options)
    for number in 0..<list.count {
      let variant = list[number]
      if try store.status(of: variant.id) != nil {
        try store.note(variant, number: number)
      } else if let (result, _) = planner.result(of: variant) {
        try store.write(result, of: variant, number: number)
      }
    }
    try store.close()
  }
}
