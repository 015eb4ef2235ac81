import Testing

@testable import Sourcing

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "at most a third of the name's length away, at least one edit, at most four",
    arguments: [
      ("site", ["sites", "lanes"], "sites"), ("Sites", ["sites"], "sites"),
      ("demnad", ["demand", "items"], "demand"),
      ("EU", ["US", "DE"], nil), ("EX", ["US", "EU"], "EU"), ("x", ["y"], "y"), ("x", ["yz"], nil),
      ("abc", ["abd", "abe"], "abd"),
      ("capabilites", ["capabilities"], "capabilities"), ("abcdef", ["abcxyz"], nil), ("", ["a"], nil),
      ("a", [], nil),
      ("Ｅurope", ["Europe"], "Europe"), ("munchen", ["München", "Manchester"], "München"),
      ("abcdefghijklmnop", ["abcdefghijkl"], "abcdefghijkl"), ("abcdefghijklmnopq", ["abcdefghijkl"], nil),
      ("ab", ["ba"], "ba"),
    ] as [(String, [String], String?)])
  func nearest(_ name: String, _ candidates: [String], _ found: String?) {
    #expect(NearestName.of(name, among: candidates) == found)
    #expect(NearestName.of(name, among: candidates.reversed()) == found)
  }

  @Test("names of any length are compared by their beginning")
  func long() {
    let long = String(repeating: "ab", count: 100_000)
    #expect(NearestName.of(long, among: [long + "x", "other"]) == long + "x")
  }
}
