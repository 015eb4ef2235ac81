import Foundation
import Mainstay
import Testing

/// A JSON Schema as a test reads it.
struct SchemaDocument {
  let root: [String: Any]

  init(_ schema: DocumentSchema) throws {
    let object = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
    root = try #require(object as? [String: Any])
  }

  /// The keys of the document itself.
  var keys: Set<String> { Set((root["properties"] as? [String: Any] ?? [:]).keys) }

  func property(_ name: String) -> [String: Any]? {
    (root["properties"] as? [String: Any])?[name] as? [String: Any]
  }

  func definition(_ name: String) -> [String: Any]? {
    (root["$defs"] as? [String: Any])?[name] as? [String: Any]
  }

  /// An object of the first example of every property, of the document or of a definition.
  func example(of definition: String? = nil) -> [String: Any] {
    let object = definition.map { self.definition($0) ?? [:] } ?? root
    let properties = object["properties"] as? [String: [String: Any]] ?? [:]
    return properties.compactMapValues { ($0["examples"] as? [Any])?.first ?? $0["const"] }
  }

  /// Every `$ref`, with those of bundled schemas.
  func references() -> [String] { Self.references(in: root) }

  private static func references(in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(references) }
    guard let object = value as? [String: Any] else { return [] }
    let own = (object["$ref"] as? String).map { [$0] } ?? []
    return own + object.values.flatMap(references)
  }

  /// What a reference stands for; one that begins with `#` is sought in every bundled schema too.
  func resolved(_ reference: String) -> [String: Any]? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let bundled = (root["$defs"] as? [String: Any] ?? [:]).values.compactMap { $0 as? [String: Any] }
    let documents = ([root] + bundled).filter { parts[0].isEmpty || $0["$id"] as? String == String(parts[0]) }
    for document in documents {
      var found: Any? = document
      for step in parts.dropFirst().first?.split(separator: "/") ?? [] {
        found = (found as? [String: Any])?[String(step)]
      }
      if let found = found as? [String: Any] { return found }
    }
    return nil
  }

  /// Paths of properties that do not say what they mean, those with a `const` aside.
  func propertiesWithoutDescription() -> [String] { Self.undescribed(root, "") }

  private static func undescribed(_ value: Any, _ path: String) -> [String] {
    guard let object = value as? [String: Any] else {
      return (value as? [Any] ?? []).flatMap { undescribed($0, path) }
    }
    var found: [String] = []
    for (key, inner) in object {
      if key == "properties", let properties = inner as? [String: [String: Any]] {
        found += properties.filter { _, property in
          let isNamed = property["const"] != nil || property["$ref"] != nil
          return (property["description"] as? String ?? "").isEmpty && !isNamed
        }.map { "\(path)/\($0.key)" }
      }
      if key != "examples" { found += undescribed(inner, "\(path)/\(key)") }
    }
    return found
  }

  /// The shape of the documents that it describes.
  func shape() throws -> CodingShape { try shape(of: root) }

  private func shape(of schema: [String: Any]) throws -> CodingShape {
    if let reference = schema["$ref"] as? String { return try shape(of: #require(resolved(reference))) }
    if let words = schema["enum"] as? [String] { return .words(Set(words)) }
    if schema["const"] is String { return .text }
    // Of several kinds the first: only an answer's id has more than one.
    let kind = schema["type"] as? String ?? (schema["type"] as? [String])?.first
    switch kind {
    case "number": return .number
    case "integer": return .integer
    case "boolean": return .flag
    case "string": return .text
    case "array": return .list(try shape(of: #require(schema["items"] as? [String: Any])))
    case "object":
      #expect(schema["additionalProperties"] as? Bool == false)
      let required = schema["required"] as? [String] ?? []
      let properties = try #require(schema["properties"] as? [String: [String: Any]])
      var members: [String: CodingShape.Member] = [:]
      for (key, property) in properties {
        members[key] = .init(shape: try shape(of: property), isRequired: required.contains(key))
      }
      return .object(members)
    default: throw UnknownKind(kind: kind)
    }
  }

  struct UnknownKind: Error { var kind: String? }
}
