internal import LinearModel
internal import Sourcing

/// Adds the first stage to a model: roles and contracts, tied to the opening of sites.
///
/// Left out, because an optimal layout never needs them: backups that offer no reserve, may hold no stock
/// and that no policy counts, and the opening of a site that does nothing but supply one item (it is open where
/// that source is qualified). Sources that the presolve finds dispensable are kept from being qualified.
struct FirstStageBuilder {
  private let network: SourcingNetwork
  private let isComplete: Bool
  private let shape: NetworkShape

  /// - Parameter isComplete: Whether nothing is left out, so that every layout can be written in the model.
  init(_ network: SourcingNetwork, isComplete: Bool = false) {
    self.network = network
    self.isComplete = isComplete
    shape = NetworkShape(network)
  }

  func add(to model: inout Model) -> FirstStage {
    var stage = FirstStage(network)
    let counted = itemsWhoseSourcesAreCounted()
    // A backup without a reserve can hold stock, and need not commit to the least volume of a primary source.
    let mayHoldStock = network.sourcingCase.settings.strategicStock
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let name = "[\(shape.capabilityName(index))]"
      stage.primary[index] = model.addBinary("primary\(name)").expression
      if isComplete || row.reservationCost != nil || counted.contains(capability.item) || mayHoldStock {
        stage.backup[index] = model.addBinary("backup\(name)").expression
      }
      stage.commit[index] = model.addVariable("commit\(name)", upper: row.capacity).expression
      if row.reservationCost != nil {
        stage.reserve[index] = model.addVariable("reserve\(name)", upper: row.capacity).expression
      }
      if !isComplete, network.isDispensable(capability: index) { closeSource(index, in: &model, stage) }
    }
    addOpening(to: &model, &stage)
    addScreening(to: &model, stage)
    addContracts(to: &model, stage)
    ContractBuilder(network).add(to: &model, &stage)
    ProjectBuilder(network, isComplete: isComplete).add(to: &model, &stage)
    addStock(to: &model, &stage)
    PipelineBuilder(network).add(to: &model, &stage)
    return stage
  }

  /// Keeps a source from being qualified.
  private func closeSource(_ index: Int, in model: inout Model, _ stage: FirstStage) {
    for decision in [stage.primary[index], stage.backup[index], stage.commit[index], stage.reserve[index]] {
      for term in decision.terms { model.setBounds(of: term.variable, lower: 0, upper: 0) }
    }
  }

  /// Items of policies that count qualified sources, whether or not they can hold a reserve.
  private func itemsWhoseSourcesAreCounted() -> Set<Int> {
    // A cluster counts sites with any qualified source.
    if !network.clusters.isEmpty { return Set(network.capabilities.map(\.item)) }
    let counting: Set<PolicyKind> = [.minSources, .oneMain, .require, .maxChanges]
    return Set(network.policies.filter { counting.contains($0.policy.kind) }.flatMap { $0.items.map(\.item) })
  }

  private func addOpening(to model: inout Model, _ stage: inout FirstStage) {
    var capabilitiesAt = [[Int]](repeating: [], count: network.sourcingCase.sites.count)
    for (index, capability) in network.capabilities.enumerated() {
      capabilitiesAt[capability.site].append(index)
    }
    var isHub = [Bool](repeating: false, count: network.sourcingCase.sites.count)
    for node in network.nodes where !node.inbound.isEmpty { isHub[node.site] = true }
    for (index, site) in network.sourcingCase.sites.enumerated() {
      if !isComplete, let only = capabilitiesAt[index].first, capabilitiesAt[index].count == 1, !isHub[index],
        !site.isExisting
      {
        stage.open.append(stage.qualify(only))
        if !stage.backup[only].isConstant {
          model.addConstraint(stage.qualify(only) <= 1.0, name: "one_role[\(site.id)]")
        }
        continue
      }
      let open = model.addBinary("open[\(site.id)]").expression
      stage.open.append(open)
      for capability in capabilitiesAt[index] {
        let item = network.capabilities[capability].capability.item
        model.addConstraint(stage.qualify(capability) <= open, name: "site_open[\(site.id),\(item)]")
      }
    }
  }

  /// What investment screening keeps closed.
  private func addScreening(to model: inout Model, _ stage: FirstStage) {
    for site in network.screening.sites.sorted() {
      let name = network.sourcingCase.sites[site].id
      model.addConstraint(stage.open[site] <= 0.0, name: "screening[\(name)]")
    }
    for index in network.screening.capabilities.sorted() {
      model.addConstraint(
        stage.qualify(index) <= 0.0, name: "screening[\(shape.capabilityName(index))]")
    }
  }

  private func addContracts(to model: inout Model, _ stage: FirstStage) {
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let name = "[\(shape.capabilityName(index))]"
      let (commit, primary) = (stage.commit[index], stage.primary[index])
      if row.reservationCost == nil || !stage.backup[index].isConstant {
        model.addConstraint(commit <= row.capacity * primary, name: "commit_primary\(name)")
      }
      if row.reservationCost != nil {
        model.addConstraint(
          commit + stage.reserve[index] <= row.capacity * stage.qualify(index), name: "capacity\(name)")
      }
      if row.minVolume > 0 {
        model.addConstraint(commit >= row.minVolume * primary, name: "min_volume\(name)")
      }
    }
  }

  /// Stock stands where the item can be had before anything happens: at a qualified source that no project has to
  /// unlock, or at an open site that it is brought to.
  private func addStock(to model: inout Model, _ stage: inout FirstStage) {
    guard network.sourcingCase.settings.strategicStock else { return }
    for (index, node) in network.nodes.enumerated() {
      let most = network.peakNeed(item: node.item)
      let standing = network.standing(at: node)
      if most == 0 || node.inbound.isEmpty && standing.isEmpty { continue }
      let stock = model.addVariable("stock[\(shape.nodeName(index))]", upper: most)
      stage.stock[index] = stock.expression
      var allowed = stage.open[node.site]
      if node.inbound.isEmpty {
        allowed = LinearExpression()
        for capability in standing { allowed += stage.qualify(capability) }
      }
      model.addConstraint(stock <= most * allowed, name: "stock[\(shape.nodeName(index))]")
    }
  }
}
