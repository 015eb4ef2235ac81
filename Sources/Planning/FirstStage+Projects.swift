internal import LinearModel

/// What is contracted at a capability and can be used at the same times, since the project that unlocks it is ready
/// then.
struct ContractPart: Sendable {
  /// The part of each period in which it can be used.
  var usable: [Double]
  /// Units a period committed.
  var commit: LinearExpression
  /// Units a period reserved.
  var reserve: LinearExpression
  /// What the commitment costs a period where all of it is delivered.
  var cost: LinearExpression
}

extension FirstStage {
  /// Units committed to a capability that count in a period: none before it can be used.
  func committed(_ capability: Int, in period: Int) -> LinearExpression {
    counted(capability, in: period, commit, \.commit)
  }

  /// Units reserved at a capability that count in a period.
  func reserved(_ capability: Int, in period: Int) -> LinearExpression {
    counted(capability, in: period, reserve, \.reserve)
  }

  /// What a capability's commitment costs in a period where all of it is delivered.
  func due(_ capability: Int, in period: Int) -> LinearExpression {
    counted(capability, in: period, commitmentCost, \.cost)
  }

  /// Units committed and reserved at a capability, an average period.
  func held(_ capability: Int) -> LinearExpression {
    if parts[capability].isEmpty { return commit[capability] + reserve[capability] }
    var held = LinearExpression()
    for part in parts[capability] {
      let share = part.usable.reduce(0, +) / Double(part.usable.count)
      held.add(share, part.commit)
      held.add(share, part.reserve)
    }
    return held
  }

  private func counted(
    _ capability: Int, in period: Int, _ whole: [LinearExpression],
    _ amount: KeyPath<ContractPart, LinearExpression>
  ) -> LinearExpression {
    if parts[capability].isEmpty { return whole[capability] }
    var counted = LinearExpression()
    for part in parts[capability] where part.usable[period] > 0 {
      counted.add(part.usable[period], part[keyPath: amount])
    }
    return counted
  }
}
