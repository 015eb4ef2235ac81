import Foundation
import Sourcing
import Testing

@Suite("Export to MathProg")
struct MathProgWriterTests {
  /// One supplier, one market: 10 units at 2 and 1 of freight each make 30.
  private func found(site: String = "Site", item: String = "Item") -> SourcingCase {
    var found = SourcingCase(name: "names", currency: "EUR")
    found.regions = [Region("Region")]
    found.items = [Item(item)]
    found.sites = [Site(site, region: "Region")]
    found.capabilities = [Capability(site: site, item: item, capacity: 20, unitCost: 2)]
    found.markets = [Market("Market", region: "Region")]
    found.demand = [Demand(market: "Market", item: item, quantity: 10, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "*", unitCost: 1)]
    return found
  }

  private func text(_ found: SourcingCase) throws -> String {
    var text = ""
    MathProgWriter.write(try SourcingNetwork(found)) { text += $0 }
    return text
  }

  @Test(
    "names that glpsol cannot read as they stand are quoted or replaced",
    arguments: [
      "O'Neill's", "'", ".", "12", "1e5", "(tr)", ":=", "set", "end", "a # b", "/+ c", "日本", "☕️", "x y",
      String(repeating: "n", count: 100), String(repeating: "'", count: 100),
      String(repeating: "é", count: 51),
      "alias 1",
    ])
  func readsName(_ name: String) throws {
    #expect(try Glpsol.solve(SourcingNetwork(found(site: name))) == .optimal(30))
    #expect(try Glpsol.solve(SourcingNetwork(found(item: name))) == .optimal(30))
  }

  @Test("an alias is told in a comment and is the name of nothing else")
  func aliases() throws {
    let long = String(repeating: "é", count: 51)
    var found = found(site: long)
    found.sites.append(Site("alias 1", region: "Region", openingCost: 0.1))
    let text = try text(found)
    #expect(text.contains("# 'alias 2' stands for: \(long)\n"))
    #expect(text.contains("set I :=\n  'alias 2'\n  'alias 1'\n;"))
    #expect(text.contains("\n  1 'alias 2' 'Market' 'Item' 1 . .\n"))
  }

  @Test("a case name cannot break out of its comment")
  func multilineCaseName() throws {
    var found = found()
    found.settings.name = "first\nparam pi := 'undisturbed' 0;"
    #expect(try text(found).contains("sourcing.mod: first\\u{a}param"))
    #expect(try Glpsol.solve(SourcingNetwork(found)) == .optimal(30))
  }

  @Test("numbers have all their digits, and defaults are left out")
  func numbers() throws {
    var found = found()
    found.capabilities[0].capacity = 0.1 + 0.2
    found.demand[0].quantity = 1e-9
    let text = try text(found)
    #expect(text.contains("'Site' 'Item' 0.30000000000000004 2 . . .\n"))
    #expect(text.contains("'Market' 'Item' 1e-09 50\n"))
    for absent in ["EXISTING", "RESERVABLE", "param a ", "param r ", "param b ", "lambda", "limit", "set G"] {
      #expect(!text.contains(absent))
    }
  }

  @Test("what the sink throws ends the writing")
  func sinkThrows() throws {
    struct Full: Error {}
    let network = try SourcingNetwork(found())
    var pieces = 0
    #expect(throws: Full.self) {
      try MathProgWriter.write(network) { _ in
        pieces += 1
        if pieces == 3 { throw Full() }
      }
    }
    #expect(pieces == 3)
  }
}
