/// Makes a case of typed tables, one table after the other.
struct CaseDecoder {
  /// The case so far.
  private(set) var sourcingCase = SourcingCase()
  /// What was wrong so far.
  private(set) var faults: [Fault] = []

  /// Takes over the rows of a table.
  mutating func take(_ table: Table, file: String, lines: [Int]) {
    sourcingCase.origin.files[table.name] = file
    sourcingCase.origin.lines[table.name] = lines
    let positions = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) })
    let rows = table.rows.map { RowReader(cells: $0, positions: positions) }
    switch table.name {
    case "settings": takeSettings(rows)
    case "regions": sourcingCase.regions = rows.map(Region.init(row:))
    case "blocs": sourcingCase.blocs = rows.map(BlocMembership.init(row:))
    case "alignment": sourcingCase.alignment = rows.map(Alignment.init(row:))
    case "items": sourcingCase.items = rows.map(Item.init(row:))
    case "recipes": sourcingCase.recipes = rows.map(RecipeRow.init(row:))
    case "sites": sourcingCase.sites = rows.map(Site.init(row:))
    case "capabilities": sourcingCase.capabilities = rows.map(Capability.init(row:))
    case "price_tiers": sourcingCase.priceTiers = rows.map(PriceTier.init(row:))
    case "clusters": sourcingCase.clusters = rows.map(Cluster.init(row:))
    case "lanes": sourcingCase.lanes = rows.map(Lane.init(row:))
    case "duties": sourcingCase.duties = rows.map(Duty.init(row:))
    case "controls": sourcingCase.controls = rows.map(Control.init(row:))
    case "markets": sourcingCase.markets = rows.map(Market.init(row:))
    case "demand": sourcingCase.demand = rows.map(Demand.init(row:))
    case "disruptions": sourcingCase.disruptions = rows.map(Disruption.init(row:))
    case "scenarios": sourcingCase.scenarios = rows.map(ScenarioRow.init(row:))
    case "policies": sourcingCase.policies = rows.map(Policy.init(row:))
    case "projects": sourcingCase.projects = rows.map(Project.init(row:))
    case "current": sourcingCase.current = rows.map(CurrentSource.init(row:))
    default: sourcingCase.otherTables[table.name] = table
    }
  }

  private mutating func takeSettings(_ rows: [RowReader]) {
    for (index, row) in rows.enumerated() {
      let name = row.text("key")
      guard let key = SettingsSchema.key(name) else { continue }
      let location = sourcingCase.origin.location(table: "settings", row: index, column: "value")
      if let first = sourcingCase.origin.settingLines[name] {
        faults.append(
          Fault(
            at: .init(file: location.file, row: location.row, column: "key"), value: name,
            Message(CheckText.duplicate),
            expected: Message(ExpectedText.oneRow, ["row": first])))
        continue
      }
      sourcingCase.origin.settingLines[name] = location.row
      switch CellParser.parse(rawValue(row, key.kind), as: key.kind) {
      case .success(let cell): sourcingCase.settings.set(name, cell)
      case .failure(let mismatch):
        faults.append(
          Fault(
            at: location, value: mismatch.value,
            Message(CheckText.ofKey, ["key": name, "problem": mismatch.problem]),
            expected: mismatch.expected ?? key.expectation, suggestion: mismatch.suggestion))
      }
    }
  }

  /// The value of a key as it was written; a name such as 2026 is a number in JSON and a text all the same.
  private func rawValue(_ row: RowReader, _ kind: ColumnSchema.Kind) -> RawCell {
    if let text = row.optionalText("value") { return .text(text) }
    if let flag = row.optionalFlag("value") { return .flag(flag) }
    guard let value = row.optionalNumber("value") else { return .blank }
    return kind == .text && value.isFinite ? .text(NumberText.shortest(value)) : .number(value)
  }
}

extension Settings {
  /// Sets a key from its cell; a blank leaves the default.
  mutating func set(_ key: String, _ cell: Cell) {
    switch (key, cell) {
    case (_, .blank): break
    case ("name", .text(let value)): name = value
    case ("currency", .text(let value)): currency = value
    case ("period_days", .number(let value)): periodDays = value
    case ("periods", .number(let value)): periods = Int(value)
    case ("risk_measure", .text(let value)): riskMeasure = RiskMeasure(rawValue: value) ?? riskMeasure
    case ("risk_weight", .number(let value)): riskWeight = value
    case ("risk_level", .number(let value)): riskLevel = value
    case ("objective", .text(let value)): objective.form = ObjectiveForm(rawValue: value) ?? objective.form
    case ("objective_order", .text(let value)):
      objective.order = ObjectiveOrder(rawValue: value) ?? objective.order
    case ("objective_tolerance", .number(let value)): objective.tolerance = value
    case ("budget", .number(let value)): objective.budget = value
    case ("strategic_stock", .flag(let value)): strategicStock = value
    case ("price_tiers", .text(let value)): tierMode = TierMode(rawValue: value) ?? tierMode
    case ("pass_on", .text(let value)): passingOn = PassingOn(rawValue: value) ?? passingOn
    case ("project_alignment", .number(let value)): projectAlignment = value
    case ("seed", .number(let value)): seed = Int(value)
    default: generation.set(key, cell)
    }
  }
}

extension GenerationSettings {
  /// Sets a key from its cell.
  mutating func set(_ key: String, _ cell: Cell) {
    switch (key, cell) {
    case ("scenarios", .text(let value)): source = ScenarioSource(rawValue: value) ?? source
    case ("contingency_targets", .text(let value)): contingencyTargets = value
    case ("contingency_depth", .number(let value)): contingencyDepth = Int(value)
    case ("contingency_probability", .number(let value)): contingencyProbability = value
    case ("contingency_start_day", .number(let value)): contingencyStartDay = value
    case ("contingency_days", .number(let value)): contingencyDays = value
    case ("outage_ramp_days", .number(let value)): outageRampDays = value
    case ("short_outages", .text(let value)): shortOutages = ShortOutages(rawValue: value) ?? shortOutages
    case ("scenario_limit", .number(let value)): scenarioLimit = Int(value)
    case ("samples", .number(let value)): samples = Int(value)
    case ("alignment_threshold", .number(let value)): alignmentThreshold = value
    case ("reduce_to", .number(let value)): reduceTo = Int(value)
    case ("keep_worst", .number(let value)): keepWorst = Int(value)
    default: break
    }
  }
}
