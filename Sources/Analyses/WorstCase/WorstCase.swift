/// The failures that hurt a layout most, with the proof that none hurt more.
///
/// Coded as JSON it has the keys below, in snake case, and a `schema` with its version.
public struct WorstCase: Codable, Hashable, Sendable {
  /// The version of the document's form.
  public static let schema = "mainstay/worst-case/1"

  /// Always ``schema`` for a worst case of this version.
  public var schema = WorstCase.schema
  /// The case's name.
  public var name: String
  /// What money is in.
  public var currency: String
  /// How many things fail at once, at most.
  public var depth: Int
  /// How many things may fail.
  public var targets: Int
  /// Things left out because it is not known how likely they fail, where a least probability is asked for.
  public var unrated: [String] = []
  /// How many sets of failures there are to choose from, the empty one left out; as a number that may be large.
  public var sets: Double
  /// Linear programs solved.
  public var programs = 0
  /// Sets that were looked at; the others were shown to hurt no more than one of these.
  public var examined = 0
  /// Whether the search came to its end, so that none hurts more.
  public var completeness = Completeness.complete
  /// Wall time.
  public var seconds = 0.0
  /// What the undisturbed response costs.
  public var undisturbed = 0.0
  /// Proven: no set costs more than this on top of the undisturbed response.
  public var bound: Double?
  /// `(bound − extra cost of the worst) / bound`; 0 where the worst is proven.
  public var gap: Double?
  /// The worst sets that were looked at, the worst first.
  public var worst: [Attack] = []

  /// A set of failures.
  public struct Attack: Codable, Hashable, Sendable {
    /// What fails.
    public var failures: [Failure]
    /// What the best response costs more than the undisturbed one.
    public var extraCost: Double
    /// What unmet demand costs more.
    public var lostMargin: Double
    /// Part of the demand, by quantity, that is met.
    public var service: Double
    /// How likely these all fail within the horizon, independently of each other; nil where that is not known.
    public var probability: Double?

    enum CodingKeys: String, CodingKey {
      case failures, service, probability
      case extraCost = "extra_cost"
      case lostMargin = "lost_margin"
    }
  }

  /// One thing that fails.
  public struct Failure: Codable, Hashable, Sendable {
    /// Its kind, as `target_kind` of disruptions.
    public var kind: String
    /// Its name.
    public var target: String
  }
}
