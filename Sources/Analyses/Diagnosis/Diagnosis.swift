public import LinearModel
internal import Planning
public import Sourcing

/// What a diagnosis looks at besides the case.
public struct DiagnosisOptions: Sendable {
  /// The layout of today, whose concentration is told beside that of capacity; nil for capacity alone.
  public var standing: StandingLayout?
  /// An earlier state of the case, with which duties and controls are compared; nil for none.
  public var earlier: SourcingCase?
  /// Limits to watch.
  public var watch: [WatchLimit] = []
  /// Two regions do not get on where their alignment is below this.
  public var alignmentThreshold = 0.0
  /// Asks it to end soon.
  public var cancellation: Cancellation?

  /// Nothing but the case.
  public init() {}
}

/// Looks at the structure of a case before anything is planned: where supply is concentrated, which links hang on one
/// centre, what passes through a chokepoint or comes from regions that one does not get on with, which rules change.
public struct Diagnosis: Sendable {
  private let network: SourcingNetwork
  private let options: DiagnosisOptions
  private let places: PlaceIndex

  /// A diagnosis of a case.
  public init(_ network: SourcingNetwork, _ options: DiagnosisOptions = DiagnosisOptions()) {
    self.network = network
    self.options = options
    places = PlaceIndex(network)
  }

  /// Makes it.
  ///
  /// - Returns: A report; where it was cancelled it has what was found until then, and says so. Nothing is watched then.
  /// - Throws: ``Sourcing/CaseFaults`` where a limit names an item or corridor that the case does not have.
  public func report() throws -> DiagnosisReport {
    var report = DiagnosisReport(name: network.sourcingCase.settings.name)
    let links = SupplyLinks(network)
    let steps: [(inout DiagnosisReport) -> Void] = [
      { $0.items = items(links) },
      { report in (report.links, report.centres) = hanging(links) },
      { $0.corridors = corridors(links) },
      { $0.rules = RuleComparison.rules(network.sourcingCase, since: options.earlier) },
    ]
    for step in steps {
      if options.cancellation?.isCancelled == true {
        report.completeness = .interrupted
        return report
      }
      step(&report)
    }
    report.watch = try WatchCheck(report: report).findings(options.watch)
    return report
  }

  // MARK: Items

  private func items(_ links: SupplyLinks) -> [ItemDiagnosis] {
    let found = network.sourcingCase
    let tiers = Ripple.tiers(network)
    let supply = SupplyShares(network, places, options.standing)
    let order = found.items.indices.sorted { (tiers[$0], $0) < (tiers[$1], $1) }
    return order.compactMap { item -> ItemDiagnosis? in
      let need = network.need(item: item) / Double(network.periods)
      let capacity = supply.capacity[item].sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      let buyers = links.buyers.filter { $0.item == item }
      if capacity == 0, need == 0, buyers.isEmpty { return nil }
      return ItemDiagnosis(
        item: found.items[item].id, tier: tiers[item], isCritical: found.items[item].isCritical,
        capacity: capacity, need: need, cover: need > 0 ? capacity / need : nil,
        concentration: supply.concentration(of: item, need: need), exposure: exposure(item, buyers, supply),
        singleRegionLinks: buyers.count { homes($0).count == 1 }, buyers: buyers.count)
    }
  }

  /// The part of what can reach buyers that lies where their regions do not get on with, by need over the buyers.
  private func exposure(_ item: Int, _ buyers: [SupplyLinks.Buyer], _ supply: SupplyShares) -> Double? {
    var (weight, exposed) = (0.0, 0.0)
    for buyer in buyers {
      let reaching = buyer.suppliers.map { (site: $0, capacity: supply.capacity[item][$0] ?? 0) }
      let total = reaching.reduce(0) { $0 + $1.capacity }
      if total == 0 { continue }
      let home = region(of: buyer)
      let opposed = reaching.filter {
        places.alignment(places.siteRegions[$0.site], home) < options.alignmentThreshold
      }
      weight += buyer.need
      exposed += buyer.need * opposed.reduce(0) { $0 + $1.capacity } / total
    }
    return weight > 0 ? exposed / weight : nil
  }

  // MARK: Links

  private func region(of buyer: SupplyLinks.Buyer) -> String {
    switch buyer.place {
    case .market(let market): places.marketRegions[market]
    case .site(let site): places.siteRegions[site]
    }
  }

  private func name(of buyer: SupplyLinks.Buyer) -> String {
    switch buyer.place {
    case .market(let market): network.sourcingCase.markets[market].id
    case .site(let site): network.sourcingCase.sites[site].id
    }
  }

  /// The regions that a buyer can get its item from.
  private func homes(_ buyer: SupplyLinks.Buyer) -> Set<String> {
    Set(buyer.suppliers.map { places.siteRegions[$0] })
  }

  /// Links that hang on one region, and these regions as centres.
  private func hanging(_ links: SupplyLinks) -> ([HangingLink], [Centre]) {
    let found = network.sourcingCase
    var hanging: [HangingLink] = []
    for buyer in links.buyers {
      let homes = homes(buyer)
      guard homes.count == 1, let home = homes.first else { continue }
      hanging.append(
        HangingLink(
          item: found.items[buyer.item].id, place: name(of: buyer), region: home,
          suppliers: buyer.suppliers.count))
    }
    let total = Double(max(1, links.buyers.count { !$0.suppliers.isEmpty }))
    let centres = Dictionary(grouping: hanging, by: \.region).map { region, links in
      Centre(
        region: region, links: links.count, share: Double(links.count) / total,
        items: Set(links.map(\.item)).sorted(), periphery: Set(links.map(\.place)).sorted())
    }
    return (hanging, centres.sorted { ($1.links, $0.region) < ($0.links, $1.region) })
  }

  // MARK: Corridors

  private func corridors(_ links: SupplyLinks) -> [CorridorDiagnosis] {
    let found = network.sourcingCase
    let need = network.demands.reduce(0) { $0 + $1.total }
    let diagnoses = network.corridors.indices.map { corridor -> CorridorDiagnosis in
      let through = links.buyers.filter { $0.corridors.contains(corridor) }
      let bound = through.filter { $0.corridors.count == 1 && !$0.hasOtherWay }
      let held = bound.reduce(0) { total, buyer in
        guard case .market(let market) = buyer.place,
          let demand = network.demandIndex(market: market, item: buyer.item)
        else { return total }
        return total + network.demands[demand].total
      }
      return CorridorDiagnosis(
        corridor: network.corridors[corridor], links: through.count, withoutBypass: bound.count,
        needWithoutBypass: need > 0 ? held / need : 0,
        items: Set(bound.map { found.items[$0.item].id }).sorted())
    }
    return diagnoses.sorted {
      ($1.needWithoutBypass, $1.withoutBypass, $1.links, $0.corridor) < (
        $0.needWithoutBypass, $0.withoutBypass, $0.links, $1.corridor
      )
    }
  }
}
