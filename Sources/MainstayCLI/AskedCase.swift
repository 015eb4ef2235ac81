import Mainstay

/// A case, and the layout of it that a question is asked of.
struct AskedCase {
  /// The case.
  let loaded: LoadedCase
  /// The case made ready for planning.
  let network: SourcingNetwork
  private let planPath: String?
  private let plan: Plan?
  private let isCurrent: Bool

  /// Reads both; scenarios that were drawn are drawn again with the seed of the plan.
  ///
  /// - Throws: `FileError` or `CaseFaults` where one of them cannot be read or the case has faults.
  init(
    _ casePath: String, planPath: String?, isCurrent: Bool, withoutPolicies: Bool = false, seed: Int? = nil
  ) throws {
    self.planPath = planPath
    self.isCurrent = isCurrent
    var loaded = try LoadedCase(casePath, withoutPolicies: withoutPolicies, seed: seed)
    plan = try planPath.map { path in try PlannedCase.placed(in: path) { try PlanReader.read(path) } }
    if let plan, seed == nil, loaded.network?.givenCase.settings.generation.source == .sampled {
      loaded = try LoadedCase(casePath, withoutPolicies: withoutPolicies, seed: plan.seed)
    }
    self.loaded = loaded
    network = try loaded.sound()
  }

  /// The layout; nil where none is given. What is odd about that of today is told on standard error.
  ///
  /// - Parameter withClaims: Whether the figures that a plan tells are used, and must be those of the case.
  /// - Throws: ``UnsoundPlan`` where a plan does not hold in the case, `CaseFaults` where it has no layout, or the table
  ///   `current` is none.
  func layout(_ interrupt: Interrupt, quiet: Bool, withClaims: Bool = false) throws -> StandingLayout? {
    if isCurrent {
      let standing = try interrupt.whileAnswering {
        try StandingLayout.current(of: network, cancellation: interrupt.cancellation)
      }
      try tellRemarks(on: standing, quiet: quiet)
      return standing
    }
    guard let plan, let planPath else { return nil }
    let standing = try placed { try StandingLayout(plan) }
    try check(standing, from: planPath, withClaims: withClaims)
    return standing
  }

  /// Holds a plan against the case.
  ///
  /// - Throws: ``UnsoundPlan`` where it does not hold.
  func check(_ standing: StandingLayout, from path: String, withClaims: Bool = false) throws {
    do {
      _ = try standing.checked(in: network, withClaims: withClaims)
    } catch let error as CaseFaults {
      throw UnsoundPlan(
        planPath: path, casePath: loaded.path, faults: FaultReport.placed(error.faults, in: path))
    }
  }

  /// Tells on standard error which policies the layout of today breaks.
  func tellRemarks(on standing: StandingLayout, quiet: Bool) throws {
    let remarks = try standing.checked(in: network)
    if !quiet { for line in FaultReport.lines(remarks) { StandardError.write(line) } }
  }

  /// Runs what may find faults in the plan, and names its file in them.
  func placed<Value>(_ body: () throws -> Value) throws -> Value {
    try PlannedCase.placed(in: planPath, body)
  }
}

/// A plan that breaks the rules or policies of the case that a question was asked about.
struct UnsoundPlan: Error {
  let planPath: String
  let casePath: String
  /// What does not hold, each with its place.
  let faults: [Fault]

  /// What is said of it: each fault, then what can be done about it.
  var lines: [String] {
    let broken = Message(UsageText.planDoesNotHold, ["count": FaultReport.count(faults)])
    let remedy = Message(
      UsageText.fixKeepsLayout,
      ["case": ShellText.quoted(casePath), "plan": ShellText.quoted(planPath)])
    return FaultReport.lines(faults) + [
      "mainstay: error: \(broken.text(in: Spoken.language))", remedy.text(in: Spoken.language),
    ]
  }
}
