import LinearModel
import Testing

@Suite("Bounds from duals")
struct DualBoundTests {
  /// min 2x + 3y; x + y ≥ 4, x, y in [0, 10]. Optimum 8 at (4, 0) with dual 2.
  private static func model(_ sense: Model.Sense) -> Model {
    let sign = sense == .minimize ? 1.0 : -1.0
    var model = Model(sense: sense)
    let x = model.addVariable("x", upper: 10, objective: 2 * sign)
    let y = model.addVariable("y", upper: 10, objective: 3 * sign)
    model.addConstraint(x + y >= 4.0, name: "cover")
    return model
  }

  @Test func rightDualsProveTheOptimum() {
    #expect(Self.model(.minimize).dualBound(of: [2]) == 8)
    #expect(Self.model(.maximize).dualBound(of: [-2]) == -8)
  }

  /// Too large a dual is charged to the bounds: 2.5 · 4 − 0.5 · 10 = 5; too small: 1 · 4 = 4.
  @Test func wrongDualsProveLessButNothingFalse() {
    #expect(Self.model(.minimize).dualBound(of: [2.5]) == 5)
    #expect(Self.model(.minimize).dualBound(of: [1]) == 4)
    #expect(Self.model(.minimize).dualBound(of: [0]) == 0)
    #expect(Self.model(.minimize).boxBound == 0)
  }

  @Test func infiniteBoundsProveNothing() {
    var model = Self.model(.minimize)
    #expect(model.dualBound(of: [-1]) == -.infinity)
    model.setBounds(of: Variable(index: 0), lower: 0, upper: .infinity)
    #expect(model.dualBound(of: [2.5]) == -.infinity)
    #expect(model.dualBound(of: [2 + 1e-9]) == -.infinity)
    #expect(abs(model.dualBound(of: [2 + 1e-9], tolerance: 1e-7) - 8) < 1e-6)
    #expect(model.dualBound(of: [1, 2]) == -.infinity)
  }

  /// x + y ≥ 5 with x, y ≤ 2 needs multiplier 1: at most 4 where 5 is asked for.
  @Test func certificateOfInfeasibility() {
    var model = Model()
    let x = model.addVariable("x", upper: 2)
    let y = model.addVariable("y", upper: 2)
    let row = model.addConstraint(x + y >= 5.0, name: "too much")
    #expect(model.provesInfeasibility([1]))
    #expect(model.provesInfeasibility([1e-8]))
    #expect(!model.provesInfeasibility([-1]))
    #expect(!model.provesInfeasibility([0]))
    #expect(!model.provesInfeasibility([.nan]))
    #expect(!model.provesInfeasibility([]))
    model.setBounds(of: row, lower: 4, upper: .infinity)
    #expect(!model.provesInfeasibility([1]))
    model.setBounds(of: row, lower: 5, upper: .infinity)
    model.setBounds(of: y, lower: 0, upper: .infinity)
    #expect(!model.provesInfeasibility([1]))
  }
}
