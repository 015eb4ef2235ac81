internal import LinearModel
public import Sourcing

/// What a certificate proves of a case, worked out anew from the tables: without GLPK, and without anything that was computed
/// during the search but the certificate's own numbers.
///
/// Every end of the tree gives a bound by weak duality: for any multipliers y of rows `L ≤ Ax ≤ U`, with `d = c − Aᵀy`, every x
/// within its bounds has `cᵀx ≥ Σ min(yᵢLᵢ, yᵢUᵢ) + Σ min(dⱼlⱼ, dⱼuⱼ)`. A cut is a row that recourse multipliers prove in
/// the same way (Benders 1962). Sums carry a bound on their rounding, which is taken off (`SafeSum`). The bound of the case is
/// the least of all ends, where these are found to leave out no choice of the yes-or-no decisions.
public struct CertificateCheck: Sendable {
  /// What is proven: no layout has a lower objective. In the unit of the objective.
  public let bound: Double
  /// Ends of the search tree.
  public let ends: Int
  /// Cuts that the proof leans on.
  public let cuts: Int

  /// Works out what a certificate proves.
  ///
  /// - Parameters:
  ///   - certificate: The evidence.
  ///   - network: The case that it speaks of.
  ///   - file: How messages name the certificate.
  /// - Throws: ``Sourcing/CaseFaults`` with what in the certificate does not fit the case or leaves it unproven, or where the case is none
  ///   that certificates are made of.
  public init(_ certificate: Certificate, of network: SourcingNetwork, file: String) throws {
    try Certificate.checkIsPossible(for: network)
    let master = BendersMaster(network)
    let shape = CertificateShape(certificate, master, file: file)
    if !shape.faults.isEmpty { throw CaseFaults(shape.faults) }
    let rows = certificate.cuts.map { CertifiedRow($0, certificate, master) }
    let program = CertifiedProgram(master, rows)
    let proofs = certificate.multipliers.map(program.proof)
    var least = Double.infinity
    for (step, proof) in zip(certificate.tree.ends, certificate.tree.proofs) {
      let (lower, upper) = program.bounds(at: step, of: certificate.tree)
      least = min(least, program.bound(proofs[proof], lower, upper))
    }
    guard least > -.infinity else {
      throw CaseFaults([
        Fault(
          at: Fault.Location(file: file), Message(QuestionText.endWithoutBound),
          expected: Message(QuestionText.multipliers))
      ])
    }
    bound = least
    ends = certificate.tree.ends.count
    cuts = rows.count
  }
}

extension CertificateCheck {
  /// By how much, in parts of it, a bound may be below the one that a plan claims: sums are made in another order here, and what
  /// they may be off by is taken off.
  private static let tolerance = 1e-7

  /// What a plan claims beyond what is proven.
  ///
  /// - Parameters:
  ///   - plan: The plan, whose bound the certificate is to prove.
  ///   - file: How messages name the certificate.
  public func faults(of plan: Plan, file: String) -> [Fault] {
    guard let claimed = plan.bound, claimed > bound + Self.tolerance * max(1, abs(claimed)) else { return [] }
    return [
      Fault(
        at: Fault.Location(file: file), value: "\(bound)", Message(QuestionText.certificateProvesLess),
        expected: Message(QuestionText.claimNoMore, ["bound": claimed]))
    ]
  }
}

extension Certificate {
  /// Reads a certificate that `plan --certificate` wrote.
  ///
  /// - Throws: ``Sourcing/FileError`` where there is nothing at the path, ``Sourcing/CaseFaults`` where it is no certificate.
  public static func read(_ path: String) throws -> Certificate {
    try DocumentReader.read(
      Certificate.self, from: path, schema: schema, "certificate", writtenBy: "mainstay plan --certificate")
  }

  /// - Throws: ``Sourcing/CaseFaults`` where certificates are not made of such a case.
  static func checkIsPossible(for network: SourcingNetwork) throws {
    let found = network.sourcingCase
    func fault(_ key: String, _ value: String, _ problem: DocumentText, expected: DocumentText)
      -> CaseFaults
    {
      CaseFaults([
        Fault(
          at: found.origin.location(setting: key), value: value, Message(problem),
          expected: Message(expected))
      ])
    }
    if network.measuresRegret {
      throw fault(
        "risk_measure", found.settings.riskMeasure.rawValue,
        .noCertificateOfRegret, expected: .cvarOrWorst)
    }
    if !found.settings.objective.stages.isEmpty {
      throw fault(
        "objective", found.settings.objective.form.rawValue,
        .noCertificateOfStages, expected: .oneStage)
    }
  }
}
