extension Layout {
  /// Reads the decisions of a plan document, noting rows that do not fit the case.
  public static func reading(_ plan: Plan, _ network: SourcingNetwork) -> (layout: Layout, faults: [Fault]) {
    var reader = PlanRows(network)
    reader.readFirstStage(plan)
    reader.readRecourse(plan)
    return (reader.layout, reader.faults)
  }

  /// Reads what a plan decides before anything happens, for a case that may have other scenarios than the
  /// plan's own.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - network: The case.
  ///   - withPipeline: Whether what was made and sent in the period before the first is read as well.
  /// - Throws: ``CaseFaults`` where the plan names sites or sources that the case does not have.
  public static func readingFirstStage(
    _ plan: Plan, _ network: SourcingNetwork, withPipeline: Bool = false
  ) throws -> Layout {
    var reader = PlanRows(network)
    reader.readFirstStage(plan)
    if withPipeline { reader.readPipeline(plan) }
    if !reader.faults.isEmpty { throw CaseFaults(reader.faults) }
    return reader.layout
  }

  /// Writes the decisions into a plan document; amounts below a millionth part of nothing are left out.
  public func write(into plan: inout Plan, _ network: SourcingNetwork) {
    let found = network.sourcingCase
    plan.sites = found.sites.indices.filter { isOpen[$0] || found.sites[$0].isExisting }.map { index in
      PlanSite(site: found.sites[index].id, open: isOpen[index], existing: found.sites[index].isExisting)
    }
    plan.projects = network.projects.indices.filter { isDeveloped[$0] }.map { index in
      let project = network.projects[index]
      return PlanProject(
        project: project.name,
        unlocks: project.capabilities.map { unlocked in
          let row = network.capabilities[unlocked].capability
          return .init(site: row.site, item: row.item, recipe: row.recipe ?? "")
        }, days: project.days, readyPeriod: project.readyPeriod, cost: project.cost,
        partners: project.partners)
    }
    var supply = [Double](repeating: 0, count: found.items.count)
    for (index, capability) in network.capabilities.enumerated() { supply[capability.item] += volume(index) }
    plan.sourcing = network.capabilities.indices.compactMap { index in
      guard let role = role[index] else { return nil }
      let capability = network.capabilities[index]
      return PlanSource(
        item: capability.capability.item, site: capability.capability.site,
        recipe: capability.capability.recipe ?? "", role: role, commit: commit[index],
        reserve: reserve[index], volume: volume(index),
        share: supply[capability.item] > 0 ? volume(index) / supply[capability.item] : 0)
    }.sorted { left, right in
      (left.item, left.role == .primary ? 0 : 1, -left.share, left.site, left.recipe)
        < (right.item, right.role == .primary ? 0 : 1, -right.share, right.site, right.recipe)
    }
    plan.stock = network.nodes.indices.filter { stock[$0] > 0 }.map { index in
      PlanStock(
        site: found.sites[network.nodes[index].site].id, item: found.items[network.nodes[index].item].id,
        quantity: stock[index])
    }
    let writer = PeriodWriter(network)
    writer.write(pipeline, scenario: SourcingNetwork.undisturbed, period: -1, into: &plan)
    for (index, scenario) in network.scenarios.enumerated() {
      for (period, done) in recourse[index].periods.enumerated() {
        writer.write(done, scenario: scenario.name, period: period, into: &plan)
      }
    }
  }
}

/// Writes what is done in a period as rows of a plan.
private struct PeriodWriter {
  private let network: SourcingNetwork
  private let origins: OriginRows

  init(_ network: SourcingNetwork) {
    self.network = network
    origins = OriginRows(network)
  }

  func write(_ done: Layout.PeriodRecourse, scenario: String, period: Int, into plan: inout Plan) {
    let found = network.sourcingCase
    for (index, lane) in network.lanes.enumerated() where done.ship[index] > 0 {
      plan.flows.append(
        PlanFlow(
          scenario: scenario, period: period, from: found.sites[lane.origin].id,
          to: SourcingNetwork.name(of: lane.destination, found), item: found.items[lane.item].id,
          corridor: found.lanes[lane.row].corridor ?? "", mode: lane.mode ?? "", quantity: done.ship[index]))
    }
    for (index, capability) in network.capabilities.enumerated()
    where done.make[index] > 0 || done.surge[index] > 0 {
      plan.production.append(
        PlanProduction(
          scenario: scenario, period: period, site: capability.capability.site,
          item: capability.capability.item,
          recipe: capability.capability.recipe ?? "", make: done.make[index], surge: done.surge[index]))
    }
    for (index, node) in network.nodes.enumerated() where done.hold[index] > 0 || done.release[index] > 0 {
      plan.inventory.append(
        PlanInventory(
          scenario: scenario, period: period, site: found.sites[node.site].id,
          item: found.items[node.item].id,
          hold: done.hold[index], release: done.release[index]))
    }
    plan.origins += origins.rows(done, scenario: scenario, period: period)
    for (index, demand) in network.demands.enumerated() where done.short[index] > 0 {
      plan.shortages.append(
        PlanShortage(
          scenario: scenario, period: period, market: found.markets[demand.market].id,
          item: found.items[demand.item].id, quantity: done.short[index]))
    }
  }
}

