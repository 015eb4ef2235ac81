internal import Foundation
internal import LinearModel
internal import Sourcing

/// Amounts as a layout keeps them.
enum Amount {
  /// Amounts below this are rounding of the solver, far below what the verifier lets pass.
  static let trace = 1e-9

  /// The amount to twelve significant digits, so that 79.99999999999999 is 80; zero where it is a trace.
  static func cleaned(_ value: Double) -> Double {
    if value < trace { return 0 }
    let unit = pow(10, floor(log10(value)) - 11)
    return unit < 1 ? (value / unit).rounded() / (1 / unit).rounded() : (value / unit).rounded() * unit
  }
}

/// Reads the first stage at a point of a model: roles and openings whole, no trace amounts.
struct StageReader {
  private let network: SourcingNetwork

  init(_ network: SourcingNetwork) {
    self.network = network
  }

  /// The layout without its recourse.
  func read(_ stage: FirstStage, at point: [Double]) -> Layout {
    var layout = Layout(network)
    for (index, open) in stage.open.enumerated() { layout.isOpen[index] = open.value(at: point) > 0.5 }
    for index in network.capabilities.indices {
      if stage.primary[index].value(at: point) > 0.5 {
        layout.role[index] = .primary
      } else if stage.backup[index].value(at: point) > 0.5 {
        layout.role[index] = .backup
      }
      layout.commit[index] = Amount.cleaned(stage.commit[index].value(at: point))
      layout.reserve[index] = Amount.cleaned(stage.reserve[index].value(at: point))
    }
    return layout
  }
}

/// Reads a scenario's recourse at a point of a model.
struct RecourseReader {
  private let network: SourcingNetwork
  private let stage: FirstStage

  /// - Parameter stage: The first stage that the recourse was built on.
  init(_ network: SourcingNetwork, _ stage: FirstStage) {
    self.network = network
    self.stage = stage
  }

  func read(_ recourse: Recourse, at point: [Double]) -> Layout.Recourse {
    var result = Layout.Recourse(network)
    let value = { (variable: Variable?) in Amount.cleaned(variable.map { point[$0.index] } ?? 0) }
    for index in network.lanes.indices { result.ship[index] = value(recourse.ship[index]) }
    for (index, short) in recourse.short.enumerated() { result.short[index] = value(short) }
    for index in network.capabilities.indices {
      if recourse.make[index] != nil || isBalanced(index) {
        result.make[index] = value(recourse.make[index])
        result.surge[index] = value(recourse.surge[index])
        continue
      }
      // The model leaves what is made to what is shipped; no more is drawn than the commitment leaves open.
      let volume = Amount.cleaned(recourse.volume[index].value(at: point))
      let available = network.availability(capability: index, scenario: recourse.scenario)
      let committed = available * stage.commit[index].value(at: point)
      result.surge[index] = Amount.cleaned(min(value(recourse.surge[index]), max(0, volume - committed)))
      result.make[index] = max(0, volume - result.surge[index])
    }
    return result
  }

  /// Whether the capability's site has a balance of its own in the model.
  private func isBalanced(_ capability: Int) -> Bool {
    let row = network.capabilities[capability]
    guard let node = network.node(site: row.site, item: row.item) else { return false }
    return !(node.inbound.isEmpty && node.capabilities.count == 1)
  }
}
