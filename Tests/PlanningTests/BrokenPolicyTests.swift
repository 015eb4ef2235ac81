import Planning
import Sourcing
import Testing

@Suite("The verifier tells a layout that breaks a policy")
struct BrokenPolicyTests {
  @Test(
    "a layout planned without the policies of a case breaks them",
    arguments: [
      "max_capital_of_openings", "max_capital_forbids_a_project", "min_sources_develops",
      "backup_cover_of_a_late_project", "max_capital_counts_qualification", "max_emissions_mixes_sources",
      "max_emissions_of_a_site", "min_service_expected", "min_service_in_a_market",
      "max_cvar_shortage_of_the_worst_scenario", "max_cvar_shortage_at_the_edge",
      "max_cvar_shortage_in_a_market", "max_cvar_under_expected_cost", "max_cvar_at_the_edge",
      "max_cvar_of_two_tails",
      "max_changes_none_allowed", "max_changes_of_a_switch", "max_changes_of_an_item",
      "max_lead_days_of_side_by_side_lanes", "max_lead_days_in_a_market", "max_lead_days_in_every_scenario",
      "max_lead_days_of_the_pipeline", "min_service_in_every_scenario",
      "chance_service_lets_one_scenario_fail", "chance_service_of_two_items", "chance_service_in_a_market",
      "max_cvar_at_its_own_level", "max_concentration_of_suppliers", "max_concentration_of_three",
      "max_concentration_of_regions", "max_concentration_of_owners", "max_concentration_over_periods",
      "max_concentration_of_overlapping_blocs", "max_concentration_of_blocs_and_others",
      "max_concentration_below_all_groups",
    ])
  func brokenPolicy(_ name: String) throws {
    let faults = try faults(of: name) { $0.policies = [] }
    #expect(faults.contains { $0.contains("is broken") }, "\(faults)")
  }

  @Test(
    "a layout planned to lose more than a policy allows breaks it",
    arguments: [
      "survive_the_loss_of_a_site", "survive_each_of_two_sites", "survive_the_loss_of_a_region",
      "survive_the_regions_of_sites", "survive_over_periods", "survive_in_a_market",
      "survive_beside_scenarios",
    ])
  func lostMargin(_ name: String) throws {
    let faults = try faults(of: name) { $0.policies[0].limit = 1e9 }
    #expect(faults.contains { $0.contains("policy endure (survive) is broken at ") }, "\(faults)")
  }

  @Test("a layout planned without the least service of demand misses it")
  func missedService() throws {
    let faults = try faults(of: "least_service_in_every_scenario") { $0.demand[0].minService = nil }
    #expect(
      faults == [
        "plan: Town, part in fire: less is met than the least service '0'; expected at least 60"
      ])
  }

  @Test("a refusal names the least service where no policy is to blame")
  func refusal() throws {
    let plan = try Fixtures.planner.plan(Fixtures.network("least_service_infeasible"), Fixtures.exact)
    #expect(plan.message == "no layout satisfies the least service that demand asks for")
  }

  /// What the verifier tells of a plan for an easier case, against the case as it stands.
  private func faults(of name: String, easing: (inout SourcingCase) -> Void) throws -> [String] {
    let network = try Fixtures.network(name)
    var easier = network.sourcingCase
    easing(&easier)
    let plan = try Fixtures.planner.plan(SourcingNetwork(easier), Fixtures.exact)
    return PlanVerifier.verify(plan, against: network).faults.map(\.description)
  }
}
