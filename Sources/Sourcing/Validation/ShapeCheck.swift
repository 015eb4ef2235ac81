/// Checks that tables kept as they were read have the columns that their schema asks for; one built in code may not.
enum ShapeCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    found.otherTables.sorted { $0.key < $1.key }.compactMap { name, table in
      guard !fits(table, name) else { return nil }
      let expected =
        CaseSchema.table(name).map {
          Message(ExpectedText.columns, ["names": $0.columns.map(\.name).joined(separator: ", ")])
        }
        ?? Message(ExpectedText.knownTable)
      return Fault(
        at: found.origin.location(table: name), value: table.columns.joined(separator: ", "),
        Message(CheckText.otherColumns), expected: expected)
    }
  }

  /// Whether a table has the columns of the schema of that name, and a cell for each in every row.
  static func fits(_ table: Table, _ name: String) -> Bool {
    guard let schema = CaseSchema.table(name) else { return false }
    return table.name == name && table.columns == schema.columns.map(\.name)
      && table.rows.allSatisfy { $0.count == schema.columns.count }
  }
}
