internal import CGLPK
internal import LinearModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A thread that does one piece of work and ends.
///
/// GLPK recurses deeply in places and keeps its environment per thread, so the stack is large and the
/// environment is freed at the end.
struct DedicatedThread<Value: Sendable>: ~Copyable {
  private let thread: pthread_t
  private let outcome: Outcome<Value>

  private static var stackSize: Int { 64 << 20 }

  /// Starts the work.
  ///
  /// - Throws: ``LinearModel/SolverError`` where the system gives no thread.
  init(_ work: @escaping @Sendable () throws -> Value) throws {
    let outcome = Outcome<Value>()
    let body = ThreadBody {
      outcome.store(Result { try work() })
      cglpk_free_environment()
    }
    let context = Unmanaged.passRetained(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    #if canImport(Darwin)
      var created: pthread_t?
    #else
      var created = pthread_t()
    #endif
    let code = pthread_create(&created, &attributes, runThreadBody, context.toOpaque())
    #if canImport(Darwin)
      let started = created
    #else
      let started: pthread_t? = code == 0 ? created : nil
    #endif
    guard code == 0, let started else {
      context.release()
      throw SolverError(.internalFault, "no thread could be started", context: "pthread_create: \(code)")
    }
    self.thread = started
    self.outcome = outcome
  }

  /// Waits for the end of the work.
  consuming func wait() throws -> Value {
    pthread_join(thread, nil)
    guard let result = outcome.take() else {
      throw SolverError(.internalFault, "the thread ended without a result", context: "pthread_join")
    }
    return try result.get()
  }

  /// Leaves the thread to itself.
  consuming func detach() {
    pthread_detach(thread)
  }
}

/// Where a thread leaves its result.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  func store(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }
  func take() -> Result<Value, any Error>? { result.withLock { $0 } }
}

/// A closure in a box that C can carry.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private func runThreadBody(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func runThreadBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif
