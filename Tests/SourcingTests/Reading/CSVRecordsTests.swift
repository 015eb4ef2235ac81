import Testing

@testable import Sourcing

@Suite("CSV is parted into records")
struct CSVRecordsTests {
  private static func records(_ text: String) throws -> [[String]] {
    var records: [[String]] = []
    try CSVRecords.each(in: text) { records.append($0.fields) }
    return records
  }

  private static func lines(_ text: String) throws -> [Int] {
    var lines: [Int] = []
    try CSVRecords.each(in: text) { lines.append($0.line) }
    return lines
  }

  @Test(
    "values are parted by commas and lines",
    arguments: [
      ("", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\rc,d", [["a", "b"], ["c", "d"]]),
      ("a,\n,b\n,", [["a", ""], ["", "b"], ["", ""]]), ("\n\na", [[""], [""], ["a"]]),
      ("a b , c", [["a b ", " c"]]), ("ä,中,🏭", [["ä", "中", "🏭"]]),
    ] as [(String, [[String]])])
  func plain(_ text: String, _ records: [[String]]) throws {
    #expect(try Self.records(text) == records)
  }

  @Test(
    "quotation marks hold commas, line breaks and doubled marks",
    arguments: [
      ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\"", [["a\"b"]]), ("\"\"\"\"", [["\""]]), ("\"\"", [[""]]),
      ("\"\",\"\"\n", [["", ""]]), ("\"a\nb\"\nc", [["a\nb"], ["c"]]), ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
      (" \"a\" , \"b\"\t\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,\"b\",c,\"d\",e", [["a", "b", "c", "d", "e"]]),
      ("\"\"\"a\"\" and \"\"b\"\"\"", [["\"a\" and \"b\""]]),
    ] as [(String, [[String]])])
  func quoted(_ text: String, _ records: [[String]]) throws {
    #expect(try Self.records(text) == records)
  }

  @Test(
    "signs that only look like commas and line breaks are part of the value",
    arguments: [
      ("a,\u{301}b", [["a", "\u{301}b"]]), ("\"a\"\u{FE0F}", nil),
      ("a\u{2028}b\u{85}c\u{B}d,e", [["a\u{2028}b\u{85}c\u{B}d", "e"]]),
      ("a;b\tc", [["a;b\tc"]]), ("a，b", [["a，b"]]), ("“a,b”", [["“a", "b”"]]),
    ] as [(String, [[String]]?)])
  func lookalikes(_ text: String, _ records: [[String]]?) throws {
    if let records {
      #expect(try Self.records(text) == records)
    } else {
      #expect(throws: CSVRecords.Broken.self) { try Self.records(text) }
    }
  }

  @Test("a record begins on the line that an editor shows")
  func lineNumbers() throws {
    #expect(try Self.lines("a\nb\n\nc") == [1, 2, 3, 4])
    #expect(try Self.lines("a\r\nb\r\n\r\nc") == [1, 2, 3, 4])
    #expect(try Self.lines("a\rb\r\rc") == [1, 2, 3, 4])
    #expect(try Self.lines("a\n\"1\n2\r\n3\r4\",x\nb") == [1, 2, 6])
    #expect(try Self.lines("a\u{2028}b\nc") == [1, 2])
  }

  @Test(
    "what is no CSV is told with its line and value",
    arguments: [
      ("a,b\nc,d\"e\n", CSVRecords.Broken.Kind.strayQuote, 2, 1), ("a\"\"b", .strayQuote, 1, 0),
      ("a\n\"b\nc\"d\n", .textAfterQuote, 3, 0), ("\"a\"\"", .unclosedQuote, 1, 0),
      ("x\ny,\"a\n\n\n", .unclosedQuote, 2, 1),
      ("\"", .unclosedQuote, 1, 0), (String(repeating: ",", count: 1000), .tooManyFields, 1, 1000),
    ])
  func broken(_ text: String, _ kind: CSVRecords.Broken.Kind, _ line: Int, _ field: Int) throws {
    let broken = #expect(throws: CSVRecords.Broken.self) { try Self.records(text) }
    #expect(broken?.kind == kind)
    #expect(broken?.line == line)
    #expect(broken?.field == field)
  }
}
