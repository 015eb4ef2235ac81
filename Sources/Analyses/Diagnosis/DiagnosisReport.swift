/// The structure of a case as it is, before anything is planned.
public struct DiagnosisReport: Codable, Hashable, Sendable {
  /// Identifies the format of the document.
  public static let schema = "mainstay/diagnose/1"

  /// The format.
  public var schema = DiagnosisReport.schema
  /// The name of the case.
  public var name: String
  /// Whether everything was looked at.
  public var completeness = Completeness.complete
  /// The items, those nearest to the markets first.
  public var items: [ItemDiagnosis] = []
  /// Sites and regions on which links hang, the one with most first.
  public var centres: [Centre] = []
  /// Links that hang on one region: what can be brought to a place from nowhere else.
  public var links: [HangingLink] = []
  /// Corridors, the one that most hangs on first.
  public var corridors: [CorridorDiagnosis] = []
  /// Rules of duties and controls that are not in force yet, or differ from those of an earlier case.
  public var rules: [RuleDiagnosis] = []
  /// What is watched, what has crossed its limit first.
  public var watch: [WatchFinding] = []
}

/// One item: how much can be made of it, by how many, and where.
public struct ItemDiagnosis: Codable, Hashable, Sendable {
  /// The item.
  public var item: String
  /// How far from the markets: 1 where it is sold as it is, else one more than what is made of it.
  public var tier: Int
  /// Whether the case calls it critical.
  public var isCritical: Bool
  /// Units a period that all sources together can make.
  public var capacity: Double
  /// Units a period that are needed while nothing happens.
  public var need: Double
  /// Capacity against need; nil where nothing is needed.
  public var cover: Double?
  /// How concentrated it is, by supplier, region, bloc and owner.
  public var concentration: [Concentration]
  /// The share of the capacity that can reach a buyer and lies in regions that its own region does not get on with,
  /// by need over the buyers; nil where nobody buys it.
  public var exposure: Double?
  /// Buyers (markets, or sites that use it) that can get it from one region alone.
  public var singleRegionLinks: Int
  /// Buyers.
  public var buyers: Int

  enum CodingKeys: String, CodingKey {
    case item, tier, capacity, need, cover, concentration, exposure, buyers
    case isCritical = "critical"
    case singleRegionLinks = "single_region_links"
  }
}

/// How concentrated the supply of an item is.
public struct Concentration: Codable, Hashable, Sendable {
  /// What is counted.
  public enum Basis: String, Codable, Hashable, Sendable, CaseIterable {
    /// What sources could make.
    case capacity
    /// What the layout of today makes while nothing happens.
    case current
  }

  /// What is counted.
  public var basis: Basis
  /// Whose shares: `supplier`, `region`, `bloc`, or `owner` where the case names owners; a site without one counts by itself.
  public var scope: String
  /// How many have any.
  public var count: Int
  /// The Herfindahl–Hirschman index: the sum of the squares of the shares, 1 for a single one. Regions in no bloc
  /// count by themselves among blocs; regions in several blocs count in each.
  public var index: Double
  /// Who has most.
  public var top: String
  /// The share of that one.
  public var topShare: Double
  /// Capacity against need without that one; nil where nothing is needed, or where current supply is counted.
  public var coverWithoutTop: Double?

  enum CodingKeys: String, CodingKey {
    case basis, scope, count, top
    case index = "hhi"
    case topShare = "top_share"
    case coverWithoutTop = "cover_without_top"
  }
}

/// A region that others hang on.
public struct Centre: Codable, Hashable, Sendable {
  /// The region.
  public var region: String
  /// Links that can be served from this region alone.
  public var links: Int
  /// Their share of all links of items with places.
  public var share: Double
  /// The items of these links.
  public var items: [String]
  /// The places at their ends.
  public var periphery: [String]
}

/// A place that can get an item from one region alone.
public struct HangingLink: Codable, Hashable, Sendable {
  /// The item.
  public var item: String
  /// The market, or the site that uses it.
  public var place: String
  /// The region.
  public var region: String
  /// How many sources there are in it that reach the place.
  public var suppliers: Int
}

/// A corridor and what hangs on it.
public struct CorridorDiagnosis: Codable, Hashable, Sendable {
  /// The corridor.
  public var corridor: String
  /// Links that have a lane through it.
  public var links: Int
  /// Links that have no other way from any source.
  public var withoutBypass: Int
  /// The share of the need of all markets that has no other way for its last lane.
  public var needWithoutBypass: Double
  /// Items of the links without another way.
  public var items: [String]

  enum CodingKeys: String, CodingKey {
    case corridor, links, items
    case withoutBypass = "without_bypass"
    case needWithoutBypass = "need_without_bypass"
  }
}

/// A rule on duties or controls that may change or has changed.
public struct RuleDiagnosis: Codable, Hashable, Sendable {
  /// `duties` or `controls`.
  public var table: String
  /// The rule; empty where its rows name none.
  public var rule: String
  /// `pending` where it is not in force yet; `new`, `gone` or `changed` against an earlier case.
  public var state: String
  /// Rows that belong to it.
  public var rows: Int
  /// What it says, row by row.
  public var text: [String]
}

/// Something that is watched.
public struct WatchFinding: Codable, Hashable, Sendable {
  /// What is measured.
  public var metric: String
  /// Of what: an item or a corridor; empty for the whole case.
  public var subject: String
  /// What it is.
  public var value: Double
  /// Where it crosses.
  public var limit: Double
  /// Whether it has crossed.
  public var crossed: Bool
}
