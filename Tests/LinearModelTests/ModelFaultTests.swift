import LinearModel
import Testing

@Suite("Faults of a model")
struct ModelFaultTests {
  /// One fault of each kind, and what it names.
  @Test func everyFaultIsFoundAtOnceByName() {
    var model = Model(name: "bad")
    model.objectiveConstant = .nan
    let x = model.addVariable("x", lower: 2, upper: 1)
    let y = model.addVariable("y", objective: .infinity)
    let z = model.addVariable("z", .integer, lower: 0.2, upper: 0.8)
    let w = model.addVariable("w", lower: .nan)
    let u = model.addVariable("u", upper: 1e25)
    let v = model.addVariable("v", lower: .infinity)
    let bad = model.addRow(columns: [0, 1, 0], values: [1, 2, 3], lower: 0, upper: 1, name: "twice")
    let nan = model.addConstraint(Double.nan * x <= 1.0, name: "nan")
    let huge = model.addConstraint(1e20 * y >= 1.0, name: "huge")
    let stranger = model.addConstraint(x + Variable(index: 40) <= 1.0, name: "stranger")
    let crossed = model.addConstraint((x + z).between(3, 2), name: "crossed")
    let expected: [(ModelFault.Kind, Variable?, Constraint?)] = [
      (.notANumber, nil, nil), (.crossedBounds, x, nil), (.infinite, y, nil), (.noInteger, z, nil),
      (.notANumber, w, nil), (.tooLarge, u, nil), (.infinite, v, nil), (.duplicateTerm, x, bad),
      (.notANumber, x, nan), (.tooLarge, y, huge), (.unknownVariable, Variable(index: 40), stranger),
      (.crossedBounds, nil, crossed),
    ]
    let faults = model.faults()
    #expect(faults.count == expected.count)
    for (fault, (kind, variable, constraint)) in zip(faults, expected) {
      #expect(fault.kind == kind, "\(fault)")
      #expect(fault.variable == variable, "\(fault)")
      #expect(fault.constraint == constraint, "\(fault)")
    }
    #expect(faults[1].description.contains("\"x\""))
    #expect(faults[8].description.contains("\"nan\""))
  }

  @Test func soundModelHasNone() {
    var model = Model()
    let x = model.addVariable("x", .integer, lower: -.infinity, upper: .infinity, objective: -3)
    let y = model.addBinary("y")
    model.addConstraint((x + y).between(-.infinity, .infinity), name: "free")
    model.addConstraint(x - y + y == 3.0, name: "cancels")
    model.addConstraint(LinearExpression() <= 0.0, name: "empty")
    #expect(model.faults().isEmpty)
  }

  /// A variable with a negative index, or one that no Int32 holds, is a fault and no trap.
  @Test func indicesFarOutAreFaults() {
    var model = Model()
    model.addVariable("x")
    model.addConstraint(Variable(index: -1) + Variable(index: .max) <= 1.0, name: "far")
    #expect(model.faults().map(\.kind) == [.unknownVariable, .unknownVariable])
  }

  @Test func integerBoundsAreDrawnInToWholeNumbers() {
    var model = Model()
    let x = model.addVariable("x", .integer, lower: -2.5, upper: 3.999_999_999_9)
    let y = model.addVariable("y", lower: -2.5, upper: 3.5)
    #expect(model.effectiveBounds(of: x) == (-2, 4))
    #expect(model.effectiveBounds(of: y) == (-2.5, 3.5))
  }
}
