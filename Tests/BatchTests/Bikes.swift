import Foundation
import Mainstay

/// A small case and the tables of it.
enum Bikes {
  /// Two sites, one of which a strike stops in one year of ten; see the README for its plan: 2,060 EUR.
  static var sourcingCase: SourcingCase {
    var bikes = SourcingCase(name: "bikes", currency: "EUR")
    bikes.regions = [Region("North"), Region("South")]
    bikes.items = [Item("frame")]
    bikes.sites = [Site("Oslo", region: "North", openingCost: 100), Site("Porto", region: "South")]
    bikes.capabilities = [
      Capability(site: "Oslo", item: "frame", capacity: 90, unitCost: 30, reservationCost: 2, surgeCost: 5),
      Capability(site: "Porto", item: "frame", capacity: 90, unitCost: 20),
    ]
    bikes.markets = [Market("Paris", region: "North")]
    bikes.demand = [Demand(market: "Paris", item: "frame", quantity: 80, shortageCost: 200)]
    bikes.lanes = [Lane(from: "*", to: "Paris", unitCost: 1)]
    bikes.disruptions = [Disruption("strike", .region, "South")]
    bikes.scenarios = [ScenarioRow("strike", probability: 0.1, disruption: "strike")]
    return bikes
  }

  /// The case in a file, as tables.
  static func tables(in folder: TestFolder) throws -> CaseTables {
    try folder.write(CaseWriter.json(sourcingCase), to: "case.json")
    return try CaseTables.read(folder.path("case.json"))
  }
}

/// A temporary folder that goes with the last reference to it.
final class TestFolder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("mainstay-batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    return path(name)
  }

  func entries() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
}
