import Testing

@testable import Sourcing

@Suite("Disruptions and reserves along the periods")
struct TimelineTests {
  private func factors(_ disruption: Disruption, days: Double, periods: Int) -> [Double] {
    let timeline = Timeline(periodDays: days, periods: periods)
    return (0..<periods).map { timeline.factor(of: disruption, in: $0) }
  }

  private func near(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test("it begins in period ceil(start/D), lasts ceil(duration/D), and then recovers along a ramp")
  func ramp() {
    // D = 10: start ceil(11/10) = 2, duration ceil(15/10) = 2, ramp ceil(25/10) = 3 periods:
    // 0.2 + 0.8 · j/4 = 0.4, 0.6, 0.8.
    let disruption = Disruption("d", .site, "x", factor: 0.2, startDay: 11, durationDays: 15, rampDays: 25)
    #expect(near(factors(disruption, days: 10, periods: 9), [1, 1, 0.2, 0.2, 0.4, 0.6, 0.8, 1, 1]))
  }

  @Test("without a duration it lasts to the end")
  func endless() {
    #expect(factors(Disruption("d", .site, "x", startDay: 1), days: 10, periods: 4) == [1, 0, 0, 0])
  }

  @Test("with a duration of 0 there is only the ramp")
  func momentary() {
    // 0 + 1 · 1/2.
    #expect(
      factors(Disruption("d", .site, "x", durationDays: 0, rampDays: 1), days: 10, periods: 3) == [0.5, 1, 1])
    #expect(factors(Disruption("d", .site, "x", durationDays: 0), days: 10, periods: 2) == [1, 1])
  }

  @Test(
    "whole numbers of periods are not rounded up by the noise of division",
    arguments: [(2.1, 0.7, 3), (0.7, 0.1, 7), (91.2, 30.4, 3), (365, 365, 1)])
  func noise(_ days: Double, _ period: Double, _ count: Int) {
    let values = factors(Disruption("d", .site, "x", durationDays: days), days: period, periods: 20)
    #expect(values.prefix { $0 == 0 }.count == count)
  }

  @Test("times beyond all horizons do not overflow")
  func beyond() {
    let late = Disruption("d", .site, "x", startDay: 1e6, durationDays: 1e6, rampDays: 1e6)
    #expect(factors(late, days: 1e-300, periods: 2) == [1, 1])
    let long = Disruption("d", .site, "x", durationDays: 1e6, rampDays: 1e6)
    #expect(factors(long, days: 0.01, periods: 2) == [0, 0])
  }

  @Test("a reserve without activation is always ready; another is ready after the event, along its ramp")
  func readiness() {
    let timeline = Timeline(periodDays: 10, periods: 10)
    var capability = Capability(site: "s", item: "i", capacity: 1, unitCost: 1)
    #expect(timeline.readiness(of: capability, event: nil, in: 0) == 1)
    capability.rampDays = 20
    #expect(timeline.readiness(of: capability, event: 3, in: 0) == 1, "a warm reserve has no ramp")
    capability.activationDays = 15
    // Event in period 1, ready from period 1 + 2; ramp of 2 periods: 1/3, 2/3, then all.
    let values = (0..<7).map { timeline.readiness(of: capability, event: 1, in: $0) }
    #expect(near(values, [0, 0, 0, 1.0 / 3, 2.0 / 3, 1, 1]))
    #expect(
      timeline.readiness(of: capability, event: nil, in: 9) == 0, "nothing happens, so it is never called")
  }
}
