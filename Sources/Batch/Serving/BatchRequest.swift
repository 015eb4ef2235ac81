internal import Planning
internal import Sourcing

/// One what-if that a script asks for: `{"schema": "mainstay/request/1", "id": "q1", "edits": […], "options": {…}}` in one line.
public struct BatchRequest: Hashable, Sendable {
  /// What `schema` must say.
  public static let schema = "mainstay/request/1"

  /// What the asker calls it.
  public var id: RequestID
  /// The edits, with the faults of those that are none.
  public var variant: Variant
  /// How it is planned.
  public var options: Options

  /// How a request is planned; what is nil is as for the whole process.
  public struct Options: Hashable, Sendable {
    /// Relative gap at which a layout counts as optimal, from 0 to 1.
    public var gap: Double?
    /// Wall time in seconds after which the best layout so far is given.
    public var timeLimit: Double?
    /// Seed of everything drawn at random.
    public var seed: Int?
    /// Leave the policies of the case out.
    public var withoutPolicies: Bool?
    /// Whether the answer holds the plan.
    public var wantsPlan = false

    /// Options that are all as for the whole process, without the plan.
    public init() {}
  }

  /// A request from its parts.
  public init(id: RequestID, variant: Variant, options: Options = Options()) {
    self.id = id
    self.variant = variant
    self.options = options
  }
}

/// What the asker calls a request: a text or a whole number, given back as it was.
public enum RequestID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// A text.
  case text(String)
  /// A whole number that a double holds exactly.
  case number(Int)

  /// The name without quotation marks.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    }
  }

  /// Reads a text or a whole number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Writes it as it was.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    }
  }
}
