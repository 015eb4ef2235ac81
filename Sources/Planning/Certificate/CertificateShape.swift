internal import LinearModel
internal import Sourcing

/// Whether the numbers of a certificate fit a case, and whether the ends of its tree leave nothing out.
struct CertificateShape {
  private let certificate: Certificate
  private let master: BendersMaster
  private let file: String
  /// What does not fit; the first of each kind.
  private(set) var faults: [Fault] = []

  init(_ certificate: Certificate, _ master: BendersMaster, file: String) {
    self.certificate = certificate
    self.master = master
    self.file = file
    checkRecipes()
    checkCuts()
    checkMultipliers()
    if checkTree() { checkCoverage() }
  }

  private mutating func note(_ part: String, _ problem: Message, expected: Message) {
    faults.append(Fault(at: Fault.Location(file: file), value: part, problem, expected: expected))
  }

  /// Tells of the first number of a list that is out of range.
  @discardableResult
  private mutating func check(
    _ numbers: [Int], within count: Int, _ part: @autoclosure () -> String, _ what: String
  ) -> Bool {
    guard let wrong = numbers.first(where: { $0 < 0 || $0 >= count }) else { return true }
    note(
      part(), Message(DocumentText.certificateOfOtherCase, ["what": what, "number": wrong]),
      expected: count == 0
        ? Message(DocumentText.noneOfCase) : Message(DocumentText.numberBelow, ["count": count]))
    return false
  }

  private mutating func check(_ left: Int, equals right: Int, _ part: @autoclosure () -> String) {
    if left != right {
      note(
        part(), Message(DocumentText.listsDiffer, ["left": left, "right": right]),
        expected: Message(DocumentText.equalLengths))
    }
  }

  private mutating func checkRecipes() {
    for (index, recipe) in certificate.recipes.enumerated() {
      let part = "recipes[\(index)]"
      guard check([recipe.block], within: master.blocks.count, part, "block") else { return }
      let block = master.blocks[recipe.block]
      check(recipe.rows, within: block.lower.count, part, "row")
      check(recipe.caps, within: block.capColumns.count, part, "cap")
      check(recipe.rows.count, equals: recipe.values.count, part)
      if !faults.isEmpty { return }
    }
  }

  private mutating func checkCuts() {
    for (index, cut) in certificate.cuts.enumerated() {
      let part = "cuts[\(index)]"
      check(cut.recipes ?? [], within: certificate.recipes.count, part, "recipe")
      check(cut.row.map { [$0] } ?? [], within: master.lazyRows.constraintCount, part, "row")
      check(cut.cone.map { [$0] } ?? [], within: master.cones.count, part, "cone")
      if let estimate = cut.estimate, check([estimate], within: master.estimates.count, part, "estimate") {
        checkBlocks(cut, of: master.estimates[estimate], part)
      } else if cut.row == nil, cut.cone == nil {
        let recipes = (cut.recipes ?? []).filter(certificate.recipes.indices.contains)
        if recipes.count != 1 || certificate.recipes[recipes[0]].boundsCost {
          note(
            part, Message(DocumentText.cutWithoutEstimate),
            expected: Message(DocumentText.recipeWithoutCost))
        }
      }
      if !faults.isEmpty { return }
    }
  }

  /// Whether a cut bounds the costs of the blocks that its estimate stands for.
  private mutating func checkBlocks(_ cut: Certificate.Cut, of estimate: CostEstimate, _ part: String) {
    let recipes = (cut.recipes ?? []).filter(certificate.recipes.indices.contains).map {
      certificate.recipes[$0]
    }
    if recipes.map(\.block) != estimate.members.map(\.block) || !recipes.allSatisfy(\.boundsCost) {
      note(
        part, Message(DocumentText.cutOfOtherBlocks),
        expected: Message(DocumentText.recipeOfEachBlock))
    }
  }

  private mutating func checkMultipliers() {
    for (index, multipliers) in certificate.multipliers.enumerated() {
      let part = "multipliers[\(index)]"
      check(multipliers.rows, within: master.model.constraintCount, part, "row")
      check(multipliers.cuts, within: certificate.cuts.count, part, "cut")
      check(multipliers.rows.count, equals: multipliers.rowValues.count, part)
      check(multipliers.cuts.count, equals: multipliers.cutValues.count, part)
      if !faults.isEmpty { return }
    }
  }

  /// - Returns: Whether the tree can be walked.
  private mutating func checkTree() -> Bool {
    let tree = certificate.tree
    for count in [tree.columns.count, tree.lower.count, tree.upper.count] {
      check(count, equals: tree.parents.count, "tree")
    }
    check(tree.ends.count, equals: tree.proofs.count, "tree.ends")
    check(tree.columns, within: master.model.variableCount, "tree.columns", "column")
    check(tree.proofs, within: certificate.multipliers.count, "tree.proofs", "set of multipliers")
    if let wrong = tree.ends.first(where: { $0 < -1 || $0 >= tree.parents.count }) {
      note(
        "tree.ends", Message(DocumentText.noSuchStep, ["step": wrong]),
        expected: Message(DocumentText.numberBelow, ["count": tree.parents.count]))
    }
    if let step = tree.parents.indices.first(where: { tree.parents[$0] < -1 || tree.parents[$0] >= $0 }) {
      note(
        "tree.parents[\(step)]", Message(DocumentText.stepTooEarly),
        expected: Message(DocumentText.smallerNumber))
    }
    return faults.isEmpty
  }

  /// Every step that is not the last of an end is followed by steps that share out what its column can be.
  private mutating func checkCoverage() {
    let tree = certificate.tree
    var children = [[Int]](repeating: [], count: tree.parents.count + 1)
    for step in tree.parents.indices { children[tree.parents[step] + 1].append(step) }
    var isCovered = [Bool](repeating: false, count: tree.parents.count + 1)
    for end in tree.ends { isCovered[end + 1] = true }
    // Steps stand behind those they follow.
    for step in stride(from: tree.parents.count - 1, through: -1, by: -1) where !isCovered[step + 1] {
      let next = children[step + 1].filter { isCovered[$0 + 1] }
      isCovered[step + 1] = sharesOut(next, after: step)
    }
    if !isCovered[0] {
      note(
        "tree", Message(DocumentText.endsLeaveOut), expected: Message(DocumentText.stepsThatShare))
    }
  }

  /// Whether some steps leave out no whole number that their common column can be after a step.
  private func sharesOut(_ steps: [Int], after before: Int) -> Bool {
    let tree = certificate.tree
    for column in Set(steps.map { tree.columns[$0] }) where master.model.domains[column] == .integer {
      let ranges = steps.filter { tree.columns[$0] == column }.map { (tree.lower[$0], tree.upper[$0]) }
        .sorted { $0.0 < $1.0 }
      var (least, most) = (master.model.lowerBounds[column], master.model.upperBounds[column])
      var step = before
      while step >= 0 {
        if tree.columns[step] == column {
          (least, most) = (max(least, tree.lower[step]), min(most, tree.upper[step]))
        }
        step = tree.parents[step]
      }
      // The least number that none of the steps so far has.
      var next = least.rounded(.up)
      for (lower, upper) in ranges where lower <= next { next = max(next, upper.rounded(.down) + 1) }
      if next > most.rounded(.down) { return true }
    }
    return false
  }
}
