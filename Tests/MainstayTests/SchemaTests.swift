import Foundation
import Mainstay
import Testing

/// The schemas against the code: neither can change without the other.
@Suite struct SchemaTests {
  @Test("every schema is of draft 2020-12, has its versioned $id, and says what each key means")
  func form() throws {
    for schema in DocumentSchema.allCases {
      let document = try SchemaDocument(schema)
      #expect(document.root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      #expect(document.root["$id"] as? String == schema.identifier)
      #expect(try schema.text.hasSuffix("}\n"))
      #expect(document.propertiesWithoutDescription().isEmpty, "\(schema)")
    }
  }

  @Test("a document's schema and its $id bear the same version")
  func versions() throws {
    let versions: [(DocumentSchema, String)] = [
      (.plan, Plan.schema), (.variants, VariantReader.schema), (.request, BatchRequest.schema),
      (.answer, BatchAnswer.schema), (.result, BatchIdentity.schema), (.stress, StressReport.schema),
      (.worstCase, WorstCase.schema), (.frontier, Frontier.schema), (.explain, Explanation.schema),
      (.recover, Recovery.schema), (.compare, ComparisonReport.schema), (.diagnose, DiagnosisReport.schema),
      (.alternatives, Alternatives.schema),
      (.sourcingCase, try version(of: CaseWriter.json(.starter))),
    ]
    for (schema, version) in versions {
      let document = try SchemaDocument(schema)
      #expect(document.property("schema")?["const"] as? String == version)
      #expect(schema.identifier == "urn:" + version.replacing("/", with: ":"))
    }
  }

  private func version(of document: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    return try #require(object?["schema"] as? String)
  }

