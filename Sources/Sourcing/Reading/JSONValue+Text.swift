internal import Foundation

extension JSONValue {
  /// Parses a document strictly.
  ///
  /// - Parameter file: How messages name it.
  /// - Throws: ``CaseFaults`` where it is no JSON, is nested too deeply, or has a key twice in one object.
  package static func parse(_ text: String, shownAs file: String) throws -> JSONValue {
    var faults: [Fault] = []
    do {
      let value = try JSONDocument.parse(text, file: file, faults: &faults)
      if !faults.isEmpty { throw CaseFaults(faults) }
      return value
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  /// Parses a document that stands in one line of a stream, as ``parse(_:shownAs:)`` does.
  ///
  /// - Parameter place: How messages name the line.
  package static func parse(line text: String, shownAs place: String) throws -> JSONValue {
    do { return try parse(text, shownAs: place) } catch let error as CaseFaults {
      // The line of the document says nothing where the document is a line.
      throw CaseFaults(
        error.faults.map { fault in
          var fault = fault
          fault.location.row = nil
          if fault.message.code == ReadingText.fileNoJSON.code {
            let problem = fault.message.values["problem"] ?? .text("")
            fault.message = Message(ReadingText.lineNoJSON, ["problem": problem])
          }
          return fault
        })
    }
  }

  /// Reads and parses a file strictly.
  ///
  /// - Throws: ``FileError`` where there is none, ``CaseFaults`` as ``parse(_:shownAs:)``.
  package static func read(_ path: String) throws -> JSONValue {
    try parse(TextFile.read(path), shownAs: path)
  }

  /// The document in one line, keys in order, so that the same value has the same text.
  package var text: String {
    switch self {
    case .null: return "null"
    case .flag(let value): return value ? "true" : "false"
    // JSON has no word for what is no number.
    case .number(let value): return value.isFinite ? NumberText.shortest(value) : "null"
    case .text(let value): return Self.quoted(value)
    case .list(let values): return "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      let pairs = members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value.text)" }
      return "{" + pairs.joined(separator: ",") + "}"
    }
  }

  /// A text as a document writes it.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension TextFile {
  /// The text of a file.
  ///
  /// - Throws: ``FileError`` where there is none, ``CaseFaults`` where it is no text.
  package static func read(_ path: String) throws -> String {
    guard !path.isEmpty, !path.utf8.contains(0), FileManager.default.fileExists(atPath: path) else {
      throw FileError(.notFound, path: path, detail: "")
    }
    do { return try read(URL(fileURLWithPath: path), shownAs: path) } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }
}
