/// What a disruption of kind `duty` or `control` names.
enum BorderTarget: Hashable {
  /// The rows that belong to a rule.
  case rule(String)
  /// Everything that crosses a border.
  case crossing(BorderPattern)
}

/// What moves from one end to another, as rows of duties and controls name it.
struct BorderPattern: Hashable {
  var origin: String
  var destination: String
  var item: String?
  var itemClass: String?
}

/// The names that targets of kind `duty` and `control` are made of.
struct BorderNames {
  /// Regions and blocs.
  var ends: Set<String>
  var items: Set<String>
  var classes: Set<String>
  /// Rules that rows of `duties` belong to.
  var dutyRules: Set<String>
  /// Rules that rows of `controls` belong to.
  var controlRules: Set<String>

  init(_ names: NameIndex) {
    ends = Set(names.all(in: ["regions", "blocs"])).union(["*"])
    items = names.names["items"] ?? []
    classes = names.classes
    dutyRules = names.dutyRules
    controlRules = names.controlRules
  }

  /// The rules that a kind of disruption may name.
  func rules(_ kind: DisruptionTarget) -> Set<String> {
    kind == .duty ? dutyRules : controlRules
  }

  /// Reads a target: the name of a rule, `ORIGIN > DESTINATION`, or `ORIGIN > DESTINATION: ITEM` with an item or a
  /// class; nil where it is none of these.
  ///
  /// Names may hold the signs that part them: every way to part the text is tried.
  func target(_ text: String, _ kind: DisruptionTarget) -> BorderTarget? {
    if rules(kind).contains(text) { return .rule(text) }
    for (origin, rest) in Self.partings(of: text, at: " > ") where ends.contains(origin) {
      if ends.contains(rest) { return .crossing(BorderPattern(origin: origin, destination: rest)) }
      for (destination, what) in Self.partings(of: rest, at: ": ") where ends.contains(destination) {
        var pattern = BorderPattern(origin: origin, destination: destination)
        if items.contains(what) {
          pattern.item = what
        } else if classes.contains(what) {
          pattern.itemClass = what
        } else {
          continue
        }
        return .crossing(pattern)
      }
    }
    return nil
  }

  /// The parts of a text before and after each place where a sign stands.
  private static func partings(of text: String, at sign: String) -> [(String, String)] {
    let (characters, mark) = (Array(text), Array(sign))
    guard characters.count >= mark.count else { return [] }
    return (0...(characters.count - mark.count)).compactMap { start in
      guard Array(characters[start..<(start + mark.count)]) == mark else { return nil }
      return (String(characters[..<start]), String(characters[(start + mark.count)...]))
    }
  }
}
