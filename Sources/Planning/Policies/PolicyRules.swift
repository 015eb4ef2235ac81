internal import LinearModel
internal import Sourcing

/// A row that a policy put into a model.
struct PolicyRow: Sendable {
  /// The row.
  var constraint: Constraint
  /// How much the row's bound moves for one more unit of the policy's limit; nil where the limit is a count.
  var sensitivity: LinearExpression?
}

/// Adds policies to a model: the first stage and the undisturbed recourse under the policy's condition.
///
/// To add a kind: its formula to the article "The model", its needs to `PolicyUsage`, its rows here, its
/// standing to `PolicyEvaluation`, and its line to `Models/sourcing.mod`.
struct PolicyRules {
  let network: SourcingNetwork
  let stage: FirstStage
  let undisturbed: Recourse
  /// First-stage cost and expected cost of the scenarios.
  let totalCost: LinearExpression
  let shape: NetworkShape
  /// Variables added so far.
  private(set) var auxiliaries: [Auxiliary] = []

  init(network: SourcingNetwork, stage: FirstStage, undisturbed: Recourse, totalCost: LinearExpression) {
    self.network = network
    self.stage = stage
    self.undisturbed = undisturbed
    self.totalCost = totalCost
    shape = NetworkShape(network)
  }

  /// Notes a variable that follows from the decisions.
  mutating func note(_ variable: Variable, _ formula: Auxiliary.Formula) {
    auxiliaries.append(Auxiliary(variable: variable, formula: formula))
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
    case .maxConcentration, .maxCapital, .maxEmissions, .minService, .maxCVaR, .chanceService, .survive,
      .maxChanges, .maxLeadDays:
      // Refused by validation before a network is made.
      []
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
