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
  /// - Parameter file: How messages name it.
  /// - Throws: A ``Fault`` that says where it is no plan.
  public static func decode(_ text: String, file: String) throws -> Plan {
    let location = Fault.Location(file: file)
    do {
      let header = try JSONDecoder().decode(Header.self, from: Data(text.utf8))
      guard header.schema == Plan.schema else {
        throw Fault(at: location, value: header.schema, "unknown schema", expected: Plan.schema)
      }
      return try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw Fault(at: location, "no plan: \(reason(error))", expected: "a document that mainstay plan wrote")
    }
  }

  private struct Header: Decodable {
    var schema: String
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      let keys = path.map { key in key.intValue.map { "[\($0 + 1)]" } ?? ".\(key.stringValue)" }.joined()
      return keys.isEmpty ? "the top" : String(keys.drop { $0 == "." })
    }
    switch error {
    case .keyNotFound(let key, let context): return "missing key \(place(context.codingPath + [key]))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "wrong kind of value at \(place(context.codingPath))"
    case .dataCorrupted(let context): return "unreadable value at \(place(context.codingPath))"
    @unknown default: return "\(error)"
    }
  }
}
