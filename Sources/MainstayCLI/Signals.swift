import Dispatch
import Foundation
import Mainstay
import Synchronization

/// What the process does about signals.
enum Signals {
  /// Turns signals about failed writes into errors of the write itself: a closed pipe ends quietly, a file
  /// size limit is told and leaves nothing half-written.
  static func ignoreWriteSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}

/// Turns the first Ctrl-C (or request to terminate) into a raised ``Cancellation``; the second ends the
/// process at once, though never in the middle of writing files.
///
/// The handlers run on a queue of Dispatch, not inside the signal, and may do what other code may.
final class Interrupt: Sendable {
  /// Raised by the first signal.
  let cancellation: Cancellation
  /// A variable of the environment by which tests interrupt the program at a moment of its work rather than of the clock: at which
  /// look at ``cancellation`` it is as if Ctrl-C had come.
  static let lookVariable = "MAINSTAY_INTERRUPT_AT_LOOK"

  private struct State {
    var count = 0
    var isWriting = false
    var sources: [any DispatchSourceSignal] = []
  }

  private let state = Mutex(State())

  /// Begins to listen.
  ///
  /// - Parameter onFirst: Called at the first signal, on a queue of Dispatch.
  init(onFirst: @escaping @Sendable () -> Void = {}) {
    let look = ProcessInfo.processInfo.environment[Self.lookVariable].flatMap { Int($0) }
    cancellation = look.map { Cancellation(raisedAtLook: $0) } ?? Cancellation()
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      state.withLock { state in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
        source.setEventHandler { [self] in receive(onFirst) }
        source.resume()
        state.sources.append(source)
      }
    }
  }

  /// Whether a signal came.
  var isRaised: Bool { cancellation.limit == .cancelled }

  /// - Throws: ``ExitStatus/interrupted`` where a signal came.
  func check() throws {
    if isRaised { throw ExitStatus.interrupted }
  }

  /// Runs what an interrupt may end before there is an answer.
  ///
  /// - Throws: ``ExitStatus/interrupted`` where it did.
  func whileAnswering<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch is PlanningError where isRaised {
      throw ExitStatus.interrupted
    }
  }

  /// Writes files; a second signal ends the process when they are written.
  func whileWriting(_ body: () throws -> Void) rethrows {
    state.withLock { $0.isWriting = true }
    defer {
      state.withLock { state in
        state.isWriting = false
        if state.count > 1 { Self.end() }
      }
    }
    try body()
  }

  private func receive(_ onFirst: () -> Void) {
    state.withLock { state in
      state.count += 1
      // Inside the lock, so that no writing can begin meanwhile.
      if state.count > 1, !state.isWriting { Self.end() }
    }
    cancellation.cancel()
    onFirst()
  }

  private static func end() -> Never {
    StandardError.clearLine()
    _exit(ExitStatus.interrupted.rawValue)
  }
}
