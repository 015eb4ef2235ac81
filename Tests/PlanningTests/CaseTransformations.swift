import Foundation
import Sourcing

/// Changes of a whole case after which it is known how its optimum moves.
extension SourcingCase {
  /// The case with its money in a unit `factor` times smaller, so that every amount of it is as much larger.
  func scalingMoney(by factor: Double) -> SourcingCase {
    var scaled = self
    for index in items.indices {
      scaled.items[index].unitValue *= factor
      scaled.items[index].holdingCost *= factor
    }
    for index in sites.indices {
      scaled.sites[index].openingCost *= factor
      scaled.sites[index].closingCost *= factor
    }
    for index in capabilities.indices {
      scaled.capabilities[index].unitCost *= factor
      scaled.capabilities[index].qualificationCost *= factor
      scaled.capabilities[index].surgeCost *= factor
      scaled.capabilities[index].reservationCost = capabilities[index].reservationCost.map { $0 * factor }
    }
    for index in lanes.indices {
      scaled.lanes[index].unitCost *= factor
      scaled.lanes[index].costPerKm *= factor
    }
    for index in demand.indices { scaled.demand[index].shortageCost *= factor }
    for index in projects.indices { scaled.projects[index].cost *= factor }
    for index in priceTiers.indices { scaled.priceTiers[index].unitCost *= factor }
    for index in clusters.indices { scaled.clusters[index].saving *= factor }
    for index in controls.indices { scaled.controls[index].cost *= factor }
    scaled.settings.objective.budget = settings.objective.budget.map { $0 * factor }
    let money: Set<PolicyKind> = [.maxCost, .maxCapital, .maxCVaR, .survive]
    for index in policies.indices where money.contains(policies[index].kind) {
      scaled.policies[index].limit = policies[index].limit.map { $0 * factor }
    }
    return scaled
  }

  /// The case with the rows of every table in another order.
  func shufflingRows(with draw: inout Draw) -> SourcingCase {
    var shuffled = self
    shuffled.regions.shuffle(using: &draw)
    shuffled.blocs.shuffle(using: &draw)
    shuffled.items.shuffle(using: &draw)
    shuffled.recipes.shuffle(using: &draw)
    shuffled.sites.shuffle(using: &draw)
    shuffled.capabilities.shuffle(using: &draw)
    shuffled.lanes.shuffle(using: &draw)
    shuffled.duties.shuffle(using: &draw)
    shuffled.controls.shuffle(using: &draw)
    shuffled.markets.shuffle(using: &draw)
    shuffled.demand.shuffle(using: &draw)
    shuffled.disruptions.shuffle(using: &draw)
    shuffled.scenarios.shuffle(using: &draw)
    shuffled.policies.shuffle(using: &draw)
    shuffled.alignment.shuffle(using: &draw)
    shuffled.priceTiers.shuffle(using: &draw)
    shuffled.clusters.shuffle(using: &draw)
    shuffled.projects.shuffle(using: &draw)
    shuffled.current.shuffle(using: &draw)
    return shuffled
  }

