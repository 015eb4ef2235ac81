import ArgumentParser
import Mainstay

/// The what-ifs of a batch.
struct VariantArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Variants: a JSON document, or CSV with the columns variant, do, table, column, value, where.",
      valueName: "file"), completion: .file(extensions: ["json", "csv"]))
  var variants: String?

  @Option(
    help: ArgumentHelp(
      "A factor, as 'demand.quantity *= 0.8, 1, 1.2' or 'duty: duties.rate[destination=EU] = 0 .. 0.25'. Repeatable.",
      valueName: "factor"), transform: ArgumentValues.factor)
  var vary: [Factor] = []

  /// How factors are put together.
  enum Word: String, ExpressibleByArgument, CaseIterable {
    /// Every level with every other.
    case grid
    /// A Latin hypercube.
    case latin
    /// One factor at a time.
    case tornado
  }

  @Option(help: "How factors are put together: all with all, a Latin hypercube, or one at a time.")
  var design: Word = .grid

  @Option(
    help: ArgumentHelp("Variants of a Latin hypercube.", valueName: "count"),
    transform: ArgumentValues.samples)
  var samples = 100

  @Option(
    help: ArgumentHelp("Seed of a Latin hypercube.", valueName: "seed"), transform: ArgumentValues.seed)
  var designSeed = 0

  func validate() throws {
    let names = vary.map(\.name)
    if Set(names).count < names.count {
      throw ValidationError(.sameFactorTwice)
    }
  }

  /// Whether there are any.
  var isEmpty: Bool { variants == nil && vary.isEmpty }

  /// The variants.
  ///
  /// - Throws: `FileError` where there is no such file, `CaseFaults` where it holds no variants or there are too many.
  func list() throws -> VariantList {
    var list = try variants.map { try VariantReader.read($0) } ?? VariantList()
    if !vary.isEmpty {
      let design = (DesignWord(rawValue: design.rawValue) ?? .grid).design(samples: samples, seed: designSeed)
      try list.add(design, of: vary)
    }
    return list
  }
}
