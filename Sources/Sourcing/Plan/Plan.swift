/// A plan as a document: the layout, what it costs, how it fares in every scenario, and the proof.
///
/// Coded as JSON it has the keys below, in snake case, and a `schema` with its version.
public struct Plan: Codable, Hashable, Sendable {
  /// What is known of the layout.
  public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
    /// Proven to cost no more than the gap above the best.
    case optimal
    /// Satisfies everything; not proven best.
    case feasible
    /// Proven: no layout satisfies the policies.
    case infeasible
    /// The cost has no lower end; a sound case never is.
    case unbounded
    /// Nothing is known: the search ended before it found a layout.
    case error
  }

  /// The version of the document's form.
  public static let schema = "mainstay/plan/1"

  /// Always ``schema`` for a plan of this version.
  public var schema = Plan.schema
  /// The case's name.
  public var name: String
  /// What money is in.
  public var currency: String
  /// What is known of the layout.
  public var status: Status
  /// Why the search ended, in words.
  public var message: String
  /// First-stage cost and risk-weighted scenario cost together, or what the last stage of the objective makes least; nil
  /// without a layout.
  public var objective: Double?
  /// Proven: no layout has a smaller objective; nil where nothing is proven.
  public var bound: Double?
  /// `(objective − bound) / |objective|`; nil where one of them is not known.
  public var gap: Double?
  /// Wall time of the search.
  public var seconds: Double
  /// Seed of the search.
  public var seed: Int
  /// How it was found: `extensive`.
  public var method: String
  /// The solver and its version.
  public var solver: String
  /// Costs over the horizon.
  public var costs: PlanCosts
  /// How scenario costs were weighed and what came of it.
  public var risk: PlanRisk
  /// Sites of the layout.
  public var sites: [PlanSite]
  /// Projects that are developed.
  public var projects: [PlanProject]
  /// Roles and contracts.
  public var sourcing: [PlanSource]
  /// What moves, in every scenario.
  public var flows: [PlanFlow]
  /// What is made, in every scenario.
  public var production: [PlanProduction]
  /// Unmet demand, in every scenario.
  public var shortages: [PlanShortage]
  /// Strategic stock.
  public var stock: [PlanStock]
  /// What is kept and what is taken from strategic stock, in every scenario.
  public var inventory: [PlanInventory]
  /// What originates, in every scenario, where the case has preferential rates that ask for it.
  public var origins: [PlanOrigin]
  /// Cost and service in every scenario.
  public var scenarios: [PlanScenario]
  /// How close each policy is to its limit, and what the limit costs.
  public var policies: [PlanPolicy]
  /// What was made least, one after the other; nil where cost and risk are weighed against each other.
  public var stages: [PlanStage]?
  /// What each scenario would cost if it were foreseen; nil where the objective does not measure regret.
  public var foresight: [PlanForesight]?
  /// What planning under uncertainty is worth; nil where that was not asked for.
  public var evaluation: PlanEvaluation?
  /// What of the case can never matter; nil where there is no such thing.
  public var presolve: PlanPresolve?

  /// A plan that has no layout yet.
  public init(name: String, currency: String, status: Status, message: String) {
    self.name = name
    self.currency = currency
    self.status = status
    self.message = message
    seconds = 0
    seed = 0
    method = ""
    solver = ""
    costs = PlanCosts()
    risk = PlanRisk()
    sites = []
    projects = []
    sourcing = []
    flows = []
    production = []
    shortages = []
    stock = []
    inventory = []
    origins = []
    scenarios = []
    policies = []
  }

  /// Whether there is a layout to look at.
  public var hasLayout: Bool { status == .optimal || status == .feasible }
}
