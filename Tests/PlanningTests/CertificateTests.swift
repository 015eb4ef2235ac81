import Foundation
import Sourcing
import Synchronization
import Testing

@testable import Planning

/// The evidence of a bound must prove it without the solver, and no evidence may prove more than is true.
@Suite("Certificates")
struct CertificateTests {
  /// Takes in what a search calls back with.
  private final class Kept: Sendable {
    private let certificate = Mutex<Certificate?>(nil)
    var value: Certificate? { certificate.withLock { $0 } }
    func keep(_ certificate: Certificate) { self.certificate.withLock { $0 = certificate } }
  }

  /// Whether certificates are made of a case.
  private static func isPossible(_ network: SourcingNetwork) -> Bool {
    !network.measuresRegret && network.sourcingCase.settings.objective.stages.isEmpty
  }

  private static func planned(_ network: SourcingNetwork, gap: Double = 1e-7) throws -> (Plan, Certificate?) {
    let kept = Kept()
    var options = PlanOptions(gap: gap)
    options.certificate = { kept.keep($0) }
    return (try Fixtures.planner.plan(network, options), kept.value)
  }

  private static func check(_ certificate: Certificate, _ network: SourcingNetwork) throws -> CertificateCheck
  {
    try CertificateCheck(certificate, of: network, file: "proof.json")
  }

  @Test("proves the optimum worked out by hand, after a trip through JSON", arguments: Fixtures.microCases)
  func provesOptimum(_ micro: Fixtures.MicroCase) throws {
    let network = try Fixtures.network(micro.name)
    guard Self.isPossible(network) else { return }
    let (plan, kept) = try Self.planned(network)
    #expect(plan.status.rawValue == micro.expected.status)
    guard let expected = micro.expected.objective else {
      #expect(kept == nil)
      return
    }
    let document = try JSONText.compact(#require(kept))
    let certificate = try JSONDecoder().decode(Certificate.self, from: Data(document.utf8))
    let check = try Self.check(certificate, network)
    let slack = 1e-6 * max(1, abs(expected))
    #expect(check.bound >= expected - slack, "\(micro.expected.arithmetic)")
    #expect(check.bound <= expected + slack, "\(micro.expected.arithmetic)")
    #expect(check.faults(of: plan, file: "proof.json").map(\.description) == [])
  }

  private static func randomCases(_ seed: Int) throws -> [SourcingNetwork] {
    try [
      RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed), RandomCase.ruled(seed: seed),
      RandomCase.governed(seed: seed), RandomCase.preferred(seed: seed),
    ].map { try SourcingNetwork($0) }.filter(isPossible)
  }

  @Test("prove what random cases of all features cost at least", arguments: 0..<25)
  func provesRandomCases(seed: Int) throws {
    for network in try Self.randomCases(seed) {
      let (plan, kept) = try Self.planned(network)
      guard let objective = plan.objective else { continue }
      let check = try Self.check(#require(kept), network)
      let name = network.sourcingCase.settings.name
      #expect(check.bound <= objective + 1e-6 * max(1, abs(objective)), "\(name)")
      #expect(check.bound >= objective - 2e-6 * max(1, abs(objective)), "\(name)")
      #expect(check.faults(of: plan, file: "proof.json").map(\.description) == [], "\(name)")
    }
  }

  @Test("whose numbers are changed at random never prove more than is true", arguments: 0..<25)
  func changedNumbers(seed: Int) throws {
    var draw = Draw(seed: seed)
    for network in try Self.randomCases(seed) {
      let (plan, kept) = try Self.planned(network)
      guard let objective = plan.objective, let certificate = kept else { continue }
      for _ in 0..<20 {
        var changed = certificate
        Self.spoil(&changed, &draw)
        // What is refused proves nothing.
        guard let check = try? Self.check(changed, network) else { continue }
        #expect(
          check.bound <= objective + 1e-6 * max(1, abs(objective)), "\(network.sourcingCase.settings.name)")
      }
    }
  }

