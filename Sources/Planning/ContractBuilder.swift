internal import LinearModel
internal import Sourcing

/// Adds what depends on scale: prices that change with the volume committed, and what sites close together save.
struct ContractBuilder {
  private let network: SourcingNetwork
  private let shape: NetworkShape

  init(_ network: SourcingNetwork) {
    self.network = network
    shape = NetworkShape(network)
  }

  func add(to model: inout Model, _ stage: inout FirstStage) {
    for (index, capability) in network.capabilities.enumerated() {
      if capability.tiers.count < 2 {
        var cost = LinearExpression()
        cost.add(capability.capability.unitCost, stage.commit[index])
        stage.commitmentCost[index] = cost
        continue
      }
      switch capability.tierMode {
      case .incremental: addIncremental(index, capability, to: &model, &stage)
      case .allUnits: addAllUnits(index, capability, to: &model, &stage)
      }
    }
    for cluster in network.clusters { addCluster(cluster, to: &model, &stage) }
  }

  /// The volume is cut into bands, each at its price; a band is used only when the one below is full.
  private func addIncremental(
    _ index: Int, _ capability: NetworkCapability, to model: inout Model, _ stage: inout FirstStage
  ) {
    let commit = stage.commit[index]
    var whole = LinearExpression()
    var below: (volume: Variable, width: Double)?
    for (position, tier) in capability.tiers.enumerated() {
      let name = "[\(shape.capabilityName(index)),\(position)]"
      let width = tier.to - tier.from
      let volume = model.addVariable("tier_volume\(name)", upper: width)
      stage.auxiliaries.append(
        Auxiliary(variable: volume, formula: .band(commit, from: tier.from, to: tier.to)))
      whole.add(1, volume)
      stage.commitmentCost[index].add(tier.unitCost, volume)
      if let below {
        let entered = model.addBinary("tier\(name)")
        stage.auxiliaries.append(
          Auxiliary(variable: entered, formula: .positive(commit - LinearExpression(constant: tier.from))))
        model.addConstraint(volume <= width * entered, name: "tier_entered\(name)")
        model.addConstraint(below.volume >= below.width * entered, name: "tier_full\(name)")
      }
      below = (volume, width)
    }
    model.addConstraint(commit == whole, name: "tiers[\(shape.capabilityName(index))]")
  }

  /// Exactly one tier is chosen for a primary source, and all of the volume lies in it.
  private func addAllUnits(
    _ index: Int, _ capability: NetworkCapability, to model: inout Model, _ stage: inout FirstStage
  ) {
    let commit = stage.commit[index]
    var whole = LinearExpression()
    var chosen = LinearExpression()
    for (position, tier) in capability.tiers.enumerated() {
      let name = "[\(shape.capabilityName(index)),\(position)]"
      let isLast = position == capability.tiers.count - 1
      let below = isLast ? Double.infinity : tier.to
      let volume = model.addVariable("tier_volume\(name)", upper: tier.to)
      let choice = model.addBinary("tier\(name)")
      stage.auxiliaries.append(
        Auxiliary(variable: volume, formula: .within(commit, from: tier.from, below: below)))
      // Below every tier where the source is not primary.
      let past = capability.capability.capacity + 1
      let reach = commit + past * stage.primary[index] - past
      stage.auxiliaries.append(
        Auxiliary(variable: choice, formula: .reached(reach, from: tier.from, below: below)))
      whole.add(1, volume)
      chosen.add(1, choice)
      stage.commitmentCost[index].add(tier.unitCost, volume)
      model.addConstraint(volume <= tier.to * choice, name: "tier_most\(name)")
      model.addConstraint(volume >= tier.from * choice, name: "tier_least\(name)")
    }
    model.addConstraint(commit == whole, name: "tiers[\(shape.capabilityName(index))]")
    model.addConstraint(chosen == stage.primary[index], name: "one_tier[\(shape.capabilityName(index))]")
  }

  /// A site counts once, where it is open and has a qualified source; the step reached last is saved.
  private func addCluster(_ cluster: NetworkCluster, to model: inout Model, _ stage: inout FirstStage) {
    var count = LinearExpression()
    for site in cluster.sites {
      let sources = network.capabilities.indices.filter { network.capabilities[$0].site == site }
      if sources.isEmpty { continue }
      let name = "[\(cluster.region),\(network.sourcingCase.sites[site].id)]"
      var qualified = LinearExpression()
      for source in sources { qualified += stage.qualify(source) }
      let counts = model.addVariable("in_cluster\(name)", upper: 1)
      stage.auxiliaries.append(Auxiliary(variable: counts, formula: .capped(qualified)))
      model.addConstraint(counts <= qualified, name: "in_cluster\(name)")
      count.add(1, counts)
    }
    var steps = LinearExpression()
    for (position, step) in cluster.steps.enumerated() {
      let name = "[\(cluster.region),\(step.minSites)]"
      let next = position + 1 < cluster.steps.count ? Double(cluster.steps[position + 1].minSites) : .infinity
      let reached = model.addBinary("cluster\(name)")
      stage.auxiliaries.append(
        Auxiliary(variable: reached, formula: .reached(count, from: Double(step.minSites), below: next)))
      model.addConstraint(count >= Double(step.minSites) * reached, name: "cluster\(name)")
      stage.clusterSaving.add(step.saving, reached)
      steps.add(1, reached)
    }
    if cluster.steps.count > 1 { model.addConstraint(steps <= 1.0, name: "one_step[\(cluster.region)]") }
  }
}
