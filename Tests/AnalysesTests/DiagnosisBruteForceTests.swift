import Analyses
import Sourcing
import Testing

/// Concentration, cover and links against sums over the rows of the tables, written without a look at how they are worked out.
@Suite("Diagnoses against plain sums")
struct DiagnosisBruteForceTests {
  private static let regions = ["North", "South", "East", "West"]
  private static let owners: [String?] = ["Acme", nil, "Bolt", "Acme", nil, "Bolt", nil]

  /// Seven sites in four regions, of which one is in two blocs and one in none; two items, two markets.
  private func found(_ seed: Int) -> SourcingCase {
    var found = SourcingCase(name: "drawn \(seed)")
    found.regions = Self.regions.map { Region($0) }
    found.blocs = [
      BlocMembership(bloc: "One", region: "North"), BlocMembership(bloc: "One", region: "South"),
      BlocMembership(bloc: "Two", region: "South"), BlocMembership(bloc: "Two", region: "East"),
    ]
    found.items = [Item("ore"), Item("part")]
    for (position, owner) in Self.owners.enumerated() {
      let region = Self.regions[(position * 3 + seed) % 4]
      found.sites.append(Site("site \(position)", region: region, owner: owner))
      for (item, name) in ["ore", "part"].enumerated() where (position + seed * 2 + item) % 3 != 0 {
        found.capabilities.append(
          Capability(
            site: "site \(position)", item: name,
            capacity: Double(7 + (position * 31 + seed * 13 + item) % 40),
            unitCost: 1))
      }
    }
    found.markets = [Market("Town", region: "North"), Market("Port", region: "East")]
    for market in found.markets {
      for item in found.items {
        found.demand.append(
          Demand(market: market.id, item: item.id, quantity: Double(11 + seed), shortageCost: 9))
      }
    }
    found.lanes = [Lane(from: "*", to: "Town"), Lane(from: Self.regions[seed % 4], to: "Port")]
    return found
  }

  /// Who a site's capacity counts for.
  private func groups(_ site: Site, _ scope: String, _ found: SourcingCase) -> [String] {
    switch scope {
    case "supplier": return [site.id]
    case "region": return [site.region]
    case "owner": return [site.owner ?? site.id]
    default:
      let blocs = found.blocs.filter { $0.region == site.region }.map(\.bloc)
      return blocs.isEmpty ? [site.region] : blocs
    }
  }

  @Test("shares, indexes and covers are the sums of the rows", arguments: 0..<6)
  func concentration(_ seed: Int) throws {
    let found = found(seed)
    let report = try Diagnosis(SourcingNetwork(found), DiagnosisOptions()).report()
    #expect(report.items.count == 2)
    for item in report.items {
      let rows = found.capabilities.filter { $0.item == item.item }
      let total = rows.reduce(0) { $0 + $1.capacity }
      let need = found.demand.filter { $0.item == item.item }.reduce(0) { $0 + $1.quantity }
      #expect(abs(item.capacity - total) < 1e-9)
      #expect(abs(try #require(item.cover) - total / need) < 1e-9)
      #expect(Set(item.concentration.map(\.scope)) == ["supplier", "region", "bloc", "owner"])
      for told in item.concentration {
        var held: [String: Double] = [:]
        for row in rows {
          let site = try #require(found.sites.first { $0.id == row.site })
          for group in groups(site, told.scope, found) { held[group, default: 0] += row.capacity }
        }
        let most = try #require(held.values.max())
        #expect(told.count == held.count)
        #expect(abs(told.index - held.values.reduce(0) { $0 + ($1 / total) * ($1 / total) }) < 1e-9)
        #expect(abs(told.topShare - most / total) < 1e-9)
        #expect(held[told.top] == most)
        #expect(abs(try #require(told.coverWithoutTop) - (total - most) / need) < 1e-9)
      }
    }
  }

  @Test("links that hang on one region are those whose suppliers lie in one", arguments: 0..<6)
  func links(_ seed: Int) throws {
    let found = found(seed)
    let report = try Diagnosis(SourcingNetwork(found), DiagnosisOptions()).report()
    for item in report.items {
      let makers = found.capabilities.filter { $0.item == item.item }.map(\.site)
      var hanging = 0
      for market in ["Town", "Port"] {
        let suppliers = found.sites.filter { site in
          makers.contains(site.id) && (market == "Town" || site.region == Self.regions[seed % 4])
        }
        if Set(suppliers.map(\.region)).count == 1 { hanging += 1 }
      }
      #expect(item.singleRegionLinks == hanging, "\(seed) \(item.item)")
    }
  }

  @Test("blocs and owners can be watched")
  func watched() throws {
    let found = found(1)
    var options = DiagnosisOptions()
    options.watch = [
      WatchLimit(.hhiBloc, limit: 0), WatchLimit(.topOwner, limit: 1), WatchLimit(.hhiOwner, limit: 0),
    ]
    let report = try Diagnosis(SourcingNetwork(found), options).report()
    let part = try #require(report.items.first { $0.item == "part" })
    let index = { (scope: String) in part.concentration.first { $0.scope == scope }?.index }
    let watched = { (metric: String) in
      report.watch.first { $0.metric == metric && $0.subject == "part" }
    }
    #expect(watched("hhi_bloc")?.value == index("bloc"))
    #expect(watched("hhi_bloc")?.crossed == true)
    #expect(watched("hhi_owner")?.value == index("owner"))
    #expect(watched("top_owner")?.crossed == false)
  }
}
