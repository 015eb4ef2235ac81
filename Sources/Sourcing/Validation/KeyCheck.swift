/// Checks that the key of each table differs from row to row.
enum KeyCheck {
  static func faults(_ tables: [Table], _ origin: CaseOrigin) -> [Fault] {
    var faults: [Fault] = []
    for table in tables {
      guard let schema = CaseSchema.table(table.name), !schema.key.isEmpty else { continue }
      let positions = schema.key.compactMap { name in schema.columns.firstIndex { $0.name == name } }
      var first: [[Cell]: Int] = [:]
      for (index, row) in table.rows.enumerated() {
        let key = positions.map { row[$0] }
        if let earlier = first[key] {
          let line = origin.location(table: table.name, row: earlier).row ?? 0
          faults.append(
            Fault(
              at: origin.location(table: table.name, row: index, column: schema.key.joined(separator: "+")),
              value: key.map(\.text).joined(separator: ", "), Message(CheckText.duplicate),
              expected: Message(ExpectedText.oneRow, ["row": line])))
        } else {
          first[key] = index
        }
      }
    }
    return faults
  }
}
