import GLPKSolver
import LinearModel
import Sourcing

/// The optimum of a tiny case by trying every assignment of roles, openings and projects, with a linear program
/// for the rest of each.
struct RoleEnumeration {
  private enum Role: CaseIterable {
    case none, primary, backup
  }

  private let network: SourcingNetwork
  private let program: PlainProgram

  init(_ network: SourcingNetwork) {
    self.network = network
    program = PlainProgram(network)
  }

  /// How many layouts there are to try.
  var count: Int {
    // Three to the number of capabilities, times two to the number of sites.
    network.capabilities.reduce(1) { count, _ in count * 3 }
      << (network.sourcingCase.sites.count + network.projects.count)
  }

  /// The least cost; nil where no layout satisfies the policies.
  func optimum() throws -> Double? {
    try GLPKSolver().onDedicatedThread {
      let session = try GLPKSolver().open(program.model)
      var best: Double?
      try forEachLayout { open, roles in
        guard satisfiesRolePolicies(open, roles), fixedCost(open, roles) < best ?? .infinity else { return }
        for (index, variable) in program.open.enumerated() { try fix(variable, open[index], session) }
        for (index, role) in roles.enumerated() {
          try fix(program.primary[index], role == .primary, session)
          try fix(program.backup[index], role == .backup, session)
        }
        for developed in developments(roles) {
          for (index, variable) in program.develop.enumerated() {
            try fix(variable, developed.contains(index), session)
          }
          let solution = try solve(session)
          switch solution.termination.reason {
          case .optimal: best = min(best ?? .infinity, solution.objective ?? .infinity)
          case .infeasible: break
          case .unbounded, .limit: throw Unexpected(termination: solution.termination)
          }
        }
      }
      return best
    }
  }

  /// Solves the program as it is fixed, with rows for lengths of volumes that grew too long: the length of a vector is
  /// at least its product with any other of length 1.
  private func solve(_ session: any SolverSession) throws -> Solution {
    while true {
      let solution = try session.solve(SolveOptions(relativeGap: 1e-9))
      guard let point = solution.point else { return solution }
      var rows: [LinearRelation] = []
      for (volumes, most) in program.concentrations {
        let values = volumes.map { $0.value(at: point) }
        let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length <= most.value(at: point) + 1e-6 { continue }
        var product = LinearExpression()
        for (volume, value) in zip(volumes, values) { product.add(value / length, volume) }
        rows.append(product <= most)
      }
      if rows.isEmpty { return solution }
      try session.addConstraints(rows, names: rows.map { _ in "length" })
    }
  }

  private struct Unexpected: Error {
    var termination: Termination
  }

  private func fix(_ variable: Variable, _ value: Bool, _ session: any SolverSession) throws {
    try session.setBounds(of: variable, lower: value ? 1 : 0, upper: value ? 1 : 0)
  }

  /// Every assignment in which a site with a qualified source is open.
  private func forEachLayout(_ body: ([Bool], [Role]) throws -> Void) throws {
    var roles = [Role](repeating: .none, count: network.capabilities.count)
    func chooseRole(_ index: Int) throws {
      if index == roles.count {
        var open = network.sourcingCase.sites.map { _ in false }
        for (index, role) in roles.enumerated() where role != .none {
          open[network.capabilities[index].site] = true
        }
        return try chooseOpen(0, open)
      }
      for role in Role.allCases {
        roles[index] = role
        try chooseRole(index + 1)
      }
    }
    func chooseOpen(_ index: Int, _ open: [Bool]) throws {
      if index == open.count { return try body(open, roles) }
      try chooseOpen(index + 1, open)
      if open[index] { return }
      var more = open
      more[index] = true
      try chooseOpen(index + 1, more)
    }
    try chooseRole(0)
  }

  /// Every set of projects that unlocks all of the sources and none twice.
  private func developments(_ roles: [Role]) -> [Set<Int>] {
    (0..<(1 << network.projects.count)).map { bits in
      Set(network.projects.indices.filter { bits >> $0 & 1 == 1 })
    }.filter { developed in
      roles.indices.allSatisfy { index in
        let unlocking = network.unlocking[index].count(where: developed.contains)
        return unlocking <= 1 && (roles[index] == .none || network.unlocking[index].isEmpty || unlocking == 1)
      }
    }
  }

  /// What the decisions cost whatever else happens; nothing that follows costs less than nothing.
  private func fixedCost(_ open: [Bool], _ roles: [Role]) -> Double {
    var cost = 0.0
    for (site, isOpen) in zip(network.sourcingCase.sites, open) {
      if isOpen, !site.isExisting { cost += site.openingCost }
      if !isOpen, site.isExisting { cost += site.closingCost }
    }
    for (capability, role) in zip(network.capabilities, roles) where role != .none {
      if !capability.capability.isQualified { cost += capability.capability.qualificationCost }
    }
    return cost
  }

  private func satisfiesRolePolicies(_ open: [Bool], _ roles: [Role]) -> Bool {
    network.policies.allSatisfy { policy in
      switch policy.policy.kind {
      case .minSources:
        policy.items.allSatisfy { item in
          let qualified = item.groups.filter { $0.capabilities.contains { roles[$0] != .none } }
          return Double(qualified.count) >= policy.policy.limit ?? 0
        }
      case .oneMain: policy.items.allSatisfy { hasOneMain(policy, $0, roles) }
      case .separate:
        policy.items.flatMap(\.groups).allSatisfy { group in
          let held = Set(group.capabilities.map { roles[$0] })
          return !held.isSuperset(of: [.primary, .backup])
        }
      case .exclude:
        policy.items.flatMap(\.selected).allSatisfy { roles[$0] == .none }
          && (!policy.policy.speaksOfAllItems || policy.sites.allSatisfy { !open[$0] })
      case .require:
        policy.items.flatMap(\.selected).count { roles[$0] != .none } >= policy.policy.count ?? 1
      case .maxChanges:
        Double(
          policy.items.flatMap(\.selected).count { index in
            switch network.capabilities[index].currentRole {
            case .primary: roles[index] != .primary
            case .backup: roles[index] != .backup
            case nil: roles[index] != .none
            }
          }) <= policy.policy.limit ?? 0
      default: true
      }
    }
  }

  private func hasOneMain(_ policy: NetworkPolicy, _ item: NetworkPolicyItem, _ roles: [Role]) -> Bool {
    let mains = item.capabilities.filter { roles[$0] == .primary }
    guard mains.count == 1 else { return false }
    let near = policy.policy.scope == nil ? [] : item.groups.filter { $0.capabilities.contains(mains[0]) }
    let backups = item.capabilities.filter { index in
      roles[index] == .backup && !near.contains { $0.capabilities.contains(index) }
    }
    return backups.count >= policy.policy.count ?? 1
  }
}
