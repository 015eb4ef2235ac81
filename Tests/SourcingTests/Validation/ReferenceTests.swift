import Testing

@testable import Sourcing

@Suite("Names that refer to nothing, and keys that stand twice")
struct ReferenceTests {
  static let inputs = [
    BadInput(
      "a mistyped region", "sites.csv", "Dresden,Saxony,DE", "Dresden,Saxony,DEE",
      told: [
        "sites.csv:2:region: unknown name 'DEE'; expected a name from regions; did you mean 'DE'?"
      ]),
    BadInput(
      "a name that is near to nothing", "markets.csv", "Berlin,DE", "Berlin,Atlantis",
      told: [
        "markets.csv:2:region: unknown name 'Atlantis'; expected a name from regions"
      ]),
    BadInput(
      "a name in other case", "capabilities.csv", "Dresden,chip", "dresden,chip",
      told: [
        "capabilities.csv:2:site: unknown name 'dresden'; expected a name from sites; did you mean 'Dresden'?"
      ]),
    BadInput(
      "both ends of a lane", "lanes.csv", "Austin,Berlin", "Austen,Berlim",
      told: [
        "lanes.csv:3:from: unknown name 'Austen'; expected a name from sites, regions, or *; did you mean 'Austin'?",
        "lanes.csv:3:to: unknown name 'Berlim'; expected a name from sites, markets, regions, or *; did you mean 'Berlin'?",
      ]),
    BadInput(
      "a market as the origin of a lane", "lanes.csv", "Austin,Berlin", "Boston,Berlin",
      told: [
        "lanes.csv:3:from: unknown name 'Boston'; expected a name from sites, regions, or *"
      ]),
    BadInput(
      "a site as the end of a duty", "duties.csv", "US,EU", "Austin,West",
      told: [
        "duties.csv:2:origin: unknown name 'Austin'; expected a name from regions, blocs, or *"
      ]),
    BadInput(
      "a wildcard where a name belongs", "sites.csv", "Austin,,US", "Austin,,*",
      told: [
        "sites.csv:3:region: unknown name '*'; expected a name from regions"
      ]),
    BadInput(
      "names in a list", "policies.csv", "max_share,chip,", "max_share,chip; ores ;*,",
      told: [
        "policies.csv:2:item: unknown name 'ores'; expected names from items parted by ;, or *; did you mean 'ore'?",
        "policies.csv:2:item: unknown name '*'; expected names from items parted by ;, or *",
      ]),
    BadInput(
      "a list without names", "policies.csv", "max_share,chip,", "max_share,;,",
      told: [
        "policies.csv:2:item: a list without a name ';'; expected names from items parted by ;, or *"
      ]),
    BadInput(
      "unknown classes of rules",
      told: [
        "controls.csv:2:class: unknown class 'material'; expected one that stands in items, or *",
        "duties.csv:2:class: unknown class 'technolgy'; expected one that stands in items, or *; did you mean 'technology'?",
      ]
    ) {
      $0.replacing("technology", with: "technolgy", in: "duties.csv")
        .with("controls.csv", "origin,destination,class,kind\nUS,EU,material,ban\n")
    },
    BadInput(
      "a disruption that is not there", "scenarios.csv", "wet,0.2,flood", "wet,0.2,flod",
      told: [
        "scenarios.csv:2:disruption: unknown name 'flod'; expected a name from disruptions; did you mean 'flood'?"
      ]),
    BadInput(
      "references into a table that cannot be read are not told", "disruptions.csv", "a\"b\n",
      told: [
        "disruptions.csv:1: a quotation mark stands inside a value; expected values with quotation marks, commas or line breaks between quotation marks, inner ones doubled"
      ]),
    BadInput(
      "names twice",
      told: [
        "capabilities.csv:4:site+item+recipe: duplicate 'Austin, chip, '; expected one row; row 3 has the same key",
        "demand.csv:4:market+item+period: duplicate 'Boston, chip, '; expected one row; row 3 has the same key",
        "regions.csv:5:region: duplicate 'DE'; expected one row; row 3 has the same key",
        "sites.csv:4:site: duplicate 'Austin'; expected one row; row 3 has the same key",
        "sites.csv:5:site: duplicate 'Austin'; expected one row; row 3 has the same key",
      ]
    ) {
      $0.with("sites.csv", $0["sites.csv"] + "Austin,,DE,,,\nAustin,,US,,,\n")
        .with("regions.csv", $0["regions.csv"] + "DE,,,,\n")
        .with("capabilities.csv", $0["capabilities.csv"] + "Austin,chip,1,1,\n")
        .with("demand.csv", $0["demand.csv"] + "Boston,chip,1,1\n")
    },
    BadInput(
      "a setting twice, an unknown one and one that does not fit", "settings.csv",
      "key,value\nname,a\nname,b\nperiod_day,3\nrisk_level,1\nseed,x\n",
      told: [
        "settings.csv:3:key: duplicate 'name'; expected one row; row 2 has the same key",
        "settings.csv:4:key: unknown word 'period_day'; expected one of \(SettingsSchema.keys.map(\.name).joined(separator: ", ")); did you mean 'period_days'?",
        "settings.csv:5:value: risk_level: number too large '1'; expected a number from 0 to 0.999999",
        "settings.csv:6:value: seed: not a whole number 'x'; expected a whole number from 0 to 2147483647",
      ]),
    BadInput(
      "names that mean two things",
      told: [
        "blocs.csv:4:bloc: the name stands in regions as well 'EU'; expected different names, since lanes, duties and controls name both",
        "markets.csv:4:market: the name stands in regions as well 'US'; expected different names, since lanes, duties and controls name both",
        "sites.csv:4:site: the name stands in markets as well 'Berlin'; expected different names, since lanes, duties and controls name both",
        "sites.csv:5:site: the name stands in regions as well 'DE'; expected different names, since lanes, duties and controls name both",
      ]
    ) {
      $0.with("sites.csv", $0["sites.csv"] + "Berlin,,DE,,,\nDE,,DE,,,\n").with(
        "markets.csv", $0["markets.csv"] + "US,US\n"
      )
      .with("blocs.csv", $0["blocs.csv"] + "EU,EU,\n")
    },
    BadInput(
      "names with signs that do not belong in names", "items.csv", "ore,resource", "o*e,resource",
      told: [
        "items.csv:3:item: name with a reserved sign 'o*e'; expected a name of at most 100 characters without * or ;"
      ]),
    BadInput(
      "a control character does not reach the terminal", "markets.csv", "Boston,US", "Boston\u{1B}[31m,US",
      told: [
        "markets.csv:3:market: control character in a name 'Boston\\u{1b}[31m'; expected a name of at most 100 characters without * or ;"
      ]),
    BadInput(
      "a name too long is cut in the message", "markets.csv", "Boston,US",
      String(repeating: "x", count: 101) + ",US",
      told: [
        "markets.csv:3:market: name too long '" + String(repeating: "x", count: 80)
          + "…'; expected a name of at most 100 characters without * or ;"
      ]),
  ]

  @Test("every fault is told once, with the nearest name", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }
}
