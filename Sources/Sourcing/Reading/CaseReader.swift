internal import Foundation

/// Reads a case from a folder of CSV tables or from one JSON document.
public enum CaseReader {
  /// Reads and checks a case.
  ///
  /// - Parameter path: A folder (with or without `datapackage.json`) or a `.json` file.
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
    guard !path.isEmpty, !path.utf8.contains(0), FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else {
      throw FileError(.notFound, path: path, detail: "")
    }
    var faults: [Fault] = []
    let url = URL(fileURLWithPath: path)
    let raw: [RawTable]
    if isFolder.boolValue {
      raw = CaseFolder.tables(in: url, shownAs: path, faults: &faults)
    } else if path.lowercased().hasSuffix(".json") {
      do {
        raw = JSONDocument.tables(in: try TextFile.read(url, shownAs: path), file: path, faults: &faults)
      } catch let fault as Fault {
        throw CaseFaults([fault])
      }
    } else {
      throw CaseFaults([
        Fault(at: .init(file: path), "no case", expected: "a folder of CSV tables, or a .json document")
      ])
    }
    let readable = decode(raw, in: path, isFolder: isFolder.boolValue, faults: &faults)
    // References into a table that could not be read as a whole would all dangle: one cause, one fault.
    let broken = Set(faults.filter { $0.severity == .error }.map { tableName(of: $0.location.file) })
    faults += readable.faults().filter { fault in
      fault.severity == .advice ? broken.isEmpty : !fault.dependsOn(broken)
    }
    return (readable, faults.sorted { $0.location < $1.location })
  }

  private static func decode(
    _ raw: [RawTable], in path: String, isFolder: Bool, faults: inout [Fault]
  ) -> SourcingCase {
    var decoder = TableDecoder()
    var builder = CaseDecoder()
    for table in raw {
      guard let schema = CaseSchema.table(table.name) else {
        faults.append(CaseFolder.unknownTable(table.name, at: table.file))
        continue
      }
      let (typed, lines) = decoder.decode(table, as: schema)
      builder.take(typed, file: table.file, lines: lines)
    }
    faults += decoder.faults + builder.faults
    let present = Set(raw.map(\.name))
    let named = Set(faults.map { tableName(of: $0.location.file) })
    for name in CaseSchema.required where !present.contains(name) && !named.contains(name) {
      faults.append(
        Fault(
          at: .init(file: path), value: name, "missing table",
          expected: isFolder ? "a file \(name).csv" : "a list \(name) in tables"))
    }
    return builder.sourcingCase
  }

  /// The table that a location's file stands for: `x/sites.csv` and `x.json#sites` are `sites`.
  private static func tableName(of file: String) -> String {
    if let mark = file.lastIndex(of: "#") { return String(file[file.index(after: mark)...]) }
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".csv") ? String(last.dropLast(4)) : last
  }
}

extension Fault {
  /// Whether this may be only an echo of faults in other tables.
  func dependsOn(_ broken: Set<String>) -> Bool {
    !broken.isDisjoint(with: references)
  }
}
