import Analyses
import LinearModel
import Planning
import Sourcing
import Synchronization
import Testing

@Suite("What binds and what it costs")
struct PolicyCostTests {
  private func explain(_ found: SourcingCase, _ change: (inout ExplainOptions) -> Void = { _ in }) throws
    -> Explanation
  {
    var options = ExplainOptions()
    options.planning = Fixtures.exact
    change(&options)
    return try Explainer(solver: Fixtures.solver).explain(SourcingNetwork(found), options)
  }

  /// Half from each: 40 · 4 + 40 · 9 = 520; from Alpha alone 80 · 4 = 320. A hundredth more lets 0.8 units move, at 5 each.
  @Test("a share costs what the dearer supplier costs more")
  func share() throws {
    let cost = try #require(
      explain(Fixtures.twoSuppliers([Policy("half", .maxShare, limit: 0.5)])).policies.first)
    #expect(cost.isBinding)
    #expect(abs(try #require(cost.without) - 200) < 1e-6)
    #expect(cost.step == 0.01)
    #expect(abs(try #require(cost.looser) - 4) < 1e-6)
    #expect(abs(try #require(cost.dual) - 4) < 1e-6)
  }

  /// Beta costs 30 to open. With at most 0.95 from one supplier: 76 · 4 + 4 · 9 + 30 = 370. At 0.96: 76.8 · 4 + 3.2 · 9 + 30 = 366.
  /// Without: 320. At 0.999 the linear program says 0.1 · 5 · 0.8 a hundredth, but the step to 1 saves the opening too.
  @Test("where the opening of a site is at stake the plan saves more than the dual says")
  func opening() throws {
    var found = Fixtures.twoSuppliers([Policy("mix", .maxShare, limit: 0.99)])
    found.sites[1].openingCost = 30
    let cost = try #require(explain(found).policies.first)
    // 79.2 · 4 + 0.8 · 9 + 30 = 354 against 320.
    #expect(abs(try #require(cost.looser) - 34) < 1e-6)
    #expect(abs(try #require(cost.dual) - 4) < 1e-6)
    #expect(cost.without == cost.looser)
  }

  @Test("a count has no dual, but a price: that of the second supplier's qualification")
  func count() throws {
    var found = Fixtures.twoSuppliers([Policy("two", .minSources, limit: 2)])
    found.capabilities[1].qualificationCost = 16
    let cost = try #require(explain(found).policies.first)
    #expect(cost.dual == nil)
    #expect(cost.looser == 16)
    #expect(cost.without == 16)
  }

  @Test("a policy that asks nothing costs nothing")
  func idle() throws {
    let explanation = try explain(Fixtures.twoSuppliers([Policy("one", .minSources, limit: 1)]))
    #expect(explanation.policies.map(\.without) == [0])
    #expect(explanation.policies.map(\.looser) == [0])
  }

  @Test("what is contracted to the last unit is told")
  func binding() throws {
    var found = Fixtures.twoSuppliers()
    found.capabilities[0].capacity = 50
    #expect(try explain(found).binding.map(\.name) == ["capacity of Alpha for part"])
  }

  @Test("an interrupt leaves what was found by then, and says so")
  func interrupted() throws {
    let found = Fixtures.twoSuppliers([
      Policy("half", .maxShare, limit: 0.5), Policy("two", .minSources, limit: 2),
    ])
    let explanation = try explain(found) { options in
      let cancellation = Cancellation()
      options.planning.cancellation = cancellation
      options.progress = { if $0.contains("without 'two'") { cancellation.cancel() } }
    }
    #expect(explanation.completeness == .interrupted)
    #expect(explanation.policies.count == 2)
    #expect(explanation.policies[0].without != nil)
    #expect(explanation.policies[1].without == nil)
  }

  @Test("interrupted before anything is found, it says that nothing is known")
  func nothing() throws {
    // Without the policy it is known at once that a layout in which nothing is open is one.
    let found = Fixtures.twoSuppliers([Policy("two", .minSources, limit: 2)])
    let explanation = try explain(found) { options in
      let cancellation = Cancellation()
      cancellation.cancel()
      options.planning.cancellation = cancellation
    }
    #expect(explanation.completeness == .interrupted)
    #expect(explanation.isFeasible == nil)
  }
}
