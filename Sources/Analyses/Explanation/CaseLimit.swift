internal import Sourcing

/// A row of a case that limits which layouts there are: what an explanation speaks of.
///
/// The number is that of the row in its table, from 0.
public enum CaseLimit: Hashable, Sendable {
  /// A policy.
  case policy(Int)
  /// `min_service` of a row of `demand`.
  case leastService(Int)
  /// `capacity` of a row of `capabilities`.
  case capacity(Int)
  /// `capacity` of a row of `lanes`.
  case laneCapacity(Int)
  /// A ban, quota, licence or screening: a row of `controls`.
  case control(Int)
  /// The budget of expected cost within which risk is to be least: a row of `settings`.
  case budget

  /// The table.
  public var table: String {
    switch self {
    case .policy: "policies"
    case .leastService: "demand"
    case .capacity: "capabilities"
    case .laneCapacity: "lanes"
    case .control: "controls"
    case .budget: "settings"
    }
  }

  /// The row, from 0; of the budget always 0, since there is one.
  public var row: Int {
    switch self {
    case .policy(let row), .leastService(let row), .capacity(let row), .laneCapacity(let row),
      .control(let row):
      row
    case .budget: 0
    }
  }

  /// The limits of a case: its policies and its budget first, then what other tables limit.
  static func all(of found: SourcingCase) -> (policies: [CaseLimit], data: [CaseLimit]) {
    var data: [CaseLimit] = []
    for (row, demand) in found.demand.enumerated() where (demand.minService ?? 0) > 0 {
      data.append(.leastService(row))
    }
    data += found.controls.indices.map { .control($0) }
    data += found.capabilities.indices.map { .capacity($0) }
    for (row, lane) in found.lanes.enumerated() where lane.capacity != nil { data.append(.laneCapacity(row)) }
    let objective = found.settings.objective
    let hasBudget = objective.form == .leastRisk && objective.budget != nil
    return (found.policies.indices.map { .policy($0) } + (hasBudget ? [.budget] : []), data)
  }

  /// The number that limits, with its column; nil where the row limits as a whole.
  func value(in found: SourcingCase) -> (column: String, value: Double)? {
    switch self {
    case .policy(let row):
      let policy = found.policies[row]
      guard let limit = policy.limitValue else { return nil }
      return (policy.limitColumn, limit)
    case .leastService(let row): return found.demand[row].minService.map { ("min_service", $0) }
    case .capacity(let row): return ("capacity", found.capabilities[row].capacity)
    case .laneCapacity(let row): return found.lanes[row].capacity.map { ("capacity", $0) }
    case .control(let row): return found.controls[row].limit.map { ("limit", $0) }
    case .budget: return found.settings.objective.budget.map { ("value", $0) }
    }
  }

  /// What the row is, in a planner's words.
  func words(in found: SourcingCase) -> String {
    switch self {
    case .policy(let row): return "policy '\(found.policies[row].id)'"
    case .leastService(let row):
      let demand = found.demand[row]
      return "least service of \(demand.item) in \(demand.market)"
    case .capacity(let row):
      let capability = found.capabilities[row]
      let recipe = capability.recipe.map { " by \($0)" } ?? ""
      return "capacity of \(capability.site) for \(capability.item)\(recipe)"
    case .laneCapacity(let row):
      let lane = found.lanes[row]
      return "capacity of the lane \(lane.end)\(lane.item.map { " for \($0)" } ?? "")"
    case .control(let row):
      let control = found.controls[row]
      let what = control.item ?? control.itemClass
      return
        "\(control.kind.rawValue) \(control.origin) > \(control.destination)\(what.map { " of \($0)" } ?? "")"
    case .budget: return "budget of expected cost"
    }
  }
}

/// A row of a case as an explanation names it.
public struct ExplainedRow: Codable, Hashable, Sendable {
  /// The table.
  public var table: String
  /// Line of the table's file, or number of the row, from 1.
  public var row: Int
  /// Where it stands, as `file:row`.
  public var place: String
  /// What it is, in words.
  public var name: String
  /// The column of the number that limits; nil where the row limits as a whole.
  public var column: String?
  /// That number.
  public var value: Double?

  /// The row that a limit is.
  init(_ limit: CaseLimit, in found: SourcingCase) {
    let location =
      limit == .budget
      ? found.origin.location(setting: "budget")
      : found.origin.location(table: limit.table, row: limit.row)
    let number = limit.value(in: found)
    table = limit.table
    row = location.row ?? limit.row + 1
    place = location.description
    name = limit.words(in: found)
    column = number?.column
    value = number?.value
  }
}
