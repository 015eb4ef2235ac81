internal import Foundation
public import LinearModel
internal import Planning
public import Sourcing
internal import Synchronization

/// Plans the variants of a case, several at once, and writes what becomes of each into a file of results.
public struct BatchRunner: Sendable {
  private let solver: any Solver

  /// A runner over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Plans every variant that the file has no result of.
  ///
  /// - Parameters:
  ///   - list: The variants.
  ///   - tables: The case as it stands.
  ///   - path: The file of results, which is made where it is missing. A batch that was broken off goes on where it was.
  ///   - options: How variants are planned, by how many workers, and which part of them.
  /// - Returns: How far it came: all the way, unless it was cancelled.
  /// - Throws: ``BatchError`` where the file cannot be used. What is wrong with a variant, or goes wrong while it is planned,
  ///   is its result.
  public func run(
    _ list: VariantList, of tables: CaseTables, into path: String, _ options: BatchOptions = BatchOptions()
  ) throws -> BatchProgress {
    let identity = BatchIdentity(
      tables, gap: options.planning.gap, seed: options.planning.seed, withoutPolicies: options.withoutPolicies
    )
    let store = try ResultStore(path, identity: identity)
    var planning = options.planning
    planning.cancellation = options.cancellation
    planning.progress = nil
    // Variants differ little from the case and from each other.
    if planning.memory == nil { planning.memory = PlanMemory() }
    let run = BatchRun(
      list: list, store: store, options: options,
      planner: VariantPlanner(tables, solver: solver, planning, withoutPolicies: options.withoutPolicies))
    try WorkerThreads.run(options.workers) { _ in try run.work() }
    try store.close()
    return run.progress
  }
}

/// What the workers of one run share.
private final class BatchRun: Sendable {
  private let list: VariantList
  private let store: ResultStore
  private let options: BatchOptions
  private let planner: VariantPlanner
  private let start = ContinuousClock.now

  private struct State {
    var order: VariantOrder
    /// Variants that are being planned; the same one may stand in the list again.
    var claimed: Set<String> = []
    var isBroken = false
    var progress: BatchProgress
  }

  private let state: Mutex<State>
  private let isPrepared = Mutex(false)

  /// Variants of a list from which on it pays to plan the case as it stands before them.
  private static let manyVariants = 10

  init(list: VariantList, store: ResultStore, options: BatchOptions, planner: VariantPlanner) {
    self.list = list
    self.store = store
    self.options = options
    self.planner = planner
    state = Mutex(State(order: VariantOrder(list), progress: BatchProgress(total: list.count)))
  }

  var progress: BatchProgress { state.withLock { timed($0.progress) } }

  /// Plans variants until there are none left.
  func work() throws {
    do {
      while let number = take() { try look(at: list[number], number: number) }
    } catch {
      // A file that cannot be written to is the end for all workers.
      state.withLock { $0.isBroken = true }
      throw error
    }
  }

  private func take() -> Int? {
    if options.cancellation?.isCancelled == true { return nil }
    return state.withLock { $0.isBroken ? nil : $0.order.next() }
  }

  private func look(at variant: Variant, number: Int) throws {
    let id = variant.id
    guard options.shard.holds(id) else { return tell { $0.elsewhere += 1 } }
    guard state.withLock({ $0.claimed.insert(id).inserted }) else {
      // Another worker is at it; its result will serve both.
      try store.note(variant, number: number)
      return tell { $0.reused += 1 }
    }
    if let known = try store.status(of: id), !isOpen(known) {
      try store.note(variant, number: number)
      state.withLock { _ = $0.claimed.remove(id) }
      return tell { progress in
        progress.reused += 1
        progress.outcomes[known, default: 0] += 1
      }
    }
    prepare()
    guard let (answer, plan) = planner.result(of: variant) else { return }
    var result = answer
    if options.keepsPlans, let plan, plan.hasLayout { result.plan = try Self.text(of: plan) }
    try store.write(result, of: variant, number: number)
    // Once it is in the file, the file answers; what was planned anew stays claimed, so that it is planned once a run.
    if !isOpen(result.status) { state.withLock { _ = $0.claimed.remove(id) } }
    tell { progress in
      progress.planned += 1
      progress.counts[result.status, default: 0] += 1
      progress.outcomes[result.status, default: 0] += 1
      let isFirst = progress.examples[result.status].map { number < $0.number } ?? true
      if result.status != .optimal, isFirst {
        progress.examples[result.status] = .init(number: number, message: result.message)
      }
    }
  }

  /// Plans the case as it stands before the first variant, which has no result but leaves what variants can use: they are
  /// nearer to it than to each other.
  private func prepare() {
    if list.count < Self.manyVariants { return }
    isPrepared.withLock { isPrepared in
      if !isPrepared { _ = planner.result(of: Variant("", edits: [])) }
      isPrepared = true
    }
  }

  private func isOpen(_ status: VariantResult.Status) -> Bool {
    status == .failed || options.plansOpenAgain && status.isOpen
  }

  private func tell(_ change: (inout BatchProgress) -> Void) {
    let progress = state.withLock { state in
      state.progress.seen += 1
      change(&state.progress)
      return timed(state.progress)
    }
    options.progress?(progress)
  }

  private func timed(_ progress: BatchProgress) -> BatchProgress {
    var progress = progress
    let elapsed = ContinuousClock.now - start
    progress.seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    return progress
  }

  /// The plan as one line of JSON.
  private static func text(of plan: Plan) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(plan), as: UTF8.self)
  }
}
