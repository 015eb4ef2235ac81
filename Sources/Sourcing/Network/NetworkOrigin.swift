/// Goods that originate under an agreement: the places whose materials count as its own, and where the origin of an item has
/// to be followed so that a preferential rate of duty can be claimed.
///
/// Rows of `duties` with the same content that hold between the same places share one.
public struct NetworkOrigin: Sendable {
  /// What plans call it: the ends and the content of its first row.
  public let name: String
  /// Regional value content that a good must have.
  public let content: Double
  /// Indexes of the sites in its territory.
  public let sites: Set<Int>
  /// Indexes of the lanes inside its territory on which origin is of use.
  public let lanes: [Int]
  /// Indexes of the capabilities in its territory for items whose origin is of use.
  public let makers: [Int]
  /// The inputs of these capabilities that have a value.
  public let uses: [NetworkOriginUse]
  /// Indexes of the nodes where such items are.
  public let nodes: [Int]
}

/// An input that a capability takes, as it counts for the origin of what is made of it.
public struct NetworkOriginUse: Sendable {
  /// Position of the capability among ``NetworkOrigin/makers``.
  public let maker: Int
  /// Index of the input's item.
  public let item: Int
  /// Units for a unit of what is made.
  public let quantity: Double
}

/// A preferential rate on a lane.
public struct NetworkPreference: Hashable, Sendable {
  /// Index of the origin that a unit must have.
  public let origin: Int
  /// What a unit that has it pays less than the duty without.
  public let saving: Double
}

/// Finds the territories of preferential rates and follows the items whose origin is of use up their recipes.
struct OriginResolver {
  /// For each row of `duties` the index of its origin; nil for rows that ask for no content.
  let originOfRow: [Int?]
  private let found: SourcingCase
  private let regions: RegionIndex
  private let territories: [Territory]

  private struct Territory: Hashable {
    var regions: Set<Int>
    var content: Double
  }

  init(_ found: SourcingCase, _ regions: RegionIndex) {
    self.found = found
    self.regions = regions
    var territories: [Territory] = []
    originOfRow = found.duties.map { duty in
      guard let content = duty.requiresContent else { return nil }
      let members = regions.names.indices.filter { region in
        [duty.origin, duty.destination].contains {
          regions.chains[region].contains($0) || regions.blocs[region].contains($0)
        }
      }
      let territory = Territory(regions: Set(members), content: content)
      if let known = territories.firstIndex(of: territory) { return known }
      territories.append(territory)
      return territories.count - 1
    }
    self.territories = territories
  }

  /// Whether any row asks for content.
  var isNeeded: Bool { !territories.isEmpty }

  /// - Parameter rules: How duties stand in each state, with the preferences that lanes have then.
  func resolve(
    _ rules: [NetworkRules], lanes: [NetworkLane], capabilities: [NetworkCapability], nodes: [NetworkNode]
  ) -> [NetworkOrigin] {
    territories.indices.map { index in
      let claiming = Set(rules.flatMap { $0.preferences.filter { $1.origin == index }.keys })
      return origin(index, claiming, lanes: lanes, capabilities: capabilities, nodes: nodes)
    }
  }

  private func origin(
    _ index: Int, _ claiming: Set<Int>, lanes: [NetworkLane], capabilities: [NetworkCapability],
    nodes: [NetworkNode]
  ) -> NetworkOrigin {
    let territory = territories[index]
    let sites = Set(
      found.sites.indices.filter { site in
        regions.index(of: found.sites[site].region).map(territory.regions.contains) ?? false
      })
    var items = Set(claiming.map { lanes[$0].item })
    while true {
      let inputs = capabilities.filter { items.contains($0.item) && sites.contains($0.site) }
        .flatMap { $0.inputs.map(\.item) }
      if items.isSuperset(of: inputs) { break }
      items.formUnion(inputs)
    }
    let makers = capabilities.indices.filter {
      items.contains(capabilities[$0].item) && sites.contains(capabilities[$0].site)
    }
    return NetworkOrigin(
      name: name(index), content: territory.content, sites: sites,
      lanes: lanes.indices.filter { lane in
        guard items.contains(lanes[lane].item), sites.contains(lanes[lane].origin) else { return false }
        if case .site(let site) = lanes[lane].destination { return sites.contains(site) }
        return claiming.contains(lane)
      },
      makers: makers,
      uses: makers.enumerated().flatMap { position, maker in
        capabilities[maker].inputs.filter { found.items[$0.item].unitValue > 0 }.map {
          NetworkOriginUse(maker: position, item: $0.item, quantity: $0.quantity)
        }
      },
      nodes: nodes.indices.filter { items.contains(nodes[$0].item) && sites.contains(nodes[$0].site) })
  }

  private func name(_ index: Int) -> String {
    guard let row = originOfRow.firstIndex(of: index) else { return "" }
    let duty = found.duties[row]
    return "\(duty.origin) > \(duty.destination): \(NumberText.shortest(territories[index].content))"
  }

  /// Remarks on preferential rates that nobody can gain by, and on inputs that count for nothing.
  func advice(_ rules: [NetworkRules], _ origins: [NetworkOrigin], _ capabilities: [NetworkCapability])
    -> [Fault]
  {
    let gainful = Set(rules.flatMap { $0.preferences.values.map(\.origin) })
    let idle = found.duties.indices.filter { row in originOfRow[row].map { !gainful.contains($0) } ?? false }
    let remarks = idle.map { row in
      Fault(
        .advice, at: found.origin.location(table: "duties", row: row, column: "rate"),
        value: NumberText.shortest(found.duties[row].rate),
        Message(NetworkText.uselessPreference))
    }
    let inputs = Set(origins.flatMap { $0.makers.flatMap { capabilities[$0].inputs.map(\.item) } })
    return remarks
      + inputs.sorted().filter { found.items[$0].unitValue == 0 }.map { item in
        Fault(
          .advice, at: found.origin.location(table: "items", row: item, column: "unit_value"),
          value: found.items[item].id,
          Message(NetworkText.worthlessInput))
      }
  }
}
