internal import LinearModel

/// What a linear program came to, after its check.
struct LinearOutcome {
  enum Kind: Equatable {
    case optimal
    case infeasible
    case unbounded
    case limit(Termination.Limit)
  }

  var kind: Kind
  var point: [Double]?
  var duals: [Double]?
  var ray: [Double]?
  /// Proven bound on the objective in the model's own sense.
  var bound: Double
  var detail = ""

  init(_ kind: Kind, point: [Double]? = nil, duals: [Double]? = nil, ray: [Double]? = nil, bound: Double) {
    self.kind = kind
    self.point = point
    self.duals = duals
    self.ray = ray
    self.bound = bound
  }
}

extension Model {
  /// The bound of a model without any proof: −∞ for a minimum.
  var unprovenBound: Double { sense == .minimize ? -.infinity : .infinity }

  /// The bound of a model that has no point at all: +∞ for a minimum.
  var emptyBound: Double { -unprovenBound }

  /// The tighter of two proven bounds.
  func tighter(_ left: Double, _ right: Double) -> Double {
    sense == .minimize ? max(left, right) : min(left, right)
  }

  /// Whether an objective value is better than another by more than `margin`.
  func isBetter(_ left: Double, than right: Double, by margin: Double = 0) -> Bool {
    sense == .minimize ? left < right - margin : left > right + margin
  }
}
