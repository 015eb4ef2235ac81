/// Checks that recipes make sense: one item each, no item made of itself, capabilities that use them for it.
enum RecipeCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    oneItemEach(found) + capabilities(found) + cycles(found)
  }

  private static func oneItemEach(_ found: SourcingCase) -> [Fault] {
    var makes: [String: (item: String, row: Int)] = [:]
    var faults: [Fault] = []
    for (index, row) in found.recipes.enumerated() {
      let location = { found.origin.location(table: "recipes", row: index, column: $0) }
      if let first = makes[row.recipe], first.item != row.item {
        let line = found.origin.location(table: "recipes", row: first.row).row ?? 0
        faults.append(
          Fault(
            at: location("item"), value: row.item,
            Message(CheckText.recipeOfTwoItems, ["recipe": row.recipe]),
            expected: Message(ExpectedText.asInRow, ["value": first.item, "row": line])))
      } else {
        makes[row.recipe] = (row.item, index)
      }
      if row.quantity == 0 {
        faults.append(
          Fault(
            at: location("quantity"), value: "0", Message(CheckText.inputOfNothing),
            expected: Message(ExpectedText.positiveOrNoRow)))
      }
    }
    return faults
  }

  private static func capabilities(_ found: SourcingCase) -> [Fault] {
    let makes = Dictionary(
      found.recipes.map { ($0.recipe, $0.item) }, uniquingKeysWith: { first, _ in first })
    return found.capabilities.enumerated().compactMap { index, row in
      guard let recipe = row.recipe, let item = makes[recipe], item != row.item else { return nil }
      return Fault(
        at: found.origin.location(table: "capabilities", row: index, column: "recipe"), value: recipe,
        Message(CheckText.recipeOfOtherItem, ["made": item, "wanted": row.item]),
        expected: Message(ExpectedText.recipeFor, ["item": row.item]))
    }
  }

  /// Depth-first search over "is made of"; each cycle is told once, at the row that closes it.
  private static func cycles(_ found: SourcingCase) -> [Fault] {
    let rows = Dictionary(grouping: found.recipes.indices) { found.recipes[$0].item }
    var faults: [Fault] = []
    var finished: Set<String> = []
    for start in found.items.map(\.id) where !finished.contains(start) {
      // A path of items with, for each, the rows still to be followed.
      var path = [(item: start, rest: rows[start] ?? [])]
      while let last = path.last {
        guard let row = last.rest.first else {
          finished.insert(last.item)
          path.removeLast()
          continue
        }
        path[path.count - 1].rest.removeFirst()
        let input = found.recipes[row].input
        if let turn = path.firstIndex(where: { $0.item == input }) {
          let names = (path[turn...].map(\.item) + [input]).joined(separator: " ← ")
          faults.append(
            Fault(
              at: found.origin.location(table: "recipes", row: row, column: "input"), value: input,
              Message(CheckText.itemOfItself, ["chain": names]), expected: Message(ExpectedText.noCycle)))
        } else if !finished.contains(input) {
          path.append((input, rows[input] ?? []))
        }
      }
    }
    return faults
  }
}
