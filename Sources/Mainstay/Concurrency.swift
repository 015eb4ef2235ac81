public import Analyses
public import Batch
internal import LinearModel
public import Planning
public import Sourcing

internal import GLPKSolver

extension Planner {
  /// Plans a case while the calling task is suspended.
  ///
  /// The search runs on threads of its own, never on those of Swift's tasks, which it would block. A task that is cancelled asks
  /// it to end soon: the plan is then the best one found so far, and its status says that it is not proven. Nothing is thrown for
  /// it.
  ///
  /// - Throws: As for the form that is not async.
  public func plan(_ sourcingCase: SourcingCase, _ options: PlanOptions = PlanOptions()) async throws -> Plan
  {
    let planner = self
    return try await SearchThread.run(options, \.cancellation) { try planner.plan(sourcingCase, $0) }
  }

  /// Plans a case that was made ready before, while the calling task is suspended; see the other form.
  public func plan(_ network: SourcingNetwork, _ options: PlanOptions = PlanOptions()) async throws -> Plan {
    let planner = self
    return try await SearchThread.run(options, \.cancellation) { try planner.plan(network, $0) }
  }

  /// Plans a case and tells how far the search has come.
  ///
  /// The search begins at once and runs on threads of its own. It ends early where the reader stops reading: where the task that
  /// reads is cancelled, or leaves its loop.
  ///
  /// - Returns: How far the search has come, a few times a second, and its plan as the last element. A reader that is slower than
  ///   the search misses what is out of date, never the plan.
  public func progress(
    _ network: SourcingNetwork, _ options: PlanOptions = PlanOptions()
  ) -> AsyncThrowingStream<PlanningEvent, any Error> {
    // One element of progress and the plan: what is older tells nothing that the newer does not.
    AsyncThrowingStream(PlanningEvent.self, bufferingPolicy: .bufferingNewest(2)) { continuation in
      var options = options
      let cancellation = TaskCancellation.prepare(&options.cancellation)
      let tell = options.progress
      options.progress = { progress in
        tell?(progress)
        continuation.yield(.progress(progress))
      }
      let prepared = options
      let task = Task {
        do {
          let plan = try await SearchThread.run(cancellation) { try self.plan(network, prepared) }
          continuation.yield(.plan(plan))
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { reason in
        if case .cancelled = reason { task.cancel() }
      }
    }
  }
}

/// What a search that is followed tells.
public enum PlanningEvent: Sendable {
  /// How far it has come.
  case progress(PlanProgress)
  /// What it came to; nothing follows.
  case plan(Plan)
}

extension StressTest {
  /// Runs the test while the calling task is suspended; cancelling the task leaves what was found until then.
  public func run(
    _ standing: StandingLayout, in network: SourcingNetwork, _ options: StressOptions = StressOptions()
  ) async throws -> StressReport {
    let test = self
    return try await SearchThread.run(options, \.cancellation) { try test.run(standing, in: network, $0) }
  }
}

extension WorstCaseFinder {
  /// The worst set of failures, while the calling task is suspended; cancelling the task leaves the worst so far with its bound.
  public func find(
    _ standing: StandingLayout, in network: SourcingNetwork, _ options: WorstCaseOptions = WorstCaseOptions()
  ) async throws -> WorstCase {
    let finder = self
    return try await SearchThread.run(options, \.cancellation) { try finder.find(standing, in: network, $0) }
  }
}

extension FrontierPlanner {
  /// The frontier of a case, while the calling task is suspended; cancelling the task leaves the points found by then.
  public func frontier(
    _ network: SourcingNetwork, _ options: FrontierOptions = FrontierOptions()
  ) async throws -> Frontier {
    let planner = self
    return try await SearchThread.run(options, \.cancellation) { try planner.frontier(network, $0) }
  }
}

extension AlternativeFinder {
  /// Layouts that cost little more than a plan, while the calling task is suspended; cancelling the task leaves those found by then.
  public func alternatives(
    to best: Plan, in network: SourcingNetwork, _ options: AlternativeOptions = AlternativeOptions()
  ) async throws -> Alternatives {
    let finder = self
    return try await SearchThread.run(options, \.cancellation) {
      try finder.alternatives(to: best, in: network, $0)
    }
  }
}

extension RecoveryPlanner {
  /// Plans the recovery of a layout, while the calling task is suspended; cancelling the task leaves the best so far, which says
  /// that it is not proven.
  public func recover(
    _ network: SourcingNetwork, from plan: Plan, _ options: RecoveryOptions
  ) async throws -> Recovery {
    let planner = self
    return try await SearchThread.run(options, \.cancellation) {
      try planner.recover(network, from: plan, $0)
    }
  }
}

extension Explainer {
  /// Explains a case, while the calling task is suspended; cancelling the task leaves what was found by then.
  public func explain(
    _ network: SourcingNetwork, _ options: ExplainOptions = ExplainOptions()
  ) async throws -> Explanation {
    let explainer = self
    return try await SearchThread.run(options, \.planning.cancellation) { try explainer.explain(network, $0) }
  }
}

extension BatchRunner {
  /// Plans the variants of a case, while the calling task is suspended; cancelling the task leaves the rest for another run.
  public func run(
    _ list: VariantList, of tables: CaseTables, into path: String, _ options: BatchOptions = BatchOptions()
  ) async throws -> BatchProgress {
    let runner = self
    return try await SearchThread.run(options, \.cancellation) {
      try runner.run(list, of: tables, into: path, $0)
    }
  }
}

/// Ties the flag that ends a search to the task that waits for it.
private enum TaskCancellation {
  /// The caller's own flag, or a new one in its place.
  static func prepare(_ flag: inout Cancellation?) -> Cancellation {
    let cancellation = flag ?? Cancellation()
    flag = cancellation
    return cancellation
  }
}

/// A thread that waits for a search, so that no thread of Swift's tasks has to: these are few.
private enum SearchThread {
  /// Runs a search with options whose flag is raised where the task is cancelled.
  static func run<Options: Sendable, Value: Sendable>(
    _ options: Options, _ flag: WritableKeyPath<Options, Cancellation?>,
    _ search: @escaping @Sendable (Options) throws -> Value
  ) async throws -> Value {
    var options = options
    let cancellation = TaskCancellation.prepare(&options[keyPath: flag])
    let prepared = options
    return try await run(cancellation) { try search(prepared) }
  }

  static func run<Value: Sendable>(
    _ cancellation: Cancellation, _ search: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withTaskCancellationHandler {
      try await GLPKSolver().onDedicatedThread(search)
    } onCancel: {
      cancellation.cancel()
    }
  }
}
