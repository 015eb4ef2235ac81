import ArgumentParser
import Foundation
import Mainstay

/// The language of what people read, an option of every command.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tell in English (en), in Chinese (zh), or by a table of messages, a .json file (default: as LANG says, else English).",
      valueName: "language"),
    completion: .file(extensions: ["json"]))
  var language: String?

  func validate() throws {
    // A table that is faulty is told as such when the command runs, with all of its faults.
    if let language, !language.hasSuffix(".json") { _ = try LanguageChoice.named(language) }
  }

  /// The language asked for on the command line; nil where none is.
  ///
  /// - Throws: `FileError` where there is no such file, `CaseFaults` where it is no table of messages.
  func chosen() throws -> Language? { try language.map(LanguageChoice.named) }
}

/// The language that a user names.
enum LanguageChoice {
  /// One of the languages that Mainstay brings along, or that of a file with a table of messages.
  ///
  /// - Throws: `FileError` where there is no such file, `CaseFaults` where it is no table of messages.
  static func named(_ word: String) throws -> Language {
    if let known = Language.all.first(where: { $0.name == word }) { return known }
    guard word.hasSuffix(".json") else {
      let names = Language.all.map(\.name).joined(separator: ", ")
      throw ValidationError(.noLanguage, ["word": TerminalText.printable(word), "names": names])
    }
    return try Language(readingTable: word)
  }
}

/// The one rule for the language of messages: `--language` on the command line, else `LC_ALL`, `LC_MESSAGES` or `LANG`, else
/// English. It is known before the command line is understood, since what is wrong with that is told by it too; documents for
/// programs stay in English.
enum Spoken {
  /// The language that messages are told in.
  static let language =
    asked(in: CommandLine.arguments) ?? Language.asked(in: ProcessInfo.processInfo.environment)

  /// The language that the words of a command line ask for; nil where there is none such.
  static func asked(in words: [String]) -> Language? {
    let named = words.enumerated().compactMap { index, word -> String? in
      if word == "--language" { return index + 1 < words.count ? words[index + 1] : nil }
      return word.hasPrefix("--language=") ? String(word.dropFirst("--language=".count)) : nil
    }.last
    guard let named else { return nil }
    if let known = Language.all.first(where: { $0.name == named }) { return known }
    return named.hasSuffix(".json") ? try? Language(readingTable: named) : nil
  }
}

extension ValidationError {
  /// What is wrong with a command line, in the language of its user.
  init(_ text: UsageText, _ values: KeyValuePairs<String, any MessageValue> = [:]) {
    self.init(Message(text, values).text(in: Spoken.language))
  }
}
