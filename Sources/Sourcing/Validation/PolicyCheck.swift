/// Checks that each policy has what its kind needs and nothing that its kind does not use.
enum PolicyCheck {
  static func faults(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    found.policies.enumerated().flatMap { index, policy in
      PolicyRow(policy: policy, index: index, found: found).faults(names)
    }
  }
}

/// What a kind of policy reads of its row.
struct PolicyUsage {
  /// Filters that select items.
  var items = true
  /// Filters that select places.
  var places = true
  /// Whether a place must be named.
  var needsPlace = false
  /// Whether the market filter is read.
  var markets = false
  /// Scopes that make sense; none where the kind has no scope.
  var scopes: [PolicyScope] = []
  /// The range of `limit`; nil where it is not read.
  var limit: ClosedRange<Double>?
  /// The range of `level`; nil where it is not read.
  var level: ClosedRange<Double>?
  /// Whether `level` must be given.
  var needsLevel = false
  /// Whether `count` is read.
  var count = false

  /// The usage of a kind.
  static func of(_ kind: PolicyKind) -> PolicyUsage {
    let amount = 0...CaseSchema.largestNumber
    return switch kind {
    case .maxShare: PolicyUsage(markets: true, scopes: PolicyScope.places, limit: 0...1)
    case .minSources: PolicyUsage(scopes: PolicyScope.places, limit: 0...100_000)
    case .oneMain: PolicyUsage(places: false, scopes: PolicyScope.places, count: true)
    case .separate: PolicyUsage(scopes: PolicyScope.places)
    case .backupCover: PolicyUsage(markets: true, scopes: PolicyScope.places, limit: 0...1000)
    case .autonomy: PolicyUsage(needsPlace: true, markets: true, limit: 0...1)
    case .maxCost: PolicyUsage(items: false, places: false, limit: amount)
    case .exclude: PolicyUsage()
    case .require: PolicyUsage(count: true)
    case .singleSource: PolicyUsage(places: false, markets: true)
    case .maxCapital: PolicyUsage(items: false, places: false, limit: amount)
    case .maxEmissions: PolicyUsage(limit: amount)
    case .minService: PolicyUsage(places: false, markets: true, scopes: [.scenario], limit: 0...1)
    case .maxCVaR: PolicyUsage(items: false, places: false, limit: amount, level: 0...0.999_999)
    case .maxCVaRShortage: PolicyUsage(places: false, markets: true, limit: 0...1, level: 0...0.999_999)
    case .chanceService:
      PolicyUsage(places: false, markets: true, limit: 0...1, level: 0...1, needsLevel: true)
    case .survive: PolicyUsage(markets: true, scopes: [.supplier, .region], limit: amount)
    case .maxChanges: PolicyUsage(limit: 0...100_000)
    case .maxLeadDays: PolicyUsage(places: false, markets: true, limit: 0...1e6)
    case .maxConcentration: PolicyUsage(places: false, scopes: PolicyScope.places, limit: 0...1)
    }
  }
}

private struct PolicyRow {
  let policy: Policy
  let index: Int
  let found: SourcingCase

  func faults(_ names: NameIndex) -> [Fault] {
    let usage = PolicyUsage.of(policy.kind)
    return unusedFilters(usage) + limitFaults(usage) + levelFaults(usage) + scopeFaults(usage)
      + unknownWords(names)
  }

  private func unusedFilters(_ usage: PolicyUsage) -> [Fault] {
    let filters: [(column: String, cell: Cell, isRead: Bool)] = [
      ("item", .of(policy.items), usage.items), ("class", .of(policy.classes), usage.items),
      ("critical", .of(policy.critical), usage.items), ("market", .of(policy.markets), usage.markets),
      ("site", .of(policy.sites), usage.places), ("region", .of(policy.regions), usage.places),
      ("bloc", .of(policy.blocs), usage.places), ("owner", .of(policy.owners), usage.places),
      ("count", .of(policy.count), usage.count),
    ]
    var faults = filters.filter { $0.cell != .blank && !$0.isRead }.map { filter in
      fault(
        filter.column, filter.cell.text,
        Message(CheckText.unusedColumn, ["kind": policy.kind.rawValue, "column": filter.column]),
        Message(ExpectedText.blank))
    }
    let hasPlace =
      !(policy.sites.isEmpty && policy.regions.isEmpty && policy.blocs.isEmpty && policy.owners.isEmpty)
    if usage.needsPlace, !hasPlace {
      faults.append(
        fault(
          "region", nil, Message(CheckText.noPlace, ["kind": policy.kind.rawValue]),
          Message(ExpectedText.placeFilter)))
    }
    let hasItem = !(policy.items.isEmpty && policy.classes.isEmpty && policy.critical == nil)
    if policy.kind == .exclude, !hasPlace, !hasItem {
      faults.append(
        fault(
          "kind", policy.kind.rawValue, Message(CheckText.excludesEverything), Message(ExpectedText.filter)))
    }
    return faults
  }

