// How each kind of row reads its columns. Required columns are present in every row that gets here.

extension Region {
  init(row: RowReader) {
    self.init(
      row.text("region"), name: row.optionalText("name"), latitude: row.optionalNumber("latitude"),
      longitude: row.optionalNumber("longitude"), outageRate: row.optionalNumber("outage_rate"),
      outageDays: row.optionalNumber("outage_days"), parent: row.optionalText("parent"))
  }
}

extension BlocMembership {
  init(row: RowReader) {
    self.init(bloc: row.text("bloc"), region: row.text("region"), kind: row.optionalText("kind"))
  }
}

extension Alignment {
  init(row: RowReader) {
    self.init(row.text("region_a"), row.text("region_b"), score: row.number("score"))
  }
}

extension Item {
  init(row: RowReader) {
    self.init(
      row.text("item"), name: row.optionalText("name"), itemClass: row.optionalText("class"),
      isCritical: row.flag("critical"), unit: row.optionalText("unit"), unitValue: row.number("unit_value"),
      holdingCost: row.number("holding_cost"))
  }
}

extension RecipeRow {
  init(row: RowReader) {
    self.init(
      row.text("recipe"), makes: row.text("item"), from: row.text("input"), quantity: row.number("quantity"))
  }
}

extension Site {
  init(row: RowReader) {
    self.init(
      row.text("site"), region: row.text("region"), name: row.optionalText("name"),
      openingCost: row.number("opening_cost"), isExisting: row.flag("existing"),
      closingCost: row.number("closing_cost"), outageRate: row.optionalNumber("outage_rate"),
      outageDays: row.optionalNumber("outage_days"), latitude: row.optionalNumber("latitude"),
      longitude: row.optionalNumber("longitude"), owner: row.optionalText("owner"),
      ownerRegion: row.optionalText("owner_region"), isHub: row.optionalFlag("hub"))
  }
}

extension Capability {
  init(row: RowReader) {
    self.init(
      site: row.text("site"), item: row.text("item"), recipe: row.optionalText("recipe"),
      capacity: row.number("capacity"), unitCost: row.number("unit_cost"),
      qualificationCost: row.number("qualification_cost"), isQualified: row.flag("qualified"),
      minVolume: row.number("min_volume"), reservationCost: row.optionalNumber("reservation_cost"),
      surgeCost: row.number("surge_cost"), activationDays: row.number("activation_days"),
      rampDays: row.number("ramp_days"), emissions: row.number("emissions"))
  }
}

extension PriceTier {
  init(row: RowReader) {
    self.init(
      site: row.text("site"), item: row.text("item"), fromVolume: row.number("from_volume"),
      unitCost: row.number("unit_cost"))
  }
}

extension Cluster {
  init(row: RowReader) {
    self.init(
      row.text("region"), minSites: row.optionalInteger("min_sites") ?? 1, saving: row.number("saving"))
  }
}

extension Lane {
  init(row: RowReader) {
    self.init(
      from: row.text("from"), to: row.text("to"), item: row.pattern("item"),
      unitCost: row.number("unit_cost"),
      costPerKm: row.number("cost_per_km"), leadDays: row.number("lead_days"),
      capacity: row.optionalNumber("capacity"), corridor: row.optionalText("corridor"),
      mode: row.optionalText("mode"))
  }
}

extension Duty {
  init(row: RowReader) {
    self.init(
      from: row.text("origin"), to: row.text("destination"), item: row.pattern("item"),
      itemClass: row.pattern("class"), rate: row.number("rate"),
      requiresContent: row.optionalNumber("requires_content"), rule: row.optionalText("rule"),
      inForce: row.optionalFlag("in_force") ?? true)
  }
}

extension Control {
  init(row: RowReader) {
    self.init(
      from: row.text("origin"), to: row.text("destination"), item: row.pattern("item"),
      itemClass: row.pattern("class"), kind: row.choice("kind", Kind.self) ?? .ban,
      limit: row.optionalNumber("limit"), cost: row.number("cost"), rule: row.optionalText("rule"),
      inForce: row.optionalFlag("in_force") ?? true)
  }
}

extension Market {
  init(row: RowReader) {
    self.init(
      row.text("market"), region: row.text("region"), name: row.optionalText("name"),
      latitude: row.optionalNumber("latitude"), longitude: row.optionalNumber("longitude"))
  }
}

extension Demand {
  init(row: RowReader) {
    self.init(
      market: row.text("market"), item: row.text("item"), period: row.optionalInteger("period"),
      quantity: row.number("quantity"), shortageCost: row.number("shortage_cost"),
      minService: row.optionalNumber("min_service"))
  }
}

extension Disruption {
  init(row: RowReader) {
    self.init(
      row.text("disruption"), row.choice("target_kind", DisruptionTarget.self) ?? .site, row.text("target"),
      factor: row.number("factor"), startDay: row.number("start_day"),
      durationDays: row.optionalNumber("duration_days"), rampDays: row.number("ramp_days"),
      addedRate: row.number("added_rate"), rate: row.optionalNumber("rate"),
      cause: row.optionalText("cause"))
  }
}

extension ScenarioRow {
  init(row: RowReader) {
    self.init(
      row.text("scenario"), probability: row.number("probability"), disruption: row.optionalText("disruption")
    )
  }
}

extension Policy {
  init(row: RowReader) {
    self.init(
      row.text("policy"), row.choice("kind", PolicyKind.self) ?? .exclude, items: row.names("item"),
      classes: row.names("class"), critical: row.optionalFlag("critical"), markets: row.names("market"),
      sites: row.names("site"), regions: row.names("region"), blocs: row.names("bloc"),
      owners: row.names("owner"), scope: row.choice("scope", PolicyScope.self),
      limit: row.optionalNumber("limit"), level: row.optionalNumber("level"),
      count: row.optionalInteger("count"))
  }
}

extension Project {
  init(row: RowReader) {
    self.init(
      row.text("project"), site: row.text("site"), item: row.text("item"), recipe: row.optionalText("recipe"),
      cost: row.number("cost"), days: row.number("days"), partners: row.list("partners"))
  }
}

extension CurrentSource {
  init(row: RowReader) {
    self.init(
      site: row.text("site"), item: row.text("item"), recipe: row.optionalText("recipe"),
      role: row.choice("role", Role.self) ?? .primary, commit: row.optionalNumber("commit"),
      reserve: row.optionalNumber("reserve"))
  }
}
