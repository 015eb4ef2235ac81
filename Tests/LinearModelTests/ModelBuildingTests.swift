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

  @Test func namesOfASeriesAndTextsStayWithTheirRowsWhenOthersGo() {
    var model = Model()
    let names = model.addVariableNames(NameSeries("ship") { "lane \($0)" })
    let x = model.addVariable(7, of: names, upper: 5)
    let y = model.addVariable("y")
    #expect(model.variableNames == ["ship[lane 7]", "y"])
    #expect(model.label(of: x) == "variable \"ship[lane 7]\"")

    let rows = model.addConstraintNames(NameSeries("limit") { "\($0)" })
    model.addConstraint(x <= 1.0, name: "first")
    model.addConstraint(2, of: rows, x + y, upper: 3)
    model.addConstraint(y <= 2.0, name: "third")
    model.addConstraint(x <= 4.0, name: "")
    model.addConstraint(5, of: rows, x - y, lower: 0, upper: 0)
    #expect(model.constraintNames == ["first", "limit[2]", "third", "", "limit[5]"])
    model.removeConstraints([0, 3])
    #expect(model.constraintNames == ["limit[2]", "third", "limit[5]"])
    #expect(model.rowUpperBounds == [3, 2, 0])
    model.truncateConstraints(to: 1)
    model.addConstraint(y <= 6.0, name: "last")
    #expect(model.constraintNames == ["limit[2]", "last"])
  }

  @Test func anEmptiedExpressionIsZero() {
    var model = Model()
    let x = model.addVariable("x")
    var row = 2 * x + 3
    row.removeAll()
    #expect(row == LinearExpression())
  }
}
