import Testing

@testable import Sourcing

@Suite("Settings that generate scenarios and do not hold together")
struct GenerationTests {
  private static let settings = "settings.csv"
  private static let old = "period_days,365"
  private static let odds = "contingency_probability,0.1"

  static let inputs = [
    BadInput(
      "an unknown source", settings, old, "scenarios,sample",
      told: [
        "settings.csv:3:value: scenarios: unknown word 'sample'; expected one of listed, contingencies, sampled; did you mean 'sampled'?"
      ]),
    BadInput(
      "an unknown key", settings, old, "contingency_dept,2",
      told: [
        "settings.csv:3:key: unknown word 'contingency_dept'; expected one of \(SettingsSchema.keys.map(\.name).joined(separator: ", ")); did you mean 'contingency_depth'?"
      ]),
    BadInput(
      "unknown targets", settings, old,
      "scenarios,contingencies\n\(odds)\ncontingency_targets,sites;bloc;lane",
      told: [
        "settings.csv:5:value: contingency_targets: unknown word 'sites'; expected one or several of site, region, bloc, corridor, parted by ;; did you mean 'site'?",
        "settings.csv:5:value: contingency_targets: unknown word 'lane'; expected one or several of site, region, bloc, corridor, parted by ;",
      ]),
    BadInput(
      "no target", settings, old, "scenarios,contingencies\n\(odds)\ncontingency_targets,;",
      told: [
        "settings.csv:5:value: contingency_targets: a list without a word ';'; expected one or several of site, region, bloc, corridor, parted by ;"
      ]),
    BadInput(
      "no probability", settings, old, "scenarios,contingencies",
      told: [
        "settings.csv:contingency_probability: contingency_probability: no probability for site Dresden and 1 more; expected an outage_rate for each site and region, or contingency_probability for those without"
      ]),
    BadInput(
      "more contingencies than the limit", settings, old,
      "scenarios,contingencies\n\(odds)\ncontingency_depth,2\nscenario_limit,2",
      told: [
        "settings.csv:5:value: contingency_depth: 2 targets make 3 contingencies, more than the limit of 2 '2'; expected a scenario_limit of at least 3, a smaller depth, or fewer contingency_targets"
      ]),
    BadInput(
      "more of the worst than are kept", settings, old, "scenarios,sampled\nreduce_to,2\nkeep_worst,3",
      told: [
        "settings.csv:5:value: keep_worst: more of the worst than are kept in all '3'; expected at most the 2 of reduce_to"
      ]),
    BadInput(
      "nothing to draw", settings, old, "scenarios,sampled",
      told: [
        "settings.csv:3:value: scenarios: there is nothing to draw 'sampled'; expected an outage_rate of a region or site, or a rate of a disruption"
      ]),
    BadInput(
      "numbers out of range", settings, old, "samples,0\ncontingency_probability,1.5\ncontingency_depth,1.5",
      told: [
        "settings.csv:3:value: samples: number too small '0'; expected a whole number from 1 to 1000000",
        "settings.csv:4:value: contingency_probability: number too large '1.5'; expected a number from 0 to 1",
        "settings.csv:5:value: contingency_depth: not a whole number '1.5'; expected a whole number from 1 to 100",
      ]),
    BadInput(
      "a rate below zero", "disruptions.csv",
      "disruption,target_kind,target,factor,rate\nflood,site,Dresden,0,-1\nblock,corridor,Suez,0,\n",
      told: ["disruptions.csv:2:rate: negative number '-1'; expected a number from 0 to 1000"]),
    BadInput(
      "two rates of a cause", "disruptions.csv",
      "disruption,target_kind,target,factor,rate,cause\nflood,site,Dresden,0,0.5,war\nblock,corridor,Suez,0,0.4,war\n",
      told: ["disruptions.csv:3:rate: cause war has two rates '0.4'; expected 0.5, as in row 2"]),
    BadInput(
      "a cause of what is never drawn", "disruptions.csv",
      "disruption,target_kind,target,factor,rate,cause\nflood,site,Dresden,0,,war\nblock,corridor,Suez,0,,\n",
      told: [
        "disruptions.csv:2:rate: a disruption of the cause war that is never drawn; expected the rate by which all of the cause are drawn"
      ]),
    BadInput(
      "too many samples to reduce",
      told: [
        "settings.csv:5:value: reduce_to: too many scenarios to choose from: 3001 '10'; expected at most 3000 before the reduction"
      ]
    ) {
      $0.replacing(old, with: "scenarios,sampled\nsamples,3001\nreduce_to,10", in: settings)
        .with("disruptions.csv", rated)
    },
  ]

  static let rated =
    "disruption,target_kind,target,factor,rate\nflood,site,Dresden,0,\nblock,corridor,Suez,0,0.5\n"

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("keys that have no effect, and outages that count longer than they last, are worth a remark")
  func advice() throws {
    let idle = CaseFiles.sound.replacing(Self.old, with: "samples,5\nreduce_to,2", in: Self.settings)
    #expect(
      try idle.told(advice: true) == [
        "settings.csv:3:value: advice: samples has no effect with scenarios listed",
        "settings.csv:4:value: advice: reduce_to has no effect with scenarios listed",
      ])
    let rated = CaseFiles.sound.with("disruptions.csv", Self.rated)
    #expect(
      try rated.told(advice: true) == [
        "disruptions.csv:3:rate: advice: rate has no effect unless scenarios are drawn by it"
      ])
    #expect(
      try rated.replacing(Self.old, with: "scenarios,sampled", in: Self.settings).told(advice: true) == [])
    let short = CaseFiles.sound.with(
      "sites.csv", "site,region,outage_rate,outage_days\nDresden,DE,0.5,30\nAustin,US,0.5,\n"
    ).replacing(Self.old, with: "scenarios,sampled", in: Self.settings)
    #expect(
      try short.told(advice: true) == [
        "settings.csv:short_outages: advice: the outage of site Dresden is shorter than a period and counts as a whole one; short_outages share counts its share '30'",
        "sites.csv:3:outage_days: advice: an outage without outage_days lasts to the end",
      ])
  }
}
