/// What is sourced: a row of `items`.
public struct Item: Hashable, Sendable {
  /// The name that other rows refer to.
  public var id: String
  /// The name for people.
  public var name: String?
  /// Technology, labour, resource, …
  public var itemClass: String?
  /// Whether policies on critical items speak of it.
  public var isCritical: Bool
  /// What a quantity of 1 is.
  public var unit: String?
  /// Value of a unit, to which duties apply.
  public var unitValue: Double
  /// Cost of holding a unit for a period.
  public var holdingCost: Double

  /// An item from its columns.
  public init(
    _ id: String, name: String? = nil, itemClass: String? = nil, isCritical: Bool = false,
    unit: String? = nil, unitValue: Double = 0, holdingCost: Double = 0
  ) {
    self.id = id
    self.name = name
    self.itemClass = itemClass
    self.isCritical = isCritical
    self.unit = unit
    self.unitValue = unitValue
    self.holdingCost = holdingCost
  }
}

/// One input of a way to make an item: a row of `recipes`.
public struct RecipeRow: Hashable, Sendable {
  /// The recipe; several for one item are alternative technologies.
  public var recipe: String
  /// What it makes.
  public var item: String
  /// What it takes.
  public var input: String
  /// Units of input for a unit of the item.
  public var quantity: Double

  /// A row from its columns.
  public init(_ recipe: String, makes item: String, from input: String, quantity: Double) {
    self.recipe = recipe
    self.item = item
    self.input = input
    self.quantity = quantity
  }
}

/// What a site can supply, how much and at what cost: a row of `capabilities`.
public struct Capability: Hashable, Sendable {
  /// Who.
  public var site: String
  /// What.
  public var item: String
  /// By which recipe; nil where it is made of nothing that the case knows.
  public var recipe: String?
  /// Most units a period.
  public var capacity: Double
  /// Price of a unit.
  public var unitCost: Double
  /// Paid once before anything can be bought.
  public var qualificationCost: Double
  /// Whether that has been paid.
  public var isQualified: Bool
  /// Least commitment a period of a primary source.
  public var minVolume: Double
  /// Fee a period for a unit held ready; nil where no reserve is offered.
  public var reservationCost: Double?
  /// On top of `unitCost` for a unit drawn from the reserve.
  public var surgeCost: Double
  /// Days from the first disruption until the reserve is ready; 0 for always.
  public var activationDays: Double
  /// Days from then until all of the reserve can be drawn.
  public var rampDays: Double
  /// Emissions of a unit.
  public var emissions: Double

  /// A capability from its columns.
  public init(
    site: String, item: String, recipe: String? = nil, capacity: Double, unitCost: Double,
    qualificationCost: Double = 0, isQualified: Bool = false, minVolume: Double = 0,
    reservationCost: Double? = nil, surgeCost: Double = 0, activationDays: Double = 0, rampDays: Double = 0,
    emissions: Double = 0
  ) {
    self.site = site
    self.item = item
    self.recipe = recipe
    self.capacity = capacity
    self.unitCost = unitCost
    self.qualificationCost = qualificationCost
    self.isQualified = isQualified
    self.minVolume = minVolume
    self.reservationCost = reservationCost
    self.surgeCost = surgeCost
    self.activationDays = activationDays
    self.rampDays = rampDays
    self.emissions = emissions
  }
}

/// A price that holds from a volume on: a row of `price_tiers`.
public struct PriceTier: Hashable, Sendable {
  /// Who.
  public var site: String
  /// What.
  public var item: String
  /// The commitment a period from which the price holds.
  public var fromVolume: Double
  /// Price of a unit.
  public var unitCost: Double

  /// A tier from its columns.
  public init(site: String, item: String, fromVolume: Double, unitCost: Double) {
    self.site = site
    self.item = item
    self.fromVolume = fromVolume
    self.unitCost = unitCost
  }
}

/// What a market needs: a row of `demand`.
public struct Demand: Hashable, Sendable {
  /// Who.
  public var market: String
  /// What.
  public var item: String
  /// When, from 0; nil for every period.
  public var period: Int?
  /// Units a period.
  public var quantity: Double
  /// What a unit of unmet demand costs.
  public var shortageCost: Double
  /// Least share of the demand that is met.
  public var minService: Double?

  /// A demand from its columns.
  public init(
    market: String, item: String, period: Int? = nil, quantity: Double, shortageCost: Double,
    minService: Double? = nil
  ) {
    self.market = market
    self.item = item
    self.period = period
    self.quantity = quantity
    self.shortageCost = shortageCost
    self.minService = minService
  }
}
