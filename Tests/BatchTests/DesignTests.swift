import Mainstay
import Testing

@Suite struct DesignTests {
  private static let demand = Factor.Target("demand", "quantity", isScaled: true)

  private func list(_ design: Design, _ factors: Factor...) throws -> VariantList {
    var list = VariantList()
    try list.add(design, of: factors)
    return list
  }

  @Test("in a Latin hypercube each factor has one sample in each stratum, and the seed decides which")
  func latin() throws {
    let range = Factor("demand", .range(0...1, Self.demand))
    let levels = Factor(
      "cost", Factor.Target("sites", "opening_cost", isScaled: false), values: [.number(1), .number(2)])
    let samples = try list(.latin(samples: 40, seed: 7), range, levels)
    #expect(samples.count == 40)
    let values = (0..<40).map { Double(samples[$0].levels[0].level) ?? -1 }
    #expect(Set(values.map { Int($0 * 40) }) == Set(0..<40))
    #expect((0..<40).count { samples[$0].levels[1].level == "1" } == 20)
    let again = try list(.latin(samples: 40, seed: 7), range, levels)
    #expect((0..<40).map { again[$0].id } == (0..<40).map { samples[$0].id })
    let other = try list(.latin(samples: 40, seed: 8), range, levels)
    #expect((0..<40).map { other[$0].id } != (0..<40).map { samples[$0].id })
  }

  @Test("a tornado has the case as it stands, then one factor at a time")
  func tornado() throws {
    let found = try list(
      .tornado, Factor("demand", .range(0.8...1.2, Self.demand)),
      Factor("cost", Factor.Target("sites", "opening_cost", isScaled: true), values: [.number(2)]))
    #expect((0..<found.count).map { found[$0].name } == ["base", "demand=0.8", "demand=1.2", "cost=2"])
    #expect(found[0].edits.isEmpty)
  }

  @Test("a grid of more variants than a number holds is refused")
  func hugeGrid() throws {
    let factors = (0..<30).map { number in
      Factor("f\(number)", Self.demand, values: (1...20).map { .number(Double($0)) })
    }
    var list = VariantList()
    #expect(throws: CaseFaults.self) { try list.add(.grid, of: factors) }
  }

  @Test("a factor in one line is read as the factor that it says")
  func factorText() throws {
    let duty = try FactorText.parse("duty: duties.rate[destination=EU, class=] = 0, 0.25")
    let target = Factor.Target(
      "duties", "rate", isScaled: false, where: ["destination": [.text("EU")], "class": [.blank]])
    #expect(duty == Factor("duty", target, values: [.number(0), .number(0.25)]))
    #expect(
      try FactorText.parse("demand.quantity *= 0.5 .. 2")
        == Factor("demand.quantity", .range(0.5...2, Self.demand)))
    #expect(
      try FactorText.parse("settings.risk_measure = cvar, worst")
        == Factor(
          "settings.risk_measure", Factor.Target("settings", "risk_measure", isScaled: false),
          values: [.text("cvar"), .text("worst")]))
  }

  @Test(
    "what is no factor is refused",
    arguments: [
      "", "demand", "demand.quantity", "demand = 1", "demand.quantity *= a", "a.b = 2 .. 1", "a.b[c = 1",
      "a.b[c] = 1", "a.b =", "a.b = 1,,2", ".b = 1",
    ])
  func noFactor(text: String) {
    #expect(throws: Fault.self) { try FactorText.parse(text) }
  }
}
