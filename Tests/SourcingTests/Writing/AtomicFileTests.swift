import Foundation
import Testing

@testable import Sourcing

@Suite("Files are written whole or not at all")
struct AtomicFileTests {
  private struct Interruption: Error {}

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("a file is replaced by the whole text")
  func replaces() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write("first", to: folder.file("a.txt"))
    try AtomicFile.write("", to: folder.file("b.txt"))
    try AtomicFile.write(to: folder.file("a.txt")) { sink in
      try sink("sec")
      try sink("ond ✓")
    }
    #expect(try text(folder.file("a.txt")) == "second ✓")
    #expect(try text(folder.file("b.txt")) == "")
    #expect(try folder.entries() == ["a.txt", "b.txt"])
  }

  @Test("an error midway leaves the file as it was, and nothing beside it")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write("before", to: folder.file("a.txt"))
    #expect(throws: Interruption.self) {
      try AtomicFile.write(to: folder.file("a.txt")) { sink in
        try sink(String(repeating: "x", count: 1_000_000))
        throw Interruption()
      }
    }
    #expect(throws: Interruption.self) {
      try AtomicFile.write(to: folder.file("new.txt")) { _ in throw Interruption() }
    }
    #expect(try text(folder.file("a.txt")) == "before")
    #expect(try folder.entries() == ["a.txt"])
  }

  @Test("a folder that is not there is told by the path that was asked for")
  func noSuchFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("no/such/a.txt")
    let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: path) }
    #expect(error == FileError(.unwritable, path: path, detail: "No such file or directory"))
    #expect(error?.description == "\(path): cannot be written (No such file or directory)")
  }

  @Test("a folder in the place of the file is kept")
  func folderInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept", to: "a/inner.txt")
    let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: folder.file("a")) }
    #expect(error?.kind == .unwritable)
    #expect(try folder.entries() == ["a"])
    #expect(try text(folder.file("a/inner.txt")) == "kept")
  }

  @Test("a full disk leaves the file as it was, and nothing beside it")
  func fullDisk() async {
    // A limit on the size of files holds for a whole process, so the test has one of its own.
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      try AtomicFile.write("before", to: folder.file("a.txt"))
      try FullDisk.begin(after: 4096)
      let long = String(repeating: "x", count: 100_000)
      let error = #expect(throws: FileError.self) { try AtomicFile.write(long, to: folder.file("a.txt")) }
      #expect(error == FileError(.unwritable, path: folder.file("a.txt"), detail: "File too large"))
      #expect(try String(contentsOfFile: folder.file("a.txt"), encoding: .utf8) == "before")
      #expect(try folder.entries() == ["a.txt"])
    }
  }

  @Test("a full disk leaves no part of a case folder")
  func fullDiskUnderCase() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      // Every table fits; datapackage.json, which is written last, does not.
      try FullDisk.begin(after: 4096)
      let error = #expect(throws: FileError.self) {
        try CaseWriter.writeFolder(.rich, to: folder.file("case"))
      }
      #expect(error?.path == folder.file("case/datapackage.json"))
      #expect(try folder.entries() == [])
    }
  }

  @Test("a case folder is written into an empty or a new folder only")
  func caseFolder() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("empty"), withIntermediateDirectories: true)
    try CaseWriter.writeFolder(.rich, to: folder.file("empty"))
    try folder.write("x", to: "full/notes.txt")
    let error = #expect(throws: FileError.self) { try CaseWriter.writeFolder(.rich, to: folder.file("full")) }
    #expect(error == FileError(.unwritable, path: folder.file("full"), detail: "the folder is not empty"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("full")) == ["notes.txt"])
    let file = #expect(throws: FileError.self) {
      try CaseWriter.writeFolder(.rich, to: folder.file("full/notes.txt"))
    }
    #expect(file?.detail == "not a folder")
  }
}

/// Makes the running process unable to write long files.
private enum FullDisk {
  static func begin(after bytes: UInt) throws {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
    #if canImport(Darwin)
      let result = setrlimit(RLIMIT_FSIZE, &limit)
    #else
      let result = setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #endif
    try #require(result == 0)
  }
}
