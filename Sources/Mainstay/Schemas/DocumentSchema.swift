internal import Foundation
internal import Sourcing

/// The JSON Schemas (draft 2020-12) of documents that programs exchange with Mainstay.
///
/// Each has an `$id` with its version, `urn:mainstay:plan:1`, which stands for the `schema` that documents bear, `mainstay/plan/1`. A
/// document that a schema refers to is bundled into it under `$defs`, so that each schema is whole.
public enum DocumentSchema: String, CaseIterable, Sendable {
  /// A case as one JSON document.
  case sourcingCase = "case"
  /// A plan: `plan --json`, `plan.json`.
  case plan
  /// What-ifs of a batch: `batch --variants`.
  case variants
  /// A change to a case's tables, as variants and requests have them.
  case edit
  /// A line of the input of `batch --stdin`.
  case request
  /// A line of its output.
  case answer
  /// A line of `batch --ndjson`.
  case result
  /// What a layout makes of one disruption at a time: `stress --json`.
  case stress
  /// The failures that hurt most: `worst-case --json`.
  case worstCase = "worst-case"
  /// Efficiency against backup: `frontier --json`.
  case frontier
  /// Why there is no layout, or what binds one: `explain --json`.
  case explain
  /// What to do now that something has happened: `recover --json`.
  case recover
  /// What differs between two layouts: `compare --json`.
  case compare
  /// The structure of a case: `diagnose --json`.
  case diagnose
  /// Layouts that cost little more: `plan --alternatives --json`.
  case alternatives

  /// What the document is, in words.
  public var title: String {
    switch self {
    case .sourcingCase: "a case as one JSON document"
    case .plan: "a plan: plan --json, plan.json"
    case .variants: "what-ifs of a batch: batch --variants"
    case .edit: "a change to a case's tables, as variants and requests have them"
    case .request: "a line of the input of batch --stdin"
    case .answer: "a line of the output of batch --stdin"
    case .result: "a line of batch --ndjson"
    case .stress: "one disruption at a time: stress --json"
    case .worstCase: "the failures that hurt most: worst-case --json"
    case .frontier: "efficiency against backup: frontier --json"
    case .explain: "why there is no layout, or what binds one: explain --json"
    case .recover: "what to do after an event: recover --json"
    case .compare: "what differs between two layouts: compare --json"
    case .diagnose: "the structure of a case: diagnose --json"
    case .alternatives: "layouts that cost little more: plan --alternatives --json"
    }
  }

  /// The schema's `$id`.
  public var identifier: String { "urn:mainstay:\(rawValue):\(Self.version)" }

  /// The schema as JSON, indented, with a line feed at its end.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` or an error of Foundation where a schema of the program is no JSON, which tests exclude.
  public var text: String {
    get throws {
      let bundled = try bundle()
      let object = try JSONSerialization.jsonObject(with: Data(bundled.text.utf8))
      let data = try JSONSerialization.data(
        withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      return String(decoding: data, as: UTF8.self) + "\n"
    }
  }

  private static let version = 1

  private var document: JSONValue {
    get throws {
      let bytes =
        switch self {
        case .sourcingCase: nil as [UInt8]?
        case .plan: PackageResources.plan_json
        case .variants: PackageResources.variants_json
        case .edit: PackageResources.edit_json
        case .request: PackageResources.request_json
        case .answer: PackageResources.answer_json
        case .result: PackageResources.result_json
        case .stress: PackageResources.stress_json
        case .worstCase: PackageResources.worst_case_json
        case .frontier: PackageResources.frontier_json
        case .explain: PackageResources.explain_json
        case .recover: PackageResources.recover_json
        case .compare: PackageResources.compare_json
        case .diagnose: PackageResources.diagnose_json
        case .alternatives: PackageResources.alternatives_json
        }
      guard let bytes else { return CaseDocumentSchema.document(identifier: identifier) }
      return try JSONValue.parse(String(decoding: bytes, as: UTF8.self), shownAs: "\(rawValue).json")
    }
  }

  /// The schema with every other schema that it refers to, directly or not.
  private func bundle() throws -> JSONValue {
    let own = try document
    guard case .object(var members) = own else { return own }
    var definitions: [String: JSONValue] = [:]
    if case .object(let given) = members["$defs"] ?? .null { definitions = given }
    var open = Self.references(in: own)
    var seen: Set = [self]
    while let next = open.popFirst() {
      guard seen.insert(next).inserted else { continue }
      let referred = try next.document
      definitions[next.rawValue] = referred
      open.formUnion(Self.references(in: referred))
    }
    if !definitions.isEmpty { members["$defs"] = .object(definitions) }
    return .object(members)
  }

  /// The schemas whose identifiers stand in a document's `$ref`s.
  private static func references(in value: JSONValue) -> Set<DocumentSchema> {
    switch value {
    case .list(let values): return values.reduce(into: []) { $0.formUnion(references(in: $1)) }
    case .object(let members):
      var found = members.values.reduce(into: Set<DocumentSchema>()) { $0.formUnion(references(in: $1)) }
      if case .text(let target) = members["$ref"] ?? .null {
        let base = target.prefix { $0 != "#" }
        if let schema = allCases.first(where: { $0.identifier == base }) { found.insert(schema) }
      }
      return found
    case .null, .flag, .number, .text: return []
    }
  }
}
