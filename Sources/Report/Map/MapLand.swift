internal import Sourcing

/// The ground of the map: the sea, and countries in the colours of the blocs that they belong to.
struct MapLand {
  private let found: SourcingCase
  private let outline = WorldOutline.bundled
  /// The blocs that have a colour, at most four; more colours nobody tells apart.
  let blocs: [String]

  init(_ found: SourcingCase) {
    self.found = found
    blocs = Self.coloured(found.blocs)
  }

  /// Most blocs with a colour.
  private static let most = 4

  /// The blocs that colour most regions: each time the one with most members that have no colour yet, then the largest.
  private static func coloured(_ rows: [BlocMembership]) -> [String] {
    var members = Dictionary(grouping: rows, by: \.bloc).mapValues { Set($0.map(\.region)) }
    members = members.filter { $0.value.count > 1 }
    var chosen: [String] = []
    var seen: Set<String> = []
    while chosen.count < most {
      func rank(_ entry: (key: String, value: Set<String>)) -> (Int, Int, String) {
        (-entry.value.subtracting(seen).count, -entry.value.count, entry.key)
      }
      guard let next = members.min(by: { rank($0) < rank($1) }), !next.value.isSubset(of: seen) else { break }
      chosen.append(next.key)
      seen.formUnion(next.value)
      members[next.key] = nil
    }
    return chosen
  }

  /// The globe and its countries.
  func html(_ view: MapView, _ centre: MapCentre) -> HTML {
    let members = countryBlocs
    let land = outline.countries.enumerated().compactMap { index, country -> HTML? in
      let rings = country.rings.flatMap { centre.turned($0) }.map { $0.map(EqualEarth.project) }.filter(
        view.shows)
      if rings.isEmpty { return nil }
      let path = rings.map { ring -> HTML in "\(view.path(ring.map(view.place)))Z" }
      let style: HTML = members[index].map { " class=\"b\($0.number)\"" } ?? ""
      let title: HTML = members[index].map { "<title>\(country.name): \($0.names)</title>" } ?? ""
      return "<path d=\"\(path)\"\(style)>\(title)</path>"
    }
    return
      "<path class=\"sea\" d=\"\(view.path(Self.globe.map(view.place)))Z\"/><g class=\"land\">\(land)</g>"
  }

  /// The edge of the map, where the two sides of the cut meridian are.
  private static let globe: [PlanePoint] = {
    let latitudes = stride(from: -90.0, through: 90, by: 5)
    let east = latitudes.map { GeoPoint(latitude: $0, longitude: 180) }
    let west = latitudes.map { GeoPoint(latitude: -$0, longitude: -180) }
    return (east + west).map(EqualEarth.project)
  }()

  /// For the countries that a region of the case lies in, its blocs and the colour of the first.
  private var countryBlocs: [Int: (number: Int, names: String)] {
    var result: [Int: (number: Int, names: String)] = [:]
    for region in found.regions {
      let memberships = memberships(of: region)
      guard let number = blocs.firstIndex(where: memberships.contains) else { continue }
      for country in countries(of: region) { result[country] = (number, memberships.joined(separator: ", ")) }
    }
    return result
  }

  /// The blocs of a region and of the regions that it is part of.
  private func memberships(of region: Region) -> [String] {
    var names = found.blocs.filter { $0.region == region.id }.map(\.bloc)
    var parent = region.parent
    for _ in found.regions.indices {
      guard let above = parent else { break }
      names += found.blocs.filter { $0.region == above && !names.contains($0.bloc) }.map(\.bloc)
      parent = found.regions.first { $0.id == above }?.parent
    }
    return names
  }

  /// The countries that a region stands for: all members of a known union, else the one that its point lies in.
  private func countries(of region: Region) -> [Int] {
    let members = CountryUnions.members(of: region.name ?? region.id)
    if !members.isEmpty {
      return outline.countries.indices.filter { members.contains(outline.countries[$0].name) }
    }
    guard let latitude = region.latitude, let longitude = region.longitude else { return [] }
    return outline.country(at: GeoPoint(latitude: latitude, longitude: longitude)).map { [$0] } ?? []
  }
}
