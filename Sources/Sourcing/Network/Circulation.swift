/// Finds lanes that take time and lead in a ring, by which an item can go from site to site and come back.
///
/// Such lanes are full when the horizon begins, and what goes round in a ring needs nobody who makes it: the first periods may
/// be supplied with goods that cost their freight alone.
struct Circulation {
  private let sourcingCase: SourcingCase
  private let lanes: [NetworkLane]

  init(_ sourcingCase: SourcingCase, lanes: [NetworkLane]) {
    self.sourcingCase = sourcingCase
    self.lanes = lanes
  }

  /// A remark for each item that can circulate, at the row of a lane of the ring.
  var advice: [Fault] {
    guard lanes.contains(where: { $0.lead > 0 }) else { return [] }
    let byItem = Dictionary(grouping: lanes.indices, by: { lanes[$0].item })
    return byItem.keys.sorted().compactMap { item in
      guard let lane = laneOfRing(byItem[item] ?? []) else { return nil }
      let (from, to) = (
        sourcingCase.sites[lane.origin].id, SourcingNetwork.name(of: lane.destination, sourcingCase)
      )
      return Fault(
        .advice, at: sourcingCase.origin.location(table: "lanes", row: lane.row, column: "lead_days"),
        value: sourcingCase.items[item].id,
        Message(NetworkText.circulation, ["from": from, "to": to]),
        expected: Message(ExpectedText.noWayBack))
    }
  }

  /// A lane with a lead time from whose end its beginning can be reached; nil where there is none.
  private func laneOfRing(_ ofItem: [Int]) -> NetworkLane? {
    var next: [Int: [Int]] = [:]
    for index in ofItem {
      if case .site(let site) = lanes[index].destination {
        next[lanes[index].origin, default: []].append(site)
      }
    }
    for index in ofItem where lanes[index].lead > 0 {
      guard case .site(let site) = lanes[index].destination else { continue }
      if reaches(lanes[index].origin, from: site, by: next) { return lanes[index] }
    }
    return nil
  }

  private func reaches(_ goal: Int, from start: Int, by next: [Int: [Int]]) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let site = waiting.popLast() {
      if site == goal { return true }
      for other in next[site] ?? [] where seen.insert(other).inserted { waiting.append(other) }
    }
    return false
  }
}
