internal import Sourcing
internal import GRDB

/// The tables and views of a file of results.
enum ResultSchema {
  /// What `user_version` says.
  static let version = 1
  /// What `application_id` says: "MSTB".
  static let application = 0x4D53_5442

  /// Columns of `result` behind its key, as the statements below bind them.
  static let columns = [
    "status", "message", "objective", "bound", "gap", "seconds", "total_cost", "first_stage_cost",
    "recourse_cost",
    "cvar", "worst_cost", "worst_scenario", "shortage_cost", "expected_service", "least_service",
    "open_sites",
    "main_sources", "backup_sources", "edits", "plan",
  ]

  /// What the sheet of results shows, in order.
  static let sheetColumns =
    ["number", "variant", "id"] + columns.filter { $0 != "edits" && $0 != "plan" } + ["edits"]

  /// Makes the tables in an empty file.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE run (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
        CREATE TABLE result (
          id TEXT PRIMARY KEY NOT NULL,
          status TEXT NOT NULL,
          message TEXT NOT NULL,
          objective REAL, bound REAL, gap REAL, seconds REAL NOT NULL,
          total_cost REAL, first_stage_cost REAL, recourse_cost REAL, cvar REAL, worst_cost REAL,
          worst_scenario TEXT, shortage_cost REAL, expected_service REAL, least_service REAL,
          open_sites INTEGER, main_sources INTEGER, backup_sources INTEGER,
          edits TEXT NOT NULL,
          plan TEXT
        );
        CREATE TABLE variant (
          name TEXT NOT NULL,
          result TEXT NOT NULL REFERENCES result (id),
          number INTEGER NOT NULL,
          levels TEXT NOT NULL,
          PRIMARY KEY (name, result)
        );
        CREATE INDEX variant_result ON variant (result);
        CREATE INDEX variant_number ON variant (number);
        CREATE VIEW sheet AS
          SELECT v.number AS number, v.name AS variant, r.id AS id, \(
            columns.filter { $0 != "edits" && $0 != "plan" }.map { "r.\($0)" }.joined(separator: ", ")), r.edits
          FROM variant v JOIN result r ON r.id = v.result
          ORDER BY v.number, v.name;
        CREATE VIEW levels AS
          SELECT v.number AS number, v.name AS variant, r.id AS id, l.key AS factor, l.value AS level, r.status,
            r.objective, r.total_cost, r.cvar, r.expected_service
          FROM variant v JOIN result r ON r.id = v.result, json_each(v.levels) l
          ORDER BY v.number, l.key;
        CREATE VIEW sources AS
          SELECT v.number AS number, v.name AS variant, r.id AS id,
            json_extract(s.value, '$.item') AS item, json_extract(s.value, '$.site') AS site,
            json_extract(s.value, '$.role') AS role, json_extract(s.value, '$.commit') AS "commit",
            json_extract(s.value, '$.reserve') AS reserve, json_extract(s.value, '$.share') AS share
          FROM variant v JOIN result r ON r.id = v.result, json_each(r.plan, '$.sourcing') s
          WHERE r.plan IS NOT NULL
          ORDER BY v.number, item, role DESC, site;
        PRAGMA user_version = \(version);
        PRAGMA application_id = \(application);
        """)
  }

  /// Whether the file has these tables; false where it is empty.
  ///
  /// - Throws: ``BatchError`` where it is another database.
  static func isThere(_ db: Database, path: String) throws -> Bool {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if application == 0, tables == 0 { return false }
    guard application == Self.application else {
      throw BatchError(.otherFile, .noResultsFile, ["path": path])
    }
    guard found == version else {
      throw BatchError(
        .otherFile, .resultsOfVersion, ["path": path, "found": found, "known": version])
    }
    return true
  }
}
