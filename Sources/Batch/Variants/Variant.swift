public import Sourcing

/// One what-if: a case with some edits made to its tables.
public struct Variant: Hashable, Sendable {
  /// How people call it; names may repeat.
  public var name: String
  /// What is changed, in order.
  public var edits: [TableEdit]
  /// The level of each factor that it was made of, in the order of the factors; empty for a variant that was listed.
  public var levels: [Level]
  /// What was wrong with it when it was read; such a variant is never planned.
  public var faults: [Fault]
  /// The text that a faulty variant was read from, which stands for its edits.
  var source: String?

  /// A factor's level in a variant.
  public struct Level: Hashable, Sendable {
    /// The factor.
    public var factor: String
    /// The level as it is written.
    public var level: String

    /// A level from its parts.
    public init(factor: String, level: String) {
      self.factor = factor
      self.level = level
    }
  }

  /// A variant from its parts.
  public init(_ name: String, edits: [TableEdit], levels: [Level] = [], faults: [Fault] = []) {
    self.name = name
    self.edits = edits
    self.levels = levels
    self.faults = faults
  }

  /// 32 hexadecimal digits that follow from the edits alone: the same edits have the same, whatever the variant's name
  /// and wherever it was read from.
  public var id: String {
    String(ContentHash.hexadecimal(editsText).prefix(32))
  }

  /// The edits as JSON in one line; of a variant that could not be read, what was read.
  public var editsText: String { source ?? EditCoding.text(of: edits) }
}
