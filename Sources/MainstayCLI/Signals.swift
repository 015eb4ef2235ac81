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
/// process at once.
///
/// The handlers run on a queue of Dispatch, not inside the signal, and may do what other code may.
final class Interrupt: Sendable {
  /// Raised by the first signal.
  let cancellation = Cancellation()

  private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])
  private let count = Atomic<Int>(0)

  /// Begins to listen.
  ///
  /// - Parameter onFirst: Called at the first signal, on a queue of Dispatch.
  init(onFirst: @escaping @Sendable () -> Void = {}) {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      sources.withLock { sources in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
        source.setEventHandler { [self] in receive(onFirst) }
        source.resume()
        sources.append(source)
      }
    }
  }

  private func receive(_ onFirst: () -> Void) {
    if count.add(1, ordering: .relaxed).newValue > 1 {
      StandardError.clearLine()
      _exit(ExitStatus.interrupted.rawValue)
    }
    cancellation.cancel()
    onFirst()
  }

  /// Whether a signal came.
  var isRaised: Bool { cancellation.isCancelled }

  /// - Throws: ``ExitStatus/interrupted`` where a signal came.
  func check() throws {
    if isRaised { throw ExitStatus.interrupted }
  }
}
