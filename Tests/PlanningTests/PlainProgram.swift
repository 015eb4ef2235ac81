import LinearModel
import Sourcing

/// The model of "The model", row by row as it is written there: nothing left out, merged or tightened.
///
/// Roles and openings are variables that the caller fixes; policies on roles alone are left to the caller.
struct PlainProgram {
  var model = Model(name: "plain")
  private(set) var open: [Variable] = []
  private(set) var primary: [Variable] = []
  private(set) var backup: [Variable] = []
  private(set) var develop: [Variable] = []
  private(set) var commit: [Variable] = []
  private var reserve: [Variable] = []
  /// What is contracted under each project, by capability and project.
  private var commitBy: [[(project: Int, amount: Variable)]] = []
  private var reserveBy: [[(project: Int, amount: Variable)]] = []
  private var stock: [Variable] = []
  var before = Flows()
  private(set) var undisturbed: [Flows] = []
  /// What is done in each scenario and period, and what that costs.
  private(set) var done: [[Flows]] = []
  private(set) var costs: [LinearExpression] = []
  private var expected = LinearExpression()
  /// What each group supplies, and the most that the length of these volumes may be: no row can say that.
  private(set) var concentrations: [(volumes: [LinearExpression], most: LinearExpression)] = []
  let network: SourcingNetwork

  /// Columns of one period of a scenario.
  struct Flows {
    var make: [Variable] = []
    var surge: [Variable] = []
    var ship: [Variable] = []
    var hold: [Variable] = []
    var release: [Variable] = []
    var short: [Variable] = []
  }

  init(_ network: SourcingNetwork) {
    self.network = network
    let firstStage = addFirstStage()
    addPipeline()
    var costs: [LinearExpression] = []
    for scenario in network.scenarios.indices {
      let (periods, cost) = addScenario(scenario)
      if scenario == 0 { undisturbed = periods }
      done.append(periods)
      costs.append(cost)
    }
    expected = firstStage
    for (scenario, cost) in zip(network.scenarios, costs) { expected.add(scenario.probability, cost) }
    self.costs = costs
    addObjective(firstStage, costs)
    for policy in network.policies { add(policy) }
  }

  var everything: [Double] {
    network.sourcingCase.items.indices.map { network.need(item: $0) }
  }

  private mutating func addFirstStage() -> LinearExpression {
    var cost = LinearExpression()
    let periods = Double(network.periods)
    for site in network.sourcingCase.sites {
      let isOpen = model.addVariable("open", upper: 1)
      open.append(isOpen)
      if site.isExisting {
        cost += site.closingCost * (1 - isOpen)
      } else {
        cost.add(site.openingCost, isOpen)
      }
    }
    for site in network.screening.sites { model.addConstraint(open[site] <= 0.0, name: "screening") }
    for capability in network.capabilities {
      let row = capability.capability
      let (main, other) = (model.addVariable("primary", upper: 1), model.addVariable("backup", upper: 1))
      let (bought, held) = (model.addVariable("commit"), model.addVariable("reserve"))
      model.addConstraint(main + other <= open[capability.site], name: "open")
      if network.screening.capabilities.contains(primary.count) {
        model.addConstraint(main + other <= 0.0, name: "screening")
      }
      model.addConstraint(bought <= row.capacity * main, name: "commit")
      model.addConstraint(bought + held <= row.capacity * (main + other), name: "capacity")
      model.addConstraint(bought >= row.minVolume * main, name: "least volume")
      if row.reservationCost == nil { model.addConstraint(held == 0.0, name: "no reserve") }
      cost.add(row.isQualified ? 0 : row.qualificationCost, main + other)
      primary.append(main)
      backup.append(other)
      commit.append(bought)
      reserve.append(held)
    }
    addProjects(&cost)
    for (index, capability) in network.capabilities.enumerated() {
      for period in 0..<network.periods {
        cost.add(
          capability.capability.reservationCost ?? 0, counted(index, period, reserve[index], reserveBy[index])
        )
      }
    }
    for node in network.nodes {
      let placed = model.addVariable("stock")
      let isAllowed = network.sourcingCase.settings.strategicStock
      var standing = LinearExpression(terms: [.init(1, open[node.site])])
      if node.inbound.isEmpty {
        let makers = node.capabilities.filter { network.unlocking[$0].isEmpty }
        standing = sum(makers, primary) + sum(makers, backup)
      }
      model.addConstraint(placed <= (isAllowed ? everything[node.item] : 0) * standing, name: "stock")
      cost.add(network.sourcingCase.items[node.item].holdingCost * periods, placed)
      stock.append(placed)
    }
    return cost
  }

