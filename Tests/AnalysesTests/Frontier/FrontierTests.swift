import GLPKSolver
import LinearModel
import Planning
import Sourcing
import Testing

@testable import Analyses

@Suite("Efficiency against backup")
struct FrontierTests {
  /// Alpha sells at 4, Beta at 9 and needs 20 to be opened; both fail by fire, one at a time, with 5 % each.
  private func fires(_ policies: [Policy] = []) -> SourcingCase {
    var found = Fixtures.twoSuppliers(policies)
    found.sites[1].openingCost = 20
    found.capabilities[1].reservationCost = 0.5
    found.disruptions = ["Alpha", "Beta"].map { Disruption("fire in \($0)", .site, $0) }
    found.scenarios = ["Alpha", "Beta"].map {
      ScenarioRow("no \($0)", probability: 0.05, disruption: "fire in \($0)")
    }
    return found
  }

  private func frontier(
    _ found: SourcingCase, _ axis: FrontierAxis, points: Int = 5, method: PlanMethod = .auto
  ) throws -> Frontier {
    var options = FrontierOptions()
    options.axis = axis
    options.points = points
    options.gap = 1e-9
    options.method = method
    if axis == .autonomy { options.places = ["South"] }
    return try FrontierPlanner(solver: Fixtures.solver).frontier(SourcingNetwork(found), options)
  }

  /// All from Alpha: 80 · 4 = 320, share 1. Half from each: 40 · 4 + 40 · 9 = 520, share 0.5. Between them each hundredth of
  /// share is 0.8 units that cost 5 more.
  @Test("cost against concentration, worked out by hand")
  func concentration() throws {
    let found = try frontier(Fixtures.twoSuppliers(), .concentration, points: 3)
    #expect(found.points.count == 3)
    for (point, expected) in zip(found.points, [(320.0, 1.0), (420, 0.75), (520, 0.5)]) {
      #expect(abs(point.cost - expected.0) < 1e-4)
      #expect(abs(point.value - expected.1) < 1e-6)
    }
    let price = try #require(found.points[0].priceToNext)
    #expect(abs(price - 400) < 1e-2)
    #expect(found.points[2].priceToNext == nil)
    #expect(found.knee == nil)
  }

  /// Under an index of at most 0.5 the cheapest has half from Alpha and half from Beta: 1,040. A third from each costs
  /// 80 · 34 / 3 + 300 = 1,206.67; halfway, at 5/12, 5/12 and 1/6, it is 80 · (5/12 · 21 + 1/6 · 13) + 300 = 1,173.33.
  @Test("a limit on concentration holds along the frontier", arguments: [PlanMethod.extensive, .benders])
  func underConcentration(_ method: PlanMethod) throws {
    let found = try frontier(
      .threeSuppliersUnderConcentration, .concentration, points: 3, method: method)
    #expect(found.points.count == 3)
    let expected = [(1040, 0.5), (1173.3333, 5.0 / 12), (1206.6667, 1.0 / 3)]
    for (point, expected) in zip(found.points, expected) {
      #expect(abs(point.cost - expected.0) < 0.05, "\(point.cost)")
      #expect(abs(point.value - expected.1) < 1e-3, "\(point.value)")
    }
  }

  /// From outside of South comes Alpha's part.
  @Test("cost against autonomy is cost against what comes from outside")
  func autonomy() throws {
    let found = try frontier(Fixtures.twoSuppliers(), .autonomy, points: 3)
    #expect(found.points.map { ($0.cost * 100).rounded() / 100 } == [320, 520, 720])
    #expect(found.points.map { ($0.value * 1e6).rounded() / 1e6 } == [1, 0.5, 0])
  }

  /// Without a backup a fire in Alpha leaves 80 short. With 2 % of it Beta's reserve would pay: a reserve of r costs 0.5 · r
  /// and 20, and saves 0.05 · (50 − 9) · r: it pays from r = 12.9 on, so the cheapest layout has it, and nothing is ever short.
  @Test("where the cheapest layout is the safest as well there is one point")
  func onePoint() throws {
    let found = try frontier(fires(), .shortage)
    #expect(found.points.count == 1)
    #expect(found.points.first?.value == 0)
    // 320 · 0.95 + 0.05 · 720 + 20 + 40.
    #expect(abs(try #require(found.points.first).cost - 400) < 1e-6)
  }

  @Test("what no layout satisfies has no frontier, and says so")
  func infeasible() throws {
    let found = try frontier(fires([Policy("three", .minSources, limit: 3)]), .cvar)
    #expect(found.isFeasible == false)
    #expect(found.points.isEmpty)
  }

