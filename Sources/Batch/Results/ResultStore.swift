internal import Sourcing
internal import Foundation
internal import GRDB
internal import Synchronization

/// A file of results: SQLite, a row a variant.
///
/// Every result is one transaction, written ahead (WAL), so that the file is sound and complete up to the last result whenever the
/// process ends, and however. It is synchronized with the disk once a second where results come faster: waiting for the disk would
/// take as long as planning a small case. Where the machine itself fails, the file is sound, and results of its last second may be
/// missing.
public final class ResultStore: Sendable {
  private let queue: DatabaseQueue
  private let claim: FileClaim
  /// When a result was last synchronized with the disk.
  private let lastSynchronization = Mutex<ContinuousClock.Instant?>(nil)
  /// The file.
  public let path: String

  /// Opens or makes a file of results for writing.
  ///
  /// - Parameters:
  ///   - path: The file; it is made where it is missing.
  ///   - identity: What results depend on besides the edits: the case and the options.
  /// - Throws: ``BatchError`` where the file is something else, belongs to another case or process, or cannot be written.
  public init(_ path: String, identity: BatchIdentity) throws {
    self.path = path
    claim = try FileClaim(path)
    queue = try Self.guarded(path) {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try queue.write { db in
        if try !ResultSchema.isThere(db, path: path) { try ResultSchema.create(db) }
        try identity.claim(db, path: path)
      }
      return queue
    }
  }

  /// Ends writing: the file is then one file, with no log beside it.
  public func close() throws {
    try Self.guarded(path) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
      }
      try queue.close()
    }
  }

  /// The status of a variant's result; nil where it has none.
  public func status(of id: String) throws -> VariantResult.Status? {
    try Self.guarded(path) {
      try queue.read { db in
        try String.fetchOne(
          db.cachedStatement(sql: "SELECT status FROM result WHERE id = ?"), arguments: [id]
        )
        .flatMap(VariantResult.Status.init(rawValue:))
      }
    }
  }

  /// Notes that a variant of this name and number has a result that is there already.
  public func note(_ variant: Variant, number: Int) throws {
    try transaction { try Self.insert(variant, variant.id, number, $0) }
  }

  /// Writes a result, in place of an earlier one of the same variant.
  public func write(_ result: VariantResult, of variant: Variant, number: Int) throws {
    try transaction { db in
      try db.cachedStatement(sql: Self.insertion).execute(arguments: StatementArguments(result.values))
      try Self.insert(variant, result.id, number, db)
    }
  }

  /// Writes by one transaction, which brings those before it to the disk where the last time was a second ago.
  private func transaction(_ body: (Database) throws -> Void) throws {
    try Self.guarded(path) {
      try queue.writeWithoutTransaction { db in
        let now = ContinuousClock.now
        let isDue = lastSynchronization.withLock { last in
          if let last, now - last < Self.synchronizationInterval { return false }
          last = now
          return true
        }
        try db.execute(sql: "PRAGMA synchronous = \(isDue ? "FULL" : "NORMAL")")
        try db.inTransaction {
          try body(db)
          return .commit
        }
      }
    }
  }

  private static let synchronizationInterval = Duration.seconds(1)

  private static let insertion = """
    INSERT OR REPLACE INTO result (id, \(ResultSchema.columns.joined(separator: ", ")))
    VALUES (\(Array(repeating: "?", count: ResultSchema.columns.count + 1).joined(separator: ", ")))
    """

  private static func insert(_ variant: Variant, _ id: String, _ number: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO variant (name, result, number, levels) VALUES (?, ?, ?, ?)
        ON CONFLICT (name, result) DO UPDATE SET number = min(number, excluded.number)
        """
    ).execute(arguments: [variant.name, id, number, variant.levelsText])
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // A row is replaced together with what refers to it.
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// Runs what may fail in SQLite, and tells it in words of the file.
  static func guarded<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_NOTADB {
        throw BatchError(.otherFile, .notResultDatabase, ["path": path])
      }
      throw BatchError(
        .storage,
        .storageFailed, ["path": path, "reason": error.message ?? "\(error.resultCode)"])
    }
  }
}

extension VariantResult {
  /// The values of its row, in the order of the columns.
  fileprivate var values: [(any DatabaseValueConvertible)?] {
    let f = figures
    return [
      id, status.rawValue, message, objective, bound, gap, seconds, f?.totalCost, f?.firstStageCost,
      f?.recourseCost,
      f?.cvar, f?.worstCost, f?.worstScenario, f?.shortageCost, f?.expectedService, f?.leastService,
      f?.openSites,
      f?.mainSources, f?.backupSources, edits, plan,
    ]
  }
}
