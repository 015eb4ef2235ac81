/// One row of a typed table, read by column name.
struct RowReader {
  let cells: [Cell]
  let positions: [String: Int]

  /// The text of a column that has one; required columns always do in a table that was decoded.
  func text(_ column: String) -> String {
    optionalText(column) ?? ""
  }

  /// The text of a column, nil where it is blank.
  func optionalText(_ column: String) -> String? {
    if case .text(let text) = cell(column) { text } else { nil }
  }

  /// The number of a column, or what stands for a blank.
  func number(_ column: String, default value: Double = 0) -> Double {
    optionalNumber(column) ?? value
  }

  /// The number of a column, nil where it is blank.
  func optionalNumber(_ column: String) -> Double? {
    if case .number(let value) = cell(column) { value } else { nil }
  }

  /// The whole number of a column, nil where it is blank.
  func optionalInteger(_ column: String) -> Int? {
    optionalNumber(column).map { Int($0) }
  }

  /// The flag of a column; blank is false.
  func flag(_ column: String) -> Bool {
    optionalFlag(column) ?? false
  }

  /// The flag of a column, nil where it is blank.
  func optionalFlag(_ column: String) -> Bool? {
    if case .flag(let value) = cell(column) { value } else { nil }
  }

  /// The name in a pattern column, nil where it is blank or `*`.
  func pattern(_ column: String) -> String? {
    optionalText(column).flatMap { $0 == "*" ? nil : $0 }
  }

  /// The names in a filter column; none where it is blank or `*`.
  func names(_ column: String) -> [String] {
    optionalText(column) == "*" ? [] : list(column)
  }

  /// The names in a column that holds several; none where it is blank.
  func list(_ column: String) -> [String] {
    guard let text = optionalText(column) else { return [] }
    let names = text.split(separator: ";").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    // A lone `;` names nothing, and must not pass for a filter that lets everything through.
    return names.isEmpty ? [text] : names
  }

  /// The word of a choice column as a case of an enumeration.
  func choice<Value: RawRepresentable>(_ column: String, _: Value.Type) -> Value?
  where Value.RawValue == String {
    optionalText(column).flatMap(Value.init(rawValue:))
  }

  private func cell(_ column: String) -> Cell {
    positions[column].map { cells[$0] } ?? .blank
  }
}
