import ArgumentParser
import Foundation
import Mainstay

/// What is said, and which status is given, when a command ends by throwing.
struct ErrorReport {
  /// How the process ends.
  let status: ExitStatus
  /// Lines for standard error.
  private(set) var lines: [String] = []
  /// What was asked for with `--help` or `--version`, for standard output.
  private(set) var answer: String?

  init(_ error: any Error) {
    switch error {
    case let error as ExitStatus:
      status = error
    case let error as CaseFaults:
      status = .badData
      lines = FaultReport.lines(error.faults) + [Self.prefixed(FaultReport.count(error.faults))]
    case let error as UnsoundPlan:
      status = .badData
      lines = error.lines
    case let error as FileError:
      status = Self.status(of: error)
      lines = [Self.prefixed(error.text(in: Spoken.language))]
    case let error as BatchError:
      status = Self.status(of: error)
      lines = [Self.prefixed(error.message.text(in: Spoken.language))]
    case is SolverError, is PlanningError:
      status = .internalError
      lines = [Self.prefixed("\(error)")]
    default:
      let message = MainstayCommand.fullMessage(for: error)
      if MainstayCommand.exitCode(for: error) == .success {
        status = .success
        answer = message
      } else if MainstayCommand.exitCode(for: error) == .validationFailure {
        status = .usage
        lines = [message.hasPrefix("Error: ") ? Self.prefixed(String(message.dropFirst(7))) : message]
      } else {
        status = .internalError
        lines = [Self.prefixed("\(error)")]
      }
    }
  }

  /// Writes the report and ends the process.
  func writeAndExit() -> Never {
    for line in lines { StandardError.write(line) }
    if let answer {
      do { try StandardOutput.write(answer + "\n") } catch { ExitStatus.cannotWrite.exit() }
    }
    status.exit()
  }

  private static func status(of error: FileError) -> ExitStatus {
    switch error.kind {
    case .notFound, .unreadable: .noInput
    case .unwritable: .cannotWrite
    }
  }

  private static func status(of error: BatchError) -> ExitStatus {
    switch error.kind {
    case .otherFile, .otherCase: .badData
    case .inUse, .storage: .cannotWrite
    }
  }

  private static func prefixed(_ message: String) -> String {
    "mainstay: error: \(message)"
  }
}
