import Foundation
import Testing

@testable import Sourcing

/// Sound files with a random slip in them must give a case or faults that say where, and nothing else.
@Suite("Files with random slips")
struct MutationTests {
  /// One way to spoil the bytes of a file.
  private enum Slip: CaseIterable {
    case cellBlanked, cellReplaced, cellDoubled, cellsSwapped, lineDropped, lineDoubled, linesSwapped,
      byteDropped
    case byteReplaced, byteDoubled, bitFlipped, cut, glued

    func spoil(_ data: Data, _ random: inout SeededGenerator) -> Data {
      var bytes = [UInt8](data)
      guard !bytes.isEmpty else { return data }
      let position = Int.random(in: bytes.indices, using: &random)
      switch self {
      case .byteDropped: bytes.remove(at: position)
      case .byteReplaced: bytes[position] = UInt8.random(in: 0...255, using: &random)
      case .byteDoubled: bytes.insert(bytes[position], at: position)
      case .bitFlipped: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case .cut: bytes.removeSubrange(position...)
      case .glued: bytes += bytes[position...]
      case .lineDropped, .lineDoubled, .linesSwapped: spoilPart(of: &bytes, at: "\n", &random)
      case .cellBlanked, .cellReplaced, .cellDoubled, .cellsSwapped: spoilPart(of: &bytes, at: ",", &random)
      }
      return Data(bytes)
    }

    private func spoilPart(of bytes: inout [UInt8], at sign: Unicode.Scalar, _ random: inout SeededGenerator)
    {
      let separator = UInt8(ascii: sign)
      var parts = bytes.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
      let one = Int.random(in: parts.indices, using: &random)
      let other = Int.random(in: parts.indices, using: &random)
      switch self {
      case .cellBlanked: parts[one] = []
      case .cellReplaced: parts[one] = Array(Self.odd.randomElement(using: &random)?.utf8 ?? "".utf8)
      case .lineDropped: parts.remove(at: one)
      case .cellDoubled, .lineDoubled: parts.insert(parts[one], at: other)
      default: parts.swapAt(one, other)
      }
      bytes = Array(parts.joined(separator: [separator]))
    }

    private static let odd = [
      "nan", "-1", "1e999", "1e-999", "0x1p3", "*", ";", "\"", "\"\"", "\"a", "\u{FEFF}", "\u{0}", "é", "\r",
      "\n", "true", "null",
      "999999999999", "-0", "{}", "[", "Wien", "undisturbed", String(repeating: "x", count: 500),
    ]
  }

  @Test("a folder of tables", arguments: [1, 2, 3] as [UInt64])
  func folders(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(.rich, to: folder.path)
    let names = try folder.entries()
    var outcomes = Outcomes()
    for _ in 0..<100 {
      let name = try #require(names.randomElement(using: &random))
      let slip = try #require(Slip.allCases.randomElement(using: &random))
      let sound = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      try folder.write(slip.spoil(sound, &random), to: name)
      try check(folder.path, "\(slip) in \(name)", &outcomes)
      try folder.write(sound, to: name)
    }
    // Both happen, or the slips are of no use.
    #expect(outcomes.faulty > 20)
    #expect(outcomes.sound > 5)
  }

  @Test("a document")
  func documents() throws {
    var random = SeededGenerator(seed: 4)
    let folder = try TemporaryFolder()
    let sound = Data(try CaseWriter.json(.rich).utf8)
    var outcomes = Outcomes()
    for _ in 0..<100 {
      let slip = try #require(Slip.allCases.randomElement(using: &random))
      try folder.write(slip.spoil(sound, &random), to: "case.json")
      try check(folder.file("case.json"), "\(slip)", &outcomes)
    }
    #expect(outcomes.faulty > 20)
  }

  private struct Outcomes {
    var sound = 0
    var faulty = 0
  }

  private func check(_ path: String, _ slip: String, _ outcomes: inout Outcomes) throws {
    let (found, faults) = try CaseReader.readLeniently(path)
    var errors = faults.filter { $0.severity == .error }
    if errors.isEmpty {
      do {
        _ = try SourcingNetwork(found)
        outcomes.sound += 1
      } catch let faults as CaseFaults {
        errors = faults.faults.filter { $0.severity == .error }
      }
    }
    if !errors.isEmpty { outcomes.faulty += 1 }
    for error in errors {
      #expect(error.location.file.hasPrefix(path), "\(slip): \(error)")
      #expect(!error.problem.isEmpty)
      #expect(!error.description.utf8.contains { $0 < 0x20 }, "\(slip): \(error)")
    }
    #expect(errors.count < 60, "\(slip): an avalanche of \(errors.count) faults")
  }
}
