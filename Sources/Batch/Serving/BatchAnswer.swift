public import Sourcing

/// What a request is answered with: one line of JSON that has a status and figures, or an error.
public struct BatchAnswer: Codable, Hashable, Sendable {
  /// The version of the form of answers.
  public static let schema = "mainstay/answer/1"

  /// Always ``schema`` for an answer of this version.
  public var schema = BatchAnswer.schema
  /// The request's `id`; nil where the line has none that could be read.
  public var id: RequestID?
  /// The number of the request's line in the input, from 1; blank lines count.
  public var line: Int
  /// Why the line is not answered; nil where it is.
  public var error: Refusal?
  /// The ``Variant/id`` of the edits.
  public var variant: String?
  /// What became of the variant.
  public var status: VariantResult.Status?
  /// Why, in words.
  public var message: String?
  /// The objective; nil without a layout.
  public var objective: Double?
  /// What is proven of it; nil where nothing is.
  public var bound: Double?
  /// `(objective − bound) / |objective|`.
  public var gap: Double?
  /// Wall time that it took.
  public var seconds: Double?
  /// Figures of the plan, whose keys stand beside the others; nil without a layout.
  public var figures: PlanFigures?
  /// The plan, where it was asked for and there is one.
  public var plan: Plan?

  /// Why a line is not answered.
  public struct Refusal: Codable, Hashable, Sendable, Error {
    /// What kind of reason it is.
    public var kind: Kind
    /// The reason in words.
    public var message: String

    /// Kinds of reasons.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
      /// The line is longer than ``BatchServer/longestLine``.
      case tooLong = "too_long"
      /// The line is no JSON, or nested too deeply, or has a key twice in one object.
      case notJSON = "not_json"
      /// The request is of another version.
      case unknownSchema = "unknown_schema"
      /// The line is JSON and no request.
      case invalidRequest = "invalid_request"
      /// The process was told to end before there was an answer.
      case interrupted
    }

    /// A reason from its parts.
    public init(_ kind: Kind, _ message: String) {
      self.kind = kind
      self.message = message
    }
  }

  /// An error in place of an answer.
  public init(refusing line: Int, id: RequestID?, _ error: Refusal) {
    self.id = id
    self.line = line
    self.error = error
  }

  /// The answer to a request.
  ///
  /// - Parameters:
  ///   - result: What became of the variant that was asked for.
  ///   - id: The request's own name for itself.
  ///   - line: The number of the request's line.
  ///   - plan: The plan, where the answer is to hold it.
  public init(_ result: VariantResult, to id: RequestID, line: Int, plan: Plan? = nil) {
    self.id = id
    self.line = line
    variant = result.id
    status = result.status
    message = result.message
    objective = result.objective
    bound = result.bound
    gap = result.gap
    seconds = result.seconds
    figures = result.figures
    self.plan = plan
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, id, line, error, variant, status, message, objective, bound, gap, seconds, plan
  }

  /// Reads an answer.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    schema = try values.decode(String.self, forKey: .schema)
    id = try values.decodeIfPresent(RequestID.self, forKey: .id)
    line = try values.decode(Int.self, forKey: .line)
    error = try values.decodeIfPresent(Refusal.self, forKey: .error)
    variant = try values.decodeIfPresent(String.self, forKey: .variant)
    status = try values.decodeIfPresent(VariantResult.Status.self, forKey: .status)
    message = try values.decodeIfPresent(String.self, forKey: .message)
    objective = try values.decodeIfPresent(Double.self, forKey: .objective)
    bound = try values.decodeIfPresent(Double.self, forKey: .bound)
    gap = try values.decodeIfPresent(Double.self, forKey: .gap)
    seconds = try values.decodeIfPresent(Double.self, forKey: .seconds)
    plan = try values.decodeIfPresent(Plan.self, forKey: .plan)
    // There are figures wherever there is a layout, and so an objective.
    figures = objective == nil ? nil : try PlanFigures(from: decoder)
  }

  /// Writes the answer; what is nil is left out, the `id` excepted.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(schema, forKey: .schema)
    try values.encode(id, forKey: .id)
    try values.encode(line, forKey: .line)
    try values.encodeIfPresent(error, forKey: .error)
    try values.encodeIfPresent(variant, forKey: .variant)
    try values.encodeIfPresent(status, forKey: .status)
    try values.encodeIfPresent(message, forKey: .message)
    try values.encodeIfPresent(objective, forKey: .objective)
    try values.encodeIfPresent(bound, forKey: .bound)
    try values.encodeIfPresent(gap, forKey: .gap)
    try values.encodeIfPresent(seconds, forKey: .seconds)
    try figures?.encode(to: encoder)
    try values.encodeIfPresent(plan, forKey: .plan)
  }
}
