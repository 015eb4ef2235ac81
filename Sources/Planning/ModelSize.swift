internal import LinearModel
public import Sourcing

/// How large the model of a case is.
public struct ModelSize: Hashable, Sendable {
  /// Rows of the program that is solved: the whole model, or the master of the decomposition with all rows that it may
  /// come to hold before any cut.
  public let rows: Int
  /// Its columns.
  public let columns: Int
  /// Those of its columns that take whole numbers only.
  public let integerColumns: Int
  /// Its coefficients that are not zero.
  public let nonzeros: Int
  /// Scenarios, the undisturbed one included.
  public let scenarios: Int
  /// Independent blocks that the recourses of the disturbed scenarios of positive probability fall into, all scenarios
  /// together.
  public let recourseBlocks: Int
  /// How many of these blocks differ: blocks that read the same data in several scenarios are one.
  public let distinctRecourseBlocks: Int

  /// The size of the extensive form of a network: it is built, and taken apart once more to count its blocks.
  public init(of network: SourcingNetwork) {
    self.init(ExtensiveForm(network))
  }

  init(_ form: ExtensiveForm) {
    let network = form.network
    var stageOnly = Model()
    let stage = FirstStageBuilder(network).add(to: &stageOnly)
    let collection = BlockCollection(
      network, stage, columnsOf: stageOnly, builder: RecourseBuilder(network), from: 1, amounts: { _ in [] },
      watching: {})
    self.init(
      [form.model], network, blocks: collection.blocksOfScenario, distinct: collection.blocks.count)
  }

  init(_ master: BendersMaster, _ network: SourcingNetwork) {
    self.init(
      [master.model, master.lazyRows], network, blocks: master.blocksOfScenario, distinct: master.blocks.count
    )
  }

  private init(_ models: [Model], _ network: SourcingNetwork, blocks: [[Int]], distinct: Int) {
    rows = models.reduce(0) { $0 + $1.constraintCount }
    columns = models[0].variableCount
    integerColumns = models[0].domains.count { $0 == .integer }
    nonzeros = models.reduce(0) { $0 + $1.nonzeroCount }
    scenarios = network.scenarios.count
    recourseBlocks = blocks.reduce(0) { $0 + $1.count }
    distinctRecourseBlocks = distinct
  }
}
