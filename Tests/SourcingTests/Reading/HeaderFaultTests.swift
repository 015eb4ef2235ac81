import Testing

@testable import Sourcing

@Suite("Headers that do not fit are told by column")
struct HeaderFaultTests {
  static let inputs = [
    BadInput(
      "an unknown column, with the nearest", "markets.csv", "market,region", "market,regin",
      told: [
        "markets.csv:1:regin: unknown column 'regin'; expected one of market, name, region, latitude, longitude; did you mean 'region'?",
        "markets.csv:1:region: missing column 'region'; expected the columns market, region",
      ]),
    BadInput(
      "a column in capitals", "markets.csv", "market,region", "Market,region",
      told: [
        "markets.csv:1:Market: unknown column 'Market'; expected one of market, name, region, latitude, longitude; did you mean 'market'?",
        "markets.csv:1:market: missing column 'market'; expected the columns market, region",
      ]),
    BadInput(
      "a column twice", "markets.csv", "market,region\nBerlin,DE\nBoston,US",
      "market,region,region\nBerlin,DE,DE\nBoston,US,US",
      told: [
        "markets.csv:1:region: column stands twice 'region'"
      ]),
    BadInput(
      "a column without a name", "markets.csv", "market,region\nBerlin,DE\nBoston,US",
      "market,region,\nBerlin,DE,\nBoston,US,",
      told: [
        "markets.csv:1:: column without a name ''; expected one of market, name, region, latitude, longitude"
      ]),
    BadInput(
      "a missing column, once for all rows", "sites.csv", "site,name,region,", "name,name2,region,",
      told: [
        "sites.csv:1:name2: unknown column 'name2'; expected one of site, name, region, opening_cost, existing, closing_cost, outage_rate, outage_days, latitude, longitude, owner, owner_region, hub; did you mean 'name'?",
        "sites.csv:1:site: missing column 'site'; expected the columns site, region",
      ]),
    BadInput(
      "a missing column that nothing refers to", "capabilities.csv", "capacity,unit_cost", "capacity,cost",
      told: [
        "capabilities.csv:1:cost: unknown column 'cost'; expected one of site, item, recipe, capacity, unit_cost, qualification_cost, qualified, min_volume, reservation_cost, surge_cost, activation_days, ramp_days, emissions",
        "capabilities.csv:1:unit_cost: missing column 'unit_cost'; expected the columns site, item, capacity, unit_cost",
      ]),
    BadInput(
      "a header's own white space does not matter", "markets.csv", "market,region", " market ,\"region\"",
      told: []),
    BadInput(
      "missing values", "demand.csv", "Berlin,chip,5,100", "Berlin,,5,",
      told: [
        "demand.csv:2:item: missing value; expected a name from items",
        "demand.csv:2:shortage_cost: missing value; expected a number from 0 to 1000000000000",
      ]),
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("columns may stand in any order")
  func order() throws {
    let expected = try CaseFiles.sound.read().withoutOrigin
    let turned = CaseFiles.sound.with("markets.csv", "region,market\nDE,Berlin\nUS,Boston\n")
    #expect(try turned.read().withoutOrigin == expected)
  }
}
