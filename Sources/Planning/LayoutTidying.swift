internal import Sourcing

/// Frees a layout of what costs nothing and means nothing: openings that nothing uses, and primary sources that are backups.
struct LayoutTidying {
  private let network: SourcingNetwork

  init(_ network: SourcingNetwork) {
    self.network = network
  }

  func tidy(_ layout: inout Layout) {
    nameBackups(&layout)
    // A site that nothing uses is not part of the layout unless leaving it would cost something.
    for (index, site) in network.sourcingCase.sites.enumerated()
    where layout.isOpen[index] && !site.isExisting {
      if !isUsed(index, layout) { layout.isOpen[index] = false }
    }
  }

  /// Calls a source a backup that nothing is committed to, which the model may have called primary: where the
  /// item has no policy on roles, the two cost the same.
  private func nameBackups(_ layout: inout Layout) {
    let kinds: Set<PolicyKind> = [.oneMain, .separate, .maxChanges]
    let bound = Set(
      network.policies.filter { kinds.contains($0.policy.kind) }.flatMap { $0.items.map(\.item) })
    for (index, capability) in network.capabilities.enumerated() where !bound.contains(capability.item) {
      let needsVolume = capability.capability.minVolume > 0
      if layout.role[index] == .primary, layout.commit[index] == 0, !needsVolume {
        layout.role[index] = .backup
      }
    }
  }

  private func isUsed(_ site: Int, _ layout: Layout) -> Bool {
    if network.capabilities.indices.contains(where: {
      network.capabilities[$0].site == site && layout.isQualified($0)
    }) {
      return true
    }
    let sends = network.lanes.indices.contains { index in
      network.lanes[index].origin == site
        && (layout.pipeline.ship[index] > 0 || layout.recourse.contains { $0.shipped(index) > 0 })
    }
    if sends { return true }
    return network.nodes.indices.contains { index in
      network.nodes[index].site == site
        && (layout.stock[index] > 0
          || layout.recourse.contains { $0.periods.contains { $0.hold[index] > 0 } })
    }
  }
}
