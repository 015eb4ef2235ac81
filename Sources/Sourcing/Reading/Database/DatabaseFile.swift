internal import Foundation
internal import GRDB

/// Reads the tables of a case from an SQLite database, `.sqlite`: a table a table.
///
/// The file is only read: nothing is written to it or beside it, views and triggers are not run. Tables whose names begin
/// with `_` are notes and left alone.
enum DatabaseFile {
  /// Largest file that is read.
  private static let largestByteCount = 1 << 30

  /// The raw tables, noting what does not fit.
  ///
  /// - Throws: A ``Fault`` where the file is no database or cannot be read as it stands.
  static func tables(in url: URL, shownAs file: String) throws -> RawCase {
    let image = try DatabaseImage(url, shownAs: file, largest: largestByteCount)
    defer { image.discard() }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      // What a schema of unknown origin can do: call no functions with effects, pass no damaged page.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON")
    }
    do {
      let queue = try DatabaseQueue(path: image.path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.read { try tables($0, file) }
    } catch let error as DatabaseError {
      throw Fault(at: .init(file: file), problem(error), expected: Message(ExpectedText.wholeDatabase))
    }
  }

  private static func tables(_ db: Database, _ file: String) throws -> RawCase {
    var raw = RawCase()
    let listed = try Row.fetchAll(
      db,
      sql: """
        SELECT name, type, coalesce(sql, '') AS definition FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name
        """)
    for row in listed {
      let name: String = row["name"]
      if name.hasPrefix("_") || name.hasPrefix("sqlite_") { continue }
      let place = "\(file):\(name)"
      guard CaseSchema.table(name) != nil else {
        raw.reject(unknownTable: name, at: place)
        continue
      }
      let isVirtual = (row["definition"] as String).uppercased().hasPrefix("CREATE VIRTUAL")
      guard row["type"] == "table", !isVirtual else {
        let problem = isVirtual ? Message(ReadingText.virtualTable) : Message(ReadingText.view)
        raw.reject(
          name, Fault(at: .init(file: place), problem, expected: Message(ExpectedText.tableWithRows)))
        continue
      }
      do {
        var reader = DatabaseTable(table: name, file: place)
        raw.take(try reader.read(db))
        raw.faults += reader.faults
      } catch let fault as Fault {
        raw.reject(name, fault)
      } catch let error as DatabaseError {
        raw.reject(
          name,
          Fault(at: .init(file: place), problem(error), expected: Message(ExpectedText.wholeDatabase)))
      }
    }
    return raw
  }

  private static func problem(_ error: DatabaseError) -> Message {
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: Message(ReadingText.databaseBusy)
    case .SQLITE_NOTADB: Message(ReadingText.noDatabase)
    default: Message(ReadingText.damagedDatabase, ["reason": error.message ?? error.resultCode.description])
    }
  }
}
