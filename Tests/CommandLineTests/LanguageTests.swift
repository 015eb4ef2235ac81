import Foundation
import Mainstay
import Testing

@testable import MainstayCLI

/// One rule for the language of every command's messages.
@Suite struct LanguageTests {
  /// What goes wrong in each command, and the words of it in Chinese.
  private static let failures: [(words: [String], status: Int32, told: String)] = [
    (["plan", "nowhere"], 66, "没有这样的文件或文件夹"),
    (["plan", "case.json", "--gap", "lots"], 64, "应为 0 到 1 的比例"),
    (["plan", "case.json", "--fix", "plan", "--current"], 64, "--fix 与 --current 不能同时给出"),
    (["verify", "case.json", "spoilt"], 65, "所称的值与决策得出的不符"),
    (["stress", "case.json", "plan", "--disruption", "nothing"], 65, "案例中没有这样的扰动"),
    (["explain", "case.json", "--why-not", "nowhere"], 65, "未知地点"),
    (["recover", "case.json", "plan", "--event", "nothing"], 65, "未知事件"),
    (["frontier", "case.json", "--points", "1"], 64, "--points 是 2 到 100 的数"),
    (["compare", "plan"], 64, "compare 需要两个规划"),
    (["batch", "case.json", "--variants", "variants.json", "--output", "r.sqlite"], 65, "没有变体"),
    (["batch", "case.json", "--vary", "demand", "--output", "r.sqlite"], 64, "不是因子"),
    (["batch-merge", "r.sqlite", "case.json"], 65, "不是 SQLite 数据库"),
    (["report", "case.json", "plan", "--stress", "plan/plan.json"], 65, "不是所要求的文档"),
    (["schema", "nothing"], 64, "没有模式“nothing”"),
    (["check", "nowhere"], 66, "没有这样的文件或文件夹"),
  ]

  private func folder() async throws -> Folder {
    let folder = try Folder(holding: .starter)
    try folder.write(#"{"schema": "mainstay/variants/1"}"#, to: "variants.json")
    let plan = try await ProgramRun.of(["plan", "case.json", "--gap", "5%", "--output", "plan"], in: folder)
    try #require(plan.status == 0, "\(plan.errors)")
    var spoilt = try PlanReader.read(folder.path("plan"))
    spoilt.costs.freight += 1000
    try folder.write(JSONText.of(spoilt), to: "spoilt")
    return folder
  }

  @Test func everyCommandTellsInTheLanguageAskedFor() async throws {
    let folder = try await folder()
    for (words, status, told) in Self.failures {
      let asked = try await ProgramRun.of(words + ["--language", "zh"], in: folder)
      #expect(asked.status == status, "\(words): \(asked.errors)")
      #expect(asked.errors.contains(told), "\(words): \(asked.errors)")
      let local = try await ProgramRun.of(words, in: folder, environment: ["LC_ALL": "zh_CN.UTF-8"])
      #expect(local.errors.contains(told), "\(words): \(local.errors)")
      let english = try await ProgramRun.of(
        words + ["--language=en"], in: folder, environment: ["LC_ALL": "zh_CN.UTF-8"])
      #expect(english.status == status)
      #expect(!english.errors.contains(told), "\(words): \(english.errors)")
    }
  }

  @Test func documentsForProgramsStayInEnglish() async throws {
    let run = try await ProgramRun.of(
      ["verify", "case.json", "spoilt", "--json"], in: try await folder(),
      environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(run.status == 65)
    #expect(run.output.contains("the claim is not what the decisions give"))
  }

  @Test func anUnknownLanguageIsAUsageErrorOfEveryCommand() async throws {
    for words in [["plan", "case.json"], ["schema"], ["stress", "case.json", "plan"]] {
      let run = try await ProgramRun.of(words + ["--language", "tlh"], in: try Folder(holding: .starter))
      #expect(run.status == 64)
      #expect(run.errors.contains("no language 'tlh'; expected one of en, zh"), "\(run.errors)")
    }
  }

  @Test(
    arguments: [
      (["--language", "zh"], "zh"), (["plan", "--language=zh"], "zh"),
      (["--language", "zh", "--language", "en"], "en"),
      (["--language", "tlh"], nil), (["--language"], nil), (["zh"], nil),
    ] as [([String], String?)])
  func theLanguageIsKnownBeforeTheCommandLineIsUnderstood(words: [String], name: String?) {
    #expect(Spoken.asked(in: words)?.name == name)
  }
}
