import GLPKSolver
import LinearModel
import Planning
import Sourcing
import Testing

@testable import Analyses

@Suite("The failures that hurt most")
struct WorstCaseTests {
  /// Two tiers with reserves at two of four makers and a hub, over three periods.
  private func branched(_ seed: Int) -> SourcingCase {
    var found = SourcingCase(name: "branched \(seed)", currency: "EUR")
    found.settings.periods = 2
    found.settings.periodDays = 30
    found.regions = [Region("North"), Region("South"), Region("East")]
    found.items = [Item("ore"), Item("part")]
    found.recipes = [RecipeRow("smelt", makes: "part", from: "ore", quantity: 1)]
    // The same numbers for the same seed, a different order of the costs for another.
    let cost = { (position: Int) in Double((position * 7 + seed * 3) % 11 + 2) }
    for (index, region) in ["North", "South", "East", "North"].enumerated() {
      found.sites.append(Site("mine \(index)", region: region, isExisting: true))
      found.capabilities.append(
        Capability(
          site: "mine \(index)", item: "ore", capacity: 60, unitCost: cost(index),
          reservationCost: index % 2 == 0 ? 0.1 : nil, surgeCost: 1))
    }
    for (index, region) in ["South", "East", "North"].enumerated() {
      found.sites.append(Site("plant \(index)", region: region, isExisting: true))
      found.capabilities.append(
        Capability(
          site: "plant \(index)", item: "part", recipe: "smelt", capacity: 70, unitCost: cost(index + 4),
          reservationCost: 0.1, surgeCost: 2))
    }
    found.markets = [Market("Town", region: "North"), Market("Port", region: "South")]
    found.demand = [
      Demand(market: "Town", item: "part", quantity: 50, shortageCost: 100),
      Demand(market: "Port", item: "part", quantity: 30, shortageCost: 80),
    ]
    for plant in 0..<3 {
      found.lanes.append(
        Lane(
          from: "*", to: "plant \(plant)", item: "ore", unitCost: 0.5, corridor: plant == 0 ? "strait" : nil))
    }
    found.lanes += [
      Lane(from: "*", to: "Town", item: "part", unitCost: 1),
      Lane(from: "*", to: "Port", item: "part", unitCost: 1, corridor: "canal"),
    ]
    found.disruptions = [Disruption("flood", .region, "South")]
    found.scenarios = [ScenarioRow("flood", probability: 0.1, disruption: "flood")]
    return found
  }

  private func find(
    _ network: SourcingNetwork, _ plan: Plan, _ change: (inout WorstCaseOptions) -> Void = { _ in }
  ) throws -> WorstCase {
    var options = WorstCaseOptions()
    change(&options)
    return try WorstCaseFinder(solver: Fixtures.solver).find(StandingLayout(plan), in: network, options)
  }

  /// What a set of failures costs, by planning the case with these alone and the layout held.
  private func cost(_ found: SourcingCase, _ plan: Plan, _ failures: [Disruption]) throws -> Double {
    var struck = found
    struck.disruptions = failures
    struck.scenarios = failures.map { ScenarioRow("struck", probability: 1, disruption: $0.id) }
    struck.policies = []
    var options = Fixtures.exact
    options.fixedLayout = plan
    return try #require(Planner(solver: Fixtures.solver).plan(struck, options).scenarios.last).cost
  }

  @Test(
    "no pair of all there are costs more than the worst, and the worst costs what it says",
    arguments: [0, 1, 2, 5], [[DisruptionTarget.site], [.region, .corridor]])
  func agreesWithAllPairs(_ seed: Int, _ kinds: [DisruptionTarget]) throws {
    let found = branched(seed)
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let worst = try find(network, plan) { $0.kinds = kinds }
    #expect(worst.completeness == .complete)
    #expect(worst.gap == 0)
    let names: [Disruption] = kinds.flatMap { kind -> [Disruption] in
      switch kind {
      case .site: found.sites.map { Disruption("x \($0.id)", .site, $0.id) }
      case .region: found.regions.map { Disruption("x \($0.id)", .region, $0.id) }
      default: ["strait", "canal"].map { Disruption("x \($0)", .corridor, $0) }
      }
    }
    #expect(worst.targets == names.count)
    let calm = try cost(found, plan, [])
    var most = 0.0
    for first in names.indices {
      most = max(most, try cost(found, plan, [names[first]]) - calm)
      for second in names.indices where second > first {
        most = max(most, try cost(found, plan, [names[first], names[second]]) - calm)
      }
    }
    let told = try #require(worst.worst.first)
    #expect(abs(told.extraCost - most) <= 1e-6 * max(1, most))
    #expect(abs(try #require(worst.bound) - most) <= 1e-6 * max(1, most))
    let set = told.failures.map { failure in
      names.first { $0.target == failure.target && $0.targetKind.rawValue == failure.kind }
    }.compactMap { $0 }
    #expect(abs(try cost(found, plan, set) - calm - told.extraCost) <= 1e-6 * max(1, most))
    #expect(worst.examined <= Int(worst.sets))
  }

