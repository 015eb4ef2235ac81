/// Duties and controls as they apply to what moves from one region to another, in one state of the rules.
struct BorderRules {
  /// Contradictions met so far.
  private(set) var faults: [Fault] = []
  private let found: SourcingCase
  private let regions: RegionIndex
  private let state: RuleState
  /// Rows of `duties` in force that ask for no content, by item.
  private let duties: [[Int]]
  /// Rows of `duties` in force with a preferential rate, by item.
  private let preferences: [[Int]]
  /// Rows of `controls` in force, by item.
  private let controls: [[Int]]
  private var charges: [Crossing: Double] = [:]
  private var banned: [Crossing: Bool] = [:]
  private var told: Set<[Int]> = []

  /// What moves from where to where, by index.
  private struct Crossing: Hashable {
    var origin: Int
    var destination: Int
    var item: Int
  }

  init(_ found: SourcingCase, _ regions: RegionIndex, _ state: RuleState = RuleState()) {
    self.found = found
    self.regions = regions
    self.state = state
    let inForce = found.items.map { item in
      found.duties.indices.filter { row in
        let duty = found.duties[row]
        return state.duties[row] ?? duty.inForce
          && Specificity.ofItem(item, named: duty.item, inClass: duty.itemClass) != nil
      }
    }
    duties = inForce.map { $0.filter { found.duties[$0].requiresContent == nil } }
    preferences = inForce.map { $0.filter { found.duties[$0].requiresContent != nil } }
    controls = found.items.map { item in
      found.controls.indices.filter { row in
        let control = found.controls[row]
        return state.controls[row] ?? control.inForce
          && Specificity.ofItem(item, named: control.item, inClass: control.itemClass) != nil
      }
    }
  }

  /// What a unit pays at the border: duty, and fees of the licences that it needs.
  mutating func charge(from origin: Int, to destination: Int, item: Int) -> Double {
    if duties[item].isEmpty, controls[item].isEmpty, state.tariffs.isEmpty { return 0 }
    let crossing = Crossing(origin: origin, destination: destination, item: item)
    if let known = charges[crossing] { return known }
    var charge = dutyRate(crossing) * found.items[item].unitValue
    for row in controls[item] {
      let control = found.controls[row]
      if control.kind == .licence, rank(control.origin, control.destination, crossing) != nil {
        charge += control.cost
      }
    }
    charges[crossing] = charge
    return charge
  }

  /// The preferential rate that a unit with the content asked for may claim: its row of `duties`, and what it saves; nil
  /// where there is none that saves anything.
  mutating func preference(from origin: Int, to destination: Int, item: Int) -> (row: Int, saving: Double)? {
    if preferences[item].isEmpty { return nil }
    let crossing = Crossing(origin: origin, destination: destination, item: item)
    let rows = mostSpecific(preferences[item], crossing)
    guard let first = rows.first else { return nil }
    for row in rows {
      let (one, other) = (found.duties[first], found.duties[row])
      if one.rate != other.rate || one.requiresContent != other.requiresContent { tell(first, row, crossing) }
    }
    let saved = dutyRate(crossing) - changed(found.duties[first].rate, crossing)
    let saving = saved * found.items[item].unitValue
    return saving > 0 ? (first, saving) : nil
  }

  /// The rate of duty, a share of the unit value, on what claims no preference; 0 where no row matches.
  private mutating func dutyRate(_ crossing: Crossing) -> Double {
    let rows = mostSpecific(duties[crossing.item], crossing)
    let rate = rows.first.map { found.duties[$0].rate } ?? 0
    for row in rows where found.duties[row].rate != rate { tell(rows[0], row, crossing) }
    return changed(rate, crossing)
  }

