/// What is known of rows that could not be read whole.
///
/// Other rows may refer to them, and must not be told that a name is unknown that stands in a row with a slip
/// elsewhere; nor that every name is unknown where a whole table could not be read.
struct BrokenRows {
  /// A column whose values other rows refer to.
  struct Column: Hashable {
    var table: String
    var name: String
  }

  /// The columns whose values other rows refer to.
  static let namingColumns: [Column] =
    CaseSchema.tables.flatMap { table in
      table.columns.filter { $0.kind == .name }.map { Column(table: table.name, name: $0.name) }
    } + [
      Column(table: "lanes", name: "corridor"), Column(table: "items", name: "class"),
      Column(table: "sites", name: "owner"),
    ]

  /// Tables that have such rows.
  private(set) var tables: Set<String> = []
  /// Tables of which not every name is known.
  private(set) var unreadable: Set<String> = []
  private var names: [Column: Set<String>] = [:]

  /// Nothing is broken.
  init() {}

  /// Notes that not every name of a table is known.
  mutating func note(unreadable table: String) {
    tables.insert(table)
    unreadable.insert(table)
  }

  /// Notes a row by its cells, nil for those that do not fit their column.
  mutating func note(_ cells: [Cell?], of schema: TableSchema) {
    tables.insert(schema.name)
    for (column, cell) in zip(schema.columns, cells) {
      let key = Column(table: schema.name, name: column.name)
      guard Self.namingColumns.contains(key) else { continue }
      switch cell {
      case .text(let name): names[key, default: []].insert(name)
      case nil: unreadable.insert(schema.name)
      default: break
      }
    }
  }

  /// The values of a column that are known from broken rows.
  func values(_ table: String, _ column: String) -> Set<String> {
    names[Column(table: table, name: column)] ?? []
  }
}
