/// Takes in an MPS file line by line.
struct MPSParser {
  private enum Section: String {
    case name = "NAME"
    case sense = "OBJSENSE"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case rightHandSides = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
  }

  private struct Row {
    var name: String
    var type: Substring
    var side = 0.0
    var range: Double?
  }

  private struct Column {
    var name: String
    var isInteger: Bool
    var objective = 0.0
    var lower: Double?
    var upper: Double?
  }

  private let dialect: MPSDialect
  private var section: Section?
  private var name = ""
  private var sense = Model.Sense.minimize
  private var rows: [Row] = []
  private var rowIndex: [Substring: Int] = [:]
  /// Name of the objective; it is not among the rows.
  private var objectiveName: Substring?
  private var objectiveConstant = 0.0
  private var columns: [Column] = []
  private var columnIndex: [Substring: Int] = [:]
  private var entries: [(row: Int, column: Int, value: Double)] = []
  /// Rows that the column in hand has mentioned (−1 for the objective), to find repetitions.
  private var mentioned: Set<Int> = []
  private var inIntegers = false
  private var line = 0

  init(dialect: MPSDialect) {
    self.dialect = dialect
  }

  /// Whether ENDATA has come.
  var isDone: Bool { section == .end }

  mutating func take(_ text: Substring, _ number: Int) throws {
    line = number
    if text.first == "*" { return }
    let fields = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
    guard let first = fields.first else { return }
    if text.first?.isWhitespace == false {
      try begin(first, fields)
      return
    }
    switch section {
    case .sense: try takeSense(first)
    case .rows: try takeRow(fields)
    case .columns: try takeColumn(fields)
    case .rightHandSides: try takeRightHandSides(fields)
    case .ranges: try takeRanges(fields)
    case .bounds: try takeBound(fields)
    case .name, .end, nil: throw fault("data outside of a section")
    }
  }

  private func fault(_ message: String) -> MPSError { MPSError(line: line, message: message) }

  private mutating func begin(_ keyword: Substring, _ fields: [Substring]) throws {
    guard let next = Section(rawValue: String(keyword)) else { throw fault("unknown section \(keyword)") }
    section = next
    if next == .name { name = fields.dropFirst().joined(separator: " ") }
    if next == .sense, fields.count > 1 { try takeSense(fields[1]) }
  }

  private mutating func takeSense(_ word: Substring) throws {
    switch word.uppercased() {
    case "MAX", "MAXIMIZE": sense = .maximize
    case "MIN", "MINIMIZE": sense = .minimize
    default: throw fault("OBJSENSE is \(word), not MAX or MIN")
    }
  }

  private mutating func takeRow(_ fields: [Substring]) throws {
    guard fields.count == 2 else { throw fault("a row has a type and a name") }
    guard ["N", "E", "L", "G"].contains(fields[0]) else { throw fault("unknown row type \(fields[0])") }
    guard rowIndex[fields[1]] == nil, fields[1] != objectiveName else {
      throw fault("row \(fields[1]) occurs twice")
    }
    if fields[0] == "N", objectiveName == nil {
      objectiveName = fields[1]
      return
    }
    rowIndex[fields[1]] = rows.count
    rows.append(Row(name: String(fields[1]), type: fields[0]))
  }

  private mutating func takeColumn(_ fields: [Substring]) throws {
    if fields.count == 3, fields[1] == "'MARKER'" {
      guard fields[2] == "'INTORG'" || fields[2] == "'INTEND'" else {
        throw fault("unknown marker \(fields[2])")
      }
      inIntegers = fields[2] == "'INTORG'"
      return
    }
    guard fields.count == 3 || fields.count == 5 else { throw fault("a column line has 3 or 5 fields") }
    if columns.isEmpty || columns[columns.count - 1].name != fields[0] {
      guard columnIndex[fields[0]] == nil else { throw fault("column \(fields[0]) is in two places") }
      columnIndex[fields[0]] = columns.count
      columns.append(Column(name: String(fields[0]), isInteger: inIntegers))
      mentioned.removeAll(keepingCapacity: true)
    }
    let column = columns.count - 1
    for pair in stride(from: 1, to: fields.count, by: 2) {
      let value = try number(fields[pair + 1])
      let row = try row(fields[pair])
      guard mentioned.insert(row ?? -1).inserted else {
        throw fault("column \(fields[0]) mentions row \(fields[pair]) twice")
      }
      if let row {
        entries.append((row, column, value))
      } else {
        columns[column].objective = value
      }
    }
  }

