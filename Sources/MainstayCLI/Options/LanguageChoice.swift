import ArgumentParser
import Mainstay

/// The language that a user names.
enum LanguageChoice {
  /// One of the languages that Mainstay brings along, or that of a file with a table of messages.
  ///
  /// - Throws: `FileError` where there is no such file, `CaseFaults` where it is no table of messages.
  static func named(_ word: String) throws -> Language {
    if let known = Language.all.first(where: { $0.name == word }) { return known }
    guard word.hasSuffix(".json") else {
      let names = Language.all.map(\.name).joined(separator: ", ")
      throw ValidationError(
        "no language '\(word)'; expected one of \(names), or a .json file with its messages")
    }
    return try Language(readingTable: word)
  }
}
