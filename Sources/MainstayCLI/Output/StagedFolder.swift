import Foundation
import Mainstay

/// Fills a folder with files all at once: they are made aside, inside the folder, and moved into place when
/// the last of them is whole.
enum StagedFolder {
  /// Fills a folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - superseded: Names of files in it that are removed if nothing takes their place.
  ///   - fill: Writes the files into the empty folder that it is given.
  /// - Throws: `FileError` of kind `unwritable`; the folder is then as it was.
  static func write(to path: String, superseding superseded: [String] = [], _ fill: (String) throws -> Void)
    throws
  {
    let files = FileManager.default
    let isNew = !files.fileExists(atPath: path)
    try AtomicFile.makeFolder(path)
    let stage = "\(path)/.mainstay-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    do {
      try AtomicFile.makeFolder(stage)
      try fill(stage)
      let names = try files.contentsOfDirectory(atPath: stage).sorted()
      for name in names where rename("\(stage)/\(name)", "\(path)/\(name)") != 0 {
        throw FileError(.unwritable, path: "\(path)/\(name)", detail: String(cString: strerror(errno)))
      }
      for name in superseded where !names.contains(name) { unlink("\(path)/\(name)") }
      rmdir(stage)
    } catch {
      try? files.removeItem(atPath: stage)
      if isNew { rmdir(path) }
      throw named(error, stage: stage, path: path)
    }
  }

  /// Whether a folder can take new files: it is missing, or empty.
  static func isFree(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }

  /// The error as the user would name the file: the stage is nobody's concern.
  private static func named(_ error: any Error, stage: String, path: String) -> any Error {
    guard var error = error as? FileError, error.path.hasPrefix(stage) else { return error }
    error.path = path + error.path.dropFirst(stage.count)
    return error
  }
}
