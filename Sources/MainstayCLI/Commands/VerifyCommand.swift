import ArgumentParser
import Foundation
import Mainstay

/// `mainstay verify`: a plan re-checked from the tables alone.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Re-check a plan from the tables of its case alone.",
    discussion: """
      Every rule, policy, cost and claim of the plan is worked out anew from the tables, without the model that \
      was solved. What tables cannot show is the bound: that no layout costs less rests on the solver's proof.

      Examples:
        mainstay verify my-case my-plan
        mainstay verify my-case my-plan/plan.json --json

      Exit status: 0 sound, 65 not sound, 66 no such case or plan.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var planned: PlanArgument
  @OptionGroup var json: JSONOption

  func run() throws {
    let (loaded, plan) = try PlannedCase.read(input.path, planned.path)
    let network = try loaded.sound()
    let report = PlanVerifier.verify(plan, against: network)
    let faults = FaultReport.placed(report.faults, in: planned.path)
    if json.isOn {
      try StandardOutput.write(
        JSONText.of(Document(plan, objective: report.evaluation?.objective, faults: faults)))
    } else {
      try tell(plan, objective: report.evaluation?.objective, faults)
    }
    if !faults.isEmpty { throw ExitStatus.badData }
  }

  private func tell(_ plan: Plan, objective: Double?, _ faults: [Fault]) throws {
    guard faults.isEmpty else {
      for line in FaultReport.lines(faults) { StandardError.write(line) }
      StandardError.write("mainstay: error: not sound: \(FaultReport.count(faults)) in \(planned.path)")
      return
    }
    guard let objective else {
      try StandardOutput.write(
        "sound: the plan has no layout (\(plan.status.rawValue)), nothing to recompute\n")
      return
    }
    let money = Money(currency: plan.currency)
    try StandardOutput.write("sound: objective \(money.text(objective)) recomputed from the tables\n")
  }

  /// What `--json` prints.
  private struct Document: Encodable {
    var schema = "mainstay/verify/1"
    var name: String
    var sound: Bool
    var status: String
    var objective: Double?
    var claimed: Double?
    var faults: [FaultReport.Record]

    init(_ plan: Plan, objective: Double?, faults: [Fault]) {
      name = plan.name
      sound = faults.isEmpty
      status = plan.status.rawValue
      self.objective = objective
      claimed = plan.objective
      self.faults = faults.map { FaultReport.Record($0) }
    }
  }
}
