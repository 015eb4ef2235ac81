import ArgumentParser
import Foundation

/// What the process tells its caller when it ends: the one place where outcomes become numbers.
///
/// The numbers from 64 up are those of `sysexits.h`; 130 is what shells use for an interrupt.
enum ExitStatus: Int32, Error {
  /// Proven optimal, or the question answered.
  case success = 0
  /// A limit or an interrupt came before the proof.
  case unproven = 1
  /// Proven: no layout satisfies the policies.
  case infeasible = 2
  /// Something that is watched has crossed its limit.
  case warning = 3
  /// The command line makes no sense.
  case usage = 64
  /// The case, the plan, or every variant of a batch has faults.
  case badData = 65
  /// There is no such file or folder.
  case noInput = 66
  /// A fault of the program.
  case internalError = 70
  /// Something cannot be written.
  case cannotWrite = 73
  /// Interrupted before there was anything to show.
  case interrupted = 130

  /// The table that `--help` shows.
  static let table = """
    Exit status:
      0    proven optimal, or the question answered
      1    a limit or an interrupt came before the proof
      2    infeasible: no layout satisfies the policies
      3    something that diagnose watches has crossed its limit
      64   wrong usage
      65   faults in the case, the plan, or every variant
      66   no such file or folder
      70   internal error
      73   cannot write
      130  interrupted before there was a plan
    """

  /// Ends the process.
  func exit() -> Never {
    Foundation.exit(rawValue)
  }
}
