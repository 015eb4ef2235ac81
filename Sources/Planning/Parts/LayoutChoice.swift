internal import LinearModel

/// Chooses one of the layouts known of each part, so that all together, with the sites that they need, cost least: the integer master of
/// Dantzig and Wolfe.
struct LayoutChoice {
  private let parts: MasterParts
  private let solver: any Solver

  /// What was chosen.
  struct Choice {
    /// The layout of each part, by its number among those given.
    var layouts: [Int]
    /// No choice among the layouts given costs less.
    var bound: Double
  }

  init(_ parts: MasterParts, _ solver: any Solver) {
    self.parts = parts
    self.solver = solver
  }

  /// - Parameters:
  ///   - candidates: The layouts of each part.
  ///   - lower: The least that each decision to open a site may be.
  ///   - upper: The most.
  /// - Returns: nil where none was found in time, or a part has no layout.
  func best(
    _ candidates: [[PartLayout]], lower: [Double], upper: [Double], _ options: SolveOptions
  ) throws -> Choice? {
    if candidates.contains(where: \.isEmpty) { return nil }
    var model = Model(name: "choice of layouts")
    let open = parts.openings.indices.map { site in
      model.addVariable(
        "", .integer, lower: lower[site], upper: upper[site], objective: parts.openingCosts[site])
    }
    model.objectiveConstant = parts.constant
    var first: [Int] = []
    for (part, layouts) in zip(parts.parts, candidates) {
      let chosen = layouts.map { model.addVariable("", .integer, lower: 0, upper: 1, objective: $0.least) }
      first.append(chosen.first?.index ?? 0)
      model.addRow(
        columns: chosen.map { Int32($0.index) }, values: chosen.map { _ in 1 }, lower: 1, upper: 1, name: "")
      for (place, site) in part.sites.enumerated() {
        let needing = chosen.indices.filter { layouts[$0].needs[place] }
        if needing.isEmpty { continue }
        model.addRow(
          columns: needing.map { Int32(chosen[$0].index) } + [Int32(open[site].index)],
          values: needing.map { _ in 1 } + [-1], lower: -.infinity, upper: 0, name: "")
      }
    }
    let solution = try solver.open(model).solve(options)
    guard let point = solution.point else { return nil }
    let chosen = zip(first, candidates).map { first, layouts in
      layouts.indices.max { point[first + $0] < point[first + $1] } ?? 0
    }
    return Choice(layouts: chosen, bound: solution.bound)
  }
}
