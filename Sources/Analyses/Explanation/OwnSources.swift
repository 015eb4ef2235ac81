internal import Sourcing

/// A case that is left to the sources of a layout: what can be had with them and no others.
///
/// Of each item, sites that the layout does not have as its source are excluded; roles, contracts, stock and flows are free.
/// Policies that the layout breaks are left out, so that there is something to compare it with.
struct OwnSources {
  private let found: SourcingCase
  private let sourcing: Set<[String]>
  /// Policies, by row, that the layout keeps.
  let kept: [Int]

  /// - Parameter broken: Policies, by row, that the layout breaks.
  init(_ plan: Plan, in network: SourcingNetwork, broken: Set<Int>) {
    found = network.sourcingCase
    sourcing = Set(plan.sourcing.map { [$0.item, $0.site] })
    kept = found.policies.indices.filter { !broken.contains($0) }
  }

  /// The case, its first policies those that are kept.
  ///
  /// - Parameters:
  ///   - site: A site that may be a source too.
  ///   - policy: A policy, by row, that is kept beside those.
  func sourcingCase(allowing site: String? = nil, keeping policy: Int? = nil) -> SourcingCase {
    var own = found
    own.policies = (kept + [policy].compactMap(\.self)).map { found.policies[$0] }
    for item in found.items {
      let others = found.capabilities.filter {
        $0.item == item.id && $0.site != site && !sourcing.contains([$0.item, $0.site])
      }.map(\.site)
      if others.isEmpty { continue }
      own.policies.append(
        Policy(
          name("other sources of \(item.id)"), .exclude, items: [item.id], sites: Set(others).sorted()))
    }
    return own
  }

  /// A name that no policy of the case has.
  private func name(_ wanted: String) -> String {
    var name = wanted
    while found.policies.contains(where: { $0.id == name }) { name += "'" }
    return name
  }
}
