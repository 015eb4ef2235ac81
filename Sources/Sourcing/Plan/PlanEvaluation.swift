/// What planning under uncertainty is worth, and how sure a plan's expected cost is.
///
/// Whatever was not asked for or could not be found is missing, and `remarks` says why.
public struct PlanEvaluation: Codable, Hashable, Sendable {
  /// What the plan saves against the layout that is best while nothing happens: the value of the stochastic
  /// solution (Birge and Louveaux 2011, section 4.2, with the undisturbed scenario as reference).
  public var vss: StochasticValue?
  /// What it would be worth to know beforehand which scenario comes: the expected value of perfect information
  /// (Birge and Louveaux 2011, section 4.1).
  public var evpi: InformationValue?
  /// The expected cost of the plan's layout on scenarios that it was not made for.
  public var interval: CostInterval?
  /// Whether something that was asked for is missing because a limit or an interrupt came first.
  public var partial: Bool
  /// What is missing or not as sharp as it might be, and why, in words.
  public var remarks: [String]

  /// An evaluation that has nothing yet.
  public init() {
    partial = false
    remarks = []
  }

  /// The value of the stochastic solution, as the objective counts it.
  public struct StochasticValue: Codable, Hashable, Sendable {
    /// What the plan at hand saves against the undisturbed layout; the value is proven to be at least this, and at
    /// least zero.
    public var low: Double
    /// What the best plan would save at most; nil where no bound is proven.
    public var high: Double?
    /// The objective of the undisturbed layout in the scenarios of the case.
    public var undisturbedLayout: Double

    /// A value from its parts.
    public init(low: Double, high: Double?, undisturbedLayout: Double) {
      self.low = low
      self.high = high
      self.undisturbedLayout = undisturbedLayout
    }

    enum CodingKeys: String, CodingKey {
      case low, high
      case undisturbedLayout = "undisturbed_layout"
    }
  }

  /// The expected value of perfect information, as the objective counts it.
  public struct InformationValue: Codable, Hashable, Sendable {
    /// It is proven to be at least this.
    public var low: Double
    /// It is proven to be at most this; nil where not every scenario has a bound.
    public var high: Double?
    /// The objective that perfect information would lead to, at least; nil as for `high`.
    public var waitAndSeeLow: Double?
    /// The objective that perfect information would lead to, at most.
    public var waitAndSeeHigh: Double
    /// Scenarios that were planned for alone.
    public var solved: Int
    /// Scenarios that can happen.
    public var scenarios: Int

    /// A value from its parts.
    public init(
      low: Double, high: Double?, waitAndSeeLow: Double?, waitAndSeeHigh: Double, solved: Int, scenarios: Int
    ) {
      self.low = low
      self.high = high
      self.waitAndSeeLow = waitAndSeeLow
      self.waitAndSeeHigh = waitAndSeeHigh
      self.solved = solved
      self.scenarios = scenarios
    }

    enum CodingKeys: String, CodingKey {
      case low, high, solved, scenarios
      case waitAndSeeLow = "wait_and_see_low"
      case waitAndSeeHigh = "wait_and_see_high"
    }
  }

  /// A confidence interval of the expected cost of the plan's layout, first stage included, from fresh samples
  /// (Mak, Morton and Wood 1999: the estimate of a given solution's cost).
  public struct CostInterval: Codable, Hashable, Sendable {
    /// The estimate of the expected cost; comparable with `costs.total` of the plan.
    public var mean: Double
    /// The lower end.
    public var low: Double
    /// The upper end.
    public var high: Double
    /// The probability with which such an interval holds the true expected cost.
    public var confidence: Double
    /// Samples that were drawn.
    public var scenarios: Int
    /// Different scenarios among them, undisturbed ones aside.
    public var distinct: Int
    /// The seed that they were drawn with.
    public var seed: Int
    /// Conditional value at risk of the scenarios' costs, without the first stage; comparable with `risk.cvar`.
    public var cvar: Double
    /// Samples in which the least service that demand asks for cannot be kept.
    public var underserved: Int

    /// An interval from its parts.
    public init(
      mean: Double, low: Double, high: Double, confidence: Double, scenarios: Int, distinct: Int, seed: Int,
      cvar: Double, underserved: Int
    ) {
      self.mean = mean
      self.low = low
      self.high = high
      self.confidence = confidence
      self.scenarios = scenarios
      self.distinct = distinct
      self.seed = seed
      self.cvar = cvar
      self.underserved = underserved
    }
  }
}
