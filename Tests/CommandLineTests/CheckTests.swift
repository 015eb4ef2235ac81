import Foundation
import Mainstay
import Testing

@Suite struct CheckTests {
  @Test func aSoundCaseIsSummedUpInOneLine() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(["check", "case.json"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == "heat pumps: 6 sites, 3 items, 3 markets, 6 scenarios, 3 policies; no faults\n")
    #expect(run.errors.isEmpty)
  }

  @Test func aRemarkIsToldAndCounted() async throws {
    var found = SourcingCase.starter
    found.lanes[0].leadDays = 3
    let run = try await ProgramRun.of(["check", "case.json"], in: try Folder(holding: found))
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("; no faults, 1 remark\n"))
    #expect(run.errors.hasPrefix("case.json#lanes:1:lead_days: advice: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func allFaultsAreToldAtOnceWithTheirPlaces() async throws {
    let folder = try Folder()
    #expect(try await ProgramRun.of(["new", "case"], in: folder).status == 0)
    try folder.write(folder.read("case/lanes.csv").replacing("CZ,ES", with: "CZ,EZ"), to: "case/lanes.csv")
    try folder.write(
      folder.read("case/demand.csv").replacing("fan,35", with: "fan,many"), to: "case/demand.csv")
    try folder.write(folder.read("case/policies.csv").replacing("0.7", with: "70"), to: "case/policies.csv")
    let run = try await ProgramRun.of(["check", "case"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    try Snapshot.expect(run.errors, named: "check-faults")
  }

  @Test func faultsThatOnlyTheMatchingOfLanesShowsAreToldToo() async throws {
    var found = SourcingCase.starter
    found.duties.append(Duty(from: "*", to: "EU", rate: 0.5))
    let run = try await ProgramRun.of(["check", "case.json"], in: try Folder(holding: found))
    #expect(run.status == 65)
    #expect(run.errors.contains("case.json#duties"))
  }

  @Test func theDocumentHoldsTheSameFaults() async throws {
    var found = SourcingCase.starter
    found.sites[0].region = "VM"
    let run = try await ProgramRun.of(["check", "case.json", "--json"], in: try Folder(holding: found))
    #expect(run.status == 65)
    #expect(run.errors.isEmpty)
    try Snapshot.expect(run.output, named: "check-json")
  }

  @Test func theDocumentOfASoundCaseHasItsCounts() async throws {
    let run = try await ProgramRun.of(["check", "case.json", "--json"], in: try Folder(holding: .starter))
    #expect(run.status == 0)
    try Snapshot.expect(run.output, named: "check-json-sound")
  }

  @Test func textThatIsNoCaseIsAFaultInBothForms() async throws {
    let folder = try Folder()
    try folder.write("{\"schema\": ", to: "case.json")
    let run = try await ProgramRun.of(["check", "case.json"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("the file is no JSON"))
    let document = try await ProgramRun.of(["check", "case.json", "--json"], in: folder)
    #expect(document.status == 65)
    #expect(document.output.contains("\"sound\" : false"))
  }

  @Test(arguments: ["check", "plan", "export --format json"]) func aMissingCaseIsNoInput(command: String)
    async throws
  {
    let arguments = command.split(separator: " ").map(String.init) + ["no/such case"]
    let run = try await ProgramRun.of(arguments, in: try Folder())
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errors == "mainstay: error: no/such case: no such file or folder\n")
  }

  /// The starter case with a region that nobody knows.
  private func misspelt() throws -> Folder {
    var found = SourcingCase.starter
    found.sites[0].region = "VM"
    return try Folder(holding: found)
  }

  @Test func faultsAreToldInChineseWithTheirPlaces() async throws {
    let told = "case.json#sites:1:region: 未知名称“VM”；应为：表 regions 中的名称；是不是“VN”？\n"
    let folder = try misspelt()
    let asked = try await ProgramRun.of(["check", "case.json", "--language", "zh"], in: folder)
    #expect(asked.status == 65)
    #expect(asked.errors == told + "mainstay: error: case.json 中有 1 处错误\n")
    let chinese = ["LC_ALL": "zh_CN.UTF-8"]
    let local = try await ProgramRun.of(["check", "case.json"], in: folder, environment: chinese)
    #expect(local.errors == asked.errors)
    #expect(
      try await ProgramRun.of(["plan", "case.json"], in: folder, environment: chinese).errors.hasPrefix(told))
    let english = try await ProgramRun.of(
      ["check", "case.json", "--language", "en"], in: folder, environment: chinese)
    #expect(english.errors.contains("unknown name 'VM'"))
  }

