internal import Foundation

/// Reads a case from a folder of CSV tables, one JSON document or one workbook.
public enum CaseReader {
  /// Reads and checks a case.
  ///
  /// - Parameter path: A folder (with or without `datapackage.json`), a `.json` or an `.xlsx` file.
  /// - Returns: The case; its rows and references are sound (``SourcingCase/faults()`` has no errors).
  /// - Throws: ``FileError`` where there is nothing at the path, ``CaseFaults`` with all the faults found.
  public static func read(_ path: String) throws -> SourcingCase {
    let (found, faults) = try readLeniently(path)
    let errors = faults.filter { $0.severity == .error }
    if !errors.isEmpty { throw CaseFaults(errors) }
    return found
  }

  /// Reads a case together with every fault and piece of advice, for `check`.
  ///
  /// - Returns: The case with the rows that could be read, and the faults, ordered by place.
  /// - Throws: ``FileError`` where there is nothing at the path.
  public static func readLeniently(_ path: String) throws -> (case: SourcingCase, faults: [Fault]) {
    var isFolder: ObjCBool = false
    guard !path.isEmpty, !path.utf8.contains(0),
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else {
      throw FileError(.notFound, path: path, detail: "")
    }
    do {
      let raw = try rawCase(path, isFolder: isFolder.boolValue)
      return decode(raw, in: path, isFolder: isFolder.boolValue)
    } catch let fault as Fault {
      return (SourcingCase(), [fault])
    } catch let error as CaseFaults {
      return (SourcingCase(), error.faults)
    }
  }

  private static func rawCase(_ path: String, isFolder: Bool) throws -> RawCase {
    let url = URL(fileURLWithPath: path)
    if isFolder { return try CaseFolder.tables(in: url, shownAs: path) }
    if path.lowercased().hasSuffix(".xlsx") { return try WorkbookFile.tables(in: url, shownAs: path) }
    guard path.lowercased().hasSuffix(".json") else {
      throw Fault(
        at: .init(file: path), "no case",
        expected: "a folder of CSV tables, a .json document or an .xlsx workbook")
    }
    return try JSONDocument.tables(in: try TextFile.read(url, shownAs: path), file: path)
  }

  private static func decode(
    _ raw: RawCase, in path: String, isFolder: Bool
  ) -> (case: SourcingCase, faults: [Fault]) {
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
          at: .init(file: path), value: name, "missing table",
          expected: expectation(of: name, in: path, isFolder: isFolder)))
    }
    let isSound = !faults.contains { $0.severity == .error }
    faults += builder.sourcingCase.faults(besides: broken).filter { isSound || $0.severity == .error }
    return (builder.sourcingCase, faults.sorted { $0.location < $1.location })
  }

  private static func expectation(of table: String, in path: String, isFolder: Bool) -> String {
    if isFolder { return "a file \(table).csv" }
    return path.lowercased().hasSuffix(".xlsx") ? "a sheet \(table)" : "a list \(table) in tables"
  }
}
