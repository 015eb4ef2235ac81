/// Cuts a stream of bytes into lines, and keeps no more of a line than a limit: what is longer is read past, not stored.
public struct LineReader {
  /// A line, without its line feed.
  public enum Line: Hashable, Sendable {
    /// A line that ended with a line feed, or the last one without.
    case whole([UInt8])
    /// A line with more bytes than the limit.
    case tooLong
  }

  private let limit: Int
  private let read: @Sendable (UnsafeMutableRawBufferPointer) throws -> Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// Bytes of the buffer that were read from the stream and not taken yet.
  private var rest = 0..<0
  private var isOver = false

  /// A reader.
  ///
  /// - Parameters:
  ///   - limit: How many bytes of a line are kept at most.
  ///   - read: Fills the front of a buffer, waits where there is nothing yet, and returns how many bytes it wrote; 0 at the end of
  ///     the stream.
  public init(
    limit: Int, read: @escaping @Sendable (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.limit = limit
    self.read = read
  }

  /// The next line; nil at the end of the stream.
  ///
  /// - Throws: What `read` throws.
  public mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isAnything = false
    while try refill() {
      isAnything = true
      let end = buffer[rest].firstIndex(of: UInt8(ascii: "\n"))
      let part = buffer[rest.lowerBound..<(end ?? rest.upperBound)]
      if line.count + part.count > limit {
        isTooLong = true
        line = []
      }
      if !isTooLong { line += part }
      rest = (end.map { $0 + 1 } ?? rest.upperBound)..<rest.upperBound
      if end != nil { break }
    }
    guard isAnything else { return nil }
    return isTooLong ? .tooLong : .whole(line)
  }

  /// Reads on where everything read was taken.
  ///
  /// - Returns: Whether there is anything left.
  private mutating func refill() throws -> Bool {
    if !rest.isEmpty { return true }
    if isOver { return false }
    let read = self.read
    let count = try buffer.withUnsafeMutableBytes { try read($0) }
    isOver = count <= 0
    rest = 0..<max(0, count)
    return !isOver
  }
}
