/// A development that unlocks capabilities: the rows of one name in `projects`.
public struct NetworkProject: Sendable {
  /// The project's name.
  public let name: String
  /// Row of the table, from 0, that names it first.
  public let row: Int
  /// Indexes of the capabilities that it unlocks.
  public let capabilities: [Int]
  /// Days until what it unlocks can be used.
  public let days: Double
  /// What it costs the case and its partners together.
  public let fullCost: Double
  /// What it costs the case: an equal part with each partner that shares.
  public let cost: Double
  /// Regions that share the cost, ordered by name.
  public let partners: [String]
  /// Regions named as partners that do not share it for want of alignment, with their scores.
  public let unaligned: [(region: String, score: Double)]
  /// The part of each period in which what it unlocks can be used.
  public let parts: [Double]

  /// The first period in which what it unlocks can be used; nil where the horizon ends before.
  public var readyPeriod: Int? { parts.firstIndex { $0 > 0 } }
}

/// Gathers the rows of `projects`, and finds who shares the cost.
struct ProjectResolver {
  let found: SourcingCase
  let regions: RegionIndex
  let timeline: Timeline

  /// The projects in the order in which the table names them first.
  func resolve() -> [NetworkProject] {
    let capabilities = Dictionary(
      uniqueKeysWithValues: found.capabilities.enumerated().map { ([$1.site, $1.item, $1.recipe], $0) })
    let regionOf = Dictionary(uniqueKeysWithValues: found.sites.map { ($0.id, $0.region) })
    let alignment = AlignmentIndex(found, regions)
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (index, row) in found.projects.enumerated() {
      if rows[row.id] == nil { order.append(row.id) }
      rows[row.id, default: []].append(index)
    }
    return order.compactMap { name in
      let members = (rows[name] ?? []).map { found.projects[$0] }
      guard let first = members.first, let row = rows[name]?.first else { return nil }
      let homes = Set(members.compactMap { regionOf[$0.site] })
      let scores = Set(first.partners).sorted().map { partner in
        (region: partner, score: homes.map { alignment.score($0, partner) }.min() ?? 0)
      }
      let sharing = scores.filter { $0.score >= found.settings.projectAlignment }
      return NetworkProject(
        name: name, row: row,
        capabilities: members.compactMap { capabilities[[$0.site, $0.item, $0.recipe]] }, days: first.days,
        fullCost: first.cost, cost: first.cost / Double(1 + sharing.count), partners: sharing.map(\.region),
        unaligned: scores.filter { $0.score < found.settings.projectAlignment },
        parts: (0..<timeline.periods).map { timeline.usablePart(after: first.days, in: $0) })
    }
  }

  /// Remarks on partners that do not share, and on projects that come too late.
  func advice(_ projects: [NetworkProject]) -> [Fault] {
    projects.flatMap { project in
      let limit = NumberText.shortest(found.settings.projectAlignment)
      var remarks = project.unaligned.map { partner in
        Fault(
          .advice, at: found.origin.location(table: "projects", row: project.row, column: "partners"),
          value: partner.region,
          Message(
            NetworkText.unalignedPartner, ["project": project.name, "score": partner.score, "limit": limit])
        )
      }
      if project.readyPeriod == nil {
        remarks.append(
          Fault(
            .advice, at: found.origin.location(table: "projects", row: project.row, column: "days"),
            value: NumberText.shortest(project.days),
            Message(NetworkText.projectTooLate, ["project": project.name])))
      }
      return remarks
    }
  }
}
