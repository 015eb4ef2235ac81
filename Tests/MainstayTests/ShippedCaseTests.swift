import Foundation
import Mainstay
import Testing

/// What `check` remarks on in the cases that come with Mainstay: nothing that is not so.
@Suite struct ShippedCaseTests {
  /// What plans are made of, by name: the sources that can be of use, the lanes, what is demanded and what may happen.
  private func outline(_ network: SourcingNetwork) -> [String] {
    let sources = network.capabilities.indices.filter { !network.isIdle(capability: $0) }.map {
      "\(network.capabilities[$0].capability) \(network.capabilities[$0].inputs)"
    }
    let lanes = network.lanes.map {
      "\($0.origin) \($0.destination) \($0.item) \($0.freight) \($0.duty) \($0.capacity ?? -1) \($0.lead)"
    }
    let demands = network.demands.map { "\($0.market) \($0.item) \($0.quantities) \($0.shortageCosts)" }
    let scenarios = network.scenarios.map { "\($0.name) \($0.probability)" }
    return (sources + lanes).sorted() + demands + scenarios
  }

  /// The case without the rows and columns that are remarked on.
  private func bare(_ found: SourcingCase, without remarks: [Fault]) -> SourcingCase {
    var found = found
    var rows: [String: Set<Int>] = [:]
    for remark in remarks {
      let table = URL(fileURLWithPath: remark.location.file).deletingPathExtension().lastPathComponent
      switch (table, remark.location.column) {
      case ("regions", "outage_rate"):
        for index in found.regions.indices { found.regions[index].outageRate = nil }
      case ("alignment", "score"): found.alignment = []
      case ("lanes", nil), ("capabilities", nil):
        // The first row of a file has the names of the columns.
        if let row = remark.location.row { rows[table, default: []].insert(row - 2) }
      default: Issue.record("a remark that nothing here shows to be so: \(remark)")
      }
    }
    func kept<Row>(_ all: [Row], _ table: String) -> [Row] {
      all.indices.filter { !(rows[table]?.contains($0) ?? false) }.map { all[$0] }
    }
    found.lanes = kept(found.lanes, "lanes")
    found.capabilities = kept(found.capabilities, "capabilities")
    return found
  }

  @Test(arguments: ["critical-minerals", "light-metals"])
  func whatAnExampleRemarksOnPlaysNoPartInItsPlans(name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let (found, faults) = try CaseReader.readLeniently(
      root.appendingPathComponent("Examples/\(name)/case").path)
    let network = try SourcingNetwork(found)
    let remarks = faults + network.advice + network.presolve.advice
    #expect(remarks.allSatisfy { $0.severity == .advice })
    let reduced = try SourcingNetwork(bare(found, without: remarks))
    #expect(outline(reduced) == outline(network))
  }

  @Test func theStarterCaseGivesNothingToRemarkOn() throws {
    let network = try SourcingNetwork(.starter)
    #expect(SourcingCase.starter.faults().isEmpty)
    #expect(network.advice.isEmpty)
    #expect(network.presolve.advice.isEmpty)
  }
}
