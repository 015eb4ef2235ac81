/// Unique names that a file format can carry, one for each of a list of free names.
struct ExportNames {
  /// What a format demands of a name.
  struct Rules {
    /// Bytes that may stand in a name besides letters, digits and `_`; all others become `_`.
    var extra: Set<UInt8>
    /// Whether a name must begin with a letter, and not so that it reads as a number or a keyword.
    var wordsOnly: Bool
  }

  /// No name is longer than this many bytes; GLPK's limit is 255.
  private static let longest = 200
  private static let keywords: Set<String> = [
    "st", "free", "inf", "infinity", "bound", "bounds", "general", "generals", "gen", "integer", "integers",
    "int", "binary", "binaries", "bin", "end", "subject", "such", "minimize", "maximize", "minimum",
    "maximum", "min", "max", "sos", "sos1", "sos2", "semi", "range", "ranges",
  ]

  let rules: Rules
  private var taken: Set<String>

  init(_ rules: Rules, reserved: Set<String> = []) {
    self.rules = rules
    taken = reserved
  }

  /// A name for the element at `index`, as near to its own as may be.
  mutating func name(for original: String, prefix: String, index: Int) -> String {
    var name = sanitized(original)
    if name.isEmpty { name = "\(prefix)\(index)" }
    if rules.wordsOnly, !readsAsWord(name) { name = "\(prefix)_\(name)" }
    if taken.insert(name).inserted { return name }
    // The index makes it unique, unless another element has just that name.
    var candidate = "\(name)_\(index)"
    while !taken.insert(candidate).inserted { candidate += "_" }
    return candidate
  }

  private func sanitized(_ original: String) -> String {
    let bytes = original.utf8.prefix(Self.longest).map { byte in
      isWordByte(byte) || rules.extra.contains(byte) ? byte : UInt8(ascii: "_")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func readsAsWord(_ name: String) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = name.utf8.first else { return false }
    let isLetter = isWordByte(first) && !digits.contains(first)
    // "e5" is read as an exponent.
    let afterE = name.utf8.dropFirst().first.map { digits.contains($0) || $0 == UInt8(ascii: ".") } ?? true
    let mayBeExponent = (first == UInt8(ascii: "e") || first == UInt8(ascii: "E")) && afterE
    return isLetter && !mayBeExponent && !Self.keywords.contains(name.lowercased())
  }
}

extension Model {
  /// Names for the variables of an exported file.
  func exportVariableNames(_ rules: ExportNames.Rules, reserved: Set<String> = []) -> [String] {
    var names = ExportNames(rules, reserved: reserved)
    return variableNames.enumerated().map { names.name(for: $1, prefix: "x", index: $0) }
  }

  /// Names for the constraints of an exported file.
  func exportConstraintNames(_ rules: ExportNames.Rules, reserved: Set<String> = []) -> [String] {
    var names = ExportNames(rules, reserved: reserved)
    return constraintNames.enumerated().map { names.name(for: $1, prefix: "c", index: $0) }
  }
}
