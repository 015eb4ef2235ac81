// Where things are: settings, regions, blocs, sites, markets and the lanes between them.
extension CaseSchema {
  static let settings = TableSchema(
    name: "settings", meaning: "What holds for the whole case, a key and its value a row.",
    columns: [
      .required("key", .choice(SettingsSchema.keys.map(\.name)), "What is set."),
      .optional("value", .any, "Its value."),
    ], key: ["key"])

  static let regions = TableSchema(
    name: "regions", meaning: "Countries, provinces or any other area in which sites fail together.",
    columns: [
      .required("region", .name, "The region's name."),
      .optional("name", .text, "The region's name for people."),
      .optional("latitude", .latitude, "Degrees north of the region's centre."),
      .optional("longitude", .longitude, "Degrees east of the region's centre."),
      .optional("outage_rate", .number(0...1000), "Outages of the whole region a year."),
      .optional("outage_days", .days, "How long such an outage lasts."),
      .optional("parent", .reference(["regions"]), "The region that this one is part of."),
    ], key: ["region"])

  static let blocs = TableSchema(
    name: "blocs", meaning: "Groups of regions under one rule; a bloc and one of its regions a row.",
    columns: [
      .required("bloc", .name, "The bloc's name."),
      .required(
        "region", .reference(["regions"]), "A region that belongs to it, with the regions below that one."),
      .optional("kind", .text, "Trade agreement, alliance, customs union, export-control regime, …"),
    ], key: ["bloc", "region"])

  static let alignment = TableSchema(
    name: "alignment", meaning: "How well two regions get on.",
    columns: [
      .required("region_a", .reference(["regions"]), "One region."),
      .required("region_b", .reference(["regions"]), "The other."),
      .required("score", .number(-1...1), "From −1, opposed, to 1, aligned."),
    ], key: ["region_a", "region_b"])

  static let sites = TableSchema(
    name: "sites", meaning: "Places that make, hold or pass on items: suppliers, plants, warehouses.",
    columns: [
      .required("site", .name, "The site's name."),
      .optional("name", .text, "The site's name for people."),
      .required("region", .reference(["regions"]), "Where it is."),
      .optional("opening_cost", .amount, "Paid once if the site is used and does not exist yet."),
      .optional("existing", .flag, "Whether it exists already."),
      .optional("closing_cost", .amount, "Paid once if the site exists and is not used."),
      .optional("outage_rate", .number(0...1000), "Outages of the site alone a year."),
      .optional("outage_days", .days, "How long such an outage lasts."),
      .optional("latitude", .latitude, "Degrees north; blank: its region's."),
      .optional("longitude", .longitude, "Degrees east; blank: its region's."),
      .optional("owner", .text, "Who owns it; blank: an owner of its own."),
      .optional(
        "owner_region", .reference(["regions"]), "Where its owner is at home; blank: the site's region."),
      .optional(
        "hub", .flag,
        "Whether lanes without an item bring it anything, to go on from it; blank: where it uses nothing."),
    ], key: ["site"])

  static let lanes = TableSchema(
    name: "lanes",
    meaning: "Ways on which items can move; several rows between the same ends are routes side by side.",
    columns: [
      .required("from", .pattern(["sites", "regions"]), "A site, or a region for all of its sites."),
      .required(
        "to", .pattern(["sites", "markets", "regions"]),
        "A site or market, or a region for all of its markets."),
      .optional("item", .pattern(["items"]), "The item it carries; blank: any."),
      .optional("unit_cost", .amount, "Freight for a unit."),
      .optional(
        "cost_per_km", .amount, "Freight for a unit and kilometre of great circle, on top of unit_cost."),
      .optional("lead_days", .days, "How long a unit is on its way."),
      .optional(
        "capacity", .amount, "Most units a period, of each item and between each two places; blank: no limit."
      ),
      .optional("corridor", .text, "The chokepoint it goes through: Suez, Malacca, …"),
      .optional("mode", .text, "Sea, rail, air, …"),
    ], key: [])

  static let markets = TableSchema(
    name: "markets", meaning: "Places that need items.",
    columns: [
      .required("market", .name, "The market's name."),
      .optional("name", .text, "The market's name for people."),
      .required("region", .reference(["regions"]), "Where it is."),
      .optional("latitude", .latitude, "Degrees north; blank: its region's."),
      .optional("longitude", .longitude, "Degrees east; blank: its region's."),
    ], key: ["market"])

  static let clusters = TableSchema(
    name: "clusters", meaning: "What sites close together save.",
    columns: [
      .required("region", .reference(["regions"]), "Where the cluster is."),
      .required("min_sites", .integer(1...100_000), "How many open sites it needs."),
      .required("saving", .amount, "What it saves over the horizon."),
    ], key: ["region", "min_sites"])
}
