internal import Sourcing

/// The map: sites with their roles, markets, flows, corridors and blocs.
struct MapSection {
  private let contents: ReportContents
  private let names: ReportNames
  private let flows: MapFlows
  private let places: MapPlaces
  private let choice: MapScenarios
  private let land: MapLand
  private let centre: MapCentre
  /// What gives flows their colour: classes of items where there are few, else items; nothing where those are many.
  private let groups: [String]
  /// The number of each item's colour.
  private let colours: [String: Int]

  /// Groups of items that have a colour of their own.
  private static let mostColours = 6
  /// Most ways that are drawn: more make a page of many megabytes, on which nobody tells one from the other.
  private static let mostLines = 1000
  /// Most sites or markets of a place that its mark names.
  private static let mostNames = 12
  /// From so many ways on, their lines have fewer corners.
  private static let manyLines = 300

  init(_ contents: ReportContents, _ names: ReportNames) {
    self.contents = contents
    self.names = names
    flows = MapFlows(contents.plan, contents.network)
    places = MapPlaces(contents.plan, contents.network, names)
    choice = MapScenarios(flows, names)
    land = MapLand(contents.network.sourcingCase)
    (groups, colours) = Self.colours(of: flows.items, contents.network, names)
    let points = places.points
    centre = MapCentre.leaving(
      whole: flows.all.compactMap { flow in
        guard let from = points[flow.from], let to = points[flow.to] else { return nil }
        return (from, to)
      })
  }

  var figure: Figure {
    let tables = [flows.table(names)] + (choice.changes.map { [$0] } ?? [])
    let changes = tables.dropFirst().map {
      Figure.details($0, named: "What moves otherwise when something happens")
    }
    if places.places.isEmpty {
      return Figure(
        id: "map", title: "Where it comes from",
        words: "The case tells no coordinates, so there is no map; the flows are a table.",
        body: "\(tables[0].html)\(changes)", tables: tables
      )
    }
    let arcs = arcs()
    let isCut = arcs.count >= Self.mostLines && arcs.count < flows.all.count
    let cut: HTML =
      isCut
      ? " Drawn are the \(arcs.count) of \(flows.all.count) ways that carry the greatest parts of their item; the table has all."
      : ""
    let missing: HTML =
      places.missing.isEmpty
      ? "" : " Not on the map, for want of coordinates: \(places.missing.prefix(12).joined(separator: ", "))."
    return Figure(
      id: "map", title: "Where it comes from",
      words: """
        What moves while nothing happens\
        \(choice.hasChoice ? ", or in the scenario chosen" : ""); wider lines carry more of their item. Places at one point are one mark.\
        \(cut)\(missing)
        """,
      body: """
        <div class="tools"><label for="map-item">Show</label> <select id="map-item"><option value="">all items</option>\
        \(options)</select> \(choice.picker)</div>
        \(choice.status(drawn: arcs.count { $0.flow.quantity > 0 }, isCut: isCut))
        <div class="scroll map" data-period="\(names.period)"\(isCut ? " data-cut=\"\"" as HTML : "") tabindex="0" role="region" aria-label="Map of the layout">\(drawing(arcs))</div>
        \(legend)
        \(Figure.details(tables[0]))\(changes)
        """, tables: tables
    )
  }

  private var options: [HTML] {
    flows.items.enumerated().map { "<option value=\"\($0)\">\(names.item($1))</option>" }
  }

  // MARK: Colours

  private static func colours(of items: [String], _ network: SourcingNetwork, _ names: ReportNames)
    -> (groups: [String], colours: [String: Int])
  {
    let classes = Dictionary(
      network.sourcingCase.items.map { ($0.id, $0.itemClass) }, uniquingKeysWith: { first, _ in first })
    var numbers: [String: Int] = [:]
    var groups: [String] = []
    var colours: [String: Int] = [:]
    for item in items {
      let group = (classes[item] ?? nil) ?? names.item(item)
      if numbers[group] == nil {
        numbers[group] = groups.count
        groups.append(group)
      }
      colours[item] = numbers[group]
    }
    return groups.count <= mostColours ? (groups, colours) : ([], [:])
  }

  // MARK: Drawing

