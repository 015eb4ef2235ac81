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