  /// Each contract is cut into a part for each project, of which only that of the developed one is not zero.
  private mutating func addProjects(_ cost: inout LinearExpression) {
    develop = network.projects.map { _ in model.addVariable("develop", upper: 1) }
    for (project, developed) in zip(network.projects, develop) { cost.add(project.cost, developed) }
    for index in network.capabilities.indices {
      let projects = network.unlocking[index]
      commitBy.append(projects.map { ($0, model.addVariable("commit by")) })
      reserveBy.append(projects.map { ($0, model.addVariable("reserve by")) })
      if projects.isEmpty { continue }
      model.addConstraint(primary[index] + backup[index] <= sum(projects, develop), name: "unlocked")
      model.addConstraint(sum(projects, develop) <= 1.0, name: "one project")
      for (whole, parts) in [(commit[index], commitBy[index]), (reserve[index], reserveBy[index])] {
        model.addConstraint(
          whole == LinearExpression(terms: parts.map { .init(1, $0.amount) }), name: "parts")
        for part in parts {
          let most = network.capabilities[index].capability.capacity
          model.addConstraint(part.amount <= most * develop[part.project], name: "part")
        }
      }
    }
  }

  /// What counts of a contract in a period.
  private func counted(
    _ capability: Int, _ period: Int, _ whole: Variable, _ parts: [(project: Int, amount: Variable)]
  ) -> LinearExpression {
    if network.unlocking[capability].isEmpty { return whole.expression }
    return LinearExpression(
      terms: parts.map { .init(network.projects[$0.project].parts[period], $0.amount) })
  }

  private mutating func addScenario(_ scenario: Int) -> ([Flows], LinearExpression) {
    var cost = LinearExpression()
    var periods: [Flows] = []
    for period in 0..<network.periods {
      var flows = Flows()
      addSupply(scenario, period, &flows, &cost)
      addLanes(scenario, period, &flows, &cost)
      addInventory(scenario, period, &flows, &cost)
      for (index, demand) in network.demands.enumerated() {
        let short = model.addVariable("short")
        model.addConstraint(
          sum(demand.inbound, flows.ship) + short
            == network.quantity(demand: index, scenario: scenario, period: period),
          name: "demand")
        cost.add(demand.shortageCosts[period], short)
        flows.short.append(short)
      }
      periods.append(flows)
    }
    for period in periods.indices { addBalances(periods, period) }
    for index in network.origins.indices { addOrigin(index, scenario, periods, &cost) }
    for (index, placed) in stock.enumerated() {
      var taken = LinearExpression()
      for flows in periods { taken.add(1, flows.release[index]) }
      model.addConstraint(taken <= placed, name: "stock")
    }
    return (periods, cost)
  }

