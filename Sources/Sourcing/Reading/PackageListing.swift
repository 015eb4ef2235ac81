internal import Foundation

/// Reads which tables a `datapackage.json` lists, and where they stand.
enum PackageListing {
  /// The tables listed, noting what does not fit; nil where the file is no data package at all.
  static func files(in folder: URL, shownAs name: String, into raw: inout RawCase) -> [CaseFolder.TableFile]?
  {
    let place = CaseFolder.shown(name, "datapackage.json")
    let expected = Message(ExpectedText.resourceList)
    let package: JSONValue
    do {
      let text = try TextFile.read(folder.appendingPathComponent("datapackage.json"), shownAs: place)
      package = try JSONDocument.parse(text, file: place, faults: &raw.faults)
    } catch {
      raw.faults.append(
        error as? Fault
          ?? Fault(at: .init(file: place), Message(ReadingText.fileUnreadable, ["reason": "\(error)"])))
      return nil
    }
    guard case .object(let members) = package, case .list(let resources) = members["resources"] else {
      raw.faults.append(Fault(at: .init(file: place), Message(ReadingText.noPackage), expected: expected))
      return nil
    }
    var files: [CaseFolder.TableFile] = []
    for (index, resource) in resources.enumerated() {
      let location = Fault.Location(file: place, column: "resources[\(index + 1)]")
      guard case .object(let members) = resource, case .text(let table) = members["name"],
        let path = path(members["path"])
      else {
        raw.faults.append(
          Fault(at: location, Message(ReadingText.noResource), expected: Message(ExpectedText.nameAndPath)))
        continue
      }
      if files.contains(where: { $0.table == table }) {
        raw.faults.append(Fault(at: location, value: table, Message(ReadingText.resourceTwice)))
      } else if staysInside(folder, path) {
        files.append(.init(table: table, path: path))
      } else {
        raw.reject(
          table,
          Fault(
            at: location, value: path, Message(ReadingText.pathLeaves),
            expected: Message(ExpectedText.pathInside, ["table": table])))
      }
    }
    return files
  }

  /// A path, which may stand alone in a list, without components that say nothing.
  private static func path(_ value: JSONValue?) -> String? {
    let text: String
    switch value {
    case .text(let path): text = path
    case .list(let paths):
      guard paths.count == 1, case .text(let path) = paths[0] else { return nil }
      text = path
    default: return nil
    }
    guard text.hasPrefix("./") else { return text }
    return text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Whether a path stays below the folder, links followed.
  private static func staysInside(_ folder: URL, _ path: String) -> Bool {
    if path.isEmpty || path.hasPrefix("/") || path.hasPrefix("~") || path.utf8.contains(0)
      || path.split(separator: "/").contains("..")
    {
      return false
    }
    let root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    let target = folder.appendingPathComponent(path).resolvingSymlinksInPath().standardizedFileURL.path
    return target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }
}
