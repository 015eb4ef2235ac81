internal import Foundation
public import LinearModel
public import Planning
public import Sourcing
internal import Synchronization

/// Answers what-ifs of one case line by line, so that a script pays for the start and for reading the case once.
///
/// Every line gets one answer, whatever it holds; blank lines get none.
public struct BatchServer: Sendable {
  /// How many bytes of a line are read at most.
  public static let longestLine = 4 << 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let tables: CaseTables
  private let solver: any Solver
  private var options: PlanOptions
  private let withoutPolicies: Bool

  /// A server of a case.
  ///
  /// - Parameters:
  ///   - tables: The case as it stands.
  ///   - solver: Solves the models.
  ///   - options: How requests are planned that do not say otherwise. Once its cancellation is raised, requests get an error.
  ///   - withoutPolicies: Leave the policies of the case out where a request does not say otherwise.
  public init(
    _ tables: CaseTables, solver: any Solver, _ options: PlanOptions = PlanOptions(),
    withoutPolicies: Bool = false
  ) {
    self.tables = tables
    self.solver = solver
    self.options = options
    // Requests differ little from the case and from each other.
    if options.memory == nil { self.options.memory = PlanMemory() }
    self.withoutPolicies = withoutPolicies
  }

  /// Answers lines until there are none left.
  ///
  /// - Parameters:
  ///   - workers: How many requests are planned at once. With one, answers come in the order of the requests; with more, as they
  ///     are ready.
  ///   - read: Reads on, as for ``LineReader/init(limit:read:)``.
  ///   - write: Takes an answer, which ends with a line feed; false where nobody reads answers any more. It is never called
  ///     twice at once.
  /// - Throws: What `read` and `write` throw.
  public func run(
    workers: Int = 1, read: @escaping @Sendable (UnsafeMutableRawBufferPointer) throws -> Int,
    write: @escaping @Sendable (String) throws -> Bool
  ) throws {
    let input = Mutex(Input(lines: LineReader(limit: Self.longestLine, read: read)))
    let output = Mutex(())
    try WorkerThreads.run(workers) { _ in
      do {
        while let (line, number) = try input.withLock({ try $0.next() }) {
          guard let text = text(of: line, number: number) else { continue }
          let isRead = try output.withLock { _ in try write(text) }
          if !isRead { input.withLock { $0.isOver = true } }
        }
      } catch {
        // What cannot be written to one worker cannot be written to the others.
        input.withLock { $0.isOver = true }
        throw error
      }
    }
  }

  /// The answer to a line; nil for a blank one.
  public func answer(to line: LineReader.Line, number: Int) -> BatchAnswer? {
    guard case .whole(var bytes) = line else {
      return BatchAnswer(
        refusing: number, id: nil,
        .init(.tooLong, "line \(number): longer than \(Self.longestLine) bytes"))
    }
    // Programs on Windows begin their output with the mark of UTF-8.
    if number == 1, bytes.starts(with: Self.byteOrderMark) { bytes.removeFirst(Self.byteOrderMark.count) }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    var id: RequestID?
    do {
      let request = try RequestReader.request(bytes, at: "line \(number)", id: &id)
      return try answer(to: request, number: number)
    } catch let refusal as BatchAnswer.Refusal {
      return BatchAnswer(refusing: number, id: id, refusal)
    } catch {
      // Nothing else is thrown; if it were, the next line would still be answered.
      return BatchAnswer(refusing: number, id: id, .init(.invalidRequest, "\(error)"))
    }
  }

  private func answer(to request: BatchRequest, number: Int) throws -> BatchAnswer {
    var options = self.options
    if let gap = request.options.gap { options.gap = gap }
    if let limit = request.options.timeLimit { options.timeLimit = limit }
    if let seed = request.options.seed { options.seed = seed }
    let planner = VariantPlanner(
      tables, solver: solver, options,
      withoutPolicies: request.options.withoutPolicies ?? withoutPolicies)
    guard let (result, plan) = planner.result(of: request.variant) else {
      throw BatchAnswer.Refusal(.interrupted, "line \(number): interrupted")
    }
    let isWanted = request.options.wantsPlan && plan?.hasLayout == true
    return BatchAnswer(result, to: request.id, line: number, plan: isWanted ? plan : nil)
  }

  private func text(of line: LineReader.Line, number: Int) -> String? {
    guard let answer = answer(to: line, number: number) else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return String(decoding: try encoder.encode(answer), as: UTF8.self) + "\n" } catch {
      // A figure that is no number has no place in JSON.
      var failed = VariantResult(
        id: answer.variant ?? "", status: .failed, message: "the answer cannot be written: \(error)",
        edits: "")
      failed.seconds = answer.seconds ?? 0
      let instead = BatchAnswer(failed, to: answer.id ?? .text(""), line: number)
      return (try? encoder.encode(instead)).map { String(decoding: $0, as: UTF8.self) + "\n" }
    }
  }

  private struct Input {
    var lines: LineReader
    var count = 0
    var isOver = false

    mutating func next() throws -> (LineReader.Line, number: Int)? {
      guard !isOver, let line = try lines.next() else { return nil }
      count += 1
      return (line, count)
    }
  }
}