  private func limitFaults(_ usage: PolicyUsage) -> [Fault] {
    let written = policy.limit.map(NumberText.shortest)
    guard let range = usage.limit else {
      return policy.limit == nil
        ? []
        : [
          fault(
            "limit", written,
            Message(CheckText.unusedColumn, ["kind": policy.kind.rawValue, "column": "limit"]),
            Message(ExpectedText.blank))
        ]
    }
    let expected =
      Message(ExpectedText.numberBetween, ["least": range.lowerBound, "most": range.upperBound])
    guard let limit = policy.limit else {
      return [fault("limit", nil, Message(ReadingText.missingValue), expected)]
    }
    if !range.contains(limit) {
      return [fault("limit", written, Message(CheckText.limitOutOfRange), expected)]
    }
    if policy.kind == .maxConcentration, limit == 0 {
      return [
        fault("limit", written, Message(CheckText.concentrationZero), Message(ExpectedText.aboveZeroToOne))
      ]
    }
    if policy.kind == .minSources, limit != limit.rounded() {
      return [fault("limit", written, Message(ReadingText.notWhole), Message(ExpectedText.sourcesNeeded))]
    }
    if policy.kind == .maxChanges, limit != limit.rounded() {
      return [fault("limit", written, Message(ReadingText.notWhole), Message(ExpectedText.sourcesChanged))]
    }
    return []
  }

  private func scopeFaults(_ usage: PolicyUsage) -> [Fault] {
    guard let scope = policy.scope, !usage.scopes.contains(scope) else { return [] }
    if usage.scopes.isEmpty {
      return [
        fault(
          "scope", scope.rawValue,
          Message(CheckText.unusedColumn, ["kind": policy.kind.rawValue, "column": "scope"]),
          Message(ExpectedText.blank))
      ]
    }
    let known = usage.scopes.map(\.rawValue).joined(separator: ", ")
    return [
      fault(
        "scope", scope.rawValue, Message(CheckText.unusedScope, ["kind": policy.kind.rawValue]),
        Message(ExpectedText.wordOrBlank, ["words": known]))
    ]
  }

  private func levelFaults(_ usage: PolicyUsage) -> [Fault] {
    let written = policy.level.map(NumberText.shortest)
    guard let range = usage.level else {
      return policy.level == nil
        ? []
        : [
          fault(
            "level", written,
            Message(CheckText.unusedColumn, ["kind": policy.kind.rawValue, "column": "level"]),
            Message(ExpectedText.blank))
        ]
    }
    let expected =
      Message(ExpectedText.numberBetween, ["least": range.lowerBound, "most": range.upperBound])
    guard let level = policy.level else {
      return usage.needsLevel ? [fault("level", nil, Message(ReadingText.missingValue), expected)] : []
    }
    return range.contains(level)
      ? [] : [fault("level", written, Message(CheckText.levelOutOfRange), expected)]
  }

  private func unknownWords(_ names: NameIndex) -> [Fault] {
    let words = [
      ("class", policy.classes, names.classes, "items"), ("owner", policy.owners, names.owners, "sites"),
    ]
    return words.flatMap { column, wanted, known, table in
      wanted.filter { !known.contains($0) }.map { name in
        Fault(
          at: found.origin.location(table: "policies", row: index, column: column), value: name,
          Message(CheckText.unknownOfKind, ["kind": column]),
          expected: Message(ExpectedText.standsIn, ["table": table]),
          suggestion: NearestName.of(name, among: known),
          references: [table])
      }
    }
  }

  private func fault(_ column: String, _ value: String?, _ problem: Message, _ expected: Message) -> Fault {
    Fault(
      at: found.origin.location(table: "policies", row: index, column: column), value: value, problem,
      expected: expected)
  }
}
