import Foundation
import Testing

@testable import Sourcing

@Suite("Cases survive a trip through their containers")
struct RoundTripTests {
  @Test("the rich case is sound")
  func richCaseIsSound() throws {
    #expect(SourcingCase.rich.faults().filter { $0.severity == .error }.map(\.description) == [])
    #expect(throws: Never.self) { try SourcingNetwork(.rich) }
  }

  @Test("the rich case fills every column of every table that is planned")
  func richCaseFillsEveryColumn() {
    let tables = CaseEncoder.tables(of: .rich)
    #expect(tables.map(\.name) == CaseSchema.tables.map(\.name).filter { !Self.unplanned.contains($0) })
    for table in tables {
      for (index, column) in table.columns.enumerated()
      where !Self.unplannedColumns.contains("\(table.name).\(column)") {
        #expect(table.rows.contains { $0[index] != .blank }, "\(table.name).\(column) is blank throughout")
      }
    }
  }

  @Test("a folder gives back the case that was written")
  func folder() throws {
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(.rich, to: folder.file("case"))
    let again = try CaseReader.read(folder.file("case"))
    #expect(again.withoutOrigin == .rich)
  }

  @Test("a folder without datapackage.json gives back the case that was written")
  func bareFolder() throws {
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(.rich, to: folder.file("case"))
    try FileManager.default.removeItem(atPath: folder.file("case/datapackage.json"))
    #expect(try CaseReader.read(folder.file("case")).withoutOrigin == .rich)
  }

  @Test("a JSON document gives back the case that was written")
  func document() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write(CaseWriter.json(.rich), to: folder.file("case.json"))
    #expect(try CaseReader.read(folder.file("case.json")).withoutOrigin == .rich)
  }

  @Test("a name made of digits stays a name")
  func numericNames() throws {
    var numeric = SourcingCase.rich
    numeric.settings.name = "2026"
    numeric.settings.currency = "true"
    let folder = try TemporaryFolder()
    try AtomicFile.write(CaseWriter.json(numeric), to: folder.file("case.json"))
    try CaseWriter.writeFolder(numeric, to: folder.file("case"))
    #expect(try CaseReader.read(folder.file("case.json")).settings == numeric.settings)
    #expect(try CaseReader.read(folder.file("case")).settings == numeric.settings)
  }

  @Test("rows keep their lines, after values with line breaks too")
  func lines() throws {
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(.rich, to: folder.path)
    let origin = try CaseReader.read(folder.path).origin
    // The second region's name breaks the line twice.
    #expect(origin.lines["regions"] == [2, 3, 6, 7])
    #expect(
      origin.location(table: "regions", row: 2, column: "parent").description
        == "\(folder.path)/regions.csv:6:parent")
    // The case's name, in the first row of settings, breaks it once.
    #expect(origin.settingLines["currency"] == 4)
  }

  private static let unplanned = ["price_tiers", "clusters"]
  private static let unplannedColumns = [
    "duties.requires_content", "controls.limit",
  ]
}
