import Analyses
import Foundation
import Planning
import Sourcing
import Testing

/// What a stress test says of each disruption must be what planning the case anew says, with the layout fixed and the
/// disruption certain.
@Suite("Stress agrees with planning anew")
struct StressAgreementTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/micro")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") && $0 != "expected.json" }.sorted()
  }()

  @Test("in every micro-case: cost and lost margin of every site's failure and of every listed disruption")
  func microCases() throws {
    var compared = 0
    for name in Self.names {
      let found = try CaseReader.read(Self.folder.appendingPathComponent(name).path)
      let network = try SourcingNetwork(found)
      let plan = try Bench.planner.plan(network, PlanOptions(gap: 1e-9))
      if !plan.hasLayout { continue }
      var options = StressOptions()
      options.seeksSurvival = false
      options.kinds = [.site]
      compared += try compare(found, network, plan, options, name)
      options.disruptions = network.givenCase.disruptions.map(\.id)
      compared += try compare(found, network, plan, options, name)
    }
    #expect(Self.names.count > 270)
    #expect(compared > 500)
  }

  private func compare(
    _ found: SourcingCase, _ network: SourcingNetwork, _ plan: Plan, _ options: StressOptions, _ name: String
  ) throws -> Int {
    let report = try StressTest(solver: Bench.solver).run(StandingLayout(plan), in: network, options)
    #expect(report.completeness == .complete)
    for finding in report.findings {
      let anew = try planned(found, plan, finding)
      let cost = (report.undisturbed?.cost ?? 0) + finding.extraCost
      let scale = 1e-6 * max(1, abs(anew.cost))
      // What is under way when the horizon begins is planned anew for the disruption, and given in the stress test.
      if network.lanes.contains(where: { $0.lead > 0 }) {
        #expect(anew.cost <= cost + scale, "\(name): \(finding.kind) \(finding.target)")
      } else {
        #expect(abs(anew.cost - cost) <= scale, "\(name): \(finding.kind) \(finding.target)")
        #expect(
          abs(anew.service - finding.service) <= 1e-6 || finding.lostMargin == 0, "\(name): \(finding.target)"
        )
      }
    }
    return report.findings.count
  }

  /// The only scenario of the case in which just this happens.
  private func planned(_ given: SourcingCase, _ plan: Plan, _ finding: StressFinding) throws -> PlanScenario {
    var found = given
    found.policies = found.policies.filter { $0.kind == .maxLeadDays }
    // What is done is chosen at least cost, whatever the layout was chosen for.
    found.settings.objective = ObjectiveSettings()
    found.settings.riskMeasure = .expected
    for index in found.demand.indices { found.demand[index].minService = nil }
    let name: String
    if let listed = finding.disruption {
      name = listed
      for index in found.disruptions.indices { found.disruptions[index] = found.disruptions[index].undrawn }
    } else {
      name = "the failure"
      var failure = Disruption(
        name, DisruptionTarget(rawValue: finding.kind) ?? .site, finding.target,
        durationDays: finding.timeToRecover)
      let generation = given.settings.generation
      failure.rampDays = generation.outageRampDays
      if generation.shortOutages == .share, let days = finding.timeToRecover, days < given.settings.periodDays
      {
        failure.factor = 1 - days / given.settings.periodDays
      }
      found.disruptions.append(failure)
    }
    found.settings.generation = GenerationSettings()
    found.scenarios = [ScenarioRow("certain", probability: 1, disruption: name)]
    var options = PlanOptions(gap: 1e-9)
    options.fixedLayout = plan
    let anew = try Bench.planner.plan(SourcingNetwork(found), options)
    return try #require(anew.scenarios.first { $0.scenario == "certain" }, "\(anew.message)")
  }
}