  @Test("what a schema refers to is inside it")
  func bundles() throws {
    for schema in DocumentSchema.allCases {
      let document = try SchemaDocument(schema)
      for reference in document.references() { #expect(document.resolved(reference) != nil, "\(reference)") }
    }
    #expect(try SchemaDocument(.answer).references().contains("urn:mainstay:plan:1"))
  }

  @Test("the schema of plans has the keys, kinds and words of the type that is coded")
  func plan() throws {
    let coded = try CodingShape(of: Plan.self)
    let told = try SchemaDocument(.plan).shape()
    guard case .object(let coded) = coded, case .object(let told) = told else {
      Issue.record("no objects")
      return
    }
    #expect(coded.count > 25)
    #expect(Set(coded.keys) == Set(told.keys))
    for (key, member) in coded where key != "schema" { #expect(told[key] == member, "\(key)") }
  }

  @Test("the schemas of answers to questions have the keys, kinds and words of the types that are coded")
  func questions() throws {
    let coded: [(DocumentSchema, CodingShape)] = [
      (.stress, try CodingShape(of: StressReport.self)), (.worstCase, try CodingShape(of: WorstCase.self)),
      (.frontier, try CodingShape(of: Frontier.self)), (.explain, try CodingShape(of: Explanation.self)),
      (.recover, try CodingShape(of: Recovery.self)), (.compare, try CodingShape(of: ComparisonReport.self)),
      (.diagnose, try CodingShape(of: DiagnosisReport.self)),
      (.alternatives, try CodingShape(of: Alternatives.self)),
    ]
    for (schema, shape) in coded {
      guard case .object(let members) = shape, case .object(let told) = try SchemaDocument(schema).shape()
      else {
        Issue.record("no objects")
        continue
      }
      #expect(Set(members.keys) == Set(told.keys), "\(schema)")
      for (key, member) in members where key != "schema" { #expect(told[key] == member, "\(schema) \(key)") }
    }
  }

  @Test("the schema of answers has the keys and words of the type that is coded")
  func answer() throws {
    guard case .object(let coded) = try CodingShape(of: BatchAnswer.self),
      case .object(let told) = try SchemaDocument(.answer).shape(),
      case .object(let figures) = try CodingShape(of: PlanFigures.self)
    else {
      Issue.record("no objects")
      return
    }
    #expect(Set(coded.keys) == Set(told.keys))
    for (key, member) in coded where key != "schema" && key != "id" {
      #expect(told[key]?.shape == member.shape, "\(key)")
    }
    let root = try SchemaDocument(.answer).root
    let dependent = try #require(root["dependentRequired"] as? [String: [String]])
    #expect(Set(dependent["objective"] ?? []) == Set(figures.keys))
  }

  @Test("a batch's rows have every key of their schema and no other")
  func result() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("case.json").path
    try CaseWriter.json(.starter).write(toFile: file, atomically: false, encoding: .utf8)
    let path = folder.appendingPathComponent("results.sqlite").path
    let list = VariantList([
      Variant("as it is", edits: []), Variant("", edits: [TableEdit("dmand", .delete)]),
    ])
    _ = try BatchRunner().run(list, of: CaseTables.read(file), into: path)
    var rows: [String] = []
    try ResultSheet.write(path, as: .ndjson) { rows.append($0) }
    let document = try SchemaDocument(.result)
    #expect(rows.count == 2)
    for row in rows {
      let object = try #require(JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])
      #expect(Set(object.keys) == document.keys)
      #expect(Set(object.keys) == Set(document.root["required"] as? [String] ?? []))
    }
    let statuses = document.property("status")?["enum"] as? [String]
    #expect(statuses.map(Set.init) == Set(VariantResult.Status.allCases.map(\.rawValue)))
  }

  // MARK: What is read: every key of the schema is accepted, and no other.

  private func refusal(_ request: [String: Any]) throws -> BatchAnswer? {
    let server = try Self.server.get()
    let data = try JSONSerialization.data(withJSONObject: request, options: .sortedKeys)
    return server.answer(to: .whole(Array(data)), number: 1)
  }

  private static let server = Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "schema-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try CaseWriter.json(.starter).write(to: file, atomically: false, encoding: .utf8)
    return BatchServer(try CaseTables.read(file.path))
  }

  /// The keys that a message names behind "expected".
  private func expectedKeys(_ message: String?) -> Set<String> {
    guard let message, let start = message.range(of: "expected ") else { return [] }
    let list = message[start.upperBound...].prefix { $0 != ";" && $0 != "\n" }
    return Set(list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  @Test("requests have the keys of their schema, each required as it says")
  func requestKeys() throws {
    let document = try SchemaDocument(.request)
    var full = document.example()
    full["options"] = document.example(of: "options")
    let answered = try refusal(full)
    #expect(answered?.status == .optimal, "\(answered?.error?.message ?? "")")
    #expect(answered?.plan != nil)
    for key in document.keys {
      let isRefused = try refusal(full.filter { $0.key != key })?.error != nil
      #expect(isRefused == (document.root["required"] as? [String])?.contains(key), "\(key)")
    }
    let unknown = try refusal(full.merging(["unheard_of": 1]) { first, _ in first })
    #expect(expectedKeys(unknown?.error?.message) == document.keys)
  }

  @Test("options have the keys and limits of their schema")
  func options() throws {
    let document = try SchemaDocument(.request)
    let options = try #require(document.definition("options")?["properties"] as? [String: [String: Any]])
    func error(_ name: String, _ value: Any) throws -> String? {
      var request = document.example()
      request["options"] = [name: value]
      return try refusal(request)?.error?.message
    }
    #expect(expectedKeys(try error("unheard_of", 1)) == Set(options.keys))
    for (name, option) in options {
      #expect(try error(name, "text") != nil, "\(name)")
      if let least = option["minimum"] as? Double {
        #expect(try error(name, least) == nil, "\(name)")
        #expect(try error(name, least - 1) != nil, "\(name)")
      }
      if let limit = option["exclusiveMinimum"] as? Double {
        #expect(try error(name, limit) != nil, "\(name)")
      }
      if let most = option["maximum"] as? Double {
        #expect(try error(name, most) == nil, "\(name)")
        #expect(try error(name, most * 2) != nil, "\(name)")
      }
    }
  }

  @Test("edits have the words and keys of their schema, each required as it says")
  func edits() throws {
    let forms = try #require(SchemaDocument(.edit).root["oneOf"] as? [[String: Any]])
    let examples: [String: Any] = [
      "table": "demand", "column": "quantity", "to": 5, "by": 0.9, "row": ["market": "x"],
      "where": [String: Any](),
    ]
    func message(_ edit: [String: Any]) throws -> String {
      let answer = try refusal([
        "schema": BatchRequest.schema, "id": 1, "edits": [edit], "options": ["gap": 1],
      ])
      #expect(answer?.error == nil)
      return answer?.message ?? ""
    }
    var words: Set<String> = []
    for form in forms {
      let properties = try #require(form["properties"] as? [String: [String: Any]])
      let word = try #require(properties["do"]?["const"] as? String)
      words.insert(word)
      let full = examples.filter { properties[$0.key] != nil }.merging(["do": word]) { $1 }
      #expect(Set(full.keys) == Set(properties.keys))
      #expect(!(try message(full)).contains("key"))
      let unknown = try message(full.merging(["unheard_of": 1]) { $1 })
      #expect(expectedKeys(unknown) == Set(properties.keys), "\(word)")
      for key in properties.keys where key != "do" {
        let isRequired = (form["required"] as? [String])?.contains(key)
        let told = try message(full.filter { $0.key != key })
        #expect(told.contains("missing key \(key)") == isRequired, "\(word) \(key)")
      }
    }
    #expect(
      expectedKeys(try message(["do": "x", "table": "demand"]).replacing("one of ", with: "")) == words)
  }

  @Test("files of variants have the keys and words of their schema")
  func variants() throws {
    let document = try SchemaDocument(.variants)
    func message(_ members: [String: Any]) throws -> String {
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("schema-\(UUID().uuidString).json")
      defer { try? FileManager.default.removeItem(at: file) }
      let members = members.merging(["schema": VariantReader.schema]) { $1 }
      try JSONSerialization.data(withJSONObject: members).write(to: file)
      do {
        let list = try VariantReader.read(file.path)
        return (0..<list.count).flatMap { list[$0].faults }.map(\.description).joined(separator: "\n")
      } catch let error as CaseFaults {
        return error.description
      }
    }
    let variant: [String: Any] = ["name": "a", "edits": [Any]()]
    let target: [String: Any] = ["table": "demand", "column": "quantity", "where": [String: Any]()]
    let factor: [String: Any] = ["name": "f", "scale": target, "levels": [1, 2]]
    let full: [String: Any] = [
      "variants": [variant], "factors": [factor], "design": "latin", "samples": 3, "seed": 1,
    ]
    #expect(try message(full) == "")
    #expect(Set(full.keys).union(["schema"]) == document.keys)
    func keys(_ name: String) -> Set<String> {
      Set((document.definition(name)?["properties"] as? [String: Any] ?? [:]).keys)
    }
    let stray: [String: Any] = ["unheard_of": 1]
    #expect(try expectedKeys(message(full.merging(stray) { $1 })) == document.keys)
    #expect(
      try expectedKeys(message(["variants": [variant.merging(stray) { $1 }]])) == keys("variant"))
    #expect(try expectedKeys(message(["factors": [factor.merging(stray) { $1 }]])) == keys("factor"))
    #expect(
      try expectedKeys(
        message(["factors": [["name": "f", "set": target.merging(stray) { $1 }, "levels": [1]]]]))
        == keys("target"))
    #expect(
      try expectedKeys(
        message(["factors": [["name": "f", "levels": [["name": "l"].merging(stray) { $1 }]]]]))
        == keys("level"))
    #expect(
      try message(["factors": [["name": "f", "scale": target, "range": [1, 2]]], "design": "latin"]) == "")
    let designs = document.property("design")?["enum"] as? [String]
    #expect(designs.map(Set.init) == Set(DesignWord.allCases.map(\.rawValue)))
    let samples = try #require(document.property("samples")?["maximum"] as? Int)
    #expect(try message(full.merging(["samples": samples + 1]) { $1 }).contains("\(samples)"))
  }

  @Test("the schema of cases has every table and column, with its range and whether it is required")
  func cases() throws {
    let document = try SchemaDocument(.sourcingCase)
    let tables = try #require(document.property("tables")?["properties"] as? [String: [String: Any]])
    #expect(Set(tables.keys) == Set(CaseSchema.tables.map(\.name)))
    for table in CaseSchema.tables {
      let row = try #require(tables[table.name]?["items"] as? [String: Any])
      let columns = try #require(row["properties"] as? [String: [String: Any]])
      #expect(Set(columns.keys) == Set(table.columns.map(\.name)))
      #expect(row["required"] as? [String] == table.columns.filter(\.isRequired).map(\.name))
      for column in table.columns {
        if case .number(let range) = column.kind {
          #expect(columns[column.name]?["maximum"] as? Double == range.upperBound)
        }
      }
    }
  }
}
