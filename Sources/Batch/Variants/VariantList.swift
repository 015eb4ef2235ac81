/// The variants of a batch, in order; those of designs are made when they are asked for, so that a list of a million takes
/// no memory.
public struct VariantList: Sendable {
  private var listed: [Variant]
  private var designs: [DesignedVariants] = []

  /// A list of variants.
  public init(_ variants: [Variant] = []) {
    listed = variants
  }

  /// Adds the variants of a design.
  ///
  /// - Parameters:
  ///   - design: How the levels of the factors are put together.
  ///   - factors: At least one, each with a level or a range.
  ///   - name: How messages name the design.
  /// - Throws: `CaseFaults` where there are too many.
  public mutating func add(_ design: Design, of factors: [Factor], shownAs name: String = "design") throws {
    designs.append(try DesignedVariants(factors, design, shownAs: name))
  }

  /// Adds the variants of another list; those that were listed come before those of designs.
  public mutating func add(_ other: VariantList) {
    listed += other.listed
    designs += other.designs
  }

  /// How many there are, the same ones counted as often as they stand there.
  public var count: Int { listed.count + designs.reduce(0) { $0 + $1.count } }

  /// A variant by its number, from 0 to below ``count``; as with an array, any other number is a mistake in the program.
  public subscript(number: Int) -> Variant {
    var rest = number - listed.count
    if rest < 0 { return listed[number] }
    for design in designs {
      if rest < design.count { return design[rest] }
      rest -= design.count
    }
    // No input leads here: numbers are counted up to `count` by the runner.
    preconditionFailure("there is no variant \(number) in a list of \(count)")
  }
}
