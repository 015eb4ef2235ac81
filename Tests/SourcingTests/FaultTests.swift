import Testing

@testable import Sourcing

@Suite("Faults in words")
struct FaultTests {
  @Test("a location has the parts that are known")
  func locations() {
    #expect(Fault.Location(file: "a.csv").description == "a.csv")
    #expect(Fault.Location(file: "a.csv", row: 3).description == "a.csv:3")
    #expect(Fault.Location(file: "a.csv", row: 3, column: "x").description == "a.csv:3:x")
    #expect(Fault.Location(file: "a.csv", column: "x").description == "a.csv:x")
  }

  @Test("faults are told in the order of their places")
  func order() {
    let places = [
      Fault.Location(file: "b", row: 1), .init(file: "a", row: 10), .init(file: "a", row: 9, column: "y"),
      .init(file: "a", row: 9, column: "x"),
      .init(file: "a"),
    ]
    #expect(
      CaseFaults(places.map { Fault(at: $0, "wrong") }).description
        == "a: wrong\na:9:x: wrong\na:9:y: wrong\na:10: wrong\nb:1: wrong")
  }

  @Test("a fault is one line, whatever its value")
  func oneLine() {
    let fault = Fault(
      .advice, at: .init(file: "f"), value: "a\nb\u{1B}[2J\u{202E}c" + String(repeating: "x", count: 200),
      "odd", expected: "less",
      suggestion: "a")
    #expect(fault.description.hasPrefix("f: advice: odd 'a\\u{a}b\\u{1b}[2J\\u{202e}cxxx"))
    #expect(fault.description.hasSuffix("x…'; expected less; did you mean 'a'?"))
    #expect(fault.description.unicodeScalars.count < 150)
  }

  @Test("names of files and columns are printed without their control characters")
  func namesInPlaces() {
    let fault = Fault(
      at: .init(file: "a\u{1B}[2J.csv", row: 1, column: "b\nc"), "unknown 'd\u{7}'", expected: "e\r",
      suggestion: "f\u{85}")
    #expect(
      fault.description
        == "a\\u{1b}[2J.csv:1:b\\u{a}c: unknown 'd\\u{7}'; expected e\\u{d}; did you mean 'f\\u{85}'?")
  }
}
