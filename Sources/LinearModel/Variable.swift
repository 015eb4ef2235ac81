/// A column of a ``Model``.
///
/// A variable is only an index: it is meaningful with the model (or the session) that made it.
public struct Variable: Hashable, Sendable, Comparable {
  /// Position among the model's variables, from 0.
  public let index: Int

  /// Names the variable at a position; the model that holds it is the caller's to know.
  public init(index: Int) {
    self.index = index
  }

  /// Variables are ordered by their position in the model.
  public static func < (left: Variable, right: Variable) -> Bool {
    left.index < right.index
  }
}

/// The values that a variable may take between its bounds.
public enum VariableDomain: String, Hashable, Sendable {
  /// Any real number.
  case continuous
  /// Whole numbers only.
  case integer
}

/// A row of a ``Model``, by its position from 0.
public struct Constraint: Hashable, Sendable, Comparable {
  /// Position among the model's constraints, from 0.
  public let index: Int

  /// Names the constraint at a position; the model that holds it is the caller's to know.
  public init(index: Int) {
    self.index = index
  }

  /// Constraints are ordered by their position in the model.
  public static func < (left: Constraint, right: Constraint) -> Bool {
    left.index < right.index
  }
}
