/// The keys of `settings`, with the kind of value and the meaning of each.
enum SettingsSchema {
  /// One key, as a column of its own would be described.
  static let keys: [ColumnSchema] =
    [
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
        "objective", .choice(ObjectiveForm.allCases.map(\.rawValue)),
        "What is least: cost and risk by weight (cost, if not set), one after the other (lexicographic), or risk within a budget (least_risk)."
      ),
      .optional(
        "objective_order", .choice(ObjectiveOrder.allCases.map(\.rawValue)),
        "Which comes first with lexicographic; cost;risk if not set."),
      .optional(
        "objective_tolerance", .number(0...1000),
        "By which share of the best the first may then be exceeded; 0 if not set."),
      .optional(
        "budget", .number(0...CaseSchema.largestNumber), "Most that the expected cost may be with least_risk."
      ),
      .optional(
        "strategic_stock", .flag,
        "Whether stock may be placed in the design, to be released after an event; false if not set."),
      .optional(
        "price_tiers", .choice(TierMode.allCases.map(\.rawValue)),
        "Whether a tier's price holds for the units past it (incremental, if not set) or for all units."),
      .optional(
        "pass_on", .choice(PassingOn.allCases.map(\.rawValue)),
        "What lanes without an item bring to a site that uses something: what it uses, to go on as well (if not set) or to stay there, or anything."
      ),
      .optional(
        "project_alignment", .number(-1...1),
        "Least alignment at which a region shares the cost of a project; 0.5 if not set."),
      .optional("seed", .integer(0...Int(Int32.max)), "Seed of everything drawn at random; 0 if not set."),
    ] + generation

  /// The keys that say how scenarios are generated.
  private static let generation: [ColumnSchema] = [
    .optional(
      "scenarios", .choice(ScenarioSource.allCases.map(\.rawValue)),
      "Where scenarios come from besides their table: nowhere (listed, if not set), contingencies, or sampled."
    ),
    .optional(
      "contingency_targets", .text,
      "What fails in contingencies: site, region, bloc, corridor, parted by ;. Sites if not set."),
    .optional("contingency_depth", .integer(1...100), "How many fail at once at most; 1 if not set."),
    .optional(
      "contingency_probability", .share,
      "Probability that a target without an outage_rate fails within the horizon."),
    .optional("contingency_start_day", .days, "When contingencies begin; at once if not set."),
    .optional(
      "contingency_days", .days, "How long they last without outage_days; to the end if not set."),
    .optional(
      "outage_ramp_days", .days,
      "How long recovery takes after a contingency or an outage that is drawn; none if not set."),
    .optional(
      "short_outages", .choice(ShortOutages.allCases.map(\.rawValue)),
      "Whether an outage shorter than a period counts as a whole one (if not set) or by its share."),
    .optional(
      "scenario_limit", .integer(1...1_000_000), "Most contingencies that there may be; 2000 if not set."),
    .optional("samples", .integer(1...1_000_000), "How many samples are drawn; 100 if not set."),
    .optional(
      "alignment_threshold", .share,
      "Regions with a score below the negative of this fail together at times; 0.5 if not set."),
    .optional(
      "reduce_to", .integer(1...1_000_000), "How many generated scenarios are kept; all if not set."),
    .optional(
      "keep_worst", .integer(0...1_000_000), "How many of the worst are among them; 1 if not set."),
  ]

  /// The description of a key.
  static func key(_ name: String) -> ColumnSchema? {
    keys.first { $0.name == name }
  }
}
