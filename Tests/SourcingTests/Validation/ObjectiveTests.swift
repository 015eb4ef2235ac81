import Testing

@testable import Sourcing

@Suite("Settings of the objective that do not hold together")
struct ObjectiveTests {
  private static let settings = "settings.csv"
  private static let old = "period_days,365"

  static let inputs = [
    BadInput(
      "an unknown form", settings, old, "objective,lexicografic",
      told: [
        "settings.csv:3:value: objective: unknown word 'lexicografic'; expected one of cost, lexicographic, least_risk; did you mean 'lexicographic'?"
      ]),
    BadInput(
      "an unknown order", settings, old, "objective,lexicographic\nobjective_order,cost\nrisk_measure,cvar",
      told: [
        "settings.csv:4:value: objective_order: unknown word 'cost'; expected one of cost;risk, risk;cost"
      ]),
    BadInput(
      "a tolerance below zero", settings, old,
      "objective,lexicographic\nobjective_tolerance,-0.1\nrisk_measure,cvar",
      told: [
        "settings.csv:4:value: objective_tolerance: negative number '-0.1'; expected a number from 0 to 1000"
      ]),
    BadInput(
      "no budget", settings, old, "objective,least_risk\nrisk_measure,worst",
      told: [
        "settings.csv:budget: objective least_risk has no budget; expected the most that the expected cost may be"
      ]),
    BadInput(
      "no risk to make least", settings, old, "objective,least_risk\nrisk_measure,expected\nbudget,5",
      told: [
        "settings.csv:4:value: objective least_risk needs a risk to be made least 'expected'; expected one of cvar, worst, worst_regret"
      ]),
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("keys that have no effect are worth a remark, those that have are not")
  func advice() throws {
    func told(_ lines: String) throws -> [String] {
      try CaseFiles.sound.replacing(Self.old, with: lines, in: Self.settings).told(advice: true)
    }
    #expect(
      try told("budget,5\nobjective_tolerance,0.1\nobjective_order,risk;cost") == [
        "settings.csv:3:value: advice: budget has no effect with objective cost",
        "settings.csv:4:value: advice: objective_tolerance has no effect with objective cost",
        "settings.csv:5:value: advice: objective_order has no effect with objective cost",
      ])
    #expect(
      try told("objective,least_risk\nrisk_measure,cvar\nbudget,5\nrisk_weight,0.5") == [
        "settings.csv:6:value: advice: risk_weight has no effect with objective least_risk"
      ])
    #expect(
      try told(
        "objective,lexicographic\nrisk_measure,worst\nobjective_order,risk;cost\nobjective_tolerance,0.1")
        == [])
  }
}
