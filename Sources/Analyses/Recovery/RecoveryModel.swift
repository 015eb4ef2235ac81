internal import LinearModel
internal import Planning
internal import Sourcing

/// The model of a recovery: the layout's contracts stand, what is not contracted may be bought, and what the layout does not
/// have may be taken on.
struct RecoveryModel {
  private(set) var model: Model
  let form: ExtensiveForm
  let network: SourcingNetwork
  /// The layout that stands, by index of this network.
  let standing: Layout
  /// By which part a shortage counts more for each period that it is earlier.
  private static let impatience = 1e-6
  /// What each source holds by contract on top of its commitment.
  let contracted: [Double]

  /// - Parameters:
  ///   - network: The case that is left.
  ///   - standing: The layout, its pipeline included, its stock with what was kept.
  init(_ network: SourcingNetwork, _ standing: Layout, _ options: RecoveryOptions) {
    self.network = network
    self.standing = standing
    form = ExtensiveForm(network)
    model = form.model
    contracted = standing.reserve
    preferEarlyService()
    fixContracts(spot: options.spot)
    fixRest()
    limitChanges(options.maxChanges)
  }

  /// The same model with nothing but contracts.
  func byContracts() -> Model {
    var bare = model
    for index in network.capabilities.indices {
      if standing.isQualified(index) {
        Self.fix(form.stage.reserve[index], at: contracted[index], in: &bare)
      } else {
        Self.fix(form.stage.primary[index], at: 0, in: &bare)
        Self.fix(form.stage.backup[index], at: 0, in: &bare)
      }
    }
    for (site, open) in form.stage.open.enumerated() {
      Self.fix(open, at: standing.isOpen[site] ? 1 : 0, in: &bare)
    }
    return bare
  }

  /// Of recoveries that cost the same the one that serves earlier: a shortage counts a trifle more the sooner it is.
  private mutating func preferEarlyService() {
    for recourse in form.recourses {
      for (period, done) in recourse.periods.enumerated() {
        let factor = 1 + Self.impatience * Double(network.periods - 1 - period)
        for short in done.short { model.setObjective(of: short, to: model.objective[short.index] * factor) }
      }
    }
  }

  private mutating func fixContracts(spot: Double) {
    for (index, capability) in network.capabilities.enumerated() {
      let (commit, reserve) = (standing.commit[index], contracted[index])
      let free = max(0, capability.capability.capacity - commit - reserve)
      Self.fix(form.stage.primary[index], at: standing.role[index] == .primary ? 1 : 0, in: &model)
      Self.fix(form.stage.commit[index], at: commit, in: &model)
      if standing.isQualified(index) {
        Self.fix(form.stage.backup[index], at: standing.role[index] == .backup ? 1 : 0, in: &model)
        Self.bound(form.stage.reserve[index], reserve, reserve + spot * free, in: &model)
      } else {
        Self.bound(form.stage.reserve[index], 0, spot * free, in: &model)
      }
    }
  }

  /// Sites that are in use stay so; projects and stock are what they are, and no more is under way than is.
  private mutating func fixRest() {
    for (site, open) in form.stage.open.enumerated() where standing.isOpen[site] {
      Self.fix(open, at: 1, in: &model)
    }
    for (project, develop) in form.stage.develop.enumerated() {
      Self.fix(develop, at: standing.isDeveloped[project] ? 1 : 0, in: &model)
    }
    for (node, stock) in form.stage.stock.enumerated() {
      Self.fix(stock, at: standing.stock[node], in: &model)
    }
    for (index, made) in form.stage.pipelineMake.enumerated() {
      Self.bound(made, 0, standing.pipeline.make[index], in: &model)
    }
    for (lane, sent) in form.stage.pipelineShip.enumerated() {
      Self.bound(sent, 0, standing.pipeline.ship[lane], in: &model)
    }
  }

  /// New sources and new sites count as changes.
  private mutating func limitChanges(_ limit: Int?) {
    guard let limit else { return }
    var changes = LinearExpression()
    for index in network.capabilities.indices where !standing.isQualified(index) {
      changes += form.stage.qualify(index)
    }
    for (site, open) in form.stage.open.enumerated() where !standing.isOpen[site] { changes += open }
    if !changes.isConstant { model.addConstraint(changes <= Double(limit), name: "changes") }
  }

  private static func fix(_ decision: LinearExpression, at value: Double, in model: inout Model) {
    bound(decision, value, value, in: &model)
  }

  private static func bound(
    _ decision: LinearExpression, _ lower: Double, _ upper: Double, in model: inout Model
  ) {
    // A site that is open where its one source is qualified follows from that source.
    guard decision.terms.count == 1, let term = decision.terms.first, term.coefficient == 1 else { return }
    model.setBounds(of: term.variable, lower: lower, upper: upper)
  }
}
