/// The rows of a plan that tell what originates, by name and by position in a network.
struct OriginRows {
  private let places: [Place]
  private let positions: [[String]: Int]

  /// Where an amount stands in ``Layout/Origin``.
  private struct Place {
    var origin: Int
    var amounts: WritableKeyPath<Layout.Origin, [Double]>
    var position: Int
    var row: PlanOrigin
  }

  init(_ network: SourcingNetwork) {
    places = network.origins.indices.flatMap { Self.places($0, network) }
    positions = Dictionary(
      places.enumerated().map { (Self.key($1.row), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everything that can originate under an agreement, with the row that tells of it.
  private static func places(_ index: Int, _ network: SourcingNetwork) -> [Place] {
    let (origin, found) = (network.origins[index], network.sourcingCase)
    func row(_ step: PlanOrigin.Step, _ site: Int, _ item: Int) -> PlanOrigin {
      PlanOrigin(
        scenario: "", period: 0, agreement: origin.name, step: step, site: found.sites[site].id,
        item: found.items[item].id, quantity: 0)
    }
    let lanes = origin.lanes.enumerated().map { position, lane in
      let known = network.lanes[lane]
      var row = row(.sent, known.origin, known.item)
      row.to = SourcingNetwork.name(of: known.destination, found)
      row.corridor = found.lanes[known.row].corridor ?? ""
      row.mode = known.mode ?? ""
      return Place(origin: index, amounts: \.ship, position: position, row: row)
    }
    let makers = origin.makers.enumerated().map { position, maker in
      let known = network.capabilities[maker]
      var row = row(.made, known.site, known.item)
      row.recipe = known.capability.recipe ?? ""
      return Place(origin: index, amounts: \.make, position: position, row: row)
    }
    let uses = origin.uses.enumerated().map { position, use in
      var row = makers[use.maker].row
      row.step = .used
      row.input = found.items[use.item].id
      return Place(origin: index, amounts: \.use, position: position, row: row)
    }
    let nodes = origin.nodes.enumerated().map { position, node in
      let row = row(.kept, network.nodes[node].site, network.nodes[node].item)
      return Place(origin: index, amounts: \.hold, position: position, row: row)
    }
    return lanes + makers + uses + nodes
  }

  private static func key(_ row: PlanOrigin) -> [String] {
    [
      row.agreement, row.step.rawValue, row.site, row.to, row.item, row.recipe, row.input, row.corridor,
      row.mode,
    ]
  }

  /// The rows of a period of a scenario.
  func rows(_ done: Layout.PeriodRecourse, scenario: String, period: Int) -> [PlanOrigin] {
    places.compactMap { place in
      let quantity = done.origins[place.origin][keyPath: place.amounts][place.position]
      if quantity <= 0 { return nil }
      var row = place.row
      (row.scenario, row.period, row.quantity) = (scenario, period, quantity)
      return row
    }
  }

  /// Adds the amount of a row to what is done in its period.
  ///
  /// - Returns: Whether the case knows the row.
  func add(_ row: PlanOrigin, _ quantity: Double, to done: inout Layout.PeriodRecourse) -> Bool {
    guard let position = positions[Self.key(row)] else { return false }
    let place = places[position]
    done.origins[place.origin][keyPath: place.amounts][place.position] += quantity
    return true
  }
}
