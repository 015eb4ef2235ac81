import Testing

@testable import Sourcing

@Suite("Cells are read as the kind that their column asks for")
struct CellParserTests {
  private static func told(_ raw: RawCell, _ kind: ColumnSchema.Kind) -> String {
    switch CellParser.parse(raw, as: kind) {
    case .success(let cell): "\(cell)"
    case .failure(let mismatch): "'\(mismatch.value)' \(mismatch.problem)"
    }
  }

  @Test(
    "numbers in plain and scientific notation",
    arguments: [
      ("0", 0), ("-0", 0), ("12", 12), ("+5", 5), ("007", 7), (".5", 0.5), ("5.", 5), ("1e3", 1000),
      ("1E-3", 0.001),
      (" 1.5\u{A0}", 1.5), ("999999999999", 999_999_999_999), ("1e-9", 1e-9), ("0.0e-400", 0),
    ])
  func numbers(_ text: String, _ value: Double) {
    #expect(Self.told(.text(text), .amount) == "\(Cell.number(value))")
  }

  @Test(
    "what is no number is told as it was written",
    arguments: [
      ("abc", "not a number"), ("1e", "not a number"), ("1.2.3", "not a number"), ("--1", "not a number"),
      ("0x10", "not a number"), ("0x1p3", "not a number"), ("NaN", "not a number"), ("nan", "not a number"),
      ("inf", "not a number"), ("-Infinity", "not a number"), ("1 000", "not a number"),
      ("$5", "not a number"),
      ("５", "not a number"), ("−5", "not a number"),
      ("25%", "a percentage where a plain number belongs (25% is 0.25)"),
      ("1,5", "not a number (write a decimal point, and no signs between thousands)"),
      ("1,000.5", "not a number (write a decimal point, and no signs between thousands)"),
      ("-1", "negative number"), ("1e13", "number too large"), ("1e300", "number too large"),
      ("1e999", "not a finite number"), ("1e-10", "number too near to zero"),
      ("1e-300", "number too near to zero"),
      ("1e-999", "number too near to zero"),
    ])
  func notNumbers(_ text: String, _ problem: String) {
    #expect(Self.told(.text(text), .amount) == "'\(text)' \(problem)")
  }

  @Test(
    "whole numbers",
    arguments: [
      ("3", "number(3.0)"), ("3.0", "number(3.0)"), ("1e2", "number(100.0)"),
      ("1.5", "'1.5' not a whole number"),
      ("many", "'many' not a whole number"), ("101", "'101' number too large"),
      ("-1", "'-1' negative number"),
      ("1e999", "'1e999' not a finite number"),
      ("50%", "'50%' a percentage where a plain number belongs (25% is 0.25)"),
    ])
  func integers(_ text: String, _ result: String) {
    #expect(Self.told(.text(text), .integer(0...100)) == result)
  }

  @Test("limits other than zero are told as such")
  func limits() {
    #expect(Self.told(.text("91"), .latitude) == "'91' number out of range")
    #expect(Self.told(.text("-181"), .longitude) == "'-181' number out of range")
    #expect(Self.told(.text("0"), .integer(1...10)) == "'0' number too small")
    #expect(Self.told(.text("25"), .share) == "'25' number too large")
  }

  @Test("flags in words and digits")
  func flags() {
    for text in ["true", "TRUE", "yes", "Y", "1"] { #expect(Self.told(.text(text), .flag) == "flag(true)") }
    for text in ["false", "No", "n", "0"] { #expect(Self.told(.text(text), .flag) == "flag(false)") }
    #expect(Self.told(.text("maybe"), .flag) == "'maybe' not a yes or no")
  }

  @Test("names are short, printable and without the signs of patterns")
  func names() {
    #expect(Self.told(.text(" Zürich 2 "), .name) == "text(\"Zürich 2\")")
    for text in ["*", "a*", "a;b", ";"] {
      #expect(Self.told(.text(text), .name) == "'\(text)' name with a reserved sign")
    }
    for text in ["a\nb", "a\u{0}b", "a\u{7F}b", "a\u{200B}b", "a\u{202E}b", "a\u{2028}b", "\u{1B}[31m"] {
      #expect(Self.told(.text(text), .name) == "'\(text)' control character in a name")
    }
    let long = String(repeating: "ü", count: 100)
    #expect(Self.told(.text(long), .name) == "text(\"\(long)\")")
    #expect(Self.told(.text(long + "ü"), .name) == "'\(long)ü' name too long")
    // One character of a thousand accents is a long name as well.
    let accents = "a" + String(repeating: "\u{301}", count: 1000)
    #expect(Self.told(.text(accents), .name) == "'\(accents)' name too long")
  }

  @Test("a list of names has at least one")
  func lists() {
    #expect(Self.told(.text("a; b"), .filter(["sites"])) == "text(\"a; b\")")
    #expect(Self.told(.text(" ; ;"), .filter(["sites"])) == "'; ;' a list without a name")
  }

  @Test("choices are words, with the nearest one")
  func choices() {
    guard case .failure(let mismatch) = CellParser.parse(.text("bann"), as: .choice(["ban", "quota"])) else {
      Issue.record("no mismatch")
      return
    }
    #expect(mismatch.problem.text() == "unknown word")
    #expect(mismatch.suggestion == "ban")
    #expect(Self.told(.text("ban"), .choice(["ban"])) == "text(\"ban\")")
  }

  @Test("a document's numbers and flags are taken where they belong and nowhere else")
  func documents() {
    #expect(Self.told(.number(2), .amount) == "number(2.0)")
    #expect(Self.told(.number(2.5), .integer(0...5)) == "'2.5' not a whole number")
    #expect(Self.told(.number(.infinity), .amount) == "'inf' not a finite number")
    #expect(Self.told(.number(7), .name) == "'7' a number where a text belongs")
    #expect(Self.told(.number(1), .flag) == "'1' a number where true or false belongs")
    #expect(Self.told(.flag(true), .flag) == "flag(true)")
    #expect(Self.told(.flag(true), .amount) == "'true' a true or false where none belongs")
    #expect(Self.told(.flag(true), .text) == "'true' a true or false where none belongs")
    #expect(Self.told(.other("[…]"), .text) == "'[…]' not a single value")
  }

  @Test("white space alone is a blank")
  func blanks() {
    for kind in [ColumnSchema.Kind.amount, .name, .flag, .choice(["a"]), .filter([])] {
      #expect(Self.told(.text(" \u{A0}\t"), kind) == "blank")
      #expect(Self.told(.blank, kind) == "blank")
    }
  }
}
