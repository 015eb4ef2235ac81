import FaultInjection
import Foundation
import GLPKSolver
import Mainstay
import Testing

@Suite("Batches over a solver that fails")
struct FaultyBatchTests {
  private let folder: TestFolder
  private let tables: CaseTables

  init() throws {
    folder = try TestFolder()
    tables = try CaseTables.read(folder.write(CaseWriter.json(.starter), to: "case.json"))
  }

  /// Variants of which some are infeasible and some faulty.
  private static func variants(_ count: Int) -> VariantList {
    VariantList(
      (0..<count).map { number in
        let factor = 0.6 + 0.02 * Double(number)
        switch number % 8 {
        case 6:
          return Variant(
            "typo \(number)", edits: [TableEdit("dmand", .scale(column: "quantity", by: factor))])
        case 7:
          return Variant(
            "too much \(number)",
            edits: [
              TableEdit("demand", .scale(column: "quantity", by: 100 * factor)),
              TableEdit("demand", .set(column: "min_service", to: .number(1))),
            ])
        default:
          let column = number % 2 == 0 ? "quantity" : "shortage_cost"
          return Variant(
            "\(column) \(number)", edits: [TableEdit("demand", .scale(column: column, by: factor))])
        }
      })
  }

  private struct Row: Decodable {
    let id: String
    let status: VariantResult.Status
    let message: String
    let objective: Double?
    let bound: Double?
  }

  private func rows(_ path: String) throws -> [String: Row] {
    var text = ""
    try ResultSheet.write(path, as: .ndjson) { text += $0 }
    let rows = try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
  }

  @Test(
    "every result is that of a clean search of its own, once no search is left that failed",
    arguments: [1, 2])
  func resultsAreThoseOfCleanSearches(seed: UInt64) throws {
    let list = Self.variants(16)
    let path = folder.path("faulty.sqlite")
    let solver = FaultySolver(seed: seed, mostCalls: 6_000, isLasting: seed == 2)
    var options = BatchOptions()
    options.workers = 2
    var runs = 0
    var failed = 0
    repeat {
      let end = try BatchRunner(solver: solver).run(list, of: tables, into: path, options)
      failed = end.counts[.failed, default: 0]
      runs += 1
    } while failed > 0 && runs < 60
    #expect(failed == 0, "after \(runs) runs")
    #expect(solver.faults > 5)
    let found = try rows(path)
    #expect(found.count == list.count)
    // One at a time, with nothing taken over.
    for number in 0..<list.count {
      let variant = list[number]
      let clean = try #require(VariantPlanner(tables, solver: GLPKSolver()).result(of: variant)).result
      let row = try #require(found[clean.id])
      #expect(row.status == clean.status, "\(variant.name)")
      guard clean.status == .optimal else {
        #expect(row.message == clean.message)
        continue
      }
      let (objective, expected) = (try #require(row.objective), try #require(clean.objective))
      // Both are proven to a gap of 0.01 %.
      #expect(abs(objective - expected) <= 1e-4 * max(objective, expected), "\(variant.name)")
      #expect(try #require(row.bound) <= expected + 1e-6 * expected, "\(variant.name)")
    }
  }

  @Test("a search that fails whatever is tried is a result, and the next run plans its variant anew")
  func failuresAreResults() throws {
    let list = VariantList([Variant("as it is", edits: [])])
    let path = folder.path("failed.sqlite")
    let solver = FaultySolver(seed: 1, mostCalls: 1, isLasting: true)
    let first = try BatchRunner(solver: solver).run(list, of: tables, into: path)
    #expect(first.counts == [.failed: 1])
    let row = try #require(try rows(path).values.first)
    #expect(row.status == .failed)
    #expect(row.objective == nil)
    let second = try BatchRunner().run(list, of: tables, into: path)
    #expect(second.counts == [.optimal: 1])
  }
}
