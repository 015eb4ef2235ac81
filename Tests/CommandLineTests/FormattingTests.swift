import Mainstay
import Testing

@testable import MainstayCLI

@Suite struct FormattingTests {
  @Test(arguments: [
    (12_345.678, "12 346"), (1_234_567, "1 234 567"), (-1234.5, "-1 234.5"), (999.99, "999.99"),
    (3.14159265, "3.1416"),
    (0.0025, "0.0025"), (0, "0"), (1, "1"), (0.7, "0.7"), (2e15, "2.0000e+15"), (1e-12, "<0.000000001"),
  ])
  func aNumberHasFiveSignificantDigits(value: Double, text: String) {
    #expect(NumberFormat.single(value) == text)
  }

  @Test func numbersOfAColumnHaveTheSameDecimals() {
    #expect(NumberFormat.column([1234.5, 2, 0.04]) == ["1 234", "2", "<1"])
    #expect(NumberFormat.column([12.5, 0.25, 0]) == ["12.50", "0.25", "0"])
    #expect(NumberFormat.column([40, 30, 10]) == ["40", "30", "10"])
    #expect(NumberFormat.column([-0.001, 99.5]) == [">-0.01", "99.50"])
    #expect(NumberFormat.column([]).isEmpty)
  }

  @Test(arguments: [
    (0.65, "65.0 %"), (1, "100 %"), (0, "0 %"), (0.99999, ">99.9 %"), (0.000123, "0.012 %"),
    (1e-13, "<0.0001 %"),
  ])
  func aShareThatIsNotWholeIsNeverShownAsWhole(share: Double, text: String) {
    #expect(NumberFormat.percent(share) == text)
  }

  @Test(arguments: [
    (0.001, "<0.01 s"), (0.42, "0.42 s"), (12.34, "12.3 s"), (185, "3 min 05 s"), (3720, "1 h 02 min"),
  ])
  func timesHaveTheUnitThatFits(seconds: Double, text: String) {
    #expect(NumberFormat.duration(seconds) == text)
  }

  @Test func columnsAreAlignedAndEndWithoutSpaces() {
    let table = TextTable([
      .text("name", ["a", "热泵", ""]), .numbers("amount", [1.5, nil, 20]), .text("where", ["x", "", "yy"]),
    ])
    #expect(
      table.lines == [
        "  name  amount  where", "  a        1.5  x", "  热泵", "          20.0  yy",
      ])
  }

  @Test func longTextsAreCutInTheirMiddleUntilARowFitsThePage() {
    let name = "largest share of any country: " + String(repeating: "x", count: 60)
    let table = TextTable([
      .text("policy", [name + " lithium", name + " cobalt"]), .numbers("value", [1, 2]),
      .text("where", [String(repeating: "y", count: 40), ""]),
    ])
    #expect(table.lines.allSatisfy { TerminalText.width($0) <= 80 })
    #expect(table.lines.contains { $0.contains("lithium") })
    #expect(table.lines.contains { $0.contains("cobalt") })
  }

  @Test func wideCharactersTakeTwoCells() {
    #expect(TerminalText.width("热泵") == 4)
    #expect(TerminalText.width("e\u{301}") == 1)
    #expect(TerminalText.cut("热泵热泵", to: 5) == "热泵…")
    #expect(TerminalText.cutInMiddle("abcdefghij", to: 5) == "ab…ij")
    #expect(TerminalText.cut("abc", to: 3) == "abc")
  }

  @Test func controlAndDirectionCharactersAreEscaped() {
    #expect(TerminalText.printable("a\u{1B}[31m\u{202E}é\n") == "a\\u{1b}[31m\\u{202e}é\\u{a}")
    #expect(TerminalText.printable("plain – text") == "plain – text")
  }

  @Test func runningTextIsBrokenBetweenWords() {
    let lines = Paragraph.lines(String(repeating: "word ", count: 40))
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasPrefix("  word") && $0.count <= 80 })
  }

  @Test(arguments: [
    ("my-case", "my-case"), ("my case", "'my case'"), ("it's", "'it'\\''s'"), ("$(rm x)", "'$(rm x)'"),
  ])
  func wordsForAShellAreQuoted(word: String, quoted: String) {
    #expect(ShellText.quoted(word) == quoted)
  }
}
