/// Why a batch cannot run at all; what is wrong with one variant is a result instead.
public struct BatchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Kind: Hashable, Sendable {
    /// The file is there and holds something else.
    case otherFile
    /// The file holds results of another case, or of other options.
    case otherCase
    /// Another process is writing to the file.
    case inUse
    /// The file cannot be read or written.
    case storage
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// What happened, in words.
  public var description: String

  /// An error in words.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
