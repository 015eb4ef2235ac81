extension SourcingNetwork {
  static func name(of place: NetworkPlace, _ found: SourcingCase) -> String {
    switch place {
    case .site(let site): found.sites[site].id
    case .market(let market): found.markets[market].id
    }
  }

  /// Remarks on demand that no lane reaches.
  static func advice(_ found: SourcingCase, demands: [NetworkDemand]) -> [Fault] {
    demands.filter(\.inbound.isEmpty).map { demand in
      let market = found.markets[demand.market].id
      let item = found.items[demand.item].id
      let row = found.demand.firstIndex { $0.market == market && $0.item == item }
      return Fault(
        .advice, at: found.origin.location(table: "demand", row: row, column: "market"), value: market,
        Message(NetworkText.outOfReach, ["item": item]))
    }
  }
}
