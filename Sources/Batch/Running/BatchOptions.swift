public import LinearModel
public import Planning

/// How a batch is run.
public struct BatchOptions: Sendable {
  /// How each variant is planned; the time limit is for each. Its cancellation and progress are not used. Where it has
  /// no memory, the workers share one of their own.
  public var planning = PlanOptions()
  /// Leave the policies of the case out.
  public var withoutPolicies = false
  /// How many variants are planned at once.
  public var workers = 1
  /// Which part of the variants this process plans.
  public var shard = Shard.whole
  /// Whether each result keeps its plan.
  public var keepsPlans = true
  /// Whether variants are planned anew whose results are not final: those that met a limit.
  public var plansOpenAgain = false
  /// Asks the batch to end soon; variants that are being planned are then left for another run.
  public var cancellation: Cancellation?
  /// Called after each variant, on the thread that planned it.
  public var progress: (@Sendable (BatchProgress) -> Void)?

  /// Options: one worker, all variants, plans kept.
  public init() {}
}

/// A part of a batch: every variant belongs to one of `count` parts by its content, so that the same variant is never in two.
public struct Shard: Hashable, Sendable {
  /// The part, from 1.
  public var number: Int
  /// How many parts there are.
  public var count: Int

  /// All variants.
  public static let whole = Shard(unchecked: 1, of: 1)

  /// A part; nil where there is none of that number.
  public init?(_ number: Int, of count: Int) {
    guard count >= 1, count <= 1_000_000, number >= 1, number <= count else { return nil }
    self.init(unchecked: number, of: count)
  }

  private init(unchecked number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  /// Whether a variant belongs to it.
  func holds(_ id: String) -> Bool {
    if count == 1 { return true }
    // The first 60 bits of the hash.
    let value = UInt64(id.prefix(15), radix: 16) ?? 0
    return Int(value % UInt64(count)) == number - 1
  }
}

/// How far a batch has come.
public struct BatchProgress: Hashable, Sendable {
  /// Variants in the list.
  public var total: Int
  /// Variants looked at so far, those of other shards included.
  public var seen = 0
  /// Planned in this run.
  public var planned = 0
  /// Answered by a result that was there already.
  public var reused = 0
  /// Left to other shards.
  public var elsewhere = 0
  /// Results of this run, by status.
  public var counts: [VariantResult.Status: Int] = [:]
  /// What is known of the variants looked at, by status: results of this run, and results that were there already.
  public var outcomes: [VariantResult.Status: Int] = [:]
  /// What was said of one variant of each status but `optimal`: the one that stands first in the list.
  public var examples: [VariantResult.Status: Example] = [:]
  /// Wall time so far.
  public var seconds = 0.0

  /// What was said of one variant.
  public struct Example: Hashable, Sendable {
    /// Its place in the list, from 0.
    public let number: Int
    /// Why it has no proven plan.
    public let message: String
  }

  /// Whether there are results and every one of them is faulty: most likely the case is, or all variants share a mistake.
  public var isEntirelyFaulty: Bool {
    outcomes[.faulty, default: 0] > 0 && outcomes.allSatisfy { $0.key == .faulty || $0.value == 0 }
  }

  /// An estimate of the seconds that are left; nil before the first variant was planned.
  public var secondsLeft: Double? {
    guard planned > 0, seen > 0 else { return nil }
    // Of what is left, as many are planned as of what was seen since results began to be missing.
    let share = 1 - Double(elsewhere) / Double(seen)
    return Double(total - seen) * share * seconds / Double(planned)
  }
}
