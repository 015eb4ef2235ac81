import Foundation
import Mainstay

/// One run of an analysis: its progress on a terminal, and the first Ctrl-C as a request to end with what there is.
struct AnalysisSession {
  private let progress: ProgressReport
  let interrupt: Interrupt
  private let isQuiet: Bool

  init(_ talk: TalkOptions) {
    let progress = ProgressReport(talk)
    self.progress = progress
    interrupt = Interrupt { progress.noteInterrupt() }
    isQuiet = talk.quiet
  }

  /// Raised by the first Ctrl-C.
  var cancellation: Cancellation { interrupt.cancellation }

  /// Runs the analysis; the progress ends with it, however it ends.
  func run<Answer>(_ body: () throws -> Answer) throws -> Answer {
    defer { progress.end() }
    return try body()
  }

  /// Counts what is odd about the case, and begins to report.
  ///
  /// - Throws: ``ExitStatus/interrupted`` where Ctrl-C came first.
  func begin(_ network: SourcingNetwork, of loaded: LoadedCase) throws {
    if !isQuiet { loaded.countRemarks() }
    try interrupt.check()
    progress.begin(network)
  }

  /// Takes note of what is being done.
  var tell: @Sendable (String) -> Void {
    { [progress] stage in progress.update(stage: stage) }
  }
}
