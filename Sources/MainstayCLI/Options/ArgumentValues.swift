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
      throw ValidationError("expected a time such as 90, 90s, 5m or 1h, more than zero")
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
    else { throw ValidationError("expected an amount of memory such as 500MB or 2GB, more than zero") }
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
      throw ValidationError("expected a whole number from 2 to 1000000")
    }
    return value
  }

  /// A confidence: `0.95` or `95%`, neither none nor certainty.
  static func confidence(_ text: String) throws -> Double {
    guard let value = try? gap(text), value > 0, value < 1 else {
      throw ValidationError("expected a share such as 0.95 or 95%, between 0 and 1")
    }
    return value
  }

  /// A seed, as `settings` allows it.
  static func seed(_ text: String) throws -> Int {
    guard let value = Int(text), (0...Int(Int32.max)).contains(value) else {
      throw ValidationError("expected a whole number from 0 to \(Int32.max)")
    }
    return value
  }

  /// A number of days, more than zero.
  static func days(_ text: String) throws -> Double {
    guard let value = decimal(text), value > 0, value <= 1e6 else {
      throw ValidationError("expected a number of days, more than zero")
    }
    return value
  }

  /// An alignment, from -1 to 1.
  static func score(_ text: String) throws -> Double {
    guard let value = decimal(text), (-1...1).contains(value) else {
      throw ValidationError("expected a score from -1 to 1")
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
    "expected metric=limit or metric[name]=limit, such as top_region=0.65; metrics: "
      + WatchMetric.allCases.map(\.rawValue).joined(separator: ", "))

  /// Kinds of target parted by commas, each once.
  static func targetKinds(_ text: String) throws -> [DisruptionTarget] {
    let words = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let kinds = try words.map { word in
      guard let kind = DisruptionTarget(rawValue: word), StressOptions.allKinds.contains(kind) else {
        let known = StressOptions.allKinds.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("unknown kind of target '\(word)'; expected some of \(known), parted by commas")
      }
      return kind
    }
    if kinds.isEmpty { throw ValidationError("expected kinds of target, parted by commas") }
    return kinds
  }

  /// A factor of what-ifs: `demand.quantity *= 0.8, 1, 1.2`.
  static func factor(_ text: String) throws -> Factor {
    do { return try FactorText.parse(text) } catch let fault as Fault {
      throw ValidationError(fault.expected.map { "\(fault.problem); expected \($0)" } ?? fault.problem)
    }
  }

  /// A part of a batch: `2/8`.
  static func shard(_ text: String) throws -> Shard {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], let shard = Shard(number, of: count)
    else { throw ValidationError("expected a part such as 2/8, counted from 1") }
    return shard
  }

  /// How many workers.
  static func workers(_ text: String) throws -> Int {
    guard let value = Int(text), (1...256).contains(value) else {
      throw ValidationError("expected a whole number from 1 to 256")
    }
    return value
  }

  private static let badGap = ValidationError("expected a share such as 0.001 or 0.1%, from 0 to 1")

  /// A plain decimal number: neither hexadecimal nor infinite, which Swift would take as well.
  private static func decimal(_ text: String) -> Double? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }) else {
      return nil
    }
    return Double(text)
  }
}
