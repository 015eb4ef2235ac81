import LinearModel
import Testing

@Suite("Feasibility of a point")
struct FeasibilityTests {
  /// 10x + y ≤ 100, x in [0, 5], y integer in [0, 9].
  private static func model() -> Model {
    var model = Model()
    let x = model.addVariable("x", upper: 5)
    let y = model.addVariable("y", .integer, upper: 9)
    model.addConstraint(10 * x + y <= 40.0, name: "capacity")
    return model
  }

  @Test func feasiblePointHasNoViolation() {
    let report = Self.model().feasibility(of: [3, 9])
    #expect(report.isFeasible)
    #expect(report.maxAbsolute == 0)
    #expect(report.worst.isEmpty)
  }

  /// At (6, 9.5): x is 1 above 5 (scaled 1/5), y is 0.5 above 9 (0.5/9) and 0.5 from a whole number,
  /// the row is 69.5, 29.5 above 40; its largest term is 60, so scaled 29.5/60.
  @Test func violationsAreMeasuredAndNamed() throws {
    let report = Self.model().feasibility(of: [6, 9.5])
    #expect(!report.isFeasible)
    #expect(report.maxAbsolute == 29.5)
    #expect(report.maxScaled == 29.5 / 60)
    #expect(report.maxFraction == 0.5)
    #expect(report.worst.map(\.name) == ["y", "capacity", "x", "y"])
    let row = try #require(report.worst.dropFirst().first)
    #expect(row.subject == .constraint(Constraint(index: 0)))
    #expect(row.absolute == 29.5)
  }

  @Test func relaxedReportLeavesIntegralityAside() {
    #expect(!Self.model().feasibility(of: [1, 0.5]).isFeasible)
    #expect(Self.model().feasibility(of: [1, 0.5], relaxed: true).isFeasible)
  }

  @Test func toleranceIsInProportion() {
    var model = Model()
    let x = model.addVariable("x")
    model.addConstraint(1 * x <= 1e6, name: "large")
    #expect(model.feasibility(of: [1e6 + 0.5]).isFeasible)
    #expect(!model.feasibility(of: [1e6 + 2]).isFeasible)
    #expect(model.feasibility(of: [1e6 + 2], tolerance: 1e-5).isFeasible)
  }

  @Test(arguments: [[], [1], [1, 2, 3], [.nan, 0], [.infinity, 0], [0, .nan]] as [[Double]])
  func pointsThatAreNone(_ point: [Double]) {
    #expect(!Self.model().feasibility(of: point).isFeasible)
  }

  @Test func onlyTheTenWorstAreKept() {
    var model = Model()
    for index in 0..<1000 { model.addVariable("x\(index)", lower: Double(index % 500) + 1, upper: 1e6) }
    let report = model.feasibility(of: [Double](repeating: 0, count: 1000))
    #expect(report.worst.count == 10)
    #expect(report.maxAbsolute == 500)
    #expect(report.worst.allSatisfy { $0.scaled == 1 })
  }
}
