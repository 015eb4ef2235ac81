internal import CGLPK
internal import LinearModel

/// Turns the code of a guarded call into an error, unless it is `CGLPK_OK`.
func guarded(_ code: Int32, _ function: StaticString) throws(SolverError) {
  switch Int(code) {
  case CGLPK_OK: return
  case CGLPK_FAULT: throw SolverError(.internalFault, lastMessage(), context: "\(function)")
  case CGLPK_WRONG_THREAD:
    throw SolverError(
      .wrongThread, "a session may be used only on the thread that opened it", context: "\(function)")
  case CGLPK_LOST:
    throw SolverError(.lostSession, "the session went away with an earlier fault", context: "\(function)")
  default: throw SolverError(.internalFault, lastMessage(), context: "\(function)")
  }
}

/// The text of this thread's last fault.
func lastMessage() -> String {
  var text = String(cString: cglpk_message())
  while text.last?.isWhitespace == true { text.removeLast() }
  return text.isEmpty ? "GLPK failed without a message" : text
}
