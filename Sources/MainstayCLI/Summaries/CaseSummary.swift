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
  static func counts(of found: SourcingCase) -> [(table: String, count: Int, noun: String)] {
    [
      ("sites", found.sites.count, "site"), ("items", found.items.count, "item"),
      ("markets", found.markets.count, "market"),
      ("scenarios", Set(found.scenarios.map(\.scenario)).count, "scenario"),
      ("policies", found.policies.count, "policy"),
    ]
  }

  /// The sizes in words: `35 sites, 5 items, 6 markets, 21 scenarios, 14 policies`.
  static func contents(of found: SourcingCase) -> String {
    counts(of: found).map { FaultReport.counted($0.count, $0.noun) }.joined(separator: ", ")
  }
}