  private struct Arc {
    var flow: MapFlows.Flow
    var pieces: [[PlanePoint]]
  }

  /// The ways that are drawn: of very many those that carry the greatest part of what moves of their item, in any scenario.
  private var drawn: [MapFlows.Flow] {
    let all = flows.all.filter { flow in
      guard let from = places.points[flow.from], let to = places.points[flow.to] else { return false }
      return from != to
    }
    if all.count <= Self.mostLines { return all }
    let shares = all.map { flow in flow.amounts.indices.map { flow.share(in: $0) }.max() ?? 0 }
    let greatest = all.indices.sorted { (-shares[$0], $0) < (-shares[$1], $1) }.prefix(Self.mostLines)
    return greatest.sorted().map { all[$0] }
  }

  private func arcs() -> [Arc] {
    let order = Dictionary(
      flows.items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let steps = flows.all.count > Self.manyLines ? 8 : 18
    return drawn.compactMap { flow in
      guard let from = places.points[flow.from], let to = places.points[flow.to] else { return nil }
      let via = Chokepoints.place(of: flow.corridor).map { [$0] } ?? []
      let stops = ([from] + via + [to]).map { centre.turned($0) }
      let bend = 0.08 + 0.022 * Double((order[flow.item] ?? 0) % 5)
      let path = zip(stops, stops.dropFirst()).flatMap { $0.path(to: $1, steps: steps, bend: bend) }
      return Arc(flow: flow, pieces: Self.broken(path).map { $0.map(EqualEarth.project) })
    }
  }

  /// A path in pieces that do not cross the edge of the map.
  static func broken(_ path: [GeoPoint]) -> [[GeoPoint]] {
    var pieces: [[GeoPoint]] = [[]]
    for point in path {
      if let last = pieces[pieces.count - 1].last, abs(last.longitude - point.longitude) > 180 {
        // It leaves at one edge and comes in again at the other, at the same latitude.
        let edge = last.longitude > 0 ? 180.0 : -180
        let length = point.longitude + 2 * edge - last.longitude
        let part = length == 0 ? 0 : (edge - last.longitude) / length
        let latitude = last.latitude + part * (point.latitude - last.latitude)
        pieces[pieces.count - 1].append(GeoPoint(latitude: latitude, longitude: edge))
        pieces.append([GeoPoint(latitude: latitude, longitude: -edge)])
      }
      pieces[pieces.count - 1].append(point)
    }
    return pieces.filter { $0.count > 1 }
  }

  private func drawing(_ arcs: [Arc]) -> HTML {
    let spots = places.places.map { EqualEarth.project(centre.turned($0.point)) }
    let view = MapView(around: spots + arcs.flatMap { $0.pieces.flatMap { $0 } })
    let items = Dictionary(
      flows.items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = arcs.map { line($0, view, items) }
    return """
      <svg id="world" class="map" viewBox="0 0 1000 \(view.height)" role="group" aria-label="Map of the layout: \
      \(HeadlineSection.count(places.places.count, "place")), \(HeadlineSection.count(arcs.count { $0.flow.quantity > 0 }, "flow"))">
      \(land.html(view, centre))
      <g class="flows">\(lines)</g>
      <g class="corridors">\(corridors(view))</g>
      <g class="places">\(marks(view))</g>
      </svg>
      """
  }

  private func line(_ arc: Arc, _ view: MapView, _ items: [String: Int]) -> HTML {
    let flow = arc.flow
    let path = arc.pieces.map { view.path($0.map(view.place)) }
    let way = [flow.corridor, flow.mode].filter { !$0.isEmpty }.joined(separator: ", ")
    let told = way.isEmpty ? "" : " (\(way))"
    let amount = "\(NumberFormat.single(flow.quantity, digits: 3)) \(names.unit(flow.item))"
    let name = "\(names.item(flow.item)): \(names.place(flow.from)) → \(names.place(flow.to))\(told)"
    // What moves only when something happens waits for the scenario to be chosen.
    let hidden: HTML = flow.quantity > 0 ? "" : " hidden=\"\""
    return """
      <path class="f c\(colours[flow.item] ?? 0)" data-i="\(items[flow.item] ?? 0)"\
      \(choice.attributes(flow, named: name))\(hidden) d="\(path)" \
      stroke-width="\(0.8 + 4.5 * flow.share.squareRoot())">\
      <title>\(name), \(amount) a \(names.period)</title></path>
      """
  }

  private func corridors(_ view: MapView) -> [HTML] {
    let used = Set(flows.all.map(\.corridor)).filter { !$0.isEmpty }
    return used.sorted().compactMap { corridor -> HTML? in
      guard let place = Chokepoints.place(of: corridor) else { return nil }
      let point = view.place(EqualEarth.project(centre.turned(place)))
      return """
        <g><path class="choke" d="M\(point.x) \(point.y - 6)l6 6l-6 6l-6 -6Z"><title>Corridor \(corridor)</title></path>\
        <text x="\(point.x + 9)" y="\(point.y + 4)">\(corridor)</text></g>
        """
    }
  }

  private func marks(_ view: MapView) -> [HTML] {
    let placed = places.places.map { place -> (MapPlaces.Place, PlanePoint, Double) in
      var point = view.place(EqualEarth.project(centre.turned(place.point)))
      if place.kind == .market { point = PlanePoint(x: point.x + 8, y: point.y + 8) }
      return (place, point, place.kind == .market ? 5.5 : 4 + 2 * Double(place.count).squareRoot())
    }
    var labels = LabelPlacement(
      width: MapView.width, height: view.height, around: placed.map { ($0.1, $0.2) })
    let order: [MapPlaces.Kind] = [.main, .market, .backup, .used, .unused]
    let ordered = order.flatMap { kind in placed.filter { $0.0.kind == kind } }
    let shapes = ordered.reversed().map { place, point, radius -> HTML in
      let more = place.told.count - Self.mostNames
      let told = HTML.lines(place.told.prefix(Self.mostNames) + (more > 0 ? ["and \(more) more"] : []))
      let shape: HTML =
        place.kind == .market
        ? """
        <rect x="\(point.x - radius)" y="\(point.y - radius)" width="\(radius * 2)" height="\(radius * 2)" rx="1.5"/>
        """
        : "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(radius)\"/>"
      return """
        <g class="p \(place.kind.rawValue)" tabindex="0" role="img" aria-label="\(told)">\(shape)\
        <title>\(told)</title></g>
        """
    }
    let texts = ordered.compactMap { place, point, radius -> HTML? in
      guard let label = labels.label(place.label, at: point, radius: radius) else { return nil }
      return "<text x=\"\(label.x)\" y=\"\(label.y)\">\(label.text)</text>"
    }
    return shapes + texts
  }

  // MARK: Legend

  private var legend: HTML {
    let kinds: [(MapPlaces.Kind, String)] = [
      (.main, "main source"), (.backup, "backup"), (.used, "in use otherwise"),
      (.unused, "not in the layout"),
      (.market, "market"),
    ]
    let present = Set(places.places.map(\.kind))
    let marks = kinds.filter { present.contains($0.0) }.map { kind, name -> HTML in
      """
      <li><svg class="key" viewBox="0 0 16 16" aria-hidden="true"><g class="p \(kind.rawValue)">\
      \(kind == .market ? "<rect x=\"3\" y=\"3\" width=\"10\" height=\"10\" rx=\"1.5\"/>" as HTML : "<circle cx=\"8\" cy=\"8\" r=\"5\"/>")\
      </g></svg>\(name)</li>
      """
    }
    let lines = groups.enumerated().map { number, name -> HTML in
      "<li><svg class=\"key\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path class=\"f c\(number)\" stroke-width=\"3\" d=\"M1 8H15\"/></svg><bdi>\(name)</bdi></li>"
    }
    let blocs = land.blocs.enumerated().map { number, name -> HTML in
      "<li><svg class=\"key land\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><rect class=\"b\(number)\" width=\"16\" height=\"16\"/></svg><bdi>\(name)</bdi></li>"
    }
    let credit: HTML =
      "<p class=\"credit\">Outlines: Natural Earth, public domain; Equal Earth projection.</p>"
    return "<ul class=\"legend\">\(marks)\(lines)\(blocs)</ul>\(credit)"
  }
}
