internal import Sourcing

/// What a diagnosis watches.
public enum WatchMetric: String, Hashable, Sendable, Codable, CaseIterable {
  /// The share of the capacity of an item that the largest supplier has.
  case topSupplier = "top_supplier"
  /// That of the largest region.
  case topRegion = "top_region"
  /// That of the largest bloc.
  case topBloc = "top_bloc"
  /// That of the largest owner.
  case topOwner = "top_owner"
  /// The Herfindahl–Hirschman index of an item over suppliers.
  case hhiSupplier = "hhi_supplier"
  /// That over regions.
  case hhiRegion = "hhi_region"
  /// That over blocs; a region in no bloc counts by itself.
  case hhiBloc = "hhi_bloc"
  /// That over owners.
  case hhiOwner = "hhi_owner"
  /// Capacity against need of an item.
  case cover
  /// Capacity against need without the largest region.
  case coverWithoutRegion = "cover_without_region"
  /// The share of the capacity that buyers could get from regions that they do not get on with.
  case exposure
  /// Buyers of an item that can get it from one region alone.
  case singleRegionLinks = "single_region_links"
  /// The share of need that has no way around a corridor.
  case corridor
  /// Rules that are pending or have changed.
  case rules

  /// Whether it is bad to be low rather than high.
  public var isFloor: Bool { self == .cover || self == .coverWithoutRegion }
  /// What a limit of it is for: `item`, `corridor`, or nil for the whole case.
  var subject: String? {
    switch self {
    case .corridor: "corridor"
    case .rules: nil
    default: "item"
    }
  }
}

/// A limit on a metric.
public struct WatchLimit: Hashable, Sendable {
  /// What is measured.
  public var metric: WatchMetric
  /// The item or corridor; nil for every one.
  public var subject: String?
  /// It crosses where it is above, or below for a metric of cover.
  public var limit: Double

  /// A limit from its parts.
  public init(_ metric: WatchMetric, _ subject: String? = nil, limit: Double) {
    self.metric = metric
    self.subject = subject
    self.limit = limit
  }

  /// Limits that are in use elsewhere: at most 65 % of an item from one country (Regulation (EU) 2024/1252 on critical
  /// raw materials, Article 5), an index of 0.25 over suppliers (highly concentrated after the Horizontal Merger
  /// Guidelines of the United States, 2010), enough capacity without the largest region, no rule that changes.
  public static let usual: [WatchLimit] = [
    WatchLimit(.topRegion, limit: 0.65), WatchLimit(.hhiSupplier, limit: 0.25),
    WatchLimit(.coverWithoutRegion, limit: 1), WatchLimit(.rules, limit: 0),
  ]

