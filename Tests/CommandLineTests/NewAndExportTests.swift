import Foundation
import Mainstay
import Testing

@Suite struct NewTests {
  @Test func theStarterCasePlansAtOnce() async throws {
    let folder = try Folder()
    let run = try await ProgramRun.of(["new", "my case"], in: folder)
    #expect(run.status == 0)
    try Snapshot.expect(run.output, named: "new")
    #expect(try await ProgramRun.of(["check", "my case"], in: folder).output.hasSuffix("; no faults\n"))
    #expect(try await ProgramRun.of(["plan", "my case"], in: folder).status == 0)
    #expect(try CaseReader.read(folder.path("my case")).policies == SourcingCase.starter.policies)
  }

  @Test func theGuideSpeaksOfEveryTableAndColumnWritten() async throws {
    let folder = try Folder()
    _ = try await ProgramRun.of(["new", "case"], in: folder)
    let guide = try folder.read("case/README.md")
    for file in try folder.entries("case") where file.hasSuffix(".csv") {
      #expect(guide.contains("### \(file.dropLast(4))\n"))
      let header = try #require(try folder.read("case/\(file)").split(separator: "\n").first)
      for column in header.split(separator: ",") {
        #expect(guide.contains("| \(column) | "), "\(file): \(column)")
      }
    }
    #expect(guide.contains("mainstay plan ."))
  }

  @Test func theStarterCaseComesAsOneDocumentToo() async throws {
    let folder = try Folder()
    #expect(try await ProgramRun.of(["new", "case", "--format", "json"], in: folder).status == 0)
    #expect(try folder.entries("case") == ["README.md", "case.json"])
    #expect(try await ProgramRun.of(["plan", "case/case.json"], in: folder).status == 0)
  }

  @Test func anEmptyFolderIsFilledAndAnotherRefused() async throws {
    let folder = try Folder()
    try folder.makeFolder("empty")
    #expect(try await ProgramRun.of(["new", "empty"], in: folder).status == 0)
    let run = try await ProgramRun.of(["new", "empty"], in: folder)
    #expect(run.status == 73)
    #expect(run.errors == "mainstay: error: empty: cannot be written (it is there and not an empty folder)\n")
    try folder.write("", to: "file")
    #expect(try await ProgramRun.of(["new", "file"], in: folder).status == 73)
    #expect(try await ProgramRun.of(["new", "file/below"], in: folder).status == 73)
  }

  @Test func aFullDiskLeavesNothingBehind() async throws {
    let folder = try Folder()
    let run = try await ProgramRun.ofShell("ulimit -f 4; \"$MAINSTAY\" new case", in: folder)
    #expect(run.status == 73)
    #expect(try folder.entries().isEmpty)
  }
}

@Suite struct ExportTests {
  @Test func aCaseGoesThroughBothOfItsForms() async throws {
    let folder = try Folder(holding: .starter)
    #expect(
      try await ProgramRun.of(["export", "case.json", "--format", "csv", "--output", "case"], in: folder)
        .status == 0)
    let run = try await ProgramRun.of(["export", "case", "--format", "json"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == (try folder.read("case.json")))
  }

  @Test(arguments: [("mps", "ROWS"), ("lp", "subject to"), ("mathprog", "set I :=")]) func aProgramIsWritten(
    format: String, part: String
  ) async throws {
    let folder = try Folder(holding: .starter)
    let shown = try await ProgramRun.of(["export", "case.json", "--format", format], in: folder)
    #expect(shown.status == 0)
    #expect(shown.output.lowercased().contains(part.lowercased()))
    let kept = try await ProgramRun.of(
      ["export", "case.json", "--format", format, "--output", "program"], in: folder)
    #expect(kept.status == 0)
    #expect(kept.output.isEmpty)
    #expect(try folder.read("program") == shown.output)
  }

  @Test func aLimitOnConcentrationIsNoLinearProgram() async throws {
    var found = SourcingCase.starter
    found.policies = [Policy("spread", .maxConcentration, limit: 0.6)]
    let folder = try Folder(holding: found)
    for format in ["mps", "lp"] {
      let run = try await ProgramRun.of(["export", "case.json", "--format", format], in: folder)
      #expect(run.status == 65)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("no linear program states this policy exactly 'max_concentration'"))
    }
    let run = try await ProgramRun.of(["export", "case.json", "--format", "mathprog"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("set MAX_CONCENTRATION :=\n  'spread'\n"))
  }

  @Test(arguments: ["csv", "smps"]) func aFolderCannotGoToStandardOutput(format: String) async throws {
    let run = try await ProgramRun.of(
      ["export", "case.json", "--format", format], in: try Folder(holding: .starter))
    #expect(run.status == 64)
    #expect(run.errors.contains("--format \(format) needs --output with a folder"))
  }

  @Test func aStochasticProgramIsThreeFiles() async throws {
    var found = SourcingCase.starter
    found.policies = []
    let folder = try Folder(holding: found)
    let run = try await ProgramRun.of(
      ["export", "case.json", "--format", "smps", "--output", "program"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try folder.read("program/case.cor").hasPrefix("NAME "))
    #expect(try folder.read("program/case.tim").contains("PERIODS IMPLICIT\n"))
    #expect(try folder.read("program/case.sto").contains("SCENARIOS DISCRETE\n SC "))
  }

  @Test func whatTiesScenariosTogetherIsNoTwoStageProgram() async throws {
    var found = SourcingCase.starter
    found.policies = [Policy("budget", .maxCost, limit: 1e9)]
    let folder = try Folder(holding: found)
    let run = try await ProgramRun.of(
      ["export", "case.json", "--format", "smps", "--output", "program"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("'max_cost'"))
    #expect(try folder.entries() == ["case.json"])
  }

  @Test func whatIsThereIsNotMixedWithACase() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(
      ["export", "case.json", "--format", "csv", "--output", "."], in: folder)
    #expect(run.status == 73)
    #expect(try folder.entries() == ["case.json"])
  }

  @Test func aFullDiskLeavesTheFileAsItWas() async throws {
    let folder = try Folder(holding: .starter)
    try folder.write("old", to: "program.mps")
    let run = try await ProgramRun.ofShell(
      "ulimit -f 8; \"$MAINSTAY\" export case.json --format mps --output program.mps", in: folder)
    #expect(run.status == 73)
    #expect(try folder.read("program.mps") == "old")
    #expect(try folder.entries() == ["case.json", "program.mps"])
  }
}
