internal import Foundation
internal import GRDB
internal import Sourcing

/// Puts the results of several shards together.
public enum ResultMerge {
  /// Merges files of results into one, which is made where it is missing.
  ///
  /// A result that several files have is taken from the first, unless a later one is final and the first is not.
  ///
  /// - Returns: How many results the file has in the end.
  /// - Throws: `FileError` where a file is missing, ``BatchError`` where one is something else or of another batch.
  public static func merge(_ inputs: [String], into output: String) throws -> Int {
    for input in inputs where !FileManager.default.fileExists(atPath: input) {
      throw FileError(.notFound, path: input, detail: "")
    }
    let claim = try FileClaim(output)
    defer { withExtendedLifetime(claim) {} }
    return try ResultStore.guarded(output) {
      let queue = try DatabaseQueue(path: output, configuration: ResultStore.configuration)
      try queue.write { db in
        if try !ResultSchema.isThere(db, path: output) { try ResultSchema.create(db) }
      }
      for input in inputs { try take(input, queue, output) }
      let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM result") ?? 0 }
      try queue.close()
      return count
    }
  }

  private static func take(_ input: String, _ queue: DatabaseQueue, _ output: String) throws {
    // A shard that was killed has its last results in its log, which reading it brings home.
    let shard = try ResultStore.guarded(input) {
      try DatabaseQueue(path: input, configuration: ResultStore.configuration)
    }
    let rows = try ResultStore.guarded(input) {
      try shard.read { db in
        guard try ResultSchema.isThere(db, path: input) else {
          throw BatchError(.otherFile, .noResults, ["path": input])
        }
        return try BatchIdentity.rows(of: db)
      }
    }
    try shard.close()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH DATABASE ? AS shard", arguments: [input])
      defer { try? db.execute(sql: "DETACH DATABASE shard") }
      try db.inTransaction {
        try claim(rows, db, input, output)
        let columns = "id, " + ResultSchema.columns.joined(separator: ", ")
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO main.result (\(columns)) SELECT \(columns) FROM shard.result s
            WHERE NOT EXISTS (
              SELECT 1 FROM main.result r WHERE r.id = s.id
              AND (r.status NOT IN (\(open)) OR s.status IN (\(open))))
            """)
        try db.execute(
          sql: """
            INSERT INTO main.variant (name, result, number, levels)
            SELECT name, result, number, levels FROM shard.variant WHERE true
            ON CONFLICT (name, result) DO UPDATE SET number = min(number, excluded.number)
            """)
        return .commit
      }
    }
  }

  private static let open = VariantResult.Status.allCases.filter(\.isOpen).map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

  /// Takes over the identity of the first shard; the others must have the same.
  private static func claim(_ rows: [String: String], _ db: Database, _ input: String, _ output: String)
    throws
  {
    let held = try BatchIdentity.rows(of: db)
    if held.isEmpty {
      for (key, value) in rows.sorted(by: { $0.key < $1.key }) {
        try db.execute(sql: "INSERT INTO main.run (key, value) VALUES (?, ?)", arguments: [key, value])
      }
    } else if held != rows {
      throw BatchError(
        .otherCase,
        .resultsOfOtherCase, ["input": input, "output": output])
    }
  }
}
