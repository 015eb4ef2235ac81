extension Plan {
  /// The plan's lists as tables for spreadsheets, by name; empty ones are left out.
  public var tables: [Table] {
    let all = [
      Table(
        name: "sites", columns: ["site", "open", "existing"],
        rows: sites.map { [.of($0.site), .flag($0.open), .flag($0.existing)] }),
      Table(
        name: "projects",
        columns: ["project", "site", "item", "recipe", "days", "ready_period", "cost", "partners"],
        rows: projects.flatMap { project in
          project.unlocks.map { unlocked in
            [
              .of(project.project), .of(unlocked.site), .of(unlocked.item), .of(unlocked.recipe),
              .number(project.days), .of(project.readyPeriod), .number(project.cost), .of(project.partners),
            ]
          }
        }),
      Table(
        name: "sourcing",
        columns: ["item", "site", "recipe", "role", "commit", "reserve", "volume", "share"],
        rows: sourcing.map {
          [
            .of($0.item), .of($0.site), .of($0.recipe), .of($0.role.rawValue), .number($0.commit),
            .number($0.reserve),
            .number($0.volume), .number($0.share),
          ]
        }),
      Table(
        name: "flows", columns: ["scenario", "period", "from", "to", "item", "corridor", "mode", "quantity"],
        rows: flows.map {
          [
            .of($0.scenario), .of($0.period), .of($0.from), .of($0.to), .of($0.item), .of($0.corridor),
            .of($0.mode),
            .number($0.quantity),
          ]
        }),
      Table(
        name: "production", columns: ["scenario", "period", "site", "item", "recipe", "make", "surge"],
        rows: production.map {
          [
            .of($0.scenario), .of($0.period), .of($0.site), .of($0.item), .of($0.recipe), .number($0.make),
            .number($0.surge),
          ]
        }),
      Table(
        name: "inventory", columns: ["scenario", "period", "site", "item", "hold", "release"],
        rows: inventory.map {
          [
            .of($0.scenario), .of($0.period), .of($0.site), .of($0.item), .number($0.hold),
            .number($0.release),
          ]
        }),
      Table(
        name: "origins",
        columns: [
          "scenario", "period", "agreement", "step", "site", "to", "item", "recipe", "input", "corridor",
          "mode", "quantity",
        ],
        rows: origins.map {
          [
            .of($0.scenario), .of($0.period), .of($0.agreement), .of($0.step.rawValue), .of($0.site),
            .of($0.to), .of($0.item), .of($0.recipe), .of($0.input), .of($0.corridor), .of($0.mode),
            .number($0.quantity),
          ]
        }),
      Table(
        name: "shortages", columns: ["scenario", "period", "market", "item", "quantity"],
        rows: shortages.map {
          [.of($0.scenario), .of($0.period), .of($0.market), .of($0.item), .number($0.quantity)]
        }),
      Table(
        name: "stock", columns: ["site", "item", "quantity"],
        rows: stock.map { [.of($0.site), .of($0.item), .number($0.quantity)] }),
      Table(
        name: "scenarios",
        columns: [
          "scenario", "probability", "cost", "commitment", "surge", "freight", "duty", "holding", "release",
          "shortage", "service",
        ],
        rows: scenarios.map {
          [
            .of($0.scenario), .number($0.probability), .number($0.cost), .number($0.commitment),
            .number($0.surge),
            .number($0.freight), .number($0.duty), .number($0.holding), .number($0.release),
            .number($0.shortage),
            .number($0.service),
          ]
        }),
      Table(
        name: "policies",
        columns: ["policy", "kind", "limit", "value", "slack", "tightest", "price", "price_basis"],
        rows: policies.map {
          [
            .of($0.policy), .of($0.kind), .of($0.limit), .number($0.value), .number($0.slack),
            .of($0.tightest), .of($0.price), .of($0.priceBasis?.rawValue ?? ""),
          ]
        }),
    ]
    return all.filter { !$0.rows.isEmpty }
  }
}