  /// Changes one number, or leaves out one part.
  private static func spoil(_ certificate: inout Certificate, _ draw: inout Draw) {
    let factor = [-1, 0, 0.5, 1.0001, 2, 1e6][draw.whole(0...5)]
    func scale(_ numbers: inout [Double]) {
      if numbers.isEmpty { return }
      numbers[draw.whole(0...(numbers.count - 1))] *= factor
    }
    switch draw.whole(0...5) {
    case 0 where !certificate.recipes.isEmpty:
      scale(&certificate.recipes[draw.whole(0...(certificate.recipes.count - 1))].values)
    case 1: scale(&certificate.multipliers[draw.whole(0...(certificate.multipliers.count - 1))].rowValues)
    case 2: scale(&certificate.multipliers[draw.whole(0...(certificate.multipliers.count - 1))].cutValues)
    case 3:
      let end = draw.whole(0...(certificate.tree.ends.count - 1))
      certificate.tree.ends.remove(at: end)
      certificate.tree.proofs.remove(at: end)
    case 4:
      let end = draw.whole(0...(certificate.tree.proofs.count - 1))
      certificate.tree.proofs[end] = draw.whole(0...(certificate.multipliers.count - 1))
    default:
      if certificate.tree.lower.isEmpty { return }
      let step = draw.whole(0...(certificate.tree.lower.count - 1))
      certificate.tree.lower[step] = certificate.tree.upper[step]
    }
  }

  // MARK: Going on

  /// The certificates that a search gives on its way, and the most nodes that it told of.
  private final class Trail: Sendable {
    private let state = Mutex<(certificates: [Certificate], nodes: Int)>(([], 0))
    var certificates: [Certificate] { state.withLock { $0.certificates } }
    var nodes: Int { state.withLock { $0.nodes } }
    func add(_ certificate: Certificate) { state.withLock { $0.certificates.append(certificate) } }
    func note(_ progress: PlanProgress) { state.withLock { $0.nodes = max($0.nodes, progress.nodes) } }
  }

  private static func trail(_ network: SourcingNetwork, from resume: Certificate? = nil) throws -> (
    Plan, Trail
  ) {
    let trail = Trail()
    var options = PlanOptions(gap: 1e-7)
    options.certificate = { trail.add($0) }
    options.certificateInterval = 0
    options.progress = { trail.note($0) }
    options.resume = resume
    return (try Fixtures.planner.plan(network, options), trail)
  }

  @Test("given on the way prove what is known by then, and a search goes on from them to the same optimum")
  func onTheWay() throws {
    let (network, _, _) = try Self.branched()
    let (plan, trail) = try Self.trail(network)
    let objective = try #require(plan.objective)
    let slack = 1e-6 * max(1, abs(objective))
    #expect(trail.certificates.count > 2)
    for certificate in trail.certificates {
      let check = try Self.check(certificate, network)
      #expect(check.bound >= certificate.bound - slack)
      #expect(check.bound <= objective + slack)
    }
    for certificate in [trail.certificates[0], trail.certificates[trail.certificates.count - 2]] {
      let (again, further) = try Self.trail(network, from: certificate)
      #expect(again.status == .optimal)
      #expect(abs(try #require(again.objective) - objective) <= slack)
      let last = try Self.check(try #require(further.certificates.last), network)
      #expect(last.bound >= objective - 2 * slack && last.bound <= objective + slack)
    }
  }

  @Test("of a search that came to its end leave nothing to be searched again")
  func fromTheEnd() throws {
    let (network, _, certificate) = try Self.branched()
    let (first, before) = try Self.trail(network)
    let (again, after) = try Self.trail(network, from: certificate)
    #expect(
      abs(try #require(again.objective) - #require(first.objective)) <= 1e-6 * abs(first.objective ?? 1))
    #expect(again.status == .optimal)
    #expect(before.nodes > 2)
    #expect(after.nodes < before.nodes / 2, "\(after.nodes) against \(before.nodes)")
  }

  @Test(
    "whose numbers are changed lead to the same optimum where a search goes on from them", arguments: 0..<8)
  func onFromChangedNumbers(seed: Int) throws {
    var draw = Draw(seed: seed)
    let (network, plan, certificate) = try Self.branched()
    let objective = try #require(plan.objective)
    for _ in 0..<5 {
      var changed = certificate
      Self.spoil(&changed, &draw)
      guard let (again, _) = try? Self.trail(network, from: changed) else { continue }
      #expect(abs(try #require(again.objective) - objective) <= 1e-6 * abs(objective))
    }
  }

  // MARK: What is refused

  /// A case whose tree has several ends, with its plan and the certificate of that.
  private static let branchedCase = Result<(SourcingNetwork, Plan, Certificate), any Error> {
    for seed in 0..<60 {
      let network = try SourcingNetwork(RandomCase.mixed(seed: seed, .medium))
      guard isPossible(network) else { continue }
      let (plan, kept) = try planned(network)
      if let kept, kept.tree.ends.count > 4, kept.cuts.contains(where: { $0.estimate != nil }) {
        return (network, plan, kept)
      }
    }
    throw PlanningError("no case among the random ones is branched")
  }

  private static func branched() throws -> (SourcingNetwork, Plan, Certificate) { try branchedCase.get() }

  @Test("that leave out a part of the tree are refused")
  func missingEnd() throws {
    let (network, _, certificate) = try Self.branched()
    var missing = certificate
    missing.tree.ends.removeLast()
    missing.tree.proofs.removeLast()
    let faults = #expect(throws: CaseFaults.self) { try Self.check(missing, network) }
    #expect(faults?.faults.map(\.description).first?.contains("leave out some choice") == true)
  }

  @Test("with numbers that the case does not have are refused, each kind with its place")
  func foreignNumbers() throws {
    let (network, _, certificate) = try Self.branched()
    func told(_ change: (inout Certificate) -> Void) -> String {
      var changed = certificate
      change(&changed)
      do {
        _ = try Self.check(changed, network)
        return ""
      } catch let error as CaseFaults {
        return error.faults.map(\.description).joined(separator: "\n")
      } catch {
        return "\(error)"
      }
    }
    #expect(told { $0.recipes[0].block = 100_000 }.contains("proof.json: block 100000 is none of the case's"))
    #expect(told { $0.recipes[0].rows = [-1] }.contains("row -1 is none of the case's"))
    #expect(told { $0.recipes[0].values.append(1) }.contains("do not fit together"))
    #expect(told { $0.cuts[0] = Certificate.Cut(row: 100_000) }.contains("row 100000 is none"))
    #expect(told { $0.cuts[0] = Certificate.Cut(cone: 7) }.contains("cone 7 is none"))
    #expect(
      told { $0.cuts[0] = Certificate.Cut(estimate: 0, recipes: []) }.contains(
        "not made of the estimate's blocks"))
    #expect(told { $0.cuts[0] = Certificate.Cut() }.contains("one block has a solution"))
    let costly = certificate.recipes.firstIndex(where: \.boundsCost)
    #expect(
      told { $0.cuts[0] = Certificate.Cut(recipes: [costly ?? 0]) }.contains("one block has a solution"))
    #expect(told { $0.multipliers[0].rows.append(0) }.contains("do not fit together"))
    #expect(told { $0.multipliers[0].cuts = [-4] }.contains("cut -4 is none"))
    #expect(told { $0.tree.parents[0] = 0 }.contains("a step comes before the one it follows"))
    #expect(told { $0.tree.columns[0] = 1 << 40 }.contains("column 1099511627776 is none"))
    #expect(told { $0.tree.ends[0] = 1 << 40 }.contains("there is no step 1099511627776"))
    #expect(told { $0.tree.proofs[0] = -1 }.contains("set of multipliers -1 is none"))
    #expect(told { $0.tree.lower.append(0) }.contains("do not fit together"))
  }

