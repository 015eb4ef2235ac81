import Planning
import Sourcing
import Testing

/// Tests on random cases are worth what the cases hold.
@Suite("Random cases")
struct RandomCaseTests {
  private static let seeds = 0..<60

  @Test("the same seed gives the same case, another seed another")
  func isReproducible() throws {
    let cases = try Self.seeds.map { try RandomCase.mixed(seed: $0) }
    #expect(try Self.seeds.map { try RandomCase.mixed(seed: $0) } == cases)
    var unnamed = cases
    for index in unnamed.indices { unnamed[index].settings.name = "" }
    #expect(Set(unnamed).count == cases.count)
  }

  @Test("every kind of policy occurs in cases that have a layout, with every scope")
  func policiesOccur() throws {
    var kinds: [PolicyKind: Int] = [:]
    var scopes: Set<PolicyScope> = []
    var infeasible = 0
    for seed in Self.seeds {
      let found = try RandomCase.mixed(seed: seed)
      if try Fixtures.planner.plan(found).status == .infeasible {
        infeasible += 1
        continue
      }
      for policy in found.policies { kinds[policy.kind, default: 0] += 1 }
      scopes.formUnion(found.policies.compactMap(\.scope))
    }
    #expect(kinds.count == 10)
    for (kind, count) in kinds { #expect(count >= 3, "\(kind)") }
    #expect(scopes == Set(PolicyScope.places))
    #expect((5...25).contains(infeasible))
  }

  @Test("plans use hubs, reserves, corridors, duties and existing sites, and leave demand short")
  func featuresOccur() throws {
    var used: Set<String> = []
    var all: Set<String> = []
    for seed in Self.seeds {
      let network = try SourcingNetwork(RandomCase.mixed(seed: seed))
      let found = network.sourcingCase
      let plan = try Fixtures.planner.plan(network)
      guard plan.hasLayout else { continue }
      let sites = Set(found.sites.map(\.id))
      let features = [
        ("hub", plan.flows.contains { sites.contains($0.to) }),
        ("corridor", plan.flows.contains { !$0.corridor.isEmpty }),
        ("surge", plan.production.contains { $0.surge > 0 }),
        ("backup", plan.sourcing.contains { $0.role == .backup }),
        ("duty", plan.costs.duty > 0), ("closing", plan.costs.closing > 0),
        ("existing", plan.sites.contains { $0.existing && $0.open }), ("shortage", plan.costs.shortage > 0),
        ("delivery", plan.costs.freight > 0),
        ("risk", plan.risk.weight > 0 && plan.risk.cvar > plan.risk.expected),
        ("disturbed sites", network.scenarios.contains { $0.siteAvailability.joined().contains { $0 < 1 } }),
        (
          "disturbed corridor",
          network.scenarios.contains { $0.corridorAvailability.joined().contains { $0 < 1 } }
        ),
      ]
      all.formUnion(features.map(\.0))
      used.formUnion(features.filter(\.1).map(\.0))
    }
    #expect(used == all)
    #expect(!all.isEmpty)
  }

  @Test("plans reach later tiers, clusters and quotas")
  func contractsOccur() throws {
    var reached: [String: Int] = [:]
    for seed in Self.seeds {
      let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
      let plan = try Fixtures.planner.plan(network)
      guard plan.hasLayout else { continue }
      let tiered = network.capabilities.contains { capability in
        guard capability.tiers.count > 1 else { return false }
        return plan.sourcing.contains {
          $0.site == capability.capability.site && $0.item == capability.capability.item
            && $0.commit > capability.tiers[1].from
        }
      }
      if tiered { reached["tier", default: 0] += 1 }
      if plan.costs.clusterSaving > 0 { reached["cluster", default: 0] += 1 }
      let full = network.quotas.contains { quota in
        let crossing = quota.lanes.map { network.lanes[$0] }
        let passed = plan.flows.filter { flow in
          flow.scenario == SourcingNetwork.undisturbed && flow.period == 0
            && crossing.contains { network.sourcingCase.sites[$0.origin].id == flow.from }
        }
        return quota.limit > 0 && !passed.isEmpty
      }
      if full { reached["quota", default: 0] += 1 }
    }
    for feature in ["tier", "cluster", "quota"] { #expect(reached[feature, default: 0] >= 5, "\(feature)") }
  }

  @Test("rule changes stop lanes, open lanes, change duties and put limits in force")
  func ruleChangesOccur() throws {
    var seen: [String: Int] = [:]
    for seed in Self.seeds {
      let network = try SourcingNetwork(RandomCase.ruled(seed: seed))
      let (rest, changed) = (network.rules[0], network.rules.dropFirst())
      if changed.contains(where: { !$0.stopped.subtracting(rest.stopped).isEmpty }) {
        seen["stop", default: 0] += 1
      }
      if changed.contains(where: { !rest.stopped.subtracting($0.stopped).isEmpty }) {
        seen["open", default: 0] += 1
      }
      if changed.contains(where: { !$0.duties.isEmpty }) { seen["duty", default: 0] += 1 }
      if changed.contains(where: { Set($0.quotas) != Set(rest.quotas) }) { seen["limit", default: 0] += 1 }
    }
    for change in ["stop", "duty", "limit"] { #expect(seen[change, default: 0] >= 5, "\(change)") }
    #expect(seen["open", default: 0] > 0)
  }

  @Test("plans develop projects: late, joint, for several sources, and one of alternatives")
  func projectsOccur() throws {
    var used: [String: Int] = [:]
    for seed in Self.seeds {
      let network = try SourcingNetwork(RandomCase.developed(seed: seed))
      let plan = try Fixtures.planner.plan(network)
      let developed = plan.projects.compactMap { project in
        network.projects.first { $0.name == project.project }
      }
      let supplying = plan.production.filter { $0.make + $0.surge > 0 }
      let features = [
        ("project", !developed.isEmpty), ("late", developed.contains { ($0.readyPeriod ?? 0) > 0 }),
        ("part of a period", developed.contains { ($0.parts.first ?? 1) > 0 && ($0.parts.first ?? 1) < 1 }),
        ("joint", developed.contains { !$0.partners.isEmpty }),
        ("several sources", developed.contains { $0.capabilities.count > 1 }),
        ("alternatives", developed.contains { $0.capabilities.contains { network.unlocking[$0].count > 1 } }),
        (
          "supply",
          plan.projects.contains { project in
            project.unlocks.contains { source in
              supplying.contains {
                [$0.site, $0.item, $0.recipe] == [source.site, source.item, source.recipe]
              }
            }
          }
        ),
      ]
      for (feature, _) in features.filter(\.1) { used[feature, default: 0] += 1 }
    }
    #expect(used.count == 7, "\(used)")
    for (feature, count) in used { #expect(count >= 3, "\(feature)") }
  }

  @Test("limits on totals, changes and times occur, in cases that have a layout, and some bind")
  func limitsOccur() throws {
    var occurring: [PolicyKind: Int] = [:]
    var binding: [PolicyKind: Int] = [:]
    var infeasible = 0
    for seed in Self.seeds {
      let found = try RandomCase.governed(seed: seed)
      let plan = try Fixtures.planner.plan(found)
      if plan.status == .infeasible {
        infeasible += 1
        continue
      }
      for (policy, standing) in zip(found.policies, plan.policies) {
        occurring[policy.kind, default: 0] += 1
        if abs(standing.slack) <= 1e-6 * max(1, standing.value) { binding[policy.kind, default: 0] += 1 }
      }
    }
    #expect(occurring[.maxCVaRShortage, default: 0] >= 2)
    for kind in SourcingCase.limitingKinds {
      #expect(occurring[kind, default: 0] >= 5, "\(kind)")
    }
    for kind in [PolicyKind.maxEmissions, .maxChanges] {
      #expect(binding[kind, default: 0] >= 1, "\(kind) never binds")
    }
    #expect((5...35).contains(infeasible), "\(infeasible)")
  }

  @Test(
    "a chance of service and losses to survive occur in cases that have a layout, of every way of passing on")
  func guardsOccur() throws {
    var occurring: [PolicyKind: Int] = [:]
    var ways: [PassingOn: Int] = [:]
    var (binding, failing) = (0, 0)
    for seed in Self.seeds {
      let found = try RandomCase.guarded(seed: seed)
      let plan = try Fixtures.planner.plan(found)
      if plan.status == .infeasible { continue }
      ways[found.settings.passingOn, default: 0] += 1
      for (policy, standing) in zip(found.policies, plan.policies) {
        occurring[policy.kind, default: 0] += 1
        switch policy.kind {
        case .survive: if abs(standing.slack) <= 1e-6 * max(1, standing.value) { binding += 1 }
        case .chanceService: if standing.value < 1 - 1e-6 { failing += 1 }
        default: break
        }
      }
    }
    for kind in SourcingCase.guardingKinds { #expect(occurring[kind, default: 0] >= 10, "\(kind)") }
    #expect(binding >= 1, "no loss is as dear as may be")
    #expect(failing >= 1, "no scenario falls short of its service")
    for way in PassingOn.allCases { #expect(ways[way, default: 0] >= 3, "\(way)") }
  }

  @Test(
    "cases with features of all kinds have layouts, with every measure of risk and form of objective that is drawn"
  )
  func wholeCasesHaveLayouts() throws {
    var seen: [String: Int] = [:]
    var kinds: Set<PolicyKind> = []
    for seed in Self.seeds {
      let found = try RandomCase.whole(seed: seed)
      let plan = try Fixtures.planner.plan(found)
      guard plan.hasLayout else { continue }
      kinds.formUnion(found.policies.map(\.kind))
      let isCompared = try !SourcingNetwork(found).ringLanes.contains(true)
      let features = [
        ("without rings of lanes", isCompared),
        (found.settings.riskMeasure.rawValue, found.settings.objective.form == .cost),
        (found.settings.objective.form.rawValue, true), ("project", plan.costs.development > 0),
        ("tier", !found.priceTiers.isEmpty), ("cluster", plan.costs.clusterSaving > 0),
        ("preference", found.duties.contains { $0.requiresContent != nil }),
        ("rule", found.disruptions.contains { $0.targetKind == .control || $0.targetKind == .duty }),
        ("recipe", plan.production.contains { !$0.recipe.isEmpty }), ("release", plan.costs.release > 0),
      ]
      for (feature, _) in features.filter(\.1) { seen[feature, default: 0] += 1 }
    }
    #expect(seen["without rings of lanes", default: 0] >= 30, "\(seen)")
    for feature in [
      "expected", "cvar", "worst", "least_risk", "project", "tier", "cluster", "preference", "rule", "recipe",
      "release",
    ] {
      #expect(seen[feature, default: 0] >= 3, "\(feature): \(seen)")
    }
    #expect(kinds.count >= 17, "\(Set(PolicyKind.allCases).subtracting(kinds))")
  }

  @Test("plans of chained cases use recipes, several at a site, pipelines, holding and strategic stock")
  func chainsOccur() throws {
    var used: [String: Int] = [:]
    var infeasible = 0
    for seed in Self.seeds {
      let network = try SourcingNetwork(RandomCase.mixed(seed: seed, .chained))
      let plan = try Fixtures.planner.plan(network)
      guard plan.hasLayout else {
        infeasible += 1
        continue
      }
      let makers = Dictionary(grouping: plan.sourcing) { [$0.site, $0.item] }
      let inputs = Set(network.sourcingCase.recipes.map(\.input))
      let features = [
        ("recipe", plan.production.contains { !$0.recipe.isEmpty }),
        (
          "two tiers",
          plan.production.contains { !$0.recipe.isEmpty && inputs.contains($0.item) }
        ),
        ("two recipes at a site", makers.values.contains { $0.count > 1 }),
        ("pipeline", plan.flows.contains { $0.period == -1 }), ("holding", plan.costs.holding > 0),
        ("stock", !plan.stock.isEmpty), ("release", plan.inventory.contains { $0.release > 0 }),
        ("late surge", plan.production.contains { $0.surge > 0 && $0.period > 0 }),
        ("later event", network.scenarios.contains { ($0.firstEvent ?? 0) > 0 }),
      ]
      for (feature, _) in features.filter(\.1) { used[feature, default: 0] += 1 }
    }
    #expect(used.count == 9)
    for (feature, count) in used { #expect(count >= 3, "\(feature)") }
    #expect(infeasible < 25)
  }
}
