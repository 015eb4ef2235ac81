@testable import Analyses
import Planning
import Sourcing
import Testing

@Suite("Why there is no layout")
struct ConflictTests {
  private func explain(_ found: SourcingCase) throws -> Explanation {
    var options = ExplainOptions()
    options.planning = Fixtures.exact
    return try Explainer(solver: Fixtures.solver).explain(SourcingNetwork(found), options)
  }

  /// Takes rows away without the library's help.
  private func without(_ rows: [ExplainedRow], _ found: SourcingCase) -> SourcingCase {
    var result = found
    for row in rows {
      switch row.table {
      case "demand": result.demand[row.row - 1].minService = nil
      case "capabilities": result.capabilities[row.row - 1].capacity = 1e5
      case "lanes": result.lanes[row.row - 1].capacity = nil
      default: break
      }
    }
    let gone = { (table: String) in Set(rows.filter { $0.table == table }.map(\.row)) }
    result.policies = found.policies.enumerated().filter { !gone("policies").contains($0.offset + 1) }.map(
      \.element)
    result.controls = found.controls.enumerated().filter { !gone("controls").contains($0.offset + 1) }.map(
      \.element)
    return result
  }

  @Test(
    "of every infeasible micro-case the rows told collide, and without any one of them there is a layout",
    arguments: Fixtures.infeasible)
  func isMinimal(_ name: String) throws {
    let found = try Fixtures.microCase(name)
    let explanation = try explain(found)
    #expect(explanation.status == "infeasible")
    let conflict = try #require(explanation.conflict)
    #expect(!conflict.rows.isEmpty)
    #expect(conflict.isIrreducible)
    for row in conflict.rows {
      // All limits that are not told of may be in the way as well, so they go too.
      let others = rows(of: found).filter { $0 == row || !conflict.rows.contains($0) }
      #expect(try Fixtures.plan(without(others, found)).hasLayout, "\(row.name) is not needed")
    }
    let rest = rows(of: found).filter { !conflict.rows.contains($0) }
    #expect(try !Fixtures.plan(without(rest, found)).hasLayout)
  }

  private func rows(of found: SourcingCase) -> [ExplainedRow] {
    let limits = CaseLimit.all(of: found)
    return (limits.policies + limits.data).map { ExplainedRow($0, in: found) }
  }

  @Test("every repair is one, and with a little less of a change it is none", arguments: Fixtures.infeasible)
  func repairsAreTight(_ name: String) throws {
    let found = try Fixtures.microCase(name)
    let repairs = try explain(found).repairs
    #expect(!repairs.isEmpty)
    for repair in repairs {
      #expect(repair.isConfirmed)
      let plan = try Fixtures.plan(repaired(found, repair.changes))
      #expect(plan.hasLayout)
      #expect(plan.objective == repair.objective)
      guard repair.changes.count == 1, let to = repair.changes[0].to, let from = repair.changes[0].row.value,
        repair.changes[0].row.column != "count", !isCount(repair.changes[0].row, found)
      else { continue }
      var less = repair.changes
      less[0].to = from + 0.99 * (to - from)
      #expect(try !Fixtures.plan(repaired(found, less)).hasLayout, "\(less)")
    }
  }

  private func isCount(_ row: ExplainedRow, _ found: SourcingCase) -> Bool {
    row.table == "policies" && [.minSources, .maxChanges].contains(found.policies[row.row - 1].kind)
  }

  private func repaired(_ found: SourcingCase, _ changes: [Repair.Change]) -> SourcingCase {
    var result = without(changes.filter { $0.to == nil }.map(\.row).filter { $0.table != "policies" }, found)
    for change in changes {
      guard let to = change.to else { continue }
      let row = change.row.row - 1
      switch (change.row.table, change.row.column) {
      case ("policies", "count"): result.policies[row].count = Int(to)
      case ("policies", _): result.policies[row].limit = to
      case ("demand", _): result.demand[row].minService = to
      case ("capabilities", _): result.capabilities[row].capacity = to
      case ("lanes", _): result.lanes[row].capacity = to
      default: result.controls[row].limit = to
      }
    }
    let gone = Set(changes.filter { $0.to == nil && $0.row.table == "policies" }.map(\.row.row))
    result.policies = result.policies.enumerated().filter { !gone.contains($0.offset + 1) }.map(\.element)
    return result
  }

  /// While Alpha is down Beta's 60 leave 20 short at 20 each: 400 is lost, and 399 are allowed. Beta with 60.05 leaves 19.95
  /// short: 399. Alpha has 100 at 4, 80 are needed: 320, and a reserve of 60 at a fee of 3: 180, in all 500; of 60.05: 500.15.
  @Test("the repairs of a case worked out by hand")
  func handSolved() throws {
    let explanation = try explain(Fixtures.microCase("survive_infeasible"))
    #expect(explanation.conflict?.rows.map(\.name) == ["policy 'endure'", "capacity of Beta for part"])
    let told = explanation.repairs.map { [$0.changes[0].to, $0.objective] }
    #expect(told == [[60.05, 500.15], [400, 500]])
  }

