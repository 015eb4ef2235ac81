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
      was solved. What tables cannot show is the bound: that no layout costs less rests on the solver's proof, \
      or on the certificate that plan --certificate wrote, which is worked through without the solver.

      Examples:
        mainstay verify my-case my-plan
        mainstay verify my-case my-plan --certificate my-proof.json
        mainstay verify my-case my-plan/plan.json --json

      Exit status: 0 sound, 65 not sound, 66 no such case or plan.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var planned: PlanArgument
  @Option(
    help: ArgumentHelp(
      "Re-check the plan's bound by the evidence that plan --certificate wrote into this file.",
      valueName: "file"),
    completion: .file())
  var certificate: String?

  @OptionGroup var json: JSONOption
  @OptionGroup var spoken: LanguageOption

  func run() throws {
    let (loaded, plan) = try PlannedCase.read(input.path, planned.path)
    let network = try loaded.sound()
    let report = PlanVerifier.verify(plan, against: network)
    var faults = FaultReport.placed(report.faults, in: planned.path)
    var proof: Proof?
    if let certificate {
      let document = try Certificate.read(certificate)
      let check = try CertificateCheck(document, of: network, file: certificate)
      faults += check.faults(of: plan, file: certificate)
      proof = Proof(check, objective: report.evaluation?.objective)
    }
    if json.isOn {
      try StandardOutput.write(
        JSONText.of(
          Document(plan, objective: report.evaluation?.objective, certificate: proof, faults: faults)))
    } else {
      try tell(plan, objective: report.evaluation?.objective, proof, faults)
    }
    if !faults.isEmpty { throw ExitStatus.badData }
  }

  private func tell(_ plan: Plan, objective: Double?, _ proof: Proof?, _ faults: [Fault]) throws {
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
    guard let proof else { return }
    let gap = proof.gap.map { " (gap \(NumberFormat.percent($0)))" } ?? ""
    try StandardOutput.write(
      "proven: no layout costs less than \(money.text(proof.bound))\(gap): "
        + "\(proof.ends) ends of the search tree and \(proof.cuts) cuts worked through without the solver\n")
  }

  /// What the certificate was found to prove, as `--json` prints it.
  private struct Proof: Encodable {
    var bound: Double
    /// `(objective − bound) / |objective|`; nil where there is no layout.
    var gap: Double?
    var ends: Int
    var cuts: Int

    init(_ check: CertificateCheck, objective: Double?) {
      (bound, ends, cuts) = (check.bound, check.ends, check.cuts)
      gap = objective.flatMap { $0 == 0 ? nil : ($0 - check.bound) / abs($0) }
    }
  }

  /// What `--json` prints.
  private struct Document: Encodable {
    var schema = "mainstay/verify/1"
    var name: String
    var sound: Bool
    var status: String
    var objective: Double?
    var claimed: Double?
    var certificate: Proof?
    var faults: [FaultReport.Record]

    init(_ plan: Plan, objective: Double?, certificate: Proof?, faults: [Fault]) {
      self.certificate = certificate
      name = plan.name
      sound = faults.isEmpty
      status = plan.status.rawValue
      self.objective = objective
      claimed = plan.objective
      self.faults = faults.map { FaultReport.Record($0) }
    }
  }
}
