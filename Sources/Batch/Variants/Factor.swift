public import Sourcing

/// Something that what-ifs vary: a column of a table over several values, or alternatives of any edits.
public struct Factor: Hashable, Sendable {
  /// What a factor's value does to the case.
  public struct Target: Hashable, Sendable {
    /// The table.
    public var table: String
    /// Its column; a key in `settings`.
    public var column: String
    /// Whether the column is multiplied by the value, rather than set to it.
    public var isScaled: Bool
    /// Which rows.
    public var condition: [String: [Cell]]

    /// A target from its parts.
    public init(_ table: String, _ column: String, isScaled: Bool, where condition: [String: [Cell]] = [:]) {
      self.table = table
      self.column = column
      self.isScaled = isScaled
      self.condition = condition
    }

    /// The edit that gives the column a value.
    func edit(_ value: Cell) -> TableEdit {
      if isScaled, case .number(let factor) = value {
        return TableEdit(table, .scale(column: column, by: factor), where: condition)
      }
      return TableEdit(table, .set(column: column, to: value), where: condition)
    }
  }

  /// One of a factor's levels.
  public struct Level: Hashable, Sendable {
    /// How it is written.
    public var name: String
    /// What it changes; nothing where the case is as it stands.
    public var edits: [TableEdit]

    /// A level from its parts.
    public init(_ name: String, edits: [TableEdit]) {
      self.name = name
      self.edits = edits
    }
  }

  /// What it may be.
  public enum Values: Hashable, Sendable {
    /// One of several levels.
    case levels([Level])
    /// Any number between two.
    case range(ClosedRange<Double>, Target)
  }

  /// Its name.
  public var name: String
  /// What it may be.
  public var values: Values

  /// A factor from its parts.
  public init(_ name: String, _ values: Values) {
    self.name = name
    self.values = values
  }

  /// A factor over values of a column.
  public init(_ name: String, _ target: Target, values: [Cell]) {
    self.init(name, .levels(values.map { Level($0.text, edits: [target.edit($0)]) }))
  }

  /// The levels that a grid or a tornado goes through: all of them, or the ends of a range.
  var levels: [Level] {
    switch values {
    case .levels(let levels): levels
    case .range(let range, let target):
      [range.lowerBound, range.upperBound].map { Self.level(at: $0, target) }
    }
  }

  /// The level at a share of the way, from 0 up to but not including 1: a stratum of levels, or a point of a range.
  func level(atShare share: Double) -> Level {
    switch values {
    case .levels(let levels): levels[min(levels.count - 1, Int(share * Double(levels.count)))]
    case .range(let range, let target):
      Self.level(at: range.lowerBound + share * (range.upperBound - range.lowerBound), target)
    }
  }

  private static func level(at value: Double, _ target: Target) -> Level {
    let cell = Cell.number(value)
    return Level(cell.text, edits: [target.edit(cell)])
  }
}
