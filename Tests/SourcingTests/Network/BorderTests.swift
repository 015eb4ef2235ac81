import Testing

@testable import Sourcing

@Suite("Duties and bans hold at borders, the most specific row first")
struct BorderTests {
  private static func files(duties: String = "", controls: String = "") -> CaseFiles {
    CaseFiles.sound.with("duties.csv", "origin,destination,item,class,rate\n" + duties)
      .with("controls.csv", "origin,destination,item,class,kind\n" + controls)
  }

  /// The rate from Austin (US) to Berlin (DE in EU) for a chip, whose value is 10.
  private static func rate(_ duties: String) throws -> Double? {
    try files(duties: duties).network().duty(from: "Austin", to: "Berlin").map { $0 / 10 }
  }

  @Test("without a row there is no duty")
  func none() throws {
    #expect(try Self.rate("") == 0)
    #expect(try Self.rate("EU,US,,,0.5\n") == 0)
    #expect(try Self.rate("*,*,ore,,0.5\n") == 0)
    #expect(try Self.rate("*,*,,resource,0.5\n") == 0)
  }

  @Test(
    "the most specific row counts, whatever the order",
    arguments: [
      // Ranks: * 0, bloc 100, region 200 less the steps up; item 300, class 200.
      ("*,*,,,0.1\n*,West,,,0.2\n", 0.2), ("West,West,,,0.1\n*,EU,,,0.2\n", 0.1),
      ("West,EU,,,0.1\n*,DE,,,0.2\n", 0.1),
      ("US,EU,,,0.1\nUS,DE,,,0.2\n", 0.2), ("*,*,,technology,0.2\n*,West,,,0.1\n", 0.2),
      ("*,*,chip,,0.3\n*,*,,technology,0.2\n", 0.3),
      ("US,DE,,,0.1\n*,*,chip,,0.3\n", 0.1), ("*,*,chip,,0.3\n*,*,chip,technology,0.4\n", 0.4),
    ])
  func mostSpecific(_ rows: String, _ rate: Double) throws {
    for text in [rows, rows.split(separator: "\n").reversed().map { $0 + "\n" }.joined()] {
      #expect(try Self.rate(text) == rate)
    }
  }

  @Test("inside one region a row counts only if it names that region at both ends")
  func inside() throws {
    func rate(_ duties: String) throws -> Double? {
      try Self.files(duties: duties).network().duty(from: "Dresden", to: "Berlin").map { $0 / 10 }
    }
    #expect(try rate("*,*,,,0.1\nEU,EU,,,0.2\nWest,West,,,0.3\nDE,EU,,,0.4\n") == 0)
    #expect(try rate("*,*,,,0.1\nDE,DE,,,0.5\n") == 0.5)
  }

  @Test("two rows of the highest rank with different rates are told, both of them")
  func contradictions() throws {
    let told = try Self.files(duties: "US,West,,,0.1\nWest,EU,,,0.2\n*,*,,,0.3\n").networkTold()
    // US to bloc: 200 + 100; bloc to the region above: 100 + 199.
    #expect(told == [])
    #expect(
      try Self.files(
        duties: "US,West,,,0.1\nUS,West,,technology,0.3\nUS,*,,technology,0.4\nUS,West,,technology,0.5\n"
      )
      .networkTold() == [
        "duties.csv:5:rate: contradicts row 3, which is as specific for US → DE, item chip '0.5'; expected the same rate (0.3), or a more specific row"
      ])
  }

  @Test("rows that a more specific one beats contradict nothing")
  func beaten() throws {
    #expect(try Self.rate("*,EU,,,0.1\n*,EU,,,0.2\nUS,DE,,,0.3\n") == 0.3)
    #expect(try Self.rate("US,DE,,,0.3\n*,EU,,,0.1\n*,EU,,,0.2\n") == 0.3)
  }

  @Test("rows of the highest rank that agree are no fault")
  func agreeing() throws {
    #expect(try Self.rate("US,DE,,,0.3\nUS,DE,,,0.3\n") == 0.3)
  }

  /// The rate from Austin to Berlin without a claim, and what a claim saves.
  private static func rates(_ duties: String) throws -> [Double] {
    let network = try files(duties: "").with(
      "duties.csv", "origin,destination,item,class,rate,requires_content\n" + duties
    ).network()
    let lane = try #require(
      network.lanes.indices.first { index in
        network.sourcingCase.sites[network.lanes[index].origin].id == "Austin"
          && SourcingNetwork.name(of: network.lanes[index].destination, network.sourcingCase) == "Berlin"
          && network.sourcingCase.items[network.lanes[index].item].id == "chip"
      })
    return [network.lanes[lane].duty / 10, (network.rules[0].preferences[lane]?.saving ?? 0) / 10]
  }

  @Test(
    "a preferential rate stands beside the one without, whichever is more specific",
    arguments: [
      ("*,*,,,0.4,\nWest,West,,,0.1,0.5\n", [0.4, 0.3]),
      ("US,DE,chip,,0.5,\nWest,West,,,0,0.5\n", [0.5, 0.5]),
      ("*,*,,,0.4,\nWest,West,,,0.1,0.5\nUS,EU,,,0.25,0.3\n", [0.4, 0.15]),
      ("*,*,,,0.1,\nWest,West,,,0.2,0.5\n", [0.1, 0]), ("West,West,,,0,0.5\n", [0, 0]),
      ("*,*,,,0.5,\nWest,West,ore,,0,0.5\n", [0.5, 0]), ("*,*,,,0.5,\nEU,EU,,,0,0.5\n", [0.5, 0]),
    ])
  func preferences(_ rows: String, _ expected: [Double]) throws {
    let rates = try Self.rates(rows)
    #expect(zip(rates, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(rates)")
  }

  @Test("preferential rows of the highest rank that disagree are told")
  func contradictingPreferences() throws {
    let told = try Self.files().with(
      "duties.csv",
      "origin,destination,rate,requires_content\n*,*,0.4,\nWest,West,0.1,0.5\nWest,West,0.1,0.6\n"
    ).networkTold()
    #expect(
      told == [
        "duties.csv:4:rate: contradicts row 3, which is as specific for DE → US, item chip '0.1'; expected the same rate (0.1) for the same content (0.5), or a more specific row"
      ])
  }

  @Test("a preferential rate that nobody can gain by is remarked on")
  func idlePreference() throws {
    let network = try Self.files().with(
      "duties.csv", "origin,destination,rate,requires_content\n*,*,0.1,\nWest,West,0.1,0.5\n"
    ).network()
    #expect(
      network.advice.map(\.description).contains {
        $0.hasSuffix(
          "duties.csv:3:rate: advice: no lane pays more without this preferential rate, so nobody will claim it '0.1'"
        )
      })
  }

  @Test(
    "any ban that matches stops the lane",
    arguments: [
      ("US,DE,chip,,ban\n", true), ("US,EU,,technology,ban\n", true), ("West,*,,,ban\n", true),
      ("*,*,,,ban\n", true),
      ("EU,US,,,ban\n", false), ("US,DE,ore,,ban\n", false), ("*,*,,resource,ban\n", false),
    ])
  func bans(_ rows: String, _ isBanned: Bool) throws {
    let network = try Self.files(controls: rows).network()
    #expect((network.duty(from: "Austin", to: "Berlin") == nil) == isBanned)
    #expect(network.duty(from: "Dresden", to: "Berlin") != nil, "inside a region no border is crossed")
  }
}
