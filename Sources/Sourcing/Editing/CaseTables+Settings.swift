extension CaseTables {
  /// Makes an edit of `settings` that names a key as its column.
  ///
  /// A key that the case leaves out has its default and may be set all the same; it cannot be scaled.
  ///
  /// - Returns: Whether it was such an edit.
  mutating func editSettings(_ edit: TableEdit, at place: EditPlace) throws -> Bool {
    let name: String
    switch edit.action {
    case .set(let column, _), .scale(let column, _): name = column
    case .add, .delete: return false
    }
    if name == "value" || name == "key" { return false }
    guard let key = SettingsSchema.key(name) else {
      let known = SettingsSchema.keys.map(\.name)
      throw place.fault(
        name, value: name, Message(ReadingText.unknownKey),
        expected: Message(ExpectedText.oneOf, ["words": known.joined(separator: ", ")]),
        suggestion: NearestName.of(name, among: known))
    }
    guard edit.condition.isEmpty else {
      throw place.fault(name, Message(CheckText.needlessCondition))
    }
    let cell: RawCell
    switch edit.action {
    case .set(_, let value): cell = try place.checked(value, as: key.kind, column: name)
    case .scale(_, let factor):
      guard let old = settingNumber(name, key.kind) else {
        throw place.fault(name, value: name, Message(CheckText.noNumberToScale))
      }
      guard factor.isFinite else {
        throw place.fault(name, value: "\(factor)", Message(ReadingText.notNumber))
      }
      cell = .number(old * factor)
    case .add, .delete: return false
    }
    if let row = settingRow(name) {
      update("settings") { table in
        let position = table.position(adding: "value")
        table.rows[row].cells[position] = cell
      }
    } else {
      try addSetting(name, cell, at: place)
    }
    return true
  }

  private var settings: RawTable? { raw.tables.first { $0.name == "settings" } }

  private func settingRow(_ key: String) -> Int? {
    guard let table = settings, let position = table.columns.firstIndex(of: "key") else { return nil }
    return table.rows.firstIndex { row in
      row.cells.count == table.columns.count && row.cells[position].content == key
    }
  }

  private func settingNumber(_ key: String, _ kind: ColumnSchema.Kind) -> Double? {
    guard let table = settings, let row = settingRow(key),
      let position = table.columns.firstIndex(of: "value"),
      kind.isNumeric,
      case .success(.number(let value)) = CellParser.parse(table.rows[row].cells[position], as: kind)
    else { return nil }
    return value
  }

  private mutating func addSetting(_ key: String, _ cell: RawCell, at place: EditPlace) throws {
    var line = 0
    update("settings") { table in
      let (keyPosition, valuePosition) = (table.position(adding: "key"), table.position(adding: "value"))
      var row = [RawCell](repeating: .blank, count: table.columns.count)
      row[keyPosition] = .text(key)
      row[valuePosition] = cell
      line = max(table.headerLine ?? 0, table.rows.map(\.line).max() ?? 0) + 1
      table.rows.append(RawTable.Row(line: line, cells: row))
    }
    added["settings", default: [:]][line] = place.location(nil)
  }
}