  /// Those of some rows of `duties` that match a crossing with the highest rank.
  private func mostSpecific(_ candidates: [Int], _ crossing: Crossing) -> [Int] {
    let item = crossing.item
    var best = -1
    var rows: [Int] = []
    for row in candidates {
      let duty = found.duties[row]
      guard let ends = rank(duty.origin, duty.destination, crossing),
        let itemRank = Specificity.ofItem(found.items[item], named: duty.item, inClass: duty.itemClass)
      else { continue }
      let rank = ends + itemRank
      if rank > best {
        best = rank
        rows = [row]
      } else if rank == best {
        rows.append(row)
      }
    }
    return rows
  }

  /// A rate as tariffs change it: multiplied by all of their factors, then raised by all that they add.
  private func changed(_ rate: Double, _ crossing: Crossing) -> Double {
    var (factor, added) = (1.0, 0.0)
    for tariff in state.tariffs where matches(tariff.pattern, crossing) {
      factor *= tariff.factor
      added += tariff.added
    }
    return rate * factor + added
  }

  /// Whether a ban stops it.
  mutating func isBanned(from origin: Int, to destination: Int, item: Int) -> Bool {
    if controls[item].isEmpty, state.bans.isEmpty { return false }
    let crossing = Crossing(origin: origin, destination: destination, item: item)
    if let known = banned[crossing] { return known }
    let result =
      controls[item].contains { row in
        let control = found.controls[row]
        return control.kind == .ban && rank(control.origin, control.destination, crossing) != nil
      } || state.bans.contains { matches($0, crossing) }
    banned[crossing] = result
    return result
  }

  /// Whether a control speaks of it.
  func matches(_ control: Control, from origin: Int, to destination: Int, item: Int) -> Bool {
    let crossing = Crossing(origin: origin, destination: destination, item: item)
    return rank(control.origin, control.destination, crossing) != nil
      && Specificity.ofItem(found.items[item], named: control.item, inClass: control.itemClass) != nil
  }

  /// Whether the ends of a control fit.
  func crosses(_ control: Control, from origin: Int, to destination: Int) -> Bool {
    rank(control.origin, control.destination, Crossing(origin: origin, destination: destination, item: 0))
      != nil
  }

  private func matches(_ pattern: BorderPattern, _ crossing: Crossing) -> Bool {
    rank(pattern.origin, pattern.destination, crossing) != nil
      && Specificity.ofItem(found.items[crossing.item], named: pattern.item, inClass: pattern.itemClass)
        != nil
  }

  /// The rank of both ends together, nil where a row does not match. Inside a region no border is crossed,
  /// and only a row that names the region at both ends matches.
  private func rank(_ origin: String, _ destination: String, _ crossing: Crossing) -> Int? {
    if crossing.origin == crossing.destination {
      let name = regions.names[crossing.origin]
      return origin == name && destination == name ? 2 * Specificity.region(above: 0) : nil
    }
    guard
      let from = Specificity.ofBorderEnd(
        origin, chain: regions.chains[crossing.origin], blocs: regions.blocs[crossing.origin]),
      let to = Specificity.ofBorderEnd(
        destination, chain: regions.chains[crossing.destination], blocs: regions.blocs[crossing.destination])
    else { return nil }
    return from + to
  }

  /// What a row that contradicts another one should say.
  private func sameAs(_ row: Int) -> Message {
    let duty = found.duties[row]
    guard let content = duty.requiresContent else {
      return Message(ExpectedText.sameRate, ["rate": duty.rate])
    }
    return Message(ExpectedText.sameRateAndContent, ["rate": duty.rate, "content": content])
  }

  private mutating func tell(_ first: Int, _ second: Int, _ crossing: Crossing) {
    guard told.insert([first, second]).inserted else { return }
    let line = found.origin.location(table: "duties", row: first).row ?? 0
    let names = "\(regions.names[crossing.origin]) → \(regions.names[crossing.destination])"
    faults.append(
      Fault(
        at: found.origin.location(table: "duties", row: second, column: "rate"),
        value: NumberText.shortest(found.duties[second].rate),
        Message(
          NetworkText.contradictsRow, ["row": line, "places": names, "item": found.items[crossing.item].id]),
        expected: sameAs(first)))
  }
}
