import Sourcing

/// A lane without its row: what two cases have in common where a row of one is missing in the other.
struct Way: Hashable {
  private var places: [String]
  private var freight: Double
  private var capacity: Double?
  private var lead: Int
  private var route: [String?]

  init(_ lane: NetworkLane, in found: SourcingCase) {
    let row = found.lanes[lane.row]
    let destination =
      switch lane.destination {
      case .site(let site): found.sites[site].id
      case .market(let market): found.markets[market].id
      }
    places = [found.sites[lane.origin].id, destination, found.items[lane.item].id]
    (freight, capacity, lead) = (lane.freight, lane.capacity, lane.lead)
    route = [row.corridor, row.mode]
  }
}

extension SourcingNetwork {
  /// Its lanes without their rows.
  var ways: Set<Way> { Set(lanes.map { Way($0, in: sourcingCase) }) }
}
