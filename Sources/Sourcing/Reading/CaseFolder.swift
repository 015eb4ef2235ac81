internal import Foundation

/// Finds and reads the tables of a case folder: those that `datapackage.json` lists, or else every
/// `<table>.csv`.
enum CaseFolder {
  /// A table's file.
  struct TableFile {
    var table: String
    /// Relative to the folder.
    var path: String
  }

  /// The raw tables of a folder, noting what does not fit.
  ///
  /// - Throws: A ``Fault`` where the folder itself cannot be read.
  static func tables(in folder: URL, shownAs name: String) throws -> RawCase {
    let entries: [String]
    do { entries = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
      throw Fault(
        at: .init(file: name), Message(ReadingText.folderUnreadable, ["reason": FileSystem.reason(error)]))
    }
    // Hidden files are what editors and file managers leave behind.
    let found = entries.filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
    var raw = RawCase()
    var files = found.map { TableFile(table: String($0.dropLast(4)), path: $0) }
    if entries.contains("datapackage.json"),
      let listed = PackageListing.files(in: folder, shownAs: name, into: &raw)
    {
      files = listed
      let known = Set(listed.map(\.path))
      for entry in found where !known.contains(entry) {
        raw.faults.append(
          Fault(
            at: .init(file: shown(name, entry)), value: entry, Message(ReadingText.tableNotListed),
            expected: Message(ExpectedText.resourceOrNoFile)))
      }
    }
    for file in files { read(file, in: folder, shownAs: shown(name, file.path), into: &raw) }
    return raw
  }

  /// How messages name a file of a folder.
  static func shown(_ folder: String, _ entry: String) -> String {
    folder == "." ? entry : (folder.hasSuffix("/") ? folder + entry : "\(folder)/\(entry)")
  }

  private static func read(_ file: TableFile, in folder: URL, shownAs place: String, into raw: inout RawCase)
  {
    guard CaseSchema.table(file.table) != nil else {
      raw.reject(unknownTable: file.table, at: place)
      return
    }
    do {
      let text = try TextFile.read(folder.appendingPathComponent(file.path), shownAs: place)
      raw.take(try CSVTable.parse(text, table: file.table, file: place))
    } catch let fault as Fault {
      raw.reject(file.table, fault)
    } catch {
      raw.reject(
        file.table, Fault(at: .init(file: place), Message(ReadingText.fileUnreadable, ["reason": "\(error)"]))
      )
    }
  }
}
