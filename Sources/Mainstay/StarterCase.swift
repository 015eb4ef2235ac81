public import Sourcing

extension SourcingCase {
  /// A small case to begin with: a maker of heat pumps sources compressors, fans and controllers for three
  /// plants from six suppliers in four countries.
  ///
  /// All names and numbers are invented. It shows most tables in use, plans at once, and is an example of
  /// a case built in code.
  public static var starter: SourcingCase {
    var found = SourcingCase(name: "heat pumps", currency: "thousand EUR")
    found.settings.riskMeasure = .cvar
    found.settings.riskWeight = 0.3
    found.settings.riskLevel = 0.9
    found.addPlaces()
    found.addSupply()
    found.addBorders()
    found.addDisruptions()
    found.addPolicies()
    return found
  }

  private mutating func addPlaces() {
    regions = [
      Region("CZ", name: "Czechia", latitude: 49.8, longitude: 15.5),
      Region("ES", name: "Spain", latitude: 40.4, longitude: -3.7),
      Region("MX", name: "Mexico", latitude: 25.7, longitude: -100.3),
      Region("US", name: "United States", latitude: 35.2, longitude: -80.8),
      Region("VN", name: "Vietnam", latitude: 10.8, longitude: 106.7),
    ]
    blocs = [
      BlocMembership(bloc: "EU", region: "CZ", kind: "customs union"),
      BlocMembership(bloc: "EU", region: "ES", kind: "customs union"),
      BlocMembership(bloc: "USMCA", region: "MX", kind: "trade agreement"),
      BlocMembership(bloc: "USMCA", region: "US", kind: "trade agreement"),
    ]
    sites = [
      Site("saigon-drives", region: "VN", name: "Saigon Drives", isExisting: true, closingCost: 150),
      Site("mekong-motors", region: "VN", name: "Mekong Motors", openingCost: 200),
      Site(
        "moravia-kompresory", region: "CZ", name: "Moravia Kompresory", isExisting: true, closingCost: 300),
      Site("iberia-clima", region: "ES", name: "Iberia Clima", openingCost: 350, owner: "Clima Group"),
      Site("monterrey-clima", region: "MX", name: "Monterrey Clima", openingCost: 300, owner: "Clima Group"),
      Site("puebla-electronica", region: "MX", name: "Puebla Electrónica", openingCost: 250),
    ]
    markets = [
      Market("plant-brno", region: "CZ", name: "Brno plant", latitude: 49.2, longitude: 16.6),
      Market("plant-zaragoza", region: "ES", name: "Zaragoza plant", latitude: 41.7, longitude: -0.9),
      Market("plant-charlotte", region: "US", name: "Charlotte plant"),
    ]
  }

  /// Quantities are thousand pieces a year, so that a unit cost in thousand EUR is the price of a piece in EUR.
  private mutating func addSupply() {
    items = [
      Item("compressor", itemClass: "mechanical", isCritical: true, unit: "thousand pieces", unitValue: 180),
      Item("controller", itemClass: "electronic", isCritical: true, unit: "thousand pieces", unitValue: 60),
      Item("fan", itemClass: "mechanical", unit: "thousand pieces", unitValue: 25),
    ]
    capabilities = [
      Capability(
        site: "saigon-drives", item: "compressor", capacity: 90, unitCost: 140, isQualified: true,
        reservationCost: 9, surgeCost: 15),
      Capability(
        site: "moravia-kompresory", item: "compressor", capacity: 60, unitCost: 182, isQualified: true,
        reservationCost: 14, surgeCost: 20),
      Capability(
        site: "iberia-clima", item: "compressor", capacity: 45, unitCost: 176, qualificationCost: 120,
        reservationCost: 12, surgeCost: 20),
      Capability(
        site: "monterrey-clima", item: "compressor", capacity: 50, unitCost: 165, qualificationCost: 120,
        reservationCost: 10, surgeCost: 20),
      Capability(
        site: "saigon-drives", item: "controller", capacity: 120, unitCost: 41, isQualified: true,
        reservationCost: 3, surgeCost: 5),
      Capability(
        site: "mekong-motors", item: "controller", capacity: 120, unitCost: 39, qualificationCost: 80,
        minVolume: 20,
        reservationCost: 3, surgeCost: 5),
      Capability(
        site: "moravia-kompresory", item: "controller", capacity: 60, unitCost: 63, qualificationCost: 60,
        reservationCost: 5, surgeCost: 8),
      Capability(
        site: "puebla-electronica", item: "controller", capacity: 80, unitCost: 52, qualificationCost: 70,
        reservationCost: 4, surgeCost: 6),
      Capability(site: "mekong-motors", item: "fan", capacity: 150, unitCost: 14, qualificationCost: 20),
      Capability(
        site: "moravia-kompresory", item: "fan", capacity: 80, unitCost: 22, isQualified: true,
        reservationCost: 2, surgeCost: 3),
      Capability(
        site: "monterrey-clima", item: "fan", capacity: 90, unitCost: 19, qualificationCost: 20,
        reservationCost: 2, surgeCost: 3),
    ]
    let needs: [(item: String, shortageCost: Double, quantities: [Double])] = [
      ("compressor", 900, [35, 25, 30]), ("controller", 700, [35, 25, 30]), ("fan", 400, [35, 25, 30]),
    ]
    for need in needs {
      for (market, quantity) in zip(markets, need.quantities) {
        demand.append(
          Demand(market: market.id, item: need.item, quantity: quantity, shortageCost: need.shortageCost))
      }
    }
  }

