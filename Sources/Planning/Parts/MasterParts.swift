internal import LinearModel

/// A master taken apart into what has nothing in common but the decisions to open sites: mostly one part for each item.
///
/// Where a part needs a site it pays a price λ for it. For any prices λ ≥ 0
///
///     Σ_k least { cost_k(x) + λ_k · needs_k(x) }  +  Σ_i least { (f_i − Σ_k λ_ik) · open_i }
///
/// is no more than any layout costs, where each least is over whole layouts of a part alone (Lagrangian decomposition, Guignard and Kim
/// 1987). It is at least as strong as the linear relaxation, and a part has few enough decisions to be solved over and over.
struct MasterParts {
  /// The decisions to open a site that parts share, by column of the master.
  let openings: [Int]
  /// What each of them costs.
  let openingCosts: [Double]
  /// The range of each.
  let lower: [Double]
  let upper: [Double]
  /// What the objective is where nothing is decided.
  let constant: Double
  let parts: [MasterPart]

  /// - Returns: nil where the master does not fall apart, or more than the expected cost counts.
  init?(_ master: BendersMaster) {
    guard master.addsUpCosts, master.lazyRows.constraintCount == 0, master.openings.count > 1,
      let grouping = PartGrouping(master)
    else { return nil }
    var weights = [Double](repeating: 0, count: master.blocks.count)
    for estimate in master.estimates {
      let cost = master.model.objective[estimate.variable.index]
      for member in estimate.members { weights[member.block] = cost * member.weight }
    }
    var parts: [MasterPart] = []
    for group in grouping.groups {
      guard let part = MasterPart(group, grouping, weights, of: master) else { return nil }
      parts.append(part)
    }
    guard parts.count(where: { !$0.sites.isEmpty }) > 1 else { return nil }
    openings = grouping.openings
    openingCosts = openings.map { master.model.objective[$0] }
    lower = grouping.lower
    upper = grouping.upper
    constant = master.model.objectiveConstant
    self.parts = parts
  }
}

/// Sorts a master's columns, rows and blocks by the parts that they belong to.
struct PartGrouping {
  struct Group {
    var columns: [Int] = []
    var rows: [Int] = []
    var blocks: [Int] = []
  }

  /// The shared columns.
  let openings: [Int]
  private(set) var groups: [Group] = []
  /// The place of each shared column among them.
  let place: [Int: Int]
  /// The ranges of the shared columns, rows that bound one alone taken in.
  private(set) var lower: [Double]
  private(set) var upper: [Double]

  /// - Returns: nil where a row ties openings to each other or speaks of costs, or where a part could lose by an opening.
  init?(_ master: BendersMaster) {
    let model = master.model
    openings = master.openings.sorted()
    place = Dictionary(uniqueKeysWithValues: openings.enumerated().map { ($1, $0) })
    lower = openings.map { model.lowerBounds[$0] }
    upper = openings.map { model.upperBounds[$0] }
    let estimates = Set(master.estimates.map(\.variable.index))
    guard master.blocks.allSatisfy({ $0.limitRows.isEmpty && gainsByMore($0) }) else { return nil }
    // A block that reads nothing but shared columns is a part as well, so blocks stand behind the columns.
    let first = model.variableCount
    var sets = DisjointSets(first + master.blocks.count)
    for row in 0..<model.constraintCount {
      let columns = model.columns(ofRow: row)
      if columns.contains(where: estimates.contains) || !gainsByOpening(model, row) { return nil }
      let own = ownColumns(columns)
      for column in own.dropFirst() { sets.join(own[0], column) }
    }
    for (index, block) in master.blocks.enumerated() {
      for column in ownColumns(block.columnsRead.map { Int($0) }) { sets.join(first + index, column) }
    }
    var number: [Int: Int] = [:]
    func group(of member: Int) -> Int {
      let leader = sets.leader(of: member)
      if let known = number[leader] { return known }
      number[leader] = groups.count
      groups.append(Group())
      return groups.count - 1
    }
    for column in 0..<first where place[column] == nil && !estimates.contains(column) {
      groups[group(of: column)].columns.append(column)
    }
    for row in 0..<model.constraintCount {
      if let own = ownColumns(model.columns(ofRow: row)).first {
        groups[group(of: own)].rows.append(row)
      } else if !takeAsBound(row, of: model) {
        return nil
      }
    }
    for index in master.blocks.indices { groups[group(of: first + index)].blocks.append(index) }
  }

  private func ownColumns(_ columns: [Int]) -> [Int] { columns.filter { place[$0] == nil } }

  /// Whether more of the shared columns can only make a row looser; rows that speak of shared columns alone are looked at elsewhere.
  private func gainsByOpening(_ model: Model, _ row: Int) -> Bool {
    if ownColumns(model.columns(ofRow: row)).isEmpty { return true }
    return (model.rows.starts[row]..<model.rows.starts[row + 1]).allSatisfy { position in
      guard place[Int(model.rows.columns[position])] != nil else { return true }
      return model.rows.values[position] > 0
        ? model.rowUpperBounds[row] == .infinity : model.rowLowerBounds[row] == -.infinity
    }
  }

  /// Whether more of the shared columns can only leave a block more room.
  private func gainsByMore(_ block: RecourseBlock) -> Bool {
    for row in block.lower.indices {
      for position in block.links.starts[row]..<block.links.starts[row + 1]
      where place[Int(block.links.columns[position])] != nil {
        let isLoosened =
          block.links.values[position] > 0 ? block.upper[row] == .infinity : block.lower[row] == -.infinity
        if !isLoosened { return false }
      }
    }
    return zip(block.caps.columns, block.caps.values).allSatisfy { place[Int($0)] == nil || $1 >= 0 }
  }

  /// Takes a row over one shared column alone into its range; false where it speaks of several.
  private mutating func takeAsBound(_ row: Int, of model: Model) -> Bool {
    let columns = model.columns(ofRow: row)
    guard columns.count == 1, let at = place[columns[0]] else { return columns.isEmpty }
    let value = model.rows.values[model.rows.starts[row]]
    let sides = [model.rowLowerBounds[row] / value, model.rowUpperBounds[row] / value]
    lower[at] = max(lower[at], (min(sides[0], sides[1]) - 1e-9).rounded(.up))
    upper[at] = min(upper[at], (max(sides[0], sides[1]) + 1e-9).rounded(.down))
    return true
  }
}

extension Model {
  /// The columns of a row.
  func columns(ofRow row: Int) -> [Int] {
    rows.columns[rows.starts[row]..<rows.starts[row + 1]].map(Int.init)
  }
}
