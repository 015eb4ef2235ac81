/// Parts the text of a CSV file into records: RFC 4180, with LF, CRLF or CR at the end of a line.
///
/// It goes by bytes and not by characters, since to Swift a comma with an accent after it is one character and
/// no comma, and signs such as U+2028 would end a line.
struct CSVRecords {
  /// One row as it stands.
  struct Record {
    /// The line on which it begins, from 1.
    var line: Int
    /// Its values, quotation marks taken off.
    var fields: [String]
  }

  /// Text that is no CSV.
  struct Broken: Error {
    /// What is wrong with it.
    enum Kind {
      /// A quotation mark inside a value that is not between quotation marks.
      case strayQuote
      /// Something after the closing quotation mark.
      case textAfterQuote
      /// A quotation mark that is never closed.
      case unclosedQuote
      /// More values than any table has columns.
      case tooManyFields
    }
    var kind: Kind
    /// The line on which it stands; that of the opening mark where one is never closed.
    var line: Int
    /// Number of the value in its row, from 0.
    var field: Int
  }

  /// Rows with more values than this are refused, so that a hostile file cannot fill the memory.
  static let mostFields = 1000

  /// Gives every record of the text to a function, blank lines as records with one blank value.
  static func each(in text: String, _ take: (Record) throws -> Void) throws {
    var text = text
    try text.withUTF8 { bytes in
      var scanner = RecordScanner(bytes: bytes)
      while let record = try scanner.next() { try take(record) }
    }
  }
}

private struct RecordScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1

  private enum Sign {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
  }

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() throws -> CSVRecords.Record? {
    guard position < bytes.count else { return nil }
    var record = CSVRecords.Record(line: line, fields: [])
    while true {
      guard record.fields.count < CSVRecords.mostFields else { throw broken(.tooManyFields, record) }
      record.fields.append(try field(of: record))
      guard position < bytes.count else { return record }
      if bytes[position] == Sign.comma {
        position += 1
      } else {
        skipLineBreak()
        return record
      }
    }
  }

  private mutating func field(of record: CSVRecords.Record) throws -> String {
    let start = position
    skipBlanks()
    if position < bytes.count, bytes[position] == Sign.quote { return try quotedField(of: record) }
    while position < bytes.count, !isEnd(bytes[position]) {
      if bytes[position] == Sign.quote { throw broken(.strayQuote, record) }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedField(of record: CSVRecords.Record) throws -> String {
    let openingLine = line
    position += 1
    var text = ""
    var start = position
    while position < bytes.count {
      switch bytes[position] {
      case Sign.quote where position + 1 < bytes.count && bytes[position + 1] == Sign.quote:
        // The first mark of a doubled one belongs to the value.
        text += String(decoding: bytes[start...position], as: UTF8.self)
        position += 2
        start = position
      case Sign.quote:
        text += String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        skipBlanks()
        guard position == bytes.count || isEnd(bytes[position]) else { throw broken(.textAfterQuote, record) }
        return text
      case Sign.lineFeed, Sign.carriageReturn: skipLineBreak()
      default: position += 1
      }
    }
    throw CSVRecords.Broken(kind: .unclosedQuote, line: openingLine, field: record.fields.count)
  }

  private mutating func skipLineBreak() {
    if bytes[position] == Sign.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Sign.lineFeed
    {
      position += 1
    }
    position += 1
    line += 1
  }

  private mutating func skipBlanks() {
    while position < bytes.count,
      bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t")
    {
      position += 1
    }
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == Sign.comma || byte == Sign.lineFeed || byte == Sign.carriageReturn
  }

  private func broken(_ kind: CSVRecords.Broken.Kind, _ record: CSVRecords.Record) -> CSVRecords.Broken {
    CSVRecords.Broken(kind: kind, line: line, field: record.fields.count)
  }
}
