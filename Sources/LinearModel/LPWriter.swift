/// Writes a model in the LP format of CPLEX with every number in full.
///
/// Numbers are the shortest decimals that read back as the same `Double`. Names are made unique and fit
/// for the format (letters, digits, `_` and `.`). What not all readers of the format know is put in other
/// words: a row with two bounds gets a variable of its own that is bounded instead, and the constant of
/// the objective is the coefficient of a variable that is fixed at 1.
public struct LPWriter: Sendable {
  /// A writer.
  public init() {}

  private static let rules = ExportNames.Rules(extra: Set(".".utf8), wordsOnly: true)
  private static let objectiveName = "obj"
  private static let constantName = "objective_constant"
  /// Readers limit the length of a line.
  private static let termsPerLine = 6

  /// Writes a model, piece by piece.
  public func write(_ model: Model, to sink: inout some TextOutputStream) {
    let names = model.exportVariableNames(Self.rules, reserved: [Self.constantName])
    let rowNames = model.exportConstraintNames(Self.rules, reserved: [Self.objectiveName])
    var rangeNames = ExportNames(Self.rules, reserved: Set(names).union([Self.constantName]))
    sink.write(model.sense == .minimize ? "Minimize\n" : "Maximize\n")
    var line = TermLine(Self.objectiveName, Self.termsPerLine)
    for column in names.indices where model.objective[column] != 0 {
      line.add(model.objective[column], names[column], to: &sink)
    }
    if model.objectiveConstant != 0 { line.add(model.objectiveConstant, Self.constantName, to: &sink) }
    line.finish(placeholder: names.first, tail: "", to: &sink)

    sink.write("Subject To\n")
    var ranges: [(name: String, row: Int)] = []
    for row in rowNames.indices {
      var line = TermLine(rowNames[row], Self.termsPerLine)
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        line.add(model.rows.values[position], names[Int(model.rows.columns[position])], to: &sink)
      }
      let lower = model.rowLowerBounds[row]
      let upper = model.rowUpperBounds[row]
      var tail = " = \(lower)"
      if lower != upper {
        if lower == -.infinity, upper.isFinite {
          tail = " <= \(upper)"
        } else if upper == .infinity, lower.isFinite {
          tail = " >= \(lower)"
        } else {
          let name = rangeNames.name(for: "range_\(rowNames[row])", prefix: "r", index: row)
          ranges.append((name, row))
          line.add(-1, name, to: &sink)
          tail = " = 0"
        }
      }
      line.finish(placeholder: names.first, tail: tail, to: &sink)
    }
    writeBounds(model, names, ranges, to: &sink)
    writeDomains(model, names, to: &sink)
    sink.write("End\n")
  }

  private func writeBounds(
    _ model: Model, _ names: [String], _ ranges: [(name: String, row: Int)],
    to sink: inout some TextOutputStream
  ) {
    sink.write("Bounds\n")
    for column in names.indices {
      writeBound(names[column], model.lowerBounds[column], model.upperBounds[column], to: &sink)
    }
    for range in ranges {
      writeBound(range.name, model.rowLowerBounds[range.row], model.rowUpperBounds[range.row], to: &sink)
    }
    if model.objectiveConstant != 0 { sink.write(" \(Self.constantName) = 1\n") }
  }

  private func writeBound(
    _ name: String, _ lower: Double, _ upper: Double, to sink: inout some TextOutputStream
  ) {
    if lower == upper {
      sink.write(" \(name) = \(lower)\n")
    } else if lower == -.infinity, upper == .infinity {
      sink.write(" \(name) free\n")
    } else if lower == -.infinity {
      sink.write(" -inf <= \(name) <= \(upper)\n")
    } else if upper != .infinity {
      sink.write(" \(lower) <= \(name) <= \(upper)\n")
    } else if lower != 0 {
      sink.write(" \(name) >= \(lower)\n")
    }
  }

  private func writeDomains(_ model: Model, _ names: [String], to sink: inout some TextOutputStream) {
    guard model.hasIntegers else { return }
    sink.write("Generals\n")
    for column in names.indices where model.domains[column] == .integer {
      sink.write(" \(names[column])\n")
    }
  }
}

/// The terms of one row, broken into lines.
private struct TermLine {
  private let perLine: Int
  private var text: String
  private var count = 0

  init(_ name: String, _ perLine: Int) {
    self.perLine = perLine
    text = " \(name):"
  }

  mutating func add(_ coefficient: Double, _ name: String, to sink: inout some TextOutputStream) {
    if count > 0, count % perLine == 0 {
      sink.write(text + "\n")
      text = " "
    }
    text += coefficient < 0 ? " - \(-coefficient) \(name)" : " + \(coefficient) \(name)"
    count += 1
  }

  /// Ends the row; a row without terms gets the placeholder with coefficient 0, since none may be empty.
  mutating func finish(placeholder: String?, tail: String, to sink: inout some TextOutputStream) {
    if count == 0, let placeholder { text += " 0 \(placeholder)" }
    sink.write(text + tail + "\n")
  }
}
