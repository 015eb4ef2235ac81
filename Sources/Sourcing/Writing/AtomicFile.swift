internal import Foundation

/// Writes files whole or not at all: to a temporary file beside the target, which is then renamed.
public enum AtomicFile {
  /// Writes a text as UTF-8.
  ///
  /// - Throws: ``FileError`` of kind `unwritable`; the target is then as it was before.
  public static func write(_ text: String, to path: String) throws {
    try write(to: path) { sink in try sink(text) }
  }

  /// Writes a text that comes piece by piece.
  ///
  /// A link is followed. What is there and is no regular file, such as a terminal or a pipe, is written to as it
  /// is: a file put in its place would take a device away from everyone.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - body: Is given a function that appends a piece.
  /// - Throws: ``FileError`` of kind `unwritable`, or what `body` throws; a regular target is then as it was.
  public static func write(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      try write(body, opening: target, mode: "wb", shownAs: path)
      return
    }
    let temporary = target + ".part-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    do {
      try write(body, opening: temporary, mode: "wbx", shownAs: path)
      guard rename(temporary, target) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func write(
    _ body: ((String) throws -> Void) throws -> Void, opening name: String, mode: String, shownAs path: String
  ) throws {
    guard let file = fopen(name, mode) else { throw failure(path) }
    var isOpen = true
    defer { if isOpen { fclose(file) } }
    try body { piece in
      var piece = piece
      let isWritten = piece.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
      // A short write is how a full disk shows itself.
      if !isWritten { throw failure(path) }
    }
    guard fflush(file) == 0 else { throw failure(path) }
    // Devices and pipes cannot be synchronized, and need not be.
    if fsync(fileno(file)) != 0, errno != EINVAL, errno != ENOTSUP, errno != EROFS { throw failure(path) }
    isOpen = false
    guard fclose(file) == 0 else { throw failure(path) }
  }

  /// Makes a folder, with those above it.
  ///
  /// - Throws: ``FileError`` of kind `unwritable`.
  public static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(.unwritable, path: path, detail: FileSystem.reason(error))
    }
  }

  private static func failure(_ path: String) -> FileError {
    FileError(.unwritable, path: path, detail: String(cString: strerror(errno)))
  }
}
