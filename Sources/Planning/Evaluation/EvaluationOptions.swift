public import LinearModel

/// What is to be found out about a plan, and how.
public struct EvaluationOptions: Sendable {
  /// What is asked for.
  public enum Part: Hashable, Sendable, CaseIterable {
    /// The value of the stochastic solution.
    case vss
    /// The expected value of perfect information.
    case evpi
    /// The confidence interval of the expected cost, which needs scenarios that are drawn.
    case interval
  }

  /// What is asked for.
  public var parts: Set<Part>
  /// Samples that are drawn for the interval, at least 2.
  public var samples: Int
  /// Seed of these samples; nil for the one after the plan's.
  public var seed: Int?
  /// The probability with which the interval is to hold the true cost, between 0 and 1.
  public var confidence: Double
  /// Relative gap at which a layout for one scenario counts as optimal.
  public var gap: Double
  /// Wall time in seconds after which what is known by then is given; nil for no limit.
  public var timeLimit: Double?
  /// Asks it to end soon.
  public var cancellation: Cancellation?
  /// Called now and then, on a thread of the evaluation.
  public var progress: (@Sendable (PlanProgress) -> Void)?

  /// Options: everything, 1,000 samples, a confidence of 95 %, a gap of 0.01 %.
  public init(
    parts: Set<Part> = Set(Part.allCases), samples: Int = 1000, seed: Int? = nil, confidence: Double = 0.95
  ) {
    self.parts = parts
    self.samples = samples
    self.seed = seed
    self.confidence = confidence
    gap = 1e-4
  }
}