  /// A ban and a tariff that may come, and a preference that may lapse: only together with the lapse does the tariff count on all ways.
  @Test("rules that change hurt as much as all pairs of them and of sites do", arguments: [0, 1, 2, 5])
  func rules(_ seed: Int) throws {
    var found = branched(seed)
    found.items[1].unitValue = 20
    found.controls = [
      Control(from: "East", to: "*", item: "ore", kind: .ban, rule: "embargo", inForce: false),
      Control(from: "North", to: "South", kind: .ban, rule: "rift", inForce: false),
    ]
    found.duties = [
      Duty(from: "*", to: "South", item: "part", rate: 0.5, rule: "tariff", inForce: false),
      Duty(from: "East", to: "South", item: "part", rate: 0, rule: "preference"),
    ]
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let worst = try find(network, plan) { $0.kinds = [.site, .control, .duty] }
    let all =
      found.sites.map { Disruption("x \($0.id)", .site, $0.id) }
      + ["embargo", "rift"].map { Disruption("x \($0)", .control, $0, factor: 1) }
      + [
        Disruption("x tariff", .duty, "tariff", factor: 1), Disruption("x preference", .duty, "preference"),
      ]
    #expect(worst.targets == all.count)
    let calm = try cost(found, plan, [])
    var most = 0.0
    for first in all.indices {
      for second in all.indices where second >= first {
        let set = first == second ? [all[first]] : [all[first], all[second]]
        most = max(most, try cost(found, plan, set) - calm)
      }
    }
    let told = try #require(worst.worst.first)
    #expect(abs(told.extraCost - most) <= 1e-6 * max(1, most))
    #expect(abs(try #require(worst.bound) - most) <= 1e-6 * max(1, most))
    // Rules alone, where no site's loss outweighs them.
    let rules = try find(network, plan) { $0.kinds = [.control, .duty] }
    let ruled = Array(all.dropFirst(found.sites.count))
    var worstRules = 0.0
    for first in ruled.indices {
      for second in ruled.indices where second >= first {
        let set = first == second ? [ruled[first]] : [ruled[first], ruled[second]]
        worstRules = max(worstRules, try cost(found, plan, set) - calm)
      }
    }
    #expect(abs((rules.worst.first?.extraCost ?? 0) - worstRules) <= 1e-6 * max(1, worstRules))
  }

  /// Alpha has 80 of 80 at 4, Beta a reserve of 80 at 9. Alpha's loss costs 80 · 9 for the 80 · 4 that are not due: 400 more;
  /// with Beta 80 · 50 − 320: 3,680. Beta by itself is not in use.
  @Test("a backup counts once what it stands in for is lost as well")
  func handSolved() throws {
    var found = Fixtures.twoSuppliers()
    found.capabilities[1].reservationCost = 0.1
    found.disruptions = [Disruption("fire", .site, "Alpha")]
    found.scenarios = [ScenarioRow("fire", probability: 0.1, disruption: "fire")]
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let one = try find(network, plan) { $0.depth = 1 }
    #expect(one.worst.map { $0.failures.map(\.target) } == [["Alpha"]])
    #expect(abs(one.worst[0].extraCost - 400) < 1e-6)
    #expect(one.examined == 1)
    let two = try find(network, plan)
    #expect(two.worst[0].failures.map(\.target) == ["Alpha", "Beta"])
    #expect(abs(two.worst[0].extraCost - 3680) < 1e-6)
    #expect(two.worst[0].service == 0)
  }

