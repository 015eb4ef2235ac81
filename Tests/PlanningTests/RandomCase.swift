import Sourcing

/// Makes small random cases that mix every feature of the model.
///
/// Regions with parents, overlapping blocs, owners; sites that exist and close, hubs and hubs behind hubs, makers
/// that pass on; lanes by name, region and wildcard, side by side over corridors and modes; duties and bans;
/// contracts with least volumes, reserves, activation; scenarios of several disruptions; risk; all kinds of policy.
struct RandomCase {
  /// How large a case is.
  struct Size: Sendable {
    var makers = 3...4
    var hubs = 0...2
    var items = 1...2
    var markets = 1...2
    var scenarios = 0...4
    var policies = 0...4
    /// Chance that a site makes an item.
    var making = 0.75
    /// Whether there are recipes, periods, lead times, holding and strategic stock.
    var hasChains = false

    static let tiny = Size()
    /// As large as glpsol solves in well under a second.
    static let medium = Size(
      makers: 6...6, hubs: 0...1, items: 2...2, markets: 4...4, scenarios: 4...4, policies: 1...4)
    /// Two or three tiers over a few periods.
    static let chained = Size(
      makers: 3...4, hubs: 0...1, items: 2...4, markets: 1...2, scenarios: 0...2, policies: 0...2,
      making: 0.5, hasChains: true)
  }

  var draw: Draw
  let size: Size
  var found: SourcingCase

  /// The case of a seed.
  ///
  /// Rows are drawn blindly, so that some cases contradict themselves; the first sound one is taken.
  static func mixed(seed: Int, _ size: Size = .tiny) throws -> SourcingCase {
    var draw = Draw(seed: seed)
    while true {
      var random = RandomCase(
        draw: draw, size: size, found: SourcingCase(name: "random \(seed)", currency: "EUR"))
      random.fill()
      draw = random.draw
      do {
        _ = try SourcingNetwork(random.found)
        return random.found
      } catch let faults as CaseFaults {
        guard faults.faults.allSatisfy({ $0.description.contains("contradicts") }) else { throw faults }
      }
    }
  }

  private mutating func fill() {
    addSettings()
    addRegions()
    addItems()
    if size.hasChains { addRecipes() }
    addSites()
    addMarkets()
    if size.hasChains { addDemandByPeriod() }
    addCapabilities()
    addLanes()
    if size.hasChains { addLeadTimes() }
    addBorders()
    addScenarios()
    for number in 0..<draw.whole(size.policies) { addPolicy(number + 1) }
  }

  private mutating func addSettings() {
    found.settings.periodDays = draw.chance(0.3) ? 30 : 365
    found.settings.riskMeasure = draw.chance(0.6) ? .cvar : .expected
    found.settings.riskWeight = draw.one(of: [0, 0.3, 0.3, 0.5, 1]) ?? 0
    found.settings.riskLevel = draw.one(of: [0, 0.5, 0.8, 0.95]) ?? 0
    if size.hasChains { addHorizon() }
  }

  private mutating func addRegions() {
    found.regions = [Region("World", latitude: 0, longitude: 0)]
    for name in ["East", "West"] {
      found.regions.append(Region(name, latitude: 40, longitude: name == "East" ? 90 : -90))
      if draw.chance(0.3) { found.regions[found.regions.count - 1].parent = "World" }
    }
    for number in 1...draw.whole(2...3) {
      var region = Region("R\(number)", parent: draw.one(of: ["World", "East", "West"]))
      if draw.chance(0.4) {
        (region.latitude, region.longitude) = (draw.amount(-60...60), draw.amount(-180...180))
      }
      found.regions.append(region)
    }
    for bloc in ["Pact", "Union"] {
      let members = draw.some(of: found.regions.map(\.id).filter { $0 != "World" }, 0.3)
      found.blocs += members.map { BlocMembership(bloc: bloc, region: $0) }
    }
  }

  private mutating func addItems() {
    for number in 1...draw.whole(size.items) {
      found.items.append(
        Item(
          "I\(number)", itemClass: draw.one(of: ["tech", "labour", nil]) ?? nil, isCritical: draw.chance(0.5),
          unitValue: draw.amount(0...10)))
    }
  }

  /// A region for a place: mostly one at the bottom.
  private mutating func region() -> String {
    draw.one(of: found.regions.map(\.id).filter { $0 != "World" || draw.chance(0.2) }) ?? "World"
  }

  private mutating func addSites() {
    let names = (1...draw.whole(size.makers)).map { "S\($0)" } + (0..<draw.whole(size.hubs)).map { "H\($0)" }
    for name in names {
      var site = Site(name, region: region(), owner: draw.one(of: ["Ada", "Bo", nil]) ?? nil)
      site.openingCost = draw.chance(0.7) ? draw.amount(0...60) : 0
      site.isExisting = draw.chance(0.4)
      site.closingCost = draw.chance(0.7) ? draw.amount(0...80) : 0
      if draw.chance(0.2) {
        (site.latitude, site.longitude) = (draw.amount(-60...60), draw.amount(-180...180))
      }
      found.sites.append(site)
    }
  }

  private mutating func addMarkets() {
    for number in 1...draw.whole(size.markets) {
      found.markets.append(Market("M\(number)", region: region()))
      for item in found.items where draw.chance(0.8) {
        found.demand.append(
          Demand(
            market: "M\(number)", item: item.id, quantity: draw.chance(0.08) ? 0 : draw.amount(5...40),
            shortageCost: draw.amount(8...60)))
      }
    }
    if found.demand.isEmpty {
      found.demand.append(
        Demand(market: "M1", item: "I1", quantity: draw.amount(5...40), shortageCost: draw.amount(8...60)))
    }
  }

  private mutating func addCapabilities() {
    for site in found.sites {
      for item in found.items where draw.chance(site.id.hasPrefix("H") ? 0.1 : size.making) {
        var row = capability(site: site.id, item: item.id)
        row.recipe = recipe(for: item.id)
        found.capabilities.append(row)
        // Another technology for the same item at the same site.
        guard size.hasChains, draw.chance(0.3) else { continue }
        row = capability(site: site.id, item: item.id)
        row.recipe = recipe(for: item.id)
        if !found.capabilities.contains(where: {
          $0.site == row.site && $0.item == row.item && $0.recipe == row.recipe
        }) {
          found.capabilities.append(row)
        }
      }
    }
    if found.capabilities.isEmpty { found.capabilities.append(capability(site: "S1", item: "I1")) }
  }

  private mutating func capability(site: String, item: String) -> Capability {
    var row = Capability(site: site, item: item, capacity: draw.amount(5...60), unitCost: draw.amount(0...8))
    row.qualificationCost = draw.amount(0...30)
    row.isQualified = draw.chance(0.3)
    if draw.chance(0.25) { row.minVolume = draw.amount(0...(row.capacity / 2)) }
    if draw.chance(0.7) { row.reservationCost = draw.chance(0.15) ? 0 : draw.amount(0...1) }
    row.surgeCost = draw.amount(0...3)
    if draw.chance(0.25) { row.activationDays = draw.amount(1...400) }
    if draw.chance(0.25) { row.rampDays = draw.amount(1...400) }
    if size.hasChains, row.activationDays > 0 {
      row.activationDays = draw.amount(1...(2 * found.settings.periodDays))
      row.rampDays = draw.chance(0.5) ? draw.amount(1...(3 * found.settings.periodDays)) : 0
    }
    return row
  }
}
