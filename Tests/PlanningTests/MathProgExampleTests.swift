import Foundation
import Testing

@Suite("The data that is written by hand for the model in MathProg")
struct MathProgExampleTests {
  private func text(_ name: String) throws -> String {
    try String(contentsOf: Fixtures.root.appendingPathComponent("Models/\(name)"), encoding: .utf8)
  }

  /// The statements of a file in MathProg, without comments.
  private func statements(_ name: String) throws -> String {
    try text(name).replacing(#/\/\*(.|\n)*?\*\//#, with: "").replacing(#/#[^\n]*/#, with: "")
  }

  @Test("its page names exactly the sets and parameters that it leaves at their defaults")
  func leftOut() throws {
    let model = try statements("sourcing.mod")
    // What is computed, by := without a default, is not given by data.
    let given = model.matches(of: #/\n(?:set|param) (\w+)([^;]*);/#).filter { match in
      match.2.contains("default") || !match.2.contains(":=")
    }.map { String($0.1) }
    #expect(given.count > 100)
    let data = try statements("example.dat")
    let words = Set(
      data.replacing(#/'(?:[^']|'')*'/#, with: "").matches(of: #/[A-Za-z_]\w*/#).map { String($0.0) })
    let page = try text("README.md")
    let passage = try #require(page.firstMatch(of: #/at their\ndefaults(?:.|\n)*?`QS`\./#)).0
    let told = passage.matches(of: #/`(\w+)`/#).map { String($0.1) }
    #expect(told.sorted() == given.filter { !words.contains($0) }.sorted())
  }
}
