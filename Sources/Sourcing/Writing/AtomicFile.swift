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
  /// - Parameter body: Is given a function that appends a piece.
  /// - Throws: ``FileError`` of kind `unwritable`, or what `body` throws; the target is then as it was.
  public static func write(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    let temporary = path + ".part-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    guard let file = fopen(temporary, "wbx") else { throw failure(path) }
    var isOpen = true
    do {
      try body { piece in
        var piece = piece
        let isWritten = piece.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
        // A short write is how a full disk shows itself.
        if !isWritten { throw failure(path) }
      }
      guard fflush(file) == 0, fsync(fileno(file)) == 0 else { throw failure(path) }
      isOpen = false
      guard fclose(file) == 0, rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      if isOpen { fclose(file) }
      unlink(temporary)
      throw error
    }
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
