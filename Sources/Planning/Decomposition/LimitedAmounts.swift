internal import LinearModel
internal import Sourcing

/// What policies, or the measure of a frontier, limit in scenarios that are taken apart.
///
/// Each block has a column of the master for the most that its part of an amount may be, and a row that keeps it to that; rows of
/// the master limit what the parts come to. So blocks stay independent of each other, and equal ones one (resource-directive
/// decomposition: Geoffrion 1970).
struct LimitedAmounts {
  private let network: SourcingNetwork
  private let ofPolicies: [(amount: PolicyAmount, policy: NetworkPolicy, item: NetworkPolicyItem?)]
  private let isOfShortage: Bool
  /// The columns of each block, by number of the amount.
  private var columns: [[Int: Variable]] = []
  private var blocksOfScenario: [[Int]] = []

  /// - Parameter isOfShortage: Whether what is short of all demands together is limited as well; it is the last of the amounts.
  init(_ network: SourcingNetwork, ofShortage isOfShortage: Bool) {
    self.network = network
    self.isOfShortage = isOfShortage
    ofPolicies = PolicyAmount.all(of: network)
  }

  /// The amounts of a recourse; zero where nothing is limited in its scenario.
  func expressions(of recourse: Recourse) -> [LinearExpression] {
    let amounts = ofPolicies.map { PolicyRules.amount($0.policy, $0.item, recourse, network) }
    return isOfShortage ? amounts + [recourse.short] : amounts
  }

  /// Gives every block a column of the master for each amount that it has part in.
  mutating func limit(_ blocks: inout [RecourseBlock], of scenarios: [[Int]], in model: inout Model) {
    blocksOfScenario = scenarios
    columns = blocks.indices.map { index in
      var columns: [Int: Variable] = [:]
      for amount in blocks[index].amounts.keys.sorted() {
        let most = blocks[index].greatest(amount)
        if most <= 0 { continue }
        let column = model.addVariable("limit[\(index),\(amount)]", lower: 0, upper: most)
        blocks[index].limit(amount, to: column.index)
        columns[amount] = column
      }
      return columns
    }
  }

  /// The most that the amounts of policies may be in a scenario, by its position among those that are taken apart.
  func limits(_ scenario: Int) -> [PolicyAmount: LinearExpression] {
    Dictionary(
      uniqueKeysWithValues: ofPolicies.enumerated().map { ($1.amount, limit(of: $0, scenario)) })
  }

  /// The most that may be short in a scenario; zero where that is not limited.
  func shortage(_ scenario: Int) -> LinearExpression {
    isOfShortage ? limit(of: ofPolicies.count, scenario) : LinearExpression()
  }

  /// The most that each amount may be in a scenario, by a point.
  func most(_ scenario: Int, at point: [Double]) -> [Double] {
    (0..<ofPolicies.count + (isOfShortage ? 1 : 0)).map { limit(of: $0, scenario).value(at: point) }
  }

  private func limit(of amount: Int, _ scenario: Int) -> LinearExpression {
    var limit = LinearExpression()
    for block in blocksOfScenario[scenario] {
      if let column = columns[block][amount] { limit.add(1, column) }
    }
    return limit
  }
}
