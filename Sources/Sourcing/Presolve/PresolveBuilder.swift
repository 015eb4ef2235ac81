/// Gathers what can never matter in a network that is made otherwise.
struct PresolveBuilder {
  let network: SourcingNetwork
  let resolved: ResolvedLanes

  /// Whether each capability may ever be used, whatever it needs.
  static func usable(
    _ capabilities: [NetworkCapability], _ screening: NetworkScreening, _ projects: [NetworkProject],
    unlocking: [[Int]]
  ) -> [Bool] {
    capabilities.indices.map { index in
      capabilities[index].capability.capacity > 0 && !screening.capabilities.contains(index)
        && (unlocking[index].isEmpty || unlocking[index].contains { projects[$0].readyPeriod != nil })
    }
  }

  func build(isUsable: [Bool]) -> Presolve {
    var presolve = Presolve(capabilities: network.capabilities.count)
    guard let reach = resolved.reach else { return presolve }
    presolve.lanesLeftOut = resolved.tallies.reduce(0) { $0 + $1.leftOut.values.reduce(0, +) }
    var findings = laneFindings
    let unneeded = Set(
      network.sourcingCase.items.indices.filter { item in
        network.need(item: item) == 0 && network.capabilities.contains { $0.item == item }
      })
    for item in unneeded.sorted() {
      findings.append(
        finding(
          "items", item, .noNeed,
          Message(NetworkText.nobodyNeeds, ["item": network.sourcingCase.items[item].id])))
    }
    for (index, demand) in network.demands.enumerated() where demand.inbound.isEmpty {
      findings.append(demandFinding(index))
    }
    for index in network.capabilities.indices {
      let capability = network.capabilities[index]
      let isOfUse = reach.needed[capability.site].contains(capability.item)
      guard !isUsable[index] || !reach.works[index] || !isOfUse else { continue }
      presolve.isIdle[index] = true
      if isUsable[index], reach.works[index], unneeded.contains(capability.item) { continue }
      findings.append(capabilityFinding(index, isUsable, reach))
    }
    for (index, better) in DominatedSources(network, isIdle: presolve.isIdle, isUsable: isUsable).found {
      presolve.isDispensable[index] = true
      let line = location("capabilities", better).row ?? 0
      findings.append(
        finding(
          "capabilities", index, .dominated,
          Message(NetworkText.dominatedSource, ["source": name(index), "row": line])))
    }
    let counted = Set(
      network.policies.filter { !$0.policy.kind.allowsLeavingOutIdleSources }.flatMap { $0.items.map(\.item) }
    )
    // A cluster counts any qualified source, and stock may stand at one that makes nothing.
    if network.clusters.isEmpty, !network.sourcingCase.settings.strategicStock {
      for index in network.capabilities.indices where presolve.isIdle[index] {
        if !counted.contains(network.capabilities[index].item) { presolve.isDispensable[index] = true }
      }
    }
    presolve.findings = findings.filter(\.isWhole) + findings.filter { !$0.isWhole }
    return presolve
  }

  // MARK: Lanes

  private var laneFindings: [Presolve.Finding] {
    resolved.tallies.enumerated().flatMap { row, tally -> [Presolve.Finding] in
      if tally.kept == 0, tally.leftOut.isEmpty {
        // A row that more specific ones outrank everywhere is not this.
        if resolved.matched[row] > 0 { return [] }
        return [laneFinding(row, resolved.hasOrigin[row] ? .noNeed : .noSupply, count: 0, kept: 0)]
      }
      return Presolve.Reason.allCases.compactMap { reason in
        guard let count = tally.leftOut[reason], tally.kept == 0 || reason != .noNeed else { return nil }
        return laneFinding(row, reason, count: count, kept: tally.kept)
      }
    }
  }

