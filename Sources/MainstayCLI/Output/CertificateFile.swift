import Foundation
import Mainstay
import Synchronization

/// Where `plan --certificate` writes, with the certificate when the search has given it.
final class CertificateFile: Sendable {
  /// The path as the user named it.
  let path: String
  private let certificate = Mutex<Certificate?>(nil)

  /// - Throws: `FileError` of kind `unwritable` where nothing could be written there.
  init(_ path: String) throws {
    self.path = path
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

  /// Takes the certificate in; called on a thread of the search.
  func keep(_ certificate: Certificate) { self.certificate.withLock { $0 = certificate } }

  /// Writes the certificate.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: `FileError` of kind `unwritable`; what was there is then as it was.
  func write() throws -> Bool {
    guard let certificate = certificate.withLock({ $0 }) else { return false }
    try AtomicFile.write(JSONText.compact(certificate), to: path)
    return true
  }
}
