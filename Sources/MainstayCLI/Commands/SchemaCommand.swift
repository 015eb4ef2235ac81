import ArgumentParser
import Mainstay

/// `mainstay schema`: JSON Schemas of the documents that programs exchange with it.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a document that programs read or write.",
    discussion: """
      Without a name it lists the schemas: name, $id and what the document is, parted by tabs where that is no terminal. A schema is of draft 2020-12, has its \
      version in its $id, and is whole: what it refers to is in its $defs.

      Examples:
        mainstay schema
        mainstay schema plan > plan.schema.json
        mainstay schema answer

      Exit status: 0 printed, 64 no schema of that name.
      """)

  @Argument(
    help: ArgumentHelp(
      "Which: \(DocumentSchema.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name"),
    completion: .list(DocumentSchema.allCases.map(\.rawValue)))
  var name: String?

  @OptionGroup var spoken: LanguageOption

  func run() throws {
    guard let name else {
      return try StandardOutput.write(StandardOutput.isTerminal ? forPeople : forPrograms)
    }
    guard let schema = DocumentSchema(rawValue: name) else {
      let known = DocumentSchema.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(.noSchema, ["name": TerminalText.printable(name), "known": known])
    }
    try StandardOutput.write(schema.text)
  }

  private var forPrograms: String {
    DocumentSchema.allCases.map { "\($0.rawValue)\t\($0.identifier)\t\($0.title)\n" }.joined()
  }

  /// The same for a terminal: a page wide, what the document is below its name.
  private var forPeople: String {
    let lines = DocumentSchema.allCases.flatMap { schema in
      ["\(schema.rawValue)  \(schema.identifier)"] + Paragraph.lines(schema.title, indent: 4)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
