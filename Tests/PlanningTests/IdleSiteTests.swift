import Sourcing
import Testing

@testable import Planning

/// A solver may leave a site open that nothing asks for; only such a one is closed when a layout is read.
@Suite("Sites that nothing uses")
struct IdleSiteTests {
  /// Whether the hub of a micro-case stays open where the layout is changed like this.
  private func isKept(_ change: (inout Layout, SourcingNetwork) -> Void) throws -> Bool {
    let network = try Fixtures.network("strategic_stock")
    let form = ExtensiveForm(network)
    var layout = Layout(network)
    layout.isOpen = [true, true]
    change(&layout, network)
    let point = form.point(of: layout, CostEvaluation(layout, network))
    return form.layout(at: point).isOpen[1]
  }

  @Test("a hub is closed that holds and sends nothing")
  func idle() throws {
    #expect(try !isKept { _, _ in })
  }

  @Test("a hub stays open that holds stock, keeps goods or sends them in some scenario")
  func used() throws {
    func node(_ network: SourcingNetwork) -> Int? { network.nodes.firstIndex { $0.site == 1 } }
    #expect(
      try isKept { layout, network in if let node = node(network) { layout.stock[node] = 1 } })
    #expect(
      try isKept { layout, network in
        if let node = node(network) { layout.recourse[1].periods[0].hold[node] = 1 }
      })
    #expect(
      try isKept { layout, network in
        if let lane = network.lanes.firstIndex(where: { $0.origin == 1 }) {
          layout.recourse[1].periods[1].ship[lane] = 1
        }
      })
  }

  @Test("a hub stays open that sends something in the quiet period before the first")
  func quietPeriod() throws {
    let network = try Fixtures.network("lead_time_to_a_hub")
    let form = ExtensiveForm(network)
    var layout = Layout(network)
    layout.isOpen = [true, true]
    let lane = network.lanes.firstIndex { $0.origin == 1 }
    layout.pipeline.ship[try #require(lane)] = 1
    let point = form.point(of: layout, CostEvaluation(layout, network))
    #expect(form.layout(at: point).isOpen[1])
  }
}
