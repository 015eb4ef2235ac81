/// Something about a model that no solver can be asked to take.
public struct ModelFault: Hashable, Sendable, CustomStringConvertible {
  /// What kind of fault it is.
  public enum Kind: String, Hashable, Sendable {
    /// A number is not a number (NaN).
    case notANumber
    /// A number is infinite where only finite numbers are allowed.
    case infinite
    /// A number is at least ``Model/greatestMagnitude`` in size.
    case tooLarge
    /// A lower bound is above its upper bound.
    case crossedBounds
    /// No whole number lies between the bounds of an integer variable.
    case noInteger
    /// A variable occurs more than once in a row.
    case duplicateTerm
    /// A row mentions a variable that the model does not have.
    case unknownVariable
  }

  /// What kind of fault it is.
  public var kind: Kind
  /// The variable at fault, where there is one.
  public var variable: Variable?
  /// The constraint at fault, where there is one.
  public var constraint: Constraint?
  /// What is wrong, with names and numbers.
  public var description: String

  /// A fault from its parts.
  public init(_ kind: Kind, _ description: String, variable: Variable? = nil, constraint: Constraint? = nil) {
    self.kind = kind
    self.description = description
    self.variable = variable
    self.constraint = constraint
  }
}
