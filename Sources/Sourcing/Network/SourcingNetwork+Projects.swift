extension SourcingNetwork {
  /// The most of a period in which a capability can be used, whichever project unlocks it; 1 where it needs none.
  public func usablePart(capability: Int, period: Int) -> Double {
    if unlocking[capability].isEmpty { return 1 }
    return unlocking[capability].reduce(0) { max($0, projects[$1].parts[period]) }
  }

  /// The most of all periods together in which a capability can be used.
  func usableParts(of capability: Int) -> Double {
    (0..<periods).reduce(0) { $0 + usablePart(capability: capability, period: $1) }
  }

  /// The capabilities of a node that stand when the horizon begins, and so can have made something before.
  public func standing(at node: NetworkNode) -> [Int] {
    node.capabilities.filter { unlocking[$0].isEmpty }
  }
}

extension SourcingNetwork {
  /// How well two regions get on, by the rows of `alignment` for them or for the regions above; 0 where no row speaks of them.
  public func alignment(_ first: String, _ second: String) -> Double {
    AlignmentIndex(sourcingCase, RegionIndex(sourcingCase)).score(first, second)
  }
}
