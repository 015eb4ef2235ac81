import Foundation
import Mainstay

/// A case from a file or folder, with everything that is wrong or odd about it.
struct LoadedCase {
  /// Where it was read from, as the user wrote it.
  let path: String
  /// The rows that could be read; with those of generated scenarios where the case is sound.
  let sourcingCase: SourcingCase
  /// The case made ready for planning; nil where it has faults.
  let network: SourcingNetwork?
  /// All faults and remarks, ordered by place.
  let faults: [Fault]
  /// Remarks on rows that can never matter, ordered by place.
  let idleRows: [Fault]

  /// Reads a case.
  ///
  /// - Parameters:
  ///   - withoutPolicies: Leave its policies out, with whatever is wrong about them.
  ///   - seed: Seed of the scenarios that are drawn; nil for the case's own.
  /// - Throws: `FileError` where there is nothing at the path, `CaseFaults` where it is no case at all.
  init(_ path: String, withoutPolicies: Bool = false, seed: Int? = nil) throws {
    self.path = path
    var (found, faults) = try CaseReader.readLeniently(path)
    if let seed { found.settings.seed = seed }
    if withoutPolicies {
      let file = found.origin.location(table: "policies").file
      found.policies = []
      faults.removeAll { $0.location.file == file }
    }
    var network: SourcingNetwork?
    if !faults.contains(where: { $0.severity == .error }) {
      do {
        network = try SourcingNetwork(found)
        faults += network?.advice ?? []
      } catch let error as CaseFaults {
        faults += error.faults
      }
    }
    sourcingCase = network?.sourcingCase ?? found
    self.network = network
    idleRows = (network?.presolve.advice ?? []).sorted { $0.location < $1.location }
    self.faults = faults.sorted { $0.location < $1.location }
  }

  /// The case made ready for planning.
  ///
  /// - Throws: `CaseFaults` with all of its faults.
  func sound() throws -> SourcingNetwork {
    guard let network else { throw CaseFaults(faults.filter { $0.severity == .error }) }
    return network
  }

  /// Says on standard error how many remarks there are on what looks odd; `check` tells them.
  ///
  /// Questions are asked of the same case over and over, and what it remarks on stays the same.
  func countRemarks() {
    let count = faults.count { $0.severity == .advice } + idleRows.count
    if count == 0 { return }
    let language = Spoken.language
    let remarks = language.text(.oneRemark, or: .manyRemarks, count: count)
    let told = Message(UsageText.remarksOnCase, ["remarks": remarks, "path": ShellText.quoted(path)])
    StandardError.write(told.text(in: language))
  }
}
