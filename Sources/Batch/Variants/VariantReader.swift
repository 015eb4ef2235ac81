internal import Sourcing

/// Reads variants from a CSV or JSON file.
///
/// In JSON: `{"schema": "mainstay/variants/1", "variants": [{"name": …, "edits": […]}, …], "factors": […], "design": "grid"}`,
/// with variants, or factors and a design, or both. In CSV: an edit a row, with the columns `variant`, `do`, `table`, `column`,
/// `value`, `where`; the rows of a variant bear its name.
public enum VariantReader {
  /// What `schema` must say.
  public static let schema = "mainstay/variants/1"

  /// Reads a file.
  ///
  /// - Throws: `FileError` where there is none, `CaseFaults` where it holds no variants. A variant whose edits are wrong is
  ///   in the list, with its faults.
  public static func read(_ path: String) throws -> VariantList {
    path.lowercased().hasSuffix(".csv")
      ? try VariantTable.variants(in: TextFile.read(path), file: path)
      : try list(JSONValue.read(path), file: path)
  }

  /// The variants of a document.
  static func list(_ document: JSONValue, file: String) throws -> VariantList {
    do {
      let reader = try top(document, Fault.Location(file: file))
      try reader.allow(["schema", "variants", "factors", "design", "samples", "seed"])
      var list = VariantList(
        try (reader.members["variants"] == nil ? [] : reader.list("variants")).enumerated().map {
          variant($1, number: $0 + 1, file: file)
        })
      if reader.members["factors"] != nil {
        let factors = try FactorReader.factors(reader.list("factors"), file: file)
        try list.add(design(reader), of: factors, shownAs: file)
      }
      if list.count == 0 {
        throw Fault(
          at: reader.place, Message(VariantText.noVariants), expected: Message(VariantText.variantsOrFactors))
      }
      return list
    } catch let fault as Fault {
      throw CaseFaults([fault])
    }
  }

  /// One variant: `{"name": …, "edits": […]}`.
  static func variant(_ value: JSONValue, number: Int, file: String) -> Variant {
    var name = "variant \(number)"
    if case .object(let members) = value, case .text(let given) = members["name"] ?? .null { name = given }
    let place = "\(file)#\(name)"
    // What stands for edits that cannot be read.
    var source = value
    do {
      guard case .object(let members) = value else {
        throw Fault(
          at: .init(file: place), Message(VariantText.variantNoObject),
          expected: Message(VariantText.objectWithEdits))
      }
      let reader = MemberReader(members: members, place: .init(file: place))
      try reader.allow(["name", "edits"])
      _ = try reader.optionalText("name")
      source = members["edits"] ?? value
      return edited(name, try reader.list("edits"), place: place, source: source)
    } catch {
      return faulty(name, [error], source: source.text)
    }
  }

  /// A variant of edits, all of whose faults are told.
  private static func edited(
    _ name: String, _ values: [JSONValue], place: String, source: JSONValue
  ) -> Variant {
    var edits: [TableEdit] = []
    var faults: [any Error] = []
    for (index, value) in values.enumerated() {
      do { edits.append(try EditCoding.edit(value, at: .init(file: place, row: index + 1))) } catch {
        faults.append(error)
      }
    }
    return faults.isEmpty ? Variant(name, edits: edits) : faulty(name, faults, source: source.text)
  }

  static func faulty(_ name: String, _ errors: [any Error], source: String) -> Variant {
    var variant = Variant(name, edits: [], faults: errors.compactMap { $0 as? Fault })
    variant.source = source
    return variant
  }

  private static func top(_ document: JSONValue, _ place: Fault.Location) throws -> MemberReader {
    guard case .object(let members) = document else {
      throw Fault(
        at: place, Message(ReadingText.documentNoObject), expected: Message(VariantText.objectWithVariants))
    }
    let reader = MemberReader(members: members, place: place)
    let version = try reader.text("schema")
    guard version == schema else {
      throw Fault(
        at: place, value: version, Message(ReadingText.unknownSchema), expected: Message(plain: schema))
    }
    return reader
  }

  private static func design(_ reader: MemberReader) throws -> Design {
    let word = try reader.optionalText("design") ?? "grid"
    let seed = try reader.integer("seed", in: 0...Int(Int32.max))
    let samples = try reader.integer("samples", in: 1...DesignedVariants.most)
    guard let design = DesignWord(rawValue: word) else {
      let known = DesignWord.allCases.map(\.rawValue)
      throw Fault(
        at: reader.place, value: word, Message(VariantText.unknownDesign),
        expected: Message(ExpectedText.oneOf, ["words": known.joined(separator: ", ")]),
        suggestion: NearestName.of(word, among: known))
    }
    return design.design(samples: samples ?? 100, seed: seed ?? 0)
  }
}

/// A design as files and options name it.
public enum DesignWord: String, CaseIterable, Sendable {
  /// Every level with every other.
  case grid
  /// A Latin hypercube.
  case latin
  /// One factor at a time.
  case tornado

  /// The design.
  public func design(samples: Int, seed: Int) -> Design {
    switch self {
    case .grid: .grid
    case .latin: .latin(samples: samples, seed: seed)
    case .tornado: .tornado
    }
  }
}
