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
  let cancellation = Cancellation()

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
