/// What a case holds that can never matter, found from its tables before any model is made.
///
/// None of it changes the optimum. Lanes that can carry nothing are not in the network at all. Sources that can make
/// nothing of use, or that another source at the same site beats in everything, stay in the network, since a plan may name
/// them, but a model that seeks the best layout leaves them unqualified, unless a policy counts qualified sources.
public struct Presolve: Sendable {
  /// Why something can never matter.
  public enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
    /// A ban stops it in every scenario and period.
    case banned
    /// It has no capacity.
    case noCapacity = "no_capacity"
    /// Nothing can ever be had where it begins.
    case noSupply = "no_supply"
    /// Nobody it leads to can ever use what it brings, or nobody can use what it makes.
    case noNeed = "no_need"
    /// Investment screening forbids it.
    case screened
    /// What unlocks it is ready only after the end of the horizon.
    case tooLate = "too_late"
    /// One of its inputs can never be had at its site.
    case noInput = "no_input"
    /// Another source of the item at the same site is at least as good in everything.
    case dominated
    /// No lane can ever bring what is demanded: the shortage is certain.
    case outOfReach = "out_of_reach"
  }

  /// One row of a table and what of it can never matter.
  public struct Finding: Hashable, Sendable {
    /// The table.
    public let table: String
    /// Where the row stands.
    public let location: Fault.Location
    /// Why it can never matter.
    public let reason: Reason
    /// How many of the lanes that the row stands for this is so of; 1 in other tables.
    public let count: Int
    /// How many lanes of the row can carry something; 0 in other tables.
    public let kept: Int
    /// The same as a message.
    public let message: Message

    /// Whether nothing of the row can ever matter.
    public var isWhole: Bool { kept == 0 }
  }

  /// What can never matter: whole rows first, then by table and row.
  ///
  /// A row of `lanes` without an item stands for what its destination needs; that there are items which it does not need is
  /// no finding.
  public internal(set) var findings: [Finding] = []
  /// How many lanes, one for each pair of places and item, were left out.
  public internal(set) var lanesLeftOut = 0
  /// For each capability whether it can make nothing of use.
  var isIdle: [Bool]
  /// For each capability whether an optimal layout can leave it unqualified.
  var isDispensable: [Bool]

  /// Nothing is left out.
  init(capabilities: Int) {
    isIdle = [Bool](repeating: false, count: capabilities)
    isDispensable = isIdle
  }

  /// Remarks for the planner: rows of which nothing can ever matter.
  ///
  /// Demand out of reach is left to ``SourcingNetwork/advice``.
  public var advice: [Fault] {
    findings.filter { $0.isWhole && $0.reason != .outOfReach }.map {
      Fault(.advice, at: $0.location, $0.message)
    }
  }
}

extension SourcingNetwork {
  /// Whether a capability can make nothing of use, whatever is decided.
  public func isIdle(capability: Int) -> Bool { presolve.isIdle[capability] }

  /// Whether there is an optimal layout in which a capability is not qualified.
  public func isDispensable(capability: Int) -> Bool { presolve.isDispensable[capability] }
}
