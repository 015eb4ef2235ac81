import Foundation
import Mainstay

/// What an analysis printed with `--json`.
enum AnalysisDocument {
  /// Reads a document.
  ///
  /// - Parameter schema: The `schema` that it must have.
  /// - Throws: `FileError` where there is none, `CaseFaults` where it is something else.
  static func read<Document: Decodable>(_ path: String, schema: String) throws -> Document {
    guard FileManager.default.fileExists(atPath: path) else {
      throw FileError(.notFound, path: path, detail: "")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(.unreadable, path: path, detail: "")
    }
    let found = try? JSONDecoder().decode(Header.self, from: data).schema
    guard found == schema else {
      throw CaseFaults([
        Fault(
          at: .init(file: path), value: found ?? "", Message(QuestionText.otherDocument),
          expected: Message(QuestionText.theSchema, ["schema": schema]))
      ])
    }
    do {
      return try JSONDecoder().decode(Document.self, from: data)
    } catch {
      throw CaseFaults([
        Fault(
          at: .init(file: path), Message(QuestionText.damagedDocument),
          expected: Message(QuestionText.printedWithJSON))
      ])
    }
  }

  private struct Header: Decodable {
    var schema: String
  }
}
