import ArgumentParser
import Foundation
import Mainstay

/// Values of options as people write them.
enum ArgumentValues {
  /// Seconds: `90`, `90s`, `5m`, `1.5h`.
  static func duration(_ text: String) throws -> Double {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    var digits = text
    var factor = 1.0
    if let last = text.last, let unit = units[last] {
      digits.removeLast()
      factor = unit
    }
    guard let value = decimal(digits), value > 0, value * factor <= 1e9 else {
      throw ValidationError(.aTime)
    }
    return value * factor
  }

  /// Bytes: `500MB`, `2GB`, decimal units.
  static func bytes(_ text: String) throws -> Double {
    let units: [(name: String, bytes: Double)] = [
      ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3), ("T", 1e12), ("G", 1e9), ("M", 1e6), ("K", 1e3),
    ]
    let given = text.uppercased()
    let unit = units.first { given.hasSuffix($0.name) }
    guard let unit, let value = decimal(String(given.dropLast(unit.name.count))), value > 0,
      value * unit.bytes <= 1e15
    else { throw ValidationError(.anAmountOfMemory) }
    return value * unit.bytes
  }

  /// A relative gap: `0.001` or `0.1%`.
  static func gap(_ text: String) throws -> Double {
    let isPercentage = text.hasSuffix("%")
    guard let value = decimal(isPercentage ? String(text.dropLast()) : text) else { throw badGap }
    let gap = isPercentage ? value / 100 : value
    guard (0...1).contains(gap) else { throw badGap }
    return gap
  }

  /// How many samples: at least the two that a deviation needs.
  static func samples(_ text: String) throws -> Int {
    guard let value = Int(text), (2...1_000_000).contains(value) else {
      throw ValidationError(.aWholeNumber, ["least": 2, "most": 1_000_000])
    }
    return value
  }

  /// A confidence: `0.95` or `95%`, neither none nor certainty.
  static func confidence(_ text: String) throws -> Double {
    guard let value = try? gap(text), value > 0, value < 1 else {
      throw ValidationError(.aConfidence)
    }
    return value
  }

  /// A seed, as `settings` allows it.
  static func seed(_ text: String) throws -> Int {
    guard let value = Int(text), (0...Int(Int32.max)).contains(value) else {
      throw ValidationError(.aWholeNumber, ["least": "0", "most": Int(Int32.max)])
    }
    return value
  }

  /// A number of days, more than zero.
  static func days(_ text: String) throws -> Double {
    guard let value = decimal(text), value > 0, value <= 1e6 else {
      throw ValidationError(.daysAboveZero)
    }
    return value
  }

  /// An alignment, from -1 to 1.
  static func score(_ text: String) throws -> Double {
    guard let value = decimal(text), (-1...1).contains(value) else {
      throw ValidationError(.aScore)
    }
    return value
  }

  /// A limit to watch: `top_region=0.65`, or `top_region[ore]=0.65` of one item or corridor, whatever its name holds.
  static func watchLimit(_ text: String) throws -> WatchLimit {
    guard let equals = text.lastIndex(of: "="),
      let value = decimal(String(text[text.index(after: equals)...])),
      value >= 0, value.isFinite
    else { throw badWatchLimit }
    var name = text[..<equals]
    var subject: String?
    if name.hasSuffix("]"), let bracket = name.firstIndex(of: "[") {
      subject = String(name[name.index(after: bracket)...].dropLast())
      name = name[..<bracket]
    }
    guard let metric = WatchMetric(rawValue: String(name)), subject != "" else { throw badWatchLimit }
    return WatchLimit(metric, subject, limit: value)
  }

  private static let badWatchLimit = ValidationError(
    .aWatchLimit, ["metrics": WatchMetric.allCases.map(\.rawValue).joined(separator: ", ")])

  /// Kinds of target parted by commas, each once.
  static func targetKinds(_ text: String) throws -> [DisruptionTarget] {
    let words = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let kinds = try words.map { word in
      guard let kind = DisruptionTarget(rawValue: word), StressOptions.allKinds.contains(kind) else {
        let known = StressOptions.allKinds.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(.unknownTarget, ["word": word, "kinds": known])
      }
      return kind
    }
    if kinds.isEmpty { throw ValidationError(.kindsOfTarget) }
    return kinds
  }

  /// A factor of what-ifs: `demand.quantity *= 0.8, 1, 1.2`.
  static func factor(_ text: String) throws -> Factor {
    do { return try FactorText.parse(text) } catch let fault as Fault {
      guard let expectation = fault.expectation else {
        throw ValidationError(fault.message.text(in: Spoken.language))
      }
      throw ValidationError(
        .problemExpected, ["problem": fault.message, "expected": expectation])
    }
  }

  /// A part of a batch: `2/8`.
  static func shard(_ text: String) throws -> Shard {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], let shard = Shard(number, of: count)
    else { throw ValidationError(.aPart) }
    return shard
  }

  /// How many workers.
  static func workers(_ text: String) throws -> Int {
    guard let value = Int(text), (1...256).contains(value) else {
      throw ValidationError(.aWholeNumber, ["least": 1, "most": 256])
    }
    return value
  }

  private static let badGap = ValidationError(.aGap)

  /// A plain decimal number: neither hexadecimal nor infinite, which Swift would take as well.
  private static func decimal(_ text: String) -> Double? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }) else {
      return nil
    }
    return Double(text)
  }
}
