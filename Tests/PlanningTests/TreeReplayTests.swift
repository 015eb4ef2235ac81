import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

/// Going down an earlier search tree again: what is taken over must be proven for the data at hand.
@Suite("Trees that are gone on from")
struct TreeReplayTests {
  /// A relaxation, with the columns that its reduced costs fix below a cutoff and the evidence.
  private struct Fixed {
    let program: MasterProgram
    let cutoff: Double
    let columns: [(column: Int, value: Double)]
    let evidence: RowMultipliers

    init?(_ master: BendersMaster, slack: Double = 0.02) throws {
      program = try MasterProgram(master.model, Fixtures.solver)
      guard case .optimal = try program.run(SimplexLimits()) else { return nil }
      cutoff = program.objective() + slack * abs(program.objective())
      let integers = master.model.domains.indices.filter { master.model.domains[$0] == .integer }
      columns = ReducedCostFixing(program, integers).fixed(below: cutoff, program.provenBound()).map {
        ($0.column, $0.value)
      }
      evidence = program.multipliers()
    }

    func replay(_ program: MasterProgram, below cutoff: Double) -> TreeReplay {
      TreeReplay(program, below: cutoff, program.model.lowerBounds, program.model.upperBounds)
    }

    var step: TreeStep { TreeStep(.fixed(columns, by: evidence), after: nil) }
  }

  private static func columns(of change: BoundChange?) -> Set<Int> {
    Set(BoundChange.ranges(after: change).keys)
  }

  @Test(
    "columns are fixed again by the same evidence, and not where anything may be of use", arguments: 0..<8)
  func fixesAgain(seed: Int) throws {
    let master = try BendersMaster(SourcingNetwork(RandomCase.contracted(seed: seed)))
    try Fixtures.solver.onDedicatedThread {
      guard let fixed = try Fixed(master) else { return }
      var same = fixed.replay(fixed.program, below: fixed.cutoff)
      #expect(Self.columns(of: same.change(after: fixed.step)) == Set(fixed.columns.map(\.column)))
      if !fixed.columns.isEmpty { #expect(same.leastCut >= fixed.cutoff) }
      var open = fixed.replay(fixed.program, below: .infinity)
      #expect(open.change(after: fixed.step) == nil)
    }
  }

  @Test(
    "what is fixed for other data costs too much there in every other way, by linear programs of their own",
    arguments: 0..<8)
  func fixesOnlyWhatIsProven(seed: Int) throws {
    let found = try RandomCase.contracted(seed: seed)
    let master = try BendersMaster(SourcingNetwork(found))
    var other = found
    for row in other.capabilities.indices { other.capabilities[row].unitCost *= row % 2 == 0 ? 1.1 : 0.92 }
    for row in other.demand.indices { other.demand[row].quantity *= 1.05 }
    let otherMaster = try BendersMaster(SourcingNetwork(other))
    guard MasterShape(otherMaster) == MasterShape(master) else { return }
    try Fixtures.solver.onDedicatedThread {
      guard let fixed = try Fixed(master) else { return }
      let program = try MasterProgram(otherMaster.model, Fixtures.solver)
      guard case .optimal = try program.run(SimplexLimits()) else { return }
      let optimum = program.objective()
      // What is beyond one cutoff is not beyond a higher one.
      for margin in [0.01, 0.1, 0.5, 2] {
        let cutoff = optimum + margin * abs(optimum)
        var replay = fixed.replay(program, below: cutoff)
        var link = replay.change(after: fixed.step)
        while let change = link {
          let (column, range) = (
            change.column, (program.lowerBound(change.column), program.upperBound(change.column))
          )
          let isLow = change.upper < range.1
          try program.setBounds(
            column, isLow ? change.upper + 1 : range.0, isLow ? range.1 : change.lower - 1)
          if case .optimal = try program.run(SimplexLimits()) {
            #expect(program.objective() >= cutoff - 1e-6 * max(1, abs(cutoff)))
          }
          try program.setBounds(column, range.0, range.1)
          link = change.parent
        }
      }
    }
  }

  @Test("a branch that leaves a column no value ends the tree there")
  func endsWhereNothingIsLeft() throws {
    let master = try BendersMaster(SourcingNetwork(RandomCase.contracted(seed: 1)))
    try Fixtures.solver.onDedicatedThread {
      let program = try MasterProgram(master.model, Fixtures.solver)
      let column = try #require(master.model.domains.firstIndex(of: .integer))
      var upper = program.model.upperBounds
      upper[column] = 0
      var replay = TreeReplay(program, below: .infinity, program.model.lowerBounds, upper)
      let step = TreeStep(.branch(column: column, lower: 1, upper: 1), after: nil)
      #expect(replay.bound(of: TreeLeaf(step: step, snapshot: nil, multipliers: nil)) == .infinity)
      let other = TreeStep(.branch(column: column, lower: 0, upper: 0), after: nil)
      #expect(replay.bound(of: TreeLeaf(step: other, snapshot: nil, multipliers: nil)) == -.infinity)
    }
  }

  @Test("ends that another search has branched keep what they were, and get their parts")
  func endsGetParts() throws {
    let master = try BendersMaster(SourcingNetwork(RandomCase.contracted(seed: 1)))
    try Fixtures.solver.onDedicatedThread {
      let program = try MasterProgram(master.model, Fixtures.solver)
      let steps = (0..<2).map {
        TreeStep(.branch(column: 0, lower: Double($0), upper: Double($0)), after: nil)
      }
      let past = steps.map { TreeLeaf(step: $0, snapshot: nil, multipliers: nil) }
      let record = TreeRecord(program, keepsLeaves: true, keepsProof: false)
      var node = TreeNode(bound: 0, depth: 1, order: 0, origin: 0, end: past[0])
      node.change = BoundChange(0, 0, 0, nil, isBranch: true)
      record.keep(node)
      for value in [0.0, 1.0] {
        let before = BoundChange(0, 1, 1, nil, isBranch: true)
        let change = BoundChange(1, value, value, before, isBranch: true)
        record.keep(TreeNode(bound: 0, depth: 2, order: 1, change: change, origin: 1))
      }
      let grown = record.grown(past)
      #expect(grown.map(\.count) == [1, 2])
      #expect(grown[0].step === steps[0])
      #expect(grown[1].step === steps[1])
      #expect(grown[1].parts.map(\.depth) == [2, 2])
      #expect(record.leaves.count == 3)
    }
  }

  @Test("other numbers for rows leave in common what ends have in common")
  func renumberingKeepsWhatIsCommon() throws {
    let evidence = RowMultipliers(isRay: false, permanent: [(0, 1)], pooled: [(7, 2), (8, 3)])
    let fixed = TreeStep(.fixed([(4, 0)], by: evidence), after: nil)
    let ends = (0..<2).map { value in
      TreeLeaf(
        step: TreeStep(.branch(column: 1, lower: Double(value), upper: Double(value)), after: fixed),
        snapshot: nil, multipliers: evidence)
    }
    #expect(ends.leaningRows == [7, 8])
    let others = LeafRenumbering.leaves(ends) { $0 == 7 ? 0 : nil }
    let parent = try #require(others[0].step?.parent)
    #expect(others[1].step?.parent === parent)
    guard case .fixed(let columns, let renumbered) = parent.change else {
      Issue.record("the step has become another")
      return
    }
    #expect(columns.map(\.column) == [4])
    #expect(renumbered.pooled.map(\.id) == [0])
    #expect(others[0].multipliers === renumbered)
    #expect(others.leaningRows == [0])
  }
}
