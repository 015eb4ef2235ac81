import Mainstay

/// A frontier for people.
struct FrontierSummary {
  private let frontier: Frontier
  private let style: Style

  init(_ frontier: Frontier, style: Style) {
    self.frontier = frontier
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    if frontier.isFeasible == false {
      return [style.bold("\(name): ") + style.bad("infeasible")]
        + Paragraph.lines("mainstay explain tells why and what the least repair is.")
    }
    var lines = [style.bold("\(name): cost against \(frontier.against.rawValue)\(unit)")]
    lines += PartialNote.lines(frontier.completeness)
    let proven = frontier.points.count(where: \.isProven)
    lines += [
      "  \(FaultReport.counted(proven, "efficient layout")) by "
        + "\(FaultReport.counted(frontier.solves, "program")) in \(NumberFormat.duration(frontier.seconds))"
    ]
    if proven < frontier.points.count {
      lines += Paragraph.lines(
        "\(FaultReport.counted(frontier.points.count - proven, "layout")) marked ? not proven to be efficient"
      )
    }
    if frontier.points.isEmpty { return lines }
    lines += [""] + table + [""] + changes
    return lines + knee + given
  }

  /// Where the given layout lies.
  private var given: [String] {
    guard let given = frontier.given else { return [] }
    let value =
      frontier.against.isShare
      ? NumberFormat.percent(given.value) : NumberFormat.single(given.value, digits: 6)
    var text =
      (given.layout == .current ? "The layout of today" : "The plan")
      + " costs \(money.text(given.cost)) at \(frontier.against.rawValue) \(value)"
    if let least = given.leastCost {
      text +=
        given.cost > least
        ? ", \(money.text(given.cost - least)) more than the cheapest layout that is at least as safe"
        : ": no layout that is at least as safe costs less"
      if given.bound == nil { text += " of those found" }
    }
    text += "."
    if let better = given.dominatedBy {
      text += " Point \(better + 1) is better in one and no worse in the other."
    }
    return [""] + Paragraph.lines(text)
  }

  private var name: String {
    TerminalText.cut(frontier.name.isEmpty ? "case" : TerminalText.printable(frontier.name), to: 40)
  }

  private var money: Money { Money(currency: frontier.currency) }

  /// What the figures of both axes are in, or where one is a share that of the other.
  private var unit: String {
    if !frontier.against.isShare || money.currency.isEmpty { return money.behindTitle }
    return "; cost in \(money.currency)"
  }

  private var table: [String] {
    let points = frontier.points
    // A price of a share is told by the hundredth.
    let unit = frontier.against.isShare ? 0.01 : 1
    return TextTable([
      .figures("", points.indices.map { String($0 + 1) }), .numbers("cost", points.map(\.cost)),
      frontier.against.isShare
        ? .figures(frontier.against.rawValue, points.map { NumberFormat.percent($0.value) })
        : .numbers(frontier.against.rawValue, points.map(\.value)),
      .figures(
        frontier.against.isShare ? "next point costs" : "next: cost per unit saved",
        points.map { $0.priceToNext.map { price($0 * unit) } ?? "" }),
      .text(
        "", points.indices.map { !points[$0].isProven ? "?" : $0 == frontier.knee ? "knee" : "" },
        mayShrink: false),
    ]).lines
  }

  private func price(_ value: Double) -> String {
    let text = NumberFormat.single(value, digits: 4)
    return frontier.against.isShare ? "\(text) a point" : text
  }

  /// Which sites come and go from each point to the next.
  private var changes: [String] {
    var lines = [style.bold("Sites from point to point")]
    for (index, point) in frontier.points.enumerated() {
      guard index > 0 else {
        lines += Paragraph.lines("1: \(point.sites.joined(separator: ", "))")
        continue
      }
      let before = Set(frontier.points[index - 1].sites)
      let comes = point.sites.filter { !before.contains($0) }.map { "+ \($0)" }
      let goes = before.subtracting(point.sites).sorted().map { "- \($0)" }
      if comes.isEmpty && goes.isEmpty { continue }
      lines += Paragraph.lines("\(index + 1): \((comes + goes).joined(separator: ", "))")
    }
    return lines
  }

  private var knee: [String] {
    guard let knee = frontier.knee else { return [] }
    return [""]
      + Paragraph.lines(
        "The knee is point \(knee + 1): it lies farthest below the straight line between the ends, each axis "
          + "measured from end to end. Before it safety is cheap, after it dear.")
  }
}
