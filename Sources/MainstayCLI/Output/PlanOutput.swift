import Foundation
import Mainstay

/// Where `plan --output` writes: a folder, or a workbook where the name ends in `.xlsx`.
enum PlanOutput {
  /// `plan.json` and a CSV file for each table.
  case folder(PlanFolder)
  /// The workbook of `report`.
  case workbook(String)

  /// - Throws: `FileError` of kind `unwritable` where the plan could not be written there.
  init(_ path: String) throws {
    guard path.lowercased().hasSuffix(".xlsx") else {
      self = .folder(try PlanFolder(path))
      return
    }
    try WritableFile.check(path)
    self = .workbook(path)
  }

  /// The path as the user named it.
  var path: String {
    switch self {
    case .folder(let folder): folder.path
    case .workbook(let path): path
    }
  }

  /// Writes a plan.
  ///
  /// - Returns: Whether anything was written: a workbook shows a layout, and there is none of a plan without one.
  /// - Throws: `FileError` of kind `unwritable`; what was there is then as it was.
  func write(_ plan: Plan, of network: SourcingNetwork?) throws -> Bool {
    switch self {
    case .folder(let folder): try folder.write(plan)
    case .workbook(let path):
      guard plan.hasLayout, let network else { return false }
      try PlanWorkbook.write(ReportContents(diagnosing: plan, in: network), to: path)
    }
    return true
  }
}

extension ReportContents {
  /// A plan that was verified, with what is concentrated without and with it.
  ///
  /// - Throws: `CaseFaults` where the table `current` says what the case does not allow, `SolverError` or `PlanningError` where
  ///   the program failed.
  init(diagnosing plan: Plan, in network: SourcingNetwork, cancellation: Cancellation? = nil) throws {
    self.init(network: network, plan: plan)
    isVerified = true
    version = Mainstay.version
    var options = DiagnosisOptions()
    options.cancellation = cancellation
    if !network.sourcingCase.current.isEmpty {
      options.standing = try StandingLayout.current(of: network, cancellation: cancellation)
    }
    before = try Diagnosis(network, options).report()
    options.standing = try StandingLayout(plan)
    after = try Diagnosis(network, options).report()
  }
}
