extension MathProgData {
  /// What scenarios leave of items wherever they are made, and what they multiply demand by.
  func writeShocks(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "param w :=",
      network.capabilities.indices.lazy.flatMap { [moments] index in
        moments.lazy.compactMap { moment in
          let left = network.scenarios[moment.scenario].itemAvailability[moment.period]
          return difference(left[network.capabilities[index].item], at: "\(index + 1)", moment)
        }
      }, to: sink)
    try writeBlock(
      "param f :=",
      network.demands.lazy.flatMap { [moments] demand in
        moments.lazy.compactMap { moment in
          let scenario = network.scenarios[moment.scenario]
          let factor =
            scenario.marketDemand[moment.period][demand.market]
            * scenario.itemDemand[moment.period][demand.item]
          return difference(factor, at: place(demand), moment)
        }
      }, to: sink)
  }

  /// Prices by volume, clusters and quotas.
  func writeContracts(to sink: (String) throws -> Void) rethrows {
    try writeTiers(to: sink)
    try writeClusters(to: sink)
    try writeQuotas(to: sink)
  }

  private func writeTiers(to sink: (String) throws -> Void) rethrows {
    let tiered = network.capabilities.indices.filter { network.capabilities[$0].tiers.count > 1 }
    if tiered.isEmpty { return }
    if network.sourcingCase.settings.tierMode == .allUnits { try sink("\nparam all_units := 1;\n") }
    try writeBlock(
      "param : TIERS : tier_from tier_to tier_cost :=",
      tiered.lazy.flatMap { index in
        network.capabilities[index].tiers.enumerated().lazy.map { position, tier in
          "\(index + 1) \(position) \(NumberText.shortest(tier.from)) \(NumberText.shortest(tier.to)) "
            + NumberText.shortest(tier.unitCost)
        }
      }, to: sink)
  }

  private func writeClusters(to sink: (String) throws -> Void) rethrows {
    let sites = network.sourcingCase.sites
    try writeBlock(
      "param : CLUSTERS : saving :=",
      network.clusters.lazy.flatMap { cluster in
        cluster.steps.lazy.map { step in
          "\(names.quoted(cluster.region)) \(step.minSites) \(NumberText.shortest(step.saving))"
        }
      }, to: sink)
    try writeBlock(
      "set CLUSTER_SITES :=",
      network.clusters.lazy.flatMap { cluster in
        cluster.sites.lazy.map { "\(names.quoted(cluster.region)) \(names.quoted(sites[$0].id))" }
      }, to: sink)
  }
}