  /// At most 60 % from one supplier, and Beta is out: Alpha may sell all of nothing. To have anything with Alpha alone its
  /// share must be let up to 1. Shortage is possible at a price, so shares collide only with a least service: 0.5.
  @Test("a share that must be let up is found exactly")
  func share() throws {
    var found = Fixtures.twoSuppliers([Policy("mix", .maxShare, limit: 0.6)])
    found.demand[0].minService = 1
    found.capabilities[1].capacity = 20
    // Beta has 20 of 80, so Alpha's share is at least 60 of 80: 0.75.
    let explanation = try explain(found)
    let names = try #require(explanation.conflict).rows.map(\.name)
    #expect(names == ["policy 'mix'", "least service of part in Town", "capacity of Beta for part"])
    let share = try #require(explanation.repairs.first { $0.changes[0].row.table == "policies" })
    #expect(share.changes.map(\.to) == [0.75])
    // 60 · 4 + 20 · 9.
    #expect(share.objective == 420)
    // With 60 % of x from Alpha and 40 %, 20, from Beta, x is 50: 0.625 of 80.
    let service = try #require(explanation.repairs.first { $0.changes[0].row.table == "demand" })
    #expect(service.changes.map(\.to) == [0.625])
    // 0.4 · 80.
    let capacity = try #require(explanation.repairs.first { $0.changes[0].row.table == "capabilities" })
    #expect(capacity.changes.map(\.to) == [32])
  }

  @Test("a ban that collides with a least service is named, and lifted")
  func ban() throws {
    var found = Fixtures.twoSuppliers()
    found.demand[0].minService = 1
    found.capabilities[0].capacity = 60
    found.controls = [Control(from: "South", to: "North", kind: .ban)]
    let explanation = try explain(found)
    let names = try #require(explanation.conflict).rows.map(\.name)
    #expect(
      names == ["least service of part in Town", "ban South > North", "capacity of Alpha for part"])
    let lifted = try #require(explanation.repairs.first { $0.changes[0].row.table == "controls" })
    #expect(lifted.changes[0].to == nil)
    // 60 · 4 + 20 · 9.
    #expect(lifted.objective == 420)
  }

  @Test("where two things collide apart from each other, the least repair changes both")
  func twoConflicts() throws {
    let found = Fixtures.twoSuppliers([
      Policy("three", .minSources, limit: 3), Policy("cheap", .maxCost, limit: 300),
    ])
    let explanation = try explain(found)
    #expect(explanation.conflict?.rows.count == 1 || explanation.conflict?.rows.count == 2)
    let least = try #require(explanation.repairs.first { $0.changes.count > 1 })
    #expect(least.isConfirmed)
    #expect(Set(least.changes.map(\.row.name)).isSuperset(of: ["policy 'three'"]))
  }

  /// Of Alpha's 40 and Beta's 40 the need of 80 costs 40 · 4 + 40 · 9 = 520 at least. With 400 there is nothing unless Alpha has
  /// 64: 64 · 4 + 16 · 9 = 400.
  @Test("a budget that is too small collides with what makes things dear, and is raised by what is missing")
  func budget() throws {
    var found = Fixtures.twoSuppliers()
    found.capabilities[0].capacity = 40
    found.settings.riskMeasure = .worst
    found.settings.objective.form = .leastRisk
    found.settings.objective.budget = 400
    let explanation = try explain(found)
    let conflict = try #require(explanation.conflict)
    #expect(conflict.rows.map(\.table) == ["settings", "capabilities"])
    #expect(conflict.rows.map(\.name) == ["budget of expected cost", "capacity of Alpha for part"])
    #expect(conflict.rows[0].value == 400)
    #expect(conflict.isIrreducible)
    let changes = explanation.repairs.map { repair in
      repair.changes.map { "\($0.row.name): \($0.to ?? 0)" }
    }
    #expect(changes == [["budget of expected cost: 520.0"], ["capacity of Alpha for part: 64.0"]])
    #expect(explanation.repairs.map(\.isConfirmed) == [true, true])
    #expect(explanation.repairs.map(\.relaxation) == [0.3, 0.6])
    found.settings.objective.budget = 520
    let kept = try explain(found)
    #expect(kept.conflict == nil)
    #expect(kept.binding.contains { $0.name == "budget of expected cost" })
    found.settings.objective.budget = 519.9
    let short = try explain(found)
    #expect(short.conflict != nil)
  }

  /// Alpha alone costs 320 where nothing happens. A tenth of the time it is away, and 4,000 are lost: 0.9 · 320 + 0.1 · 4,000 =
  /// 688. Beta for all is 720, and every unit moved there costs 0.4 more.
  @Test("a budget is of the expected cost of all scenarios, not of a quiet world")
  func budgetOfScenarios() throws {
    var found = Fixtures.twoSuppliers()
    found.disruptions = [Disruption("fire", .site, "Alpha", factor: 0)]
    found.scenarios = [ScenarioRow("fire", probability: 0.1, disruption: "fire")]
    found.settings.riskMeasure = .worst
    found.settings.objective.form = .leastRisk
    found.settings.objective.budget = 600
    let explanation = try explain(found)
    #expect(explanation.conflict?.rows.map(\.name) == ["budget of expected cost"])
    let raised = try #require(explanation.repairs.first?.changes.first?.to)
    #expect(abs(raised - 688) < 1e-3)
    #expect(explanation.repairs.first?.isConfirmed == true)
  }
}