  private mutating func takeRightHandSides(_ fields: [Substring]) throws {
    // The name of the set may be left out.
    for pair in stride(from: fields.count % 2, to: fields.count, by: 2) {
      guard pair + 1 < fields.count else { throw fault("a right-hand side without a number") }
      let value = try number(fields[pair + 1])
      if let row = try row(fields[pair]) {
        rows[row].side = value
      } else {
        objectiveConstant = dialect.side(ofConstant: value)
      }
    }
  }

  private mutating func takeRanges(_ fields: [Substring]) throws {
    for pair in stride(from: fields.count % 2, to: fields.count, by: 2) {
      guard let row = try row(fields[pair]), rows[row].type != "N" else {
        throw fault("a range for row \(fields[pair]), which has no bounds")
      }
      rows[row].range = try number(fields[pair + 1])
    }
  }

  private mutating func takeBound(_ fields: [Substring]) throws {
    guard let type = fields.first else { return }
    let needsNumber = !["FR", "MI", "PL", "BV"].contains(type)
    // The name of the set may be left out.
    let least = needsNumber ? 3 : 2
    guard fields.count >= least else { throw fault("a bound of type \(type) has at least \(least) fields") }
    let hasSet = needsNumber ? fields.count > 3 : fields.count > 2
    let name = fields[hasSet ? 2 : 1]
    guard let column = columnIndex[name] else { throw fault("there is no column \(name)") }
    let value = needsNumber ? try number(fields[hasSet ? 3 : 2]) : 0
    switch type {
    case "UP": columns[column].upper = value
    case "LO": columns[column].lower = value
    case "FX": (columns[column].lower, columns[column].upper) = (value, value)
    case "FR": (columns[column].lower, columns[column].upper) = (-.infinity, .infinity)
    case "MI": columns[column].lower = -.infinity
    case "PL": columns[column].upper = .infinity
    case "BV":
      (columns[column].lower, columns[column].upper) = (0, 1)
      columns[column].isInteger = true
    case "LI":
      columns[column].lower = value
      columns[column].isInteger = true
    case "UI":
      columns[column].upper = value
      columns[column].isInteger = true
    default: throw fault("unknown type of bound \(type)")
    }
  }

  /// Index of a row, nil for the objective.
  private func row(_ name: Substring) throws -> Int? {
    if let index = rowIndex[name] { return index }
    if name == objectiveName { return nil }
    throw fault("there is no row \(name)")
  }

  private func number(_ text: Substring) throws -> Double {
    guard let value = Double(text), !value.isNaN else { throw fault("\(text) is not a number") }
    return value
  }

  /// The model that has come in.
  func model(line: Int) throws -> Model {
    guard objectiveName != nil else { throw MPSError(line: line, message: "there is no objective row") }
    var model = Model(name: name, sense: sense)
    model.objectiveConstant = objectiveConstant
    for column in columns {
      let upper = column.upper ?? .infinity
      let lower = column.lower ?? (upper < 0 ? -.infinity : 0)
      model.addVariable(
        column.name, column.isInteger ? .integer : .continuous, lower: lower, upper: upper,
        objective: column.objective)
    }
    var byRow = [[(column: Int, value: Double)]](repeating: [], count: rows.count)
    for entry in entries { byRow[entry.row].append((entry.column, entry.value)) }
    for (index, row) in rows.enumerated() {
      let bounds = bounds(of: row)
      model.addRow(
        columns: byRow[index].map { Int32($0.column) }, values: byRow[index].map(\.value),
        lower: bounds.lower, upper: bounds.upper, name: row.name)
    }
    return model
  }

  private func bounds(of row: Row) -> (lower: Double, upper: Double) {
    let size = abs(row.range ?? 0)
    switch row.type {
    case "E":
      guard let range = row.range else { return (row.side, row.side) }
      return range < 0 ? (row.side - size, row.side) : (row.side, row.side + size)
    case "L": return (row.range == nil ? -.infinity : row.side - size, row.side)
    case "G": return (row.side, row.range == nil ? .infinity : row.side + size)
    default: return (-.infinity, .infinity)
    }
  }
}
