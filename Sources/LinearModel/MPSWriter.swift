/// Writes a model as free MPS with every number in full.
///
/// Numbers are the shortest decimals that read back as the same `Double`. Names are made unique and fit
/// for the format (letters, digits, `_` and `.[]()-+/:#`, at most 200 bytes), so a file may be written
/// whatever the model's names are. MPS gives the second bound of a row as a distance from the first; where
/// no distance leads exactly to it, the row gets a variable `range_…` of its own that has the two bounds.
public struct MPSWriter: Sendable {
  /// Whose readers the file is for.
  public var dialect: MPSDialect

  /// A writer.
  public init(dialect: MPSDialect = .common) {
    self.dialect = dialect
  }

  /// Names in the file: row and column names may use these besides letters, digits and `_`.
  private static let rules = ExportNames.Rules(extra: Set(".[]()-+/:#".utf8), wordsOnly: false)
  static let objectiveName = "OBJ"

  /// The names that a model, its rows and its columns have in a file.
  static func names(of model: Model) -> (title: String, rows: [String], columns: [String]) {
    var title = ExportNames(rules)
    return (
      title.name(for: model.name, prefix: "MODEL", index: 0),
      model.exportConstraintNames(rules, reserved: [objectiveName]), model.exportVariableNames(rules)
    )
  }

  /// Writes a model, piece by piece.
  public func write(_ model: Model, to sink: inout some TextOutputStream) {
    let (title, rowNames, columnNames) = Self.names(of: model)
    let ranges = RangeColumns(model, rowNames, columnNames, Self.rules)
    sink.write("NAME \(title)\n")
    if model.sense == .maximize, dialect == .common { sink.write("OBJSENSE\n    MAX\n") }
    writeRows(model, rowNames, to: &sink)
    writeColumns(model, rowNames, columnNames, to: &sink)
    for (row, name) in ranges.columns { sink.write(" \(name) \(rowNames[row]) -1\n") }
    writeRightHandSides(model, rowNames, to: &sink)
    writeRanges(model, rowNames, to: &sink)
    writeBounds(model, columnNames, to: &sink)
    for (row, name) in ranges.columns {
      sink.write(" LO BND \(name) \(model.rowLowerBounds[row])\n")
      sink.write(" UP BND \(name) \(model.rowUpperBounds[row])\n")
    }
    sink.write("ENDATA\n")
  }

  private func objectiveSign(_ model: Model) -> Double {
    model.sense == .maximize && dialect == .glpk ? -1 : 1
  }

  private func writeRows(_ model: Model, _ names: [String], to sink: inout some TextOutputStream) {
    sink.write("ROWS\n N \(Self.objectiveName)\n")
    for row in names.indices {
      sink.write(" \(MPSRow(model.rowLowerBounds[row], model.rowUpperBounds[row]).type) \(names[row])\n")
    }
  }

  private func writeColumns(
    _ model: Model, _ rowNames: [String], _ columnNames: [String], to sink: inout some TextOutputStream
  ) {
    sink.write("COLUMNS\n")
    let columns = ColumnView(model)
    let sign = objectiveSign(model)
    var inIntegers = false
    var markers = 0
    for column in columnNames.indices {
      let isInteger = model.domains[column] == .integer
      if isInteger != inIntegers {
        sink.write(" M\(markers) 'MARKER' '\(isInteger ? "INTORG" : "INTEND")'\n")
        markers += 1
        inIntegers = isInteger
      }
      let range = columns.starts[column]..<columns.starts[column + 1]
      // A column without any entry would be unknown to the reader.
      let name = columnNames[column]
      if model.objective[column] != 0 || range.isEmpty {
        sink.write(" \(name) \(Self.objectiveName) \(sign * model.objective[column])\n")
      }
      for position in range {
        sink.write(" \(name) \(rowNames[columns.rows[position]]) \(columns.values[position])\n")
      }
    }
    if inIntegers { sink.write(" M\(markers) 'MARKER' 'INTEND'\n") }
  }

  private func writeRightHandSides(
    _ model: Model, _ names: [String], to sink: inout some TextOutputStream
  ) {
    sink.write("RHS\n")
    if model.objectiveConstant != 0 {
      let side = dialect.side(ofConstant: objectiveSign(model) * model.objectiveConstant)
      sink.write(" RHS \(Self.objectiveName) \(side)\n")
    }
    for row in names.indices {
      let side = MPSRow(model.rowLowerBounds[row], model.rowUpperBounds[row]).rightHandSide
      if side != 0 { sink.write(" RHS \(names[row]) \(side)\n") }
    }
  }

