internal import LinearModel
internal import Sourcing

/// Finds a minimal set of limits that no layout satisfies together: an irreducible infeasible subset of a case's own rows
/// rather than of a matrix's.
///
/// Policies are looked at first, with all data in force, then the data with the policies that are left; both by QuickXplain
/// (Junker 2004), which asks for few tests where few limits collide. What time does not suffice to test stays in the set,
/// so the set is always one that collides.
final class ConflictFinder {
  private let probe: FeasibilityProbe
  private let relaxation: CaseRelaxation
  private let all: Set<CaseLimit>
  private let policies: [CaseLimit]
  private let data: [CaseLimit]
  private let always: Set<CaseLimit>
  private var known: [Set<CaseLimit>: Bool?] = [:]
  private let tell: (String) -> Void

  /// What was found.
  struct Finding {
    /// The limits, in the order of the case.
    var limits: [CaseLimit]
    /// For each of them whether the others were found to be satisfied by some layout; nil where that was not tested.
    var isNeeded: [Bool?]

    /// Whether each was shown to be needed for the collision.
    var isIrreducible: Bool { isNeeded.allSatisfy { $0 == true } }
  }

  /// - Parameters:
  ///   - network: A case that no layout satisfies.
  ///   - always: Limits that are not questioned and never told of.
  init(
    _ solver: any Solver, _ network: SourcingNetwork, always: Set<CaseLimit> = [], _ deadline: Deadline,
    tell: @escaping (String) -> Void
  ) {
    probe = FeasibilityProbe(solver, deadline)
    relaxation = CaseRelaxation(network)
    let limits = CaseLimit.all(of: network.sourcingCase)
    policies = limits.policies.filter { !always.contains($0) }
    data = limits.data.filter { !always.contains($0) }
    all = Set(limits.policies + limits.data)
    self.always = always
    self.tell = tell
  }

  /// How many feasibility tests were made.
  var tests: Int { known.values.count { $0 != nil } }

  /// The colliding limits.
  func find() throws -> Finding {
    tell("finding the policies that collide")
    let background = always.union(data)
    let colliding = try reduced(policies, background)
    tell("finding the data that collide")
    let facts = try reduced(data, always.union(colliding))
    let limits = colliding + facts
    tell("testing that none can be left out")
    let isNeeded = try limits.map { limit in
      try collides(always.union(limits).subtracting([limit])).map { !$0 }
    }
    return Finding(limits: limits, isNeeded: isNeeded)
  }

  /// The fewest of some limits that collide beside others; none where the others collide by themselves.
  private func reduced(_ candidates: [CaseLimit], _ background: Set<CaseLimit>) throws -> [CaseLimit] {
    if candidates.isEmpty { return [] }
    let found = try search(candidates, background, hasGrown: true)
    return candidates.filter(found.contains)
  }

  private func search(
    _ candidates: [CaseLimit], _ background: Set<CaseLimit>, hasGrown: Bool
  ) throws -> Set<CaseLimit> {
    if hasGrown, try collides(background) == true { return [] }
    if candidates.count == 1 { return Set(candidates) }
    let (first, second) = (
      candidates.prefix(candidates.count / 2), candidates.dropFirst(candidates.count / 2)
    )
    let fromSecond = try search(Array(second), background.union(first), hasGrown: true)
    let fromFirst = try search(Array(first), background.union(fromSecond), hasGrown: !fromSecond.isEmpty)
    return fromFirst.union(fromSecond)
  }

  /// Whether no layout satisfies these limits, all others taken away; nil where that could not be told.
  private func collides(_ limits: Set<CaseLimit>) throws -> Bool? {
    if let answer = known[limits] { return answer }
    let answer = try probe.isFeasible(relaxation.without(all.subtracting(limits))).map { !$0 }
    known[limits] = .some(answer)
    return answer
  }
}
