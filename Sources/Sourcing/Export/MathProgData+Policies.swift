extension MathProgData {
  func writePolicies(to sink: (String) throws -> Void) rethrows {
    let kinds = [
      ("MAX_SHARE", PolicyKind.maxShare), ("MIN_SOURCES", .minSources), ("ONE_MAIN", .oneMain),
      ("SEPARATE", .separate), ("BACKUP_COVER", .backupCover), ("AUTONOMY", .autonomy),
      ("MAX_COST", .maxCost),
      ("EXCLUDE", .exclude), ("REQUIRE", .require), ("SINGLE_SOURCE", .singleSource),
      ("MAX_CAPITAL", .maxCapital), ("MAX_EMISSIONS", .maxEmissions),
      ("MIN_SERVICE", .minService), ("MAX_CVAR", .maxCVaR), ("MAX_CVAR_SHORTAGE", .maxCVaRShortage),
      ("MAX_CHANGES", .maxChanges), ("MAX_LEAD_DAYS", .maxLeadDays),
      ("MAX_CONCENTRATION", .maxConcentration), ("CHANCE_SERVICE", .chanceService), ("SURVIVE", .survive),
    ]
    for (set, kind) in kinds {
      let members = network.policies.lazy.filter { $0.policy.kind == kind }
      try writeBlock("set \(set) :=", members.map { names.quoted($0.policy.id) }, to: sink)
    }
    try writeBlock(
      "param limit :=",
      network.policies.lazy.compactMap { policy in
        policy.policy.limit.map { "\(names.quoted(policy.policy.id)) \(NumberText.shortest($0))" }
      }, to: sink)
    try writeBlock(
      "param count :=",
      network.policies.lazy.compactMap { policy in
        policy.policy.count.map { "\(names.quoted(policy.policy.id)) \($0)" }
      }, to: sink)
    try writeService(to: sink)
    try writeEmissions(to: sink)
    try writeCurrent(to: sink)
    try writeLeadDays(to: sink)
    try writeFilters(to: sink)
    try writeGroups(to: sink)
  }

  /// Levels, scenarios of nodes that are down, and which policies on service count each scenario.
  private func writeService(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "set BY_SCENARIO :=",
      policies([.minService]).filter { $0.policy.scope == .scenario }.map { names.quoted($0.policy.id) },
      to: sink)
    for (name, kinds) in [
      ("level", [PolicyKind.chanceService]), ("tail_level", [.maxCVaR, .maxCVaRShortage]),
    ] {
      try writeBlock(
        "param \(name) :=",
        policies(Set(kinds)).compactMap { policy in
          policy.policy.level.map { "\(names.quoted(policy.policy.id)) \(NumberText.shortest($0))" }
        }, to: sink)
    }
    try writeBlock(
      "set QS :=",
      policies([.survive]).flatMap { policy in
        policy.outages.lazy.map {
          "\(names.quoted(policy.policy.id)) \(names.quoted(network.scenarios[$0.scenario].name))"
        }
      }, to: sink)
  }

  /// What capabilities emit, where a policy asks.
  private func writeEmissions(to sink: (String) throws -> Void) rethrows {
    if policies([.maxEmissions]).isEmpty { return }
    let capabilities = network.capabilities
    try writeBlock(
      "param emissions :=",
      capabilities.indices.lazy.filter { capabilities[$0].capability.emissions != 0 }.map {
        "\($0 + 1) \(NumberText.shortest(capabilities[$0].capability.emissions))"
      }, to: sink)
  }

  /// The days that lanes take, where a policy asks.
  private func writeLeadDays(to sink: (String) throws -> Void) rethrows {
    if policies([.maxLeadDays]).isEmpty { return }
    try writeBlock(
      "param lead_days :=",
      network.lanes.indices.lazy.filter { network.leadDays(lane: $0) > 0 }.map {
        "\($0 + 1) \(NumberText.shortest(network.leadDays(lane: $0)))"
      }, to: sink)
  }

  /// The roles of today, where a policy asks.
  private func writeCurrent(to sink: (String) throws -> Void) rethrows {
    if policies([.maxChanges]).isEmpty { return }
    for (set, role) in [("PRIMARY_TODAY", CurrentSource.Role.primary), ("BACKUP_TODAY", .backup)] {
      let members = network.capabilities.indices.lazy.filter { network.capabilities[$0].currentRole == role }
      try writeBlock("set \(set) :=", members.map { String($0 + 1) }, to: sink)
    }
  }

  /// What the policies speak of: items, markets, capabilities, sites.
  private func writeFilters(to sink: (String) throws -> Void) rethrows {
    let found = network.sourcingCase
    try writeBlock(
      "set QK :=",
      policies([
        .maxShare, .minSources, .oneMain, .backupCover, .autonomy, .singleSource, .minService,
        .maxLeadDays, .chanceService, .survive, .maxConcentration, .maxCVaRShortage,
      ]).flatMap { policy in
        policy.items.lazy.map { "\(names.quoted(policy.policy.id)) \(names.quoted(found.items[$0.item].id))" }
      }, to: sink)
    try writeBlock(
      "set QM :=",
      policies([
        .maxShare, .backupCover, .autonomy, .singleSource, .minService, .maxLeadDays, .chanceService,
        .survive, .maxCVaRShortage,
      ]).flatMap { policy in
        (policy.markets ?? []).sorted().lazy.map {
          "\(names.quoted(policy.policy.id)) \(names.quoted(found.markets[$0].id))"
        }
      }, to: sink)
    try writeBlock(
      "set QC :=",
      policies([.oneMain, .autonomy, .exclude, .require, .maxEmissions, .maxChanges]).flatMap { policy in
        policy.items.lazy.flatMap(\.selected).map {
          "\(names.quoted(policy.policy.id)) \($0 + 1)"
        }
      }, to: sink)
    try writeBlock(
      "set QI :=",
      policies([.exclude]).filter(\.policy.speaksOfAllItems).flatMap { policy in
        policy.sites.sorted().lazy.map {
          "\(names.quoted(policy.policy.id)) \(names.quoted(found.sites[$0].id))"
        }
      }, to: sink)
  }

  /// The groups that each policy's scope makes of its capabilities; `one_main` without a scope has none.
  private func writeGroups(to sink: (String) throws -> Void) rethrows {
    let grouping = policies([
      .maxShare, .minSources, .oneMain, .separate, .backupCover, .maxConcentration,
    ]).filter {
      $0.policy.kind != .oneMain || $0.policy.scope != nil
    }
    let rows = grouping.flatMap { policy in
      policy.items.lazy.flatMap(\.groups).flatMap { group in
        group.capabilities.lazy.map { index in
          "\(names.quoted(policy.policy.id)) \(names.quoted(group.name)) \(index + 1)"
        }
      }
    }
    try writeBlock("set G :=", rows, to: sink)
  }

  private func policies(_ kinds: Set<PolicyKind>) -> LazyFilterSequence<[NetworkPolicy]> {
    network.policies.lazy.filter { kinds.contains($0.policy.kind) }
  }
}
