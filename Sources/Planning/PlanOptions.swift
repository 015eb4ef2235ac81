public import LinearModel
public import Sourcing

/// How a plan is sought.
public struct PlanOptions: Sendable {
  /// Wall time in seconds after which the best layout so far is given; nil for no limit.
  public var timeLimit: Double?
  /// Relative gap at which a layout counts as optimal.
  public var gap: Double
  /// How the search goes about it.
  public var method: PlanMethod = .auto
  /// Seed of everything drawn at random; nil for the case's own.
  public var seed: Int?
  /// A plan whose roles and contracts are kept as they are, so that only what is done in each scenario is
  /// sought; nil to seek all of it. Sites and items are matched by name.
  public var fixedLayout: Plan?
  /// A plan to begin from, of this case or of one with the same tables but other limits: where it satisfies everything,
  /// nothing dearer is looked at. It changes how long a search takes, never what is proven.
  public var start: Plan?
  /// What earlier searches found out, for searches of cases that differ little from theirs; this one adds to it. It changes how
  /// long a search takes, never what is proven. Where it is given, cases are decomposed that are otherwise small enough to be
  /// solved in one, since there is more to be taken over.
  public var memory: PlanMemory?
  /// Whether the plan of an infeasible case tells which policies collide, which takes some tests more.
  public var namesConflict = true
  /// Threads that solve recourse blocks side by side, where the case is decomposed. The plan is the same however many there are.
  public var threads = 1
  /// Asks the search to end soon.
  public var cancellation: Cancellation?
  /// Called now and then, on a thread of the search.
  public var progress: (@Sendable (PlanProgress) -> Void)?
  /// Called with the size of a model when it is built, on a thread of the search: once, or for each plan of a search that
  /// goes by stages. Its blocks are counted for
  /// this alone where the case is not decomposed, which takes about as long again as building the model.
  public var modelSize: (@Sendable (ModelSize) -> Void)?

  /// Called with the evidence of the plan's bound at the end of the search, on a thread of the search. Cases are decomposed then
  /// however small they are, and what a memory holds is left aside. Not called where nothing is proven, or where there is no
  /// layout.
  public var certificate: (@Sendable (Certificate) -> Void)?
  /// Wall time in seconds after which the certificate of what is proven so far is given as well, again and again while the tree
  /// is searched; nil for the end alone.
  public var certificateInterval: Double?
  /// What an earlier search of the same case has left behind, which is gone on from: nothing that it proves is searched again.
  /// One that does not fit the case is an error, ``Sourcing/CaseFaults``.
  public var resume: Certificate?

  /// Options: no time limit, a gap of 0.01 %, the case's seed.
  public init(
    timeLimit: Double? = nil, gap: Double = 1e-4, seed: Int? = nil, fixedLayout: Plan? = nil,
    cancellation: Cancellation? = nil, progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) {
    self.timeLimit = timeLimit
    self.gap = gap
    self.seed = seed
    self.fixedLayout = fixedLayout
    self.cancellation = cancellation
    self.progress = progress
  }
}

/// How a search goes about it.
public enum PlanMethod: String, Hashable, Sendable, CaseIterable {
  /// The extensive form where it is small, otherwise decomposition where the case can be decomposed.
  case auto
  /// The whole model in one.
  case extensive
  /// Benders decomposition.
  case benders
}

/// How far the search for a plan has come.
public struct PlanProgress: Sendable {
  /// What is being done, in a few words.
  public var stage: String
  /// Proven: no layout costs less; nil where nothing is proven yet.
  public var bound: Double?
  /// What the best layout so far costs; nil where there is none.
  public var incumbent: Double?
  /// Wall time so far.
  public var seconds: Double
  /// Nodes of the search tree so far.
  public var nodes: Int

  /// A progress record from its parts.
  public init(stage: String, bound: Double?, incumbent: Double?, seconds: Double, nodes: Int) {
    self.stage = stage
    self.bound = bound
    self.incumbent = incumbent
    self.seconds = seconds
    self.nodes = nodes
  }

  /// `(incumbent − bound) / |incumbent|`; nil where one of them is not known.
  public var gap: Double? {
    guard let bound, let incumbent, incumbent != 0 else { return nil }
    return (incumbent - bound) / abs(incumbent)
  }
}
