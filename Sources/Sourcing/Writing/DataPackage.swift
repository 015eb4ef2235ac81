/// `datapackage.json`: the description that makes a case folder a Frictionless Data Package.
enum DataPackage {
  /// What is read of a description: the tables and their files.
  struct Listing: Decodable {
    struct Resource: Decodable {
      var name: String
      var path: String
    }
    var resources: [Resource]
  }

  /// The description of tables that stand as `<table>.csv` beside it.
  static func describing(_ tables: [Table], named name: String) throws -> String {
    let present = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    let package = Package(
      name: slug(name), title: name.isEmpty ? "Sourcing case" : name, profile: "tabular-data-package",
      resources: tables.compactMap { table in
        CaseSchema.table(table.name).map { resource(table, $0, among: present) }
      })
    return try JSONText.of(package)
  }

  private static func resource(_ table: Table, _ schema: TableSchema, among present: [String: Table])
    -> Resource
  {
    let columns = schema.columns.filter { table.columns.contains($0.name) }
    // A key with columns that may be blank is no key in the package's sense.
    let isKey =
      !schema.key.isEmpty
      && schema.key.allSatisfy { name in columns.contains { $0.name == name && $0.isRequired } }
    let foreignKeys = columns.compactMap { column -> ForeignKey? in
      guard case .reference(let targets) = column.kind, targets.count == 1, let target = targets.first,
        present[target] != nil, let key = CaseSchema.table(target)?.key, key.count == 1, let field = key.first
      else { return nil }
      return ForeignKey(
        fields: column.name, reference: .init(resource: target == table.name ? "" : target, fields: field))
    }
    return Resource(
      name: table.name, path: "\(table.name).csv", profile: "tabular-data-resource", format: "csv",
      mediatype: "text/csv", encoding: "utf-8", description: schema.meaning,
      schema: Schema(
        fields: columns.map(field), missingValues: [""], primaryKey: isKey ? schema.key : nil,
        foreignKeys: foreignKeys.isEmpty ? nil : foreignKeys))
  }

  private static func field(_ column: ColumnSchema) -> Field {
    var field = Field(name: column.name, type: "string", description: column.meaning)
    field.constraints.required = column.isRequired ? true : nil
    switch column.kind {
    case .number(let range):
      field.type = "number"
      field.constraints.minimum = range.lowerBound
      field.constraints.maximum = range.upperBound
    case .integer(let range):
      field.type = "integer"
      field.constraints.minimum = Double(range.lowerBound)
      field.constraints.maximum = Double(range.upperBound)
    case .flag:
      field.type = "boolean"
      field.trueValues = ["true", "yes", "1"]
      field.falseValues = ["false", "no", "0"]
    case .choice(let words): field.constraints.allowed = words
    case .text, .name, .reference, .pattern, .filter, .any: break
    }
    return field
  }

  /// A package name: lower-case letters, digits and `-`.
  private static func slug(_ name: String) -> String {
    let parts = name.lowercased().unicodeScalars.split {
      !($0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0))
    }
    return parts.isEmpty ? "sourcing-case" : parts.map(String.init).joined(separator: "-")
  }

  private struct Package: Encodable {
    var name: String
    var title: String
    var profile: String
    var resources: [Resource]
  }

  private struct Resource: Encodable {
    var name: String
    var path: String
    var profile: String
    var format: String
    var mediatype: String
    var encoding: String
    var description: String
    var schema: Schema
  }

  private struct Schema: Encodable {
    var fields: [Field]
    var missingValues: [String]
    var primaryKey: [String]?
    var foreignKeys: [ForeignKey]?
  }

  private struct Field: Encodable {
    var name: String
    var type: String
    var description: String
    var trueValues: [String]?
    var falseValues: [String]?
    var constraints = Constraints()
  }

  private struct Constraints: Encodable {
    var required: Bool?
    var minimum: Double?
    var maximum: Double?
    var allowed: [String]?

    enum CodingKeys: String, CodingKey {
      case required, minimum, maximum
      case allowed = "enum"
    }
  }

  private struct ForeignKey: Encodable {
    struct Reference: Encodable {
      var resource: String
      var fields: String
    }
    var fields: String
    var reference: Reference
  }
}
