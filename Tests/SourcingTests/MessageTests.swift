import Testing

@testable import Sourcing

@Suite("Messages in several languages")
struct MessageTests {
  @Test("every message has a code of its own")
  func codes() {
    let codes = Language.entries.map(\.code)
    #expect(codes.count > 350)
    #expect(Set(codes).count == codes.count)
    #expect(codes.contains("unknown_name"))
  }

  @Test("every language has every message, with the values that the English one names")
  func languages() throws {
    for language in Language.all where language.name != "en" {
      for (code, english) in Language.entries {
        let words = try #require(language.template(code), "\(language.name) lacks \(code)")
        #expect(!words.isEmpty)
        #expect(MessageWords(words).names == MessageWords(english).names, "\(language.name): \(code)")
      }
    }
    #expect(Language.all.map(\.name) == ["en", "zh"])
  }

  @Test("a fault in Chinese has its file, row, column, value and the nearest name")
  func chinese() throws {
    let faults = try Self.faults(
      CaseFiles.sound.replacing("Dresden,Saxony,DE", with: "Dresden,Saxony,DEE", in: "sites.csv"))
    #expect(
      faults.map { $0.text(in: .chinese) }.map { $0.split(separator: "/").last }
        == ["sites.csv:2:region: 未知名称“DEE”；应为：表 regions 中的名称；是不是“DE”？"])
    #expect(faults.map(\.message.code) == ["unknown_name"])
    #expect(faults[0].expectation?.values == ["tables": .text("regions")])
  }

  @Test("a message within a message is told in the same language")
  func nested() throws {
    let faults = try Self.faults(CaseFiles.sound.with("settings.csv", "key,value\nrisk_level,1\n"))
    #expect(faults[0].message.text(in: .chinese) == "risk_level：数过大")
    #expect(faults[0].message.text() == "risk_level: number too large")
    #expect(faults[0].message.values["problem"]?.text(in: .chinese) == "数过大")
  }

  @Test("no fault of the spoilt cases lacks a value that its words name, in any language")
  func filled() throws {
    let inputs =
      ReferenceTests.inputs + ValueTests.inputs + HeaderFaultTests.inputs + FolderFaultTests.inputs
      + ObjectiveTests.inputs + RecipeTests.inputs + SupportTests.inputs + ScenarioTests.inputs
      + ProjectTests.inputs + GenerationTests.inputs
    var codes: Set<String> = []
    for input in inputs {
      for fault in try Self.faults(input.spoil(.sound)) {
        for message in [fault.message, fault.expectation].compactMap(\.self) where !message.code.isEmpty {
          let english = Language.catalogue[message.code] ?? ""
          #expect(MessageWords(english).names == Set(message.values.keys), "\(message.code)")
          codes.insert(message.code)
        }
        #expect(!fault.message.code.isEmpty, "\(fault) has no code")
      }
    }
    #expect(codes.count > 100)
  }

  private static func faults(_ files: CaseFiles) throws -> [Fault] {
    let folder = try TemporaryFolder()
    try files.write(to: folder)
    return try CaseReader.readLeniently(folder.path).faults
  }

  // MARK: Tables of other languages

  private func language(_ table: String) throws -> Language {
    try Language(table: JSONValue.parse(table, shownAs: "nl.json"), file: "nl.json")
  }

  private func told(_ table: String) -> [String] {
    do {
      _ = try language(table)
      return []
    } catch let faults as CaseFaults {
      return faults.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("a table may have some of the messages; the others are told in English")
  func partial() throws {
    let dutch = try language(#"{"language": "nl", "messages": {"unknown_name": "onbekende naam"}}"#)
    let fault = Fault(
      at: .init(file: "f"), value: "x", Message(ReadingText.unknownColumn),
      expected: Message(CheckText.unknownName))
    #expect(fault.text(in: dutch) == "f: unknown column 'x'; expected onbekende naam")
  }

  @Test("a table that names what there is not, or other values, is refused with the nearest code")
  func refused() {
    #expect(
      told(#"{"language": "nl", "messages": {"unknown_nam": "onbekend", "one_of": "een van {woorden}"}}"#)
        == [
          "nl.json:one_of: the message names other values 'een van {woorden}'; expected the values of: one of {words}",
          "nl.json:unknown_nam: no message has this code 'unknown_nam'; did you mean 'unknown_name'?",
        ])
    #expect(
      told(#"{"messages": {}}"#) == [
        "nl.json: no table of messages; expected an object with the text language and the object messages"
      ])
  }

  @Test("a value with braces is told as it is")
  func braces() {
    let message = Message(CheckText.unknownOfKind, ["kind": "{kind}"])
    #expect(message.text() == "unknown {kind}")
    #expect(Message(plain: "no {words} here").text(in: .chinese) == "no {words} here")
  }

  @Test(
    "the environment asks for a language",
    arguments: [
      (["LANG": "zh_CN.UTF-8"], "zh"), (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], "en"),
      (["LC_ALL": "", "LC_MESSAGES": "zh_SG", "LANG": "de_DE"], "zh"), (["LANG": "fr_FR"], "en"), ([:], "en"),
    ])
  func environment(_ variables: [String: String], _ name: String) {
    #expect(Language.asked(in: variables).name == name)
  }
}
