public import Sourcing

/// What became of one variant: a row of the results.
public struct VariantResult: Hashable, Sendable {
  /// What is known of it.
  public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
    /// Planned, and proven to cost no more than the gap above the best.
    case optimal
    /// Planned, not proven best: a limit came first.
    case feasible
    /// Proven: no layout satisfies the policies.
    case infeasible
    /// Nothing is known: a limit came before a layout was found.
    case unknown
    /// Its edits cannot be made, or the case that they make has faults.
    case faulty
    /// The program failed; the message says how. It is planned anew when the batch is run again.
    case failed

    /// Whether planning it again for longer may tell more.
    public var isOpen: Bool { self == .feasible || self == .unknown || self == .failed }
  }

  /// The variant's ``Variant/id``.
  public var id: String
  /// What is known.
  public var status: Status
  /// Why, in words: for an infeasible variant which policies collide, for a faulty one its faults, one a line.
  public var message: String
  /// The objective; nil without a layout.
  public var objective: Double?
  /// What is proven of it; nil where nothing is.
  public var bound: Double?
  /// `(objective − bound) / |objective|`.
  public var gap: Double?
  /// Wall time that it took.
  public var seconds: Double
  /// Figures of the plan.
  public var figures: PlanFigures?
  /// The edits as JSON.
  public var edits: String
  /// The plan as one line of JSON; nil without a layout, or where plans are not kept.
  public var plan: String?

  /// A result without a layout.
  public init(
    id: String, status: Status, message: String, seconds: Double = 0, edits: String
  ) {
    self.id = id
    self.status = status
    self.message = message
    self.seconds = seconds
    self.edits = edits
  }
}

/// The figures of a plan that what-ifs are compared by; money in the case's currency over the horizon.
public struct PlanFigures: Codable, Hashable, Sendable {
  /// First stage and expected recourse together.
  public var totalCost: Double
  /// All that is paid before anything happens.
  public var firstStageCost: Double
  /// Expectation of the scenarios' costs.
  public var recourseCost: Double
  /// Conditional value at risk of the scenarios' costs.
  public var cvar: Double
  /// Cost in the worst scenario, without the first stage.
  public var worstCost: Double
  /// The name of that scenario.
  public var worstScenario: String
  /// Expected cost of unmet demand.
  public var shortageCost: Double
  /// Expected share of demand that is met.
  public var expectedService: Double
  /// The least share of demand that is met in a scenario of positive probability.
  public var leastService: Double
  /// Sites that are used.
  public var openSites: Int
  /// Main sources over all items.
  public var mainSources: Int
  /// Backups over all items.
  public var backupSources: Int

  /// The figures of a plan.
  public init(_ plan: Plan) {
    totalCost = plan.costs.total
    firstStageCost = plan.costs.firstStage
    recourseCost = plan.costs.expectedRecourse
    cvar = plan.risk.cvar
    worstCost = plan.risk.worst
    worstScenario = plan.risk.worstScenario
    shortageCost = plan.costs.shortage
    let possible = plan.scenarios.filter { $0.probability > 0 }
    // A sum of shares may come out a hair above the whole.
    expectedService = min(1, possible.reduce(0) { $0 + $1.probability * $1.service })
    leastService = possible.map(\.service).min() ?? 1
    openSites = plan.sites.count { $0.open }
    mainSources = plan.sourcing.count { $0.role == .primary }
    backupSources = plan.sourcing.count { $0.role == .backup }
  }

  /// The keys, which are the columns of the results.
  enum CodingKeys: String, CodingKey, CaseIterable {
    case cvar
    case totalCost = "total_cost"
    case firstStageCost = "first_stage_cost"
    case recourseCost = "recourse_cost"
    case worstCost = "worst_cost"
    case worstScenario = "worst_scenario"
    case shortageCost = "shortage_cost"
    case expectedService = "expected_service"
    case leastService = "least_service"
    case openSites = "open_sites"
    case mainSources = "main_sources"
    case backupSources = "backup_sources"
  }
}
