import Testing

@testable import Sourcing

@Suite("Scenarios and disruptions that do not hold together")
struct ScenarioTests {
  static let header = "disruption,target_kind,target,factor\n"
  static let two = "flood,site,Dresden,0\nblock,corridor,Suez,0\n"

  static let inputs = [
    BadInput(
      "probabilities that sum past one", "scenarios.csv", "wet,0.2", "wet,0.95",
      told: [
        "scenarios.csv:probability: the probabilities of the scenarios sum past one '1.05'; expected at most 1 in all"
      ]),
    BadInput(
      "a one that was meant as one per cent", "scenarios.csv", "wet,0.2", "wet,1",
      told: [
        "scenarios.csv:probability: the probabilities of the scenarios sum past one '1.1'; expected at most 1 in all; 1 means certain"
      ]),
    BadInput(
      "two probabilities of one scenario", "scenarios.csv", "worst,0.1,block", "worst,0.3,block",
      told: [
        "scenarios.csv:4:probability: scenario worst has two probabilities '0.3'; expected 0.1, as in row 3"
      ]),
    BadInput(
      "the name that is taken", "scenarios.csv", "wet,0.2", "undisturbed,0.2",
      told: [
        "scenarios.csv:2:scenario: the name is reserved 'undisturbed'; expected another name; the undisturbed scenario has the probability that the others leave"
      ]),
    BadInput(
      "a disruption twice in one scenario", "scenarios.csv", "worst,0.1,block", "worst,0.1,flood",
      told: [
        "scenarios.csv:4:scenario+disruption: duplicate 'worst, flood'; expected one row; row 3 has the same key"
      ]),
    BadInput(
      "more than all is left", "disruptions.csv", "Dresden,0,30", "Dresden,1.5,30",
      told: [
        "disruptions.csv:2:factor: more than all is left '1.5'; expected a number from 0 (nothing is left) to 1 (all is left)"
      ]),
    BadInput(
      "a negative duration and an absurd one",
      told: [
        "disruptions.csv:2:duration_days: negative number '-30'; expected a number from 0 to 1000000",
        "disruptions.csv:3:duration_days: number too large '2000000'; expected a number from 0 to 1000000",
      ]
    ) {
      $0.replacing("Dresden,0,30", with: "Dresden,0,-30", in: "disruptions.csv")
        .replacing("Suez,0,", with: "Suez,0,2000000", in: "disruptions.csv")
    },
    BadInput(
      "an unknown kind of target", "disruptions.csv", "flood,site", "flood,sites",
      told: [
        "disruptions.csv:2:target_kind: unknown word 'sites'; expected one of site, region, bloc, corridor, lane, item, class, duty, control, demand; did you mean 'site'?"
      ]),
    BadInput(
      "targets that are not there, by kind", "disruptions.csv",
      header + two + "a,site,Dresen,0\nb,region,EUU,0\nc,bloc,Westt,0\nd,corridor,Suezz,0\n",
      told: [
        "disruptions.csv:4:target: unknown site 'Dresen'; expected the name of a site; did you mean 'Dresden'?",
        "disruptions.csv:5:target: unknown region 'EUU'; expected the name of a region; did you mean 'EU'?",
        "disruptions.csv:6:target: unknown bloc 'Westt'; expected the name of a bloc; did you mean 'West'?",
        "disruptions.csv:7:target: unknown corridor 'Suezz'; expected the name of a corridor; did you mean 'Suez'?",
      ]),
    BadInput(
      "targets of the wrong kind", "disruptions.csv",
      header + two + "a,site,DE,0\nb,region,Dresden,0\nc,bloc,US,0\nd,corridor,Austin,0\n",
      told: [
        "disruptions.csv:4:target: unknown site 'DE'; expected the name of a site",
        "disruptions.csv:5:target: unknown region 'Dresden'; expected the name of a region",
        "disruptions.csv:6:target: unknown bloc 'US'; expected the name of a bloc",
        "disruptions.csv:7:target: unknown corridor 'Austin'; expected the name of a corridor",
      ]),
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("every kind of target that is planned finds what it names")
  func targets() throws {
    let files = CaseFiles.sound.with(
      "disruptions.csv", Self.header + Self.two + "a,region,EU,0\nb,bloc,West,0\nc,region,DE,1\n")
    #expect(try files.told() == [])
  }

  @Test("probabilities may sum to one exactly, rounding aside")
  func sumToOne() throws {
    let rows = (0..<10).map { "s\($0),0.1,\n" }.joined()
    #expect(
      try CaseFiles.sound.with("scenarios.csv", "scenario,probability,disruption\n" + rows).told() == [])
  }
}
