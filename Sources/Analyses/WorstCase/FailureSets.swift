internal import Planning
internal import Sourcing

/// What holds where several things of a list fail at once.
///
/// What a rule leaves hangs on the other rules that change with it, so there is a scenario of the network for every set of them.
struct FailureSets {
  /// The network that responses are of.
  let network: SourcingNetwork
  private let events: EventResolver
  private let targets: [StressTarget]
  /// The scenario of each set of targets that change rules.
  private let scenarios: [[Int]: Int]

  /// Sets of rules that a network is made for, at most: each is resolved with all of its lanes.
  private static let mostSets = 2_000

  /// - Throws: ``Sourcing/CaseFaults`` where rows contradict each other once rules have changed, or so many rules change that there are too many
  ///   sets of them.
  init(_ targets: [StressTarget], atMost depth: Int, in given: SourcingNetwork) throws {
    self.targets = targets
    let rules = targets.indices.filter { targets[$0].changesRules }
    var sets: [[Int]] = [[]]
    for rule in rules {
      sets += sets.filter { $0.count < depth }.map { $0 + [rule] }
      if sets.count > Self.mostSets {
        throw CaseFaults([
          Fault(
            at: given.sourcingCase.origin.location(table: "controls"), value: String(rules.count),
            Message(QuestionText.tooManyRuleSets),
            expected: Message(QuestionText.fewerFailures))
        ])
      }
    }
    sets.removeFirst()
    scenarios = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1, $0 + 1) })
    network =
      sets.isEmpty
      ? given
      : try EventResolver(given).network(
        changingRulesTogether: sets.map { $0.map { targets[$0].disruption } })
    events = EventResolver(network)
  }

  /// The conditions where some targets fail.
  func conditions(_ set: [Int]) -> ResponseConditions {
    let scenario = events.anyScenario("failures", set.map { targets[$0].disruption })
    let rules = set.filter { targets[$0].changesRules }.sorted()
    guard let changed = scenarios[rules] else { return ResponseConditions(network, scenario) }
    var conditions = ResponseConditions(network, scenario: changed)
    conditions.scenario = scenario
    return conditions
  }
}
