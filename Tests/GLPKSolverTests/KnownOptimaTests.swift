import CGLPK
import Foundation
import GLPKSolver
import LinearModel
import Testing

@Suite("Models with known optima")
struct KnownOptimaTests {
  @Test(arguments: Fixture.all)
  func optimumIsReached(_ fixture: Fixture) throws {
    let model = try fixture.model()
    let solution = try GLPKSolver().solve(model)
    #expect(solution.termination.reason == .optimal)
    #expect(agree(solution.objective, fixture.optimum))
    #expect(model.feasibility(of: try #require(solution.point)).isFeasible)
    #expect(try #require(solution.gap) <= 1e-6)
  }

  @Test(arguments: Fixture.all)
  func writtenModelReadsBackEqual(_ fixture: Fixture) throws {
    let model = try fixture.model()
    var text = ""
    MPSWriter().write(model, to: &text)
    let copy = try MPSReader().read(text)
    #expect(copy.lowerBounds == model.lowerBounds)
    #expect(copy.upperBounds == model.upperBounds)
    #expect(copy.domains == model.domains)
    #expect(copy.objective == model.objective)
    #expect(copy.objectiveConstant == model.objectiveConstant)
    #expect(copy.rowLowerBounds == model.rowLowerBounds)
    #expect(copy.rowUpperBounds == model.rowUpperBounds)
    #expect(copy.variableNames == model.variableNames)
    #expect(copy.constraintNames == model.constraintNames)
    #expect(copy.rows.values == model.rows.values)
    #expect(copy.rows.columns == model.rows.columns)
  }

  /// Only the ones that GLPK alone solves within a second or so.
  @Test(arguments: Fixture.all.filter { ["egout", "flugpl", "p0033"].contains($0.name) })
  func writtenModelsHaveTheSameOptimumInGLPKsReaders(_ fixture: Fixture) throws {
    let model = try fixture.model()
    try Self.expectGLPKToRead(model, optimum: fixture.optimum)
  }

  /// A model with everything the formats have: ranges, an equation, all kinds of bounds, a constant, names
  /// that no format takes. Its optimum in GLPK's readers is that of the Swift solver.
  @Test(arguments: [Model.Sense.minimize, .maximize])
  func everyFeatureSurvivesTheFormats(_ sense: Model.Sense) throws {
    var model = Model(name: "all kinds", sense: sense)
    model.objectiveConstant = 12.3
    let a = model.addVariable("a b", .integer, lower: -3, upper: 8, objective: 1.1)
    let b = model.addVariable("a_b", lower: -.infinity, upper: 4, objective: -0.7)
    let c = model.addVariable("", lower: -.infinity, objective: 0.3)
    let d = model.addBinary("e5", objective: 2)
    let e = model.addVariable("free", lower: 2.5, upper: 2.5, objective: 1.0 / 3.0)
    let f = model.addVariable("änderung", .integer, lower: 0, objective: 0.25)
    model.addVariable("7unused", upper: 9, objective: sense == .minimize ? -0.5 : 0.5)
    model.addConstraint((a + b + c).between(-2.2, 7.7), name: "range")
    model.addConstraint((b - c).between(-5.1, -0.1), name: "range")
    model.addConstraint(c + 2 * d - f == 0.4, name: "equal")
    model.addConstraint(f + d + 0.1 * e <= 9.5, name: "most")
    model.addConstraint(b + a >= -6.0, name: "least")
    model.addConstraint((a + f).between(-.infinity, .infinity), name: "nothing")
    let solution = try GLPKSolver().solve(model)
    try Self.expectGLPKToRead(model, optimum: try #require(solution.objective))
  }

  static func expectGLPKToRead(_ model: Model, optimum: Double) throws {
    var mps = ""
    MPSWriter(dialect: .glpk).write(model, to: &mps)
    let read = try withTemporaryFile(mps, ".mps") { path in
      try GLPKSolver().onDedicatedThread { try ReadByGLPK.optimum(format: CGLPK_MPS_FREE, path: path) }
    }
    #expect(agree(model.sense == .maximize ? -read : read, optimum))
    #expect(agree(try GLPKSolver().solve(try MPSReader(dialect: .glpk).read(mps)).objective, read))
    var withSection = ""
    MPSWriter().write(model, to: &withSection)
    #expect(agree(try GLPKSolver().solve(try MPSReader().read(withSection)).objective, optimum))
    var lp = ""
    LPWriter().write(model, to: &lp)
    let readLP = try withTemporaryFile(lp, ".lp") { path in
      try GLPKSolver().onDedicatedThread { try ReadByGLPK.optimum(format: CGLPK_LP_CPLEX, path: path) }
    }
    #expect(agree(readLP, optimum))
  }
}
