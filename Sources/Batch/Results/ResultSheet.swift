internal import Foundation
internal import GRDB
internal import Sourcing

/// Reads a file of results row by row, for tables and documents.
public enum ResultSheet {
  /// How rows are written.
  public enum Form: Sendable {
    /// CSV with a header.
    case csv
    /// A JSON object a line, edits included.
    case ndjson
  }

  /// Writes all rows in the order of the variants.
  ///
  /// - Parameters:
  ///   - path: The file of results.
  ///   - form: Whether rows are CSV or NDJSON.
  ///   - sink: Takes the text, piece by piece.
  /// - Throws: ``BatchError`` where the file cannot be read, or what `sink` throws.
  public static func write(_ path: String, as form: Form, to sink: (String) throws -> Void) throws {
    try reading(path) { db in
      if form == .csv { try sink(ResultSchema.sheetColumns.joined(separator: ",") + "\n") }
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM sheet")
      while let row = try rows.next() {
        let cells = ResultSchema.sheetColumns.map { ($0, cell(row[$0])) }
        switch form {
        case .csv: try sink(CSVText.line(of: cells.map { CSVText.harmless($0.1) }))
        case .ndjson: try sink(object(cells).text + "\n")
        }
      }
    }
  }

  /// How many results a file has of each status; those that no result has are left out.
  ///
  /// - Throws: ``BatchError`` where the file cannot be read.
  public static func counts(_ path: String) throws -> [VariantResult.Status: Int] {
    try reading(path) { db in
      let rows = try Row.fetchAll(db, sql: "SELECT status, count(*) AS count FROM result GROUP BY status")
      return rows.reduce(into: [:]) { counts, row in
        if let status = VariantResult.Status(rawValue: row["status"]) { counts[status] = row["count"] }
      }
    }
  }

  /// Reads from a file that must hold results.
  private static func reading<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
    guard FileManager.default.fileExists(atPath: path) else {
      throw FileError(.notFound, path: path, detail: "")
    }
    return try ResultStore.guarded(path) {
      let queue = try DatabaseQueue(path: path, configuration: ResultStore.configuration)
      defer { try? queue.close() }
      return try queue.read { db in
        guard try ResultSchema.isThere(db, path: path) else {
          throw BatchError(.otherFile, .noResults, ["path": path])
        }
        return try body(db)
      }
    }
  }

  private static func object(_ cells: [(String, Cell)]) -> JSONValue {
    var members: [String: JSONValue] = ["schema": .text(BatchIdentity.schema)]
    for (name, cell) in cells {
      switch cell {
      case .blank: members[name] = .null
      case .number(let value): members[name] = .number(value)
      case .flag(let value): members[name] = .flag(value)
      case .text(let text):
        members[name] = name == "edits" ? (try? JSONValue.parse(text, shownAs: name)) ?? .null : .text(text)
      }
    }
    return .object(members)
  }

  private static func cell(_ value: DatabaseValue) -> Cell {
    switch value.storage {
    case .null, .blob: .blank
    case .int64(let value): .number(Double(value))
    case .double(let value): .number(value)
    case .string(let text): text.isEmpty ? .blank : .text(text)
    }
  }
}
