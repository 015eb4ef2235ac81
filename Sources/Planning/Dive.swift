internal import LinearModel

/// Finds a whole-numbered point of a model by diving: solve the relaxation, fix the yes-or-no decisions that are
/// nearly made, solve again from there, until none is left open.
///
/// It proves nothing and may fail, but a dive costs only a few re-solves of the relaxation.
struct Dive {
  private let model: Model
  private let session: any SolverSession
  private let options: SolveOptions
  private let clock = SearchClock()

  /// Decisions at least this near to one are made together.
  private static let nearlyMade = 0.9
  private static let tolerance = 1e-6

  /// - Parameters:
  ///   - session: A session with the model; its bounds are changed and not restored.
  ///   - options: The time limit is that of the whole dive.
  init(_ model: Model, _ session: any SolverSession, _ options: SolveOptions) {
    self.model = model
    self.session = session
    self.options = options
  }

  /// A feasible point; nil where the dive ended in a dead end or at the limit.
  func point() throws -> [Double]? {
    let whole = model.domains.indices.filter { model.domains[$0] == .integer }
    guard var relaxed = try relaxation() else { return nil }
    while true {
      let open = whole.filter { abs(relaxed[$0] - relaxed[$0].rounded()) > Self.tolerance }
      guard let nearest = open.max(by: { relaxed[$0] < relaxed[$1] }) else { break }
      let made = whole.filter { relaxed[$0] >= Self.nearlyMade } + [nearest]
      for index in made { try fix(index, at: relaxed[index].rounded(.up)) }
      if let next = try relaxation() {
        relaxed = next
        continue
      }
      // Up was a dead end: the others stay, the nearest goes down.
      try fix(nearest, at: relaxed[nearest].rounded(.down))
      guard let next = try relaxation() else { return nil }
      relaxed = next
    }
    for index in whole { relaxed[index].round() }
    return model.feasibility(of: relaxed).isFeasible ? relaxed : nil
  }

  private func fix(_ index: Int, at value: Double) throws {
    try session.setBounds(of: Variable(index: index), lower: value, upper: value)
  }

  private func relaxation() throws -> [Double]? {
    var solving = options
    solving.relaxation = true
    solving.start = nil
    solving.timeLimit = options.timeLimit.map { max(0, $0 - clock.seconds) }
    let solution = try session.solve(solving)
    return solution.termination.reason == .optimal ? solution.point : nil
  }
}
