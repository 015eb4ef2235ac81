internal import LinearModel
internal import Planning
internal import Sourcing

/// The yes-or-no decisions by which layouts are told apart: whether each site is in use, whether each source is qualified, and
/// whether it is a main one.
///
/// Sites that make nothing are left out: that one of them is called open says nothing by itself.
struct DecisionVector {
  private let network: SourcingNetwork
  private let makers: [Int]

  init(_ network: SourcingNetwork) {
    self.network = network
    makers = Set(network.capabilities.map(\.site)).sorted()
  }

  /// The decisions of a layout.
  func values(_ layout: Layout) -> [Bool] {
    makers.map { layout.isOpen[$0] } + network.capabilities.indices.map { layout.isQualified($0) }
      + network.capabilities.indices.map { layout.role[$0] == .primary }
  }

  /// The decisions of a model.
  func expressions(_ stage: FirstStage) -> [LinearExpression] {
    makers.map { stage.open[$0] } + network.capabilities.indices.map { stage.qualify($0) } + stage.primary
  }

  /// In how many decisions two layouts differ (Hamming 1950).
  static func distance(_ left: [Bool], _ right: [Bool]) -> Int {
    zip(left, right).count { $0 != $1 }
  }
}
