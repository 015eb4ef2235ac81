internal import Foundation

/// Reads documents that the program wrote, whose first key tells their format.
public enum DocumentReader {
  /// Reads a document from a file.
  ///
  /// - Parameters:
  ///   - type: What it is decoded as.
  ///   - path: The file.
  ///   - schema: The format that it must have.
  ///   - kind: What messages call such a document.
  ///   - writer: The command that writes it.
  /// - Throws: ``FileError`` where there is nothing at the path, ``CaseFaults`` where it is no such document.
  public static func read<Document: Decodable>(
    _ type: Document.Type, from path: String, schema: String, _ kind: String, writtenBy writer: String
  ) throws -> Document {
    guard !path.isEmpty, !path.utf8.contains(0), FileManager.default.fileExists(atPath: path) else {
      throw FileError(.notFound, path: path, detail: "")
    }
    do {
      let text = try TextFile.read(URL(fileURLWithPath: path), shownAs: path)
      return try decode(type, from: text, file: path, schema: schema, kind, writtenBy: writer)
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  /// Reads a document from its text.
  ///
  /// - Throws: A ``Fault`` that says where it is no such document.
  static func decode<Document: Decodable>(
    _ type: Document.Type, from text: String, file: String, schema: String, _ kind: String,
    writtenBy writer: String
  ) throws -> Document {
    let location = Fault.Location(file: file)
    do {
      let header = try JSONDecoder().decode(Header.self, from: Data(text.utf8))
      guard header.schema == schema else {
        throw Fault(
          at: location, value: header.schema, Message(ReadingText.unknownSchema),
          expected: Message(plain: schema))
      }
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw Fault(
        at: location, Message(DocumentText.noDocument, ["kind": kind, "reason": reason(error)]),
        expected: Message(DocumentText.documentWritten, ["writer": writer]))
    }
  }

  private struct Header: Decodable {
    var schema: String
  }

  private static func reason(_ error: DecodingError) -> Message {
    func told(_ text: DocumentText, _ path: [any CodingKey]) -> Message {
      let keys = path.map { key in key.intValue.map { "[\($0 + 1)]" } ?? ".\(key.stringValue)" }.joined()
      let place =
        keys.isEmpty ? Message(DocumentText.theTop) : Message(plain: String(keys.drop { $0 == "." }))
      return Message(text, ["place": place])
    }
    switch error {
    case .keyNotFound(let key, let context): return told(.missingKeyAt, context.codingPath + [key])
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return told(.wrongKindAt, context.codingPath)
    case .dataCorrupted(let context): return told(.unreadableValueAt, context.codingPath)
    @unknown default: return Message(plain: "\(error)")
    }
  }
}
