import Foundation
import Testing

@testable import Sourcing

@Suite("Files that are no text are told, and never waited for")
struct TextFileTests {
  private func told(_ data: Data, as name: String = "sites.csv") throws -> [String] {
    var files = CaseFiles.sound
    files.files[name] = data
    return try files.told()
  }

  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> Data {
    try #require(text.data(using: encoding))
  }

  @Test("Latin-1, with the line of its first sign that is no UTF-8")
  func latin1() throws {
    let text = CaseFiles.sound["sites.csv"].replacingOccurrences(of: "Austin,", with: "Austin,Köln")
    #expect(
      try told(bytes(text, .isoLatin1)) == [
        "sites.csv:3: the file is not UTF-8; expected UTF-8 (save as \"CSV UTF-8\")"
      ])
  }

  @Test("UTF-16, with a mark or without")
  func utf16() throws {
    let text = CaseFiles.sound["sites.csv"]
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
      #expect(
        try told(Data(mark) + bytes(text, encoding)) == [
          "sites.csv: the file is UTF-16; expected UTF-8 (save as \"CSV UTF-8\")"
        ])
      #expect(
        try told(bytes(text, encoding)) == [
          "sites.csv: the file has zero bytes, as UTF-16 and files that are no text have; expected UTF-8"
        ])
    }
  }

  @Test("bytes of all kinds")
  func binary() throws {
    let data = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 128) })
    #expect(try told(data) == ["sites.csv:1: the file is not UTF-8; expected UTF-8 (save as \"CSV UTF-8\")"])
  }

  @Test("a file of 200 MB is refused by its size")
  func large() throws {
    let folder = try TemporaryFolder()
    try CaseFiles.sound.write(to: folder)
    // Sparse: it has the size and none of the bytes.
    #expect(truncate(folder.file("sites.csv"), 200 * 1_048_576) == 0)
    #expect(
      try CaseReader.told(folder.path) == [
        "sites.csv: the file is too large '200 MB'; expected at most 128 MB"
      ])
    try folder.write("", to: "case.json")
    #expect(truncate(folder.file("case.json"), 200 * 1_048_576) == 0)
    #expect(
      try CaseReader.told(folder.file("case.json")) == [
        "case: the file is too large '200 MB'; expected at most 128 MB"
      ])
  }

  @Test("a pipe, a folder, a device and a dangling link in place of a table")
  func notFiles() throws {
    let folder = try TemporaryFolder()
    try CaseFiles.sound.without("sites.csv").without("items.csv").without("markets.csv").without("demand.csv")
      .write(to: folder)
    #expect(mkfifo(folder.file("sites.csv"), 0o600) == 0)
    #expect(mkdir(folder.file("items.csv"), 0o700) == 0)
    #expect(symlink("/dev/zero", folder.file("markets.csv")) == 0)
    #expect(symlink("nowhere", folder.file("demand.csv")) == 0)
    #expect(
      try CaseReader.told(folder.path) == [
        "demand.csv: the file cannot be read: No such file or directory",
        "items.csv: not a regular file; expected a text file",
        "markets.csv: not a regular file; expected a text file",
        "sites.csv: not a regular file; expected a text file",
      ])
    #expect(mkfifo(folder.file("pipe.json"), 0o600) == 0)
    #expect(
      try CaseReader.told(folder.file("pipe.json")) == ["case: not a regular file; expected a text file"])
  }

  @Test("nothing at the path", arguments: ["", "/no/such/case", "case.json", "a\u{0}b"])
  func nothing(_ path: String) {
    let error = #expect(throws: FileError.self) { try CaseReader.read(path) }
    #expect(error?.kind == .notFound)
    #expect(error?.path == path)
  }

  @Test("a file that is no case")
  func noCase() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "case.txt")
    #expect(
      try CaseReader.told(folder.file("case.txt")) == [
        "case: no case; expected a folder of CSV tables, a .json document, an .xlsx workbook or an .sqlite database"
      ])
    let faults = #expect(throws: CaseFaults.self) { try CaseReader.read(folder.file("case.txt")) }
    #expect(faults?.faults.count == 1)
  }

  @Test("an empty folder lacks every required table")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    #expect(
      try CaseReader.told(folder.path)
        == CaseSchema.required.map { "case: missing table '\($0)'; expected a file \($0).csv" })
  }
}
