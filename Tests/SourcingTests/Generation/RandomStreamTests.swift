import Testing

@testable import Sourcing

@Suite("Random numbers are the same on every platform")
struct RandomStreamTests {
  @Test("a stream gives the numbers that SplitMix64 gives")
  func numbers() {
    var stream = RandomStream(seed: 7, sample: 3, name: "site\u{0}Dresden")
    let drawn = (0..<3).map { _ in stream.uniform() }
    #expect(drawn == Self.expected)
  }

  /// Worked out by another implementation, in Python with whole numbers.
  static let expected: [Double] = [
    0.6642719012342024, 0.007694169526854866, 0.8952635405173955,
  ]

  @Test("seed, sample and name each make another stream")
  func streams() {
    let first = { (stream: RandomStream) in
      var stream = stream
      return stream.uniform()
    }
    let drawn = [
      RandomStream(seed: 0, sample: 0, name: "a"), RandomStream(seed: 1, sample: 0, name: "a"),
      RandomStream(seed: 0, sample: 1, name: "a"), RandomStream(seed: 0, sample: 0, name: "b"),
    ].map(first)
    #expect(Set(drawn).count == 4)
  }

  @Test("numbers are spread evenly")
  func spread() {
    let drawn = (0..<4000).map { sample in
      var stream = RandomStream(seed: 0, sample: sample, name: "a")
      return stream.uniform()
    }
    // Mean 1/2 with standard deviation 1/√(12 · 4000) = 0.0046.
    #expect(abs(drawn.reduce(0, +) / 4000 - 0.5) < 0.02)
    #expect(drawn.allSatisfy { $0 >= 0 && $0 < 1 })
  }

  @Test(
    "the probability of at least one event",
    arguments: [
      (0.0, 0.0), (1e-12, 1e-12), (0.5, 0.3934693402873666), (1.0, 0.6321205588285577),
      (3.0, 0.950212931632136), (30.0, 0.9999999999999064), (1000.0, 1.0),
    ])
  func atLeastOne(mean: Double, probability: Double) {
    #expect(abs(PoissonProcess.atLeastOne(mean: mean) - probability) <= 1e-15)
  }
}
