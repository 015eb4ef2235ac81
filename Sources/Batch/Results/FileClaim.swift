internal import Sourcing
internal import Foundation

/// A claim to a file of results, so that two processes never do the same batch: a lock file beside it, which the system gives up
/// when the process ends, however it ends.
final class FileClaim: Sendable {
  private let descriptor: Int32
  private let path: String

  /// - Throws: ``BatchError`` where another process has it, or the folder cannot be written to.
  init(_ target: String) throws {
    path = target + ".lock"
    while true {
      let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
      guard opened >= 0 else {
        throw BatchError(
          .storage,
          .cannotWriteResults, ["path": target, "reason": String(cString: strerror(errno))])
      }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        let isTaken = errno == EWOULDBLOCK
        let reason = String(cString: strerror(errno))
        close(opened)
        throw isTaken
          ? BatchError(.inUse, .writtenByOther, ["path": target])
          : BatchError(.storage, .cannotLock, ["path": target, "reason": reason])
      }
      // The one before may have taken the file away between opening and locking.
      if Self.isSameFile(opened, path) {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
  }
}
