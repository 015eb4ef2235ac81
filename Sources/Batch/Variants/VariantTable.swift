internal import Sourcing

/// Reads variants from CSV: an edit a row.
enum VariantTable {
  private static let columns = ["variant", "do", "table", "column", "value", "where"]

  static func variants(in text: String, file: String) throws -> VariantList {
    do {
      let table = try CSVTable.parse(text, table: "variants", file: file)
      let positions = try positions(table, file)
      var groups: [Group] = []
      var places: [String: Int] = [:]
      for row in table.rows {
        let position = positions["variant"] ?? 0
        let name = position < row.cells.count ? row.cells[position].content : ""
        if let place = places[name] {
          groups[place].rows.append(row)
        } else if name.isEmpty {
          groups.append(Group(name: "row \(row.line)", isNamed: false, rows: [row]))
        } else {
          places[name] = groups.count
          groups.append(Group(name: name, isNamed: true, rows: [row]))
        }
      }
      if groups.isEmpty {
        throw Fault(
          at: .init(file: file), Message(VariantText.noVariants),
          expected: Message(VariantText.rowForEachEdit))
      }
      let width = table.columns.count
      return VariantList(groups.map { variant($0, width, positions, file) })
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  private static func positions(_ table: RawTable, _ file: String) throws -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, name) in table.columns.enumerated() {
      guard columns.contains(name), positions[name] == nil else {
        throw Fault(
          at: .init(file: file, row: 1, column: name), value: name, Message(ReadingText.unknownColumn),
          expected: Message(ExpectedText.oneOf, ["words": columns.joined(separator: ", ")]),
          suggestion: NearestName.of(name, among: columns))
      }
      positions[name] = position
    }
    for name in ["variant", "do", "table"] where positions[name] == nil {
      throw Fault(
        at: .init(file: file, row: 1, column: name), value: name, Message(ReadingText.missingColumn))
    }
    return positions
  }

  /// The rows of a variant.
  private struct Group {
    let name: String
    /// Whether its rows bear the name; a row without one stands for itself, and is faulty.
    let isNamed: Bool
    var rows: [RawTable.Row]
  }

  private static func variant(
    _ group: Group, _ width: Int, _ positions: [String: Int], _ file: String
  ) -> Variant {
    var edits: [TableEdit] = []
    var faults: [any Error] = []
    for row in group.rows {
      func cell(_ column: String) -> String { positions[column].map { row.cells[$0].content } ?? "" }
      do {
        guard row.cells.count == width else {
          throw Fault(
            at: .init(file: file, row: row.line), value: String(row.cells.count),
            Message(ReadingText.wrongCount), expected: Message(plain: String(width)))
        }
        guard group.isNamed else {
          throw Fault(
            at: .init(file: file, row: row.line, column: "variant"), Message(ReadingText.missingValue),
            expected: Message(VariantText.editOwner))
        }
        // A variant with no change is a row without anything to do.
        if cell("do").isEmpty, cell("table").isEmpty { continue }
        edits.append(try edit(cell, at: .init(file: "\(file)#\(group.name)", row: row.line)))
      } catch { faults.append(error) }
    }
    if faults.isEmpty { return Variant(group.name, edits: edits) }
    return VariantReader.faulty(group.name, faults, source: source(of: group, positions).text)
  }

  /// What the rows say, but for the variant's name.
  private static func source(of group: Group, _ positions: [String: Int]) -> JSONValue {
    .list(
      group.rows.map { row in
        .list(
          row.cells.enumerated().filter { $0.offset != positions["variant"] }.map {
            .text($0.element.content)
          })
      })
  }

  private static func edit(_ cell: (String) -> String, at place: Fault.Location) throws -> TableEdit {
    let value = cell("value")
    let condition = try ConditionText.pairs(cell("where"), at: place)
    let column = cell("column")
    switch cell("do") {
    case "set":
      guard !column.isEmpty else {
        throw Fault(at: place, Message(ReadingText.missingValue), expected: Message(VariantText.columnToSet))
      }
      return TableEdit(
        cell("table"), .set(column: column, to: value.isEmpty ? .blank : .text(value)), where: condition)
    case "scale":
      guard !column.isEmpty else {
        throw Fault(
          at: place, Message(ReadingText.missingValue), expected: Message(VariantText.columnToScale))
      }
      guard let factor = Double(value), factor.isFinite else {
        throw Fault(
          at: place, value: value, Message(ReadingText.notNumber),
          expected: Message(VariantText.numberToScaleBy))
      }
      return TableEdit(cell("table"), .scale(column: column, by: factor), where: condition)
    case "add":
      let values = try ConditionText.pairs(value, at: place)
      return TableEdit(cell("table"), .add(values.mapValues { $0.first ?? .blank }))
    case "delete":
      if condition.isEmpty {
        throw Fault(
          at: place, Message(ReadingText.missingValue), expected: Message(VariantText.conditionToDelete))
      }
      return TableEdit(cell("table"), .delete, where: condition)
    case let word:
      throw Fault(
        at: place, value: word, Message(VariantText.unknownDo),
        expected: Message(ExpectedText.oneOf, ["words": EditCoding.actions.joined(separator: ", ")]),
        suggestion: NearestName.of(word, among: EditCoding.actions))
    }
  }
}

/// Conditions and rows in one cell: `market=Lyon;item=fan`. A name in a table has neither sign in it, as a rule; JSON is for
/// those that do.
enum ConditionText {
  static func pairs(
    _ text: String, separator: Character = ";", at place: Fault.Location
  ) throws -> [String: [Cell]] {
    var pairs: [String: [Cell]] = [:]
    for part in text.split(separator: separator) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let names = sides.map { $0.trimmingSpaces }
      guard names.count == 2, !names[0].isEmpty else {
        throw Fault(
          at: place, value: String(part), Message(VariantText.noCondition),
          expected: Message(VariantText.columnEqualsValue, ["separator": String(separator)]))
      }
      // One column with several values: any of them will do.
      pairs[names[0], default: []].append(names[1].isEmpty ? .blank : .text(names[1]))
    }
    return pairs
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    var view = self
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
