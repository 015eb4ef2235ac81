import Testing

@testable import Sourcing

@Suite("Cases built in code are checked like those that are read")
struct BuiltInCodeTests {
  /// What is told of a case, the advice left out.
  private func told(_ change: (inout SourcingCase) -> Void) -> [String] {
    var rich = SourcingCase.rich
    change(&rich)
    return rich.faults().filter { $0.severity == .error }.map(\.description)
  }

  @Test("an empty case lacks rows")
  func empty() {
    #expect(
      SourcingCase().faults().map(\.description)
        == [
          "capabilities", "demand", "items", "lanes", "markets", "regions", "sites",
        ].map { "\($0): the table has no rows; expected at least one row" })
    #expect(throws: CaseFaults.self) { try SourcingNetwork(SourcingCase()) }
  }

  @Test("numbers that no file could hold")
  func numbers() {
    let told = told {
      $0.capabilities[0].capacity = .nan
      $0.capabilities[1].unitCost = -.infinity
      $0.settings.periodDays = 0
      $0.settings.riskLevel = 1
      $0.settings.periods = .max
      $0.demand[1].period = .min
      $0.policies[1].count = -1
    }
    #expect(
      told == [
        "capabilities:1:capacity: not a finite number 'nan'; expected a number from 0 to 1000000000000",
        "capabilities:2:unit_cost: not a finite number '-inf'; expected a number from 0 to 1000000000000",
        "demand:2:period: negative number '-9.223372036854776e+18'; expected a whole number from 0 to 100000",
        "policies:2:count: negative number '-1'; expected a whole number from 0 to 100000",
        "settings:period_days: number too small '0'; expected a number from 0.01 to 1000000",
        "settings:periods: number too large '9.223372036854776e+18'; expected a whole number from 1 to 10000",
        "settings:risk_level: number too large '1'; expected a number from 0 to 0.999999",
      ])
  }

  @Test("names that would not survive a trip through a file")
  func names() {
    let told = told {
      $0.sites[0].id = ""
      $0.capabilities[0].site = ""
      $0.sites[1].owner = " B"
      $0.lanes[0].item = "*"
      $0.policies[0].owners = ["A & Söhne"]
      $0.lanes[0].origin = "Osaka"
    }
    #expect(
      told.filter { line in !["disruptions", "policies", "projects"].contains { line.hasPrefix($0) } } == [
        "capabilities:1:site: missing value; expected a name from sites",
        "lanes:1:item: a sign where a name belongs '*'; expected a name, or nil for any",
        "sites:1:site: missing value; expected a name",
        "sites:2:owner: white space at the ends of a text ' B'; expected none",
      ])
  }

  @Test("tables of another shape than their schema are told, and nothing crashes over them")
  func shapes() {
    let told = told {
      $0.otherTables["clusters"] = Table(name: "clusters", columns: ["region"], rows: [[]])
      $0.otherTables["nonsense"] = Table(name: "nonsense", columns: [], rows: [])
    }
    #expect(
      told == [
        "clusters: the table has other columns than its schema 'region'; expected the columns region, min_sites, saving",
        "clusters: the table is not planned by this version 'clusters'; expected a case without it",
        "nonsense: the table has other columns than its schema ''; expected a known table",
      ])
    var odd = SourcingCase.rich
    odd.otherTables["clusters"] = Table(name: "clusters", columns: ["region"], rows: [[]])
    #expect(throws: Never.self) { try CaseWriter.json(odd) }
  }

  @Test("a number that is not finite cannot be written as JSON")
  func unwritable() {
    var odd = SourcingCase.rich
    odd.settings.riskWeight = .nan
    #expect(throws: (any Error).self) { try CaseWriter.json(odd) }
  }
}
