import Testing

@testable import Sourcing

@Suite("Projects")
struct ProjectTests {
  private static let header = "project,site,item,recipe,cost,days,partners\n"

  static let inputs = [
    BadInput(
      "unknown names and no source", "projects.csv",
      header + "p,Austinn,chip,,1,1,\nq,Austin,ore,,1,1,\nr,Austin,chip,,1,1,JP\n",
      told: [
        "projects.csv:2:site: unknown name 'Austinn'; expected a name from sites; did you mean 'Austin'?",
        "projects.csv:2:site+item+recipe: not a source of the case 'Austinn, chip, '; expected site, item and recipe of a row of capabilities",
        "projects.csv:3:site+item+recipe: not a source of the case 'Austin, ore, '; expected site, item and recipe of a row of capabilities",
        "projects.csv:4:partners: unknown name 'JP'; expected names from regions parted by ;, or *",
      ]),
    BadInput(
      "amounts out of range, and no cost", "projects.csv",
      header + "p,Austin,chip,,-1,-2,\nq,Austin,chip,,,0,\n",
      told: [
        "projects.csv:2:cost: negative number '-1'; expected a number from 0 to 1000000000000",
        "projects.csv:2:days: negative number '-2'; expected a number from 0 to 1000000",
        "projects.csv:3:cost: missing value; expected a number from 0 to 1000000000000",
      ]),
    BadInput(
      "rows of one project that disagree", "projects.csv",
      header + "p,Austin,chip,,1,2,DE\np,Dresden,chip,,3,4,\n",
      told: [
        "projects.csv:3:cost: project p has two values of it '3'; expected 1, as in row 2",
        "projects.csv:3:days: project p has two values of it '4'; expected 2, as in row 2",
        "projects.csv:3:partners: project p has two values of it; expected DE, as in row 2",
      ]),
    BadInput(
      "a row twice", "projects.csv", header + "p,Austin,chip,,1,2,\np,Austin,chip,,1,2,\n",
      told: [
        "projects.csv:3:project+site+item+recipe: duplicate 'p, Austin, chip, '; expected one row; row 2 has the same key"
      ]),
    BadInput(
      "a partner that the site lies in, and no name", "projects.csv",
      header + "p,Dresden,chip,,1,2,US;EU\nq,Austin,chip,,1,2,*\n",
      told: [
        "projects.csv:2:partners: the site lies in the region, which bears the cost anyway 'EU'; expected regions other than those that Dresden lies in",
        "projects.csv:3:partners: a sign where names belong '*'; expected regions parted by ;",
      ]),
    BadInput(
      "a source that stands today",
      told: [
        "projects.csv:2:site+item+recipe: the source stands today 'Dresden, chip, '; expected one that is still to be developed, or no such row in current"
      ]
    ) {
      $0.with("projects.csv", header + "p,Dresden,chip,,1,2,\n")
        .with("current.csv", "site,item,role\nDresden,chip,primary\n")
    },
    BadInput(
      "an alignment that no pair can have", "settings.csv", "period_days,365", "project_alignment,2",
      told: [
        "settings.csv:3:value: project_alignment: number out of range '2'; expected a number from -1 to 1"
      ]),
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("a partner that does not share and a project that comes too late are remarked on")
  func advice() throws {
    let files = CaseFiles.sound
      .with("projects.csv", Self.header + "p,Austin,chip,,1,400,EU\n")
      .with("alignment.csv", "region_a,region_b,score\nUS,EU,0.25\n")
    var found = try files.network().sourcingCase
    found.origin = CaseOrigin()
    #expect(
      try SourcingNetwork(found).advice.map(\.description) == [
        "projects:1:partners: advice: the region does not share the cost of p: its alignment is 0.25, below 0.5 'EU'",
        "projects:1:days: advice: p is ready only after the end of the horizon '400'",
      ])
  }

  @Test("the cost is shared with those regions that are aligned with all sites of the project")
  func sharing() throws {
    var found = try CaseFiles.sound.network().sourcingCase
    found.regions.append(Region("JP"))
    found.projects = ["Austin", "Dresden"].map {
      Project("p", site: $0, item: "chip", cost: 12, days: 0, partners: ["JP"])
    }
    found.alignment = [Alignment("JP", "US", score: 0.9), Alignment("EU", "JP", score: 0.4)]
    var project = try #require(try SourcingNetwork(found).projects.first)
    #expect(project.cost == 12 && project.partners == [])
    found.alignment[1].score = 0.5
    project = try #require(try SourcingNetwork(found).projects.first)
    #expect(project.cost == 6 && project.partners == ["JP"] && project.capabilities == [1, 0])
  }

  @Test("days are rounded up to periods, and in a single period the part that is left counts")
  func readiness() {
    let several = Timeline(periodDays: 30, periods: 3)
    #expect((0..<3).map { several.usablePart(after: 0, in: $0) } == [1, 1, 1])
    #expect((0..<3).map { several.usablePart(after: 30, in: $0) } == [0, 1, 1])
    #expect((0..<3).map { several.usablePart(after: 31, in: $0) } == [0, 0, 1])
    #expect((0..<3).map { several.usablePart(after: 61, in: $0) } == [0, 0, 0])
    let single = Timeline(periodDays: 100, periods: 1)
    #expect([0, 25, 100, 101].map { single.usablePart(after: $0, in: 0) } == [1, 0.75, 0, 0])
  }
}
