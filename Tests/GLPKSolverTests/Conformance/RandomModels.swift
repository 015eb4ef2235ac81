import LinearModel

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

enum RandomModels {
  /// A production plan: `rows` resources, `columns` activities, always feasible (zero) and bounded.
  static func plan(rows: Int, columns: Int, seed: UInt64) -> Model {
    var generator = SeededGenerator(seed: seed)
    var model = Model(name: "plan", sense: .maximize)
    let variables = (0..<columns).map {
      model.addVariable(
        "x\($0)", upper: Double(Int.random(in: 5...20, using: &generator)),
        objective: Double(Int.random(in: 1...30, using: &generator)))
    }
    for row in 0..<rows {
      var use = LinearExpression()
      for variable in variables where Bool.random(using: &generator) {
        use.add(Double(Int.random(in: 1...9, using: &generator)), variable)
      }
      if use.isConstant { use.add(1, variables[0]) }
      model.addConstraint(
        use <= Double(Int.random(in: 20...90, using: &generator)), name: "resource \(row)")
    }
    return model
  }

  /// A binary knapsack of several rows: max cᵀx, Ax ≤ b.
  static func knapsack(items: Int, rows: Int, seed: UInt64) -> Model {
    var generator = SeededGenerator(seed: seed)
    var model = Model(name: "knapsack", sense: .maximize)
    let items = (0..<items).map {
      model.addBinary("item \($0)", objective: Double(Int.random(in: 1...60, using: &generator)))
    }
    for row in 0..<rows {
      var weight = LinearExpression()
      var total = 0.0
      for item in items {
        let share = Double(Int.random(in: 1...40, using: &generator))
        weight.add(share, item)
        total += share
      }
      model.addConstraint(weight <= (total * 0.45).rounded(), name: "weight \(row)")
    }
    return model
  }

  /// The best objective over all points of a model of binaries only, nil where none is feasible.
  static func bruteForce(_ model: Model) -> Double? {
    var best: Double?
    for code in 0..<(1 << model.variableCount) {
      let point = (0..<model.variableCount).map { Double((code >> $0) & 1) }
      guard model.feasibility(of: point).isFeasible else { continue }
      let value = model.objectiveValue(at: point)
      guard let known = best else {
        best = value
        continue
      }
      best = model.sense == .minimize ? min(known, value) : max(known, value)
    }
    return best
  }
}
