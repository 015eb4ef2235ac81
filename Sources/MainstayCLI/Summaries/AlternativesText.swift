import Mainstay

/// Alternatives to a plan, for people.
struct AlternativesText {
  private let alternatives: Alternatives
  private let style: Style

  init(_ alternatives: Alternatives, _ style: Style) {
    self.alternatives = alternatives
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    let layouts = alternatives.layouts
    let within = NumberFormat.percent(alternatives.within)
    var lines = [style.bold("Alternatives within \(within): each as far as can be from those before it")]
    lines += PartialNote.lines(alternatives.completeness)
    if alternatives.isExhausted {
      lines += Paragraph.lines(layouts.isEmpty ? "There is none." : "There are no more.")
    }
    if layouts.isEmpty { return lines }
    let best = alternatives.best.objective ?? 0
    lines +=
      TextTable([
        .figures("", layouts.indices.map { String($0 + 1) }), .numbers("cost", layouts.map(\.objective)),
        .figures("more", layouts.map { best == 0 ? "" : NumberFormat.percent($0.objective / best - 1) }),
        .figures("differs in", layouts.map { String($0.distance) }),
        .text(
          "", layouts.map(Self.doubt), mayShrink: false),
      ]).lines
    for (index, layout) in layouts.enumerated() {
      lines += Paragraph.lines("\(index + 1): \(Self.words(layout, alternatives.best))")
    }
    return lines
  }

  /// What is not proven of how far an alternative is.
  private static func doubt(_ layout: Alternatives.Alternative) -> String {
    guard let bound = layout.distanceBound else { return "perhaps not the farthest" }
    return bound > layout.distance ? "none in more than \(bound)" : ""
  }

  /// What an alternative has otherwise than the best layout.
  private static func words(_ layout: Alternatives.Alternative, _ best: Plan) -> String {
    func key(_ source: PlanSource) -> String { "\(source.item) from \(source.site)" }
    func role(_ source: PlanSource) -> String { source.role == .primary ? "main" : "backup" }
    let before = Dictionary(
      best.sourcing.map { (key($0), role($0)) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(
      layout.sourcing.map { (key($0), role($0)) }, uniquingKeysWith: { first, _ in first })
    let changes = Set(before.keys).union(after.keys).sorted().compactMap { name -> String? in
      switch (before[name], after[name]) {
      case (let old?, let new?): old == new ? nil : "\(name) is \(new)"
      case (nil, let new?): "+ \(name) as \(new)"
      case (_?, nil): "- \(name)"
      case (nil, nil): nil
      }
    }
    return changes.isEmpty ? "other sites for the same sources" : changes.joined(separator: "; ")
  }
}
