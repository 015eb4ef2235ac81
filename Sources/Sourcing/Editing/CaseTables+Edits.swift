extension CaseTables {
  /// The tables with edits made to them, one after the other.
  ///
  /// An edit that changes nothing because no row meets its condition is a fault: most likely a name is misspelt.
  ///
  /// - Throws: ``CaseFaults`` with every edit that cannot be made.
  public func applying(_ edits: [TableEdit], of origin: EditOrigin) throws -> CaseTables {
    var tables = self
    var faults: [Fault] = []
    for (index, edit) in edits.enumerated() {
      let place = EditPlace(origin: origin, number: origin.first + index, table: edit.table)
      do { try tables.apply(edit, at: place) } catch let fault as Fault { faults.append(fault) }
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return tables
  }

  private mutating func apply(_ edit: TableEdit, at place: EditPlace) throws {
    guard let schema = CaseSchema.table(edit.table) else {
      let known = CaseSchema.tables.map(\.name)
      throw place.fault(
        nil, value: edit.table, Message(ReadingText.unknownTable),
        expected: Message(ExpectedText.oneOf, ["words": known.joined(separator: ", ")]),
        suggestion: NearestName.of(edit.table, among: known))
    }
    if raw.unreadable.contains(edit.table) {
      throw place.fault(nil, value: edit.table, Message(CheckText.tableOfCaseUnreadable))
    }
    if edit.table == "settings", try editSettings(edit, at: place) { return }
    switch edit.action {
    case .add(let values): try add(values, schema, at: place)
    case .delete:
      let rows = Set(try matches(edit, schema, at: place))
      if edit.table == "capabilities" { keepFromBecomingHubs(sitesWithRecipes(rows)) }
      update(edit.table) { table in
        table.rows = table.rows.enumerated().filter { !rows.contains($0.offset) }.map(\.element)
      }
    case .set(let name, let value):
      let column = try place.column(name, of: schema)
      let cell = try place.checked(value, as: column.kind, column: name)
      let rows = try matches(edit, schema, at: place)
      update(edit.table) { table in
        let position = table.position(adding: name)
        for row in rows { table.rows[row].cells[position] = cell }
      }
    case .scale(let name, let factor):
      let column = try place.column(name, of: schema)
      guard column.kind.isNumeric else {
        throw place.fault(
          name, value: name, Message(CheckText.cannotScale), expected: Message(ExpectedText.numberColumn))
      }
      guard factor.isFinite else {
        throw place.fault(name, value: "\(factor)", Message(ReadingText.notNumber))
      }
      try scale(name, by: factor, column.kind, rows: matches(edit, schema, at: place), edit.table, at: place)
    }
  }

  private mutating func scale(
    _ name: String, by factor: Double, _ kind: ColumnSchema.Kind, rows: [Int], _ tableName: String,
    at place: EditPlace
  ) throws {
    var count = 0
    update(tableName) { table in
      guard let position = table.columns.firstIndex(of: name) else { return }
      for row in rows {
        // A cell that is no number is told when the case is decoded.
        guard case .success(.number(let value)) = CellParser.parse(table.rows[row].cells[position], as: kind)
        else { continue }
        table.rows[row].cells[position] = .number(value * factor)
        count += 1
      }
    }
    if count == 0 { throw place.fault(name, Message(CheckText.noNumberToScale)) }
  }

  private mutating func add(_ values: [String: Cell], _ schema: TableSchema, at place: EditPlace) throws {
    var cells: [(name: String, cell: RawCell)] = []
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let kind = try place.column(name, of: schema).kind
      cells.append((name, try place.checked(value, as: kind, column: name)))
    }
    if !raw.tables.contains(where: { $0.name == schema.name }) {
      let file = isFolder ? CaseFolder.shown(path, "\(schema.name).csv") : "\(path)#\(schema.name)"
      raw.tables.append(RawTable(name: schema.name, file: file, columns: [], headerLine: nil, rows: []))
    }
    var line = 0
    update(schema.name) { table in
      let positions = cells.map { table.position(adding: $0.name) }
      var row = [RawCell](repeating: .blank, count: table.columns.count)
      for (position, value) in zip(positions, cells) { row[position] = value.cell }
      line = max(table.headerLine ?? 0, table.rows.map(\.line).max() ?? 0) + 1
      table.rows.append(RawTable.Row(line: line, cells: row))
    }
    added[schema.name, default: [:]][line] = place.location(nil)
  }

  /// The numbers of the rows that meet the condition of an edit.
  private func matches(_ edit: TableEdit, _ schema: TableSchema, at place: EditPlace) throws -> [Int] {
    let table = raw.tables.first { $0.name == edit.table }
    var tests: [(position: Int?, kind: ColumnSchema.Kind, allowed: [Cell])] = []
    for (name, values) in edit.condition.sorted(by: { $0.key < $1.key }) {
      let column = try place.column(name, of: schema)
      let allowed = try values.map { value in
        let cell = try place.checked(value, as: column.kind, column: name)
        return (try? CellParser.parse(cell, as: column.kind).get()) ?? .blank
      }
      tests.append((table?.columns.firstIndex(of: name), column.kind, allowed))
    }
    let rows = (table?.rows ?? []).enumerated().filter { _, row in
      guard row.cells.count == table?.columns.count else { return false }
      return tests.allSatisfy { test in
        let cell = test.position.map { CellParser.parse(row.cells[$0], as: test.kind) } ?? .success(.blank)
        guard case .success(let cell) = cell else { return false }
        return test.allowed.contains(cell)
      }
    }
    if rows.isEmpty {
      throw place.fault(nil, value: edit.table, Message(CheckText.noRowMeets))
    }
    return rows.map(\.offset)
  }

  mutating func update(_ name: String, _ body: (inout RawTable) -> Void) {
    guard let index = raw.tables.firstIndex(where: { $0.name == name }) else { return }
    body(&raw.tables[index])
  }
}
