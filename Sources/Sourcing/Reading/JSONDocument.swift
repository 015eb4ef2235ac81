internal import Foundation

/// Reads a case from one JSON document: `{"schema": "mainstay/case/1", "tables": {"sites": [{…}, …], …}}`.
enum JSONDocument {
  /// What `schema` must say.
  static let schema = "mainstay/case/1"

  /// The raw tables of a document, noting what does not fit.
  static func tables(in text: String, file: String, faults: inout [Fault]) -> [RawTable] {
    let location = Fault.Location(file: file)
    let root: JSONValue
    do { root = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) } catch {
      faults.append(Fault(at: location, "the file is no JSON: \(reason(error))", expected: "one JSON document"))
      return []
    }
    guard case .object(let members) = root else {
      faults.append(Fault(at: location, "the document is no object", expected: "an object with schema and tables"))
      return []
    }
    for key in members.keys.sorted() where key != "schema" && key != "tables" {
      faults.append(
        Fault(
          at: location, value: key, "unknown key", expected: "schema, tables",
          suggestion: NearestName.of(key, among: ["schema", "tables"])))
    }
    if case .text(let version) = members["schema"] {
      if version != schema {
        faults.append(Fault(at: location, value: version, "unknown schema", expected: schema))
      }
    } else {
      faults.append(Fault(at: location, "missing key schema", expected: schema))
    }
    guard case .object(let tables) = members["tables"] else {
      faults.append(Fault(at: location, "missing key tables", expected: "an object with a list of rows for each table"))
      return []
    }
    return tables.sorted { $0.key < $1.key }.compactMap { rawTable($0.key, $0.value, file: file, faults: &faults) }
  }

  private static func rawTable(
    _ name: String, _ value: JSONValue, file: String, faults: inout [Fault]
  ) -> RawTable? {
    let place = "\(file)#\(name)"
    guard case .list(let list) = value else {
      faults.append(Fault(at: .init(file: place), "the table is no list", expected: "a list of objects, one a row"))
      return nil
    }
    var objects: [(line: Int, members: [String: JSONValue])] = []
    var columns: Set<String> = []
    for (index, element) in list.enumerated() {
      guard case .object(let members) = element else {
        faults.append(
          Fault(at: .init(file: place, row: index + 1), "the row is no object", expected: "an object with a value for each column"))
        continue
      }
      objects.append((index + 1, members))
      columns.formUnion(members.keys)
    }
    let order = columns.sorted()
    let rows = objects.map { object in
      RawTable.Row(line: object.line, cells: order.map { object.members[$0]?.cell ?? .blank })
    }
    return RawTable(name: name, file: place, columns: order, headerLine: nil, rows: rows)
  }

  private static func reason(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    let detail = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
    return detail ?? context.debugDescription
  }
}
