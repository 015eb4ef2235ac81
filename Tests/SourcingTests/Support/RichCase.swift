import Sourcing

extension SourcingCase {
  /// A sound case in which every column of every table that this version plans has a value somewhere.
  static var rich: SourcingCase {
    var rich = SourcingCase(name: "Rich: \"quotes\", commas\nand lines", currency: "€")
    rich.settings.periodDays = 91.25
    rich.settings.periods = 2
    rich.settings.strategicStock = true
    rich.settings.riskMeasure = .cvar
    rich.settings.riskWeight = 0.3
    rich.settings.riskLevel = 0.9
    rich.settings.projectAlignment = -0.25
    rich.settings.seed = 42
    rich.settings.generation = GenerationSettings.everyKeySet
    rich.regions = [
      Region(
        "Europe", name: "Europe, the \"old\" one", latitude: 50.5, longitude: 10, outageRate: 0.01,
        outageDays: 30),
      Region(
        "Österreich", name: "two\nlines\r\nand three", latitude: 47.6, longitude: 14.1, parent: "Europe"),
      Region("Japan", latitude: 36, longitude: 138), Region("中国", name: "a\u{2028}b\u{85}c\u{B}d"),
    ]
    rich.blocs = [
      BlocMembership(bloc: "Customs union", region: "Europe", kind: "customs union"),
      BlocMembership(bloc: "Partners", region: "Europe"), BlocMembership(bloc: "Partners", region: "Japan"),
    ]
    rich.alignment = [Alignment("Europe", "Japan", score: 0.9), Alignment("Europe", "中国", score: -0.25)]
    rich.items = [
      Item(
        "chip", name: "\u{301}accent first", itemClass: "technology", isCritical: true, unit: "piece",
        unitValue: 12.5,
        holdingCost: 0.1),
      Item("ore", itemClass: "resource"), Item("labour, skilled"),
    ]
    rich.recipes = [
      RecipeRow("etching", makes: "chip", from: "ore", quantity: 2.5),
      RecipeRow("etching", makes: "chip", from: "labour, skilled", quantity: 1.0 / 3),
    ]
    rich.sites = [
      Site(
        "Wien", region: "Österreich", name: "=SUM(A1)", openingCost: 1e6, isExisting: false, outageRate: 0.1,
        outageDays: 14, latitude: 48.2, longitude: 16.37, owner: "A & Söhne", ownerRegion: "Japan",
        isHub: true),
      Site("Osaka", region: "Japan", isExisting: true, closingCost: 0.1 + 0.2, owner: "B"),
      Site("深圳", region: "中国", isExisting: true, isHub: false),
    ]
    rich.capabilities = [
      Capability(
        site: "Wien", item: "chip", capacity: 1234.5678901234567, unitCost: 3, qualificationCost: 10,
        isQualified: true, minVolume: 5, reservationCost: 0, surgeCost: 2, activationDays: 30, rampDays: 60,
        emissions: 0.7),
      Capability(
        site: "Osaka", item: "chip", recipe: "etching", capacity: 1e12, unitCost: 1e-9, reservationCost: 0.5),
      Capability(site: "深圳", item: "ore", capacity: 100, unitCost: 0),
      Capability(site: "深圳", item: "chip", recipe: "etching", capacity: 5, unitCost: 2),
    ]
    rich.lanes = [
      Lane(
        from: "Wien", to: "Prag", item: "chip", unitCost: 1, costPerKm: 0.001, leadDays: 2, capacity: 900,
        corridor: "Brenner", mode: "rail"),
      Lane(from: "*", to: "*", unitCost: 7), Lane(from: "Japan", to: "Europe", corridor: "Suez", mode: "sea"),
      Lane(from: "深圳", to: "Osaka", item: "ore", capacity: 0),
    ]
    rich.duties = [
      Duty(from: "中国", to: "Customs union", item: "chip", itemClass: "technology", rate: 0.25),
      Duty(from: "*", to: "Europe", rate: 0, rule: "pact: new", inForce: false),
      Duty(from: "Partners", to: "Partners", item: "chip", rate: 0, requiresContent: 0.45),
    ]
    rich.controls = [
      Control(from: "Japan", to: "中国", item: "ore", kind: .ban),
      Control(from: "中国", to: "Partners", itemClass: "resource", kind: .ban),
      Control(from: "中国", to: "Europe", kind: .licence, limit: 7, cost: 0.3, rule: "许可", inForce: false),
    ]
    rich.markets = [
      Market("Prag", region: "Europe", name: "Praha", latitude: 50.08, longitude: 14.44),
      Market("東京", region: "Japan"),
    ]
    rich.demand = [
      Demand(market: "Prag", item: "chip", quantity: 500, shortageCost: 99.99, minService: 0.25),
      Demand(market: "東京", item: "chip", period: 0, quantity: 1.0 / 3, shortageCost: 1e12),
    ]
    rich.disruptions = [
      Disruption(
        "flood", .site, "Wien", factor: 0.5, startDay: 3, durationDays: 20, rampDays: 10, rate: 0.25,
        cause: "storm"),
      Disruption("quake", .region, "Japan"),
      Disruption("split", .bloc, "Partners", factor: 0.9, durationDays: 0),
      Disruption("blocked", .corridor, "Suez"),
      Disruption("tariff", .duty, "中国 > Europe: chip", factor: 1.5, addedRate: 0.1),
    ]
    rich.scenarios = [
      ScenarioRow("calm", probability: 0.25), ScenarioRow("bad", probability: 0.1, disruption: "flood"),
      ScenarioRow("bad", probability: 0.1, disruption: "blocked"),
      ScenarioRow("worse", probability: 1e-9, disruption: "quake"),
      ScenarioRow("apart", probability: 0.01, disruption: "split"),
    ]
    rich.policies = [
      Policy(
        "spread, \"really\"", .maxShare, items: ["chip", "ore"], classes: ["technology", "resource"],
        critical: true,
        markets: ["Prag"], sites: ["Wien", "Osaka"], regions: ["Europe", "Japan"], blocs: ["Partners"],
        owners: ["A & Söhne", "B"], scope: .bloc, limit: 0.6),
      Policy("one", .oneMain, critical: false, scope: .owner, count: 2),
      Policy("must", .require, sites: ["深圳"], count: 0), Policy("cheap", .maxCost, limit: 1e12),
      Policy("mostly", .chanceService, limit: 0.9, level: 0.95),
    ]
    rich.projects = [
      Project("mine \"deep\"", site: "深圳", item: "chip", recipe: "etching", cost: 1e6, days: 45),
      Project(
        "fab", site: "Wien", item: "chip", cost: 12.5, days: 0, partners: ["Japan", "中国"]),
    ]
    rich.current = [
      CurrentSource(
        site: "Osaka", item: "chip", recipe: "etching", role: .primary, commit: 100, reserve: 0.5),
      CurrentSource(site: "深圳", item: "ore", role: .backup),
    ]
    return rich
  }

  /// The case as it would be had it been built in code.
  var withoutOrigin: SourcingCase {
    var copy = self
    copy.origin = CaseOrigin()
    return copy
  }
}

extension GenerationSettings {
  /// Samples, and a value for every key.
  static var everyKeySet: GenerationSettings {
    var settings = GenerationSettings()
    settings.source = .sampled
    settings.contingencyTargets = "region; site"
    settings.contingencyDepth = 2
    settings.contingencyProbability = 0
    settings.contingencyStartDay = 5
    settings.contingencyDays = 0
    settings.outageRampDays = 3.5
    settings.shortOutages = .share
    settings.scenarioLimit = 10
    settings.samples = 20
    settings.alignmentThreshold = 0
    settings.reduceTo = 5
    settings.keepWorst = 0
    return settings
  }
}
