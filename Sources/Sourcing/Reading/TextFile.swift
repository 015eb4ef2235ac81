internal import Foundation

/// A file or folder that could not be read or written, apart from what is in it.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Kind: String, Hashable, Sendable {
    /// There is no such file or folder.
    case notFound
    /// It is there and cannot be read.
    case unreadable
    /// It cannot be written.
    case unwritable
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The path as the caller gave it.
  public var path: String
  /// What the system said.
  public var detail: String

  /// An error from its parts.
  public init(_ kind: Kind, path: String, detail: String) {
    self.kind = kind
    self.path = path
    self.detail = detail
  }

  /// One line in English.
  public var description: String { text() }

  /// One line in a language; what the system said stays as it is.
  public func text(in language: Language = .english) -> String {
    let problem =
      switch kind {
      case .notFound: Message(UsageText.noSuchFile)
      case .unreadable: Message(UsageText.unreadableFile)
      case .unwritable: Message(UsageText.unwritableFile)
      }
    let told =
      detail.isEmpty ? problem : Message(UsageText.withReason, ["problem": problem, "reason": detail])
    return "\(path): \(told.text(in: language))"
  }
}

/// Reads whole text files, refusing what is not text or not of a sensible size.
package enum TextFile {
  /// Largest file that is read: a table of a million rows has about 50 MB.
  static let largestByteCount = 128 * 1024 * 1024

  /// The file's text, without a byte-order mark.
  ///
  /// - Parameter shownAs: How messages name the file.
  /// - Throws: A ``Fault`` where the file is missing, too large, no regular file, or no UTF-8 text.
  static func read(_ url: URL, shownAs name: String) throws -> String {
    let location = Fault.Location(file: name)
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw Fault(
        at: location, Message(ReadingText.fileUnreadable, ["reason": String(cString: strerror(errno))]))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(at: location, Message(ReadingText.notRegular), expected: Message(ExpectedText.textFile))
    }
    guard status.st_size <= largestByteCount else {
      throw Fault(
        at: location, value: "\(status.st_size / 1_048_576) MB", Message(ReadingText.fileTooLarge),
        expected: Message(ExpectedText.mostMegabytes, ["count": largestByteCount / 1_048_576]))
    }
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      throw Fault(at: location, Message(ReadingText.fileUnreadable, ["reason": FileSystem.reason(error)]))
    }
    return try decode(data, at: location)
  }

  private static func decode(_ data: Data, at location: Fault.Location) throws -> String {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      throw Fault(at: location, Message(ReadingText.isUTF16), expected: Message(ExpectedText.utf8CSV))
    }
    let body = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    guard let text = String(validating: body, as: UTF8.self) else {
      throw Fault(
        at: Fault.Location(file: location.file, row: firstInvalidLine(body)), Message(ReadingText.notUTF8),
        expected: Message(ExpectedText.utf8CSV))
    }
    if body.contains(0) {
      throw Fault(
        at: location, Message(ReadingText.zeroBytes), expected: Message(plain: "UTF-8"))
    }
    return text
  }

  /// The first line that is not UTF-8 by itself; line feeds never occur inside a UTF-8 sequence.
  private static func firstInvalidLine(_ data: Data) -> Int {
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }
}

/// What the system says about a file operation.
enum FileSystem {
  /// The reason behind an error, in a few words.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
