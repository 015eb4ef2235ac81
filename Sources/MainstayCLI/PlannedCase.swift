import Mainstay

/// A case with a plan that was made for it.
enum PlannedCase {
  /// Reads both; scenarios that were drawn are drawn again with the seed of the plan.
  ///
  /// - Throws: `FileError` or `CaseFaults` where one of them cannot be read.
  static func read(_ casePath: String, _ planPath: String) throws -> (LoadedCase, Plan) {
    let unseeded = try LoadedCase(casePath)
    let plan = try PlanReader.read(planPath)
    let isDrawn = unseeded.network?.givenCase.settings.generation.source == .sampled
    return (try isDrawn ? LoadedCase(casePath, seed: plan.seed) : unseeded, plan)
  }

  /// Runs what may find faults in a plan, and names its file in them.
  static func placed<Value>(in path: String?, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as CaseFaults {
      throw path.map { CaseFaults(FaultReport.placed(error.faults, in: $0)) } ?? error
    }
  }
}
