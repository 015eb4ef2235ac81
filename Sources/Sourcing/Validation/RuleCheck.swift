/// Checks the rows of duties and controls in themselves: one that never matches would be passed over in silence.
enum RuleCheck {
  static func faults(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    let duties = found.duties.enumerated().compactMap {
      unknownClass("duties", $0, $1.itemClass, found, names)
    }
    let controls = found.controls.enumerated().compactMap {
      unknownClass("controls", $0, $1.itemClass, found, names)
    }
    return duties + controls + unusedLimits(found)
  }

  private static func unknownClass(
    _ table: String, _ row: Int, _ itemClass: String?, _ found: SourcingCase, _ names: NameIndex
  ) -> Fault? {
    guard let itemClass, !names.classes.contains(itemClass) else { return nil }
    return Fault(
      at: found.origin.location(table: table, row: row, column: "class"), value: itemClass, "unknown class",
      expected: "one that stands in items, or *", suggestion: NearestName.of(itemClass, among: names.classes),
      references: ["items"])
  }

  private static func unusedLimits(_ found: SourcingCase) -> [Fault] {
    found.controls.enumerated().compactMap { row, control in
      if control.kind == .quota, control.limit == nil {
        return Fault(
          at: found.origin.location(table: "controls", row: row, column: "limit"), "a quota without a limit",
          expected: "units a period that it lets through")
      }
      guard control.kind == .ban, let limit = control.limit else { return nil }
      return Fault(
        at: found.origin.location(table: "controls", row: row, column: "limit"),
        value: NumberText.shortest(limit),
        "ban does not use limit", expected: "a blank")
    }
  }
}
