import Mainstay

/// The program that the README opens with; `ReadmeTests` holds the two texts against each other.
func readmeProgram(_ print: (String) -> Void) throws {
  // README begin
  var bikes = SourcingCase(name: "bikes", currency: "EUR")
  bikes.regions = [Region("North"), Region("South")]
  bikes.items = [Item("frame")]
  bikes.sites = [Site("Oslo", region: "North", openingCost: 100), Site("Porto", region: "South")]
  bikes.capabilities = [
    Capability(site: "Oslo", item: "frame", capacity: 90, unitCost: 30, reservationCost: 2, surgeCost: 5),
    Capability(site: "Porto", item: "frame", capacity: 90, unitCost: 20),
  ]
  bikes.markets = [Market("Paris", region: "North")]
  bikes.demand = [Demand(market: "Paris", item: "frame", quantity: 80, shortageCost: 200)]
  bikes.lanes = [Lane(from: "*", to: "Paris", unitCost: 1)]
  bikes.disruptions = [Disruption("strike", .region, "South")]
  bikes.scenarios = [ScenarioRow("strike", probability: 0.1, disruption: "strike")]

  let plan = try Planner().plan(bikes)
  for source in plan.sourcing {
    print("\(source.role) \(source.site): commit \(source.commit), reserve \(source.reserve)")
  }
  print("\(plan.status), expected cost \(plan.costs.total) \(plan.currency)")
  // README end
}
