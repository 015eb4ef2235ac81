internal import Planning
internal import Sourcing

/// Compares two layouts.
public enum Comparison {
  /// What differs between the plans of two layouts. Figures that a plan does not have, such as the costs of the layout of
  /// today before they are worked out, are left out.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where their money is in different currencies, so that no cost of one can be held against one of the other.
  public static func report(from: StandingLayout, to: StandingLayout) throws -> ComparisonReport {
    let (before, after) = (from.plan, to.plan)
    if before.currency != after.currency {
      throw CaseFaults([
        Fault(
          at: .init(file: "plan", column: "currency"), value: after.currency,
          Message(QuestionText.otherCurrencies),
          expected: before.currency.isEmpty
            ? Message(ExpectedText.nothing) : Message(plain: before.currency))
      ])
    }
    return ComparisonReport(
      currency: after.currency, from: from.source, to: to.source,
      sites: added(before.sites.filter(\.open).map(\.site), after.sites.filter(\.open).map(\.site)),
      sources: sources(before, after),
      projects: added(before.projects.map(\.project), after.projects.map(\.project)),
      stock: stock(before, after), costs: figures(costs(before), costs(after)),
      risk: figures(risk(before), risk(after)),
      policies: figures(
        before.policies.map { ($0.policy, $0.value) }, after.policies.map { ($0.policy, $0.value) },
        keepsEqual: true))
  }

  /// Amounts nearer to each other than this, relative to the greater one, are the same.
  static let trace = 1e-6

  static func differs(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) > trace * max(1, abs(first), abs(second))
  }

  private static func added(_ before: [String], _ after: [String]) -> [SiteChange] {
    let (old, new) = (Set(before), Set(after))
    return new.subtracting(old).sorted().map { SiteChange(name: $0, change: "added") }
      + old.subtracting(new).sorted().map { SiteChange(name: $0, change: "removed") }
  }

  private static func sources(_ before: Plan, _ after: Plan) -> [SourceChange] {
    struct Key: Hashable, Comparable {
      var item, site, recipe: String
      static func < (left: Key, right: Key) -> Bool {
        (left.item, left.site, left.recipe) < (right.item, right.site, right.recipe)
      }
    }
    func contracts(_ plan: Plan) -> [Key: SourceChange.Contract] {
      Dictionary(
        plan.sourcing.map { source in
          (
            Key(item: source.item, site: source.site, recipe: source.recipe),
            SourceChange.Contract(
              role: source.role.rawValue, commit: source.commit, reserve: source.reserve, share: source.share)
          )
        }, uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (contracts(before), contracts(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      let (first, second) = (old[key], new[key])
      if let first, let second, first.role == second.role, !differs(first.commit, second.commit),
        !differs(first.reserve, second.reserve), abs(first.share - second.share) < trace
      {
        return nil
      }
      return SourceChange(item: key.item, site: key.site, recipe: key.recipe, before: first, after: second)
    }
  }

  private static func stock(_ before: Plan, _ after: Plan) -> [StockChange] {
    func units(_ plan: Plan) -> [[String]: Double] {
      plan.stock.reduce(into: [:]) { $0[[$1.item, $1.site], default: 0] += $1.quantity }
    }
    let (old, new) = (units(before), units(after))
    return Set(old.keys).union(new.keys).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { key in
      let (first, second) = (old[key] ?? 0, new[key] ?? 0)
      return differs(first, second)
        ? StockChange(item: key[0], site: key[1], before: first, after: second) : nil
    }
  }

  private static func costs(_ plan: Plan) -> [(String, Double)] {
    // A plan that was not costed has no objective.
    guard plan.objective != nil else { return [] }
    let costs = plan.costs
    return [
      ("opening", costs.opening), ("closing", costs.closing), ("qualification", costs.qualification),
      ("development", costs.development), ("reservation", costs.reservation), ("stock", costs.stock),
      ("cluster_saving", costs.clusterSaving), ("first_stage", costs.firstStage),
      ("commitment", costs.commitment), ("surge", costs.surge), ("freight", costs.freight),
      ("duty", costs.duty), ("holding", costs.holding), ("release", costs.release),
      ("shortage", costs.shortage), ("expected_recourse", costs.expectedRecourse), ("total", costs.total),
    ]
  }

  private static func risk(_ plan: Plan) -> [(String, Double)] {
    guard let objective = plan.objective else { return [] }
    return [
      ("objective", objective), ("expected", plan.risk.expected), ("cvar", plan.risk.cvar),
      ("worst", plan.risk.worst),
    ]
  }

  private static func figures(
    _ before: [(String, Double)], _ after: [(String, Double)], keepsEqual: Bool = false
  ) -> [FigureChange] {
    let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
    var names = before.map(\.0)
    names += after.map(\.0).filter { old[$0] == nil }
    return names.compactMap { name in
      let change = FigureChange(name: name, before: old[name], after: new[name])
      if keepsEqual { return change }
      guard let first = change.before, let second = change.after else { return change }
      return differs(first, second) ? change : nil
    }
  }
}