  @Test func aSoundCaseIsSummedUpInChinese() async throws {
    let run = try await ProgramRun.of(
      ["check", "case.json", "--language", "zh"], in: try Folder(holding: .starter))
    #expect(run.output == "heat pumps：6 个地点, 3 种物品, 3 个市场, 6 个情景, 3 条策略；没有错误\n")
  }

  @Test func documentsHaveTheSameCodesInEveryLanguageAndEnglishWordsUnlessAsked() async throws {
    let folder = try misspelt()
    let chinese = ["LANG": "zh_CN.UTF-8", "LC_ALL": ""]
    let plain = try await ProgramRun.of(["check", "case.json", "--json"], in: folder, environment: chinese)
    #expect(plain.output.contains("\"problem\" : \"unknown name\""))
    let asked = try await ProgramRun.of(["check", "case.json", "--json", "--language", "zh"], in: folder)
    #expect(asked.output.contains("\"problem\" : \"未知名称\""))
    for run in [plain, asked] {
      #expect(run.output.contains("\"code\" : \"unknown_name\""))
      #expect(run.output.contains("\"expected_code\" : \"name_from\""))
    }
  }

  @Test func aTableOfMessagesIsALanguage() async throws {
    let folder = try misspelt()
    try folder.write(
      #"{"language": "nl", "messages": {"unknown_name": "onbekende naam"}}"#, to: "nl.json")
    let run = try await ProgramRun.of(["check", "case.json", "--language", "nl.json"], in: folder)
    #expect(run.errors.contains("onbekende naam 'VM'; expected a name from regions"))
    try folder.write(#"{"language": "nl", "messages": {"unknown": ""}}"#, to: "nl.json")
    let faulty = try await ProgramRun.of(["check", "case.json", "--language", "nl.json"], in: folder)
    #expect(faulty.status == 65)
    #expect(faulty.errors.contains("nl.json:unknown: no message has this code 'unknown'"))
    #expect(
      try await ProgramRun.of(["check", "case.json", "--language", "no.json"], in: folder).status == 66)
    let none = try await ProgramRun.of(["check", "case.json", "--language", "tlh"], in: folder)
    #expect(none.status == 64)
    #expect(none.errors.contains("no language 'tlh'; expected one of en, zh, or a .json file"))
  }

  @Test func hostileNamesCannotReachTheTerminal() async throws {
    var found = SourcingCase.starter
    found.settings.name = "\u{1B}[31mred\u{202E}\nnext"
    found.sites[0].region = "\u{1B}]0;title\u{7}"
    let folder = try Folder(holding: found)
    let faulty = try await ProgramRun.of(["check", "case.json"], in: folder)
    #expect(faulty.status == 65)
    #expect(!faulty.errors.contains("\u{1B}") && !faulty.errors.contains("\u{7}"))
    #expect(faulty.errors.contains("\\u{1b}]0;title\\u{7}"))

    found.sites[0].region = "VN"
    let sound = try await ProgramRun.of(["check", "case.json"], in: try Folder(holding: found))
    #expect(sound.status == 0 || sound.status == 65)
    #expect(!(sound.output + sound.errors).contains("\u{1B}"))
    #expect(!(sound.output + sound.errors).contains("\u{202E}"))

    let path = try await ProgramRun.of(["check", "\u{1B}[2J"], in: folder)
    #expect(path.status == 66)
    #expect(!path.errors.contains("\u{1B}"))
  }
}
