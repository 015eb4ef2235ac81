import Foundation
import Testing

@testable import Sourcing

@Suite("JSON documents that are no case are told by table and row")
struct JSONDocumentTests {
  /// The sound case as a document.
  private static let sound: String = {
    (try? CaseWriter.json(CaseFiles.sound.read())) ?? ""
  }()

  private static func told(_ text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "case.json")
    return try CaseReader.told(folder.file("case.json"))
  }

  private static func told(replacing old: String, with new: String) throws -> [String] {
    try #require(sound.contains(old), "the document has no \(old)")
    return try told(sound.replacingOccurrences(of: old, with: new))
  }

  @Test("the sound case")
  func soundCase() throws {
    #expect(try Self.told(Self.sound) == [])
    #expect(try Self.told("\u{FEFF}" + Self.sound) == [])
  }

  @Test(
    "a document that is none, told once",
    arguments: [
      ("", "case:1: the file is no JSON: the document ends too early; expected one JSON document"),
      ("garbage", "case:1: the file is no JSON: no value where one belongs; expected one JSON document"),
      (
        "{\"schema\": \"mainstay/case/1\",\n\"tables\": {\"sites\": [",
        "case:2: the file is no JSON: the document ends too early; expected one JSON document"
      ),
      ("[1, 2]", "case: the document is no object; expected an object with schema and tables"),
      (
        "{\"schema\": \"mainstay/case/1\"}",
        "case: missing key tables; expected an object with a list of rows for each table"
      ),
      (
        "{\"schema\": \"mainstay/case/1\", \"tables\": []}",
        "case: tables is no object; expected an object with a list of rows for each table"
      ),
    ])
  func noDocument(_ text: String, _ fault: String) throws {
    #expect(try Self.told(text) == [fault])
  }

  @Test("deep nesting")
  func nesting() throws {
    #expect(
      try Self.told("{\"schema\": \"mainstay/case/1\", \"tables\": " + String(repeating: "[", count: 100_000))
        == [
          "case:1: the file is no JSON: values nested deeper than 64 levels; expected one JSON document"
        ])
  }

  @Test("another version, an unknown key and none at all")
  func versions() throws {
    #expect(
      try Self.told(replacing: "mainstay/case/1", with: "mainstay/case/2") == [
        "case: unknown schema 'mainstay/case/2'; expected mainstay/case/1"
      ])
    #expect(
      try Self.told(replacing: "\"schema\" : \"mainstay/case/1\"", with: "\"schema\" : 1") == [
        "case: schema is no text; expected mainstay/case/1"
      ])
    #expect(
      try Self.told(replacing: "\"schema\"", with: "\"shema\"") == [
        "case: unknown key 'shema'; expected schema, tables; did you mean 'schema'?",
        "case: missing key schema; expected mainstay/case/1",
      ])
  }

  @Test("an unknown table, a missing one, one that is no list, rows that are no objects")
  func tables() throws {
    #expect(
      try Self.told(replacing: "\"sites\"", with: "\"sitez\"") == [
        "case#sitez: unknown table 'sitez'; expected \(FolderFaultTests.tables); did you mean 'sites'?"
      ])
    #expect(
      try Self.told(
        "{\"schema\": \"mainstay/case/1\", \"tables\": {\"sites\": {}, \"items\": [7, null, []], \"regions\": []}}"
      )
        == ["settings", "capabilities", "lanes", "markets", "demand"].map {
          "case: missing table '\($0)'; expected a list \($0) in tables"
        }
        + (1...3).map {
          "case#items:\($0): the row is no object; expected an object with a value for each column"
        } + [
          "case#regions: the table has no rows; expected at least one row",
          "case#sites: the table is no list; expected a list of objects, one a row",
        ])
  }

  @Test("a key that stands twice, with its line")
  func repeatedKeys() throws {
    let told = try Self.told(
      replacing: "\"market\" : \"Boston\",\n        \"region\"",
      with: "\"market\" : \"Boston\", \"market\" : \"B\",\n\"region\"")
    let line =
      1
      + Self.sound.components(separatedBy: "\"market\" : \"Boston\",\n        \"region\"")[0].count {
        $0 == "\n"
      }
    #expect(told == ["case:\(line): the key stands twice in one object 'market'"])
  }

  @Test("an unknown column, with the first row that has it")
  func unknownColumn() throws {
    #expect(
      try Self.told(
        replacing: "\"market\" : \"Boston\",\n        \"region\"",
        with: "\"market\" : \"Boston\", \"reg\" : 1, \"region\"") == [
          "case#markets:2:reg: unknown column 'reg'; expected one of market, name, region, latitude, longitude"
        ])
  }

  @Test(
    "values of the wrong kind",
    arguments: [
      ("\"Saxony\"", "5", "case#sites:1:name: a number where a text belongs '5'; expected a text"),
      ("\"Saxony\"", "{}", "case#sites:1:name: not a single value '{…}'; expected a text"),
      ("\"Saxony\"", "[1]", "case#sites:1:name: not a single value '[…]'; expected a text"),
      (
        "\"opening_cost\" : 100", "\"opening_cost\" : true",
        "case#sites:1:opening_cost: a true or false where none belongs 'true'; expected a number from 0 to 1000000000000"
      ),
      (
        "\"opening_cost\" : 100", "\"opening_cost\" : 1e999",
        "case#sites:1:opening_cost: not a finite number 'inf'; expected a number from 0 to 1000000000000"
      ),
      (
        "\"opening_cost\" : 100", "\"opening_cost\" : -1",
        "case#sites:1:opening_cost: negative number '-1'; expected a number from 0 to 1000000000000"
      ),
      (
        "\"opening_cost\" : 100", "\"opening_cost\" : 1e-300",
        "case#sites:1:opening_cost: number too near to zero '1e-300'; expected 0, or at least 1e-09"
      ),
      (
        "\"existing\" : true", "\"existing\" : 1",
        "case#sites:1:existing: a number where true or false belongs '1'; expected true or false"
      ),
      (
        "\"region\" : \"DE\",\n        \"site\"", "\"region\" : null,\n        \"site\"",
        "case#sites:1:region: missing value; expected a name from regions"
      ),
      (
        "\"region\" : \"DE\",\n        \"site\"", "\"site\"",
        "case#sites:1:region: missing value; expected a name from regions"
      ),
      (
        "\"value\" : 365", "\"value\" : -3",
        "case#settings:2:value: period_days: negative number '-3'; expected a number from 0.01 to 1000000"
      ),
    ])
  func values(_ old: String, _ new: String, _ fault: String) throws {
    let told = try Self.told(replacing: old, with: new)
    #expect(told == [fault])
  }

  @Test("null and an empty text are blanks, and numbers may be written as texts")
  func blanks() throws {
    #expect(try Self.told(replacing: "\"Saxony\"", with: "null") == [])
    #expect(try Self.told(replacing: "\"Saxony\"", with: "\"\"") == [])
    #expect(try Self.told(replacing: "\"opening_cost\" : 100", with: "\"opening_cost\" : \"100\"") == [])
  }
}
