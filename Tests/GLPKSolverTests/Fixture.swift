import Foundation
import LinearModel
import Testing

/// The models in Fixtures, with their optima.
struct Fixture: Sendable, CustomTestStringConvertible {
  var name: String
  var optimum: Double

  static let all = [
    Fixture(name: "egout", optimum: 568.1007),
    Fixture(name: "flugpl", optimum: 1_201_500),
    Fixture(name: "khb05250", optimum: 106_940_226),
    Fixture(name: "lseu", optimum: 1120),
    Fixture(name: "p0033", optimum: 3089),
    Fixture(name: "large-quantities-a", optimum: 109_694_582.4),
    Fixture(name: "large-quantities-b", optimum: 203_915_100),
  ]

  var testDescription: String { name }

  func model() throws -> Model {
    let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "mps")
    let text = try String(contentsOf: url ?? URL(fileURLWithPath: "\(name).mps"), encoding: .utf8)
    return try MPSReader().read(text)
  }
}

/// A file that is removed again.
func withTemporaryFile<Value>(
  _ text: String, _ suffix: String, _ body: (String) throws -> Value
) throws -> Value {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + suffix)
  try text.write(to: url, atomically: false, encoding: .utf8)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}
