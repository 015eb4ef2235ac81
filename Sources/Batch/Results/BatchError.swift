public import Sourcing

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
  /// What happened.
  public var message: Message

  /// What happened, in English.
  public var description: String { message.text() }

  /// An error of a kind.
  public init(_ kind: Kind, _ message: Message) {
    self.kind = kind
    self.message = message
  }

  /// An error in words of the catalogue.
  init(_ kind: Kind, _ text: UsageText, _ values: KeyValuePairs<String, any MessageValue>) {
    self.init(kind, Message(text, values))
  }
}
