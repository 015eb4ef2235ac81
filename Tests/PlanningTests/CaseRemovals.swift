import Sourcing

/// What is taken from a case, after which its optimum is no lower.
extension SourcingCase {
  // MARK: Out of use, with the rows where they are

  /// The case with a source that may not be used.
  func closing(_ row: Capability) -> SourcingCase {
    var closed = self
    closed.policies.append(Policy("closed", .exclude, items: [row.item], sites: [row.site]))
    return closed
  }

  /// The case with a site that may not be used.
  func closing(site: String) -> SourcingCase {
    var closed = self
    closed.policies.append(Policy("closed", .exclude, sites: [site]))
    return closed
  }

  /// The case with a row of lanes that carries nothing, and those that must say the same as it.
  func closingLane(_ row: Int) -> SourcingCase {
    var closed = self
    closed.lanes[row].capacity = 0
    if (try? SourcingNetwork(closed)) != nil { return closed }
    for index in lanes.indices
    where lanes[index].corridor == lanes[row].corridor && lanes[index].mode == lanes[row].mode {
      closed.lanes[index].capacity = 0
    }
    return closed
  }

  // MARK: Deleted

  /// The case without a source and the rows that speak of it, its site being what it was.
  func without(_ row: Capability) -> SourcingCase {
    deletingSources { $0 == row.site && $1 == row.item && $2 == row.recipe }
  }

  /// The case without all that a site makes and all lanes that lead there or begin there by name.
  ///
  /// The site's own row stays, so that what speaks of it by name can.
  func without(supplier site: String) -> SourcingCase {
    var reduced = deletingSources { here, _, _ in here == site }
    reduced.lanes.removeAll { $0.origin == site || $0.destination == site }
    reduced.removeIdleDisruptions()
    return reduced
  }

  private func deletingSources(_ isGone: (String, String, String?) -> Bool) -> SourcingCase {
    var reduced = self
    for row in capabilities where isGone(row.site, row.item, row.recipe) && row.recipe != nil {
      guard let site = sites.firstIndex(where: { $0.id == row.site }), sites[site].isHub == nil else {
        continue
      }
      // As an edit that deletes the row does.
      reduced.sites[site].isHub = false
    }
    reduced.capabilities.removeAll { isGone($0.site, $0.item, $0.recipe) }
    reduced.projects.removeAll { isGone($0.site, $0.item, $0.recipe) }
    reduced.current.removeAll { isGone($0.site, $0.item, $0.recipe) }
    reduced.priceTiers.removeAll { tier in
      !reduced.capabilities.contains { $0.site == tier.site && $0.item == tier.item }
    }
    return reduced
  }

  /// Leaves out disruptions of lanes and corridors that there are no more.
  private mutating func removeIdleDisruptions() {
    let corridors = Set(lanes.compactMap(\.corridor))
    let ends = Set(lanes.map(\.end))
    let idle = disruptions.filter {
      $0.targetKind == .corridor && !corridors.contains($0.target)
        || $0.targetKind == .lane && !ends.contains($0.target)
    }.map(\.id)
    disruptions.removeAll { idle.contains($0.id) }
    scenarios.removeAll { row in row.disruption.map(idle.contains) ?? false }
  }

  // MARK: What deletions would change besides

  /// The case with its policies on changes against today adapted to the loss of sources: what was lost has changed.
  ///
  /// - Returns: nil where more has changed than may.
  func countingLosses(in reduced: SourcingCase) throws -> SourcingCase? {
    var counting = reduced
    let network = try SourcingNetwork(self)
    for policy in network.policies where policy.policy.kind == .maxChanges {
      let lost = policy.items.flatMap(\.selected).filter { index in
        let row = network.capabilities[index].capability
        return network.capabilities[index].currentRole != nil && !reduced.capabilities.contains(row)
      }
      let left = (policy.policy.limit ?? 0) - Double(lost.count)
      if left < 0 { return nil }
      counting.policies[policy.row].limit = left
    }
    return counting
  }

  /// Items that somebody makes or wants here and nobody does in a reduced case: no policy speaks of them there.
  func itemsForgotten(in reduced: SourcingCase) -> Set<String> {
    func known(_ found: SourcingCase) -> Set<String> {
      Set(found.capabilities.map(\.item) + found.demand.filter { $0.quantity > 0 }.map(\.item))
    }
    return known(self).subtracting(known(reduced))
  }

  /// Whether a source hangs on projects that exclude each other, or whose sites choose their partners: without it they would not.
  func hasJoinedProjects(_ isConcerned: (Project) -> Bool) -> Bool {
    let unlocking = projects.filter(isConcerned)
    return Set(unlocking.map(\.id)).count > 1 || unlocking.contains { !$0.partners.isEmpty }
  }

  /// The case with lanes of rings that take no time: those that do leave out ways which they would not if there were fewer of them.
  func withoutTimeInRings() throws -> SourcingCase {
    var found = self
    while true {
      let network = try SourcingNetwork(found)
      let rows = Set(network.ringLanes.indices.filter { network.ringLanes[$0] }.map { network.lanes[$0].row })
      let slow = rows.filter { found.lanes[$0].leadDays > 0 }
      if slow.isEmpty { return found }
      for row in slow { found.lanes[row].leadDays = 0 }
    }
  }
}
