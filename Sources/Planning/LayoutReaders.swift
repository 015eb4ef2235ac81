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
      layout.pipeline.make[index] = Amount.cleaned(stage.pipelineMake[index].value(at: point))
    }
    // A project that nothing comes of is none, whatever it costs.
    for (index, project) in network.projects.enumerated() {
      let isDeveloped = stage.develop[index].value(at: point) > 0.5
      layout.isDeveloped[index] = isDeveloped && project.capabilities.contains(where: layout.isQualified)
    }
    for index in network.nodes.indices {
      layout.stock[index] = Amount.cleaned(stage.stock[index].value(at: point))
    }
    for index in network.lanes.indices {
      layout.pipeline.ship[index] = Amount.cleaned(stage.pipelineShip[index].value(at: point))
    }
    return layout
  }
}

/// Reads a scenario's recourse at a point of a model.
struct RecourseReader {
  private let network: SourcingNetwork
  private let stage: FirstStage
  private let shape: NetworkShape

  /// - Parameter stage: The first stage that the recourse was built on.
  init(_ network: SourcingNetwork, _ stage: FirstStage) {
    self.network = network
    self.stage = stage
    shape = NetworkShape(network)
  }

  func read(_ recourse: Recourse, at point: [Double]) -> Layout.Recourse {
    var result = Layout.Recourse(network)
    for (period, done) in recourse.periods.enumerated() {
      result.periods[period] = read(done, at: point, scenario: recourse.scenario, period: period)
    }
    return result
  }

  private func read(
    _ done: PeriodRecourse, at point: [Double], scenario: Int, period: Int
  ) -> Layout.PeriodRecourse {
    var result = Layout.PeriodRecourse(network)
    let value = { (variable: Variable?) in Amount.cleaned(variable.map { point[$0.index] } ?? 0) }
    for index in network.lanes.indices { result.ship[index] = value(done.ship[index]) }
    for (index, short) in done.short.enumerated() { result.short[index] = value(short) }
    for (index, origin) in done.origins.enumerated() {
      result.origins[index].ship = origin.ship.map(value)
      result.origins[index].make = origin.make.map(value)
      result.origins[index].use = origin.use.map(value)
      result.origins[index].hold = origin.hold.map(value)
    }
    for (index, node) in network.nodes.enumerated() {
      result.hold[index] = value(done.hold[index])
      result.release[index] = value(done.release[index])
      for capability in node.capabilities {
        result.make[capability] = value(done.make[capability])
        result.surge[capability] = value(done.surge[capability])
      }
      guard shape.isMakeImplied[index], let only = node.capabilities.first else { continue }
      // The model leaves what is made to what is shipped; no more is drawn than the commitment leaves open.
      let volume = Amount.cleaned(done.volume[only].value(at: point))
      let available = network.availability(capability: only, scenario: scenario, period: period)
      let committed = available * stage.committed(only, in: period).value(at: point)
      result.surge[only] = Amount.cleaned(min(value(done.surge[only]), max(0, volume - committed)))
      result.make[only] = max(0, volume - result.surge[only])
    }
    return result
  }
}