/// Reads a plan's rows by name.
private struct PlanRows {
  var layout: Layout
  var faults: [Fault] = []
  private let network: SourcingNetwork
  private let sites: [String: Int]
  private let capabilities: [[String]: Int]
  private let lanes: [[String]: Int]
  private let demands: [[String]: Int]
  private let nodes: [[String]: Int]
  private let scenarios: [String: Int]
  private let projects: [String: Int]

  init(_ network: SourcingNetwork) {
    let found = network.sourcingCase
    self.network = network
    layout = Layout(network)
    sites = Dictionary(uniqueKeysWithValues: found.sites.enumerated().map { ($1.id, $0) })
    capabilities = Dictionary(
      uniqueKeysWithValues: network.capabilities.enumerated().map {
        ([$1.capability.site, $1.capability.item, $1.capability.recipe ?? ""], $0)
      })
    lanes = Dictionary(
      uniqueKeysWithValues: network.lanes.enumerated().map { index, lane in
        (
          [
            found.sites[lane.origin].id, SourcingNetwork.name(of: lane.destination, found),
            found.items[lane.item].id,
            found.lanes[lane.row].corridor ?? "", lane.mode ?? "",
          ], index
        )
      })
    demands = Dictionary(
      uniqueKeysWithValues: network.demands.enumerated().map {
        ([found.markets[$1.market].id, found.items[$1.item].id], $0)
      })
    nodes = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map {
        ([found.sites[$1.site].id, found.items[$1.item].id], $0)
      })
    projects = Dictionary(uniqueKeysWithValues: network.projects.enumerated().map { ($1.name, $0) })
    scenarios = Dictionary(uniqueKeysWithValues: network.scenarios.enumerated().map { ($1.name, $0) })
  }

  mutating func readFirstStage(_ plan: Plan) {
    for (row, site) in plan.sites.enumerated() {
      guard let index = sites[site.site] else {
        unknown("sites", row, "site", site.site, among: sites.keys)
        continue
      }
      layout.isOpen[index] = site.open
    }
    for (row, project) in plan.projects.enumerated() {
      guard let index = projects[project.project] else {
        unknown("projects", row, "project", project.project, among: projects.keys)
        continue
      }
      if layout.isDeveloped[index] { repeated("projects", row, project.project) }
      layout.isDeveloped[index] = true
      let known = network.projects[index]
      if abs(project.cost - known.cost) > LayoutCheck.tolerance * max(1, known.cost)
        || project.readyPeriod != known.readyPeriod || project.partners != known.partners
      {
        faults.append(
          Fault(
            at: .init(file: "plan#projects", row: row + 1), value: project.project,
            Message(PlanFaultText.otherProject)))
      }
    }
    var seen: Set<Int> = []
    for (row, source) in plan.sourcing.enumerated() {
      guard let index = capabilities[[source.site, source.item, source.recipe]] else {
        unknown("sourcing", row, "site", "\(source.site), \(source.item)", among: [])
        continue
      }
      if !seen.insert(index).inserted { repeated("sourcing", row, "\(source.site), \(source.item)") }
      layout.role[index] = source.role
      layout.commit[index] = amount(source.commit, "sourcing", row, "commit")
      layout.reserve[index] = amount(source.reserve, "sourcing", row, "reserve")
    }
    for (row, stock) in plan.stock.enumerated() {
      guard let node = nodes[[stock.site, stock.item]] else {
        unknown("stock", row, "site", "\(stock.site), \(stock.item)", among: [])
        continue
      }
      layout.stock[node] += amount(stock.quantity, "stock", row, "quantity")
    }
  }

  /// Reads what was made and sent in the period before the first.
  mutating func readPipeline(_ plan: Plan) {
    readMovement(plan) { $0 == -1 }
  }

  mutating func readRecourse(_ plan: Plan) {
    readMovement(plan) { _ in true }
    for (row, shortage) in plan.shortages.enumerated() {
      guard let demand = demands[[shortage.market, shortage.item]] else {
        unknown("shortages", row, "market", "\(shortage.market), \(shortage.item)", among: [])
        continue
      }
      let quantity = amount(shortage.quantity, "shortages", row, "quantity")
      change(shortage.scenario, shortage.period, "shortages", row) { $0.short[demand] += quantity }
    }
    readInventory(plan)
    readOrigins(plan)
  }

  private mutating func readOrigins(_ plan: Plan) {
    let rows = OriginRows(network)
    for (index, row) in plan.origins.enumerated() {
      let quantity = amount(row.quantity, "origins", index, "quantity")
      var isKnown = true
      change(row.scenario, row.period, "origins", index) { isKnown = rows.add(row, quantity, to: &$0) }
      if !isKnown { unknown("origins", index, "agreement", "\(row.agreement), \(row.site)", among: []) }
    }
  }

  /// Reads flows and production of some periods.
  private mutating func readMovement(_ plan: Plan, _ isRead: (Int) -> Bool) {
    for (row, flow) in plan.flows.enumerated() where isRead(flow.period) {
      guard let lane = lanes[[flow.from, flow.to, flow.item, flow.corridor, flow.mode]] else {
        unknown("flows", row, "from", "\(flow.from) → \(flow.to), \(flow.item)", among: [])
        continue
      }
      let quantity = amount(flow.quantity, "flows", row, "quantity")
      change(flow.scenario, flow.period, "flows", row) { $0.ship[lane] += quantity }
    }
    for (row, production) in plan.production.enumerated() where isRead(production.period) {
      guard let capability = capabilities[[production.site, production.item, production.recipe]] else {
        unknown("production", row, "site", "\(production.site), \(production.item)", among: [])
        continue
      }
      let make = amount(production.make, "production", row, "make")
      let surge = amount(production.surge, "production", row, "surge")
      change(production.scenario, production.period, "production", row) {
        $0.make[capability] += make
        $0.surge[capability] += surge
      }
    }
  }

  private mutating func readInventory(_ plan: Plan) {
    for (row, inventory) in plan.inventory.enumerated() {
      guard let node = nodes[[inventory.site, inventory.item]] else {
        unknown("inventory", row, "site", "\(inventory.site), \(inventory.item)", among: [])
        continue
      }
      let hold = amount(inventory.hold, "inventory", row, "hold")
      let release = amount(inventory.release, "inventory", row, "release")
      change(inventory.scenario, inventory.period, "inventory", row) {
        $0.hold[node] += hold
        $0.release[node] += release
      }
    }
  }

  /// Changes what is done in a period of a scenario; the period before the first is the same for all.
  private mutating func change(
    _ name: String, _ period: Int, _ list: String, _ row: Int, _ body: (inout Layout.PeriodRecourse) -> Void
  ) {
    guard let scenario = scenarios[name] else {
      unknown(list, row, "scenario", name, among: scenarios.keys)
      return
    }
    if period == -1, scenario == 0 {
      body(&layout.pipeline)
    } else if layout.recourse[scenario].periods.indices.contains(period) {
      body(&layout.recourse[scenario].periods[period])
    } else {
      unknown(list, row, "period", String(period), among: [])
    }
  }

  private mutating func amount(_ value: Double, _ list: String, _ row: Int, _ column: String) -> Double {
    if value.isFinite, value >= 0 { return value }
    faults.append(
      Fault(
        at: .init(file: "plan#\(list)", row: row + 1, column: column), value: "\(value)",
        Message(PlanFaultText.notAmount), expected: Message(PlanFaultText.numberFromZero)))
    return 0
  }

  private mutating func repeated(_ list: String, _ row: Int, _ value: String) {
    faults.append(
      Fault(
        at: .init(file: "plan#\(list)", row: row + 1), value: value,
        Message(CheckText.duplicate)))
  }

  private mutating func unknown(
    _ list: String, _ row: Int, _ column: String, _ value: String, among names: some Sequence<String>
  ) {
    faults.append(
      Fault(
        at: .init(file: "plan#\(list)", row: row + 1, column: column), value: value,
        Message(PlanFaultText.noSuchRow), expected: Message(PlanFaultText.standsInCase),
        suggestion: NearestName.of(value, among: names)))
  }
}
