import Foundation
import Mainstay
import Testing

@testable import Report

/// The map of a report.
@Suite struct MapTests {
  private let peking = GeoPoint(latitude: 40, longitude: 116)
  private let washington = GeoPoint(latitude: 39, longitude: -77)
  private let brussels = GeoPoint(latitude: 51, longitude: 4)

  @Test func theMapIsCutWhereFewestWaysCross() {
    let pacific = [(from: peking, to: washington)]
    let atlantic = [(from: brussels, to: washington)]
    #expect(MapCentre.leaving(whole: atlantic).longitude == MapCentre.atlantic.longitude)
    #expect(MapCentre.leaving(whole: pacific).longitude == MapCentre.pacific.longitude)
    #expect(MapCentre.leaving(whole: pacific + atlantic).longitude == MapCentre.atlantic.longitude)
    #expect(MapCentre.leaving(whole: []).longitude == MapCentre.atlantic.longitude)
  }

  /// A square of 20° by 10° across the cut at 28° W becomes two of 10° by 10°, at the two edges.
  @Test func landAcrossTheCutIsInTwoParts() {
    let square = [(-38.0, 60.0), (-18, 60), (-18, 70), (-38, 70)].map {
      GeoPoint(latitude: $1, longitude: $0)
    }
    let parts = MapCentre.pacific.turned(square)
    #expect(parts.count == 2)
    let spans = parts.map { part in (part.map(\.longitude).min() ?? 0, part.map(\.longitude).max() ?? 0) }
      .sorted { $0.0 < $1.0 }
    #expect(spans.map(\.0) == [-180, 170] && spans.map(\.1) == [-170, 180])
    #expect(MapCentre.atlantic.turned(square).count == 1)
  }

  @Test func theMembersOfAUnionAreColouredWithIt() throws {
    var found = SourcingCase.starter
    found.regions[2].name = "European Union"
    found.blocs += found.regions[2...3].map { BlocMembership(bloc: "pact", region: $0.id) }
    let page = try Reported(found).page
    let coloured = page.matches(of: #/class="b\d"><title>([^<:]*): [^<]*pact</title>/#).map {
      String($0.output.1)
    }
    #expect(
      coloured.contains("Germany") && coloured.contains("Italy") && !coloured.contains("Norway"),
      "\(coloured)")
  }

  @Test func aRegionIsColouredWithTheBlocOfTheRegionAboveIt() throws {
    var found = SourcingCase.starter
    found.regions += [
      Region("Iberia"), Region("Lisbon", latitude: 39.5, longitude: -8, parent: "Iberia"),
    ]
    found.blocs += ["Iberia", "US"].map { BlocMembership(bloc: "pact", region: $0) }
    let page = try Reported(found).page
    #expect(page.contains("<title>Portugal: pact</title>"))
  }

  @Test func everyMemberOfTheUnionIsInTheOutlines() {
    let names = Set(WorldOutline.bundled.countries.map(\.name))
    #expect(CountryUnions.members(of: "European Union").isSubset(of: names))
    #expect(CountryUnions.members(of: "European Union").count == 26)
    #expect(CountryUnions.members(of: "Atlantis").isEmpty)
  }

  /// Half way between 170° E and 170° W at latitudes 10° and 20° the edge is reached at 15°.
  @Test func aWayOverTheEdgeReachesIt() {
    let path = [GeoPoint(latitude: 10, longitude: 170), GeoPoint(latitude: 20, longitude: -170)]
    let pieces = MapSection.broken(path)
    #expect(pieces.map { $0.map(\.longitude) } == [[170, 180], [-180, -170]])
    #expect(pieces.map { $0.map(\.latitude) } == [[10, 15], [15, 20]])
  }
}
