import Analyses
import Planning
import Sourcing
import Testing

@Suite("Why this site, and why not that one")
struct SiteQuestionTests {
  private func ask(_ found: SourcingCase, whyNot: [String] = [], why: [String] = []) throws -> SiteAnswer {
    var options = ExplainOptions()
    options.planning = Fixtures.exact
    options.whyNot = whyNot
    options.why = why
    let explanation = try Explainer(solver: Fixtures.solver).explain(SourcingNetwork(found), options)
    #expect(explanation.policies.isEmpty)
    return try #require(explanation.sites.first)
  }

  /// Beta's qualification costs 16. At a price p of Beta's, 80 · p + 16 is no more than Alpha's 80 · 4 from p = 3.8 on: 26 / 45 off.
  private var dearBeta: SourcingCase {
    var found = Fixtures.twoSuppliers()
    found.capabilities[1].qualificationCost = 16
    return found
  }

  @Test("what it costs to have it, and the price at which it is chosen")
  func whyNot() throws {
    let answer = try ask(dearBeta, whyNot: ["Beta"])
    #expect(!answer.isUsed)
    #expect(abs(try #require(answer.cost) - 16) < 1e-6)
    let threshold = try #require(answer.threshold)
    #expect(abs(threshold.sufficient - 26 / 45.0) < 1e-5)
    #expect(threshold.insufficient < threshold.sufficient)
    #expect(threshold.sufficient - threshold.insufficient < 2e-3)
    #expect(abs(threshold.prices[0].chosen - 3.8) < 1e-4)
  }

  @Test("at the price told, and a little below, the best layout has the site; a little above it has not")
  func priceIsRight() throws {
    let price = try #require(ask(dearBeta, whyNot: ["Beta"]).threshold).prices[0].chosen
    for (factor, sites) in [(0.999, ["Beta"]), (1.001, ["Alpha"])] {
      var found = dearBeta
      found.capabilities[1].unitCost = price * factor
      #expect(try Fixtures.plan(found).sourcing.map(\.site) == sites)
    }
  }

  /// Free goods: 400 for the qualification against Alpha's 320.
  @Test("where no price brings it in, that is told")
  func noPrice() throws {
    var found = dearBeta
    found.capabilities[1].qualificationCost = 400
    let answer = try ask(found, whyNot: ["Beta"])
    #expect(answer.threshold == nil)
    #expect(abs(try #require(answer.costWhenFree) - 80) < 1e-6)
  }

  @Test("a site that policies keep out is told with them")
  func keptOut() throws {
    var found = dearBeta
    found.policies = [Policy("no south", .exclude, regions: ["South"]), Policy("any", .minSources, limit: 1)]
    let answer = try ask(found, whyNot: ["Beta"])
    #expect(answer.cost == nil)
    #expect(answer.conflict?.rows.map(\.name) == ["policy 'no south'"])
  }

  /// Beta alone: 80 · 9 + 16 − 320.
  @Test("what it costs to do without")
  func why() throws {
    let answer = try ask(dearBeta, why: ["Alpha"])
    #expect(answer.isUsed)
    #expect(abs(try #require(answer.cost) - 416) < 1e-6)
  }

  @Test("a site that the case needs is told with what needs it")
  func needed() throws {
    var found = dearBeta
    found.policies = [Policy("two", .minSources, limit: 2)]
    let answer = try ask(found, why: ["Alpha"])
    #expect(answer.cost == nil)
    #expect(answer.conflict?.rows.map(\.name) == ["policy 'two'"])
  }

  /// Beta alone costs 80 · 9 = 720, Alpha alone 320: with Alpha the same layout could cost 400 less. Without Beta all 80 are short,
  /// 80 · 50 = 4,000: 3,280 more, so leaving it saves −3,280. It breaks the policy on shares of what is
  /// supplied, which it can keep only by supplying nothing: 3,280 more too.
  @Test("a given layout is held against the best of its sources")
  func givenLayout() throws {
    var found = Fixtures.twoSuppliers()
    var onlyBeta = found
    onlyBeta.policies = [Policy("no Alpha", .exclude, sites: ["Alpha"])]
    found.policies = [
      Policy("no one above a half", .maxShare, scope: .supplier, limit: 0.5),
      Policy("little capital", .maxCapital, limit: 1000),
    ]
    var options = ExplainOptions()
    options.planning = Fixtures.exact
    options.layout = try StandingLayout(Fixtures.plan(onlyBeta))
    let explainer = Explainer(solver: Fixtures.solver)
    let network = try SourcingNetwork(found)
    let whole = try explainer.explain(network, options)
    #expect(whole.layout == .plan)
    #expect(abs(try #require(whole.objective) - 720) < 1e-6)
    #expect(abs(try #require(whole.ownObjective) - 720) < 1e-6)
    // Half from each: 40 · 4 + 40 · 9.
    #expect(abs(try #require(whole.bestObjective) - 520) < 1e-6)
    #expect(whole.policies.map(\.isBroken) == [true, false])
    #expect(abs(try #require(whole.policies[0].without) - 3280) < 1e-4)
    #expect(whole.policies[1].without == 0)
    #expect(whole.sites.map(\.site) == ["Beta"])
    #expect(abs(try #require(whole.sites[0].cost) - 3280) < 1e-4)
    #expect(abs(try #require(whole.sites[0].saving) + 3280) < 1e-4)
    options.whyNot = ["Alpha"]
    let asked = try explainer.explain(network, options)
    #expect(abs(try #require(asked.sites.first?.cost) + 400) < 1e-4)
    #expect(asked.policies.isEmpty)
  }

  @Test("questions about sites that are not there are refused with all of them")
  func unknown() throws {
    var options = ExplainOptions()
    options.whyNot = ["Gamma"]
    options.policies = ["none"]
    let network = try SourcingNetwork(dearBeta)
    let error = #expect(throws: CaseFaults.self) {
      try Explainer(solver: Fixtures.solver).explain(network, options)
    }
    #expect(Set(error?.faults.map(\.value) ?? []) == ["Gamma", "none"])
  }
}
