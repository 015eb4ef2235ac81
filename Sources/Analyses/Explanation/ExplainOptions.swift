public import Planning

/// What an explanation is asked for.
public struct ExplainOptions: Sendable {
  /// The layout to be explained instead of the best one. Its figures are held against the best that its own sources allow, and where
  /// no site is asked about, each of its sites is.
  public var layout: StandingLayout?
  /// Sites of which it is asked why the best layout does not have them.
  public var whyNot: [String] = []
  /// Sites of which it is asked why it has them.
  public var why: [String] = []
  /// Policies whose cost is wanted; nil for all where no site is asked about, else none.
  public var policies: [String]?
  /// How the case and its variants are planned; the time limit is that of the whole explanation.
  public var planning = PlanOptions(gap: 1e-6)
  /// Called now and then with what is being done.
  public var progress: (@Sendable (String) -> Void)?

  /// Options that ask for what binds and what each policy costs.
  public init() {}
}
