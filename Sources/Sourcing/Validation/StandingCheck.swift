/// Checks that the rows of `current` are a layout that the case allows, for questions that are asked of it.
///
/// A case may be sound without one: only its policies on changes need to know what stands today.
public enum StandingCheck {
  /// Everything that keeps `current` from being a layout; empty where it is one.
  public static func faults(_ network: SourcingNetwork) -> [Fault] {
    let found = network.sourcingCase
    if found.current.isEmpty {
      return [
        Fault(
          at: found.origin.location(table: "current"), value: nil, Message(CheckText.noCurrentLayout),
          expected: Message(ExpectedText.rowPerSource))
      ]
    }
    let known = Dictionary(
      uniqueKeysWithValues: found.capabilities.map { ([$0.site, $0.item, $0.recipe], $0) })
    return found.current.enumerated().flatMap { row, source -> [Fault] in
      guard let capability = known[[source.site, source.item, source.recipe]] else { return [] }
      return problems(of: source, capability).map { problem in
        Fault(
          at: found.origin.location(table: "current", row: row, column: problem.column),
          value: NumberText.shortest(problem.value), problem.text, expected: problem.expected)
      }
    }
  }

  private struct Problem {
    var column: String
    var value: Double
    var text: Message
    var expected: Message
  }

  private static func problems(of source: CurrentSource, _ capability: Capability) -> [Problem] {
    var problems: [Problem] = []
    let (commit, reserve) = (source.commit ?? 0, source.reserve ?? 0)
    if source.role == .backup, commit > 0 {
      problems.append(
        Problem(
          column: "commit", value: commit, text: Message(CheckText.backupCommits),
          expected: Message(ExpectedText.blankZeroOrPrimary)))
    }
    if reserve > 0, capability.reservationCost == nil {
      problems.append(
        Problem(
          column: "reserve", value: reserve, text: Message(CheckText.offersNoReserve),
          expected: Message(ExpectedText.blankOrReservationCost)))
    }
    if commit + reserve > capability.capacity {
      problems.append(
        Problem(
          column: commit > capability.capacity ? "commit" : "reserve", value: commit + reserve,
          text: Message(CheckText.pastCapacity),
          expected: Message(ExpectedText.atMost, ["limit": capability.capacity])))
    }
    if let commit = source.commit, source.role == .primary, commit < capability.minVolume {
      problems.append(
        Problem(
          column: "commit", value: commit, text: Message(CheckText.belowMinVolume),
          expected: Message(ExpectedText.atLeast, ["least": capability.minVolume])))
    }
    return problems
  }
}
