// What is made, how, by whom and for whom: items, recipes, capabilities, demand.
extension CaseSchema {
  static let items = TableSchema(
    name: "items", meaning: "What is sourced.",
    columns: [
      .required("item", .name, "The item's name."),
      .optional("name", .text, "The item's name for people."),
      .optional("class", .text, "Technology, labour, resource, …"),
      .optional("critical", .flag, "Whether policies on critical items speak of it."),
      .optional("unit", .text, "What a quantity of 1 is: t, piece, …"),
      .optional("unit_value", .amount, "Value of a unit, to which duties apply."),
      .optional("holding_cost", .amount, "Cost of holding a unit for a period."),
    ], key: ["item"])

  static let recipes = TableSchema(
    name: "recipes", meaning: "What a unit of an item is made of; an input a row.",
    columns: [
      .required("recipe", .name, "The recipe's name; several for one item are alternative technologies."),
      .required("item", .reference(["items"]), "What it makes."),
      .required("input", .reference(["items"]), "What it takes."),
      .required("quantity", .amount, "Units of input for a unit of the item."),
    ], key: ["recipe", "input"])

  static let capabilities = TableSchema(
    name: "capabilities", meaning: "Which site can supply which item, how much and at what cost.",
    columns: [
      .required("site", .reference(["sites"]), "Who."),
      .required("item", .reference(["items"]), "What."),
      .optional(
        "recipe", .reference(["recipes"]), "By which recipe; blank: from nothing that the case knows."),
      .required("capacity", .amount, "Most units a period."),
      .required("unit_cost", .amount, "Price of a unit."),
      .optional("qualification_cost", .amount, "Paid once before anything can be bought."),
      .optional("qualified", .flag, "Whether that has been paid."),
      .optional("min_volume", .amount, "Least commitment a period of a primary source."),
      .optional("reservation_cost", .amount, "Fee a period for a unit held ready; blank: not offered."),
      .optional("surge_cost", .amount, "On top of unit_cost for a unit drawn from the reserve."),
      .optional(
        "activation_days", .days,
        "From the first disruption until the reserve is ready; 0 or blank: always ready."),
      .optional("ramp_days", .days, "From ready until the whole reserve can be drawn."),
      .optional("emissions", .amount, "Emissions of a unit."),
    ], key: ["site", "item", "recipe"])

  static let priceTiers = TableSchema(
    name: "price_tiers", meaning: "Prices that fall with volume.",
    columns: [
      .required("site", .reference(["sites"]), "Who."),
      .required("item", .reference(["items"]), "What."),
      .required("from_volume", .amount, "The commitment from which the price holds."),
      .required("unit_cost", .amount, "Price of a unit."),
    ], key: ["site", "item", "from_volume"])

  static let demand = TableSchema(
    name: "demand", meaning: "What markets need a period.",
    columns: [
      .required("market", .reference(["markets"]), "Who."),
      .required("item", .reference(["items"]), "What."),
      .optional("period", .integer(0...100_000), "When, from 0; blank: in every period."),
      .required("quantity", .amount, "Units a period."),
      .required("shortage_cost", .amount, "What a unit of unmet demand costs."),
      .optional("min_service", .share, "Least share of the demand that is met."),
    ], key: ["market", "item", "period"])

  static let projects = TableSchema(
    name: "projects", meaning: "Development that unlocks capabilities; a project and one of these a row.",
    columns: [
      .required("project", .name, "The project's name; several for one capability are alternatives."),
      .required("site", .reference(["sites"]), "Where."),
      .required("item", .reference(["items"]), "What becomes possible."),
      .optional("recipe", .reference(["recipes"]), "By which recipe."),
      .required("cost", .amount, "Paid once, the same in each of its rows."),
      .required("days", .days, "Until it bears fruit, the same in each of its rows."),
      .optional(
        "partners", .filter(["regions"]),
        "Regions that share the cost where they are aligned with the site's."),
    ], key: ["project", "site", "item", "recipe"])

  static let current = TableSchema(
    name: "current", meaning: "The layout that stands today.",
    columns: [
      .required("site", .reference(["sites"]), "Who."),
      .required("item", .reference(["items"]), "What."),
      .optional("recipe", .reference(["recipes"]), "By which recipe."),
      .required("role", .choice(["primary", "backup"]), "As what."),
      .optional("commit", .amount, "Units a period that are committed."),
      .optional("reserve", .amount, "Units a period that are reserved."),
    ], key: ["site", "item", "recipe"])
}
