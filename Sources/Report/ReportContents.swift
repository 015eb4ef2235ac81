public import Analyses
public import Sourcing

/// What a report is made of: a plan, the case that it is for, and what else is known of it.
public struct ReportContents: Sendable {
  /// The case.
  public var network: SourcingNetwork
  /// The plan; it must have a layout.
  public var plan: Plan
  /// Whether the plan was worked out anew from the tables and found sound.
  public var isVerified = false
  /// The structure of the case, with the layout of today where the case has one.
  public var before: DiagnosisReport?
  /// The structure of the case with the plan's layout in place of today's.
  public var after: DiagnosisReport?
  /// One failure at a time.
  public var stress: StressReport?
  /// Cost against risk.
  public var frontier: Frontier?
  /// What to do about an event.
  public var recovery: Recovery?
  /// What binds and what it costs.
  public var explanation: Explanation?
  /// The version of the program, for the foot of the page.
  public var version = ""

  /// A report on a plan and nothing else.
  public init(network: SourcingNetwork, plan: Plan) {
    self.network = network
    self.plan = plan
  }
}
