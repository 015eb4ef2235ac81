internal import GRDB
public import Sourcing

/// What the results of a batch depend on besides each variant's edits; a file holds results of one identity.
public struct BatchIdentity: Hashable, Sendable {
  /// The version of the form of results.
  public static let schema = "mainstay/result/1"

  /// The case's name, for people.
  public var name: String
  /// A hash of the cells of all tables.
  public var content: String
  /// The options that answers depend on.
  public var options: [String: String]

  /// The identity of a batch.
  ///
  /// Time limits and the number of workers are no part of it: they change how far an answer goes, not what it is.
  public init(_ tables: CaseTables, gap: Double, seed: Int?, withoutPolicies: Bool) {
    name = tables.decoded().case.settings.name
    content = String(ContentHash.hexadecimal(tables.content).prefix(32))
    options = [
      "gap": "\(gap)", "seed": seed.map(String.init) ?? "", "without_policies": "\(withoutPolicies)",
    ]
  }

  /// Its rows in the table `run`.
  private var rows: [String: String] {
    ["schema": Self.schema, "case": name, "content": content].merging(options) { $1 }
  }

  /// Writes the identity into a new file, or compares it with that of an old one.
  func claim(_ db: Database, path: String) throws {
    let held = try Self.rows(of: db)
    if held.isEmpty {
      for (key, value) in rows.sorted(by: { $0.key < $1.key }) {
        try db.execute(sql: "INSERT INTO run (key, value) VALUES (?, ?)", arguments: [key, value])
      }
      return
    }
    let differing = rows.filter { held[$0.key] != $0.value }.keys.sorted()
    guard differing.isEmpty else {
      let what = Message(differing.contains("content") ? UsageText.anotherCase : .otherOptions)
      throw BatchError(
        .otherCase, .resultsDiffer,
        ["path": path, "what": what, "names": differing.joined(separator: ", ")])
    }
  }

  static func rows(of db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM run")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"], $0["value"]) })
  }
}
