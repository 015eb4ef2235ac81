import Batch
import Synchronization
import Testing

@Suite struct LineReaderTests {
  /// The lines of a text that is read in pieces of some bytes.
  private func lines(_ text: String, inPiecesOf size: Int, limit: Int = 100) throws -> [LineReader.Line] {
    let rest = Mutex(Array(text.utf8)[...])
    var reader = LineReader(limit: limit) { buffer in
      rest.withLock { rest in
        let piece = rest.prefix(min(size, buffer.count))
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
      }
    }
    var found: [LineReader.Line] = []
    while let line = try reader.next() { found.append(line) }
    return found
  }

  private func whole(_ text: String) -> LineReader.Line { .whole(Array(text.utf8)) }

  @Test("lines are the same however the stream comes in pieces", arguments: [1, 2, 3, 1000])
  func pieces(size: Int) throws {
    #expect(
      try lines("one\n\nthree\r\nfour", inPiecesOf: size)
        == [whole("one"), whole(""), whole("three\r"), whole("four")])
    #expect(try lines("one\n", inPiecesOf: size) == [whole("one")])
    #expect(try lines("", inPiecesOf: size).isEmpty)
    #expect(try lines("\n", inPiecesOf: size) == [whole("")])
  }

  @Test("a line beyond the limit is passed over, and the next is whole", arguments: [1, 7, 1000])
  func tooLong(size: Int) throws {
    let long = String(repeating: "x", count: 101)
    let longest = String(repeating: "y", count: 100)
    #expect(
      try lines("\(long)\n\(longest)\nnext\n\(long)", inPiecesOf: size)
        == [.tooLong, whole(longest), whole("next"), .tooLong])
  }

  @Test("a failure to read is thrown on")
  func failure() {
    struct Broken: Error {}
    var reader = LineReader(limit: 10) { _ in throw Broken() }
    #expect(throws: Broken.self) { try reader.next() }
  }
}
