/// Checks that projects unlock sources of the case that do not stand yet, that the rows of a project agree, and that
/// partners are others.
struct ProjectCheck {
  private let found: SourcingCase
  private let sources: Set<[String?]>
  private let standing: Set<[String?]>
  private let regionOf: [String: String]
  private let parents: [String: String]

  static func faults(_ found: SourcingCase) -> [Fault] {
    let check = ProjectCheck(found)
    return check.sourceFaults + check.disagreements + check.partnerFaults
  }

  private init(_ found: SourcingCase) {
    self.found = found
    sources = Set(found.capabilities.map { [$0.site, $0.item, $0.recipe] })
    standing = Set(found.current.map { [$0.site, $0.item, $0.recipe] })
    regionOf = Dictionary(found.sites.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    parents = Dictionary(
      found.regions.compactMap { region in region.parent.map { (region.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func location(_ row: Int, _ column: String) -> Fault.Location {
    found.origin.location(table: "projects", row: row, column: column)
  }

  private var sourceFaults: [Fault] {
    found.projects.enumerated().compactMap { index, row in
      let source = [row.site, row.item, row.recipe]
      let name = [row.site, row.item, row.recipe ?? ""].joined(separator: ", ")
      if !sources.contains(source) {
        return Fault(
          at: location(index, "site+item+recipe"), value: name, Message(CheckText.notSource),
          expected: Message(ExpectedText.sourceOfCapabilities),
          references: ["capabilities", "sites", "items", "recipes"])
      }
      if standing.contains(source) {
        return Fault(
          at: location(index, "site+item+recipe"), value: name, Message(CheckText.sourceStands),
          expected: Message(ExpectedText.undevelopedSource))
      }
      return nil
    }
  }

  /// A project is paid once and is ready once, so that its rows say the same of it.
  private var disagreements: [Fault] {
    var first: [String: Int] = [:]
    return found.projects.enumerated().flatMap { index, row -> [Fault] in
      guard let earlier = first[row.id] else {
        first[row.id] = index
        return []
      }
      let other = found.projects[earlier]
      let pairs: [(column: String, cell: String, wanted: String)] = [
        ("cost", NumberText.shortest(row.cost), NumberText.shortest(other.cost)),
        ("days", NumberText.shortest(row.days), NumberText.shortest(other.days)),
        (
          "partners", Set(row.partners).sorted().joined(separator: ";"),
          Set(other.partners).sorted().joined(separator: ";")
        ),
      ]
      let line = location(earlier, "project").row ?? 0
      return pairs.filter { $0.cell != $0.wanted }.map { pair in
        Fault(
          at: location(index, pair.column), value: pair.cell.isEmpty ? nil : pair.cell,
          Message(CheckText.projectDisagrees, ["project": row.id]),
          expected: Message(
            ExpectedText.asInRow,
            ["value": pair.wanted.isEmpty ? Message(ExpectedText.blank) : pair.wanted, "row": line]))
      }
    }
  }

  private var partnerFaults: [Fault] {
    found.projects.enumerated().flatMap { index, row in
      let home = regionOf[row.site].map(chain) ?? []
      return row.partners.compactMap { partner in
        if partner == "*" {
          return Fault(
            at: location(index, "partners"), value: partner, Message(CheckText.signForNames),
            expected: Message(ExpectedText.regionList))
        }
        guard home.contains(partner) else { return nil }
        return Fault(
          at: location(index, "partners"), value: partner,
          Message(CheckText.homePartner),
          expected: Message(ExpectedText.otherRegions, ["site": row.site]))
      }
    }
  }

  /// A region and those above it; ends where the chain would turn into a cycle, which is told elsewhere.
  private func chain(_ region: String) -> [String] {
    var chain = [region]
    while let next = parents[chain[chain.count - 1]], !chain.contains(next) { chain.append(next) }
    return chain
  }
}
