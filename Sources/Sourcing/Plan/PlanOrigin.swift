/// Units that originate under an agreement in a period of a scenario, and so can claim its preferential rate.
public struct PlanOrigin: Codable, Hashable, Sendable {
  /// What is done with them.
  public enum Step: String, Codable, Hashable, Sendable, CaseIterable {
    /// They arrive by a lane, from `site` to `to`.
    case sent
    /// They are made at `site` by `recipe`.
    case made
    /// They are used at `site` for what `recipe` makes, as its `input`.
    case used
    /// They are kept at `site` to the next period.
    case kept
  }

  /// The scenario.
  public var scenario: String
  /// The period, from 0.
  public var period: Int
  /// The agreement: the ends of a row of `duties`, and the content that it asks for.
  public var agreement: String
  /// What is done with them.
  public var step: Step
  /// The site, or where the lane begins.
  public var site: String
  /// Where the lane ends; empty for other steps.
  public var to = ""
  /// The item; of what is used, what is made of it.
  public var item: String
  /// The recipe of what is made; empty for none.
  public var recipe = ""
  /// What is used of the recipe; empty for other steps.
  public var input = ""
  /// The corridor of the lane; empty for none.
  public var corridor = ""
  /// The mode of the lane; empty for none.
  public var mode = ""
  /// Units a period.
  public var quantity: Double

  /// Units that originate, from the parts that every step has.
  public init(
    scenario: String, period: Int, agreement: String, step: Step, site: String, item: String, quantity: Double
  ) {
    self.scenario = scenario
    self.period = period
    self.agreement = agreement
    self.step = step
    self.site = site
    self.item = item
    self.quantity = quantity
  }
}
