/// Draws scenarios: what fails within the horizon and when, with causes that sites have in common.
///
/// Everything that has a rate fails at most once, in the period of its first event: with a rate of λ events a year the
/// first event falls into period t or before with probability `1 − exp(−λ · (t + 1) · D / 365)`. An outage of a region
/// takes all of its sites down, so a site is down with probability `p_region + (1 − p_region) · p_site`; a disruption
/// with a rate does the same for a bloc, a corridor or anything else that disruptions hit. Regions that get on badly
/// fail together: where one of two regions with a score below `−alignment_threshold` has an event of its own, the other
/// one fails at the same time with the probability `−score`, drawn once for the pair, and what fails so draws no
/// further regions along.
struct OutageSampler {
  private let found: SourcingCase
  private let effects: EffectIndex
  private let sources: [OutageSource]
  private let seed: Int
  private let periodDays: Double
  private let periods: Int
  /// For each source that is a region, the partners that it may take along.
  private let partners: [Int: [Partner]]

  /// A region that fails with another.
  private struct Partner {
    var outage: OutageSource
    var probability: Double
    var stream: String
  }

  init(_ found: SourcingCase, _ effects: EffectIndex, seed: Int) {
    self.found = found
    self.effects = effects
    self.seed = seed
    periodDays = found.settings.periodDays
    periods = found.settings.periods
    let sources = OutageSource.drawn(found)
    self.sources = sources
    partners = Self.partners(sources, found)
  }

  /// The samples, each with the same part of a probability.
  func scenarios(_ count: Int, sharing probability: Double) -> [GeneratedScenario] {
    (0..<count).map { sample in
      let disruptions = draw(sample)
      return GeneratedScenario(
        name: "sample \(sample + 1)", probability: probability / Double(count), disruptions: disruptions,
        effect: effects.effect(of: disruptions))
    }
  }

  /// What goes wrong in a sample.
  func draw(_ sample: Int) -> [Disruption] {
    var drawn: [Disruption] = []
    var taken: [String: Disruption] = [:]
    for (index, source) in sources.enumerated() {
      guard let period = firstEvent(source, sample) else { continue }
      drawn.append(started(source.disruption, in: period))
      for partner in partners[index] ?? [] {
        var stream = RandomStream(seed: seed, sample: sample, name: partner.stream)
        guard stream.uniform() < partner.probability else { continue }
        let outage = started(partner.outage.disruption, in: period)
        // Drawn along by several, it fails with the first of them.
        if let known = taken[outage.target], known.startDay <= outage.startDay { continue }
        taken[outage.target] = outage
      }
    }
    let own = Set(drawn)
    return drawn + taken.sorted { $0.key < $1.key }.map(\.value).filter { !own.contains($0) }
  }

  /// The period of a source's first event; nil where none falls into the horizon.
  private func firstEvent(_ source: OutageSource, _ sample: Int) -> Int? {
    var stream = RandomStream(seed: seed, sample: sample, name: source.stream)
    let chance = stream.uniform()
    let isOver = { (period: Int) in
      chance < source.probability(within: Double(period + 1) * periodDays) ?? 0
    }
    guard isOver(periods - 1) else { return nil }
    var (low, high) = (0, periods - 1)
    while low < high {
      let middle = (low + high) / 2
      if isOver(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func started(_ disruption: Disruption, in period: Int) -> Disruption {
    if period == 0 { return disruption }
    var started = disruption
    started.startDay = Double(period) * periodDays
    started.id += " from day \(NumberText.shortest(started.startDay))"
    return started
  }

  private static func partners(_ sources: [OutageSource], _ found: SourcingCase) -> [Int: [Partner]] {
    let regions = Dictionary(uniqueKeysWithValues: found.regions.map { ($0.id, $0) })
    var partners: [Int: [Partner]] = [:]
    for row in found.alignment where row.score < -found.settings.generation.alignmentThreshold {
      let ends = [row.regionA, row.regionB].sorted()
      for (own, other) in [(row.regionA, row.regionB), (row.regionB, row.regionA)] {
        guard let region = regions[other] else { continue }
        for (index, source) in sources.enumerated()
        where source.disruption.targetKind == .region && source.disruption.target == own {
          let days = region.outageDays ?? source.disruption.durationDays
          partners[index, default: []].append(
            Partner(
              outage: OutageSource(.region, other, rate: nil, days: days, found), probability: -row.score,
              stream: "alignment\u{0}\(ends[0])\u{0}\(ends[1])"))
        }
      }
    }
    return partners
  }
}
