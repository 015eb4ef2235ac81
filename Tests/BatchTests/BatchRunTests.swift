import Foundation
import Mainstay
import Synchronization
import Testing

@Suite struct BatchRunTests {
  private let folder: TestFolder
  private let tables: CaseTables
  private let path: String

  init() throws {
    folder = try TestFolder()
    tables = try Bikes.tables(in: folder)
    path = folder.path("results.sqlite")
  }

  private static func demand(_ factor: Double) -> Variant {
    Variant("demand \(factor)", edits: [TableEdit("demand", .scale(column: "quantity", by: factor))])
  }

  /// Nothing may be short, and only one site is left: 90 units for a demand of 160.
  private static let infeasible = Variant(
    "too much",
    edits: [
      TableEdit("demand", .scale(column: "quantity", by: 2)),
      TableEdit("demand", .set(column: "min_service", to: .number(1))),
      TableEdit("sites", .delete, where: ["site": [.text("Porto")]]),
      TableEdit("capabilities", .delete, where: ["site": [.text("Porto")]]),
    ])
  private static let faulty = Variant("typo", edits: [TableEdit("dmand", .delete)])

  private func rows(_ path: String, leavingOut: Set<String> = ["seconds"]) throws -> [[String: String]] {
    var lines: [String] = []
    var text = ""
    try ResultSheet.write(path, as: .ndjson) { text += $0 }
    lines = text.split(separator: "\n").map(String.init)
    return try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return try object.filter { !leavingOut.contains($0.key) }.mapValues { value in
        let text = try JSONSerialization.data(
          withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: ["\""])
      }
    }
  }

  @Test("every variant is a row: planned, infeasible and faulty ones, with their words")
  func rowsOfAllKinds() throws {
    let list = VariantList([Self.demand(1), Self.infeasible, Self.faulty])
    let end = try BatchRunner().run(list, of: tables, into: path)
    #expect(end.planned == 3)
    #expect(Set(end.examples.keys) == [.infeasible, .faulty])
    #expect(end.examples[.faulty]?.number == 2)
    #expect(end.examples[.faulty]?.message.contains("did you mean 'demand'") == true)
    let found = try rows(path)
    #expect(found.map { $0["status"] } == ["optimal", "infeasible", "faulty"])
    // 80 units: see the README.
    #expect(Double(found[0]["objective"] ?? "").map { abs($0 - 2060) < 1e-6 } == true)
    #expect(found[1]["message"]?.contains("least service") == true)
    #expect(found[2]["message"]?.contains("did you mean 'demand'") == true)
    #expect(try folder.entries() == ["case.json", "results.sqlite"])
  }

  @Test("the edits of a variant that cannot be read are those that were written")
  func editsOfFaulty() throws {
    let variants = try folder.write(
      #"{"schema":"mainstay/variants/1","variants":[{"name":"x","edits":[{"do":"dubble"}]}]}"#, to: "v.json")
    _ = try BatchRunner().run(VariantReader.read(variants), of: tables, into: path)
    #expect(try rows(path).map { $0["edits"] } == [#"[{"do":"dubble"}]"#])
  }

  @Test("what a spreadsheet would take for a formula is a text in CSV, and numbers stay numbers")
  func formulas() throws {
    let names = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "-5", "plain"]
    let list = VariantList(
      names.enumerated().map { number, name in
        Variant(
          name, edits: [TableEdit("demand", .scale(column: "quantity", by: 1 + Double(number) / 100))])
      })
    _ = try BatchRunner().run(list, of: tables, into: path)
    var text = ""
    try ResultSheet.write(path, as: .csv) { text += $0 }
    let cells = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").map(String.init)
    }
    #expect(
      cells.map { $0[1].replacing("\"", with: "") } == [
        "'=1+1", "'+cmd|' /C calc'!A0", "'-2+3", "'@SUM(A1)", "'\t=1", "-5", "plain",
      ])
    #expect(cells.map { $0[0] } == (0..<7).map(String.init))
    // As JSON the names are as they were given.
    #expect(try rows(path).map { $0["variant"] }.first == "=1+1")
  }

  @Test("equal variants are planned once, whatever their names and however many workers there are")
  func duplicates() throws {
    let variants = (0..<12).map { number in
      var variant = Self.demand(number % 2 == 0 ? 1 : 0.5)
      variant.name = "number \(number)"
      return variant
    }
    var options = BatchOptions()
    options.workers = 4
    let end = try BatchRunner().run(VariantList(variants), of: tables, into: path, options)
    #expect(end.planned == 2)
    #expect(end.reused == 10)
    #expect(try rows(path).map { $0["variant"] } == (0..<12).map { "number \($0)" })
  }

  @Test("a second run plans only what is new")
  func secondRun() throws {
    let runner = BatchRunner()
    _ = try runner.run(VariantList([Self.demand(1), Self.faulty]), of: tables, into: path)
    let longer = VariantList([Self.demand(1), Self.faulty, Self.demand(0.5)])
    let end = try runner.run(longer, of: tables, into: path)
    #expect(end.planned == 1)
    #expect(end.reused == 2)
    #expect(try rows(path).count == 3)
  }

  @Test("the shards of a batch, merged, are the batch, and merging again changes nothing")
  func shards() throws {
    let list = VariantList((1...9).map { Self.demand(Double($0) / 10) } + [Self.infeasible, Self.faulty])
    _ = try BatchRunner().run(list, of: tables, into: path)
    var planned = 0
    for number in 1...3 {
      var options = BatchOptions()
      options.shard = try #require(Shard(number, of: 3))
      planned += try BatchRunner().run(list, of: tables, into: folder.path("part\(number)"), options).planned
    }
    #expect(planned == 11)
    let parts = (1...3).map { folder.path("part\($0)") }
    for _ in 0..<2 {
      #expect(try ResultMerge.merge(parts, into: folder.path("all")) == 11)
      #expect(try rows(folder.path("all")) == rows(path))
    }
  }

  @Test("a file of another case or of other options is refused, and left as it was")
  func otherCase() throws {
    _ = try BatchRunner().run(VariantList([Self.demand(1)]), of: tables, into: path)
    let before = try rows(path)
    let other = try tables.applying(
      [TableEdit("demand", .scale(column: "quantity", by: 0.5))], of: EditOrigin("test"))
    #expect(throws: BatchError.self) {
      try BatchRunner().run(VariantList([Self.demand(1)]), of: other, into: path)
    }
    var options = BatchOptions()
    options.planning.gap = 0.1
    #expect(throws: BatchError.self) {
      try BatchRunner().run(VariantList([Self.demand(1)]), of: tables, into: path, options)
    }
    #expect(try rows(path) == before)
  }

  @Test("a file that is no database, or another one, is refused")
  func otherFile() throws {
    try folder.write(String(repeating: "no database\n", count: 200), to: "text.sqlite")
    #expect(throws: BatchError.self) {
      try BatchRunner().run(VariantList([Self.demand(1)]), of: tables, into: folder.path("text.sqlite"))
    }
    #expect(throws: BatchError.self) {
      try BatchRunner().run(VariantList([Self.demand(1)]), of: tables, into: folder.path("none/at/all"))
    }
  }

  @Test("a failure of the solver is a result, and the variant is planned anew by the next run")
  func failure() throws {
    let runner = BatchRunner(solver: FailingSolver())
    let end = try runner.run(VariantList([Self.demand(1), Self.demand(0.5)]), of: tables, into: path)
    #expect(end.counts == [.failed: 2])
    #expect(try rows(path).allSatisfy { $0["message"]?.contains("out of order") == true })
    let again = try BatchRunner().run(
      VariantList([Self.demand(1), Self.demand(0.5)]), of: tables, into: path)
    #expect(again.counts == [.optimal: 2])
  }

  @Test("a batch that is cancelled leaves no half results and goes on where it was")
  func cancellation() throws {
    let list = VariantList((1...6).map { Self.demand(Double($0) / 10) })
    var options = BatchOptions()
    let cancellation = Cancellation()
    options.cancellation = cancellation
    options.progress = { if $0.planned == 2 { cancellation.cancel() } }
    let first = try BatchRunner().run(list, of: tables, into: path, options)
    #expect(first.planned == 2)
    #expect(try rows(path).allSatisfy { $0["status"] == "optimal" })
    let second = try BatchRunner().run(list, of: tables, into: path)
    #expect(second.planned == 4)
    #expect(try rows(path).count == 6)
  }

  @Test("two batches never write to one file at once")
  func inUse() throws {
    let outcome = Mutex<(any Error)?>(nil)
    var options = BatchOptions()
    let (tables, path) = (tables, path)
    options.progress = { _ in
      do {
        _ = try BatchRunner().run(VariantList([Self.demand(0.3)]), of: tables, into: path)
      } catch { outcome.withLock { [error] in $0 = error } }
    }
    _ = try BatchRunner().run(VariantList([Self.demand(1)]), of: tables, into: path, options)
    #expect((outcome.withLock { $0 } as? BatchError)?.kind == .inUse)
  }
}

/// A solver that can do nothing.
private struct FailingSolver: Solver {
  var identity: String { "none" }
  var capabilities: Set<SolverCapability> { [] }

  func open(_ model: Model) throws -> any SolverSession { throw fault }
  func openSimplex(_ model: Model) throws -> any SimplexSession { throw fault }
  func onDedicatedThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) throws -> Value {
    try work()
  }

  private var fault: SolverError { SolverError(.internalFault, "out of order", context: "test") }
}
