import Foundation
import Mainstay

/// Standard output, with failures told: what is not written must not pass for written.
enum StandardOutput {
  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes a text. A reader that has gone away is no failure: it has seen what it wanted.
  ///
  /// - Throws: `FileError` of kind `unwritable`, as on a full disk.
  static func write(_ text: String) throws {
    _ = try writeIfRead(text)
  }

  /// Writes a text.
  ///
  /// - Returns: Whether there is still a reader.
  /// - Throws: `FileError` of kind `unwritable`, as on a full disk.
  static func writeIfRead(_ text: String) throws -> Bool {
    let failure = writeAll(text, to: STDOUT_FILENO)
    if failure == 0 || failure == EPIPE { return failure == 0 }
    throw FileError(.unwritable, path: "standard output", detail: String(cString: strerror(failure)))
  }
}

/// Standard error: progress, remarks and errors. Failures to write there cannot be told to anyone.
enum StandardError {
  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Width of the terminal; 80 where it is not known.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes one or more lines, made safe for a terminal.
  static func write(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    _ = writeAll(lines.map { TerminalText.printable(String($0)) + "\n" }.joined(), to: STDERR_FILENO)
  }

  /// Replaces the terminal's current line.
  static func replaceLine(with text: String) {
    _ = writeAll("\r\u{1B}[K" + TerminalText.printable(text), to: STDERR_FILENO)
  }

  /// Clears the terminal's current line; does nothing where standard error is no terminal.
  static func clearLine() {
    if isTerminal { _ = writeAll("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}

/// Writes a text to a file descriptor, whole.
///
/// - Returns: 0, or the `errno` of the failure.
private func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return 0
  }
}
