internal import Sourcing

/// Finds the duties and controls that may change, and those that have changed since an earlier case.
enum RuleComparison {
  /// Rules that are pending or have changed, those of `duties` first, each in alphabetical order.
  static func rules(_ found: SourcingCase, since earlier: SourcingCase?) -> [RuleDiagnosis] {
    let tables: [(String, (SourcingCase) -> [Row])] = [("duties", duties), ("controls", controls)]
    return tables.flatMap { table, rows -> [RuleDiagnosis] in
      let now = Dictionary(grouping: rows(found), by: \.rule)
      let before = earlier.map { Dictionary(grouping: rows($0), by: \.rule) }
      let names = Set(now.keys).union(before?.keys.map { $0 } ?? []).sorted()
      return names.compactMap { name in
        diagnosis(table, name, now: now[name] ?? [], before: before.map { $0[name] ?? [] })
      }
    }
  }

  private struct Row {
    /// The rule, or what the row speaks of where it names none.
    var rule: String
    var text: String
    /// Whether a disruption can put it in force.
    var isPending: Bool
  }

  private static func diagnosis(_ table: String, _ rule: String, now: [Row], before: [Row]?) -> RuleDiagnosis?
  {
    let texts = now.map(\.text).sorted()
    if let before {
      let old = before.map(\.text).sorted()
      if old != texts {
        let state = now.isEmpty ? "gone" : before.isEmpty ? "new" : "changed"
        let fresh = Set(texts).subtracting(old).sorted()
        let differing = fresh + Set(old).subtracting(texts).sorted().map { "was: \($0)" }
        return RuleDiagnosis(
          table: table, rule: rule, state: state, rows: max(now.count, before.count), text: differing)
      }
    }
    let pending = now.filter(\.isPending)
    if pending.isEmpty { return nil }
    return RuleDiagnosis(
      table: table, rule: rule, state: "pending", rows: pending.count, text: pending.map(\.text).sorted())
  }

  private static func duties(_ found: SourcingCase) -> [Row] {
    found.duties.map { row in
      let what = crossing(row.origin, row.destination, row.item ?? row.itemClass)
      let state = row.inForce ? "" : ", not in force"
      return Row(
        rule: row.rule ?? what, text: "duty \(what) \(row.rate)\(state)",
        isPending: !row.inForce && row.rule != nil)
    }
  }

  private static func controls(_ found: SourcingCase) -> [Row] {
    found.controls.map { row in
      let what = crossing(row.origin, row.destination, row.item ?? row.itemClass)
      let limit = row.limit.map { " \($0)" } ?? ""
      let cost = row.cost == 0 ? "" : " at \(row.cost)"
      let state = row.inForce ? "" : ", not in force"
      return Row(
        rule: row.rule ?? what, text: "\(row.kind.rawValue) \(what)\(limit)\(cost)\(state)",
        isPending: !row.inForce && row.rule != nil)
    }
  }

  private static func crossing(_ origin: String, _ destination: String, _ what: String?) -> String {
    "\(origin) > \(destination)" + (what.map { ": \($0)" } ?? "")
  }
}
