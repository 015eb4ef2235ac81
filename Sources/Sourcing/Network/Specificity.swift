/// How specific a row's ends are; of the rows that match, those with the greatest sum count.
enum Specificity {
  /// A site, market or item by its name.
  static let named = 300
  /// A class of items.
  static let itemClass = 200
  /// A bloc.
  static let bloc = 100
  /// Anything.
  static let any = 0

  /// Regions above a region: more could not be told from a bloc by rank.
  static let mostAncestors = 98

  /// A region, some steps up the chain of parents.
  static func region(above steps: Int) -> Int {
    max(bloc + 1, 200 - steps)
  }

  /// How well the end of a duty or a control fits a region; nil where it does not.
  static func ofBorderEnd(_ pattern: String, chain: [String], blocs: Set<String>) -> Int? {
    if pattern == "*" { return any }
    if let steps = chain.firstIndex(of: pattern) { return region(above: steps) }
    return blocs.contains(pattern) ? bloc : nil
  }

  /// How well the item columns of a row fit an item; nil where they do not.
  static func ofItem(_ item: Item, named name: String?, inClass itemClass: String?) -> Int? {
    if let name, name != item.id { return nil }
    if let itemClass, itemClass != item.itemClass { return nil }
    return (name == nil ? 0 : named) + (itemClass == nil ? 0 : Self.itemClass)
  }
}