  /// Reads the rows of a watch list, a CSV text (RFC 4180) with the columns `metric`, `subject` (blank for every one; between
  /// quotation marks where the name has a comma) and `limit`.
  ///
  /// - Parameters:
  ///   - text: The whole table, its header included.
  ///   - file: How messages name it.
  /// - Throws: ``Sourcing/CaseFaults`` with all that is wrong with it.
  public static func reading(_ text: String, file: String) throws -> [WatchLimit] {
    let table: RawTable
    do {
      table = try CSVTable.parse(
        text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, table: "watch list", file: file)
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
    guard table.columns == columns else {
      throw CaseFaults([
        Fault(
          at: .init(file: file, row: 1), value: table.columns.joined(separator: ","),
          Message(QuestionText.notWatchHeader), expected: Message(plain: columns.joined(separator: ",")))
      ])
    }
    var faults: [Fault] = []
    var limits: [WatchLimit] = []
    for row in table.rows {
      do { limits.append(try limit(row, file)) } catch let fault as Fault { faults.append(fault) }
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return limits
  }

  private static let columns = ["metric", "subject", "limit"]

  private static func limit(_ row: RawTable.Row, _ file: String) throws -> WatchLimit {
    let place = { (column: String) in Fault.Location(file: file, row: row.line, column: column) }
    let cells = row.cells.map { cell in
      if case .text(let text) = cell { trimmed(text[...]) } else { "" }
    }
    guard cells.count == columns.count else {
      throw Fault(
        at: place("metric"), value: cells.joined(separator: ","), Message(QuestionText.notThreeCells),
        expected: Message(QuestionText.watchCells))
    }
    let names = WatchMetric.allCases.map(\.rawValue)
    guard let metric = WatchMetric(rawValue: cells[0]) else {
      throw Fault(
        at: place("metric"), value: cells[0], Message(QuestionText.unknownMetric),
        expected: Message(ExpectedText.oneOf, ["words": names.joined(separator: ", ")]),
        suggestion: NearestName.of(cells[0], among: names))
    }
    guard let limit = Double(cells[2]), limit.isFinite, limit >= 0 else {
      throw Fault(
        at: place("limit"), value: cells[2], Message(QuestionText.notLimit),
        expected: Message(PlanFaultText.numberFromZero))
    }
    return WatchLimit(metric, cells[1].isEmpty ? nil : cells[1], limit: limit)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " || text.last == "\t" { text.removeLast() }
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    return String(text)
  }
}

/// Holds a diagnosis against a watch list.
struct WatchCheck {
  let report: DiagnosisReport

  /// What the limits watch, what has crossed first.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where a limit names an item or corridor that the case does not have.
  func findings(_ limits: [WatchLimit]) throws -> [WatchFinding] {
    var faults: [Fault] = []
    var findings: [WatchFinding] = []
    for limit in limits {
      let values = values(limit.metric)
      if let subject = limit.subject, !values.contains(where: { $0.subject == subject }) {
        faults.append(
          Fault(
            at: .init(file: "watch list", column: "subject"), value: subject,
            Message(
              QuestionText.noSuchSubject,
              ["subject": limit.metric.subject ?? "subject", "metric": limit.metric.rawValue]),
            expected: limit.metric.subject.map { Message(QuestionText.nameOfOne, ["subject": $0]) }
              ?? Message(ExpectedText.blank),
            suggestion: NearestName.of(subject, among: values.map(\.subject))))
        continue
      }
      for (subject, value) in values where limit.subject == nil || limit.subject == subject {
        let crossed = limit.metric.isFloor ? value < limit.limit : value > limit.limit
        findings.append(
          WatchFinding(
            metric: limit.metric.rawValue, subject: subject, value: value, limit: limit.limit,
            crossed: crossed))
      }
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return findings.enumerated().sorted {
      ($0.element.crossed ? 0 : 1, $0.offset) < ($1.element.crossed ? 0 : 1, $1.offset)
    }.map(\.element)
  }

  private func values(_ metric: WatchMetric) -> [(subject: String, value: Double)] {
    func shares(_ scope: String, _ value: (Concentration) -> Double?) -> [(String, Double)] {
      report.items.compactMap { item in
        item.concentration.first { $0.scope == scope && $0.basis == .capacity }.flatMap(value).map {
          (item.item, $0)
        }
      }
    }
    return switch metric {
    case .topSupplier: shares("supplier", \.topShare)
    case .topRegion: shares("region", \.topShare)
    case .topBloc: shares("bloc", \.topShare)
    case .topOwner: shares("owner", \.topShare)
    case .hhiSupplier: shares("supplier", \.index)
    case .hhiRegion: shares("region", \.index)
    case .hhiBloc: shares("bloc", \.index)
    case .hhiOwner: shares("owner", \.index)
    case .cover: report.items.compactMap { item in item.cover.map { (item.item, $0) } }
    case .coverWithoutRegion: shares("region", \.coverWithoutTop)
    case .exposure: report.items.compactMap { item in item.exposure.map { (item.item, $0) } }
    case .singleRegionLinks: report.items.map { ($0.item, Double($0.singleRegionLinks)) }
    case .corridor: report.corridors.map { ($0.corridor, $0.needWithoutBypass) }
    case .rules: [("", Double(report.rules.count))]
    }
  }
}
