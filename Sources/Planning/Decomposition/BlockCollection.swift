internal import LinearModel
internal import Sourcing

/// The distinct blocks of all scenarios, and which scenario has which.
struct BlockCollection {
  private(set) var blocks: [RecourseBlock] = []
  private(set) var blocksOfScenario: [[Int]] = []
  private(set) var ownCosts: [LinearExpression] = []
  /// Rows of the recourses that speak of the first stage alone.
  private(set) var firstStageRows = Model()
  private var known: [RecourseBlock: Int] = [:]

  /// Builds the recourse of every scenario from the one given on and takes it apart.
  ///
  /// - Parameters:
  ///   - firstStage: A model whose columns are those of the first stage.
  ///   - first: 1 where the undisturbed scenario is held elsewhere, 0 where it is taken apart too.
  ///   - amounts: The amounts of a scenario's recourse that the master limits.
  ///   - check: Made before each period of each scenario, to end the building.
  init<Interruption: Error>(
    _ network: SourcingNetwork, _ stage: FirstStage, columnsOf firstStage: Model, builder: RecourseBuilder,
    from first: Int, amounts: (Recourse) -> [LinearExpression],
    watching check: () throws(Interruption) -> Void
  ) throws(Interruption) {
    let blank = Self.blank(firstStage)
    for scenario in network.scenarios.indices.dropFirst(first) {
      let isLikely = network.scenarios[scenario].probability > 0
      if !isLikely, !network.policies.contains(where: { $0.outages.contains { $0.scenario == scenario } }) {
        addIdleScenario()
        continue
      }
      var part = blank
      let recourse = try builder.add(scenario, to: &part, stage, watching: check)
      // A scenario without probability costs nothing; what policies limit there must be possible.
      var split = BlockSplitter(
        part, firstStageColumns: firstStage.variableCount,
        cost: isLikely ? recourse.cost : LinearExpression(), amounts: amounts(recourse)
      ).split()
      if !isLikely { split.blocks.removeAll { $0.amounts.isEmpty } }
      add(split)
      for row in split.firstStageRows { firstStageRows.copyRow(row, of: part) }
    }
  }

  /// A model without rows whose columns are those of the first stage.
  static func blank(_ firstStage: Model) -> Model {
    var blank = Model()
    for column in 0..<firstStage.variableCount {
      blank.addVariable("", lower: firstStage.lowerBounds[column], upper: firstStage.upperBounds[column])
    }
    return blank
  }

  private mutating func add(_ parts: BlockSplitter.Parts) {
    let indexes = parts.blocks.map { block in
      if let index = known[block] { return index }
      known[block] = blocks.count
      blocks.append(block)
      return blocks.count - 1
    }
    blocksOfScenario.append(indexes)
    ownCosts.append(parts.firstStageCost)
  }

  /// The probability of each block: that of all scenarios which have it.
  func probabilities(_ network: SourcingNetwork) -> [Double] {
    var probabilities = [Double](repeating: 0, count: blocks.count)
    for (scenario, members) in zip(network.scenarios.suffix(blocksOfScenario.count), blocksOfScenario) {
      for block in members { probabilities[block] += scenario.probability }
    }
    return probabilities
  }

  /// A scenario without probability costs nothing here.
  private mutating func addIdleScenario() {
    blocksOfScenario.append([])
    ownCosts.append(LinearExpression())
  }
}
