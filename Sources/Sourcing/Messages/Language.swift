/// A language that messages are told in: a table of their words by code.
///
/// English stands in the code; a table of another language is a JSON document that may have fewer messages, which are then
/// told in English:
///
///     {"language": "zh", "messages": {"unknown_name": "未知名称", "one_of": "以下之一：{words}"}}
public struct Language: Sendable {
  /// Its name as locales have it: `en`, `zh`.
  public let name: String
  private let words: [String: String]

  /// The language of the code.
  public static let english = Language(name: "en", words: [:])

  /// Chinese, simplified.
  public static let chinese: Language = {
    let text = String(decoding: PackageResources.zh_json, as: UTF8.self)
    do { return try Language(table: JSONValue.parse(text, shownAs: "zh.json"), file: "zh.json") } catch {
      // A test holds the table to the catalogue; a build whose table is broken still tells everything, in English.
      return english
    }
  }()

  /// The languages that Mainstay brings along.
  public static let all = [english, chinese]

  /// The codes of all messages with their words in English, as a table of another language has them.
  public static var catalogue: [String: String] {
    Dictionary(uniqueKeysWithValues: entries)
  }

  /// Every message once; codes are of one name space.
  static let entries: [(code: String, english: String)] =
    entries(of: FaultText.self) + entries(of: SummaryText.self) + entries(of: ReadingText.self)
    + entries(of: CheckText.self) + entries(of: NetworkText.self) + entries(of: ExpectedText.self)
    + entries(of: TableText.self) + entries(of: PlanText.self) + entries(of: PlanFaultText.self)
    + entries(of: QuestionText.self) + entries(of: VariantText.self) + entries(of: DocumentText.self)
    + entries(of: UsageText.self)

  private static func entries<Template: MessageTemplate>(of room: Template.Type) -> [(
    code: String, english: String
  )] {
    room.allCases.map { ($0.code, $0.rawValue) }
  }

  private init(name: String, words: [String: String]) {
    self.name = name
    self.words = words
  }

  /// A language from a file with its table.
  ///
  /// - Throws: ``FileError`` where there is none, ``CaseFaults`` where it is no table, names messages that there are not, or
  ///   other values than these have.
  public init(readingTable path: String) throws {
    try self.init(table: JSONValue.read(path), file: path)
  }

  init(table: JSONValue, file: String) throws {
    let place = Fault.Location(file: file)
    guard case .object(let members) = table, case .text(let name) = members["language"],
      case .object(let messages) = members["messages"]
    else {
      throw CaseFaults([
        Fault(at: place, Message(TableText.noMessages), expected: Message(TableText.languageAndMessages))
      ])
    }
    let known = Self.catalogue
    var faults: [Fault] = []
    var words: [String: String] = [:]
    for (code, value) in messages.sorted(by: { $0.key < $1.key }) {
      let place = Fault.Location(file: file, column: code)
      guard let english = known[code] else {
        faults.append(
          Fault(
            at: place, value: code, Message(TableText.unknownMessage),
            suggestion: NearestName.of(code, among: known.keys)))
        continue
      }
      let text = if case .text(let text) = value { text } else { value.text }
      guard MessageWords(text).names == MessageWords(english).names else {
        faults.append(
          Fault(
            at: place, value: text, Message(TableText.otherValues),
            expected: Message(TableText.valuesOf, ["english": english])))
        continue
      }
      words[code] = text
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    self.init(name: name, words: words)
  }

  /// The language that an environment asks for by `LC_ALL`, `LC_MESSAGES` or `LANG`, the first of them that is set; English
  /// where it is none of ``all``.
  public static func asked(in environment: [String: String]) -> Language {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return all.first { language in asked?.hasPrefix(language.name) ?? false } ?? english
  }

  /// Words of a summary.
  ///
  /// - Parameters:
  ///   - summary: Which words.
  ///   - values: What they name.
  public func text(_ summary: SummaryText, _ values: [String: String] = [:]) -> String {
    filled(summary, values)
  }

  /// Words of a plan's summary.
  ///
  /// - Parameters:
  ///   - plan: Which words.
  ///   - values: What they name.
  public func text(_ plan: PlanText, _ values: [String: String] = [:]) -> String {
    filled(plan, values)
  }

  private func filled(_ template: some MessageTemplate, _ values: [String: String]) -> String {
    MessageWords(words[template.code] ?? template.rawValue).filled { values[$0] }
  }

  /// A number of something: the words for one of it, or those for any other `{count}`.
  public func text(_ one: SummaryText, or many: SummaryText, count: Int) -> String {
    text(count == 1 ? one : many, ["count": String(count)])
  }

  /// The words of a message; nil where the language has none.
  func template(_ code: String) -> String? { words[code] }
}

/// What is wrong with a table of messages.
enum TableText: String, MessageTemplate {
  case noMessages = "no table of messages"
  case languageAndMessages = "an object with the text language and the object messages"
  case unknownMessage = "no message has this code"
  case otherValues = "the message names other values"
  case valuesOf = "the values of: {english}"
}