  private func writeRanges(_ model: Model, _ names: [String], to sink: inout some TextOutputStream) {
    var begun = false
    for row in names.indices {
      guard let range = MPSRow(model.rowLowerBounds[row], model.rowUpperBounds[row]).range else { continue }
      if !begun { sink.write("RANGES\n") }
      begun = true
      sink.write(" RNG \(names[row]) \(range)\n")
    }
  }

  private func writeBounds(_ model: Model, _ names: [String], to sink: inout some TextOutputStream) {
    sink.write("BOUNDS\n")
    for column in names.indices {
      let lower = model.lowerBounds[column]
      let upper = model.upperBounds[column]
      let isInteger = model.domains[column] == .integer
      let name = names[column]
      if isInteger, lower == 0, upper == 1 {
        sink.write(" BV BND \(name)\n")
      } else if lower == upper {
        sink.write(" FX BND \(name) \(lower)\n")
      } else if lower == -.infinity, upper == .infinity {
        sink.write(" FR BND \(name)\n")
      } else {
        // What the default is for integer columns, and for an upper bound below 0, readers do not agree.
        if lower == -.infinity { sink.write(" MI BND \(name)\n") }
        if lower != 0, lower != -.infinity { sink.write(" LO BND \(name) \(lower)\n") }
        if upper != .infinity { sink.write(" UP BND \(name) \(upper)\n") }
        if upper == .infinity, isInteger { sink.write(" PL BND \(name)\n") }
      }
    }
  }
}

/// A row's bounds as MPS has them: a type, a right-hand side, and for two different bounds a range.
private struct MPSRow {
  var type: Character
  var rightHandSide: Double
  var range: Double?
  /// Whether no range leads exactly from one bound to the other.
  var needsColumn = false

  init(_ lower: Double, _ upper: Double) {
    if lower == upper {
      (type, rightHandSide) = ("E", lower)
    } else if lower == -.infinity, upper == .infinity {
      (type, rightHandSide) = ("N", 0)
    } else if upper == .infinity {
      (type, rightHandSide) = ("G", lower)
    } else if lower == -.infinity {
      (type, rightHandSide) = ("L", upper)
    } else if let range = Self.range(upper - lower, where: { lower + $0 == upper }) {
      (type, rightHandSide, self.range) = ("G", lower, range)
    } else if let range = Self.range(upper - lower, where: { upper - $0 == lower }) {
      (type, rightHandSide, self.range) = ("L", upper, range)
    } else {
      (type, rightHandSide, needsColumn) = ("E", 0, true)
    }
  }

  /// The difference or a neighbour of it, whichever gives the other bound exactly.
  private static func range(_ difference: Double, where hits: (Double) -> Bool) -> Double? {
    [difference, difference.nextUp, difference.nextDown].first(where: hits)
  }
}

/// The variables that stand for rows whose two bounds MPS cannot say.
private struct RangeColumns {
  let columns: [(row: Int, name: String)]

  init(_ model: Model, _ rowNames: [String], _ columnNames: [String], _ rules: ExportNames.Rules) {
    let rows = rowNames.indices.filter {
      MPSRow(model.rowLowerBounds[$0], model.rowUpperBounds[$0]).needsColumn
    }
    // Most models have none; the names are looked at only where they matter.
    var names = ExportNames(rules, reserved: rows.isEmpty ? [] : Set(columnNames))
    columns = rows.map { ($0, names.name(for: "range_\(rowNames[$0])", prefix: "r", index: $0)) }
  }
}

/// The matrix column after column.
struct ColumnView {
  private(set) var starts: [Int]
  private(set) var rows: [Int]
  private(set) var values: [Double]

  init(_ model: Model) {
    starts = [Int](repeating: 0, count: model.variableCount + 1)
    for column in model.rows.columns { starts[Int(column) + 1] += 1 }
    for column in 0..<model.variableCount { starts[column + 1] += starts[column] }
    rows = [Int](repeating: 0, count: model.nonzeroCount)
    values = [Double](repeating: 0, count: model.nonzeroCount)
    var next = starts
    for row in 0..<model.constraintCount {
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        let column = Int(model.rows.columns[position])
        rows[next[column]] = row
        values[next[column]] = model.rows.values[position]
        next[column] += 1
      }
    }
  }
}
