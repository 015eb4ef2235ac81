internal import Planning
internal import Sourcing

extension ResponseProgram {
  /// The columns that a rule may have a say in: what moves of the items that its rows name. Which of two rules counts for a lane depends
  /// on both being in force, so it is not asked what a rule changes by itself.
  func columns(under change: Disruption) -> [Int] {
    let found = network.sourcingCase
    let rows =
      change.targetKind == .control
      ? found.controls.filter { $0.rule == change.target }.map { ($0.item, $0.itemClass) }
      : found.duties.filter { $0.rule == change.target }.map { ($0.item, $0.itemClass) }
    let isNamed = found.items.map { item in
      rows.contains { row in
        row.0.map { $0 == item.id } ?? row.1.map { $0 == item.itemClass } ?? true
      }
    }
    return columns.indices.filter { index in
      switch columns[index] {
      case .ship(let lane, _), .claim(_, let lane, _): isNamed[network.lanes[lane].item]
      case .make, .surge, .hold, .release, .short, .originating: false
      }
    }
  }
}
