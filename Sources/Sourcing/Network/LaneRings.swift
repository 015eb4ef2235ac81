/// Finds the lanes of each item that lead in a ring, by which it can go from a site over others and come back, where a lane of
/// the ring takes time.
///
/// Such lanes are full when the horizon begins, and a balance alone would let goods go round in them that nobody has made.
/// What may be under way by them is therefore limited at the site that sends it (``SourcingNetwork/ringLanes``).
struct LaneRings {
  private let sourcingCase: SourcingCase
  private let lanes: [NetworkLane]
  /// The lanes of the rings, a list for each ring, with the number of its sites.
  private let rings: [(lanes: [Int], sites: Int)]

  init(_ sourcingCase: SourcingCase, lanes: [NetworkLane]) {
    self.sourcingCase = sourcingCase
    self.lanes = lanes
    guard lanes.contains(where: { $0.lead > 0 }) else {
      rings = []
      return
    }
    let byItem = Dictionary(grouping: lanes.indices, by: { lanes[$0].item })
    rings = byItem.keys.sorted().flatMap { Self.rings(byItem[$0] ?? [], of: lanes) }
  }

  /// Whether a lane belongs to a ring, by lane; empty where there is none.
  var isInRing: [Bool] {
    if rings.isEmpty { return [] }
    var isInRing = [Bool](repeating: false, count: lanes.count)
    for lane in rings.lazy.flatMap(\.lanes) { isInRing[lane] = true }
    return isInRing
  }

  /// A remark for each ring of more than two sites, at the row of a lane of it that takes time: there a way over two lanes can
  /// make sense, and begins with nothing on the second.
  var advice: [Fault] {
    rings.filter { $0.sites > 2 }.compactMap { ring in
      guard let lane = ring.lanes.first(where: { lanes[$0].lead > 0 }).map({ lanes[$0] }) else { return nil }
      let (from, to) = (
        sourcingCase.sites[lane.origin].id, SourcingNetwork.name(of: lane.destination, sourcingCase)
      )
      return Fault(
        .advice, at: sourcingCase.origin.location(table: "lanes", row: lane.row, column: "lead_days"),
        value: sourcingCase.items[lane.item].id,
        Message(NetworkText.circulation, ["from": from, "to": to]), expected: Message(ExpectedText.noWayBack))
    }
  }

  // MARK: Rings of one item

  /// The strongly connected components of the sites by the lanes of an item, of those that hold a lane that takes time.
  private static func rings(_ ofItem: [Int], of lanes: [NetworkLane]) -> [(lanes: [Int], sites: Int)] {
    var ends: [(lane: Int, from: Int, to: Int)] = []
    for index in ofItem {
      if case .site(let site) = lanes[index].destination { ends.append((index, lanes[index].origin, site)) }
    }
    let component = components(ends.map { ($0.from, $0.to) })
    let inside = Dictionary(
      grouping: ends.filter { component[$0.from] == component[$0.to] }, by: { component[$0.from] ?? 0 })
    return inside.values.filter { $0.contains { lanes[$0.lane].lead > 0 } }
      .map { ring in (ring.map(\.lane), Set(ring.map(\.from)).count) }
      .sorted { $0.lanes[0] < $1.lanes[0] }
  }

  /// The strongly connected component of each vertex, named by one of its vertices.
  ///
  /// Two searches in depth, the second against the arcs and in the order in which the first left the vertices: Sharir, "A
  /// strong-connectivity algorithm and its applications in data flow analysis", 1981.
  private static func components(_ arcs: [(from: Int, to: Int)]) -> [Int: Int] {
    let forward = Dictionary(grouping: arcs, by: \.from).mapValues { $0.map(\.to) }
    let backward = Dictionary(grouping: arcs, by: \.to).mapValues { $0.map(\.from) }
    var left: [Int] = []
    var seen: Set<Int> = []
    for start in forward.keys.sorted() {
      // A vertex comes up to be entered, and once more to be left when all behind it is done.
      var waiting = [(vertex: start, isDone: false)]
      while let (vertex, isDone) = waiting.popLast() {
        if isDone {
          left.append(vertex)
        } else if seen.insert(vertex).inserted {
          waiting.append((vertex, true))
          waiting += (forward[vertex] ?? []).filter { !seen.contains($0) }.map { ($0, false) }
        }
      }
    }
    var component: [Int: Int] = [:]
    for root in left.reversed() where component[root] == nil {
      component[root] = root
      var waiting = [root]
      while let vertex = waiting.popLast() {
        for next in backward[vertex] ?? [] where component[next] == nil {
          component[next] = root
          waiting.append(next)
        }
      }
    }
    return component
  }
}
