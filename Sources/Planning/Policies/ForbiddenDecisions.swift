internal import LinearModel
internal import Sourcing

/// Yes-or-no decisions that policies forbid by a bound instead of a row.
struct ForbiddenDecisions {
  private struct Decision {
    let variable: Variable
    /// What its upper bound is where nobody forbids it.
    let upper: Double
    /// Rows of the policies that forbid it.
    var policies: Set<Int>
  }

  private var decisions: [Int: Decision] = [:]

  /// Notes a decision that a policy forbids; one that was out of the question before is not noted.
  mutating func add(_ variable: Variable, upTo upper: Double, by policy: NetworkPolicy) {
    if upper > 0 {
      decisions[variable.index] = Decision(variable: variable, upper: upper, policies: [policy.row])
    } else {
      decisions[variable.index]?.policies.insert(policy.row)
    }
  }

  /// The decisions that a policy alone forbids, which could be made without it, and up to what.
  func onlyBy(_ policy: NetworkPolicy) -> [(variable: Variable, upper: Double)] {
    decisions.values.filter { $0.policies == [policy.row] }
      .sorted { $0.variable.index < $1.variable.index }.map { ($0.variable, $0.upper) }
  }
}
