import Foundation
import Mainstay

/// The folder of `plan --output`: `plan.json`, and a CSV file for each table of the plan.
struct PlanFolder {
  /// The folder as the user named it.
  let path: String
  /// Files of an earlier plan, which may be replaced.
  private let earlier: Set<String>

  private static let document = "plan.json"

  /// A folder that is missing, empty, or holds an earlier plan.
  ///
  /// - Throws: `FileError` of kind `unwritable` where it holds anything else in place of a plan, or is no
  ///   folder.
  init(_ path: String) throws {
    self.path = path
    if StagedFolder.isFree(path) {
      earlier = []
      return
    }
    guard FileManager.default.fileExists(atPath: path + "/" + Self.document),
      let plan = try? PlanReader.read(path)
    else {
      throw FileError(.unwritable, path: path, detail: "not an empty folder, nor that of an earlier plan")
    }
    let tables = plan.tables.filter { Self.isWritten($0, in: path) }
    earlier = Set(tables.map { Self.fileName($0) } + [Self.document])
  }

  /// Writes a plan: all of its files, or none.
  ///
  /// - Throws: `FileError` of kind `unwritable`; the folder is then as it was.
  func write(_ plan: Plan) throws {
    let tables = plan.tables
    for name in tables.map(Self.fileName) where !earlier.contains(name) {
      guard !FileManager.default.fileExists(atPath: "\(path)/\(name)") else {
        throw FileError(
          .unwritable, path: "\(path)/\(name)", detail: "it is there and was not written by mainstay plan")
      }
    }
    try StagedFolder.write(to: path, superseding: earlier.sorted()) { stage in
      try AtomicFile.write(JSONText.of(plan), to: "\(stage)/\(Self.document)")
      for table in tables {
        try AtomicFile.write(CSVText.of(table, isHarmless: true), to: "\(stage)/\(Self.fileName(table))")
      }
    }
  }

  /// Whether the file of a table is one that a plan wrote: it begins with the table's header.
  private static func isWritten(_ table: Table, in folder: String) -> Bool {
    guard let text = try? String(contentsOfFile: "\(folder)/\(fileName(table))", encoding: .utf8) else {
      return false
    }
    return text.hasPrefix(table.columns.joined(separator: ",") + "\n")
  }

  private static func fileName(_ table: Table) -> String {
    "\(table.name).csv"
  }
}
