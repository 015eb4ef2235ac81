internal import Foundation

/// The tables of a case as they were read, before their cells are checked: what edits are made to.
///
/// Reading costs what reading files costs; a copy with some edits shares all that they do not touch.
public struct CaseTables: Sendable {
  var raw: RawCase
  /// The path as the caller gave it.
  let path: String
  let isFolder: Bool
  /// Where the rows that edits added come from, by table and line.
  var added: [String: [Int: Fault.Location]] = [:]

  init(_ raw: RawCase, path: String, isFolder: Bool) {
    self.raw = raw
    self.path = path
    self.isFolder = isFolder
  }

  /// Reads the tables of a case.
  ///
  /// - Parameter path: A folder (with or without `datapackage.json`), a `.json`, an `.xlsx` or an `.sqlite` file.
  /// - Throws: ``FileError`` where there is nothing at the path, ``CaseFaults`` where it is no case at all. Faults of
  ///   single tables and cells are told by ``decoded()``.
  public static func read(_ path: String) throws -> CaseTables {
    var isFolder: ObjCBool = false
    guard !path.isEmpty, !path.utf8.contains(0),
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else {
      throw FileError(.notFound, path: path, detail: "")
    }
    do {
      let raw = try rawCase(path, isFolder: isFolder.boolValue)
      return CaseTables(raw, path: path, isFolder: isFolder.boolValue)
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  /// The tables of a case document that is a part of another one.
  ///
  /// - Parameter name: How messages name it.
  /// - Throws: ``CaseFaults`` where it is no case at all.
  package init(document: JSONValue, shownAs name: String) throws {
    do {
      self.init(try JSONDocument.tables(of: document, file: name), path: name, isFolder: false)
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  /// The case with the rows that are sound, and every fault and piece of advice, ordered by place.
  public func decoded() -> (case: SourcingCase, faults: [Fault]) {
    var decoder = TableDecoder()
    var builder = CaseDecoder()
    for table in raw.tables {
      guard let schema = CaseSchema.table(table.name) else { continue }
      let (typed, lines) = decoder.decode(table, as: schema)
      builder.take(typed, file: table.file, lines: lines)
    }
    var faults = raw.faults + decoder.faults + builder.faults
    var broken = decoder.broken
    for name in raw.unreadable { broken.note(unreadable: name) }
    let present = raw.unreadable.union(raw.tables.map(\.name))
    for name in CaseSchema.required where !present.contains(name) {
      broken.note(unreadable: name)
      faults.append(
        Fault(
          at: .init(file: path), value: name, Message(ReadingText.missingTable),
          expected: expectation(of: name)))
    }
    let isSound = !faults.contains { $0.severity == .error }
    faults += builder.sourcingCase.faults(besides: broken).filter { isSound || $0.severity == .error }
    return (builder.sourcingCase, faults.map(placed).sorted { $0.location < $1.location })
  }

  /// The case.
  ///
  /// - Throws: ``CaseFaults`` with all the faults found.
  public func sound() throws -> SourcingCase {
    let (found, faults) = decoded()
    let errors = faults.filter { $0.severity == .error }
    if !errors.isEmpty { throw CaseFaults(errors) }
    return found
  }

  /// All cells as one text that is the same for the same tables, wherever they were read from.
  public var content: String {
    var text = ""
    for table in raw.tables.sorted(by: { $0.name < $1.name }) {
      text += "\(table.name)\u{1D}\(table.columns.joined(separator: "\u{1F}"))\u{1D}"
      for row in table.rows { text += row.cells.map(\.content).joined(separator: "\u{1F}") + "\u{1E}" }
    }
    return text
  }

  /// A fault of a row that an edit added, told where that edit stands.
  private func placed(_ fault: Fault) -> Fault {
    guard let row = fault.location.row,
      let table = raw.tables.first(where: { $0.file == fault.location.file }),
      let place = added[table.name]?[row]
    else { return fault }
    var fault = fault
    let column = fault.location.column.map { "\(table.name).\($0)" }
    fault.location = Fault.Location(file: place.file, row: place.row, column: column ?? table.name)
    return fault
  }

  private func expectation(of table: String) -> Message {
    if isFolder { return Message(ExpectedText.tableFile, ["table": table]) }
    if path.lowercased().hasSuffix(".xlsx") { return Message(ExpectedText.tableSheet, ["table": table]) }
    return path.lowercased().hasSuffix(".sqlite")
      ? Message(ExpectedText.tableInDatabase, ["table": table])
      : Message(ExpectedText.tableInDocument, ["table": table])
  }

  private static func rawCase(_ path: String, isFolder: Bool) throws -> RawCase {
    let url = URL(fileURLWithPath: path)
    if isFolder { return try CaseFolder.tables(in: url, shownAs: path) }
    if path.lowercased().hasSuffix(".xlsx") { return try WorkbookFile.tables(in: url, shownAs: path) }
    if path.lowercased().hasSuffix(".sqlite") { return try DatabaseFile.tables(in: url, shownAs: path) }
    if path.lowercased().hasSuffix(".xlsm") {
      throw Fault(
        at: .init(file: path), Message(ReadingText.macros), expected: Message(ExpectedText.withoutMacros))
    }
    guard path.lowercased().hasSuffix(".json") else {
      throw Fault(
        at: .init(file: path), Message(ReadingText.noCase),
        expected: Message(ExpectedText.caseContainer))
    }
    return try JSONDocument.tables(in: try TextFile.read(url, shownAs: path), file: path)
  }
}

extension RawCell {
  /// The cell as a text; what is written alike means the same.
  package var content: String {
    switch self {
    case .blank: ""
    case .text(let text): text.trimmingSpaces
    case .number(let value): NumberText.shortest(value)
    case .flag(let value): value ? "true" : "false"
    case .other(let value): value
    }
  }
}
