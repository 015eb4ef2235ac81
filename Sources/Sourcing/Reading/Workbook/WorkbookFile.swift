internal import Foundation

/// Reads the tables of a case from a workbook in Office Open XML (ECMA-376), `.xlsx`: a sheet a table.
///
/// What counts are values, those of formulas as they were last saved. Sheets whose names begin with `_` are notes and
/// left alone. Nothing in a workbook is run, and nothing outside of it is looked at.
enum WorkbookFile {
  /// The raw tables, noting what does not fit.
  ///
  /// - Throws: A ``Fault`` where the file is no workbook or holds what a case must not.
  static func tables(in url: URL, shownAs file: String) throws -> RawCase {
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      throw Fault(
        at: .init(file: file), Message(ReadingText.fileUnreadable, ["reason": FileSystem.reason(error)]))
    }
    do {
      return try tables(in: try ZipArchive([UInt8](data)), file)
    } catch let broken as ZipArchive.Broken {
      throw Fault(at: .init(file: file), broken.problem, expected: broken.expected)
    } catch let broken as XMLScanner.Broken {
      throw Fault(at: .init(file: file), broken.problem, expected: Message(ExpectedText.xlsx))
    }
  }

  private static func tables(in archive: ZipArchive, _ file: String) throws -> RawCase {
    let names = archive.names
    if names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) {
      throw Fault(
        at: .init(file: file), Message(ReadingText.macros), expected: Message(ExpectedText.withoutMacros))
    }
    guard let book = try archive.part("xl/workbook.xml") else {
      throw Fault(
        at: .init(file: file), Message(ReadingText.noWorkbook), expected: Message(ExpectedText.xlsx))
    }
    let strings = try archive.part("xl/sharedStrings.xml").map(sharedStrings) ?? []
    let styles = try archive.part("xl/styles.xml").map { try WorkbookStyles($0) } ?? WorkbookStyles()
    let parts = try archive.part("xl/_rels/workbook.xml.rels").map(relations) ?? [:]
    var raw = RawCase()
    for sheet in try sheets(book) where !sheet.name.hasPrefix("_") {
      let place = "\(file):\(sheet.name)"
      guard CaseSchema.table(sheet.name) != nil else {
        raw.reject(unknownTable: sheet.name, at: place)
        continue
      }
      guard let part = parts[sheet.relation], let bytes = try archive.part(part) else {
        raw.reject(sheet.name, Fault(at: .init(file: place), Message(ReadingText.sheetMissing)))
        continue
      }
      var reader = WorkbookSheet(table: sheet.name, file: place, strings: strings, styles: styles)
      do {
        raw.take(try reader.read(bytes))
        raw.faults += reader.faults
      } catch let fault as Fault {
        raw.reject(sheet.name, fault)
      }
    }
    return raw
  }

  private static func sheets(_ bytes: [UInt8]) throws -> [(name: String, relation: String)] {
    var scanner = XMLScanner(bytes)
    var found: [(name: String, relation: String)] = []
    while let event = try scanner.next() {
      if case .start("sheet", let attributes) = event, let name = attributes["name"],
        let id = attributes["id"]
      {
        found.append((name, id))
      }
    }
    return found
  }

  /// Where the parts of the workbook are, by the names that it gives them.
  private static func relations(_ bytes: [UInt8]) throws -> [String: String] {
    var scanner = XMLScanner(bytes)
    var found: [String: String] = [:]
    while let event = try scanner.next() {
      guard case .start("Relationship", let attributes) = event, let id = attributes["Id"],
        let target = attributes["Target"]
      else { continue }
      found[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }
    return found
  }

  private static func sharedStrings(_ bytes: [UInt8]) throws -> [String] {
    var scanner = XMLScanner(bytes)
    var strings: [String] = []
    var text = ""
    var path: [String] = []
    while let event = try scanner.next() {
      switch event {
      case .start(let name, _):
        path.append(name)
        if name == "si" { text = "" }
      case .end(let name):
        if !path.isEmpty { path.removeLast() }
        if name == "si" { strings.append(text) }
      case .text(let piece):
        if path.last == "t", !path.contains("rPh") { text += piece }
      }
    }
    return strings
  }
}
