// Rules between countries, what may go wrong, and what the layout must satisfy.
extension CaseSchema {
  static let duties = TableSchema(
    name: "duties", meaning: "Duties on what crosses a border; the most specific row counts.",
    columns: [
      .required("origin", .pattern(["regions", "blocs"]), "Where it comes from."),
      .required("destination", .pattern(["regions", "blocs"]), "Where it goes."),
      .optional("item", .pattern(["items"]), "The item; blank: any."),
      .optional("class", .text, "The class of items; blank: any."),
      .required("rate", .number(0...100), "Share of the unit value: 0.25 is 25 %."),
      .optional(
        "requires_content", .share,
        "Share of regional value that a unit needs to claim the rate; blank: none."),
      .optional(
        "rule", .text, "The agreement or measure that the row belongs to, for disruptions to name."),
      .optional("in_force", .flag, "Whether it holds while nothing happens; blank: yes."),
    ], key: [])

  static let controls = TableSchema(
    name: "controls", meaning: "Export controls, embargoes and investment screening.",
    columns: [
      .required("origin", .pattern(["regions", "blocs"]), "Where it comes from."),
      .required("destination", .pattern(["regions", "blocs"]), "Where it goes."),
      .optional("item", .pattern(["items"]), "The item; blank: any."),
      .optional("class", .text, "The class of items; blank: any."),
      .required("kind", .choice(["ban", "quota", "licence", "screening"]), "What is controlled."),
      .optional("limit", .amount, "Units a period that a quota or a licence lets through."),
      .optional("cost", .amount, "Fee for a unit that passes under a licence."),
      .optional("rule", .text, "The regime or measure that the row belongs to, for disruptions to name."),
      .optional("in_force", .flag, "Whether it holds while nothing happens; blank: yes."),
    ], key: [])

  static let disruptions = TableSchema(
    name: "disruptions", meaning: "What may go wrong; scenarios say what goes wrong together.",
    columns: [
      .required("disruption", .name, "The disruption's name."),
      .required("target_kind", .choice(DisruptionTarget.allCases.map(\.rawValue)), "What it hits."),
      .required("target", .text, "The name of what it hits."),
      .required("factor", .number(0...1000), "What is left: 0 is nothing, 1 is all."),
      .optional("start_day", .days, "When it begins; blank: at once."),
      .optional("duration_days", .days, "How long it lasts; blank: to the end."),
      .optional("ramp_days", .days, "How long recovery takes after that."),
      .optional("added_rate", .number(0...100), "What a duty rises by: 0.25 is 25 points."),
      .optional(
        "rate", .number(0...1000), "How often a year it happens, for samples, which draw when it begins."),
      .optional(
        "cause", .text, "What it has in common with others of the same rate: they are drawn together."),
    ], key: ["disruption"])

  static let scenarios = TableSchema(
    name: "scenarios",
    meaning:
      "What may happen, a disruption a row; the undisturbed scenario has the probability that is left.",
    columns: [
      .required("scenario", .name, "The scenario's name."),
      .required("probability", .share, "Its probability, the same in each of its rows."),
      .optional("disruption", .reference(["disruptions"]), "A disruption that it brings."),
    ], key: ["scenario", "disruption"])

  static let policies = TableSchema(
    name: "policies", meaning: "What the layout must satisfy.",
    columns: [
      .required("policy", .name, "The policy's name."),
      .required("kind", .choice(PolicyKind.allCases.map(\.rawValue)), "What it demands."),
      .optional("item", .filter(["items"]), "Items it speaks of; blank: all."),
      .optional("class", .text, "Classes of items, parted by ;."),
      .optional("critical", .flag, "Only critical items, or only others."),
      .optional("market", .filter(["markets"]), "Markets it speaks of."),
      .optional("site", .filter(["sites"]), "Sites it speaks of."),
      .optional("region", .filter(["regions"]), "Regions it speaks of."),
      .optional("bloc", .filter(["blocs"]), "Blocs it speaks of."),
      .optional("owner", .text, "Owners it speaks of, parted by ;."),
      .optional("scope", .choice(PolicyScope.allCases.map(\.rawValue)), "What is counted or limited."),
      .optional("limit", .number(0...CaseSchema.largestNumber), "The limit, in the kind's own unit."),
      .optional(
        "level", .share,
        "Share of demand from which a scenario counts as served, or level of a conditional value at risk."),
      .optional("count", .integer(0...100_000), "How many."),
    ], key: ["policy"])
}
