internal import Analyses
internal import Sourcing

/// The plan in words, and its four figures.
struct HeadlineSection {
  let contents: ReportContents
  let service: ScenarioService
  private let names: ReportNames

  /// Above this part of demand a market counts as served in full.
  private static let full = 0.9999

  init(_ contents: ReportContents, _ names: ReportNames, _ service: ScenarioService) {
    self.contents = contents
    self.names = names
    self.service = service
  }

  private var plan: Plan { contents.plan }

  private func money(_ amount: Double) -> String {
    let text = NumberFormat.single(amount, digits: 4)
    let whole = plan.currency.isEmpty ? text : "\(text) \(plan.currency)"
    // A number is not broken at the end of a line.
    return whole.replacing(" ", with: "\u{A0}")
  }

  /// An amount with its currency in small letters.
  private func amount(_ value: Double) -> HTML {
    "\(NumberFormat.single(value, digits: 4)) <small>\(plan.currency)</small>"
  }

  var html: HTML {
    let name = plan.name.isEmpty ? "Sourcing plan" : plan.name
    return """
      <header>
      <p class="kicker">Sourcing layout</p>
      <h1><bdi>\(name)</bdi></h1>
      <dl class="said">
      <dt>The layout</dt><dd>\(layoutWords)</dd>
      <dt>What it costs</dt><dd>\(costWords)</dd>
      <dt>What it bears</dt><dd>\(riskWords)\(stressWords)</dd>
      <dt>How sure it is</dt><dd>\(proofWords)</dd>
      </dl>
      <ul class="tiles">
      \(tile("Expected cost", amount(plan.costs.total), "over \(horizon)"))
      \(tile("Worst scenario", amount(plan.costs.firstStage + plan.risk.worst), worstName))
      \(tile("Served when it is worst", "\(NumberFormat.percent(leastService))", "the market and item served least"))
      \(tile("Proof", "\(proofShort)", proofNote))
      </ul>
      </header>

      """
  }

  private func tile(_ title: String, _ value: HTML, _ note: String) -> HTML {
    """
    <li><span class="tt">\(title)</span> <strong>\(value)</strong> <span class="tn"><bdi>\(note)</bdi></span></li>
    """
  }

  /// What the layout is.
  private var layoutWords: HTML {
    let sites = plan.sites.filter(\.open).map(\.site)
    let regions = Set(sites.map(names.regionOf)).count
    let items = Set(plan.sourcing.map(\.item)).count
    let mains = plan.sourcing.count { $0.role == .primary }
    let backups = plan.sourcing.count { $0.role == .backup }
    let projects =
      plan.projects.isEmpty ? "" : ", with \(Self.count(plan.projects.count, "development project"))"
    return """
      \(Self.count(sites.count, "site")) in \(Self.count(regions, "region")): \
      \(Self.count(mains, "main source")) and \(Self.count(backups, "backup")) for \
      \(Self.count(items, "item"))\(projects).
      """
  }

  /// What it costs.
  private var costWords: HTML {
    let quiet = plan.scenarios.first { $0.scenario == SourcingNetwork.undisturbed }?.cost ?? 0
    return """
      \(money(plan.costs.total)) over \(horizon) on average over all scenarios, and \
      \(money(plan.costs.firstStage + quiet)) if nothing goes wrong.
      """
  }

  /// What it protects against.
  private var riskWords: HTML {
    let disturbed = service.rows.filter { $0.scenario.scenario != SourcingNetwork.undisturbed }
    if disturbed.isEmpty { return "The case has no disruptions to protect against." }
    let held = disturbed.count { $0.least >= Self.full }
    let many = Self.count(disturbed.count, "disrupted scenario")
    if held == disturbed.count {
      return "Every market is served in full in \(held == 1 ? "the" : "all") \(many)."
    }
    let worst = disturbed.min { $0.least < $1.least }
    let told: HTML =
      worst.map { row in
        let entry = row.markets.min { $0.least ?? 2 < $1.least ?? 2 }
        return """
          ; hardest is “<bdi>\(row.scenario.scenario)</bdi>”, where \(NumberFormat.percent(row.least)) of the \
          demand for <bdi>\(names.item(entry?.item ?? ""))</bdi> is met in the market served least
          """
      } ?? ""
    return "It comes through \(held) of \(many) with every market served in full\(told)."
  }

  /// The single failure that hurts most, where failures were tried.
  private var stressWords: HTML {
    // What is lost with a whole class or a trade agreement says little of the layout.
    let places = contents.stress?.findings.filter { ["site", "region", "corridor"].contains($0.kind) }
    guard let worst = places?.first, worst.lostMargin > 0 else { return "" }
    let kind = worst.kind == "item" ? "" : "\(worst.kind) "
    let name =
      switch worst.kind {
      case "site": names.site(worst.target)
      case "region": names.region(worst.target)
      case "item": names.item(worst.target)
      default: worst.target
      }
    return """
       Of single failures the loss of \(kind)<bdi>\(name)</bdi> hurts most: \(NumberFormat.percent(worst.service)) of all \
      demand is then met.
      """
  }

  /// How good the plan is known to be.
  private var proofWords: HTML {
    let checked: HTML =
      contents.isVerified ? " Its costs and policies were worked out anew from the tables of the case." : ""
    guard let gap = plan.gap else { return "Nothing is known of cheaper layouts.\(checked)" }
    let word = plan.status == .optimal ? "proven" : "not the best that may be found, but it is proven"
    let least =
      gap < 1e-6
      ? "no layout that keeps the policies has a better objective"
      : "no layout that keeps the policies is better by more than \(NumberFormat.percent(gap))"
    return "It is \(word): \(least).\(checked)"
  }

  private var horizon: String {
    let settings = contents.network.sourcingCase.settings
    let days = settings.periodDays * Double(settings.periods)
    if days.truncatingRemainder(dividingBy: 365) == 0 { return Self.count(Int(days / 365), "year") }
    if names.period != "period" { return Self.count(settings.periods, names.period) }
    return "\(NumberFormat.single(days)) days"
  }

  private var worstName: String { plan.risk.worstScenario.isEmpty ? "none" : plan.risk.worstScenario }

  private var leastService: Double { service.rows.map(\.least).min() ?? 1 }

  private var proofShort: String {
    switch plan.status {
    case .optimal: "Optimal"
    default: plan.gap.map { "within \(NumberFormat.percent($0))" } ?? "no bound"
    }
  }

  private var proofNote: String {
    let gap =
      plan.gap.map { gap in
        gap < 1e-6 ? "no layout is cheaper" : "no layout is cheaper by more than \(NumberFormat.percent(gap))"
      } ?? ""
    let checked = contents.isVerified ? "re-checked from the tables" : ""
    return [gap, checked].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// A number with its noun: `1 site`, `3 sites`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