  @Test(
    "every measure: no layout of all there are is better in both than a point, and the ends are the extremes",
    arguments: FrontierAxis.allCases, [PlanMethod.extensive, .benders])
  func agreesWithEnumeration(_ axis: FrontierAxis, _ method: PlanMethod) throws {
    var found = fires([Policy("two", .minSources, limit: 1)])
    // A reserve that hardly pays, and a third supplier, so that there is something to choose.
    found.capabilities[1].reservationCost = 1.8
    found.capabilities[1].capacity = 60
    found.sites.append(Site("Gamma", region: "South", openingCost: 35))
    found.capabilities.append(
      Capability(
        site: "Gamma", item: "part", capacity: 70, unitCost: 7, reservationCost: 2.2, surgeCost: 1))
    let result = try frontier(found, axis, points: 6, method: method)
    #expect(result.completeness == .complete)
    #expect(!result.points.isEmpty)
    for (here, next) in zip(result.points, result.points.dropFirst()) {
      #expect(here.cost < next.cost)
      #expect(here.value > next.value)
    }
    for point in result.points {
      let least = try leastCost(found, axis, limit: point.value, points: result)
      #expect(abs(least - point.cost) <= 1e-4 * max(1, point.cost), "\(axis) at \(point.value)")
    }
    let safest = try #require(result.points.last)
    #expect(
      try leastCost(found, axis, limit: safest.value - 1e-3 * max(1e-2, abs(safest.value)), points: result)
        == .infinity)
  }

  /// The least cost under a limit on the measure: the least over every assignment of the yes-or-no decisions.
  private func leastCost(
    _ found: SourcingCase, _ axis: FrontierAxis, limit: Double, points: Frontier
  ) throws -> Double {
    var options = FrontierOptions()
    options.axis = axis
    options.places = axis == .autonomy ? ["South"] : []
    let frontier = try FrontierModel(FrontierCase(SourcingNetwork(found), options))
    var model = frontier.model
    for index in 0..<model.variableCount { model.setObjective(of: Variable(index: index), to: 0) }
    model.objectiveConstant = 0
    model.addToObjective(frontier.cost)
    model.setBounds(of: frontier.measure, lower: -1e6, upper: limit + 1e-7 * max(1, abs(limit)))
    // Nothing is short in a quiet world in the cheapest layout of these cases.
    for (_, row, _) in frontier.shortRows { model.setBounds(of: row, lower: -.infinity, upper: 1e-6) }
    let whole = model.domains.indices.filter { model.domains[$0] == .integer }
    #expect(whole.count <= 9)
    let start = model
    return try Fixtures.solver.onDedicatedThread {
      let session = try Fixtures.solver.open(start)
      var least = Double.infinity
      for bits in 0..<(1 << whole.count) {
        for (position, index) in whole.enumerated() {
          let value = Double(bits >> position & 1)
          try session.setBounds(of: Variable(index: index), lower: value, upper: value)
        }
        let solution = try session.solve(SolveOptions(relaxation: true))
        if solution.termination.reason == .optimal { least = min(least, solution.objective ?? .infinity) }
      }
      return least
    }
  }

  /// A supplier that may burn down at 4 a unit, and three backups whose reserves cost more than what they save: each buys a part of
  /// the shortage of 0.05 · 80 / (0.9 · 80 + 0.1 · 80) off.
  @Test("taken apart, shortage has the frontier that it has in the whole model")
  func shortageTakenApart() throws {
    var found = fires()
    found.capabilities[1].reservationCost = 2.4
    found.capabilities[1].capacity = 30
    found.sites.append(Site("Gamma", region: "South", openingCost: 12))
    found.capabilities.append(
      Capability(site: "Gamma", item: "part", capacity: 50, unitCost: 8, reservationCost: 2.3, surgeCost: 1))
    let apart = try frontier(found, .shortage, points: 7, method: .benders)
    let whole = try frontier(found, .shortage, points: 7, method: .extensive)
    #expect(apart.points.count > 2)
    #expect(apart.points.count == whole.points.count)
    for (mine, theirs) in zip(apart.points, whole.points) {
      #expect(abs(mine.cost - theirs.cost) <= 1e-4 * theirs.cost, "\(mine.cost) and \(theirs.cost)")
      #expect(abs(mine.value - theirs.value) <= 1e-5, "\(mine.value) and \(theirs.value)")
    }
  }

  /// Opening Beta for 20 pays for nothing that is expected, and once it is open its reserve for all costs next to nothing: there is no
  /// layout between the two. Two ends by three programs, one in the middle, and one for all limits before it.
  @Test("a frontier of one step is found by one search below it, however many points are asked for")
  func oneStep() throws {
    var found = fires()
    for row in found.scenarios.indices { found.scenarios[row].probability = 0.0005 }
    found.capabilities[1].reservationCost = 1e-4
    let result = try frontier(found, .shortage, points: 33, method: .benders)
    #expect(result.points.count == 2)
    #expect(result.points.allSatisfy { $0.isProven })
    #expect(result.solves <= 5, "\(result.solves)")
  }

  /// Without the backup a fire in Alpha leaves 80 of 80 short; shares of demand are some thousandths then.
  @Test(
    "a share of demand that is small is made nothing by every method",
    arguments: [PlanMethod.extensive, .benders])
  func smallShortage(_ method: PlanMethod) throws {
    var found = fires()
    for row in found.scenarios.indices { found.scenarios[row].probability = 0.0005 }
    let result = try frontier(found, .shortage, points: 3, method: method)
    #expect(result.points.count == 3)
    // 0.0005 · 80 of 80 short where only Alpha stands, nothing where both do.
    #expect(abs(try #require(result.points.first).value - 0.0005) < 1e-7)
    #expect(try #require(result.points.last).value < 1e-8)
    #expect(result.points.count { $0.isProven } == 3)
  }

  /// Beta alone: 720 at share 1. At share 1 the cheapest is Alpha alone for 320, so the layout costs 400 more than it has to, and the
  /// first point is better. Alpha alone is a point itself.
  @Test("a given layout is held against the frontier", arguments: [PlanMethod.extensive, .benders])
  func givenLayout(_ method: PlanMethod) throws {
    let found = Fixtures.twoSuppliers()
    let network = try SourcingNetwork(found)
    var onlyBeta = found
    onlyBeta.policies = [Policy("no Alpha", .exclude, sites: ["Alpha"])]
    var options = FrontierOptions()
    options.axis = .concentration
    options.points = 3
    options.method = method
    options.layout = try StandingLayout(Fixtures.plan(onlyBeta))
    let planner = FrontierPlanner(solver: Fixtures.solver)
    let given = try #require(planner.frontier(network, options).given)
    #expect(given.layout == .plan)
    #expect(abs(given.cost - 720) < 1e-6)
    #expect(abs(given.value - 1) < 1e-9)
    #expect(abs(try #require(given.leastCost) - 320) < 1e-2)
    #expect(given.dominatedBy == 0)
    options.layout = try StandingLayout(Fixtures.plan(found))
    let best = try #require(planner.frontier(network, options).given)
    #expect(abs(try #require(best.leastCost) - 320) < 1e-2)
    #expect(best.dominatedBy == nil)
    // Six tenths from Alpha: 48 · 4 + 32 · 9 = 480 at share 0.6, on the line between the points.
    var shared = found
    shared.policies = [Policy("most from Alpha", .maxShare, scope: .supplier, limit: 0.6)]
    options.layout = try StandingLayout(Fixtures.plan(shared))
    let between = try planner.frontier(network, options)
    #expect(abs(try #require(between.given?.leastCost) - 480) < 1e-2)
    #expect(between.given?.dominatedBy == nil)
    #expect(between.points.contains { abs($0.value - 0.6) < 1e-6 })
  }

  @Test("a point of which nothing is proven has no price, and is no knee")
  func unproven() {
    func point(_ cost: Double, _ value: Double, _ isProven: Bool) -> Frontier.Point {
      .init(
        cost: cost, value: value, bound: nil, isProven: isProven, priceToNext: nil, sites: [], sourcing: [])
    }
    var frontier = Frontier(name: "", currency: "", against: .cvar)
    frontier.points = [point(0, 10, true), point(1, 1, false), point(4, 5, true), point(10, 0, true)]
    frontier.tellPrices()
    #expect(frontier.points.map(\.priceToNext) == [0.8, nil, 1.2, nil])
    #expect(frontier.knee == 2)
  }

  @Test("what is proven of a point is no more than it costs, and no less than the gap allows")
  func bounds() throws {
    var found = fires()
    found.capabilities[1].reservationCost = 1.8
    found.capabilities[1].capacity = 60
    for axis in FrontierAxis.allCases {
      for point in try frontier(found, axis, points: 6, method: .benders).points {
        let bound = try #require(point.bound)
        #expect(bound <= point.cost + 1e-9)
        #expect(point.cost - bound <= 1e-3 * point.cost, "\(axis): \(bound) of \(point.cost)")
      }
    }
  }

  /// Three points at (0, 1), (0.2, 0.3) and (1, 0) of the way: the middle one lies farthest below the line.
  @Test("the knee is the point farthest below the line between the ends")
  func knee() throws {
    var found = fires()
    found.capabilities[1].reservationCost = 1.9
    found.capabilities[1].capacity = 60
    let result = try frontier(found, .cvar, points: 8)
    guard let knee = result.knee else { return }
    let (first, last) = (result.points[0], result.points[result.points.count - 1])
    let depth = { (point: Frontier.Point) in
      1 - (point.cost - first.cost) / (last.cost - first.cost)
        - (point.value - last.value) / (first.value - last.value)
    }
    #expect(result.points.allSatisfy { depth($0) <= depth(result.points[knee]) })
  }

  @Test("cut short, it gives the points found by then")
  func interrupted() throws {
    let cancellation = Cancellation()
    var options = FrontierOptions()
    options.axis = .concentration
    options.points = 9
    options.cancellation = cancellation
    options.progress = { if $0.hasPrefix("point 4") { cancellation.cancel() } }
    let found = try FrontierPlanner(solver: Fixtures.solver).frontier(
      SourcingNetwork(Fixtures.twoSuppliers()), options)
    #expect(found.completeness == .interrupted)
    #expect((2..<9).contains(found.points.count))
  }

  @Test("places that are not in the case are refused")
  func unknownPlace() throws {
    var options = FrontierOptions()
    options.axis = .autonomy
    options.places = ["Atlantis"]
    let network = try SourcingNetwork(fires())
    #expect(throws: CaseFaults.self) {
      try FrontierPlanner(solver: Fixtures.solver).frontier(network, options)
    }
  }
}
