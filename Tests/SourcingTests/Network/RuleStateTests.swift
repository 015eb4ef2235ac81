import Testing

@testable import Sourcing

@Suite("Scenarios change the rules between countries")
struct RuleStateTests {
  /// A case of three periods of 30 days, with rows of disruptions and scenarios beside the sound ones.
  private static func network(
    duties: String = "", controls: String = "", disruptions: String, scenarios: String
  ) throws -> SourcingNetwork {
    try CaseFiles.sound.replacing("period_days,365", with: "period_days,30\nperiods,3", in: "settings.csv")
      .with("duties.csv", "origin,destination,item,rate,rule,in_force\n" + duties)
      .with("controls.csv", "origin,destination,item,kind,rule,in_force\n" + controls)
      .with(
        "disruptions.csv",
        "disruption,target_kind,target,factor,start_day,duration_days,ramp_days,added_rate\n" + disruptions
      )
      .with("scenarios.csv", "scenario,probability,disruption\n" + scenarios).network()
  }

  /// The lane from Austin (US) to Berlin (DE in EU) with chips, whose value is 10.
  private static func lane(_ network: SourcingNetwork) throws -> Int {
    try #require(
      network.laneWords.firstIndex { $0.hasPrefix("Austin → Berlin chip") }, "\(network.laneWords)")
  }

  private static func duties(_ network: SourcingNetwork, _ scenario: Int) throws -> [Double] {
    let lane = try lane(network)
    return (0..<3).map { network.duty(lane: lane, scenario: scenario, arrival: $0) }
  }

  @Test("a tariff multiplies the rate, adds to it, and fades")
  func tariff() throws {
    let network = try Self.network(
      duties: "US,EU,,0.1,,\n", disruptions: "t,duty,US > EU,3,0,30,30,0.2\n", scenarios: "s,0.5,t\n")
    #expect(try Self.duties(network, 0) == [1, 1, 1])
    let changed = try Self.duties(network, 1)
    #expect(zip(changed, [5, 3, 1]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(changed)")
    #expect(network.scenarios[1].firstEvent == 0)
    #expect(network.rules.count == 3, "at rest, in full and half over")
  }

  @Test("scenarios with the same rules share them")
  func shared() throws {
    let network = try Self.network(
      disruptions: "t,duty,US > EU,1,30,,,0.2\n", scenarios: "s,0.5,t\nu,0.1,t\n")
    #expect(network.rules.count == 2)
    #expect(try Self.duties(network, 2) == [0, 2, 2])
    #expect(network.scenarios[2].firstEvent == 1)
  }

  @Test("a ban stops what departs while it lasts, inside one region never")
  func ban() throws {
    let network = try Self.network(
      disruptions: "b,control,* > *: chip,0,30,30,,\n", scenarios: "s,0.5,b\n")
    let lane = try Self.lane(network)
    let left = { (lane: Int) in (0..<3).map { network.availability(lane: lane, scenario: 1, departure: $0) } }
    #expect(left(lane) == [1, 0, 1])
    let home = try #require(network.laneWords.firstIndex { $0.hasPrefix("Dresden → Berlin chip") })
    #expect(left(home) == [1, 1, 1])
  }

  @Test("a rule that one disruption raises and another repeals is not in force")
  func overlap() throws {
    let rows = "on,duty,tax,1,,,,\noff,duty,tax,0,30,,,\n"
    let network = try Self.network(
      duties: "US,EU,,0.1,,\nUS,DE,,0.5,tax,false\n", disruptions: rows, scenarios: "s,0.5,on\ns,0.5,off\n")
    #expect(try Self.duties(network, 0) == [1, 1, 1])
    #expect(try Self.duties(network, 1) == [5, 1, 1])
  }

  @Test("a rule that is in force already is not an event")
  func noEvent() throws {
    let network = try Self.network(
      duties: "US,EU,,0.1,pact,\n", disruptions: "on,duty,pact,1,,,,\n", scenarios: "s,0.5,on\n")
    #expect(network.scenarios[1].firstEvent == nil)
  }

  @Test("rows that contradict each other only in a scenario are told")
  func contradiction() throws {
    #expect(throws: CaseFaults.self) {
      try Self.network(
        duties: "US,EU,,0.1,,\nUS,EU,,0.5,tax,false\n", disruptions: "on,duty,tax,1,,,,\n",
        scenarios: "s,0.5,on\n")
    }
  }

  @Test("a lane that a ban stops while nothing happens is kept where a scenario lifts the ban")
  func lifted() throws {
    let network = try Self.network(
      controls: "US,EU,chip,ban,embargo,\n", disruptions: "off,control,embargo,0,30,,,\n",
      scenarios: "s,0.5,off\n")
    let lane = try Self.lane(network)
    #expect((0..<3).map { network.availability(lane: lane, scenario: 0, departure: $0) } == [0, 0, 0])
    #expect((0..<3).map { network.availability(lane: lane, scenario: 1, departure: $0) } == [0, 1, 1])
  }

  @Test("names that hold the signs which part a target are read all the same")
  func signs() {
    var found = SourcingCase()
    found.regions = [Region("A > B"), Region("C: D")]
    found.items = [Item("E: F", itemClass: "G")]
    let names = BorderNames(NameIndex(found, BrokenRows()))
    #expect(
      names.target("A > B > C: D: E: F", .duty)
        == .crossing(BorderPattern(origin: "A > B", destination: "C: D", item: "E: F")))
    #expect(
      names.target("* > C: D: G", .control)
        == .crossing(BorderPattern(origin: "*", destination: "C: D", itemClass: "G")))
    #expect(names.target("A > C: D", .duty) == nil)
  }
}
