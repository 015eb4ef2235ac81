extension TableEdit {
  /// The edit with every value as its column reads it, so that `0.25` in a CSV file and 0.25 in JSON are one edit.
  package var normal: TableEdit {
    var normal = self
    switch action {
    case .set(let column, let value): normal.action = .set(column: column, to: read(value, column))
    case .scale, .delete: break
    case .add(let values):
      normal.action = .add(Dictionary(uniqueKeysWithValues: values.map { ($0, read($1, $0)) }))
    }
    normal.condition = Dictionary(
      uniqueKeysWithValues: condition.map { column, values in (column, values.map { read($0, column) }) })
    return normal
  }

  /// A value as its column reads it; as it is where the column is unknown or does not take it.
  private func read(_ value: Cell, _ column: String) -> Cell {
    let known =
      CaseSchema.table(table)?.column(column) ?? (table == "settings" ? SettingsSchema.key(column) : nil)
    guard let known, case .success(let cell) = CellParser.parse(RawCell(value), as: known.kind) else {
      return value
    }
    return cell
  }
}
