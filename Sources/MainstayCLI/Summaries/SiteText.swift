import Mainstay

/// Why a site is in the layout or not, for people.
struct SiteText {
  private let answer: SiteAnswer
  private let explanation: Explanation
  private let style: Style

  init(_ answer: SiteAnswer, _ explanation: Explanation, _ style: Style) {
    self.answer = answer
    self.explanation = explanation
    self.style = style
  }

  var lines: [String] {
    switch answer.question {
    case .whyNot: [style.bold("Why not \(name)?")] + whyNot
    case .why: [style.bold("Why \(name)?")] + why
    }
  }

  private var name: String { TerminalText.cut(TerminalText.printable(answer.site), to: 60) }
  private var money: Money { Money(currency: explanation.currency) }

  private var whyNot: [String] {
    if answer.isUsed { return ["  \(isGiven ? "The layout" : "The best layout") has it."] }
    if let conflict = answer.conflict {
      return Paragraph.lines("No layout has it: these rows of the case keep it out.")
        + ConflictText(style).lines(conflict)
    }
    guard let cost = answer.cost else { return ["  Not found out in time."] }
    if isGiven {
      return Paragraph.lines(
        "With it, the best layout of the same sources costs \(money.text(abs(cost))) \(cost < 0 ? "less" : "more")."
      )
        + price
    }
    return Paragraph.lines("The best layout that has it costs \(money.text(cost)) more.") + price
  }

  private var price: [String] {
    guard let threshold = answer.threshold else {
      guard let free = answer.costWhenFree, free > 0 else { return [] }
      return Paragraph.lines(
        "No price brings it in: even if its goods were free the layout would cost \(money.text(free)) more.")
    }
    let table = TextTable([
      .text("item", threshold.prices.map { $0.recipe.isEmpty ? $0.item : "\($0.item) by \($0.recipe)" }),
      .numbers("price today", threshold.prices.map(\.today)),
      .numbers("chosen at", threshold.prices.map(\.chosen)),
    ])
    let enough = NumberFormat.percent(threshold.sufficient)
    let little = NumberFormat.percent(threshold.insufficient)
    return Paragraph.lines(
      "It is chosen if its prices fall by \(enough), and not if they fall by \(little) (both planned).")
      + table.lines
  }

  private var why: [String] {
    if !answer.isUsed { return ["  \(isGiven ? "The layout" : "The best layout") does not have it."] }
    if let conflict = answer.conflict {
      return Paragraph.lines("No layout does without it: these rows of the case ask for it.")
        + ConflictText(style).lines(conflict)
    }
    guard let cost = answer.cost else { return ["  Not found out in time."] }
    if isGiven {
      var text = "Without it, the best layout of the same sources costs \(money.text(cost)) more"
      if let saving = answer.saving {
        text +=
          saving > explanation.gap * max(1, abs(explanation.objective ?? 0))
          ? "; leaving it saves \(money.text(saving)) against the layout as it stands" : ""
      }
      return Paragraph.lines(text + ".")
    }
    return Paragraph.lines("The best layout without it costs \(money.text(cost)) more.")
  }

  /// Whether a layout is explained that is not the best one.
  private var isGiven: Bool { explanation.layout != nil }
}
