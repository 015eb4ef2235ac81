/// Checks the rows of duties and controls in themselves: one that never matches would be passed over in silence.
enum RuleCheck {
  static func faults(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    let duties = found.duties.enumerated().compactMap {
      unknownClass("duties", $0, $1.itemClass, found, names)
    }
    let controls = found.controls.enumerated().compactMap {
      unknownClass("controls", $0, $1.itemClass, found, names)
    }
    return duties + controls + preferencesEverywhere(found) + controlValues(found) + rowsNeverInForce(found)
  }

  /// A preferential rate holds between named places: everywhere there is nothing that is not regional.
  private static func preferencesEverywhere(_ found: SourcingCase) -> [Fault] {
    found.duties.enumerated().flatMap { row, duty -> [Fault] in
      if duty.requiresContent == nil { return [] }
      let ends = [("origin", duty.origin), ("destination", duty.destination)]
      return ends.filter { $0.1 == "*" }.map { column, value in
        Fault(
          at: found.origin.location(table: "duties", row: row, column: column), value: value,
          Message(CheckText.preferenceEverywhere), expected: Message(ExpectedText.regionOrBloc))
      }
    }
  }

  private static func unknownClass(
    _ table: String, _ row: Int, _ itemClass: String?, _ found: SourcingCase, _ names: NameIndex
  ) -> Fault? {
    guard let itemClass, !names.classes.contains(itemClass) else { return nil }
    return Fault(
      at: found.origin.location(table: table, row: row, column: "class"), value: itemClass,
      Message(CheckText.unknownOfKind, ["kind": "class"]),
      expected: Message(ExpectedText.classOrAny), suggestion: NearestName.of(itemClass, among: names.classes),
      references: ["items"])
  }

  /// What a kind of control needs, and what it does not use.
  private static func controlValues(_ found: SourcingCase) -> [Fault] {
    found.controls.enumerated().flatMap { row, control -> [Fault] in
      var faults: [Fault] = []
      let location = { found.origin.location(table: "controls", row: row, column: $0) }
      if control.kind == .quota, control.limit == nil {
        faults.append(
          Fault(
            at: location("limit"), Message(CheckText.quotaWithoutLimit),
            expected: Message(ExpectedText.unitsLetThrough))
        )
      }
      if control.kind == .licence, control.limit == nil, control.cost == 0 {
        faults.append(
          Fault(
            at: location("cost"), Message(CheckText.idleLicence),
            expected: Message(ExpectedText.feeOrLimit)))
      }
      if control.kind == .ban || control.kind == .screening, let limit = control.limit {
        faults.append(
          Fault(
            at: location("limit"), value: NumberText.shortest(limit),
            Message(CheckText.unusedColumn, ["kind": control.kind.rawValue, "column": "limit"]),
            expected: Message(ExpectedText.blank)))
      }
      if control.kind == .screening, let rule = control.rule {
        faults.append(
          Fault(
            at: location("rule"), value: rule,
            Message(CheckText.screeningRule), expected: Message(ExpectedText.blank)))
      }
      if control.kind != .licence, control.cost != 0 {
        faults.append(
          Fault(
            at: location("cost"), value: NumberText.shortest(control.cost),
            Message(CheckText.unusedColumn, ["kind": control.kind.rawValue, "column": "cost"]),
            expected: Message(ExpectedText.blank)))
      }
      return faults
    }
  }

  /// Rows that hold only when a disruption puts their rule in force: without a rule none can, and without a
  /// disruption none does.
  private static func rowsNeverInForce(_ found: SourcingCase) -> [Fault] {
    let tables: [(name: String, kind: DisruptionTarget, rows: [(rule: String?, inForce: Bool)])] = [
      ("duties", .duty, found.duties.map { ($0.rule, $0.inForce) }),
      ("controls", .control, found.controls.map { ($0.rule, $0.inForce) }),
    ]
    var faults: [Fault] = []
    for table in tables {
      let changes = found.disruptions.filter { $0.targetKind == table.kind && $0.factor == 1 }
      let raised = Set(changes.map(\.target))
      for (index, row) in table.rows.enumerated() where !row.inForce {
        let location = found.origin.location(table: table.name, row: index, column: "in_force")
        if let rule = row.rule {
          if !raised.contains(rule) {
            faults.append(
              Fault(
                .advice, at: location, value: rule, Message(CheckText.ruleNeverInForce)))
          }
        } else {
          faults.append(
            Fault(
              at: location, value: "false", Message(CheckText.rowNeverInForce),
              expected: Message(ExpectedText.ruleName)))
        }
      }
    }
    return faults
  }
}
