import Foundation
import Mainstay
import Testing

@Suite struct ConvertTests {
  private let folder: Folder

  init() throws { folder = try Folder(holding: .starter) }

  @Test func aCaseGoesThroughEveryContainerAndStaysTheSame() async throws {
    for (from, to) in [
      ("case.json", "case.xlsx"), ("case.xlsx", "tables"), ("tables", "case.sqlite"),
      ("case.sqlite", "more-tables"), ("more-tables", "again.json"),
    ] {
      let run = try await ProgramRun.of(["convert", from, to], in: folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try folder.read("again.json") == folder.read("case.json"))
  }

  @Test func aWorkbookIsACaseForEveryCommand() async throws {
    #expect(try await ProgramRun.of(["convert", "case.json", "case.xlsx"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["check", "case.xlsx"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["plan", "case.xlsx", "--output", "plan"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["verify", "case.json", "plan"], in: folder).status == 0)
    let run = try await ProgramRun.of(["report", "case.xlsx", "plan", "--output", "plan.xlsx"], in: folder)
    #expect(run.status == 0)
    #expect(folder.exists("plan.xlsx"))
  }

  @Test func aDatabaseIsACaseForEveryCommand() async throws {
    #expect(try await ProgramRun.of(["convert", "case.json", "case.sqlite"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["check", "case.sqlite"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["plan", "case.sqlite", "--output", "plan"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["verify", "case.json", "plan"], in: folder).status == 0)
    #expect(try await ProgramRun.of(["stress", "case.sqlite", "plan"], in: folder).status == 0)
    #expect(folder.exists("case.sqlite-wal") == false)
    try folder.write("no database", to: "other.sqlite")
    let run = try await ProgramRun.of(["plan", "other.sqlite"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("other.sqlite: no SQLite database"), "\(run.errors)")
  }

  @Test func aFaultInAWorkbookNamesSheetAndRow() async throws {
    var found = SourcingCase.starter
    found.sites[1].region = "Atlantis"
    try folder.write(CaseWriter.json(found), to: "case.json")
    try CaseWorkbook.write(found, to: folder.path("case.xlsx"))
    let run = try await ProgramRun.of(["check", "case.xlsx"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("case.xlsx:sites:3:region: unknown name 'Atlantis'"), "\(run.errors)")
  }

  @Test func aFolderThatHoldsSomethingIsLeftAlone() async throws {
    try folder.makeFolder("full")
    try folder.write("x", to: "full/x")
    #expect(try await ProgramRun.of(["convert", "case.json", "full"], in: folder).status == 73)
    #expect(try folder.entries("full") == ["x"])
  }

  @Test func theStarterCaseComesAsAWorkbook() async throws {
    #expect(try await ProgramRun.of(["new", "book", "--format", "xlsx"], in: folder).status == 0)
    #expect(try folder.entries("book") == ["README.md", "case.xlsx"])
    #expect(try folder.read("book/README.md").contains("a sheet of `case.xlsx`"))
    let run = try await ProgramRun.of(["check", "book/case.xlsx"], in: folder)
    #expect(run.status == 0)
  }
}
