/// Costs of a plan over the horizon; what happens in scenarios by its expectation.
public struct PlanCosts: Codable, Hashable, Sendable {
  /// Opening of sites.
  public var opening = 0.0
  /// Closing of sites.
  public var closing = 0.0
  /// Qualification of sources.
  public var qualification = 0.0
  /// What projects cost the case.
  public var development = 0.0
  /// Fees for reserves.
  public var reservation = 0.0
  /// Holding of strategic stock.
  public var stock = 0.0
  /// What is due for commitments.
  public var commitment = 0.0
  /// What is drawn from reserves.
  public var surge = 0.0
  /// Freight.
  public var freight = 0.0
  /// Duties.
  public var duty = 0.0
  /// What is kept from one period to the next.
  public var holding = 0.0
  /// Replacement of strategic stock that is released.
  public var release = 0.0
  /// What clusters of sites save.
  public var clusterSaving = 0.0
  /// Unmet demand.
  public var shortage = 0.0
  /// All that is paid before anything happens.
  public var firstStage = 0.0
  /// Expectation of the scenarios' costs.
  public var expectedRecourse = 0.0
  /// First stage and expected recourse together.
  public var total = 0.0

  /// Costs that are all zero.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case opening, closing, qualification, development, reservation, stock, commitment, surge, freight, duty,
      holding,
      release
    case shortage, total
    case clusterSaving = "cluster_saving"
    case firstStage = "first_stage"
    case expectedRecourse = "expected_recourse"
  }
}

/// How the costs of the scenarios are spread. All figures leave the first stage out.
public struct PlanRisk: Codable, Hashable, Sendable {
  /// `expected`, `cvar`, `worst` or `worst_regret`.
  public var measure = RiskMeasure.expected.rawValue
  /// Weight λ of the risk in the objective.
  public var weight = 0.0
  /// Level α.
  public var level = 0.0
  /// Expected cost.
  public var expected = 0.0
  /// Conditional value at risk: the mean cost of the worst 1 − α.
  public var cvar = 0.0
  /// Cost in the worst scenario of positive probability.
  public var worst = 0.0
  /// The name of that scenario.
  public var worstScenario = ""
  /// Greatest regret in a scenario of positive probability, first stage included; nil where it is not measured.
  public var regret: Double?
  /// The name of that scenario.
  public var regretScenario: String?

  /// Risk that is all zero.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case measure, weight, level, expected, cvar, worst, regret
    case worstScenario = "worst_scenario"
    case regretScenario = "regret_scenario"
  }
}

/// A site of the layout.
public struct PlanSite: Codable, Hashable, Sendable {
  /// The site.
  public var site: String
  /// Whether it is used.
  public var open: Bool
  /// Whether it existed before.
  public var existing: Bool

  /// A site from its parts.
  public init(site: String, open: Bool, existing: Bool) {
    self.site = site
    self.open = open
    self.existing = existing
  }
}

/// The part that a site plays for an item.
public struct PlanSource: Codable, Hashable, Sendable {
  /// What a source is for its item.
  public enum Role: String, Codable, Hashable, Sendable, CaseIterable {
    /// A mainstay: volume is committed to it.
    case primary
    /// A backup: it is qualified and may hold a reserve.
    case backup
  }

  /// The item.
  public var item: String
  /// The site.
  public var site: String
  /// The recipe; empty for none.
  public var recipe: String
  /// Main source or backup.
  public var role: Role
  /// Units a period bought whatever happens.
  public var commit: Double
  /// Units a period held ready.
  public var reserve: Double
  /// Units that it supplies in the undisturbed scenario, an average period.
  public var volume: Double
  /// Its share of the item's supply in the undisturbed scenario.
  public var share: Double

  /// A source from its parts.
  public init(
    item: String, site: String, recipe: String = "", role: Role, commit: Double, reserve: Double,
    volume: Double = 0, share: Double = 0
  ) {
    self.item = item
    self.site = site
    self.recipe = recipe
    self.role = role
    self.commit = commit
    self.reserve = reserve
    self.volume = volume
    self.share = share
  }
}

