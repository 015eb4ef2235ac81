import Foundation
import GLPKSolver
import Planning
import Sourcing

/// The solver and planner of these tests.
enum Bench {
  static let solver = GLPKSolver()
  static let planner = Planner(solver: solver)

  /// The columns of a fault.
  static func columns(_ error: CaseFaults?) -> [String] {
    (error?.faults ?? []).compactMap(\.location.column)
  }
}

extension SourcingCase {
  /// Mine → plant → town, a week a period: the mine digs 10 ore a week, the plant turns each into a part, the town
  /// needs 10 parts a week at 100 for each that is short. A second mine, Far, may be a backup.
  static func chain(weeks: Int) -> SourcingCase {
    var chain = SourcingCase(name: "chain", currency: "EUR")
    chain.settings.periodDays = 7
    chain.settings.periods = weeks
    chain.regions = [Region("Home"), Region("Abroad")]
    chain.items = [Item("ore", unitValue: 1), Item("part", unitValue: 5)]
    chain.recipes = [RecipeRow("smelt", makes: "part", from: "ore", quantity: 1)]
    chain.sites = [
      Site("Mine", region: "Abroad", isExisting: true), Site("Far", region: "Home", isExisting: true),
      Site("Plant", region: "Home", isExisting: true),
    ]
    chain.capabilities = [
      Capability(site: "Mine", item: "ore", capacity: 10, unitCost: 1),
      Capability(site: "Far", item: "ore", capacity: 10, unitCost: 2, reservationCost: 0.1, surgeCost: 1),
      Capability(site: "Plant", item: "part", recipe: "smelt", capacity: 10, unitCost: 3),
    ]
    chain.markets = [Market("Town", region: "Home")]
    chain.demand = [Demand(market: "Town", item: "part", quantity: 10, shortageCost: 100)]
    chain.lanes = [Lane(from: "*", to: "Plant", item: "ore", unitCost: 0.5), Lane(from: "Plant", to: "Town")]
    return chain
  }
}