  @Test("sets that are too unlikely are left out")
  func likely() throws {
    var found = Fixtures.twoSuppliers()
    found.capabilities[1].reservationCost = 0.1
    found.sites[0].outageRate = 0.1
    found.disruptions = [Disruption("fire", .site, "Alpha")]
    found.scenarios = [ScenarioRow("fire", probability: 0.1, disruption: "fire")]
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let rated = try find(network, plan) { $0.leastProbability = 0.01 }
    #expect(rated.targets == 1)
    #expect(rated.unrated == ["site Beta"])
    #expect(rated.worst.map { $0.failures.count } == [1])
    found.sites[1].outageRate = 0.05
    // 1 − e^−0.1 is 0.095, 1 − e^−0.05 is 0.049, both together 0.0046.
    let both = try SourcingNetwork(found)
    #expect(try find(both, plan) { $0.leastProbability = 0.004 }.worst[0].failures.count == 2)
    #expect(try find(both, plan) { $0.leastProbability = 0.005 }.worst[0].failures.count == 1)
  }

  @Test("sets that are left out for what they can cost at most are none of those told")
  func leavesOutOnlyWhatIsLess() throws {
    var examined = (few: 0, all: 0)
    for seed in [0, 1, 2, 5, 7] {
      let found = branched(seed)
      let network = try SourcingNetwork(found)
      let plan = try Fixtures.plan(found)
      // Where more are told than there are sets, none is left out.
      let all = try find(network, plan) { ($0.depth, $0.told) = (3, 1000) }
      for told in [1, 5] {
        let few = try find(network, plan) { ($0.depth, $0.told) = (3, told) }
        let (costs, expected) = (few.worst.map(\.extraCost), all.worst.prefix(told).map(\.extraCost))
        #expect(costs.count == expected.count)
        for (cost, expected) in zip(costs, expected) {
          #expect(abs(cost - expected) <= 1e-6 * max(1, expected), "\(costs) and \(expected)")
        }
        examined = (examined.few + few.examined, examined.all + all.examined)
      }
    }
    #expect(examined.few < examined.all)
  }

  /// Six makers of 10 for a town each, at 4 a unit that is not due where a maker fails: each failure costs 10 · 100 − 10 · 4 = 960, two
  /// cost 1,920. Before any pair was looked at it is known that no two cost more than the 2 · 1,000 of what they bring; all six together
  /// would cost 6,000.
  @Test("a search that is cut short knows that only so many fail at once")
  func boundOfSoMany() throws {
    var found = SourcingCase(name: "towns", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    for index in 0..<6 {
      found.sites.append(Site("maker \(index)", region: "North", isExisting: true))
      found.capabilities.append(
        Capability(site: "maker \(index)", item: "part", capacity: 10, unitCost: 4))
      found.markets.append(Market("town \(index)", region: "North"))
      found.demand.append(
        Demand(market: "town \(index)", item: "part", quantity: 10, shortageCost: 100))
      found.lanes.append(Lane(from: "maker \(index)", to: "town \(index)"))
    }
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let cancellation = Cancellation()
    let part = try find(network, plan) { options in
      options.cancellation = cancellation
      options.progress = { if $0.hasPrefix("single failure 3") { cancellation.cancel() } }
    }
    #expect(part.completeness == .interrupted)
    #expect(abs(part.worst[0].extraCost - 960) < 1e-6)
    #expect(abs((part.bound ?? 0) - 2000) < 1e-6)
    let whole = try find(network, plan)
    #expect(abs((whole.bound ?? 0) - 1920) < 1e-6)
    #expect(whole.gap == 0)
  }

  @Test("interrupted at any moment, it tells a bound that holds", arguments: [1, 5])
  func anyMoment(_ seed: Int) throws {
    let found = branched(seed)
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let whole = try #require(try find(network, plan) { $0.depth = 3 }.bound)
    var partial = 0
    for look in 1..<2000 {
      let part = try find(network, plan) {
        $0.depth = 3
        $0.cancellation = Cancellation(raisedAtLook: look)
      }
      if part.completeness == .complete { break }
      guard let bound = part.bound else { continue }
      #expect(bound >= whole - 1e-6 * whole)
      partial += 1
    }
    #expect(partial > 5)
  }

  @Test("cut short, it tells the worst so far and a bound that holds")
  func interrupted() throws {
    let found = branched(1)
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.plan(found)
    let whole = try find(network, plan) { $0.depth = 3 }
    let cancellation = Cancellation()
    let part = try find(network, plan) { options in
      options.depth = 3
      options.cancellation = cancellation
      options.progress = { if $0.hasPrefix("sets with failure 2") { cancellation.cancel() } }
    }
    #expect(part.completeness == .interrupted)
    #expect(try #require(part.bound) >= (try #require(whole.worst.first)).extraCost - 1e-6)
    #expect(try #require(part.gap) >= 0)
  }
}
