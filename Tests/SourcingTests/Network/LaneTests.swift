import Testing

@testable import Sourcing

@Suite("Lane rows are matched to places and items")
struct LaneTests {
  private static func words(_ rows: String) throws -> [String] {
    try CaseFiles.sound.with("lanes.csv", "from,to,item,unit_cost,corridor\n" + rows)
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv").network()
      .laneWords
  }

  @Test("wildcards stand for every site that makes the item and every market that needs it")
  func wildcards() throws {
    #expect(
      try Self.words("*,*,,1,\n") == [
        "Dresden → Berlin chip 1.0", "Dresden → Boston chip 1.0", "Austin → Berlin chip 1.0",
        "Austin → Boston chip 1.0",
      ])
    #expect(try Self.words("*,*,ore,1,\n") == [])
  }

  @Test("a region stands for the places in it and below it")
  func regions() throws {
    #expect(try Self.words("EU,US,,1,\n") == ["Dresden → Boston chip 1.0"])
    #expect(try Self.words("*,EU,,1,\n") == ["Dresden → Berlin chip 1.0", "Austin → Berlin chip 1.0"])
  }

  @Test(
    "of the rows that match, the most specific one counts",
    arguments: [
      // Ranks of from and to: * 0, region 200 less the steps up, site or market 300; item 300.
      ("*,*,,1,\nEU,*,,2,\n", 2.0), ("EU,*,,2,\nDE,*,,3,\n", 3), ("DE,*,,3,\nDresden,*,,4,\n", 4),
      ("Dresden,*,,4,\nEU,EU,,5,\n", 5), ("EU,EU,,5,\nDE,EU,,6,\n", 6), ("DE,DE,,6,\nDresden,EU,,7,\n", 7),
      ("Dresden,EU,,7,\n*,*,chip,1,\n", 7), ("Dresden,*,,7,\nEU,*,chip,8,\n", 8),
      ("Dresden,Berlin,,8,\nEU,EU,chip,9,\n", 9),
      ("*,Berlin,,8,\nEU,EU,,9,\n", 9), ("Dresden,Berlin,,8,\nDresden,Berlin,chip,9,\n", 9),
    ])
  func mostSpecific(_ rows: String, _ freight: Double) throws {
    for text in [rows, rows.split(separator: "\n").reversed().map { $0 + "\n" }.joined()] {
      #expect(
        try Self.words(text).filter { $0.hasPrefix("Dresden → Berlin") } == [
          "Dresden → Berlin chip \(freight)"
        ])
    }
  }

  @Test("rows of equal rank are routes side by side where corridor or mode differ")
  func sideBySide() throws {
    #expect(
      try Self.words("Austin,Berlin,,1,Suez\nAustin,Berlin,,2,Cape\nAustin,Berlin,,3,\nAustin,Berlin,,3,\n")
        == [
          "Austin → Berlin chip 1.0 by Suez", "Austin → Berlin chip 2.0 by Cape", "Austin → Berlin chip 3.0",
        ])
  }

  @Test("rows of equal rank that disagree are told, both of them, once")
  func contradictions() throws {
    let lanes =
      "from,to,unit_cost,cost_per_km,capacity,lead_days\n*,*,9,,,\n*,EU,1,,,\n*,EU,2,,,\nDresden,Berlin,0,,,\nAustin,EU,3,,5,\nAustin,DE,3,,5,\n"
    let told = try CaseFiles.sound.with("lanes.csv", lanes + "Austin,DE,3,,6,\n")
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv")
      .networkTold()
    #expect(
      told == [
        "lanes.csv:8: contradicts row 7, which is as specific for Austin → Berlin, item chip; expected another corridor or mode, the same costs, or a more specific row"
      ])
    let crossed = try CaseFiles.sound.with("lanes.csv", "from,to,unit_cost\nUS,*,1\n*,US,2\n")
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv")
      .networkTold()
    #expect(
      crossed == [
        "lanes.csv:3: contradicts row 2, which is as specific for Austin → Boston, item chip; expected another corridor or mode, the same costs, or a more specific row"
      ])
  }

  @Test("a site is a stop only where a row names it, and only if the item can go on from there")
  func stops() throws {
    #expect(
      try Self.words("Austin,Dresden,,1,\nDresden,Berlin,,2,\n") == [
        "Dresden → Berlin chip 2.0", "Austin → Dresden chip 1.0",
      ])
    #expect(try Self.words("Austin,Dresden,,1,\nUS,US,,2,\n") == ["Austin → Boston chip 2.0"], "a dead end")
    #expect(try Self.words("Austin,Dresden,,1,\n") == [])
  }

  @Test("a lane to a region or to * leads to the sites there whose recipes take the item, and ends there")
  func users() throws {
    func words(_ lanes: String) throws -> [String] {
      try CaseFiles.sound.with("recipes.csv", "recipe,item,input,quantity\nsmelting,chip,ore,2\n")
        .with(
          "capabilities.csv",
          "site,item,recipe,capacity,unit_cost\nDresden,chip,smelting,1,1\nAustin,ore,,1,1\nAustin,chip,,1,1\n"
        )
        .with("lanes.csv", "from,to,item,unit_cost\n" + lanes).without("controls.csv")
        .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv")
        .network().laneWords
    }
    #expect(
      try words("*,*,ore,1\nDresden,*,chip,2\n").filter { $0.contains("ore") } == [
        "Austin → Dresden ore 1.0"
      ])
    #expect(try words("*,*,ore,1\n") == [], "nobody can get what is made of it")
    #expect(try words("*,EU,,1\n*,DE,ore,2\n").filter { $0.contains("ore") } == ["Austin → Dresden ore 2.0"])
    #expect(try words("*,US,ore,1\n") == [], "Austin takes none")
    #expect(
      try words("Austin,EU,ore,1\nDresden,*,,2\n") == [
        "Dresden → Berlin chip 2.0", "Dresden → Boston chip 2.0", "Austin → Dresden ore 1.0",
      ], "ore does not go on, nor chips to a site that takes none")
  }

  @Test(
    "a lead time is rounded up to periods, rounding aside, and counts where there are several",
    arguments: [
      ("5", "10", "4", 1), ("10", "10", "4", 1), ("10.1", "10", "4", 2), ("2.1", "0.7", "4", 3),
      ("0", "10", "4", 0), ("99", "10", "1", 0),
    ])
  func leadTimes(days: String, period: String, periods: String, lead: Int) throws {
    let network = try CaseFiles.sound.with("lanes.csv", "from,to,lead_days\n*,*,\(days)\n")
      .with("settings.csv", "key,value\nperiod_days,\(period)\nperiods,\(periods)\n")
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv").network()
    #expect(Set(network.lanes.map(\.lead)) == [lead])
  }

  @Test("what is brought to a stop can be brought on from there, over several stops")
  func chains() throws {
    let sites = "site,region\nDresden,DE\nAustin,US\nA,DE\nB,US\nC,DE\n"
    let lanes = "from,to,unit_cost\nC,Berlin,3\nB,C,2\nA,B,1\nDresden,A,0\n"
    let network = try CaseFiles.sound.with("sites.csv", sites).with("lanes.csv", lanes)
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv").network()
    #expect(
      network.laneWords == [
        "Dresden → A chip 0.0", "A → B chip 1.0", "B → C chip 2.0", "C → Berlin chip 3.0",
      ])
  }

  @Test("lanes that lead in a circle are kept out where they reach no market")
  func circles() throws {
    #expect(
      try Self.words("Austin,Dresden,,1,\nDresden,Austin,,1,\nDresden,Berlin,,1,\n") == [
        "Dresden → Austin chip 1.0", "Dresden → Berlin chip 1.0", "Austin → Dresden chip 1.0",
      ])
  }

  @Test("freight by distance needs coordinates of both ends, and says of which it has none")
  func distances() throws {
    let lanes = "from,to,unit_cost,cost_per_km\n*,*,1,0.01\n"
    let files = CaseFiles.sound.with("lanes.csv", lanes)
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv")
    let network = try files.network()
    let expected = 1 + 0.01 * 0.0
    #expect(
      network.lanes.first { $0.origin == 0 }?.freight == expected,
      "Dresden and Berlin both lie at the centre of DE")
    let without = files.with("regions.csv", "region,latitude,longitude,parent\nEU,,,\nDE,,,EU\nUS,38,-97,\n")
    #expect(
      try without.networkTold() == [
        "lanes.csv:2:cost_per_km: the distance is not known '0.01'; expected latitude and longitude of Dresden or its region"
      ])
    let inherited = files.with(
      "regions.csv", "region,latitude,longitude,parent\nEU,50,10,\nDE,,,EU\nUS,38,-97,\n")
    #expect(throws: Never.self) { try inherited.network() }
  }

  @Test("markets that nothing reaches are worth a remark")
  func unreached() throws {
    let advice = try CaseFiles.sound.with("lanes.csv", "from,to,unit_cost\n*,EU,1\n")
      .replacing("block,corridor,Suez,0,\n", with: "block,site,Austin,0,\n", in: "disruptions.csv").network()
      .advice
    #expect(advice.map(\.problem) == ["no lane can bring chip there, so all of it will be short"])
    #expect(advice.map(\.value) == ["Boston"])
    #expect(advice.first?.location.row == 3)
  }
}
