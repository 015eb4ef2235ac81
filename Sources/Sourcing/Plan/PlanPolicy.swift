/// How a policy fares in a plan.
public struct PlanPolicy: Codable, Hashable, Sendable {
  /// The linear program that a price is of.
  public enum PriceBasis: String, Codable, Hashable, Sendable, CaseIterable {
    /// The one that is left when all yes-or-no decisions of the plan stay as they are: for limits on amounts.
    case layout
    /// The linear relaxation of the whole model, in which decisions may be made in part: for limits on the decisions themselves,
    /// which could not move in the other one.
    case relaxation
    /// None: the search ended before the program was solved, so that there is no price.
    case unsolved
  }

  /// The policy.
  public var policy: String
  /// Its kind.
  public var kind: String
  /// The limit, in the kind's unit; nil where the kind has none.
  public var limit: Double?
  /// What the plan reaches, where it is closest to the limit.
  public var value: Double
  /// How far the value is from the limit; negative where the policy is broken.
  public var slack: Double
  /// The item, and the supplier, region, bloc or owner, at which it is closest.
  public var tightest: String
  /// What one more unit of the limit would change in the optimum of the linear program that ``priceBasis`` names; where the kind
  /// has no limit, what it would change if each of the policy's conditions were looser by one. Nil where that is not known.
  public var price: Double?
  /// The linear program that the price is of; nil before a policy is priced, and in plans of earlier versions.
  public var priceBasis: PriceBasis?

  enum CodingKeys: String, CodingKey {
    case policy, kind, limit, value, slack, tightest, price
    case priceBasis = "price_basis"
  }

  /// A policy's standing from its parts.
  public init(
    policy: String, kind: String, limit: Double?, value: Double, slack: Double, tightest: String,
    price: Double? = nil, priceBasis: PriceBasis? = nil
  ) {
    self.policy = policy
    self.kind = kind
    self.limit = limit
    self.value = value
    self.slack = slack
    self.tightest = tightest
    self.price = price
    self.priceBasis = priceBasis
  }
}
