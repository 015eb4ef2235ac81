public import LinearModel
internal import Sourcing

/// A row that a policy put into a model.
public struct PolicyRow: Sendable {
  /// The row.
  public var constraint: Constraint
  /// How much the row's bound moves for one more unit of the policy's limit; where the policy has none, by how much it moves
  /// where each of its conditions is looser by one. Nil where the row stays as it is.
  public var sensitivity: LinearExpression?
  /// By how much a limit that is looser by one unit loosens the row: exact but for limits on shares, where it is what one
  /// more of the limit allows while all that is needed is supplied. Nil where the policy has no limit to loosen.
  public var looseness: Double?
  /// Whether it follows from the policy's other rows once the yes-or-no decisions are made, so that it has no say in prices.
  var isImplied = false

  init(
    constraint: Constraint, sensitivity: LinearExpression? = nil, looseness: Double? = nil,
    isImplied: Bool = false, hasLimit: Bool = true
  ) {
    self.constraint = constraint
    self.isImplied = isImplied
    self.sensitivity = sensitivity
    self.looseness = looseness
    if hasLimit, looseness == nil, let sensitivity, sensitivity.isConstant {
      self.looseness = abs(sensitivity.constant)
    }
  }
}

/// Adds policies to a model: the first stage and the undisturbed recourse under the policy's condition.
///
/// To add a kind: its formula to the article "The model", its needs to `PolicyUsage`, its rows here, its
/// standing to `PolicyEvaluation`, and its line to `Models/sourcing.mod`.
struct PolicyRules {
  let network: SourcingNetwork
  let stage: FirstStage
  /// What is done in each scenario, the undisturbed one first; the only one in a quiet world.
  let recourses: [Recourse]
  let shape: NetworkShape
  /// Variables added so far.
  private(set) var auxiliaries: [Auxiliary] = []
  /// Conditions that no finite number of rows can state; whoever solves the model sees to them.
  private(set) var cones: [ConcentrationCone] = []
  /// Decisions that policies forbid by a bound.
  private(set) var forbidden = ForbiddenDecisions()

  init(network: SourcingNetwork, stage: FirstStage, recourses: [Recourse]) {
    self.network = network
    self.stage = stage
    self.recourses = recourses
    shape = NetworkShape(network)
  }

  /// What is done while nothing happens.
  var undisturbed: Recourse { recourses[0] }

  /// Notes a variable that follows from the decisions.
  mutating func note(_ variable: Variable, _ formula: Auxiliary.Formula) {
    auxiliaries.append(Auxiliary(variable: variable, formula: formula))
  }

  /// Notes a condition beyond the rows.
  mutating func note(_ cone: ConcentrationCone) {
    cones.append(cone)
  }

  /// Forbids a yes-or-no decision by its bound.
  mutating func forbid(_ variable: Variable, by policy: NetworkPolicy, in model: inout Model) {
    forbidden.add(variable, upTo: model.upperBounds[variable.index], by: policy)
    model.setBounds(of: variable, lower: 0, upper: 0)
  }

  /// Adds one policy and gives its rows.
  mutating func add(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    switch policy.policy.kind {
    case .maxShare: addMaxShare(policy, to: &model)
    case .autonomy: addAutonomy(policy, to: &model)
    case .minSources: addMinSources(policy, to: &model)
    case .oneMain: addOneMain(policy, to: &model)
    case .separate: addSeparate(policy, to: &model)
    case .require: addRequire(policy, to: &model)
    case .exclude: addExclude(policy, to: &model)
    case .backupCover: addBackupCover(policy, to: &model)
    case .maxCost: addMaxCost(policy, to: &model)
    case .singleSource: addSingleSource(policy, to: &model)
    case .maxCapital: addMaxCapital(policy, to: &model)
    case .maxEmissions: addMaxEmissions(policy, to: &model)
    case .minService: addMinService(policy, to: &model)
    case .maxCVaR: addMaxCVaR(policy, to: &model)
    case .maxCVaRShortage: addMaxCVaRShortage(policy, to: &model)
    case .maxChanges: addMaxChanges(policy, to: &model)
    case .maxLeadDays:
      // The lanes are closed when the recourse is built.
      []
    case .chanceService: addChanceService(policy, to: &model)
    case .survive: addSurvive(policy, to: &model)
    case .maxConcentration: addMaxConcentration(policy, to: &model)
    }
  }

  /// Indexes of the demands for a policy's items in its markets.
  static func demands(of policy: NetworkPolicy, _ network: SourcingNetwork) -> [Int] {
    let items = Set(policy.items.map(\.item))
    return network.demands.indices.filter { index in
      items.contains(network.demands[index].item)
        && policy.markets?.contains(network.demands[index].market) ?? true
    }
  }

  func name(_ policy: NetworkPolicy, _ item: NetworkPolicyItem? = nil, _ detail: String = "") -> String {
    let parts = [policy.policy.id, item.map { network.sourcingCase.items[$0.item].id } ?? "", detail]
    return "policy[\(parts.filter { !$0.isEmpty }.joined(separator: ","))]"
  }

  func sum(_ indexes: some Sequence<Int>, _ value: (Int) -> LinearExpression) -> LinearExpression {
    var total = LinearExpression()
    for index in indexes { total += value(index) }
    return total
  }
}
