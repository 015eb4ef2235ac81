import Analyses
import Testing

@Suite("How whole an answer is")
struct CompletenessTests {
  @Test("only a complete answer lacks nothing")
  func partial() {
    #expect(!Completeness.complete.isPartial)
    #expect(Completeness.timeLimit.isPartial)
    #expect(Completeness.interrupted.isPartial)
  }
}
