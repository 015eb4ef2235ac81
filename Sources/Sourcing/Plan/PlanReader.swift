internal import Foundation

/// Reads a plan document.
public enum PlanReader {
  /// Reads a plan from a `.json` file, or from `plan.json` in a folder that `plan --output` wrote.
  ///
  /// - Throws: ``FileError`` where there is nothing at the path, ``CaseFaults`` where it is no plan.
  public static func read(_ path: String) throws -> Plan {
    var isFolder: ObjCBool = false
    guard !path.isEmpty, !path.utf8.contains(0),
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else {
      throw FileError(.notFound, path: path, detail: "")
    }
    let file = isFolder.boolValue ? "\(path)/plan.json" : path
    guard FileManager.default.fileExists(atPath: file) else {
      throw FileError(.notFound, path: file, detail: "")
    }
    do {
      return try decode(try TextFile.read(URL(fileURLWithPath: file), shownAs: file), file: file)
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  /// Reads a plan from the text of a document.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - file: How messages name it.
  /// - Throws: A ``Fault`` that says where it is no plan.
  public static func decode(_ text: String, file: String) throws -> Plan {
    try DocumentReader.decode(
      Plan.self, from: text, file: file, schema: Plan.schema, "plan", writtenBy: "mainstay plan")
  }
}
