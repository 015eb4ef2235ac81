import Sourcing

extension RandomCase {
  /// The case of a seed with projects besides; a third each of single periods, of chains, and of contracts.
  static func developed(seed: Int) throws -> SourcingCase {
    let found =
      switch seed % 3 {
      case 0: try mixed(seed: seed)
      case 1: try mixed(seed: seed, .chained)
      default: try contracted(seed: seed)
      }
    return found.addingProjects(seed: seed, most: 5)
  }
}

extension SourcingCase {
  /// The case with projects that some of its capabilities need: alternatives, joint ones, ones for several.
  func addingProjects(seed: Int, most: Int) -> SourcingCase {
    var found = self
    var draw = Draw(seed: 2_000_000 + seed)
    let regions = found.regions.map(\.id)
    for (index, first) in regions.enumerated() {
      for second in regions.dropFirst(index + 1) where draw.chance(0.4) {
        found.alignment.append(Alignment(first, second, score: draw.amount(-1...1)))
      }
    }
    if draw.chance(0.3) { found.settings.projectAlignment = draw.amount(-0.5...0.9) }
    let standing = Set(found.current.map { [$0.site, $0.item, $0.recipe] })
    let undeveloped = found.capabilities.filter { !standing.contains([$0.site, $0.item, $0.recipe]) }
    let horizon = found.settings.periodDays * Double(found.settings.periods)
    for number in 1...draw.whole(1...most) {
      let cost = draw.chance(0.1) ? 0 : draw.amount(1...120)
      let days = draw.chance(0.4) ? 0 : draw.amount(0...(1.1 * horizon))
      var members = draw.some(of: undeveloped, 0.15)
      if draw.chance(0.6) { members = Array(members.prefix(1)) }
      let homes = members.compactMap { row in found.sites.first { $0.id == row.site }?.region }
      let strangers = regions.filter { region in !homes.contains { found.isRegion($0, in: region) } }
      let partners = draw.chance(0.5) ? draw.some(of: strangers, 0.3) : []
      for row in members {
        found.projects.append(
          Project(
            "P\(number)", site: row.site, item: row.item, recipe: row.recipe, cost: cost, days: days,
            partners: partners))
      }
    }
    return found
  }

  /// Whether a region is another or lies below it.
  private func isRegion(_ name: String, in other: String) -> Bool {
    if name == other { return true }
    guard let parent = regions.first(where: { $0.id == name })?.parent else { return false }
    return isRegion(parent, in: other)
  }
}
