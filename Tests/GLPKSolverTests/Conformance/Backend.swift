import GLPKSolver
import LinearModel

/// The solvers that the conformance suite runs on.
enum Backend {
  static let all: [any Solver] = [GLPKSolver()]
}

/// Whether two numbers agree to a tolerance in proportion to their size.
func agree(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-6) -> Bool {
  guard let left else { return false }
  if left == right { return true }
  return abs(left - right) <= tolerance * max(1, abs(right))
}