  private mutating func addSupply(
    _ scenario: Int, _ period: Int, _ flows: inout Flows, _ cost: inout LinearExpression
  ) {
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let available = network.availability(capability: index, scenario: scenario, period: period)
      let ready = network.readiness(capability: index, scenario: scenario, period: period)
      let (make, surge) = (model.addVariable("make"), model.addVariable("surge"))
      let committed = counted(index, period, commit[index], commitBy[index])
      let reserved = counted(index, period, reserve[index], reserveBy[index])
      model.addConstraint(make <= available * committed, name: "make")
      model.addConstraint(surge <= available * ready * reserved, name: "surge")
      cost.add(row.unitCost * available, committed)
      cost.add(row.unitCost + row.surgeCost, surge)
      flows.make.append(make)
      flows.surge.append(surge)
    }
  }

  private mutating func addLanes(
    _ scenario: Int, _ period: Int, _ flows: inout Flows, _ cost: inout LinearExpression
  ) {
    for (index, lane) in network.lanes.enumerated() {
      let ship = model.addVariable("ship")
      flows.ship.append(ship)
      cost.add(lane.freight + network.duty(lane: index, scenario: scenario, arrival: period), ship)
      if period < lane.lead {
        model.addConstraint(ship <= before.ship[index], name: "under way")
        continue
      }
      let available = network.availability(lane: index, scenario: scenario, departure: period - lane.lead)
      if available == 0 {
        model.addConstraint(ship <= 0.0, name: "down")
      } else if let capacity = lane.capacity {
        model.addConstraint(ship <= available * capacity, name: "lane")
      }
      model.addConstraint(ship <= everything[lane.item] * open[lane.origin], name: "sender")
    }
  }

  private mutating func addInventory(
    _ scenario: Int, _ period: Int, _ flows: inout Flows, _ cost: inout LinearExpression
  ) {
    let event = network.scenarios[scenario].firstEvent ?? network.periods
    for node in network.nodes {
      let item = network.sourcingCase.items[node.item]
      let isLast = period == network.periods - 1
      let isTaken = period >= event && network.scenarios[scenario].siteAvailability[period][node.site] > 0
      let hold = model.addVariable("hold", upper: isLast ? 0 : .infinity)
      let release = model.addVariable("release", upper: isTaken ? .infinity : 0)
      model.addConstraint(hold <= everything[node.item] * open[node.site], name: "hold")
      cost.add(item.holdingCost, hold)
      cost.add(item.unitValue, release)
      flows.hold.append(hold)
      flows.release.append(release)
    }
  }

  private mutating func addBalances(_ periods: [Flows], _ period: Int) {
    let flows = periods[period]
    for (index, node) in network.nodes.enumerated() {
      var gained =
        sum(node.inbound, flows.ship) + sum(node.capabilities, flows.make)
        + sum(node.capabilities, flows.surge)
      gained.add(1, flows.release[index])
      if period > 0 { gained.add(1, periods[period - 1].hold[index]) }
      var left = LinearExpression(terms: [.init(1, flows.hold[index])])
      for lane in node.outbound where period + network.lanes[lane].lead < periods.count {
        left.add(1, periods[period + network.lanes[lane].lead].ship[lane])
      }
      for consumer in node.consumers {
        left.add(consumer.quantity, flows.make[consumer.capability])
        left.add(consumer.quantity, flows.surge[consumer.capability])
      }
      model.addConstraint(gained == left, name: "balance")
    }
  }

  private mutating func addObjective(_ firstStage: LinearExpression, _ costs: [LinearExpression]) {
    let settings = network.sourcingCase.settings
    let weight = settings.riskMeasure == .cvar ? settings.riskWeight : 0
    model.addToObjective(weight * firstStage + (1 - weight) * expected)
    if weight == 0 { return }
    let threshold = model.addVariable("threshold", lower: -.infinity, objective: weight)
    for (scenario, cost) in zip(network.scenarios, costs) {
      let excess = model.addVariable(
        "excess", objective: weight * scenario.probability / (1 - settings.riskLevel))
      model.addConstraint(excess >= cost - threshold, name: "excess")
    }
  }

  // Policies that look at amounts

  private mutating func add(_ policy: NetworkPolicy) {
    let limit = policy.policy.limit ?? 0
    switch policy.policy.kind {
    case .maxShare:
      for item in policy.items {
        for group in item.groups {
          let part = supply(policy, item, from: group.sites)
          model.addConstraint(part <= limit * supply(policy, item, from: nil), name: "max_share")
        }
      }
    case .autonomy:
      for item in policy.items {
        let part = supply(policy, item, from: item.makers)
        model.addConstraint(part >= limit * supply(policy, item, from: nil), name: "autonomy")
      }
    case .backupCover:
      for item in policy.items {
        for lost in item.groups.isEmpty ? [[]] : item.groups.map(\.sites) {
          let left = item.capabilities.filter { !lost.contains(network.capabilities[$0].site) }
          var held = LinearExpression()
          for index in left {
            for period in 0..<network.periods {
              held.add(1 / Double(network.periods), counted(index, period, commit[index], commitBy[index]))
              held.add(1 / Double(network.periods), counted(index, period, reserve[index], reserveBy[index]))
            }
          }
          model.addConstraint(held >= limit * item.demand, name: "cover")
        }
      }
    case .maxConcentration:
      for item in policy.items {
        concentrations.append(
          (
            item.groups.map { supply(policy, item, from: $0.sites) },
            limit.squareRoot() * supply(policy, item, from: nil)
          ))
      }
    case .maxCost: model.addConstraint(expected <= limit, name: "max_cost")
    case .singleSource: addSingleSource(policy)
    case .maxCapital, .maxEmissions, .minService, .maxCVaR, .maxCVaRShortage, .maxLeadDays:
      addTotal(policy, limit)
    default: break
    }
  }

  private mutating func addSingleSource(_ policy: NetworkPolicy) {
    for demand in network.demands where policy.items.contains(where: { $0.item == demand.item }) {
      guard policy.markets?.contains(demand.market) ?? true else { continue }
      var chosen = LinearExpression()
      for (_, lanes) in Dictionary(grouping: demand.inbound, by: { network.lanes[$0].origin }) {
        let choice = model.addBinary("choice")
        model.addConstraint(total(lanes, \.ship) <= demand.total * choice, name: "chosen")
        chosen += choice
      }
      model.addConstraint(chosen <= 1.0, name: "one choice")
    }
  }

  private func supply(_ policy: NetworkPolicy, _ item: NetworkPolicyItem, from sites: Set<Int>?)
    -> LinearExpression
  {
    if let markets = policy.markets {
      let lanes = network.lanes.indices.filter { index in
        let lane = network.lanes[index]
        guard lane.item == item.item, case .market(let market) = lane.destination else { return false }
        return markets.contains(market) && (sites?.contains(lane.origin) ?? true)
      }
      return total(lanes, \.ship)
    }
    let members = item.capabilities.filter { sites?.contains(network.capabilities[$0].site) ?? true }
    return total(members, \.make) + total(members, \.surge)
  }

  /// A sum over all periods of the undisturbed scenario.
  private func total(_ indexes: [Int], _ variables: KeyPath<Flows, [Variable]>) -> LinearExpression {
    undisturbed.reduce(LinearExpression()) { $0 + sum(indexes, $1[keyPath: variables]) }
  }

  func sum(_ indexes: [Int], _ variables: [Variable]) -> LinearExpression {
    LinearExpression(terms: indexes.map { .init(1, variables[$0]) })
  }
}
