import Testing

@testable import Sourcing

@Suite("CSV as it is written")
struct CSVTextTests {
  @Test(
    "a value stands between quotation marks where it must",
    arguments: [
      ("plain", "plain"), ("", ""), ("two words", "two words"), ("a,b", "\"a,b\""),
      ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""),
      ("a\t", "\"a\t\""),
      ("\"", "\"\"\"\""), (",", "\",\""), (",\u{301}", "\",\u{301}\""), ("a;b", "a;b"),
    ])
  func quoting(_ value: String, _ written: String) {
    #expect(CSVText.quoted(value) == written)
  }

  @Test(
    "a text that a spreadsheet would run is marked as a text where that is asked for, and nothing else",
    arguments: [
      ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1+1", "'+1+1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("-2+3", "'-2+3"),
      ("-5", "-5"), ("+1e3", "+1e3"), ("a=b", "a=b"), ("", ""),
    ])
  func formulas(_ text: String, _ written: String) {
    let table = Table(name: "t", columns: ["a", "b"], rows: [[.text(text), .number(-1)]])
    #expect(CSVText.of(table, isHarmless: true) == "a,b\n\(CSVText.quoted(written)),-1\n")
    #expect(CSVText.of(table) == "a,b\n\(CSVText.quoted(text)),-1\n")
  }

  @Test("a table is a header and a line for each row")
  func table() {
    let table = Table(
      name: "t", columns: ["a", "b,c", "d"],
      rows: [[.text("x"), .number(0.1), .flag(true)], [.blank, .number(3), .flag(false)]])
    #expect(CSVText.of(table) == "a,\"b,c\",d\nx,0.1,true\n,3,false\n")
  }

  @Test(
    "numbers are as short as can be and read back as the same number",
    arguments: [
      (3.0, "3"), (-3.0, "-3"), (0.0, "0"), (-0.0, "0"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"),
      (1e12, "1000000000000"), (1e-9, "1e-09"), (1234.5678901234567, "1234.5678901234567"),
      (999_999_999_999_999, "999999999999999"), (1e15, "1000000000000000"), (1e16, "1e+16"),
      (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
    ])
  func numbers(_ value: Double, _ written: String) {
    #expect(NumberText.shortest(value) == written)
    #expect(Double(written) == value)
  }

  @Test(
    "numbers that are not finite are written without a crash", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) {
    #expect(NumberText.shortest(value) == "\(value)")
  }
}
