/// What is wrong with an MPS file, and where.
public struct MPSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Line of the file, from 1.
  public var line: Int
  /// What is wrong there.
  public var message: String

  /// An error from its parts.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }

  /// The message with its line.
  public var description: String { "line \(line): \(message)" }
}

/// Reads models in free MPS: fields parted by blanks, names without blanks.
///
/// Conventions where the format leaves a choice: the first row of type N is the objective, later ones are
/// constraints without bounds; an integer column without bounds lies in [0, ∞); an upper bound below 0
/// without a lower bound makes the lower one −∞.
public struct MPSReader: Sendable {
  /// Whose conventions the file follows.
  public var dialect: MPSDialect

  /// A reader.
  public init(dialect: MPSDialect = .common) {
    self.dialect = dialect
  }

  /// The model in a text.
  ///
  /// - Throws: ``MPSError`` with the line of the first fault.
  public func read(_ text: some StringProtocol) throws -> Model {
    var parser = MPSParser(dialect: dialect)
    var number = 0
    // Not by "\n": a "\r\n" is one character of its own.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      try parser.take(Substring(line), number)
      if parser.isDone { return try parser.model(line: number) }
    }
    throw MPSError(line: number, message: "the file ends without ENDATA")
  }
}
