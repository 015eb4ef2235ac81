internal import Sourcing

/// A factor in one line: `demand.quantity *= 0.8, 1, 1.2`, `duty: duties.rate[destination=EU] = 0 .. 0.25`.
///
/// A name and a colon may stand before it; the condition stands in square brackets, its parts parted by commas; `=` sets and `*=`
/// scales; behind it stand levels parted by commas, or the ends of a range parted by two points.
public enum FactorText {
  /// Reads a factor.
  ///
  /// - Throws: A `Fault` that says what is wrong.
  public static func parse(_ text: String) throws -> Factor {
    let place = Fault.Location(file: "vary")
    let wrong = Fault(
      at: place, value: text, Message(VariantText.noFactor),
      expected: Message(VariantText.suchAsFactors))
    var (left, right, isScaled) = try sides(text) ?? { throw wrong }()
    var name: String?
    if let colon = left.firstIndex(of: ":") {
      name = left[..<colon].trimmingSpaces
      left = left[left.index(after: colon)...]
    }
    var condition: [String: [Cell]] = [:]
    if let open = left.firstIndex(of: "[") {
      let rest = left[left.index(after: open)...].trimmingSpaces
      guard rest.hasSuffix("]") else { throw wrong }
      condition = try ConditionText.pairs(String(rest.dropLast()), separator: ",", at: place)
      left = left[..<open]
    }
    let path = left.trimmingSpaces.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count == 2, !path[0].isEmpty, !path[1].isEmpty else { throw wrong }
    let target = Factor.Target(path[0], path[1], isScaled: isScaled, where: condition)
    let title = name ?? left.trimmingSpaces
    right = right.trimmingSpaces[...]
    if let range = right.firstRange(of: "..") {
      guard let low = Double(right[..<range.lowerBound].trimmingSpaces),
        let high = Double(right[range.upperBound...].trimmingSpaces), low <= high, low.isFinite, high.isFinite
      else { throw wrong }
      return Factor(title, .range(low...high, target))
    }
    let levels = right.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard !levels.isEmpty, levels.allSatisfy({ !$0.isEmpty }) else { throw wrong }
    return Factor(title, target, values: try levels.map { try cell($0, isScaled, wrong) })
  }

  /// What stands before and behind the sign: the first `=` that is not inside brackets.
  private static func sides(_ text: String) -> (Substring, Substring, Bool)? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "[": depth += 1
      case "]": depth -= 1
      case "=" where depth == 0:
        let before = text[..<index]
        let isScaled = before.hasSuffix("*")
        return (isScaled ? before.dropLast() : before, text[text.index(after: index)...], isScaled)
      default: break
      }
    }
    return nil
  }

  private static func cell(_ text: String, _ isScaled: Bool, _ wrong: Fault) throws -> Cell {
    if let number = Double(text), number.isFinite { return .number(number) }
    if isScaled { throw wrong }
    switch text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    default: return .text(text)
    }
  }
}
