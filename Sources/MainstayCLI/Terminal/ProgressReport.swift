import Dispatch
import Foundation
import Mainstay
import Synchronization

/// Progress of a search on standard error: one line rewritten in place on a terminal; elsewhere nothing, or
/// plain lines where they are asked for.
final class ProgressReport: Sendable {
  private enum Mode {
    case silent, line, plain
  }

  private struct State {
    var latest: PlanProgress?
    var began = ContinuousClock.now
    var isInterrupted = false
    var timer: (any DispatchSourceTimer)?
  }

  private let mode: Mode
  private let isVerbose: Bool
  private let state = Mutex(State())

  init(_ talk: TalkOptions) {
    isVerbose = talk.verbose
    if talk.quiet {
      mode = .silent
    } else if talk.verbose {
      mode = .plain
    } else {
      mode = StandardError.isTerminal ? .line : .silent
    }
  }

  /// Begins to report; tells the size of what is planned where much is to be told.
  func begin(_ network: SourcingNetwork) {
    if isVerbose {
      for line in Paragraph.lines(Self.size(of: network), indent: 0) { StandardError.write(line) }
      for line in PresolveSummary.lines(network.presolve) { StandardError.write(line) }
    }
    begin()
  }

  /// Begins to report what has no model of its own.
  func begin() {
    if mode == .silent { return }
    // Short searches end before the first line; a line in place may change often, lines below each other not.
    let interval = mode == .line ? 0.2 : 2.0
    state.withLock { state in
      let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
      timer.schedule(deadline: .now() + interval, repeating: interval)
      timer.setEventHandler { [self] in show() }
      timer.resume()
      state.began = .now
      state.timer = timer
    }
  }

  /// Takes note of how far the search has come.
  func update(_ progress: PlanProgress) {
    let isNewStage = state.withLock { state in
      let isNew = state.latest?.stage != progress.stage
      state.latest = progress
      return isNew
    }
    // Every stage is told where much is to be told, however short it is.
    if isVerbose, isNewStage { show() }
  }

  /// Tells how large the model is.
  func note(_ size: ModelSize) {
    let told =
      "the model has "
      + [
        FaultReport.counted(size.rows, "row"),
        "\(FaultReport.counted(size.columns, "column")) (\(size.integerColumns) integer)",
        FaultReport.counted(size.nonzeros, "nonzero"), FaultReport.counted(size.scenarios, "scenario"),
        "\(FaultReport.counted(size.recourseBlocks, "recourse block")) (\(size.distinctRecourseBlocks) distinct)",
      ].joined(separator: ", ")
    for line in Paragraph.lines(told, indent: 0) { StandardError.write(line) }
  }

  /// Takes note of what is being done, where that has neither bound nor incumbent.
  func update(stage: String) {
    update(PlanProgress(stage: stage, bound: nil, incumbent: nil, seconds: 0, nodes: 0))
  }

  /// Takes note that the user wants to end.
  func noteInterrupt() {
    state.withLock { $0.isInterrupted = true }
    show()
  }

  /// Ends the report and clears its line.
  func end() {
    state.withLock {
      guard let timer = $0.timer else { return }
      timer.cancel()
      $0.timer = nil
      if mode == .line { StandardError.clearLine() }
    }
  }

  private func show() {
    // Written inside the lock, so that nothing appears after the end.
    state.withLock { state in
      guard state.timer != nil else { return }
      let text = Self.text(state)
      switch mode {
      case .silent: break
      case .line: StandardError.replaceLine(with: TerminalText.cut(text, to: StandardError.columns - 1))
      case .plain: StandardError.write(text)
      }
    }
  }

  private static func text(_ state: State) -> String {
    let elapsed = ContinuousClock.now - state.began
    let seconds = elapsed.components.seconds
    var parts = [seconds < 60 ? "\(seconds) s" : NumberFormat.duration(Double(seconds))]
    if state.isInterrupted { parts.append("ending; Ctrl-C again ends at once") }
    if let latest = state.latest {
      parts.append(latest.stage)
      if let incumbent = latest.incumbent { parts.append("best \(NumberFormat.single(incumbent))") }
      if let bound = latest.bound { parts.append("bound \(NumberFormat.single(bound))") }
      if let gap = latest.gap { parts.append("gap \(NumberFormat.percent(gap))") }
      if latest.nodes > 0 { parts.append(FaultReport.counted(latest.nodes, "node")) }
    }
    // A line of 80 columns holds the first, which matter most.
    while parts.count > 2, TerminalText.width(parts.joined(separator: "  ")) > 80 { parts.removeLast() }
    return parts.joined(separator: "  ")
  }

  private static func size(of network: SourcingNetwork) -> String {
    let parts = [
      FaultReport.counted(network.capabilities.count, "capability"),
      FaultReport.counted(network.lanes.count, "matched lane"),
      FaultReport.counted(network.demands.count, "demand"),
      FaultReport.counted(network.scenarios.count, "scenario"),
      FaultReport.counted(network.policies.count, "policy"),
    ]
    return "planning " + parts.joined(separator: ", ")
  }
}