  private func laneFinding(_ row: Int, _ reason: Presolve.Reason, count: Int, kept: Int) -> Presolve.Finding {
    let why =
      switch reason {
      case .banned: Message(NetworkText.bannedLanes)
      case .noCapacity: Message(NetworkText.lanesWithoutCapacity)
      case .noSupply: Message(NetworkText.lanesWithoutSupply)
      default: Message(NetworkText.lanesWithoutNeed)
      }
    let total = resolved.tallies[row].leftOut.values.reduce(0, +) + kept
    let which: NetworkText =
      if total == 0 { .laneNone } else if count == total { count == 1 ? .laneOnly : .laneAll } else {
        .laneSome
      }
    return Presolve.Finding(
      table: "lanes", location: location("lanes", row), reason: reason, count: count, kept: kept,
      message: Message(which, ["count": count, "total": total, "why": why]))
  }

  // MARK: Other tables

  private func demandFinding(_ index: Int) -> Presolve.Finding {
    let demand = network.demands[index]
    let found = network.sourcingCase
    let (market, item) = (found.markets[demand.market].id, found.items[demand.item].id)
    let row = found.demand.firstIndex { $0.market == market && $0.item == item } ?? 0
    return finding(
      "demand", row, .outOfReach, Message(NetworkText.marketOutOfReach, ["item": item, "market": market]))
  }

  private func capabilityFinding(_ index: Int, _ isUsable: [Bool], _ reach: Reach) -> Presolve.Finding {
    let capability = network.capabilities[index]
    if !isUsable[index] {
      if capability.capability.capacity == 0 {
        return finding(
          "capabilities", index, .noCapacity,
          Message(NetworkText.sourceWithoutCapacity, ["source": name(index)]))
      }
      if network.screening.capabilities.contains(index) {
        return finding(
          "capabilities", index, .screened, Message(NetworkText.screenedSource, ["source": name(index)]))
      }
      return finding(
        "capabilities", index, .tooLate,
        Message(NetworkText.sourceTooLate, ["source": name(index)]))
    }
    if !reach.works[index] {
      let missing = capability.inputs.first { !reach.sourced[capability.site].contains($0.item) }
      let input = missing.map { network.sourcingCase.items[$0.item].id } ?? ""
      return finding(
        "capabilities", index, .noInput,
        Message(NetworkText.sourceWithoutInput, ["source": name(index), "input": input]))
    }
    return finding(
      "capabilities", index, .noNeed, Message(NetworkText.sourceWithoutNeed, ["source": name(index)]))
  }

  private func name(_ index: Int) -> Message {
    let row = network.capabilities[index].capability
    guard let recipe = row.recipe else {
      return Message(NetworkText.source, ["item": row.item, "site": row.site])
    }
    return Message(NetworkText.sourceByRecipe, ["item": row.item, "site": row.site, "recipe": recipe])
  }

  private func finding(_ table: String, _ row: Int, _ reason: Presolve.Reason, _ message: Message)
    -> Presolve.Finding
  {
    Presolve.Finding(
      table: table, location: location(table, row), reason: reason, count: 1, kept: 0, message: message)
  }

  private func location(_ table: String, _ row: Int) -> Fault.Location {
    network.sourcingCase.origin.location(table: table, row: row)
  }
}

extension PolicyKind {
  /// Whether a source that makes nothing can do nothing for it, so that leaving it unqualified breaks no such policy.
  ///
  /// The others count sources that are qualified, whether or not they can deliver.
  var allowsLeavingOutIdleSources: Bool {
    switch self {
    case .maxShare, .separate, .autonomy, .maxConcentration, .maxCost, .maxCapital, .maxEmissions,
      .minService,
      .maxCVaR, .maxCVaRShortage, .chanceService, .survive, .singleSource, .maxLeadDays, .exclude:
      true
    case .minSources, .oneMain, .backupCover, .maxChanges, .require: false
    }
  }

  /// Whether it cannot tell two sources of an item at one site apart, nor counts them.
  var allowsMergingSourcesOfASite: Bool {
    switch self {
    case .minSources, .maxShare, .separate, .autonomy, .maxConcentration, .maxCost, .maxCapital,
      .maxEmissions,
      .minService, .maxCVaR, .maxCVaRShortage, .chanceService, .survive, .singleSource, .maxLeadDays,
      .exclude:
      true
    case .oneMain, .backupCover, .maxChanges, .require: false
    }
  }

  /// Whether it limits shares of what is supplied.
  var limitsShares: Bool {
    switch self {
    case .maxShare, .autonomy, .maxConcentration: true
    default: false
    }
  }
}
