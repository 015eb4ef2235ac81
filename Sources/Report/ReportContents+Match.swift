internal import Analyses
public import Sourcing

extension ReportContents {
  /// Whatever among the answers belongs to another case, or to another plan, than the rest.
  ///
  /// An answer names its case, and what it names is in the case; a stress test or a recovery names sources of the plan. The
  /// location of each fault names the answer: `stress`, `frontier`, `recovery` or `explanation`.
  public func strangers() -> [Fault] {
    let faults = [
      stress.flatMap { fault(in: "stress", $0.name, $0.currency, absent: absentee($0)) },
      frontier.flatMap { fault(in: "frontier", $0.name, $0.currency, absent: absentee($0)) },
      recovery.flatMap { fault(in: "recovery", $0.name, $0.currency, absent: absentee($0)) },
      explanation.flatMap { fault(in: "explanation", $0.name, $0.currency, absent: nil) },
    ]
    return faults.compactMap { $0 }
  }

  private func fault(in answer: String, _ name: String, _ currency: String, absent: Absentee?) -> Fault? {
    let settings = network.sourcingCase.settings
    let place = Fault.Location(file: answer)
    if name != settings.name {
      return Fault(
        at: place, value: name, Message(QuestionText.answerOfOtherCase),
        expected: Message(QuestionText.theCase, ["name": settings.name]))
    }
    if currency != settings.currency {
      return Fault(
        at: place, value: currency, Message(QuestionText.answerInOtherCurrency),
        expected: Message(plain: settings.currency))
    }
    return absent.map {
      Fault(
        at: place, value: $0.name,
        Message($0.whole == .case ? QuestionText.answerNamesUnknownOfCase : .answerNamesUnknownOfPlan),
        expected: Message($0.whole == .case ? QuestionText.answerOfThisCase : .answerOfThisPlan))
    }
  }

  /// Something that an answer names and the case or the plan does not have.
  private struct Absentee {
    enum Whole {
      case `case`, plan
    }

    var name: String
    var whole: Whole
  }

  private func absentee(_ stress: StressReport) -> Absentee? {
    for finding in stress.findings {
      let isKnown =
        switch finding.kind {
        case "site": hasSite(finding.target)
        case "region": network.sourcingCase.regions.contains { $0.id == finding.target }
        case "item": hasItem(finding.target)
        default: true
        }
      if !isKnown { return Absentee(name: finding.target, whole: .case) }
    }
    if stress.layout != .plan { return Absentee(name: stress.layout.rawValue, whole: .plan) }
    let backup = stress.findings.lazy.flatMap(\.backups).first { backup in
      PlanSource.Role(rawValue: backup.role).map { !hasSource(backup.site, backup.item, $0) } ?? false
    }
    return backup.map { Absentee(name: "\($0.role) \($0.site) of \($0.item)", whole: .plan) }
  }

  private func absentee(_ frontier: Frontier) -> Absentee? {
    for point in frontier.points {
      if let site = point.sites.first(where: { !hasSite($0) }) { return Absentee(name: site, whole: .case) }
      if let source = point.sourcing.first(where: { !hasItem($0.item) }) {
        return Absentee(name: source.item, whole: .case)
      }
    }
    let places = Set(network.sourcingCase.regions.map(\.id)).union(network.sourcingCase.blocs.map(\.bloc))
    return frontier.places?.first { !places.contains($0) }.map { Absentee(name: $0, whole: .case) }
  }

  private func absentee(_ recovery: Recovery) -> Absentee? {
    let drawn = recovery.actions.first { action in
      action.kind == .activate && !contents(action.site, action.item)
    }
    if let drawn { return Absentee(name: "\(drawn.site) of \(drawn.item)", whole: .plan) }
    return recovery.actions.first { !hasSite($0.site) }.map { Absentee(name: $0.site, whole: .case) }
  }

  private func contents(_ site: String, _ item: String) -> Bool {
    plan.sourcing.contains { $0.site == site && $0.item == item }
  }

  private func hasSource(_ site: String, _ item: String, _ role: PlanSource.Role) -> Bool {
    plan.sourcing.contains { $0.site == site && $0.item == item && $0.role == role }
  }

  private func hasSite(_ id: String) -> Bool { network.sourcingCase.sites.contains { $0.id == id } }

  private func hasItem(_ id: String) -> Bool { network.sourcingCase.items.contains { $0.id == id } }
}
