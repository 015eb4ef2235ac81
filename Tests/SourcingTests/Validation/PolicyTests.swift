import Testing

@testable import Sourcing

@Suite("Policies have what their kind needs and nothing that it does not use")
struct PolicyTests {
  static let columns = "policy,kind,item,class,critical,market,site,region,bloc,owner,scope,limit,level,count"

  /// What is told of one policy, its columns by name.
  private func told(_ kind: String, _ values: [String: String] = [:]) throws -> [String] {
    let row = Self.columns.split(separator: ",").map { column in
      switch column {
      case "policy": "p"
      case "kind": kind
      default: values[String(column)] ?? ""
      }
    }
    let told = try CaseFiles.sound.with(
      "policies.csv", Self.columns + "\n" + row.joined(separator: ",") + "\n"
    ).told()
    return told.map { $0.replacing("policies.csv:2:", with: "") }
  }

  @Test("an unknown kind, with the nearest")
  func unknownKind() throws {
    let kinds = PolicyKind.allCases.map(\.rawValue).joined(separator: ", ")
    #expect(
      try told("max_shares") == [
        "kind: unknown word 'max_shares'; expected one of \(kinds); did you mean 'max_share'?"
      ])
  }

  @Test("a concentration has a limit above nothing, and no places or markets")
  func concentration() throws {
    #expect(
      try told("max_concentration") == ["limit: missing value; expected a number from 0 to 1"])
    #expect(
      try told("max_concentration", ["limit": "1.5"]) == [
        "limit: limit out of range '1.5'; expected a number from 0 to 1"
      ])
    #expect(
      try told("max_concentration", ["limit": "0", "market": "Berlin", "region": "EU"]) == [
        "limit: nothing is concentrated so little '0'; expected a number above 0, up to 1",
        "market: max_concentration does not use market 'Berlin'; expected a blank",
        "region: max_concentration does not use region 'EU'; expected a blank",
      ])
    #expect(
      try told("max_concentration", ["limit": "0.5", "scope": "scenario", "count": "2"]) == [
        "count: max_concentration does not use count '2'; expected a blank",
        "scope: max_concentration does not use this scope 'scenario'; expected supplier, region, bloc, owner or a blank",
      ])
  }

  @Test("every kind that is planned, as it should be")
  func sound() throws {
    let places = ["site": "Dresden;Austin", "region": "EU", "bloc": "West", "owner": "A; B"]
    let items = ["item": "chip", "class": "technology", "critical": "true"]
    let all = places.merging(items) { $1 }
    #expect(
      try told("max_share", all.merging(["market": "Berlin", "scope": "owner", "limit": "0.5"]) { $1 }) == [])
    #expect(try told("min_sources", all.merging(["scope": "bloc", "limit": "2"]) { $1 }) == [])
    #expect(try told("one_main", items.merging(["scope": "region", "count": "2"]) { $1 }) == [])
    #expect(try told("separate", all.merging(["scope": "supplier"]) { $1 }) == [])
    #expect(try told("backup_cover", all.merging(["market": "*", "limit": "1.5"]) { $1 }) == [])
    #expect(try told("autonomy", all.merging(["market": "Boston", "limit": "1"]) { $1 }) == [])
    #expect(
      try told("max_concentration", items.merging(["scope": "bloc", "limit": "0.25"]) { $1 }) == [])
    #expect(try told("max_cost", ["limit": "1e6"]) == [])
    #expect(try told("max_capital", ["limit": "0"]) == [])
    #expect(try told("max_emissions", all.merging(["limit": "5"]) { $1 }) == [])
    #expect(try told("chance_service", items.merging(["limit": "0.9", "level": "0.95"]) { $1 }) == [])
    #expect(try told("survive", all.merging(["market": "Berlin", "limit": "0"]) { $1 }) == [])
    #expect(try told("min_service", ["scope": "scenario", "limit": "0.9"]) == [])
    #expect(try told("max_cvar", ["level": "0.5", "limit": "0.9"]) == [])
    #expect(try told("min_service", items.merging(["market": "Berlin", "limit": "1"]) { $1 }) == [])
    #expect(try told("max_cvar", ["limit": "100"]) == [])
    #expect(
      try told(
        "max_cvar_shortage", items.merging(["market": "Berlin", "limit": "0.1", "level": "0.9"]) { $1 }) == []
    )
    #expect(try told("max_changes", all.merging(["limit": "3"]) { $1 }) == [])
    #expect(try told("max_lead_days", items.merging(["market": "Berlin", "limit": "30"]) { $1 }) == [])
    #expect(try told("exclude", all) == [])
    #expect(try told("require", all.merging(["count": "0"]) { $1 }) == [])
    #expect(try told("single_source", items.merging(["market": "Berlin"]) { $1 }) == [])
  }

  /// What each kind does not use.
  static let unused: [(String, [String])] = [
    ("max_share", ["count"]), ("min_sources", ["market", "count"]),
    ("one_main", ["market", "site", "region", "bloc", "owner", "limit"]),
    ("separate", ["market", "count", "limit"]), ("backup_cover", ["count"]),
    ("autonomy", ["count", "scope"]),
    (
      "max_cost",
      ["item", "class", "critical", "market", "site", "region", "bloc", "owner", "count", "scope"]
    ),
    (
      "max_capital",
      ["item", "class", "critical", "market", "site", "region", "bloc", "owner", "count", "scope"]
    ),
    ("max_emissions", ["market", "count", "scope"]),
    ("min_service", ["site", "region", "bloc", "owner", "count"]),
    (
      "max_cvar",
      ["item", "class", "critical", "market", "site", "region", "bloc", "owner", "count", "scope"]
    ),
    ("max_cvar_shortage", ["site", "region", "bloc", "owner", "count", "scope"]),
    ("max_changes", ["market", "count", "scope"]),
    ("max_lead_days", ["site", "region", "bloc", "owner", "count", "scope"]),
    ("exclude", ["market", "count", "limit", "scope"]), ("require", ["market", "limit", "scope"]),
    ("single_source", ["site", "region", "bloc", "owner", "count", "limit", "scope"]),
    ("max_concentration", ["market", "site", "region", "bloc", "owner", "count"]),
    ("chance_service", ["site", "region", "bloc", "owner", "count", "scope"]),
    ("survive", ["count"]),
  ]

  @Test("no kind is left out of what is tried below")
  func everyKind() {
    #expect(Set(Self.unused.map(\.0)) == Set(PolicyKind.allCases.map(\.rawValue)))
  }

  @Test("filters that a kind does not use", arguments: unused)
  func unusedFilters(_ kind: String, _ unused: [String]) throws {
    let all = [
      "item": "chip", "class": "technology", "critical": "false", "market": "Berlin", "site": "Austin",
      "region": "EU",
      "bloc": "West", "owner": "A", "scope": kind == "min_service" ? "scenario" : "region", "limit": "1",
      "count": "1", "level": kind == "chance_service" ? "0.9" : "",
    ]
    #expect(
      try told(kind, all)
        == unused.sorted().map { "\($0): \(kind) does not use \($0) '\(all[$0] ?? "")'; expected a blank" })
  }

  @Test(
    "limits that are missing or out of range",
    arguments: [
      ("max_share", "", "limit: missing value; expected a number from 0 to 1"),
      ("max_share", "60", "limit: limit out of range '60'; expected a number from 0 to 1"),
      (
        "max_share", "60%",
        "limit: a percentage where a plain number belongs (25% is 0.25) '60%'; expected a number from 0 to 1000000000000"
      ),
      ("min_sources", "", "limit: missing value; expected a number from 0 to 100000"),
      ("min_sources", "1.5", "limit: not a whole number '1.5'; expected how many sources are needed"),
      ("backup_cover", "1001", "limit: limit out of range '1001'; expected a number from 0 to 1000"),
      ("max_cost", "", "limit: missing value; expected a number from 0 to 1000000000000"),
      ("max_capital", "", "limit: missing value; expected a number from 0 to 1000000000000"),
      ("min_service", "", "limit: missing value; expected a number from 0 to 1"),
      ("min_service", "95", "limit: limit out of range '95'; expected a number from 0 to 1"),
      ("chance_service", "95", "limit: limit out of range '95'; expected a number from 0 to 1"),
      ("survive", "", "limit: missing value; expected a number from 0 to 1000000000000"),
      ("max_cvar", "", "limit: missing value; expected a number from 0 to 1000000000000"),
      ("max_cvar_shortage", "", "limit: missing value; expected a number from 0 to 1"),
      ("max_cvar_shortage", "5", "limit: limit out of range '5'; expected a number from 0 to 1"),
      ("max_changes", "", "limit: missing value; expected a number from 0 to 100000"),
      ("max_changes", "1.5", "limit: not a whole number '1.5'; expected how many sources may change"),
      ("max_lead_days", "", "limit: missing value; expected a number from 0 to 1000000"),
      ("max_emissions", "", "limit: missing value; expected a number from 0 to 1000000000000"),
    ])
  func limits(_ kind: String, _ limit: String, _ fault: String) throws {
    let level = kind == "chance_service" ? ["level": "0.9"] : [:]
    #expect(try told(kind, level.merging(["limit": limit]) { $1 }) == [fault])
  }

  @Test(
    "levels that are missing, out of range or of no use",
    arguments: [
      ("chance_service", "", "level: missing value; expected a number from 0 to 1"),
      ("chance_service", "1.5", "level: number too large '1.5'; expected a number from 0 to 1"),
      ("max_cvar", "1", "level: level out of range '1'; expected a number from 0 to 0.999999"),
      ("max_cvar_shortage", "1", "level: level out of range '1'; expected a number from 0 to 0.999999"),
      ("max_share", "0.5", "level: max_share does not use level '0.5'; expected a blank"),
    ])
  func levels(_ kind: String, _ level: String, _ fault: String) throws {
    #expect(try told(kind, ["limit": "0.5", "level": level]) == [fault])
  }

  @Test("scopes that the kind does not use")
  func scopes() throws {
    #expect(
      try told("max_share", ["limit": "0.5", "scope": "scenario"]) == [
        "scope: max_share does not use this scope 'scenario'; expected supplier, region, bloc, owner or a blank"
      ])
    #expect(
      try told("min_service", ["limit": "0.5", "scope": "region"]) == [
        "scope: min_service does not use this scope 'region'; expected scenario or a blank"
      ])
    #expect(
      try told("survive", ["limit": "0", "scope": "owner", "site": "Dresden"]) == [
        "scope: survive does not use this scope 'owner'; expected supplier, region or a blank"
      ])
    #expect(
      try told("chance_service", ["limit": "0.5", "level": "0.5", "scope": "scenario"]) == [
        "scope: chance_service does not use scope 'scenario'; expected a blank"
      ])
  }

  @Test("autonomy of no place, and the exclusion of everything")
  func placesNeeded() throws {
    #expect(
      try told("autonomy", ["limit": "0.5"]) == [
        "region: autonomy names no place; expected a value in site, region, bloc or owner"
      ])
    #expect(try told("exclude") == ["kind: the policy excludes everything 'exclude'; expected a filter"])
  }

  @Test("unknown words in filters, all of them")
  func unknownWords() throws {
    #expect(
      try told(
        "separate", ["class": "tecnology;resource", "owner": "Z;A", "scope": "country", "critical": "very"])
        == [
          "critical: not a yes or no 'very'; expected true or false",
          "scope: unknown word 'country'; expected one of supplier, region, bloc, owner, scenario",
        ])
    #expect(
      try told("separate", ["class": "tecnology;resource", "owner": "Z;A", "market": ""]) == [
        "class: unknown class 'tecnology'; expected one that stands in items; did you mean 'technology'?",
        "owner: unknown owner 'Z'; expected one that stands in sites; did you mean 'A'?",
      ])
    #expect(
      try told("separate", ["class": " ; "]) == [
        "class: unknown class ';'; expected one that stands in items"
      ])
  }

  @Test("a wildcard filter lets everything through")
  func wildcards() throws {
    let text = "policy,kind,item,class,site,owner,limit\np,max_share,*,*,*,*,0.5\n"
    let policy = try #require(try CaseFiles.sound.with("policies.csv", text).read().policies.first)
    #expect(policy == Policy("p", .maxShare, limit: 0.5))
  }
}
