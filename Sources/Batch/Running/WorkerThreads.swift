internal import Dispatch
internal import Foundation
internal import Synchronization

/// Threads of the operating system that share out work, apart from the threads of Swift's tasks: planning blocks for long.
enum WorkerThreads {
  /// Runs a body on several threads at once, and waits for all of them.
  ///
  /// - Parameters:
  ///   - count: How many; one is the calling thread.
  ///   - body: Is given the number of its thread, from 0.
  /// - Throws: The first error that a body threw; the others still come to their end.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let failure = FirstError()
    let group = DispatchGroup()
    for number in 1..<max(1, count) {
      group.enter()
      let thread = Thread {
        failure.note { try body(number) }
        group.leave()
      }
      // Reading and validating cases recurses little; the solver has threads of its own.
      thread.stackSize = 8 << 20
      thread.name = "batch \(number)"
      thread.start()
    }
    failure.note { try body(0) }
    group.wait()
    try failure.rethrow()
  }
}

private final class FirstError: Sendable {
  private let error = Mutex<(any Error)?>(nil)

  func note(_ body: () throws -> Void) {
    do { try body() } catch {
      let caught = error
      self.error.withLock { if $0 == nil { $0 = caught } }
    }
  }

  func rethrow() throws {
    if let found = error.withLock({ $0 }) { throw found }
  }
}
