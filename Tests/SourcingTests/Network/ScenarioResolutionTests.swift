import Testing

@testable import Sourcing

@Suite("Scenarios say what is left of sites and corridors")
struct ScenarioResolutionTests {
  @Test("the undisturbed one is first and has the probability that is left")
  func undisturbed() throws {
    let scenarios = try CaseFiles.sound.network().scenarios
    #expect(scenarios.map(\.name) == ["undisturbed", "wet", "worst"])
    #expect(abs(scenarios[0].probability - 0.7) < 1e-12)
    #expect(scenarios[0].siteAvailability == [[1, 1]])
    #expect(scenarios[0].firstEvent == nil)
    let rows = (0..<10).map { "s\($0),0.1,\n" }.joined()
    let full = try CaseFiles.sound.with("scenarios.csv", "scenario,probability,disruption\n" + rows).network()
      .scenarios
    #expect(full[0].probability == 0, "ten tenths leave nothing, rounding aside")
  }

  @Test("disruptions that overlap multiply, by site, region, region above and bloc")
  func overlap() throws {
    let disruptions =
      "disruption,target_kind,target,factor\na,site,Dresden,0.5\nb,region,EU,0.5\nc,bloc,West,0.5\nd,corridor,Suez,0.25\ne,region,DE,1\n"
    let scenarios =
      "scenario,probability,disruption\nall,0.5,a\nall,0.5,b\nall,0.5,c\nall,0.5,d\nnone,0.1,e\n"
    let network = try CaseFiles.sound.with("disruptions.csv", disruptions).with("scenarios.csv", scenarios)
      .network()
    #expect(network.scenarios[1].siteAvailability == [[0.125, 0.5]])
    #expect(network.scenarios[1].corridorAvailability == [[0.25]])
    #expect(network.scenarios[1].firstEvent == 0)
    #expect(network.scenarios[2].firstEvent == nil, "nothing is lost at a factor of 1")
  }

  @Test("a site that is down passes nothing on")
  func down() throws {
    let network = try CaseFiles.sound.network()
    let lane = try #require(network.lanes.firstIndex { $0.origin == 0 })
    #expect(network.availability(lane: lane, scenario: 0, departure: 0) == 1)
    #expect(network.availability(lane: lane, scenario: 1, departure: 0) == 0)
    let corridor = try #require(network.lanes.firstIndex { $0.corridor != nil })
    #expect(network.availability(lane: corridor, scenario: 2, departure: 0) == 0)
  }
}
