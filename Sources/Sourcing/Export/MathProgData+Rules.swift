extension MathProgData {
  /// What scenarios change of duties, and lanes that are banned while nothing happens.
  func writeRules(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "param duties :=",
      moments.lazy.flatMap { moment in
        let changed = network.rules(scenario: moment.scenario, period: moment.period).duties
        return changed.sorted { $0.key < $1.key }.lazy.map { lane, duty in
          "\(lane + 1) \(moment.period) \(names.quoted(network.scenarios[moment.scenario].name)) "
            + NumberText.shortest(duty)
        }
      }, to: sink)
    try writeBlock("set BANNED :=", network.rules[0].stopped.sorted().lazy.map { "\($0 + 1)" }, to: sink)
  }

  /// What investment screening keeps closed.
  func writeScreening(to sink: (String) throws -> Void) rethrows {
    let sites = network.sourcingCase.sites
    try writeBlock(
      "set SCREENED_SITES :=", network.screening.sites.sorted().lazy.map { names.quoted(sites[$0].id) },
      to: sink)
    try writeBlock(
      "set SCREENED :=", network.screening.capabilities.sorted().lazy.map { "\($0 + 1)" }, to: sink)
  }

  /// Quotas and limited licences, and when they are not in force.
  func writeQuotas(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "param : QUOTAS : quota :=",
      network.quotas.lazy.map { "\($0.row + 1) \(NumberText.shortest($0.limit))" }, to: sink)
    try writeBlock(
      "set QL :=",
      network.quotas.lazy.flatMap { quota in quota.lanes.lazy.map { "\(quota.row + 1) \($0 + 1)" } },
      to: sink)
    try writeBlock(
      "param holds :=",
      moments.lazy.flatMap { moment in
        let inForce = Set(network.rules(scenario: moment.scenario, period: moment.period).quotas)
        return network.quotas.indices.lazy.filter { !inForce.contains($0) }.map { index in
          "\(network.quotas[index].row + 1) \(moment.period) "
            + "\(names.quoted(network.scenarios[moment.scenario].name)) 0"
        }
      }, to: sink)
  }
}
