/// Checks that what stands today is something that the case knows how to source.
enum CurrentCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    let known = Set(found.capabilities.map { [$0.site, $0.item, $0.recipe] })
    return found.current.enumerated().compactMap { index, row in
      if known.contains([row.site, row.item, row.recipe]) { return nil }
      return Fault(
        at: found.origin.location(table: "current", row: index, column: "site+item+recipe"),
        value: [row.site, row.item, row.recipe ?? ""].joined(separator: ", "), Message(CheckText.notSource),
        expected: Message(ExpectedText.sourceOfCapabilities),
        references: ["capabilities", "sites", "items", "recipes"])
    }
  }
}
