/// One sheet of a workbook as a raw table.
struct WorkbookSheet {
  private let strings: [String]
  private let styles: WorkbookStyles
  private let file: String
  private let table: String
  private var rows: [(line: Int, cells: [Int: RawCell])] = []
  private(set) var faults: [Fault] = []

  private static let mostColumns = 512

  init(table: String, file: String, strings: [String], styles: WorkbookStyles) {
    self.table = table
    self.file = file
    self.strings = strings
    self.styles = styles
  }

  /// Reads the part of a sheet.
  ///
  /// - Returns: The table; rows in which every cell is blank are left out.
  /// - Throws: A ``Fault`` or `XMLScanner.Broken` where it is none.
  mutating func read(_ bytes: [UInt8]) throws -> RawTable {
    var scanner = XMLScanner(bytes)
    var line = 0
    while let event = try scanner.next() {
      switch event {
      case .start("row", let attributes):
        line = attributes["r"].flatMap(Int.init) ?? line + 1
        try take(row: line, &scanner)
      case .start("mergeCell", let attributes):
        faults.append(
          Fault(
            at: .init(file: file), value: attributes["ref"], Message(ReadingText.mergedCells),
            expected: Message(ExpectedText.unmerged)))
      default: break
      }
    }
    return try rawTable()
  }

  private mutating func take(row line: Int, _ scanner: inout XMLScanner) throws {
    var cells: [Int: RawCell] = [:]
    var column = -1
    while let event = try scanner.next() {
      if event == .end("row") { break }
      guard case .start("c", let attributes) = event else { continue }
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      guard column < Self.mostColumns else {
        throw Fault(
          at: .init(file: file, row: line), Message(ReadingText.rowTooLong),
          expected: Message(ExpectedText.mostColumns, ["count": Self.mostColumns]))
      }
      let cell = try cell(attributes, line, &scanner)
      if case .blank = cell { continue }
      cells[column] = cell
    }
    guard !cells.isEmpty else { return }
    guard rows.count <= CSVTable.mostRows else {
      throw Fault(
        at: .init(file: file, row: line), Message(ReadingText.tableTooLong),
        expected: Message(ExpectedText.mostRows, ["count": CSVTable.mostRows]))
    }
    rows.append((line, cells))
  }

  /// Reads a cell up to its end.
  private mutating func cell(
    _ attributes: [String: String], _ line: Int, _ scanner: inout XMLScanner
  ) throws -> RawCell {
    var value: String?
    var inline = ""
    var hasFormula = false
    var path: [String] = []
    while let event = try scanner.next() {
      switch event {
      case .end("c"): break
      case .start(let name, _):
        path.append(name)
        if name == "f" { hasFormula = true }
        if name == "v" { value = "" }
        continue
      case .end:
        if !path.isEmpty { path.removeLast() }
        continue
      case .text(let text):
        if path.last == "v" { value = (value ?? "") + text }
        // Phonetic readings stand beside the text and are not part of it.
        if path.last == "t", !path.contains("rPh") { inline += text }
        continue
      }
      break
    }
    let place = Fault.Location(file: file, row: line, column: attributes["r"])
    switch attributes["t"] ?? "n" {
    case "s":
      guard let index = value.flatMap(Int.init), strings.indices.contains(index) else {
        throw Fault(at: place, Message(ReadingText.damagedCell), expected: Message(ExpectedText.xlsx))
      }
      return Self.text(strings[index])
    case "inlineStr": return Self.text(inline)
    case "str": return Self.text(value ?? "")
    case "b": return .text(value == "1" ? "true" : "false")
    case "e":
      faults.append(
        Fault(
          at: place, value: value, Message(ReadingText.errorCell),
          expected: Message(ExpectedText.valueOrFormula))
      )
      return .blank
    case "d":
      faults.append(
        Fault(at: place, value: value, Message(ReadingText.date), expected: Message(ExpectedText.daysOrText)))
      return .blank
    default: return number(value, attributes["s"], hasFormula, place)
    }
  }

  private mutating func number(
    _ value: String?, _ style: String?, _ hasFormula: Bool, _ place: Fault.Location
  ) -> RawCell {
    guard let value, !value.isEmpty else {
      if hasFormula {
        faults.append(
          Fault(
            at: place, Message(ReadingText.unsavedFormula),
            expected: Message(ExpectedText.calculated)))
      }
      return .blank
    }
    guard let number = Double(value), number.isFinite else {
      faults.append(Fault(at: place, value: value, Message(ReadingText.damagedNumber)))
      return .blank
    }
    if styles.showsDate(style) {
      faults.append(
        Fault(at: place, value: value, Message(ReadingText.date), expected: Message(ExpectedText.daysOrText)))
      return .blank
    }
    // As text, so that a name such as 2026 stays a name: columns say what they take.
    return .text(NumberText.shortest(number))
  }

  private static func text(_ text: String) -> RawCell {
    text.isEmpty || text.allSatisfy(\.isWhitespace) ? .blank : .text(text)
  }

  private func rawTable() throws -> RawTable {
    guard let head = rows.first else {
      throw Fault(
        at: .init(file: file), Message(ReadingText.emptySheet), expected: Message(ExpectedText.header))
    }
    let width = (rows.flatMap { $0.cells.keys }.max() ?? 0) + 1
    let columns = (0..<width).map { index -> String in
      if case .text(let name)? = head.cells[index] { return name.trimmingSpaces }
      return ""
    }
    let body = rows.dropFirst().map { row in
      RawTable.Row(line: row.line, cells: (0..<width).map { row.cells[$0] ?? .blank })
    }
    return RawTable(name: table, file: file, columns: columns, headerLine: head.line, rows: Array(body))
  }

  /// The number of a column, from 0: `A1` is in column 0, `AB7` in 27.
  static func column(_ reference: String) -> Int? {
    var value = 0
    for sign in reference.utf8.prefix(while: { $0 >= 65 && $0 <= 90 }) {
      value = value * 26 + Int(sign) - 64
      if value > 20_000 { return nil }
    }
    return value > 0 ? value - 1 : nil
  }
}