  private mutating func addBorders() {
    // Inside Europe and inside North America by road, within reach of no chokepoint.
    lanes = [
      Lane(from: "CZ", to: "CZ", unitCost: 0.5, costPerKm: 0.004, mode: "road"),
      Lane(from: "CZ", to: "ES", unitCost: 0.5, costPerKm: 0.004, mode: "road"),
      Lane(from: "ES", to: "CZ", unitCost: 0.5, costPerKm: 0.004, mode: "road"),
      Lane(from: "ES", to: "ES", unitCost: 0.5, costPerKm: 0.004, mode: "road"),
      Lane(from: "MX", to: "US", unitCost: 1, costPerKm: 0.004, mode: "road"),
    ]
    // From Vietnam to Europe there are two ways by sea: through Suez, or around the Cape for more.
    for destination in ["CZ", "ES"] {
      lanes.append(
        Lane(from: "VN", to: destination, unitCost: 3, costPerKm: 0.0006, corridor: "Suez", mode: "sea"))
      lanes.append(Lane(from: "VN", to: destination, unitCost: 3, costPerKm: 0.0011, mode: "sea"))
      lanes.append(Lane(from: "MX", to: destination, unitCost: 3, costPerKm: 0.0008, mode: "sea"))
      lanes.append(Lane(from: destination, to: "US", unitCost: 3, costPerKm: 0.0008, mode: "sea"))
    }
    lanes.append(Lane(from: "VN", to: "US", unitCost: 3, costPerKm: 0.0006, corridor: "Panama", mode: "sea"))
    lanes.append(Lane(from: "VN", to: "US", unitCost: 6, costPerKm: 0.0009, mode: "sea and rail"))
    // The most specific row counts: inside a bloc the zero beats what holds for the rest of the world.
    duties = [
      Duty(from: "*", to: "EU", rate: 0.03),
      Duty(from: "EU", to: "EU", rate: 0),
      Duty(from: "*", to: "USMCA", rate: 0.025),
      Duty(from: "VN", to: "USMCA", itemClass: "electronic", rate: 0.2),
      Duty(from: "USMCA", to: "USMCA", rate: 0),
    ]
  }

  private mutating func addDisruptions() {
    disruptions = [
      Disruption("typhoon", .region, "VN", factor: 0.3),
      Disruption("fire in Saigon", .site, "saigon-drives", factor: 0),
      Disruption("Suez closed", .corridor, "Suez", factor: 0),
      Disruption("drought in Panama", .corridor, "Panama", factor: 0),
      Disruption("power rationing", .bloc, "EU", factor: 0.6),
      Disruption("blockade", .region, "MX", factor: 0.2),
    ]
    scenarios = [
      ScenarioRow("typhoon", probability: 0.06, disruption: "typhoon"),
      ScenarioRow("fire", probability: 0.02, disruption: "fire in Saigon"),
      ScenarioRow("canals", probability: 0.05, disruption: "Suez closed"),
      ScenarioRow("canals", probability: 0.05, disruption: "drought in Panama"),
      ScenarioRow("power crisis", probability: 0.03, disruption: "power rationing"),
      ScenarioRow("border", probability: 0.03, disruption: "blockade"),
      ScenarioRow("bad year", probability: 0.01, disruption: "typhoon"),
      ScenarioRow("bad year", probability: 0.01, disruption: "power rationing"),
    ]
  }

  private mutating func addPolicies() {
    policies = [
      Policy("one main supplier, one backup", .oneMain, critical: true, count: 1),
      Policy("backup in another country", .separate, critical: true, scope: .region),
      Policy("no country above 70 %", .maxShare, critical: true, scope: .region, limit: 0.7),
    ]
  }
}
