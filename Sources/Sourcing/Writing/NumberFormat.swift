internal import Foundation

/// Numbers for people, the same in every locale: a point before decimals, a space between thousands.
public enum NumberFormat {
  /// A number with a fixed count of decimals, its thousands grouped: `-12 345.60`.
  ///
  /// What is not zero and would be rounded to zero is shown as less than the last decimal: `<0.1`.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    if value == 0 { return "0" }
    if abs(value) >= 1e15 { return String(format: "%.4e", value) }
    let text = String(format: "%.\(decimals)f", abs(value))
    if text.allSatisfy({ $0 == "0" || $0 == "." }) {
      let least = decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1"
      return value < 0 ? ">-\(least)" : "<\(least)"
    }
    return (value < 0 ? "-" : "") + grouped(text)
  }

  /// A number by itself, to some significant digits, whole digits always kept: `12 345`, `3.1416`, `0.0025`.
  public static func single(_ value: Double, digits: Int = 5) -> String {
    fixed(value, decimals: decimals(for: [value], digits: digits))
  }

  /// Numbers of one column, all with the same decimals.
  public static func column(_ values: [Double]) -> [String] {
    let decimals = decimals(for: values, digits: 4)
    return values.map { fixed($0, decimals: decimals) }
  }

  /// A share as a percentage: `62.5 %`; 0 and 1 are told only where they are exact.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "\(share)" }
    let value = share * 100
    if value == 0 || value == 100 { return "\(Int(value)) %" }
    if abs(value) < 0.0001 { return value < 0 ? ">-0.0001 %" : "<0.0001 %" }
    if abs(value) < 0.05 { return significant(value, digits: 2) + " %" }
    let text = fixed(value, decimals: 1)
    return (text == "100.0" && share < 1 ? ">99.9" : text) + " %"
  }

  /// A time in seconds: `<0.01 s`, `0.42 s`, `12.3 s`, `3 min 05 s`, `1 h 02 min`.
  public static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "\(seconds) s" }
    if seconds < 0.01 { return "<0.01 s" }
    if seconds < 10 { return String(format: "%.2f s", seconds) }
    if seconds < 60 { return String(format: "%.1f s", seconds) }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return String(format: "%d min %02d s", whole / 60, whole % 60) }
    return String(format: "%d h %02d min", whole / 3600, whole / 60 % 60)
  }

  /// Decimals that show the largest of some numbers to so many significant digits, less those that would be
  /// zero in all of them.
  private static func decimals(for values: [Double], digits: Int) -> Int {
    let finite = values.filter(\.isFinite)
    let largest = finite.map(abs).max() ?? 0
    if largest == 0 { return 0 }
    let magnitude = Int(log10(largest).rounded(.down))
    let wanted = max(0, min(9, digits - 1 - magnitude))
    // The fewest decimals that show the same.
    for fewer in 0..<wanted where finite.allSatisfy({ isExact($0, decimals: fewer, among: wanted) }) {
      return fewer
    }
    return wanted
  }

  /// Whether fewer decimals show a value as well as the wanted ones do, and do not make it zero.
  private static func isExact(_ value: Double, decimals: Int, among wanted: Int) -> Bool {
    let scaled = value * pow(10, Double(decimals))
    let isLost = scaled.rounded() == 0 && value != 0
    return !isLost && abs(scaled - scaled.rounded()) < 0.5 * pow(10, Double(decimals - wanted))
  }

  private static func significant(_ value: Double, digits: Int) -> String {
    let magnitude = Int(log10(abs(value)).rounded(.down))
    return String(format: "%.\(digits - 1 - magnitude)f", value)
  }

  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return digits }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(" ") }
      result.append(digit)
    }
    return parts.count > 1 ? "\(result).\(parts[1])" : result
  }
}
