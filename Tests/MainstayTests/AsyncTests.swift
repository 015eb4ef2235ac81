import Foundation
import Mainstay
import Synchronization
import Testing

@Suite("Planning from tasks")
struct AsyncTests {
  private static func starter(demand factor: Double = 1) -> SourcingCase {
    var found = SourcingCase.starter
    for row in found.demand.indices { found.demand[row].quantity *= factor }
    return found
  }

  /// Planned on the calling thread, which waits.
  private static func planned(_ factor: Double) throws -> Plan {
    try Planner().plan(starter(demand: factor))
  }

  /// Analyses on the calling thread, which waits.
  private static func analyses(
    _ standing: StandingLayout, _ network: SourcingNetwork
  ) throws -> (StressReport, WorstCase) {
    (try StressTest().run(standing, in: network), try WorstCaseFinder().find(standing, in: network))
  }

  /// Answers on the calling thread, which waits.
  private static func answers(
    _ plan: Plan, _ network: SourcingNetwork, _ event: String, _ options: AlternativeOptions
  ) throws -> (Recovery, Alternatives) {
    (
      try RecoveryPlanner().recover(network, from: plan, RecoveryOptions(events: [event])),
      try AlternativeFinder().alternatives(to: plan, in: network, options)
    )
  }

  @Test("planners in tasks of one process come to what each comes to alone")
  func plannersDoNotDisturbEachOther() async throws {
    let factors = [0.7, 0.8, 0.9, 1, 1.1, 0.75]
    let alone = try factors.map(Self.planned)
    let together = try await withThrowingTaskGroup(of: (Int, Plan).self) { group in
      for (index, factor) in factors.enumerated() {
        group.addTask { (index, try await Planner().plan(Self.starter(demand: factor))) }
      }
      return try await group.reduce(into: [Int: Plan]()) { $0[$1.0] = $1.1 }
    }
    for (index, plan) in alone.enumerated() {
      #expect(together[index]?.status == .optimal)
      #expect(together[index]?.objective == plan.objective)
      #expect(together[index]?.sourcing == plan.sourcing)
    }
  }

  @Test("cancelling a task ends its search with the best plan so far, and no other search")
  func cancellingEndsOneSearch() async throws {
    let (seen, isSeen) = AsyncStream.makeStream(of: Void.self)
    var options = PlanOptions(gap: 0)
    options.method = .extensive
    options.progress = { if $0.incumbent != nil { isSeen.finish() } }
    let prepared = options
    let long = Task {
      // A search may come to its end without a word.
      defer { isSeen.finish() }
      return try await Planner().plan(SourcingNetwork(Self.starter()), prepared)
    }
    let other = Task { try await Planner().plan(Self.starter(demand: 0.9)) }
    var begun = seen.makeAsyncIterator()
    _ = await begun.next()
    long.cancel()
    let cut = try await long.value
    #expect(try await other.value.status == .optimal)
    // It may have come to its end in the moment before.
    if cut.status != .optimal {
      #expect(cut.status == .feasible)
      #expect(cut.message.hasPrefix("interrupted"))
    }
    let objective = try #require(cut.objective)
    #expect(PlanVerifier.verify(cut, against: try SourcingNetwork(Self.starter())).isSound)
    #expect(try #require(cut.bound) <= objective)
  }

  @Test("a task that is cancelled before it begins has no search to wait for")
  func cancelledBeforeItBegins() async throws {
    let task = Task {
      // Holds until the task is cancelled, so that the search finds it so.
      while !Task.isCancelled { await Task.yield() }
      return try await Planner().plan(Self.starter())
    }
    task.cancel()
    let plan = try await task.value
    #expect(plan.status == .feasible || plan.status == .error)
    #expect(plan.message.hasPrefix("interrupted"))
  }

  @Test("a search that is followed ends with its plan, after what it tells on the way")
  func progressEndsWithPlan() async throws {
    let network = try SourcingNetwork(Self.starter())
    var events: [PlanningEvent] = []
    for try await event in Planner().progress(network) { events.append(event) }
    guard case .plan(let plan) = try #require(events.last) else {
      Issue.record("the last event is no plan")
      return
    }
    #expect(plan.status == .optimal)
    let others = events.dropLast().filter { if case .plan = $0 { true } else { false } }
    #expect(others.isEmpty)
  }

  @Test("faults are thrown to the task that asked")
  func faultsAreThrown() async throws {
    var found = Self.starter()
    found.sites[0].region = "nowhere"
    let faulty = found
    await #expect(throws: CaseFaults.self) { try await Planner().plan(faulty) }
  }

  @Test("analyses in tasks come to what they come to without")
  func analysesAgree() async throws {
    let network = try SourcingNetwork(Self.starter())
    let plan = try await Planner().plan(network)
    let standing = try StandingLayout(plan)
    let stress = try await StressTest().run(standing, in: network)
    let worst = try await WorstCaseFinder().find(standing, in: network)
    let blocking = try Self.analyses(standing, network)
    #expect(stress.findings.map(\.extraCost) == blocking.0.findings.map(\.extraCost))
    #expect(worst.worst.map(\.extraCost) == blocking.1.worst.map(\.extraCost))
  }

  @Test("recoveries and alternatives in tasks come to what they come to without")
  func answersAgree() async throws {
    let network = try SourcingNetwork(Self.starter())
    let plan = try await Planner().plan(network)
    let event = try #require(Self.starter().disruptions.first?.id)
    let recovery = try await RecoveryPlanner().recover(
      network, from: plan, RecoveryOptions(events: [event]))
    var options = AlternativeOptions()
    options.count = 1
    let alternatives = try await AlternativeFinder().alternatives(to: plan, in: network, options)
    let blocking = try Self.answers(plan, network, event, options)
    #expect(recovery.isProven)
    #expect(recovery.cost == blocking.0.cost)
    #expect(recovery.periods.map(\.met) == blocking.0.periods.map(\.met))
    #expect(alternatives.layouts.map(\.distance) == blocking.1.layouts.map(\.distance))
    #expect(alternatives.layouts.map(\.sites) == blocking.1.layouts.map(\.sites))
  }

  @Test("a cancelled task has a recovery or alternatives that say that they are cut short")
  func cancelledAnswers() async throws {
    let network = try SourcingNetwork(Self.starter())
    let plan = try await Planner().plan(network)
    let event = try #require(Self.starter().disruptions.first?.id)
    let alternatives = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await AlternativeFinder().alternatives(to: plan, in: network)
    }
    let recovery = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await RecoveryPlanner().recover(network, from: plan, RecoveryOptions(events: [event]))
    }
    alternatives.cancel()
    recovery.cancel()
    #expect(try await alternatives.value.completeness == .interrupted)
    #expect(try await alternatives.value.layouts.isEmpty)
    #expect(try await recovery.value.completeness == .interrupted)
    #expect(try await !recovery.value.isProven)
  }
}
