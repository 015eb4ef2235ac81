/// The keys of `settings`, with the kind of value and the meaning of each.
enum SettingsSchema {
  /// One key, as a column of its own would be described.
  static let keys: [ColumnSchema] = [
    .optional("name", .text, "The case's name."),
    .optional("currency", .text, "What money is in."),
    .optional("period_days", .number(0.01...1e6), "Days in a period; 365 if not set."),
    .optional("periods", .integer(1...10_000), "Periods planned; 1 if not set."),
    .optional(
      "risk_measure", .choice(RiskMeasure.allCases.map(\.rawValue)), "How scenario costs are weighed."),
    .optional("risk_weight", .share, "Weight of the risk, which risk_measure names; 0 if not set."),
    .optional(
      "risk_level", .number(0...0.999_999), "Level of the conditional value at risk; 0.95 if not set."),
    .optional(
      "strategic_stock", .flag,
      "Whether stock may be placed in the design, to be released after an event; false if not set."),
    .optional(
      "price_tiers", .choice(TierMode.allCases.map(\.rawValue)),
      "Whether a tier's price holds for the units past it (incremental, if not set) or for all units."),
    .optional(
      "project_alignment", .number(-1...1),
      "Least alignment at which a region shares the cost of a project; 0.5 if not set."),
    .optional("scenarios", .choice(["listed"]), "Where scenarios come from: the table of that name."),
    .optional("seed", .integer(0...Int(Int32.max)), "Seed of everything drawn at random; 0 if not set."),
  ]

  /// The description of a key.
  static func key(_ name: String) -> ColumnSchema? {
    keys.first { $0.name == name }
  }
}
