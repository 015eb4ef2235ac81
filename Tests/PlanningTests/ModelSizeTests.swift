import LinearModel
import Sourcing
import Synchronization
import Testing

@testable import Planning

@Suite("The size of a model")
struct ModelSizeTests {
  /// One source, one market, and so many scenarios in which the source is partly out.
  private func found(_ factors: [Double]) -> SourcingCase {
    var found = SourcingCase(name: "one lane", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    found.sites = [Site("Mine", region: "North", openingCost: 5)]
    found.capabilities = [
      Capability(site: "Mine", item: "part", capacity: 100, unitCost: 2, reservationCost: 1)
    ]
    found.lanes = [Lane(from: "Mine", to: "Town", unitCost: 1)]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 10, shortageCost: 50)]
    for (index, factor) in factors.enumerated() {
      found.disruptions.append(Disruption("hit \(index)", .site, "Mine", factor: factor))
      found.scenarios.append(
        ScenarioRow("scenario \(index)", probability: 0.1, disruption: "hit \(index)"))
    }
    return found
  }

  @Test("counts rows, columns, integers and coefficients of the model that is solved")
  func counts() throws {
    let network = try SourcingNetwork(found([0.5]))
    let size = ModelSize(of: network)
    let model = ExtensiveForm(network).model
    #expect(size.rows == model.constraintCount)
    #expect(size.columns == model.variableCount)
    // Primary and backup; the site is open where its only source is qualified.
    #expect(size.integerColumns == 2)
    #expect(size.nonzeros == model.nonzeroCount)
    #expect(size.scenarios == 2)
  }

  @Test("blocks that read the same data in several scenarios are one")
  func blocks() throws {
    let same = ModelSize(of: try SourcingNetwork(found([0.5, 0.5, 0.5])))
    #expect([same.recourseBlocks, same.distinctRecourseBlocks] == [3, 1])
    let different = ModelSize(of: try SourcingNetwork(found([0.5, 0.25, 0.5])))
    #expect([different.recourseBlocks, different.distinctRecourseBlocks] == [3, 2])
    #expect(ModelSize(of: try SourcingNetwork(found([]))).recourseBlocks == 0)
  }

  @Test("is told once by either method, with the same blocks", arguments: [PlanMethod.extensive, .benders])
  func told(method: PlanMethod) throws {
    let sizes = Mutex<[ModelSize]>([])
    var options = PlanOptions()
    options.method = method
    options.modelSize = { size in sizes.withLock { $0.append(size) } }
    _ = try Fixtures.planner.plan(found([0.5, 0.25, 0.5]), options)
    let told = sizes.withLock { $0 }
    #expect(told.count == 1)
    #expect(told.map(\.recourseBlocks) == [3])
    #expect(told.map(\.distinctRecourseBlocks) == [2])
  }
}
