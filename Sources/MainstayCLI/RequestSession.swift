import Foundation
import Mainstay

/// `mainstay batch --stdin`: requests from standard input, answers to standard output, until the input ends or a signal comes.
struct RequestSession {
  private let input: CaseArgument
  private let planning: PlanningOptions
  private let talk: TalkOptions

  init(_ input: CaseArgument, _ planning: PlanningOptions, _ talk: TalkOptions) {
    self.input = input
    self.planning = planning
    self.talk = talk
  }

  /// Answers requests, so many at once.
  ///
  /// - Throws: ``ExitStatus/interrupted`` where a signal came before the end of the input, `FileError` where the case is missing
  ///   or answers cannot be written.
  func run(_ workers: Int) throws {
    let tables = try CaseTables.read(input.path)
    tellFaults(of: tables)
    let stream = InterruptibleInput()
    let interrupt = Interrupt { stream.end() }
    var options = planning.planOptions
    options.cancellation = interrupt.cancellation
    let server = BatchServer(tables, options, withoutPolicies: planning.withoutPolicies)
    try server.run(workers: workers) {
      try stream.read(into: $0)
    } write: {
      try StandardOutput.writeIfRead($0)
    }
    try interrupt.check()
  }

  /// A case that has faults as it stands is served all the same, since edits may mend it; but most likely they are not meant to.
  private func tellFaults(of tables: CaseTables) {
    if talk.quiet { return }
    let faults = tables.decoded().faults
    for line in FaultReport.lines(faults) { StandardError.write(line) }
    if faults.contains(where: { $0.severity == .error }) {
      StandardError.write(Message(UsageText.servedWithFaults).text(in: Spoken.language))
    }
  }
}

/// Standard input, which a signal can end while a read waits for more.
private final class InterruptibleInput: Sendable {
  /// Both ends of a pipe: a byte in it ends the input.
  private let (reading, writing): (Int32, Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe (no file descriptors left) a signal still ends the process, though only at its second time.
    if pipe(&ends) != 0 { ends = [-1, -1] }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Ends the input for every read from now on.
  func end() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Waits for bytes.
  ///
  /// - Returns: How many were read; 0 at the end.
  /// - Throws: `FileError` where standard input cannot be read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      var waits = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waits, 2, -1)
      if ready < 0, errno != EINTR { throw failure }
      if waits[1].revents != 0 { return 0 }
      if ready <= 0 { continue }
      let count = Foundation.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR && errno != EAGAIN { throw failure }
    }
  }

  private var failure: FileError {
    FileError(.unreadable, path: "standard input", detail: String(cString: strerror(errno)))
  }
}
