internal import Sourcing

/// Reads factors: `{"name": "demand", "scale": {"table": "demand", "column": "quantity"}, "levels": [0.8, 1, 1.2]}`, with `set`
/// or `scale` and with `levels` or a `range` of two numbers; or levels that are named edits,
/// `{"name": "Suez", "levels": [{"name": "open", "edits": []}, …]}`.
enum FactorReader {
  static func factors(_ values: [JSONValue], file: String) throws -> [Factor] {
    var factors: [Factor] = []
    for (index, value) in values.enumerated() {
      let factor = try factor(value, at: Fault.Location(file: "\(file)#factors", row: index + 1))
      if factors.contains(where: { $0.name == factor.name }) {
        throw Fault(
          at: .init(file: "\(file)#factors", row: index + 1), value: factor.name,
          Message(VariantText.twoFactorsOfOneName))
      }
      factors.append(factor)
    }
    guard !factors.isEmpty else {
      throw Fault(at: .init(file: "\(file)#factors"), Message(VariantText.noFactors))
    }
    return factors
  }

  private static func factor(_ value: JSONValue, at place: Fault.Location) throws -> Factor {
    guard case .object(let members) = value else {
      throw Fault(
        at: place, Message(VariantText.factorNoObject), expected: Message(VariantText.objectWithLevels))
    }
    let reader = MemberReader(members: members, place: place)
    try reader.allow(["name", "set", "scale", "levels", "range"])
    let name = try reader.text("name")
    let target = try target(reader)
    if members["range"] != nil {
      guard let target else { throw reader.missing("set", Message(VariantText.setOrScaleBesideRange)) }
      return Factor(name, .range(try range(reader), target))
    }
    let levels = try reader.list("levels").map { try level($0, target, reader) }
    guard !levels.isEmpty else {
      throw Fault(at: place, Message(VariantText.noLevels), expected: Message(VariantText.atLeastOne))
    }
    return Factor(name, .levels(levels))
  }

  private static func target(_ reader: MemberReader) throws -> Factor.Target? {
    guard let key = ["set", "scale"].first(where: { reader.members[$0] != nil }) else { return nil }
    if reader.members["set"] != nil, reader.members["scale"] != nil {
      throw Fault(
        at: reader.place, Message(VariantText.bothSetAndScale), expected: Message(VariantText.oneOfThem))
    }
    let inner = MemberReader(members: try reader.object(key), place: reader.place)
    try inner.allow(["table", "column", "where"])
    return Factor.Target(
      try inner.text("table"), try inner.text("column"), isScaled: key == "scale",
      where: try inner.condition())
  }

  private static func range(_ reader: MemberReader) throws -> ClosedRange<Double> {
    let ends = try reader.list("range")
    guard ends.count == 2, case .number(let low) = ends[0], case .number(let high) = ends[1], low <= high,
      low.isFinite, high.isFinite
    else { throw reader.wrong("range", .list(ends), Message(VariantText.twoNumbersAscending)) }
    return low...high
  }

  private static func level(
    _ value: JSONValue, _ target: Factor.Target?, _ reader: MemberReader
  ) throws -> Factor.Level {
    if case .object(let members) = value {
      let inner = MemberReader(members: members, place: reader.place)
      try inner.allow(["name", "edits"])
      return Factor.Level(
        try inner.text("name"),
        edits: try inner.list("edits").map { try EditCoding.edit($0, at: reader.place) })
    }
    guard let target else { throw reader.missing("set", Message(VariantText.setScaleOrEdits)) }
    let cell = try MemberReader(members: ["level": value], place: reader.place).cell("level")
    if target.isScaled, case .number = cell {
    } else if target.isScaled {
      throw reader.wrong("levels", value, Message(VariantText.numbersToScaleBy))
    }
    return Factor.Level(cell.text, edits: [target.edit(cell)])
  }
}
