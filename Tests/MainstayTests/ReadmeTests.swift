import Foundation
import Mainstay
import Testing

@Suite("The README's program")
struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The strike takes Porto away in a tenth of all years. Without a backup that costs 0.1 · 80 · 200 = 1,600 in
  /// shortage; Oslo as backup costs 100 to open, 80 · 2 = 160 to reserve, and 0.1 · 80 · (30 + 5 + 1) = 288 when it is
  /// drawn. The commitment to Porto is due where it can deliver: 0.9 · 80 · 20 = 1,440, and its freight is
  /// 0.9 · 80 · 1 = 72. In all 100 + 160 + 288 + 1,440 + 72 = 2,060.
  @Test("prints the layout that is worked out by hand")
  func printsTheLayout() throws {
    var lines: [String] = []
    try readmeProgram { lines.append($0) }
    #expect(
      lines == [
        "primary Porto: commit 80.0, reserve 0.0", "backup Oslo: commit 0.0, reserve 80.0",
        "optimal, expected cost 2060.0 EUR",
      ])
  }

  @Test("stands in the README word for word, with what it prints")
  func standsInTheReadme() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let source = try String(
      contentsOf: Self.root.appendingPathComponent("Tests/MainstayTests/ReadmeProgram.swift"), encoding: .utf8
    )
    let body = try #require(
      source.components(separatedBy: "// README begin\n").last?.components(separatedBy: "  // README end")
        .first)
    let program = body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("  ") ? String(line.dropFirst(2)) : String(line)
    }.joined(separator: "\n")
    let block = try #require(
      readme.components(separatedBy: "```swift\n").dropFirst().first?.components(separatedBy: "```").first)
    #expect(block == "import Mainstay\n\n" + program)
    var lines: [String] = []
    try readmeProgram { lines.append($0) }
    #expect(readme.contains(lines.joined(separator: "\n")))
  }
}
