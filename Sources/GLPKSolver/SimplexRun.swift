internal import CGLPK
internal import LinearModel

/// One run of the simplex method, in slices of iterations.
///
/// GLPK has no callback inside the simplex method, so cancellation and progress are looked at between slices. A new
/// slice goes on from the basis where the last one stopped.
struct SimplexRun {
  /// How a run ended.
  enum End {
    /// GLPK came to a conclusion, which stands in the problem's status.
    case finished
    case limit(Termination.Limit)
    /// GLPK gave up; why, in words.
    case failed(String)
  }

  let problem: GLPKProblem
  let rows: Int
  let clock: SolveClock
  /// Called between slices, where a report may be made.
  let betweenSlices: () throws -> Void

  func run(method: Int, cautious: Bool = false, tolerance: Double = 0) throws -> End {
    let slice = SimplexSlice.iterations(rows: rows)
    var options = cglpk_simplex_options(
      method: Int32(method), time_limit: 0, iteration_limit: Int32(clamping: slice), tolerance: tolerance,
      cautious: cautious, long_step: false, objective_limit: .infinity)
    while true {
      if let limit = clock.limit { return .limit(limit) }
      options.time_limit = clock.milliseconds(atMost: Double(Int32.max))
      let answer = try problem.simplex(options)
      switch answer {
      case CGLPK_DONE:
        return .finished
      case CGLPK_EITLIM, CGLPK_ETMLIM:
        try betweenSlices()
      default:
        return .failed(Self.name(ofAnswer: answer))
      }
    }
  }

  /// GLPK's name for what one of its solvers answered, with its meaning.
  static func name(ofAnswer answer: Int) -> String {
    switch answer {
    case CGLPK_DONE: "done"
    case CGLPK_EBADB: "GLP_EBADB: invalid basis"
    case CGLPK_ESING: "GLP_ESING: singular basis"
    case CGLPK_ECOND: "GLP_ECOND: ill-conditioned basis"
    case CGLPK_EBOUND: "GLP_EBOUND: invalid bounds"
    case CGLPK_EFAIL: "GLP_EFAIL: solver failed"
    case CGLPK_EOBJLL: "GLP_EOBJLL: lower objective limit reached"
    case CGLPK_EOBJUL: "GLP_EOBJUL: upper objective limit reached"
    case CGLPK_EITLIM: "GLP_EITLIM: iteration limit reached"
    case CGLPK_ETMLIM: "GLP_ETMLIM: time limit reached"
    case CGLPK_ENOPFS: "GLP_ENOPFS: no primal feasible solution"
    case CGLPK_ENODFS: "GLP_ENODFS: no dual feasible solution"
    case CGLPK_EROOT: "GLP_EROOT: no optimal root basis"
    case CGLPK_ESTOP: "GLP_ESTOP: stopped by the callback"
    case CGLPK_EMIPGAP: "GLP_EMIPGAP: gap reached"
    case CGLPK_ENOFEAS: "GLP_ENOFEAS: no feasible solution"
    case CGLPK_ENOCVG: "GLP_ENOCVG: no convergence"
    case CGLPK_EINSTAB: "GLP_EINSTAB: numerical instability"
    case CGLPK_EDATA: "GLP_EDATA: invalid data"
    case CGLPK_ERANGE: "GLP_ERANGE: result out of range"
    default: "unknown answer \(answer)"
    }
  }
}
