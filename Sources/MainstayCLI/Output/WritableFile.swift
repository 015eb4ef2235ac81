import Foundation
import Mainstay

/// A file that is to be written when the work is done: what cannot be written to is told before the work.
enum WritableFile {
  /// - Throws: `FileError` of kind `unwritable` where the path is that of a folder, or its folder is missing or closed.
  static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    let files = FileManager.default
    if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw FileError(.unwritable, path: path, detail: "it is a folder")
    }
    let parent = (path as NSString).deletingLastPathComponent
    guard files.isWritableFile(atPath: parent.isEmpty ? "." : parent) else {
      throw FileError(.unwritable, path: path, detail: "its folder is missing or cannot be written to")
    }
  }
}
