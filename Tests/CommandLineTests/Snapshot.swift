import Foundation
import Testing

/// Recorded output that a run must match, times and the solver's version aside.
///
/// With `MAINSTAY_RECORD_SNAPSHOTS` set, output is recorded anew and the test fails all the same, so that no
/// run passes that compared nothing.
enum Snapshot {
  static func expect(
    _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = masked(text)
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["MAINSTAY_RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? "(not recorded)"
    #expect(
      found == recorded, "the output differs from Snapshots/\(name).txt", sourceLocation: sourceLocation)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  private static func masked(_ text: String) -> String {
    let time = #/(<?\d+(\.\d+)? s|\d+ min \d\d s)(?=, method)/#
    return text.replacing(time, with: "TIME").replacing(#/GLPK \d+(\.\d+)*/#, with: "GLPK VERSION")
  }
}
