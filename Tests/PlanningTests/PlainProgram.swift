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
  private var commit: [Variable] = []
  private var reserve: [Variable] = []
  private var undisturbed = Flows()
  private var expected = LinearExpression()
  private let network: SourcingNetwork

  /// Columns of one scenario.
  private struct Flows {
    var make: [Variable] = []
    var surge: [Variable] = []
    var ship: [Variable] = []
    var short: [Variable] = []
    var cost = LinearExpression()
  }

  init(_ network: SourcingNetwork) {
    self.network = network
    let firstStage = addFirstStage()
    var flows: [Flows] = []
    for scenario in network.scenarios.indices { flows.append(addScenario(scenario)) }
    undisturbed = flows[0]
    expected = firstStage
    for (scenario, flow) in zip(network.scenarios, flows) { expected.add(scenario.probability, flow.cost) }
    addObjective(firstStage, flows)
    for policy in network.policies { add(policy) }
  }

  private mutating func addFirstStage() -> LinearExpression {
    var cost = LinearExpression()
    for site in network.sourcingCase.sites {
      let isOpen = model.addVariable("open", upper: 1)
      open.append(isOpen)
      if site.isExisting {
        cost += site.closingCost * (1 - isOpen)
      } else {
        cost.add(site.openingCost, isOpen)
      }
    }
    for capability in network.capabilities {
      let row = capability.capability
      let (main, other) = (model.addVariable("primary", upper: 1), model.addVariable("backup", upper: 1))
      let (bought, held) = (model.addVariable("commit"), model.addVariable("reserve"))
      model.addConstraint(main + other <= open[capability.site], name: "open")
      model.addConstraint(bought <= row.capacity * main, name: "commit")
      model.addConstraint(bought + held <= row.capacity * (main + other), name: "capacity")
      model.addConstraint(bought >= row.minVolume * main, name: "least volume")
      if row.reservationCost == nil { model.addConstraint(held == 0.0, name: "no reserve") }
      cost.add(row.isQualified ? 0 : row.qualificationCost, main + other)
      cost.add(row.reservationCost ?? 0, held)
      primary.append(main)
      backup.append(other)
      commit.append(bought)
      reserve.append(held)
    }
    return cost
  }

  private mutating func addScenario(_ scenario: Int) -> Flows {
    var flows = Flows()
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let available = network.availability(capability: index, scenario: scenario)
      let ready = row.activationDays == 0 ? 1.0 : 0.0
      let (make, surge) = (model.addVariable("make"), model.addVariable("surge"))
      model.addConstraint(make <= available * commit[index], name: "make")
      model.addConstraint(surge <= available * ready * reserve[index], name: "surge")
      flows.cost.add(row.unitCost * available, commit[index])
      flows.cost.add(row.unitCost + row.surgeCost, surge)
      flows.make.append(make)
      flows.surge.append(surge)
    }
    for (index, lane) in network.lanes.enumerated() {
      let ship = model.addVariable("ship")
      let available = network.availability(lane: index, scenario: scenario)
      if available == 0 {
        model.addConstraint(ship <= 0.0, name: "down")
      } else if let capacity = lane.capacity {
        model.addConstraint(ship <= available * capacity, name: "lane")
      }
      let everything = network.totalDemand(item: lane.item)
      model.addConstraint(ship <= everything * open[lane.origin], name: "sender")
      flows.cost.add(lane.freight + lane.duty, ship)
      flows.ship.append(ship)
    }
    for node in network.nodes {
      let gained =
        sum(node.inbound, flows.ship) + sum(node.capabilities, flows.make)
        + sum(node.capabilities, flows.surge)
      model.addConstraint(gained == sum(node.outbound, flows.ship), name: "balance")
    }
    for demand in network.demands {
      let short = model.addVariable("short")
      model.addConstraint(sum(demand.inbound, flows.ship) + short == demand.quantity, name: "demand")
      flows.cost.add(demand.shortageCost, short)
      flows.short.append(short)
    }
    return flows
  }

  private mutating func addObjective(_ firstStage: LinearExpression, _ flows: [Flows]) {
    let settings = network.sourcingCase.settings
    let weight = settings.riskMeasure == .cvar ? settings.riskWeight : 0
    model.addToObjective(weight * firstStage + (1 - weight) * expected)
    if weight == 0 { return }
    let threshold = model.addVariable("threshold", lower: -.infinity, objective: weight)
    for (scenario, flow) in zip(network.scenarios, flows) {
      let excess = model.addVariable(
        "excess", objective: weight * scenario.probability / (1 - settings.riskLevel))
      model.addConstraint(excess >= flow.cost - threshold, name: "excess")
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
        for group in item.groups {
          let left = item.capabilities.filter { !group.sites.contains(network.capabilities[$0].site) }
          model.addConstraint(sum(left, commit) + sum(left, reserve) >= limit * item.demand, name: "cover")
        }
      }
    case .maxCost: model.addConstraint(expected <= limit, name: "max_cost")
    case .singleSource: addSingleSource(policy)
    default: break
    }
  }

  private mutating func addSingleSource(_ policy: NetworkPolicy) {
    for demand in network.demands where policy.items.contains(where: { $0.item == demand.item }) {
      guard policy.markets?.contains(demand.market) ?? true else { continue }
      var chosen = LinearExpression()
      for (_, lanes) in Dictionary(grouping: demand.inbound, by: { network.lanes[$0].origin }) {
        let choice = model.addBinary("choice")
        model.addConstraint(sum(lanes, undisturbed.ship) <= demand.quantity * choice, name: "chosen")
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
      return sum(lanes, undisturbed.ship)
    }
    let members = item.capabilities.filter { sites?.contains(network.capabilities[$0].site) ?? true }
    return sum(members, undisturbed.make) + sum(members, undisturbed.surge)
  }

  private func sum(_ indexes: [Int], _ variables: [Variable]) -> LinearExpression {
    LinearExpression(terms: indexes.map { .init(1, variables[$0]) })
  }
}
