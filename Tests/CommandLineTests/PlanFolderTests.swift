import Foundation
import Mainstay
import Testing

/// Where `plan --output` writes, and what it leaves alone.
@Suite struct PlanFolderTests {
  private let folder: Folder

  init() throws {
    folder = try Folder(holding: .starter)
  }

  private func plan(_ arguments: String...) async throws -> ProgramRun {
    try await ProgramRun.of(["plan", "case.json"] + arguments, in: folder)
  }

  @Test func thePlanAndItsTablesAreWritten() async throws {
    let run = try await plan("--output", "a/new/plan")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("\nWritten to a/new/plan\n"))
    let written = try folder.entries("a/new/plan")
    #expect(
      written == [
        "flows.csv", "plan.json", "policies.csv", "production.csv", "scenarios.csv", "sites.csv",
        "sourcing.csv",
      ])
    let sourcing = try folder.read("a/new/plan/sourcing.csv")
    #expect(
      sourcing.hasPrefix(
        "item,site,recipe,role,commit,reserve,volume,share\ncompressor,saigon-drives,,primary,"))
  }

  @Test func whatASpreadsheetWouldRunIsATextInTheTables() async throws {
    let name = "=cmd|' /C calc'!A0"
    let starter = try folder.read("case.json")
    try folder.write(starter.replacing("saigon-drives", with: name), to: "case.json")
    let run = try await plan("--output", "plan", "--gap", "5%")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("plan/sites.csv").contains("\n'\(name),true"))
    #expect(try !folder.read("plan/sites.csv").contains("\n="))
    #expect(try PlanReader.read(folder.path("plan")).sites.contains { $0.site == name })
  }

  @Test func anEarlierPlanIsReplacedAndOtherFilesAreKept() async throws {
    #expect(try await plan("--output", "plan").status == 0)
    try folder.write("mine", to: "plan/notes.txt")
    #expect(try await plan("--output", "plan", "--without-policies").status == 0)
    #expect(try PlanReader.read(folder.path("plan")).policies.isEmpty)
    // A table that the new plan has no rows for would be that of the old one.
    #expect(!folder.exists("plan/policies.csv"))
    #expect(try folder.read("plan/notes.txt") == "mine")
  }

  @Test func aFolderOfOtherThingsIsRefusedBeforeTheSearch() async throws {
    #expect(try await ProgramRun.of(["new", "case"], in: folder).status == 0)
    let before = try folder.entries("case")
    let run = try await plan("--output", "case")
    #expect(run.status == 73)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("case: cannot be written (not an empty folder, nor that of an earlier plan)"))
    #expect(try folder.entries("case") == before)
  }

  @Test func tablesOfACaseAreNotTakenForThoseOfAPlan() async throws {
    #expect(try await ProgramRun.of(["new", "case"], in: folder).status == 0)
    try folder.write(try await plan("--json").output, to: "case/plan.json")
    let sites = try folder.read("case/sites.csv")
    let run = try await plan("--output", "case")
    #expect(run.status == 73)
    #expect(try folder.read("case/sites.csv") == sites)
  }

  @Test func aPathThroughAFileCannotBeWritten() async throws {
    let run = try await plan("--output", "case.json/plan")
    #expect(run.status == 73)
    #expect(run.errors.hasPrefix("mainstay: error: case.json/plan"))
    #expect(try await plan("--output", "case.json").status == 73)
  }

  @Test func aFullDiskLeavesNothingHalfWritten() async throws {
    // The unit of ulimit -f is 512 bytes: the document is larger, the small tables are not.
    let run = try await ProgramRun.ofShell(
      "ulimit -f 8; \"$MAINSTAY\" plan case.json --output plan", in: folder)
    #expect(run.status == 73)
    #expect(run.errors.contains("cannot be written"))
    #expect(!run.errors.contains(".mainstay-"))
    #expect(try folder.entries() == ["case.json"])
  }

  @Test func aFullDiskLeavesAnEarlierPlanAsItWas() async throws {
    #expect(try await plan("--output", "plan").status == 0)
    let (names, document) = (try folder.entries("plan"), try folder.read("plan/plan.json"))
    let run = try await ProgramRun.ofShell(
      "ulimit -f 8; \"$MAINSTAY\" plan case.json --output plan", in: folder)
    #expect(run.status == 73)
    #expect(try folder.entries("plan") == names)
    #expect(try folder.read("plan/plan.json") == document)
  }

  #if os(Linux)
    @Test func standardOutputThatIsFullIsTold() async throws {
      let run = try await ProgramRun.ofShell("\"$MAINSTAY\" plan case.json > /dev/full", in: folder)
      #expect(run.status == 73)
      #expect(run.errors.contains("standard output: cannot be written"))
    }
  #endif

  @Test func aReaderThatGoesAwayEndsItQuietly() async throws {
    let run = try await ProgramRun.ofShell(
      "\"$MAINSTAY\" export case.json --format mps | head -c 1", in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func aNameThatEndsInXlsxAsksForAWorkbook() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(["plan", "case.json", "--output", "Plan.XLSX"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasSuffix("Written to Plan.XLSX\n"))
    #expect(try folder.entries() == ["Plan.XLSX", "case.json"])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("Plan.XLSX")))
    #expect(bytes.starts(with: Data("PK".utf8)))
    // It is the workbook of the report, and a second plan takes its place.
    _ = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    _ = try await ProgramRun.of(["report", "case.json", "plan", "--output", "report.xlsx"], in: folder)
    let reported = try Data(contentsOf: URL(fileURLWithPath: folder.path("report.xlsx")))
    #expect(abs(reported.count - bytes.count) < 200)
    #expect(try await ProgramRun.of(["plan", "case.json", "--output", "Plan.XLSX"], in: folder).status == 0)
  }

  @Test func aWorkbookThatCannotBeWrittenIsToldBeforeTheSearch() async throws {
    let folder = try Folder(holding: .starter)
    try FileManager.default.createDirectory(
      atPath: folder.path("taken.xlsx"), withIntermediateDirectories: false)
    for path in ["missing/plan.xlsx", "taken.xlsx"] {
      let run = try await ProgramRun.of(["plan", "case.json", "--output", path], in: folder)
      #expect(run.status == 73)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(path))
    }
  }

  @Test func withoutALayoutThereIsNoWorkbook() async throws {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    let folder = try Folder(holding: found)
    let run = try await ProgramRun.of(["plan", "case.json", "--output", "plan.xlsx"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("no layout, so that no workbook was written to plan.xlsx"))
    #expect(!folder.exists("plan.xlsx"))
  }
}
