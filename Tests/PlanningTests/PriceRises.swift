import Sourcing

/// Changes of a case that make something dearer and nothing cheaper.
enum PriceRises {
  typealias Rise = @Sendable (inout SourcingCase) -> Void

  /// What is dearer, and the change.
  static let all: [(name: String, raise: Rise)] = [
    ("unit cost", { $0.capabilities[0].unitCost += 1.5 }),
    (
      "qualification",
      { found in found.capabilities.indices.forEach { found.capabilities[$0].qualificationCost += 9 } }
    ),
    ("surge", { found in found.capabilities.indices.forEach { found.capabilities[$0].surgeCost += 1 } }),
    (
      "reservation",
      { found in
        for index in found.capabilities.indices {
          found.capabilities[index].reservationCost = found.capabilities[index].reservationCost.map {
            $0 + 0.3
          }
        }
      }
    ),
    ("tier", { found in found.priceTiers.indices.forEach { found.priceTiers[$0].unitCost += 0.5 } }),
    ("freight", { found in found.lanes.indices.forEach { found.lanes[$0].unitCost += 0.7 } }),
    ("distance", { found in found.lanes.indices.forEach { found.lanes[$0].costPerKm *= 2 } }),
    // In proportion, so that the share of regional value stays as it is.
    ("value", { found in found.items.indices.forEach { found.items[$0].unitValue *= 1.5 } }),
    ("duty", { found in found.duties.indices.forEach { found.duties[$0].rate *= 2 } }),
    ("licence", { found in found.licences.forEach { found.controls[$0].cost += 2 } }),
    ("tariff", { found in found.tariffs.forEach { found.disruptions[$0].addedRate += 0.2 } }),
    ("holding", { found in found.items.indices.forEach { found.items[$0].holdingCost += 0.2 } }),
    ("opening", { found in found.sites.indices.forEach { found.sites[$0].openingCost += 20 } }),
    ("closing", { found in found.sites.indices.forEach { found.sites[$0].closingCost += 20 } }),
    ("project", { found in found.projects.indices.forEach { found.projects[$0].cost += 15 } }),
    // A partner that is lost makes a project dearer for the case.
    ("alignment", { found in found.alignment.indices.forEach { found.alignment[$0].score = -1 } }),
    ("cluster", { found in found.clusters.indices.forEach { found.clusters[$0].saving *= 0.5 } }),
    ("shortage", { $0.demand[0].shortageCost *= 1.5 }),
  ]
}

extension SourcingCase {
  /// Rows of `controls` that are licences.
  fileprivate var licences: [Int] { controls.indices.filter { controls[$0].kind == .licence } }

  /// Rows of `disruptions` that change what is due at a crossing.
  fileprivate var tariffs: [Int] {
    disruptions.indices.filter {
      disruptions[$0].targetKind == .duty && disruptions[$0].target.contains(" > ")
    }
  }
}