  @Test("that prove less than a plan claims make it a fault")
  func claim() throws {
    let (network, found, certificate) = try Self.branched()
    var plan = found
    plan.bound = try #require(plan.bound) * 1.001
    let told = try Self.check(certificate, network).faults(of: plan, file: "proof.json").map(\.description)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("proof.json: the certificate proves less than the plan claims") == true)
  }

  @Test("of an objective in stages or of regret are not made, and the setting is named")
  func impossible() throws {
    let staged = try #require(
      Fixtures.microCases.first {
        let network = try Fixtures.network($0.name)
        return !network.sourcingCase.settings.objective.stages.isEmpty && !network.measuresRegret
      })
    let told = #expect(throws: CaseFaults.self) { try Self.planned(Fixtures.network(staged.name)) }
    #expect(told?.faults.first?.description.contains("sought in stages") == true)
    let regretful = try #require(
      Fixtures.microCases.first { try Fixtures.network($0.name).measuresRegret })
    let regret = #expect(throws: CaseFaults.self) { try Self.planned(Fixtures.network(regretful.name)) }
    #expect(regret?.faults.first?.description.contains("where regret counts") == true)
  }

  // MARK: Rounding

  @Test("a sum tells by how much it may be off")
  func safeSum() {
    // In floating point 1e16 + 1 is 1e16, so that the sum comes to 0 instead of 1.
    var sum = SafeSum()
    for term in [1e16, 1, -1e16] { sum.add(term) }
    #expect(sum.value == 0)
    #expect(sum.error >= 1)
    #expect(sum.least <= 1)
    // Three tenths: each product is rounded.
    var tenths = SafeSum()
    for _ in 0..<3 { tenths.add(0.1) }
    #expect(tenths.value != 0.3)
    #expect(abs(tenths.value - 0.3) <= tenths.error)
    #expect(tenths.error < 1e-15)
    var twice = SafeSum()
    twice.add(tenths, times: -2)
    #expect(twice.error >= 2 * tenths.error)
  }
}
