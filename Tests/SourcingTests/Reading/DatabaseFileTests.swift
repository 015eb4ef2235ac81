import Foundation
import GRDB
import Sourcing
import Testing

@Suite("A case in a database")
struct DatabaseFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("case.sqlite")
  }

  /// Writes the small sound case and lets some SQL run on it.
  private func spoil(_ sql: String) throws {
    try CaseDatabase.write(CaseFiles.sound.read(), to: path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  private func told() throws -> [String] { try CaseReader.told(path) }

  @Test("is the same case, with every table and setting")
  func roundTrip() throws {
    for found in [SourcingCase.rich, try CaseFiles.sound.read()] {
      try CaseDatabase.write(found, to: path)
      let again = try CaseReader.read(path)
      #expect(try CaseWriter.json(again) == CaseWriter.json(found))
      let tables = folder.file("tables-\(found.sites.count)")
      try CaseWriter.writeFolder(again, to: tables)
      #expect(try CaseWriter.json(CaseReader.read(tables)) == CaseWriter.json(found))
    }
    #expect(try folder.entries().filter { $0.hasPrefix("case") } == ["case.sqlite"])
  }

  @Test("keeps names with leading zeros, numbers to the last digit, and blanks")
  func values() throws {
    var found = try CaseFiles.sound.read()
    found.sites[0].name = "007"
    found.sites[1].name = nil
    found.sites[0].latitude = 0.1 + 0.2
    found.sites[0].longitude = -0.0
    try CaseDatabase.write(found, to: path)
    let sites = try CaseReader.read(path).sites
    #expect(sites.map(\.name) == ["007", nil])
    #expect(sites[0].latitude == 0.1 + 0.2)
    let stored = try DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "SELECT typeof(name) FROM sites ORDER BY _rowid_")
    }
    #expect(stored == ["text", "null"])
  }

  @Test("takes numbers where names belong, and texts where numbers do")
  func affinities() throws {
    try spoil("UPDATE sites SET name = 2026, opening_cost = '12.5' WHERE site = 'Dresden'")
    let site = try CaseReader.read(path).sites[0]
    #expect(site.name == "2026")
    #expect(site.openingCost == 12.5)
  }

  @Test("tells of faults with database, table, row and column")
  func places() throws {
    try spoil("UPDATE sites SET region = 'Atlantis' WHERE site = 'Austin'")
    #expect(try told().first?.hasPrefix("case:sites:2:region: unknown name 'Atlantis'") == true)
    // The number is that of the row itself, where others were deleted.
    try spoil("DELETE FROM lanes WHERE _rowid_ = 1; UPDATE lanes SET unit_cost = 'cheap'")
    #expect(try told().contains { $0.hasPrefix("case:lanes:2:unit_cost: not a number 'cheap'") })
  }

  @Test(
    "refuses what is no table of a case",
    arguments: [
      ("ALTER TABLE sites RENAME TO site", "case:site: unknown table 'site'"),
      ("ALTER TABLE sites RENAME COLUMN region TO regoin", "case:sites:regoin: unknown column 'regoin'"),
      ("ALTER TABLE sites RENAME COLUMN region TO regoin", "case:sites:region: missing column 'region'"),
      ("DROP TABLE sites", "case: missing table 'sites'; expected a table sites"),
      ("UPDATE sites SET name = x'00ff' WHERE _rowid_ = 2", "case:sites:2:name: a BLOB '2 bytes'"),
      ("UPDATE sites SET opening_cost = 9e999", "case:sites:1:opening_cost: "),
      ("UPDATE sites SET name = CAST(x'ff41' AS TEXT)", "case:sites:1:name: a text that is not UTF-8"),
      ("UPDATE demand SET quantity = NULL WHERE _rowid_ = 1", "case:demand:1:quantity: missing value"),
      (
        "ALTER TABLE sites RENAME TO _sites; CREATE VIEW sites AS SELECT * FROM _sites",
        "case:sites: a view; expected a table that holds its rows"
      ),
      (
        "ALTER TABLE sites ADD COLUMN longitude REAL AS (length(zeroblob(900000000)))",
        "case:sites:longitude: a column that is computed"
      ),
      ("CREATE VIRTUAL TABLE clusters USING fts5(region)", "case:clusters: a virtual table"),
    ])
  func refused(sql: String, told wanted: String) throws {
    try spoil(sql)
    let told = try told()
    #expect(told.contains { $0.hasPrefix(wanted) }, "\(told)")
  }

  @Test("leaves notes and triggers alone, and the file as it is")
  func untouched() throws {
    try spoil(
      """
      CREATE TABLE _notes (anything BLOB);
      CREATE TRIGGER onread AFTER UPDATE ON sites BEGIN DELETE FROM sites; END;
      CREATE TABLE _keys (id INTEGER PRIMARY KEY AUTOINCREMENT);
      """)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try CaseWriter.json(CaseReader.read(path)) == CaseWriter.json(CaseFiles.sound.read()))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try folder.entries() == ["case.sqlite"])
  }

  @Test("reads a table without row numbers in its own order")
  func withoutRowNumbers() throws {
    try spoil(
      """
      DROP TABLE regions; CREATE TABLE regions (region TEXT PRIMARY KEY, outage_rate) WITHOUT ROWID;
      INSERT INTO regions SELECT value, NULL FROM json_each('["EU", "DE", "US"]');
      UPDATE regions SET outage_rate = 'often' WHERE region = 'US';
      """)
    #expect(try told().contains { $0.hasPrefix("case:regions:3:outage_rate: not a number 'often'") })
  }

  @Test("reads a database whose journal is written ahead once it is closed, and leaves nothing beside it")
  func writtenAhead() throws {
    try spoil("CREATE TABLE _notes (note)")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.write { try $0.execute(sql: "UPDATE sites SET opening_cost = 7") }
    #expect(try told().first?.hasPrefix("case: changes of the database wait in a file beside it") == true)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    #expect(try CaseReader.read(path).sites.map(\.openingCost) == [7, 7])
    #expect(try folder.entries() == ["case.sqlite"])
  }

  @Test("what is no database is told so")
  func noDatabase() throws {
    for bytes in [
      Data(), Data("SQLite".utf8), Data("SQLite format 3\0".utf8), Data(repeating: 7, count: 9000),
    ] {
      try folder.write(bytes, to: "case.sqlite")
      #expect(try told() == ["case: no SQLite database; expected a file that SQLite wrote"])
    }
    #expect(throws: FileError.self) { try CaseReader.read(folder.file("none.sqlite")) }
    try FileManager.default.createDirectory(
      atPath: folder.file("folder.sqlite"), withIntermediateDirectories: true)
    #expect(try !CaseReader.readLeniently(folder.file("folder.sqlite")).faults.isEmpty)
  }

  @Test("cut or spoilt anywhere it never stops the program")
  func damaged() throws {
    try CaseDatabase.write(.rich, to: path)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for step in 0..<40 {
      var spoilt = whole
      for offset in 0..<16 { spoilt[(whole.count * step / 40 + offset * 7) % whole.count] ^= 0xFF }
      try folder.write(Data(spoilt), to: "case.sqlite")
      _ = try CaseReader.readLeniently(path)
      try folder.write(Data(whole[..<(whole.count * step / 40)]), to: "case.sqlite")
      #expect(try !CaseReader.readLeniently(path).faults.isEmpty)
    }
  }

  @Test("cannot be written where there is no folder, and what was there stays")
  func unwritable() throws {
    #expect(throws: FileError.self) { try CaseDatabase.write(.rich, to: folder.file("none/case.sqlite")) }
    try FileManager.default.createDirectory(
      atPath: folder.file("full.sqlite"), withIntermediateDirectories: true)
    try folder.write("x", to: "full.sqlite/x")
    #expect(throws: FileError.self) { try CaseDatabase.write(.rich, to: folder.file("full.sqlite")) }
    #expect(try folder.entries() == ["full.sqlite"])
  }

  @Test("edits of its tables are made and told as those of other containers")
  func edits() throws {
    try CaseDatabase.write(CaseFiles.sound.read(), to: path)
    #expect(try CaseTables.read(path).content.contains("Dresden"))
  }
}
