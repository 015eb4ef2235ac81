import Testing

@testable import Sourcing

@Suite("Policies find the items, sites and groups that they speak of")
struct PolicyResolutionTests {
  private func resolve(_ policy: Policy) throws -> NetworkPolicy {
    var found = try CaseFiles.sound.read().withoutOrigin
    found.policies = [policy]
    return try #require(try SourcingNetwork(found).policies.first)
  }

  @Test("an item that is neither made nor needed is left out")
  func items() throws {
    #expect(try resolve(Policy("p", .separate)).items.map(\.item) == [0])
    #expect(try resolve(Policy("p", .separate, critical: false)).items.isEmpty)
    #expect(
      try resolve(Policy("p", .separate, classes: ["technology", "resource"])).items.map(\.item) == [0])
  }

  @Test("a region filter takes in the regions below, a bloc those of its members")
  func places() throws {
    #expect(try resolve(Policy("p", .exclude, regions: ["EU"])).sites == [0])
    #expect(try resolve(Policy("p", .exclude, blocs: ["West"])).sites == [0, 1])
    #expect(try resolve(Policy("p", .exclude, regions: ["EU"], owners: ["B"])).sites == [])
    #expect(try resolve(Policy("p", .exclude, sites: ["Austin", "Dresden"], owners: ["B"])).sites == [1])
  }

  @Test("scopes group the sites by name")
  func scopes() throws {
    func groups(_ scope: PolicyScope?) throws -> [String] {
      try resolve(Policy("p", .separate, scope: scope)).items.flatMap {
        $0.groups.map { "\($0.name) \($0.sites.sorted())" }
      }
    }
    #expect(try groups(nil) == ["Austin [1]", "Dresden [0]"])
    #expect(try groups(.region) == ["DE [0]", "US [1]"])
    #expect(try groups(.bloc) == ["West [0, 1]"])
    #expect(try groups(.owner) == ["A [0]", "B [1]"])
  }

  @Test("demand is that of the markets named")
  func markets() throws {
    #expect(try resolve(Policy("p", .backupCover, limit: 1)).items.first?.demand == 10)
    #expect(try resolve(Policy("p", .backupCover, markets: ["Berlin"], limit: 1)).items.first?.demand == 5)
  }
}
