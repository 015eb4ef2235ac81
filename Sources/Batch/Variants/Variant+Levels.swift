internal import Sourcing

extension Variant {
  /// The levels of the factors as JSON in one line; numbers as numbers.
  var levelsText: String {
    JSONValue.object(
      Dictionary(levels.map { ($0.factor, Self.json($0.level)) }) { first, _ in first }
    ).text
  }

  private static func json(_ level: String) -> JSONValue {
    guard let number = Double(level), number.isFinite, NumberText.shortest(number) == level else {
      return .text(level)
    }
    return .number(number)
  }
}