  /// The case with other names for everything, which sort in another order.
  func renamingEverything(with draw: inout Draw) -> SourcingCase {
    var names = Set<String>()
    _ = renaming { name in
      names.insert(name)
      return name
    }
    let order = names.sorted().shuffled(using: &draw)
    let new = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, "N'\($0) é") })
    return renaming { new[$0] ?? $0 }
  }

  private func renaming(_ new: (String) -> String) -> SourcingCase {
    func pattern(_ end: String) -> String { end == "*" ? end : new(end) }
    var renamed = self
    for index in regions.indices {
      renamed.regions[index].id = new(regions[index].id)
      renamed.regions[index].parent = regions[index].parent.map(new)
    }
    renamed.blocs = blocs.map { BlocMembership(bloc: new($0.bloc), region: new($0.region), kind: $0.kind) }
    for index in items.indices {
      renamed.items[index].id = new(items[index].id)
      renamed.items[index].itemClass = items[index].itemClass.map(new)
    }
    for index in recipes.indices {
      renamed.recipes[index].recipe = new(recipes[index].recipe)
      renamed.recipes[index].item = new(recipes[index].item)
      renamed.recipes[index].input = new(recipes[index].input)
    }
    for index in sites.indices {
      renamed.sites[index].id = new(sites[index].id)
      renamed.sites[index].region = new(sites[index].region)
      renamed.sites[index].owner = sites[index].owner.map(new)
      renamed.sites[index].ownerRegion = sites[index].ownerRegion.map(new)
    }
    for index in capabilities.indices {
      renamed.capabilities[index].site = new(capabilities[index].site)
      renamed.capabilities[index].item = new(capabilities[index].item)
      renamed.capabilities[index].recipe = capabilities[index].recipe.map(new)
    }
    for index in lanes.indices {
      renamed.lanes[index].origin = pattern(lanes[index].origin)
      renamed.lanes[index].destination = pattern(lanes[index].destination)
      renamed.lanes[index].item = lanes[index].item.map(new)
      renamed.lanes[index].corridor = lanes[index].corridor.map(new)
      renamed.lanes[index].mode = lanes[index].mode.map(new)
    }
    for index in duties.indices {
      renamed.duties[index].origin = pattern(duties[index].origin)
      renamed.duties[index].destination = pattern(duties[index].destination)
      renamed.duties[index].item = duties[index].item.map(new)
      renamed.duties[index].itemClass = duties[index].itemClass.map(new)
      renamed.duties[index].rule = duties[index].rule.map(new)
    }
    for index in controls.indices {
      renamed.controls[index].origin = pattern(controls[index].origin)
      renamed.controls[index].destination = pattern(controls[index].destination)
      renamed.controls[index].item = controls[index].item.map(new)
      renamed.controls[index].itemClass = controls[index].itemClass.map(new)
      renamed.controls[index].rule = controls[index].rule.map(new)
    }
    for index in markets.indices {
      renamed.markets[index].id = new(markets[index].id)
      renamed.markets[index].region = new(markets[index].region)
    }
    for index in demand.indices {
      renamed.demand[index].market = new(demand[index].market)
      renamed.demand[index].item = new(demand[index].item)
    }
    for index in disruptions.indices {
      renamed.disruptions[index].id = new(disruptions[index].id)
      // A name, the two ends of a lane or a crossing, or a crossing and what passes it.
      let parts = disruptions[index].target.components(separatedBy: ": ")
      let ends = parts[0].components(separatedBy: " > ").map(pattern).joined(separator: " > ")
      renamed.disruptions[index].target = ([ends] + parts.dropFirst().map(new)).joined(separator: ": ")
    }
    renamed.scenarios = scenarios.map {
      ScenarioRow(new($0.scenario), probability: $0.probability, disruption: $0.disruption.map(new))
    }
    for index in policies.indices { renamed.policies[index] = policies[index].renaming(new) }
    renamed.alignment = alignment.map { Alignment(new($0.regionA), new($0.regionB), score: $0.score) }
    for index in priceTiers.indices {
      renamed.priceTiers[index].site = new(priceTiers[index].site)
      renamed.priceTiers[index].item = new(priceTiers[index].item)
    }
    renamed.clusters = clusters.map { Cluster(new($0.region), minSites: $0.minSites, saving: $0.saving) }
    for index in projects.indices {
      renamed.projects[index].id = new(projects[index].id)
      renamed.projects[index].site = new(projects[index].site)
      renamed.projects[index].item = new(projects[index].item)
      renamed.projects[index].recipe = projects[index].recipe.map(new)
      renamed.projects[index].partners = projects[index].partners.map(new)
    }
    for index in current.indices {
      renamed.current[index].site = new(current[index].site)
      renamed.current[index].item = new(current[index].item)
      renamed.current[index].recipe = current[index].recipe.map(new)
    }
    return renamed
  }
}

extension Policy {
  fileprivate func renaming(_ new: (String) -> String) -> Policy {
    var renamed = self
    renamed.id = new(id)
    renamed.items = items.map(new)
    renamed.classes = classes.map(new)
    renamed.markets = markets.map(new)
    renamed.sites = sites.map(new)
    renamed.regions = regions.map(new)
    renamed.blocs = blocs.map(new)
    renamed.owners = owners.map(new)
    return renamed
  }
}
