import Sourcing

extension RandomCase {
  /// The case of a seed with chains, whose items are worth more the further they are made, and preferential rates of duty;
  /// every third has rules that lapse or come into force.
  static func preferred(seed: Int) throws -> SourcingCase {
    let found = try seed.isMultiple(of: 3) ? ruled(seed: 2 * seed + 1) : mixed(seed: seed, .chained)
    return try found.addingPreferences(seed: seed)
  }
}

extension SourcingCase {
  /// The case with preferential rates of duty.
  func addingPreferences(seed: Int) throws -> SourcingCase {
    var draw = Draw(seed: 4_000_000 + seed)
    while true {
      var found = self
      found.addPreferences(&draw)
      do {
        _ = try SourcingNetwork(found)
        return found
      } catch let faults as CaseFaults {
        guard faults.faults.allSatisfy({ $0.description.contains("contradicts") }) else { throw faults }
      }
    }
  }

  private mutating func addPreferences(_ draw: inout Draw) {
    for index in regions.indices where regions[index].id != "World" && regions[index].parent == nil {
      if draw.chance(0.6) { regions[index].parent = "World" }
    }
    // Later items are inputs of earlier ones.
    for index in items.indices {
      items[index].unitValue = draw.amount(4...10) * Double(items.count - index)
    }
    // Who leaves demand short pays no duty.
    for index in demand.indices { demand[index].shortageCost *= 4 }
    if draw.chance(0.9) { duties.append(Duty(from: "*", to: "*", rate: draw.amount(0.1...0.4))) }
    let ends = regions.map(\.id) + ["Pact", "Union"].filter { name in blocs.contains { $0.bloc == name } }
    for number in 1...draw.whole(2...4) {
      let origin = draw.chance(0.5) ? "World" : draw.one(of: ends) ?? "World"
      var row = Duty(
        from: origin, to: draw.chance(0.7) ? origin : draw.one(of: ends) ?? "World",
        item: draw.chance(0.4) ? draw.one(of: items.map(\.id)) : nil,
        rate: draw.chance(0.6) ? 0 : draw.amount(0...0.3),
        requiresContent: draw.one(of: [0, 0.3, 0.5, 0.5, 0.7, 0.9]) ?? 0.5)
      // Rules that disruptions name already may take preferential rates with them.
      if draw.chance(0.4), let rule = draw.one(of: duties.compactMap(\.rule)) { row.rule = rule }
      if row.rule == nil, draw.chance(0.3) { row.rule = "pact \(number)" }
      duties.append(row)
    }
  }
}
