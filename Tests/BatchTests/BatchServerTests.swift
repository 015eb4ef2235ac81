import Foundation
import Mainstay
import Synchronization
import Testing

@Suite struct BatchServerTests {
  private let folder: TestFolder
  private let server: BatchServer

  init() throws {
    folder = try TestFolder()
    server = BatchServer(try Bikes.tables(in: folder))
  }

  private static func request(
    _ id: String, _ edits: String = "[]", options: String? = nil, schema: String = BatchRequest.schema
  ) -> String {
    let rest = options.map { #","options":\#($0)"# } ?? ""
    return #"{"schema":"\#(schema)","id":\#(id),"edits":\#(edits)\#(rest)}"#
  }

  private func answer(_ line: String) throws -> BatchAnswer {
    try #require(server.answer(to: .whole(Array(line.utf8)), number: 7))
  }

  /// Reads a text piece by piece, as a pipe is read.
  private static func feed(_ text: String) -> @Sendable (UnsafeMutableRawBufferPointer) -> Int {
    let rest = Mutex(Array(text.utf8)[...])
    return { buffer in
      rest.withLock { rest in
        let piece = rest.prefix(buffer.count)
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
      }
    }
  }

  /// The answers to a whole input.
  private func answers(to input: String, workers: Int = 1) throws -> [BatchAnswer] {
    let output = Mutex("")
    try server.run(workers: workers, read: Self.feed(input)) { text in
      output.withLock { $0 += text }
      return true
    }
    return try output.withLock { $0 }.split(separator: "\n").map {
      try JSONDecoder().decode(BatchAnswer.self, from: Data($0.utf8))
    }
  }

  @Test("a request without edits is answered with the case's own plan")
  func asItStands() throws {
    let found = try answer(Self.request(#""q1""#))
    #expect(found.id == .text("q1"))
    #expect(found.line == 7)
    #expect(found.error == nil)
    #expect(found.status == .optimal)
    #expect(found.variant == Variant("any", edits: []).id)
    // See the README.
    #expect(try abs(#require(found.objective) - 2060) < 1e-6)
    #expect(found.figures?.openSites == 2)
    #expect(found.figures?.backupSources == 1)
    #expect(found.plan == nil)
  }

  @Test("edits are those of variants: the same edits have the same variant and the same figures")
  func sameAsVariants() throws {
    let edits = #"[{"do":"scale","table":"demand","column":"quantity","by":0.5}]"#
    let found = try answer(Self.request("12", edits))
    let variant = Variant("half", edits: [TableEdit("demand", .scale(column: "quantity", by: 0.5))])
    #expect(found.id == .number(12))
    #expect(found.variant == variant.id)
    let path = folder.path("results.sqlite")
    _ = try BatchRunner().run(VariantList([variant]), of: Bikes.tables(in: folder), into: path)
    var row = ""
    try ResultSheet.write(path, as: .ndjson) { row += $0 }
    let figures = try JSONDecoder().decode(PlanFigures.self, from: Data(row.utf8))
    #expect(found.figures == figures)
  }

  @Test("the plan comes with the answer where it is asked for")
  func plan() throws {
    let found = try answer(Self.request(#""q""#, options: #"{"plan":true}"#))
    #expect(found.plan?.sourcing.map(\.site).sorted() == ["Oslo", "Porto"])
    #expect(found.plan?.objective == found.objective)
  }

  @Test("options of a request hold for it alone")
  func optionsOfOne() throws {
    let found = try answers(
      to: [
        Self.request("1", options: #"{"gap":0.5,"seed":3,"time_limit":60,"plan":true}"#),
        Self.request("2", options: #"{"plan":true}"#),
      ].joined(separator: "\n"))
    #expect(found.map { $0.plan?.seed == 3 } == [true, false])
  }

  @Test("a case whose policies are left out costs no more")
  func withoutPolicies() throws {
    let policy =
      #"{"do":"add","table":"policies","row":{"policy":"no Porto","kind":"exclude","site":"Porto"}}"#
    let found = try answers(
      to: [
        Self.request("1", "[\(policy)]"),
        Self.request("2", "[\(policy)]", options: #"{"without_policies":true}"#),
      ].joined(separator: "\n"))
    #expect(found.map(\.status) == [.optimal, .optimal])
    #expect(try #require(found[0].objective) > #require(found[1].objective) + 1)
  }

  @Test("an infeasible variant and a faulty one have a status, not an error")
  func noPlan() throws {
    let infeasible = try answer(
      Self.request(
        "1",
        #"[{"do":"scale","table":"demand","column":"quantity","by":3},"#
          + #"{"do":"set","table":"demand","column":"min_service","to":1}]"#))
    #expect(infeasible.status == .infeasible)
    #expect(infeasible.objective == nil)
    #expect(infeasible.figures == nil)
    for edits in [#"[{"do":"delete","table":"dmand","where":{}}]"#, #"[{"do":"dubble"}]"#, "[7]"] {
      let faulty = try answer(Self.request("2", edits))
      #expect(faulty.status == .faulty)
      #expect(faulty.error == nil)
      #expect(faulty.message?.isEmpty == false)
    }
    #expect(
      try answer(Self.request("2", #"[{"do":"delete","table":"dmand","where":{}}]"#)).message?
        .contains("did you mean 'demand'") == true)
  }

  @Test("of very many faults the first hundred are told")
  func manyFaults() throws {
    let edits = [String](repeating: #"{"do":"dubble"}"#, count: 150).joined(separator: ",")
    let lines = try answer(Self.request("1", "[\(edits)]")).message?.split(separator: "\n")
    #expect(lines?.count == 101)
    #expect(lines?.last == "and 50 more")
  }

  @Test(
    "what is no request is an error that says why",
    arguments: [
      ("garbage", BatchAnswer.Refusal.Kind.notJSON, "no JSON"),
      (#"{"schema":"mainstay/request/1","id":"q","ed"#, .notJSON, "no JSON"),
      (String(repeating: "[", count: 100_000), .notJSON, "nested deeper"),
      (#"{"id":1,"id":2}"#, .notJSON, "twice"),
      (request("1") + request("2"), .notJSON, "after the end"),
      ("{\"id\":\"\u{0}\"}", .notJSON, "control character"),
      ("7", .invalidRequest, "no object"),
      ("{}", .invalidRequest, "missing key schema"),
      (#"{"schema":1,"id":1,"edits":[]}"#, .invalidRequest, "wrong value of schema"),
      (request("1", schema: "mainstay/request/2"), .unknownSchema, "expected mainstay/request/1"),
      (#"{"schema":"mainstay/request/1","edits":[]}"#, .invalidRequest, "missing key id"),
      (request("null"), .invalidRequest, "wrong value of id"),
      (request("1.5"), .invalidRequest, "wrong value of id"),
      (request("1e300"), .invalidRequest, "wrong value of id"),
      (#"{"schema":"mainstay/request/1","id":1}"#, .invalidRequest, "missing key edits"),
      (request("1", #""all""#), .invalidRequest, "wrong value of edits"),
      (
        #"{"schema":"mainstay/request/1","id":1,"edits":[],"option":{}}"#, .invalidRequest,
        "did you mean 'options'"
      ),
      (request("1", options: "[]"), .invalidRequest, "wrong value of options"),
      (request("1", options: #"{"gab":0}"#), .invalidRequest, "did you mean 'gap'"),
      (request("1", options: #"{"gap":2}"#), .invalidRequest, "a number from 0 to 1"),
      (request("1", options: #"{"gap":"1%"}"#), .invalidRequest, "a number from 0 to 1"),
      (request("1", options: #"{"time_limit":0}"#), .invalidRequest, "more than 0"),
      (request("1", options: #"{"time_limit":1e999}"#), .invalidRequest, "more than 0"),
      (request("1", options: #"{"seed":-1}"#), .invalidRequest, "a whole number"),
      (request("1", options: #"{"plan":1}"#), .invalidRequest, "true or false"),
    ])
  func refusals(line: String, kind: BatchAnswer.Refusal.Kind, words: String) throws {
    let found = try answer(line)
    #expect(found.status == nil)
    #expect(found.error?.kind == kind)
    #expect(found.error?.message.hasPrefix("line 7") == true)
    #expect(found.error?.message.contains(words) == true, "\(found.error?.message ?? "")")
  }

  @Test("an error bears the id of its request as far as it can be read")
  func idOfErrors() throws {
    #expect(try answer(Self.request(#""q""#, schema: "mainstay/request/99")).id == .text("q"))
    #expect(try answer(Self.request("3", #""all""#)).id == .number(3))
    #expect(try answer("{}").id == nil)
  }

  @Test("bytes that are no text are an error")
  func notText() throws {
    let found = server.answer(to: .whole([0x22, 0xFF, 0xFE, 0x22]), number: 1)
    #expect(found?.error?.kind == .notJSON)
    #expect(found?.error?.message.contains("UTF-8") == true)
  }

  @Test("every line has its answer, in order, and blank lines have none")
  func stream() throws {
    let found = try answers(
      to: "\(Self.request("1"))\n\n garbage\n\t\r\n\(Self.request("2"))\r\n{\"schema\":\"mainst")
    #expect(found.map(\.line) == [1, 3, 5, 6])
    #expect(found.map(\.id) == [.number(1), nil, .number(2), nil])
    #expect(found.map { $0.error?.kind } == [nil, .notJSON, nil, .notJSON])
  }

  @Test("a byte order mark before the first request is no part of it, and anywhere else it is an error")
  func byteOrderMark() throws {
    let mark = "\u{FEFF}"
    let found = try answers(
      to: "\(mark)\(Self.request("1"))\n\(mark)\(Self.request("2"))\n\(Self.request("3"))\n")
    #expect(found.map { $0.error?.kind } == [nil, .notJSON, nil])
    #expect(found.map(\.status) == [.optimal, nil, .optimal])
    #expect(try answers(to: mark).isEmpty)
  }

  @Test("the last request is answered without a line feed too")
  func lastLine() throws {
    #expect(try answers(to: Self.request("1")).map(\.status) == [.optimal])
  }

  @Test("a line beyond the limit is an error, and the next line is answered")
  func tooLong() throws {
    let long = String(repeating: "x", count: BatchServer.longestLine + 1)
    let found = try answers(to: "\(long)\n\(Self.request("1"))\n")
    #expect(found.map { $0.error?.kind } == [.tooLong, nil])
    #expect(found.map(\.status) == [nil, .optimal])
  }

  @Test("several workers answer every request once")
  func workers() throws {
    let input = (1...20).map { Self.request("\($0)") }.joined(separator: "\n")
    let found = try answers(to: input, workers: 4)
    #expect(found.map(\.line).sorted() == Array(1...20))
    #expect(found.allSatisfy { $0.id == .number($0.line) && $0.status == .optimal })
  }

  @Test("once nobody reads answers, no more requests are planned")
  func noReader() throws {
    let input = (1...50).map { Self.request("\($0)") }.joined(separator: "\n")
    let count = Mutex(0)
    try server.run(read: Self.feed(input)) { _ in
      count.withLock { $0 += 1 }
      return false
    }
    #expect(count.withLock { $0 } == 1)
  }

  @Test("a failure to write ends all workers and is thrown on")
  func noOutput() {
    struct Full: Error {}
    let input = (1...50).map { Self.request("\($0)") }.joined(separator: "\n")
    #expect(throws: Full.self) {
      try server.run(workers: 3, read: Self.feed(input)) { _ in throw Full() }
    }
  }

  @Test("a process that was told to end answers with an error")
  func interrupted() throws {
    var options = PlanOptions()
    let cancellation = Cancellation()
    cancellation.cancel()
    options.cancellation = cancellation
    let ended = BatchServer(try Bikes.tables(in: folder), options)
    // A case this small may be proven before the search looks at the request to end.
    let found = ended.answer(to: .whole(Array(Self.request("1").utf8)), number: 1)
    #expect(found?.error?.kind == .interrupted || found?.status == .optimal)
    #expect(found?.id == .number(1))
  }

  @Test("an answer is the same after it is written and read")
  func roundTrip() throws {
    for line in [Self.request("1", options: #"{"plan":true}"#), "{}", Self.request("2", "[7]")] {
      let found = try answer(line)
      let copy = try JSONDecoder().decode(BatchAnswer.self, from: JSONEncoder().encode(found))
      #expect(copy == found)
    }
  }
}
