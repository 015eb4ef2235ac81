internal import Foundation
internal import GRDB

/// A case as one SQLite database: a table a table, which ``CaseReader`` reads again.
public enum CaseDatabase {
  /// Writes a case whole or not at all: beside the target, then renamed. A file that is there is replaced.
  ///
  /// Numbers are stored as they are, flags as `true` and `false`, blank cells as NULL.
  ///
  /// - Throws: ``FileError`` of kind `unwritable`; the target is then as it was before.
  public static func write(_ found: SourcingCase, to path: String) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let temporary = target + ".part-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    do {
      do {
        let queue = try DatabaseQueue(path: temporary)
        try queue.write { db in
          for table in CaseWriter.packageTables(of: found) { try write(table, to: db) }
        }
        try queue.close()
      } catch let error as DatabaseError {
        throw FileError(.unwritable, path: path, detail: error.message ?? error.resultCode.description)
      }
      guard rename(temporary, target) == 0 else {
        throw FileError(.unwritable, path: path, detail: String(cString: strerror(errno)))
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ table: Table, to db: Database) throws {
    let schema = CaseSchema.table(table.name)
    let columns = table.columns.map { name in
      "\(name.quotedDatabaseIdentifier) \(schema?.column(name).map(type) ?? "TEXT")"
    }
    let name = table.name.quotedDatabaseIdentifier
    try db.execute(sql: "CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
    let marks = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
    let insertion = try db.makeStatement(sql: "INSERT INTO \(name) VALUES (\(marks))")
    for row in table.rows { try insertion.execute(arguments: StatementArguments(row.map(value))) }
  }

  /// Names keep their leading zeros and fractions their digits.
  private static func type(_ column: ColumnSchema) -> String {
    switch column.kind {
    case .number: "REAL"
    case .integer: "INTEGER"
    default: "TEXT"
    }
  }

  private static func value(_ cell: Cell) -> DatabaseValue {
    switch cell {
    case .blank: .null
    case .text, .flag: cell.text.databaseValue
    case .number(let number): number.databaseValue
    }
  }
}
