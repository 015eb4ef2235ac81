import Sourcing

/// Recipes, periods, lead times and stock of a random case.
extension RandomCase {
  mutating func addHorizon() {
    found.settings.periods = draw.whole(1...4)
    found.settings.periodDays = draw.one(of: [30, 90, 365]) ?? 30
    found.settings.strategicStock = draw.chance(0.5)
  }

  /// Recipes of one or two inputs; an item is only made of later ones, so that there is no cycle. The last is
  /// made of nothing, and most others of one or two technologies.
  mutating func addRecipes() {
    for index in found.items.indices where draw.chance(0.7) {
      found.items[index].holdingCost = draw.chance(0.2) ? 0 : draw.amount(0...1)
    }
    for (index, item) in found.items.enumerated().dropLast() {
      let inputs = found.items.map(\.id).dropFirst(index + 1)
      for number in 1...draw.whole(1...2) where draw.chance(0.9) {
        for input in draw.some(of: Array(inputs), 0.3) {
          let quantity: Double = draw.one(of: [0.5, 1, 1, 2, 3]) ?? 1
          found.recipes.append(
            RecipeRow("\(item.id) way \(number)", makes: item.id, from: input, quantity: quantity))
        }
      }
    }
  }

  /// A recipe for an item, or now and then none.
  mutating func recipe(for item: String) -> String? {
    let recipes = Set(found.recipes.filter { $0.item == item }.map(\.recipe)).sorted()
    if recipes.isEmpty || draw.chance(0.15) { return nil }
    return draw.one(of: recipes)
  }

  /// Rows for one period in place of or besides those for all.
  mutating func addDemandByPeriod() {
    for index in found.demand.indices {
      for period in 0..<found.settings.periods where draw.chance(0.25) {
        let row = found.demand[index]
        found.demand.append(
          Demand(
            market: row.market, item: row.item, period: period,
            quantity: draw.chance(0.2) ? 0 : draw.amount(5...60), shortageCost: draw.amount(8...60)))
      }
    }
  }

  mutating func addLeadTimes() {
    for index in found.lanes.indices where draw.chance(0.35) {
      found.lanes[index].leadDays = draw.amount(1...(found.settings.periodDays * 2))
    }
  }
}
