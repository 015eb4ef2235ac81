internal import Analyses

/// What is said of an answer that was cut short: an answer still, but not the whole one.
enum PartialNote {
  /// The note; empty where the answer is whole.
  ///
  /// - Parameter missing: What the rest of it might have told.
  static func html(_ completeness: Completeness, missing: String) -> HTML {
    let cause =
      switch completeness {
      case .complete: ""
      case .timeLimit: "the time limit was reached"
      case .interrupted: "it was interrupted"
      }
    if cause.isEmpty { return "" }
    return """
      <p class="partial" role="note"><strong>This answer is partial:</strong> \(cause) before everything was looked at. \
      \(missing)</p>
      """
  }
}
