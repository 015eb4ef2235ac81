import LinearModel
import Testing

@Suite("Building a model")
struct ModelBuildingTests {
  @Test func termsOfAVariableAreMergedAndZerosDropped() {
    var model = Model()
    let x = model.addVariable("x")
    let y = model.addVariable("y")
    let row = model.addConstraint(2 * x + y - x + 3 <= y + 10.0, name: "row")
    #expect(model.terms(of: row) == [.init(1, x)])
    #expect(model.rowUpperBounds == [7])
    #expect(model.rowLowerBounds == [-.infinity])
  }

  @Test func truncationForgetsTheLastRowsOnly() {
    var model = Model()
    let x = model.addVariable("x")
    let y = model.addVariable("y")
    model.addConstraint(x + y <= 1.0, name: "first")
    model.addConstraint(x - y <= 2.0, name: "second")
    model.truncateConstraints(to: 1)
    let third = model.addConstraint(y + x + y >= 3.0, name: "third")
    #expect(model.constraintNames == ["first", "third"])
    #expect(model.terms(of: third) == [.init(2, y), .init(1, x)])
    #expect(model.nonzeroCount == 4)
  }
}
