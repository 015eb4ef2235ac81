/// Checks that every name that a row refers to exists.
enum ReferenceCheck {
  static func faults(_ tables: [Table], _ names: NameIndex, _ origin: CaseOrigin) -> [Fault] {
    var faults: [Fault] = []
    for table in tables {
      guard let schema = CaseSchema.table(table.name) else { continue }
      for (position, column) in schema.columns.enumerated() {
        guard let (targets, isList) = targets(of: column.kind) else { continue }
        var suggestions = Suggestions()
        for (index, row) in table.rows.enumerated() {
          guard case .text(let text) = row[position], text != "*" || isExact(column.kind) else { continue }
          let wanted = isList ? text.split(separator: ";").map { String($0).trimmingSpaces } : [text]
          for name in wanted where !names.contains(name, in: targets) {
            faults.append(
              Fault(
                at: origin.location(table: table.name, row: index, column: column.name), value: name,
                Message(CheckText.unknownName),
                expected: column.expectation,
                suggestion: suggestions.nearest(to: name, among: { names.all(in: targets) }),
                references: targets))
          }
        }
      }
    }
    return faults
  }

  private static func targets(of kind: ColumnSchema.Kind) -> (tables: [String], isList: Bool)? {
    switch kind {
    case .reference(let tables), .pattern(let tables): (tables, false)
    case .filter(let tables): (tables, true)
    case .text, .name, .number, .integer, .flag, .choice, .any: nil
    }
  }

  private static func isExact(_ kind: ColumnSchema.Kind) -> Bool {
    if case .reference = kind { true } else { false }
  }
}

/// Nearest names for the faults of one column, each looked up once, and only for so many: where thousands of names
/// are unknown they are not slips of the pen.
struct Suggestions {
  /// How many different names are looked up.
  static let most = 200

  private var known: [String: String?] = [:]
  private var candidates: [String]?

  /// The nearest name; nil where none is near, or too many were asked for.
  mutating func nearest(to name: String, among source: () -> [String]) -> String? {
    if let found = known[name] { return found }
    guard known.count < Self.most else { return nil }
    let among = candidates ?? source()
    candidates = among
    let found = NearestName.of(name, among: among)
    known[name] = .some(found)
    return found
  }
}
