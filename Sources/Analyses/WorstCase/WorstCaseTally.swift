internal import Planning
internal import Sourcing

/// What a search for the worst case has to tell by now: the worst sets that were looked at.
struct WorstCaseTally {
  private(set) var answer: WorstCase
  private let told: Int
  /// By how much, in parts of what is told last, a bound must lie below it to be worth no look.
  private static let trace = 1e-9

  /// A tally before anything was looked at.
  init(_ network: SourcingNetwork, targets: Int, _ deadline: Deadline, _ options: WorstCaseOptions) {
    let settings = network.sourcingCase.settings
    answer = WorstCase(
      name: settings.name, currency: settings.currency, depth: options.depth, targets: targets,
      sets: Self.sets(of: targets, atMost: options.depth))
    answer.completeness = deadline.standing
    answer.seconds = deadline.seconds
    told = options.told
  }

  /// Notes what the undisturbed response costs.
  mutating func note(undisturbed cost: Double) { answer.undisturbed = cost }

  /// Keeps the worst sets; of sets that hurt alike those of the fewest failures.
  mutating func keep(_ attack: WorstCase.Attack) {
    answer.examined += 1
    answer.worst.append(attack)
    answer.worst.sort { ($1.extraCost, $0.failures.count) < ($0.extraCost, $1.failures.count) }
    if answer.worst.count > told { answer.worst.removeLast() }
  }

  /// Whether sets that cost so much at most may be among those that are told.
  ///
  /// - Parameter most: Nil where nothing is known of them.
  func isOfUse(_ most: Double?) -> Bool {
    guard let most, answer.worst.count >= told, let least = answer.worst.last else { return true }
    return most > least.extraCost - Self.trace * max(1, abs(least.extraCost))
  }

  /// The answer at the end of the search.
  ///
  /// - Parameters:
  ///   - completeness: Whether the search came to its end.
  ///   - most: What no set costs more than on top; nil where nothing is proven.
  ///   - programs: Linear programs that were solved.
  func concluded(_ completeness: Completeness, most: Double?, programs: Int, seconds: Double) -> WorstCase {
    var answer = answer
    answer.completeness = completeness
    answer.programs = programs
    answer.seconds = seconds
    answer.bound = most.map { max(0, $0, answer.worst.first?.extraCost ?? 0) }
    if let bound = answer.bound {
      answer.gap = bound > 0 ? (bound - max(0, answer.worst.first?.extraCost ?? 0)) / bound : 0
    }
    return answer
  }

  /// How many sets of one to so many of some things there are.
  private static func sets(of count: Int, atMost depth: Int) -> Double {
    var (total, sets) = (0.0, 1.0)
    for size in stride(from: 1, through: min(depth, count), by: 1) {
      sets *= Double(count - size + 1) / Double(size)
      total += sets
    }
    return total
  }
}

extension WorstCase {
  fileprivate init(name: String, currency: String, depth: Int, targets: Int, sets: Double) {
    self.name = name
    self.currency = currency
    self.depth = depth
    self.targets = targets
    self.sets = sets
  }
}

extension WorstCase.Attack {
  /// What a response to failures comes to beside the undisturbed one.
  ///
  /// - Parameter probabilities: How likely each of the failures is, where that is known.
  init(
    _ failures: [StressTarget], _ response: Response, calm: Response, probabilities: [Double?],
    in network: SourcingNetwork
  ) {
    let settled = { (amount: Double) in abs(amount) < 1e-9 * max(1, abs(calm.cost)) ? 0 : amount }
    let demand = network.demands.reduce(0.0) { $0 + $1.total }
    let known = probabilities.compactMap(\.self)
    self.init(
      failures: failures.map {
        WorstCase.Failure(kind: $0.disruption.targetKind.rawValue, target: $0.disruption.target)
      },
      extraCost: settled(response.cost - calm.cost), lostMargin: settled(response.shortage - calm.shortage),
      service: demand > 0 ? max(0, 1 - response.unmet.reduce(0, +) / demand) : 1,
      probability: known.count == failures.count ? known.reduce(1, *) : nil)
  }
}
