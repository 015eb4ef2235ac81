import Foundation
import Mainstay

/// What a case holds, in a line.
enum CaseSummary {
  /// The case's own name, or else that of its file or folder.
  static func name(of found: SourcingCase, at path: String) -> String {
    if !found.settings.name.isEmpty { return found.settings.name }
    return URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// The sizes of the tables that people ask for first, in that order.
  static func counts(of found: SourcingCase) -> [(
    table: String, count: Int, one: SummaryText, many: SummaryText
  )] {
    [
      ("sites", found.sites.count, .oneSite, .manySites), ("items", found.items.count, .oneItem, .manyItems),
      ("markets", found.markets.count, .oneMarket, .manyMarkets),
      ("scenarios", Set(found.scenarios.map(\.scenario)).count, .oneScenario, .manyScenarios),
      ("policies", found.policies.count, .onePolicy, .manyPolicies),
    ]
  }

  /// The sizes in words: `35 sites, 5 items, 6 markets, 21 scenarios, 14 policies`.
  static func contents(of found: SourcingCase, in language: Language) -> String {
    counts(of: found).map { language.text($0.one, or: $0.many, count: $0.count) }.joined(separator: ", ")
  }
}
