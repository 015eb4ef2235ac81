/// Words that a user reads, kept as a code and named values until a ``Language`` is chosen.
///
/// Code and values are the same in every language, so that a program can tell by them what is meant.
public struct Message: Hashable, Sendable, CustomStringConvertible {
  /// What stands for a name in the words of a message.
  public enum Value: Hashable, Sendable {
    /// A name, a number or a word of the tables, which no language changes.
    case text(String)
    /// A part of the message that has words of its own.
    case message(Message)

    /// The value in a language.
    public func text(in language: Language = .english) -> String {
      switch self {
      case .text(let text): text
      case .message(let message): message.text(in: language)
      }
    }
  }

  /// The name of the message in every language's table; empty for a text that no table has.
  public let code: String
  /// The values that its words name.
  public let values: [String: Value]
  /// The words in English, with names in braces.
  private let english: String

  /// A message of the catalogue.
  ///
  /// - Parameter values: A value for each name in the words of the template.
  package init(_ template: some MessageTemplate, _ values: KeyValuePairs<String, any MessageValue> = [:]) {
    code = template.code
    english = template.rawValue
    self.values = Dictionary(values.map { ($0.key, $0.value.messageValue) }, uniquingKeysWith: { $1 })
    assert(MessageWords(english).names.isSubset(of: values.map(\.key)), "\(code) lacks a value")
  }

  /// A text that is the same in every language.
  public init(plain text: String) {
    code = ""
    english = text
    values = [:]
  }

  /// The words in a language; in English where the language lacks them.
  public func text(in language: Language = .english) -> String {
    if code.isEmpty { return english }
    return MessageWords(language.template(code) ?? english).filled { values[$0]?.text(in: language) }
  }

  /// The words in English.
  public var description: String { text() }
}

/// What a value of a message is made of.
package protocol MessageValue {
  var messageValue: Message.Value { get }
}

extension String: MessageValue {
  package var messageValue: Message.Value { .text(self) }
}

extension Int: MessageValue {
  package var messageValue: Message.Value { .text(String(self)) }
}

extension Double: MessageValue {
  package var messageValue: Message.Value { .text(NumberText.shortest(self)) }
}

extension Message.Value: MessageValue {
  package var messageValue: Message.Value { self }
}

extension Message: MessageValue {
  package var messageValue: Message.Value { .message(self) }
}

/// A list of the messages of one room: the name of a case is a message's code, its raw value the words in English.
///
/// Words name their values in braces: `row {row} says the same`. Codes are kept when words change.
public protocol MessageTemplate: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

extension MessageTemplate {
  /// The name of the case in snake case, as all keys of documents are.
  var code: String {
    var code = ""
    var isInCapitals = false
    for letter in "\(self)" {
      if letter.isUppercase, !isInCapitals { code += "_" }
      isInCapitals = letter.isUppercase
      code += letter.lowercased()
    }
    return code
  }
}

/// The words of a message with names in braces for its values.
struct MessageWords {
  private let words: String

  init(_ words: String) {
    self.words = words
  }

  /// The names that stand in braces.
  var names: Set<String> {
    var names: Set<String> = []
    _ = filled { name in
      names.insert(name)
      return nil
    }
    return names
  }

  /// The words with the value of each name in its place; a name without a value stays as it is.
  func filled(_ value: (String) -> String?) -> String {
    var text = ""
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      text += value(name) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
