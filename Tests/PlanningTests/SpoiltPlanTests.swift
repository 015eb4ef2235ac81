import Planning
import Sourcing
import Testing

/// A plan of recipes and periods in which one amount is changed must not pass the verifier.
@Suite("Spoilt plans of recipes and periods")
struct SpoiltPlanTests {
  /// What the verifier tells of a micro-case's plan after a change.
  private func told(_ name: String, _ change: (inout Plan) throws -> Void) throws -> [String] {
    let network = try Fixtures.network(name)
    var plan = try Fixtures.planner.plan(network, Fixtures.exact)
    try change(&plan)
    return PlanVerifier.verify(plan, against: network).faults.map(\.description)
  }

  /// Changes the one row of a list that fits.
  private func change<Row>(
    _ list: WritableKeyPath<Plan, [Row]>, of plan: inout Plan, where fits: (Row) -> Bool,
    _ body: (inout Row) -> Void
  ) throws {
    let found = plan[keyPath: list].firstIndex(where: fits)
    let index = try #require(found)
    body(&plan[keyPath: list][index])
  }

  @Test("an item made of fewer inputs than its recipe takes")
  func missingInputs() throws {
    let told = try told("recipe_of_one_input") { plan in
      try change(\.flows, of: &plan, where: { $0.to == "Plant" }) { $0.quantity = 19 }
      try change(\.production, of: &plan, where: { $0.site == "Mine" }) { $0.make = 19 }
    }
    #expect(
      told.first
        == "plan: Plant, part in undisturbed: made, received and kept is not what is used, sent and kept '19'; expected 20"
    )
  }

  @Test("more under way than was sent before the first period")
  func pipeline() throws {
    let told = try told("lead_time_fills_the_pipeline") { plan in
      try change(\.flows, of: &plan, where: { $0.period == -1 }) { $0.quantity = 9 }
      try change(\.production, of: &plan, where: { $0.period == -1 }) { $0.make = 9 }
    }
    #expect(
      told
        == [0, 1].map {
          "plan: Alpha → Town, part in undisturbed, period \($0): more arrives than left before the first period '10'; expected at most 9"
        })
    let more = try self.told("lead_time_fills_the_pipeline") { plan in
      try change(\.flows, of: &plan, where: { $0.period == -1 }) { $0.quantity = 11 }
      try change(\.production, of: &plan, where: { $0.period == -1 }) { $0.make = 11 }
    }
    #expect(
      more == [
        "plan: Alpha, part before the first period: more made than committed '11'; expected at most 10",
        "plan: Alpha → Town, part before the first period: more than is ever demanded '11'; expected at most 10",
      ])
    let unbalanced = try self.told("lead_time_fills_the_pipeline") { plan in
      try change(\.flows, of: &plan, where: { $0.period == -1 }) { $0.quantity = 11 }
    }
    #expect(
      unbalanced == [
        "plan: Alpha → Town, part before the first period: more than is ever demanded '11'; expected at most 10",
        "plan: Alpha, part before the first period: made and received is not what is used and sent '10'; expected 11",
      ])
  }

  @Test("goods that go round in a ring before the first period and that nobody made")
  func ring() throws {
    let told = try told("lead_time_in_a_ring") { plan in
      for (from, to) in [("Alpha", "Hub"), ("Hub", "Alpha")] {
        plan.flows.removeAll { $0.period == -1 && $0.from == from && $0.to == to }
        plan.flows.append(
          PlanFlow(
            scenario: "undisturbed", period: -1, from: from, to: to, item: "part", corridor: "", mode: "",
            quantity: 4))
      }
    }
    #expect(
      told.contains {
        $0.hasPrefix("plan: Hub, part")
          && $0.contains("more goes round in a ring than is made and comes from elsewhere '4'")
      }, "\(told)")
  }

  @Test("goods kept past the last period, or out of nothing")
  func holding() throws {
    let told = try told("holding_for_a_peak") { plan in
      try change(\.inventory, of: &plan, where: { $0.hold > 0 }) { $0.period = 2 }
    }
    #expect(
      told.contains(
        "plan: Alpha, part in undisturbed, period 2: something is kept at a site that is not open, or past the last period '5'; expected at most 0"
      ))
    #expect(
      told.contains(
        "plan: Alpha, part in undisturbed, period 1: made, received and kept is not what is used, sent and kept '15'; expected 20"
      ))
  }

  @Test("stock taken before the event, in the undisturbed scenario, or beyond what there is")
  func stock() throws {
    let early = try told("stock_not_before_the_event") { plan in
      try change(\.inventory, of: &plan, where: { $0.release > 0 }) { $0.period = 0 }
    }
    #expect(
      early.contains(
        "plan: Depot, part in fire, period 0: stock is taken before an event, or at a site that is down '10'; expected at most 0"
      ))
    let quiet = try told("stock_not_before_the_event") { plan in
      try change(\.inventory, of: &plan, where: { $0.release > 0 }) { $0.scenario = "undisturbed" }
    }
    #expect(
      quiet.contains(
        "plan: Depot, part in undisturbed, period 1: stock is taken before an event, or at a site that is down '10'; expected at most 0"
      ))
    let down = try told("stock_at_a_site_that_is_down") { plan in
      try change(\.inventory, of: &plan, where: { $0.release > 0 }) { $0.period = 0 }
    }
    #expect(
      down.contains(
        "plan: Alpha, part in fire, period 0: stock is taken before an event, or at a site that is down '10'; expected at most 0"
      ))
    let beyond = try told("strategic_stock") { plan in
      try change(\.stock, of: &plan, where: { _ in true }) { $0.quantity = 15 }
    }
    #expect(
      beyond.contains(
        "plan: Depot, part in fire: more taken from stock than there is '20'; expected at most 15"))
  }

  @Test("stock that the case does not allow, or at a source that is not qualified")
  func stockPlaced() throws {
    let refused = try told("strategic_stock_not_allowed") { plan in
      plan.stock.append(PlanStock(site: "Alpha", item: "part", quantity: 3))
    }
    #expect(
      refused.first
        == "plan: Alpha, part: stock that the case does not allow '3'; expected at most 0")
    let unqualified = try told("stock_at_a_backup") { plan in
      plan.sourcing.removeAll { $0.site == "Beta" }
    }
    #expect(
      unqualified.contains(
        "plan: Beta, part: stock of an item that the site neither makes nor receives '10'; expected at most 0"
      ))
  }

  @Test("a reserve drawn before it is ready")
  func readiness() throws {
    let told = try told("reserve_along_its_ramp") { plan in
      try change(\.production, of: &plan, where: { $0.surge == 5 }) { $0.surge = 6 }
    }
    #expect(
      told.first
        == "plan: Beta, part in fire, period 1: more drawn than reserved, ready and available '6'; expected at most 5"
    )
  }

  @Test("a site or a source that investment screening keeps closed")
  func screening() throws {
    let opened = try told("screening_of_an_owner") { plan in
      plan.sites.append(PlanSite(site: "Alpha", open: true, existing: false))
    }
    #expect(opened.contains("plan: Alpha: screening forbids its owner to open the site"), "\(opened)")
    let developed = try told("screening_of_an_item") { plan in
      plan.sourcing.append(
        PlanSource(
          item: "part", site: "Alpha", recipe: "", role: .backup, commit: 0, reserve: 0, volume: 0, share: 0))
    }
    #expect(
      developed.contains("plan: Alpha, part: screening forbids its owner to develop the source"),
      "\(developed)")
  }

  @Test("what passes a ban, a quota or a licence of a scenario")
  func rulesOfAScenario() throws {
    let banned = try told("export_ban_for_a_time") { plan in
      plan.flows.append(
        PlanFlow(
          scenario: "change", period: 1, from: "Alpha", to: "Town", item: "part", corridor: "", mode: "",
          quantity: 3))
    }
    #expect(
      banned.contains(
        "plan: Alpha → Town, part in change, period 1: the lane is down '3'; expected at most 0"))
    for (micro, kind) in [("quota_enters_into_force", "quota"), ("licence_in_a_scenario", "licence")] {
      let told = try told(micro) { plan in
        try change(\.flows, of: &plan, where: { $0.scenario == "change" && $0.from == "Alpha" }) {
          $0.quantity = 31
        }
      }
      #expect(
        told.contains(
          "plan: North → South in change: more than the \(kind) lets through '31'; expected at most 30"),
        "\(told)")
    }
    let before = try told("embargo_keeps_the_pipeline_empty") { plan in
      plan.flows.append(
        PlanFlow(
          scenario: "undisturbed", period: -1, from: "Alpha", to: "Town", item: "part", corridor: "",
          mode: "",
          quantity: 3))
    }
    #expect(
      before.contains(
        "plan: Alpha → Town, part before the first period: the lane is banned '3'; expected at most 0"))
  }

  @Test("a source without its project, two alternatives at once, and a project that the case does not have")
  func projects() throws {
    let missing = try told("project_pays_over_periods") { $0.projects = [] }
    #expect(
      missing.contains("plan: Beta, part: a source that no project unlocks; expected plant"), "\(missing)")
    #expect(
      missing.contains(
        "plan: Beta, part in undisturbed, period 1: more made than committed and available '10'; expected at most 0"
      ))
    #expect(missing.contains { $0.hasPrefix("plan:costs.development: the claim") })
    let twice = try told("alternative_projects_fast") { plan in
      var slow = plan.projects[0]
      (slow.project, slow.cost, slow.readyPeriod) = ("slow", 40, 2)
      plan.projects.append(slow)
    }
    #expect(twice.first == "plan: Beta, part: unlocked more than once; expected one of fast, slow")
    let unknown = try told("project_pays_over_periods") { $0.projects[0].project = "plan" }
    #expect(
      unknown.first
        == "plan#projects:1:project: the case has no such row 'plan'; expected what stands in the case; did you mean 'plant'?"
    )
    let claimed = try told("project_pays_over_periods") { $0.projects[0].partners = ["East"] }
    #expect(claimed == ["plan#projects:1: cost, partners or period are not those of the case 'plant'"])
    let repeated = try told("project_pays_over_periods") { $0.projects.append($0.projects[0]) }
    #expect(repeated == ["plan#projects:2: duplicate 'plant'"])
  }

  @Test("what a project unlocks is used before it is ready, in the pipeline or in stock")
  func tooEarly() throws {
    let early = try told("project_pays_over_periods") { plan in
      try change(\.production, of: &plan, where: { $0.site == "Beta" && $0.period == 1 }) { $0.period = 0 }
    }
    #expect(
      early.contains(
        "plan: Beta, part in undisturbed, period 0: more made than committed and available '10'; expected at most 0"
      ), "\(early)")
    let before = try told("project_fills_no_pipeline") { plan in
      plan.production.append(
        PlanProduction(scenario: "undisturbed", period: -1, site: "Beta", item: "part", make: 10, surge: 0))
    }
    #expect(
      before.contains(
        "plan: Beta, part before the first period: more made than committed '10'; expected at most 0"))
    let stocked = try told("stock_of_a_project") { plan in
      plan.stock.append(PlanStock(site: "Beta", item: "part", quantity: 10))
    }
    #expect(
      stocked.contains(
        "plan: Beta, part: stock of an item that the site neither makes nor receives '10'; expected at most 0"
      ))
  }

  @Test("a cost that is claimed wrongly")
  func claims() throws {
    let costs: [(name: String, micro: String, path: WritableKeyPath<PlanCosts, Double>)] = [
      ("stock", "strategic_stock", \.stock), ("release", "strategic_stock", \.release),
      ("holding", "holding_for_a_peak", \.holding),
      ("development", "project_pays_over_periods", \.development),
    ]
    for (name, micro, path) in costs {
      let told = try told(micro) { $0.costs[keyPath: path] += 1 }
      #expect(told.count == 1)
      #expect(told.first?.hasPrefix("plan:costs.\(name): the claim") == true, "\(told)")
    }
  }
}