/// What arrives by a lane in a period of a scenario.
public struct PlanFlow: Codable, Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// The period of arrival, from 0; −1 for what left in the period before the first.
  public var period: Int
  /// The site where it begins.
  public var from: String
  /// The site or market where it ends.
  public var to: String
  /// The item.
  public var item: String
  /// The corridor of the lane; empty for none.
  public var corridor: String
  /// The mode of the lane; empty for none.
  public var mode: String
  /// Units a period.
  public var quantity: Double

  /// A flow from its parts.
  public init(
    scenario: String, period: Int = 0, from: String, to: String, item: String, corridor: String, mode: String,
    quantity: Double
  ) {
    self.scenario = scenario
    self.period = period
    self.from = from
    self.to = to
    self.item = item
    self.corridor = corridor
    self.mode = mode
    self.quantity = quantity
  }
}

/// What a site makes of an item in a period of a scenario.
public struct PlanProduction: Codable, Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// The period, from 0; −1 for the one before the first.
  public var period: Int
  /// The site.
  public var site: String
  /// The item.
  public var item: String
  /// The recipe; empty for none.
  public var recipe: String
  /// Units made under the commitment.
  public var make: Double
  /// Units drawn from the reserve.
  public var surge: Double

  /// Production from its parts.
  public init(
    scenario: String, period: Int = 0, site: String, item: String, recipe: String = "", make: Double,
    surge: Double
  ) {
    self.scenario = scenario
    self.period = period
    self.site = site
    self.item = item
    self.recipe = recipe
    self.make = make
    self.surge = surge
  }
}

/// What a site keeps of an item at the end of a period of a scenario, and what it takes from strategic stock.
public struct PlanInventory: Codable, Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// The period, from 0.
  public var period: Int
  /// The site.
  public var site: String
  /// The item.
  public var item: String
  /// Units kept at the end of the period.
  public var hold: Double
  /// Units taken from strategic stock.
  public var release: Double

  /// Inventory from its parts.
  public init(scenario: String, period: Int, site: String, item: String, hold: Double, release: Double) {
    self.scenario = scenario
    self.period = period
    self.site = site
    self.item = item
    self.hold = hold
    self.release = release
  }
}

/// Demand that is not met in a period of a scenario.
public struct PlanShortage: Codable, Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// The period, from 0.
  public var period: Int
  /// The market.
  public var market: String
  /// The item.
  public var item: String
  /// Units a period.
  public var quantity: Double

  /// A shortage from its parts.
  public init(scenario: String, period: Int = 0, market: String, item: String, quantity: Double) {
    self.scenario = scenario
    self.period = period
    self.market = market
    self.item = item
    self.quantity = quantity
  }
}

/// Strategic stock of an item at a site.
public struct PlanStock: Codable, Hashable, Sendable {
  /// The site.
  public var site: String
  /// The item.
  public var item: String
  /// Units.
  public var quantity: Double

  /// Stock from its parts.
  public init(site: String, item: String, quantity: Double) {
    self.site = site
    self.item = item
    self.quantity = quantity
  }
}

/// What a scenario costs and how well markets are served in it.
public struct PlanScenario: Codable, Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// Its probability.
  public var probability: Double
  /// What it costs, without the first stage.
  public var cost: Double
  /// Due for commitments.
  public var commitment: Double
  /// Drawn from reserves.
  public var surge: Double
  /// Freight.
  public var freight: Double
  /// Duties.
  public var duty: Double
  /// What is kept from one period to the next.
  public var holding: Double
  /// Replacement of strategic stock.
  public var release: Double
  /// Cost of unmet demand.
  public var shortage: Double
  /// Share of all demand, by quantity, that is met.
  public var service: Double

  /// A scenario in which nothing is needed and nothing costs.
  public init(scenario: String, probability: Double) {
    self.scenario = scenario
    self.probability = probability
    cost = 0
    commitment = 0
    surge = 0
    freight = 0
    duty = 0
    holding = 0
    release = 0
    shortage = 0
    service = 1
  }
}
