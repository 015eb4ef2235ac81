import Foundation
import Testing

@testable import Sourcing

@Suite("JSON is parsed strictly")
struct JSONParserTests {
  @Test(
    "values are what they say",
    arguments: [
      ("null", .null), (" true\n", .flag(true)), ("false", .flag(false)), ("0", .number(0)),
      ("-0.5e+1", .number(-5)),
      ("1E2", .number(100)), ("1e999", .number(.infinity)), ("-1e999", .number(-.infinity)),
      ("1e-999", .number(.leastNonzeroMagnitude)), ("0e-999", .number(0)), ("\"\"", .text("")),
      (#""a\"\\\/\b\f\n\r\tb""#, .text("a\"\\/\u{8}\u{c}\n\r\tb")), (#""\u00e9\uD83C\uDFED中""#, .text("é🏭中")),
      ("[]", .list([])), ("[1, [2], {}]", .list([.number(1), .list([.number(2)]), .object([:])])),
      (#"{"a" : {"b":[null]}}"#, .object(["a": .object(["b": .list([.null])])])),
    ] as [(String, JSONValue)])
  func values(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONParser.parse(text).value == value)
  }

  @Test(
    "what is no JSON is told with its line",
    arguments: [
      ("", 1, "the document ends too early"), ("\n\n[1,", 3, "the document ends too early"),
      ("{\"a\": 1", 1, "no comma or } after a value"), ("[1 2]", 1, "no comma or ] after a value"),
      ("[1,]", 1, "no value where one belongs"),
      ("{\"a\":1,}", 1, "no key between quotation marks where one belongs"),
      ("{a: 1}", 1, "no key between quotation marks where one belongs"),
      ("{\"a\" 1}", 1, "no colon after a key"),
      ("[1]\n x", 2, "text after the end of the document"), ("tru", 1, "an unknown word"),
      ("NaN", 1, "no value where one belongs"),
      ("01", 1, "text after the end of the document"), ("1.", 1, "a digit is missing"),
      ("-", 1, "a digit is missing"),
      ("1e", 1, "a digit is missing"), (".5", 1, "no value where one belongs"),
      ("+1", 1, "no value where one belongs"),
      ("0x10", 1, "text after the end of the document"), ("\"a", 1, "a text that is never closed"),
      ("\"a\nb\"", 1, "a control character inside a text"), (#""\x""#, 1, "an unknown escape"),
      (#""\u12"#, 1, "four hexadecimal digits are missing"),
      (#""\u12 4""#, 1, "four hexadecimal digits are missing"),
      (#""\ud800x""#, 1, "half a character"), (#""\udc00""#, 1, "half a character"),
      (#""\ud800\u0041""#, 1, "half a character"),
      ("'a'", 1, "no value where one belongs"), ("[1] // no", 1, "text after the end of the document"),
    ])
  func mistakes(_ text: String, _ line: Int, _ problem: String) throws {
    let mistake = #expect(throws: JSONParser.Mistake.self) { try JSONParser.parse(text) }
    #expect(mistake?.line == line)
    #expect(mistake?.problem.text() == problem)
  }

  @Test("nesting is limited, so that it cannot exhaust the stack", arguments: ["[", "{\"a\":", "[{\"a\":"])
  func nesting(_ opening: String) {
    let mistake = #expect(throws: JSONParser.Mistake.self) {
      try JSONParser.parse(String(repeating: opening, count: 100_000))
    }
    #expect(mistake?.problem.text() == "values nested deeper than 64 levels")
    let closed = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(throws: Never.self) { try JSONParser.parse(closed) }
    #expect(throws: JSONParser.Mistake.self) { try JSONParser.parse("[" + closed + "]") }
  }

  @Test("keys that stand twice are told with their lines, and the first counts")
  func repeatedKeys() throws {
    let document = try JSONParser.parse("{\"a\": 1,\n\"b\": {\"c\": 1, \"c\": 2},\n\"a\": 3}")
    #expect(document.repeatedKeys.map(\.key) == ["c", "a"])
    #expect(document.repeatedKeys.map(\.line) == [2, 3])
    #expect(document.value == .object(["a": .number(1), "b": .object(["c": .number(1)])]))
  }

  @Test("Foundation reads what is written as the same value")
  func agreesWithFoundation() throws {
    let text = try CaseWriter.json(.rich)
    let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(Self.matches(try JSONParser.parse(text).value, theirs))
  }

  private static func matches(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch (ours, theirs) {
    case (.object(let members), let other as [String: Any]):
      members.count == other.count
        && members.allSatisfy { key, value in other[key].map { matches(value, $0) } ?? false }
    case (.list(let elements), let other as [Any]):
      elements.count == other.count && zip(elements, other).allSatisfy { matches($0, $1) }
    case (.text(let text), let other as String): text == other
    case (.flag(let flag), let other as NSNumber): flag == other.boolValue
    // Its numbers may be off in the last place.
    case (.number(let value), let other as NSNumber): abs(value - other.doubleValue) <= value.ulp
    default: false
    }
  }
}
