import Testing

@testable import Sourcing

@Suite("Values out of their range, and values that contradict each other")
struct ValueTests {
  static let amount = "expected a number from 0 to 1000000000000"

  static let inputs = [
    BadInput(
      "numbers of all bad kinds, all in one run", "capabilities.csv",
      "site,item,capacity,unit_cost,surge_cost\nDresden,chip,NaN,-3,0x1F\nAustin,chip,1e300,\"2,5\",1e-300\n",
      told: [
        "capabilities.csv:2:capacity: not a number 'NaN'; \(amount)",
        "capabilities.csv:2:surge_cost: not a number '0x1F'; \(amount)",
        "capabilities.csv:2:unit_cost: negative number '-3'; \(amount)",
        "capabilities.csv:3:capacity: number too large '1e300'; \(amount)",
        "capabilities.csv:3:surge_cost: number too near to zero '1e-300'; expected 0, or at least 1e-09",
        "capabilities.csv:3:unit_cost: not a number (write a decimal point, and no signs between thousands) '2,5'; \(amount)",
      ]),
    BadInput(
      "flags and words", "sites.csv", "100,true", "100,maybe",
      told: [
        "sites.csv:2:existing: not a yes or no 'maybe'; expected true or false"
      ]),
    BadInput(
      "an unknown kind of control", "controls.csv", "ore,ban", "ore,bann",
      told: [
        "controls.csv:2:kind: unknown word 'bann'; expected one of ban, quota, licence, screening; did you mean 'ban'?"
      ]),
    BadInput(
      "a ban with a limit", "controls.csv", "origin,destination,kind,limit\nUS,EU,ban,5\n",
      told: [
        "controls.csv:2:limit: ban does not use limit '5'; expected a blank"
      ]),
    BadInput(
      "coordinates off the globe", "regions.csv", "EU,Europe,50,10", "EU,Europe,95,190",
      told: [
        "regions.csv:2:latitude: number out of range '95'; expected a number from -90 to 90",
        "regions.csv:2:longitude: number out of range '190'; expected a number from -180 to 180",
      ]),
    BadInput(
      "half of the coordinates",
      told: [
        "markets.csv:2:longitude: half of the coordinates is missing; expected both latitude and longitude, or neither",
        "regions.csv:2:latitude: half of the coordinates is missing; expected both latitude and longitude, or neither",
      ]
    ) {
      $0.replacing("EU,Europe,50,10", with: "EU,Europe,,10", in: "regions.csv")
        .with("markets.csv", "market,region,latitude,longitude\nBerlin,DE,52,\nBoston,US,,\n")
    },
    BadInput(
      "a least volume above the capacity", "capabilities.csv",
      "site,item,capacity,unit_cost,min_volume\nDresden,chip,10,3,10.5\n",
      told: [
        "capabilities.csv:2:min_volume: the least volume exceeds the capacity '10.5'; expected at most 10"
      ]),
    BadInput(
      "regions in a cycle, and one below it", "regions.csv", "region,parent\nEU,DE\nDE,EU\nUS,EU\n",
      told: [
        "regions.csv:2:parent: the region is part of itself: EU → DE → EU 'DE'; expected a tree of regions",
        "regions.csv:3:parent: the region is part of itself: DE → EU → DE 'EU'; expected a tree of regions",
      ]),
    BadInput(
      "a region in itself", "regions.csv", "US,,38,-97,", "US,,38,-97,US",
      told: [
        "regions.csv:4:parent: the region is part of itself: US → US 'US'; expected a tree of regions"
      ]),
    BadInput(
      "two scores of one pair", "alignment.csv", "region_a,region_b,score\nEU,US,0.5\nUS,EU,0.4\nDE,US,2\n",
      told: [
        "alignment.csv:3:score: the pair US, EU has two scores '0.4'; expected 0.5, as in its other row",
        "alignment.csv:4:score: number out of range '2'; expected a number from -1 to 1",
      ]),
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("regions nested deeper than ranks can tell are refused, and a long chain is no long wait")
  func deepRegions() throws {
    func chain(_ count: Int) -> CaseFiles {
      let rows = (0..<count).map { "r\($0),\($0 == 0 ? "" : "r\($0 - 1)")\n" }.joined()
      return CaseFiles.sound.with("regions.csv", "region,parent\nEU,\nDE,EU\nUS,\n" + rows)
    }
    #expect(try chain(99).told() == [])
    #expect(
      try chain(100).told() == [
        "regions.csv:104:parent: the region lies too deep below others 'r98'; expected at most 98 regions above it"
      ])
    #expect(try chain(5000).told().count == 4901)
  }

  @Test("zero demand is worth a remark")
  func zeroDemand() throws {
    let told = try CaseFiles.sound.replacing("chip,5,", with: "chip,0,", in: "demand.csv").told(advice: true)
    #expect(told == ["demand.csv: advice: all demand is zero"])
  }
}
