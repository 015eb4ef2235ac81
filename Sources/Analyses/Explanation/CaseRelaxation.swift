internal import Sourcing

/// Takes limits away from a case. Rows stay where they are, so that their numbers keep their meaning.
struct CaseRelaxation {
  private let found: SourcingCase
  private let needs: [String: Double]
  private let least: Double

  /// - Parameter network: The case, made ready for planning.
  init(_ network: SourcingNetwork) {
    found = network.sourcingCase
    var needs: [String: Double] = [:]
    for (index, item) in found.items.enumerated() { needs[item.id] = network.peakNeed(item: index) }
    self.needs = needs
    // What a scenario leaves of a capacity may have to do for all of the need.
    least = max(0.01, found.disruptions.map(\.factor).filter { $0 > 0 }.min() ?? 1)
  }

  /// The case without some of its limits.
  ///
  /// A capacity becomes more than can be of use, a control a quota that limits nothing.
  func without(_ limits: Set<CaseLimit>) -> SourcingCase {
    without(limits, from: found)
  }

  /// A case of the same rows without some of its limits.
  func without(_ limits: Set<CaseLimit>, from changed: SourcingCase) -> SourcingCase {
    var result = changed
    for limit in limits {
      switch limit {
      case .policy: continue
      case .leastService(let row): result.demand[row].minService = nil
      case .capacity(let row): result.capabilities[row].capacity = ample(found.capabilities[row])
      case .laneCapacity(let row): result.lanes[row].capacity = nil
      case .control(let row):
        result.controls[row].kind = .quota
        result.controls[row].limit = ampleQuota
        result.controls[row].cost = 0
      case .budget: result.settings.objective = ObjectiveSettings()
      }
    }
    result.policies = changed.policies.enumerated().filter { !limits.contains(.policy($0.offset)) }.map(
      \.element)
    return result
  }

  /// A capacity that limits nothing.
  func ample(_ capability: Capability) -> Double {
    let cover = found.policies.filter { $0.kind == .backupCover }.compactMap(\.limit).max() ?? 1
    let need = needs[capability.item] ?? 0
    return max(capability.capacity, 2 * need * max(1, cover) / (least * least))
  }

  /// A limit of a quota that limits nothing.
  var ampleQuota: Double {
    2 * needs.values.reduce(0, +) + 1
  }
}
