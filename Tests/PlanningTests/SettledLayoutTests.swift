import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

/// What is left over in the amounts of a layout is taken out, also where its decisions are exactly whole.
@Suite("Settled layouts")
struct SettledLayoutTests {
  @Test("a layout with amounts that nobody needs is settled at what its decisions cost at their best")
  func leftovers() throws {
    // Ten units are wanted, at 2 each from the one source, whose opening costs 30: 50. With 15 committed it pays for five units more: 60.
    var found = SourcingCase(name: "leftovers", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    found.sites = [Site("Alpha", region: "North", openingCost: 30)]
    found.capabilities = [Capability(site: "Alpha", item: "part", capacity: 100, unitCost: 2)]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 10, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "*")]
    let network = try SourcingNetwork(found)
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let master = BendersMaster(network)
      let program = try MasterProgram(master.model, solver)
      let oracle = BlockOracle(
        master.blocks, solver, masterLower: master.model.lowerBounds,
        masterUpper: master.model.upperBounds)
      let cuts = CutLoop(master, program, oracle)
      for column in master.model.domains.indices where master.model.domains[column] == .integer {
        try program.setBounds(column, master.model.upperBounds[column], master.model.upperBounds[column])
      }
      _ = try cuts.run(SimplexLimits(), tolerance: 1e-7, rounds: 100, isStabilized: false)
      var point = program.point.indices.map { column in
        master.model.domains[column] == .integer ? program.point[column].rounded() : program.point[column]
      }
      let commit = try #require(master.stage.commit[0].terms.first?.variable.index)
      point[commit] = 15
      let settled = try #require(try cuts.settled(point))
      #expect(abs(settled.objective - 50) <= 1e-6)
      #expect(abs(settled.point[commit] - 10) <= 1e-6)
    }
  }
}
