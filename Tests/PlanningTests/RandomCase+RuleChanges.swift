import Sourcing

extension RandomCase {
  /// The case of a seed with licences, rules in force or not, and scenarios that change duties and controls.
  static func ruled(seed: Int) throws -> SourcingCase {
    var draw = Draw(seed: 2_000_000 + seed)
    while true {
      var found = try mixed(seed: seed, seed.isMultiple(of: 2) ? .tiny : .chained)
      addRules(to: &found, &draw)
      do {
        _ = try SourcingNetwork(found)
        return found
      } catch let faults as CaseFaults {
        guard faults.faults.allSatisfy({ $0.description.contains("contradicts") }) else { throw faults }
      }
    }
  }

  private static func addRules(to found: inout SourcingCase, _ draw: inout Draw) {
    let ends = found.regions.map(\.id) + Set(found.blocs.map(\.bloc)).sorted() + ["*", "*"]
    for index in found.items.indices where found.items[index].unitValue == 0 {
      found.items[index].unitValue = draw.amount(1...20)
    }
    func end() -> String { draw.one(of: ends) ?? "*" }
    for number in 1...3 {
      let rule: String? = draw.chance(0.8) ? "rule \(number)" : nil
      let kind: Control.Kind = draw.one(of: [.ban, .quota, .licence]) ?? .ban
      found.controls.append(
        Control(
          from: end(), to: end(), item: draw.chance(0.5) ? nil : draw.one(of: found.items.map(\.id)),
          kind: kind,
          limit: kind == .ban ? nil : draw.amount(0...60), cost: kind == .licence ? draw.amount(0...5) : 0,
          rule: rule, inForce: rule == nil || draw.chance(0.5)))
    }
    for index in found.sites.indices where draw.chance(0.4) {
      found.sites[index].ownerRegion = draw.one(of: found.regions.map(\.id))
    }
    if draw.chance(0.4) {
      found.controls.append(
        Control(
          from: end(), to: end(), item: draw.chance(0.6) ? draw.one(of: found.items.map(\.id)) : nil,
          kind: .screening))
    }
    for number in 1...2 {
      found.duties.append(
        Duty(
          from: end(), to: end(), item: draw.one(of: found.items.map(\.id)), rate: draw.amount(0...0.5),
          rule: "duty \(number)", inForce: draw.chance(0.5)))
    }
    let names = Set(found.scenarios.map(\.scenario)).sorted()
    let taken = names.reduce(0) { total, name in
      total + (found.scenarios.first { $0.scenario == name }?.probability ?? 0)
    }
    let rules = Set(found.controls.compactMap(\.rule)).sorted()
    for number in 1...draw.whole(2...4) {
      let name = "change \(number)"
      var row = Disruption(name, .duty, "duty \(draw.whole(1...2))", factor: draw.chance(0.5) ? 1 : 0)
      let crossing = "\(end()) > \(end())" + (draw.chance(0.5) ? "" : ": \(found.items[0].id)")
      switch draw.whole(0...3) {
      case 0: break
      case 1 where !rules.isEmpty: (row.targetKind, row.target) = (.control, draw.one(of: rules) ?? "")
      case 2: (row.targetKind, row.target, row.factor) = (.control, crossing, 0)
      default:
        (row.target, row.factor, row.addedRate) = (crossing, draw.amount(0...3), draw.amount(0...0.5))
        row.rampDays = draw.amount(0...90)
      }
      row.startDay = draw.chance(0.5) ? 0 : draw.amount(0...(2 * found.settings.periodDays))
      row.durationDays = draw.chance(0.5) ? nil : draw.amount(0...(2 * found.settings.periodDays))
      found.disruptions.append(row)
      if let other = draw.one(of: names), draw.chance(0.3),
        let known = found.scenarios.first(where: { $0.scenario == other })
      {
        found.scenarios.append(ScenarioRow(other, probability: known.probability, disruption: name))
      } else {
        found.scenarios.append(ScenarioRow(name, probability: max(0, 1 - taken) / 5, disruption: name))
      }
    }
  }
}
