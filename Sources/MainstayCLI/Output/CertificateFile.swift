import Foundation
import Mainstay
import Synchronization

/// Where `plan --certificate` or `--checkpoint` writes, with the last certificate that the search has given.
final class CertificateFile: Sendable {
  /// The path as the user named it.
  let path: String
  /// Whether it is written whenever the search gives one, and gone on from where it is there.
  let isCheckpoint: Bool
  private let certificate = Mutex<Certificate?>(nil)

  /// Wall time in seconds from one checkpoint to the next.
  private static let interval = 60.0

  /// - Throws: `FileError` of kind `unwritable` where nothing could be written there.
  init(_ path: String, isCheckpoint: Bool) throws {
    try WritableFile.check(path)
    self.path = path
    self.isCheckpoint = isCheckpoint
  }

  /// Asks a search for its certificates, and to go on from the checkpoint where there is one.
  ///
  /// - Throws: `CaseFaults` where what is there is no certificate, `FileError` where it cannot be read.
  func join(_ options: PlanOptions) throws -> PlanOptions {
    var options = options
    options.certificate = { [self] in keep($0) }
    if isCheckpoint {
      options.certificateInterval = Self.interval
      if FileManager.default.fileExists(atPath: path) { options.resume = try Certificate.read(path) }
    }
    return options
  }

  /// Takes a certificate in; called on a thread of the search.
  private func keep(_ certificate: Certificate) {
    self.certificate.withLock { $0 = certificate }
    // What cannot be written now is told when the last one cannot be written either.
    if isCheckpoint { _ = try? write() }
  }

  /// Writes the last certificate.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: `FileError` of kind `unwritable`; what was there is then as it was.
  func write() throws -> Bool {
    guard let certificate = certificate.withLock({ $0 }) else { return false }
    try AtomicFile.write(JSONText.compact(certificate), to: path)
    return true
  }
}
