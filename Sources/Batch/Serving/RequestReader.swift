internal import Sourcing

/// Reads a request from a line.
enum RequestReader {
  /// The largest whole number up to which a double holds every one.
  private static let largestID = 9_007_199_254_740_992.0

  /// The request of a line.
  ///
  /// - Parameters:
  ///   - bytes: The line.
  ///   - place: How messages name it.
  ///   - id: Is set as soon as it is known, so that an error can be told of the request that it belongs to.
  /// - Throws: A ``BatchAnswer/Refusal`` where it is no request.
  static func request(_ bytes: [UInt8], at place: String, id: inout RequestID?) throws -> BatchRequest {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BatchAnswer.Refusal(.notJSON, "\(place): the line is no text in UTF-8")
    }
    let value: JSONValue
    do { value = try JSONValue.parse(line: text, shownAs: place) } catch let error as CaseFaults {
      throw BatchAnswer.Refusal(.notJSON, error.description)
    }
    do {
      return try request(value, at: .init(file: place), id: &id)
    } catch let fault as Fault {
      throw BatchAnswer.Refusal(.invalidRequest, fault.description)
    }
  }

  private static func request(
    _ value: JSONValue, at place: Fault.Location, id: inout RequestID?
  ) throws -> BatchRequest {
    guard case .object(let members) = value else {
      throw Fault(
        at: place, Message(VariantText.requestNoObject), expected: Message(VariantText.objectWithRequest))
    }
    let reader = MemberReader(members: members, place: place)
    id = try? identifier(reader)
    // The version comes first: what other versions have beside it is not known here.
    let version = try reader.text("schema")
    guard version == BatchRequest.schema else {
      throw BatchAnswer.Refusal(
        .unknownSchema,
        Fault(
          at: place, value: version, Message(ReadingText.unknownSchema),
          expected: Message(plain: BatchRequest.schema)
        ).description)
    }
    try reader.allow(["schema", "id", "edits", "options"])
    let found = try identifier(reader)
    let edits = try reader.list("edits")
    let options = try options(reader, place)
    let variant = VariantReader.variant(
      .object(["name": .text(found.description), "edits": .list(edits)]), number: 0, file: place.file)
    // Edits that cannot be read are as faulty here as in a file of variants; their text tells them apart.
    return BatchRequest(id: found, variant: variant, options: options)
  }

  private static func identifier(_ reader: MemberReader) throws -> RequestID {
    let expected = Message(VariantText.textOrWhole)
    switch reader.members["id"] {
    case .text(let text): return .text(text)
    case .number(let value) where value == value.rounded() && abs(value) <= largestID:
      return .number(Int(value))
    case nil: throw reader.missing("id", expected)
    case let value?: throw reader.wrong("id", value, expected)
    }
  }

  private static func options(
    _ request: MemberReader, _ place: Fault.Location
  ) throws -> BatchRequest.Options {
    var options = BatchRequest.Options()
    if request.members["options"] == nil { return options }
    let reader = MemberReader(members: try request.object("options"), place: place)
    try reader.allow(["gap", "time_limit", "seed", "without_policies", "plan"])
    options.gap = try number("gap", reader, Message(ExpectedText.numberBetween, ["least": "0", "most": 1])) {
      (0...1).contains($0)
    }
    options.timeLimit = try number("time_limit", reader, Message(VariantText.secondsUpTo)) {
      $0 > 0 && $0 <= 1e9
    }
    options.seed = try reader.integer("seed", in: 0...Int(Int32.max))
    options.withoutPolicies = try flag("without_policies", reader)
    options.wantsPlan = try flag("plan", reader) ?? false
    return options
  }

  private static func number(
    _ name: String, _ reader: MemberReader, _ expected: Message, _ fits: (Double) -> Bool
  ) throws -> Double? {
    guard let value = reader.members[name] else { return nil }
    guard case .number(let number) = value, fits(number) else {
      throw reader.wrong(name, value, expected)
    }
    return number
  }

  private static func flag(_ name: String, _ reader: MemberReader) throws -> Bool? {
    guard let value = reader.members[name] else { return nil }
    guard case .flag(let flag) = value else {
      throw reader.wrong(name, value, Message(VariantText.trueOrFalse))
    }
    return flag
  }
}
