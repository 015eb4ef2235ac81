internal import Foundation

/// A database file as it can be opened without a trace.
///
/// SQLite keeps files beside a database whose journal is written ahead, even where it is only read; such a one is
/// opened as a copy that is marked otherwise, which is sound while its log is empty.
struct DatabaseImage {
  /// What to open.
  let path: String
  /// The folder of the copy; nil where the file itself is opened.
  private let folder: URL?

  private static let signature = Array("SQLite format 3\0".utf8)
  /// Where the header has the versions of the format for writing and reading; 2 stands for a journal written ahead.
  private static let versions = 18...19

  /// Looks at a file.
  ///
  /// - Throws: A ``Fault`` where it is no database, too large, or has changes waiting in a file beside it.
  init(_ url: URL, shownAs file: String, largest: Int) throws {
    let location = Fault.Location(file: file)
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw Fault(
        at: location, Message(ReadingText.fileUnreadable, ["reason": String(cString: strerror(errno))]))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(at: location, Message(ReadingText.notRegular), expected: Message(ExpectedText.database))
    }
    guard status.st_size <= largest else {
      throw Fault(
        at: location, value: "\(status.st_size) bytes", Message(ReadingText.fileTooLarge),
        expected: Message(ExpectedText.mostBytes, ["count": largest]))
    }
    let header: [UInt8]
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      header = [UInt8](try handle.read(upToCount: 100) ?? Data())
    } catch {
      throw Fault(at: location, Message(ReadingText.fileUnreadable, ["reason": FileSystem.reason(error)]))
    }
    guard header.count == 100, header.starts(with: Self.signature) else {
      throw Fault(
        at: location, Message(ReadingText.noDatabase), expected: Message(ExpectedText.writtenBySQLite))
    }
    for ending in ["-wal", "-journal"] {
      var beside = stat()
      if stat(url.path + ending, &beside) == 0, beside.st_size > 0 {
        throw Fault(
          at: location, value: file + ending, Message(ReadingText.changesWaiting),
          expected: Message(ExpectedText.closedDatabase))
      }
    }
    if header[Self.versions].contains(2) {
      let copy = try Self.copy(of: url, location)
      folder = copy
      path = copy.appendingPathComponent("case.sqlite").path
    } else {
      folder = nil
      path = url.path
    }
  }

  /// Removes the copy.
  func discard() {
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }

  /// The folder of a copy that is marked as having a usual journal.
  private static func copy(of url: URL, _ location: Fault.Location) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mainstay-\(UUID().uuidString)")
    do {
      var bytes = try Data(contentsOf: url)
      for position in versions where bytes.count > position { bytes[position] = 1 }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try bytes.write(to: folder.appendingPathComponent("case.sqlite"))
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw Fault(at: location, Message(ReadingText.copyFailed, ["reason": FileSystem.reason(error)]))
    }
    return folder
  }
}
