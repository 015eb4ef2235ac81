internal import Foundation
internal import LinearModel
internal import Synchronization

/// Threads that solve blocks side by side, each with programs of its own.
///
/// A block always goes to the same thread, together with all that are solved in one program with it, and each thread solves what it is
/// given in rising order. So a program goes through the same points from basis to basis however many threads there are, and so do the
/// cuts, the tree and the plan.
final class BlockWorkers {
  /// What a block came to, and what it read of the point.
  typealias Answers = [(block: Int, answer: BlockOracle.Answer?)]

  private let workers: [BlockWorker]

  /// - Parameters:
  ///   - count: How many threads.
  ///   - makeOracle: Makes what a thread solves blocks with, on that thread.
  init(_ count: Int, _ solver: any Solver, _ makeOracle: @escaping @Sendable () -> BlockOracle) {
    workers = (0..<count).map { number in
      let worker = BlockWorker()
      let thread = Thread { worker.work(solver, makeOracle) }
      thread.name = "blocks \(number)"
      thread.start()
      return worker
    }
  }

  deinit { for worker in workers { worker.end() } }

  var count: Int { workers.count }

  /// Solves blocks at a point, and waits for all of them.
  ///
  /// - Parameter blocks: The blocks for each thread.
  /// - Throws: The error of the first thread that had one.
  func solve(_ blocks: [[Int]], at point: [Double], _ limits: SimplexLimits) throws -> Answers {
    for (worker, blocks) in zip(workers, blocks) {
      worker.begin(.init(blocks: blocks, point: point, limits: limits))
    }
    // All come to their end before an error is told, so that none is at work when the next point comes.
    let results = zip(workers, blocks).map { worker, _ in worker.result() }
    return try zip(blocks, results).flatMap { blocks, result in
      zip(blocks, try result.get()).map { (block: $0, answer: $1) }
    }
  }
}

/// One thread, which waits for work and leaves what comes of it.
private final class BlockWorker: Sendable {
  struct Job: Sendable {
    let blocks: [Int]
    let point: [Double]
    let limits: SimplexLimits
  }

  private let job = Mutex<Job?>(nil)
  private let outcome = Mutex<Result<[BlockOracle.Answer?], any Error>>(.success([]))
  private let hasWork = DispatchSemaphore(value: 0)
  private let isDone = DispatchSemaphore(value: 0)

  func begin(_ job: Job) {
    self.job.withLock { $0 = job }
    hasWork.signal()
  }

  func result() -> Result<[BlockOracle.Answer?], any Error> {
    isDone.wait()
    return outcome.withLock { $0 }
  }

  /// Asks the thread to end.
  func end() {
    job.withLock { $0 = nil }
    hasWork.signal()
  }

  /// The thread's own part.
  func work(_ solver: any Solver, _ makeOracle: @escaping @Sendable () -> BlockOracle) {
    do {
      try solver.onDedicatedThread { [self] in
        let oracle = makeOracle()
        while let job = next() {
          finish(Result { try job.blocks.map { try oracle.solve($0, at: job.point, limits: job.limits) } })
        }
      }
    } catch {
      // There is no thread for the solver: whoever asks is told so.
      while next() != nil { finish(.failure(error)) }
    }
  }

  private func next() -> Job? {
    hasWork.wait()
    return job.withLock { $0 }
  }

  private func finish(_ result: Result<[BlockOracle.Answer?], any Error>) {
    outcome.withLock { $0 = result }
    isDone.signal()
  }
}
