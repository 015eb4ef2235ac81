import Mainstay

/// What a plan's quantities are in: the units of its items, and what a period of the case is called.
struct PlanUnits {
  private let units: [String: String]
  /// `month` where periods are months, else `period`.
  let period: PlanText

  /// Nothing known: units a period.
  static let unknown = PlanUnits(units: [:], period: .planPeriod)

  private init(units: [String: String], period: PlanText) {
    self.units = units
    self.period = period
  }

  init(_ network: SourcingNetwork) {
    let found = network.sourcingCase
    units = Dictionary(
      found.items.compactMap { item in item.unit.map { (item.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    period = Self.period(of: found.settings.periodDays)
  }

  private static func period(of days: Double) -> PlanText {
    switch days {
    case 1: .planDay
    case 7: .planWeek
    case 28...31: .planMonth
    case 89...92: .planQuarter
    case 360...366: .planYear
    default: .planPeriod
    }
  }

  /// The unit of an item; empty where the case does not say.
  func unit(of item: String) -> String { units[item] ?? "" }

  /// The one unit of all these items; nil where they differ or have none.
  func common(_ items: [String]) -> String? {
    let all = Set(items.map(unit))
    return all.count == 1 ? all.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  /// Which items are in which unit, in a sentence; empty where one unit is told already, or none is known.
  func sentence(_ items: [String], in language: Language = .english) -> String {
    if common(items) != nil { return "" }
    var order: [String] = []
    for item in items where !order.contains(unit(of: item)) { order.append(unit(of: item)) }
    let parts = order.filter { !$0.isEmpty }.map { unit in
      let named = items.filter { self.unit(of: $0) == unit }.joined(separator: ", ")
      return language.text(.planItemsInUnit, ["items": named, "unit": unit])
    }
    return parts.isEmpty ? "" : language.text(.planUnitsOfItems, ["units": parts.joined(separator: "; ")])
  }
}
