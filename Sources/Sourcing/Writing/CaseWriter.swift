internal import Foundation

/// Writes a case as a folder of CSV tables or as one JSON document.
public enum CaseWriter {
  /// Writes the tables and `datapackage.json` into a folder, which is made where it is missing.
  ///
  /// - Throws: ``FileError`` of kind `unwritable`, also where the folder holds something else already.
  public static func writeFolder(_ sourcingCase: SourcingCase, to path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      let entries = isFolder.boolValue ? try? FileManager.default.contentsOfDirectory(atPath: path) : nil
      guard let entries, entries.isEmpty else {
        throw FileError(
          .unwritable, path: path, detail: isFolder.boolValue ? "the folder is not empty" : "not a folder")
      }
    }
    let isNew = !FileManager.default.fileExists(atPath: path)
    let tables = packageTables(of: sourcingCase)
    var texts = tables.map { ("\(path)/\($0.name).csv", CSVText.of($0)) }
    texts.append(
      ("\(path)/datapackage.json", try DataPackage.describing(tables, named: sourcingCase.settings.name)))
    try AtomicFile.makeFolder(path)
    var written: [String] = []
    do {
      for (file, text) in texts {
        try AtomicFile.write(text, to: file)
        written.append(file)
      }
    } catch {
      // Half a case must not pass for a case.
      for file in written { unlink(file) }
      if isNew { rmdir(path) }
      throw error
    }
  }

  /// The case as one JSON document.
  public static func json(_ sourcingCase: SourcingCase) throws -> String {
    var tables: [String: [[String: Cell]]] = [:]
    for table in CaseEncoder.tables(of: sourcingCase) {
      tables[table.name] = table.rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(table.columns, row).filter { $0.1 != .blank })
      }
    }
    return try JSONText.of(CaseDocument(schema: JSONDocument.schema, tables: tables))
  }

  /// Tables with rows, and those that every case needs; columns that are blank throughout are left out.
  public static func packageTables(of sourcingCase: SourcingCase) -> [Table] {
    CaseSchema.tables.compactMap { schema in
      let table = CaseEncoder.table(schema.name, of: sourcingCase)
      if table.rows.isEmpty, !CaseSchema.required.contains(schema.name) { return nil }
      let kept = schema.columns.indices.filter { index in
        schema.columns[index].isRequired || table.rows.contains { $0[index] != .blank }
      }
      return Table(
        name: schema.name, columns: kept.map { schema.columns[$0].name },
        rows: table.rows.map { row in kept.map { row[$0] } })
    }
  }

  private struct CaseDocument: Encodable {
    var schema: String
    var tables: [String: [[String: Cell]]]
  }
}

extension Cell: Encodable {
  /// Encodes the bare value; a blank is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .blank: try container.encodeNil()
    case .text(let text): try container.encode(text)
    case .number(let value): try container.encode(value)
    case .flag(let value): try container.encode(value)
    }
  }
}

/// JSON as Mainstay writes it: sorted keys, indented, slashes as they are.
public enum JSONText {
  /// The text of a value, with a line feed at the end.
  public static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// The text of a value on one line, for documents that are mostly numbers.
  public static func compact(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
