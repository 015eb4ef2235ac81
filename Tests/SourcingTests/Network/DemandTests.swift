import Testing

@testable import Sourcing

@Suite("Demand by period, and the need that it makes")
struct DemandTests {
  private static func network(_ demand: String, periods: Int = 3, recipes: String = "") throws
    -> SourcingNetwork
  {
    var files = CaseFiles.sound.replacing("period_days,365", with: "periods,\(periods)", in: "settings.csv")
      .with("demand.csv", "market,item,period,quantity,shortage_cost\n" + demand)
      .with("items.csv", "item,class\nchip,technology\nore,resource\nwafer,\n")
    if !recipes.isEmpty {
      files = files.with("recipes.csv", "recipe,item,input,quantity\n" + recipes).with(
        "capabilities.csv",
        "site,item,recipe,capacity,unit_cost\nDresden,chip,fine,9,1\nAustin,chip,rough,9,1\nAustin,wafer,cutting,9,1\n"
          + "Dresden,ore,,9,1\n")
    }
    return try files.network()
  }

  @Test("a row with a period counts there instead of the row without, whatever their order")
  func rowOfAPeriod() throws {
    let demands = try Self.network(
      "Berlin,chip,1,6,8\nBerlin,chip,,5,9\nBoston,chip,,1,2\nBoston,chip,2,0,0\n"
    ).demands
    #expect(demands.map(\.quantities) == [[5, 6, 5], [1, 1, 0]])
    #expect(demands.map(\.shortageCosts) == [[9, 8, 9], [2, 2, 0]])
    #expect(demands.map(\.total) == [16, 2])
  }

  @Test("without a row for all periods nothing is demanded in the others")
  func onlyOnePeriod() throws {
    let network = try Self.network("Berlin,chip,2,6,8\nBoston,chip,0,0,8\n")
    #expect(network.demands.map(\.quantities) == [[0, 0, 6]], "who needs nothing at all is left out")
    #expect(network.demands[0].shortageCosts == [0, 0, 8])
  }

  @Test("the need for an input is what recipes take, of several the most, over all tiers and periods")
  func derivedNeed() throws {
    // Chips 3 · 10, wafers at most 2 a chip and 5 demanded, ore 1.5 a wafer and 0.5 a chip.
    let network = try Self.network(
      "Berlin,chip,,10,9\nBoston,wafer,1,5,9\n",
      recipes: "fine,chip,wafer,1\nrough,chip,wafer,2\nrough,chip,ore,0.5\ncutting,wafer,ore,1.5\n")
    #expect((0..<3).map { network.need(item: $0) } == [30, 1.5 * 65 + 15, 65])
  }
}
