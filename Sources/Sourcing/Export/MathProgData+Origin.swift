extension MathProgData {
  /// Agreements with preferential rates, where origin is followed under them, and what is saved.
  func writeOrigins(to sink: (String) throws -> Void) rethrows {
    if network.origins.isEmpty { return }
    let found = network.sourcingCase
    let origins = network.origins.lazy
    try writeBlock(
      "param : ORIGINS : content :=",
      origins.map { "\(names.quoted($0.name)) \(NumberText.shortest($0.content))" }, to: sink)
    try writeBlock(
      "param worth :=",
      found.items.lazy.filter { $0.unitValue != 0 }.map {
        "\(names.quoted($0.id)) \(NumberText.shortest($0.unitValue))"
      }, to: sink)
    try writeBlock(
      "set OL :=",
      origins.flatMap { origin in origin.lanes.lazy.map { "\(names.quoted(origin.name)) \($0 + 1)" } },
      to: sink)
    try writeBlock(
      "set OC :=",
      origins.flatMap { origin in origin.makers.lazy.map { "\(names.quoted(origin.name)) \($0 + 1)" } },
      to: sink)
    try writeBlock(
      "set ON :=",
      origins.flatMap { origin in
        origin.nodes.lazy.map { index in
          let node = network.nodes[index]
          return "\(names.quoted(origin.name)) \(names.quoted(found.sites[node.site].id)) "
            + names.quoted(found.items[node.item].id)
        }
      }, to: sink)
    try writeBlock(
      "param saved :=",
      moments.lazy.flatMap { moment in
        network.rules(scenario: moment.scenario, period: moment.period).preferences.sorted { $0.key < $1.key }
          .lazy.map { lane, preference in
            "\(names.quoted(network.origins[preference.origin].name)) \(lane + 1) \(moment.period) "
              + "\(names.quoted(network.scenarios[moment.scenario].name)) "
              + NumberText.shortest(preference.saving)
          }
      }, to: sink)
  }
}
