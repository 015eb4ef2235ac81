/// Checks regions, blocs, sites and markets against each other.
enum PlaceCheck {
  static func faults(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    ambiguousNames(found, names) + parentChains(found) + halfCoordinates(found) + repeatedAlignment(found)
  }

  /// Lane ends and the ends of duties and controls are plain names: each must mean one thing.
  private static func ambiguousNames(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    let clashes: [(table: String, column: String, ids: [String], others: [String])] = [
      ("sites", "site", found.sites.map(\.id), ["markets", "regions"]),
      ("markets", "market", found.markets.map(\.id), ["regions"]),
      ("blocs", "bloc", found.blocs.map(\.bloc), ["regions"]),
    ]
    var faults: [Fault] = []
    for clash in clashes {
      var told: Set<String> = []
      for (index, id) in clash.ids.enumerated() {
        guard let other = clash.others.first(where: { names.contains(id, in: [$0]) }),
          told.insert(id).inserted
        else {
          continue
        }
        faults.append(
          Fault(
            at: found.origin.location(table: clash.table, row: index, column: clash.column), value: id,
            Message(CheckText.nameInOtherTable, ["table": other]),
            expected: Message(ExpectedText.differentNames)))
      }
    }
    return faults
  }

  private static func parentChains(_ found: SourcingCase) -> [Fault] {
    let parents = Dictionary(
      found.regions.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    return found.regions.enumerated().compactMap { index, region in
      var chain: [String] = [region.id]
      var next = region.parent
      while let name = next, name != region.id, chain.count <= Specificity.mostAncestors {
        chain.append(name)
        next = parents[name] ?? nil
      }
      let location = found.origin.location(table: "regions", row: index, column: "parent")
      if next == region.id {
        return Fault(
          at: location, value: region.parent,
          Message(CheckText.regionInItself, ["chain": (chain + [region.id]).joined(separator: " → ")]),
          expected: Message(ExpectedText.treeOfRegions))
      }
      // A region below a cycle is told with the cycle.
      guard next != nil, Set(chain).count == chain.count else { return nil }
      return Fault(
        at: location, value: region.parent, Message(CheckText.regionTooDeep),
        expected: Message(ExpectedText.mostRegionsAbove, ["count": Specificity.mostAncestors]))
    }
  }

  private static func halfCoordinates(_ found: SourcingCase) -> [Fault] {
    let places: [(String, [(Double?, Double?)])] = [
      ("regions", found.regions.map { ($0.latitude, $0.longitude) }),
      ("sites", found.sites.map { ($0.latitude, $0.longitude) }),
      ("markets", found.markets.map { ($0.latitude, $0.longitude) }),
    ]
    var faults: [Fault] = []
    for (table, coordinates) in places {
      for (index, pair) in coordinates.enumerated() where (pair.0 == nil) != (pair.1 == nil) {
        faults.append(
          Fault(
            at: found.origin.location(
              table: table, row: index, column: pair.0 == nil ? "latitude" : "longitude"),
            Message(CheckText.halfCoordinates), expected: Message(ExpectedText.bothCoordinates)))
      }
    }
    return faults
  }

  private static func repeatedAlignment(_ found: SourcingCase) -> [Fault] {
    var seen: [Set<String>: Double] = [:]
    var faults: [Fault] = []
    for (index, row) in found.alignment.enumerated() {
      if let score = seen.updateValue(row.score, forKey: [row.regionA, row.regionB]), score != row.score {
        faults.append(
          Fault(
            at: found.origin.location(table: "alignment", row: index, column: "score"),
            value: NumberText.shortest(row.score),
            Message(CheckText.twoScores, ["first": row.regionA, "second": row.regionB]),
            expected: Message(ExpectedText.asInOtherRow, ["value": score])))
      }
    }
    return faults
  }
}
