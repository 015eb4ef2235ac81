import Dispatch
import Foundation
import Mainstay

/// Ends a search when the process holds more memory than it may.
final class MemoryWatch {
  private let timer: any DispatchSourceTimer

  /// Wall time in milliseconds from one look to the next.
  private static let interval = 250

  /// Begins to look.
  ///
  /// - Parameter limit: Bytes that the process may hold.
  init(limit: Double, _ cancellation: Cancellation) {
    let source = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    source.schedule(deadline: .now() + .milliseconds(Self.interval), repeating: .milliseconds(Self.interval))
    let look: @Sendable () -> Void = {
      if !cancellation.isCancelled, Self.held > limit { cancellation.cancel(for: .memory) }
    }
    // A limit below what the program itself takes ends the search before it begins, whatever the search takes.
    look()
    source.setEventHandler(handler: look)
    source.resume()
    timer = source
  }

  deinit { timer.cancel() }

  /// Bytes that the process holds now, or has held at most where the system does not tell.
  private static var held: Double {
    if let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii) {
      let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) }
      if let pages { return pages * Double(sysconf(Int32(_SC_PAGESIZE))) }
    }
    var usage = rusage()
    // RUSAGE_SELF, which is of another type on each system.
    getrusage(0, &usage)
    #if os(Linux)
      return Double(usage.ru_maxrss) * 1024
    #else
      return Double(usage.ru_maxrss)
    #endif
  }
}
