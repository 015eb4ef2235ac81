/// Reads a case from one JSON document: `{"schema": "mainstay/case/1", "tables": {"sites": [{…}, …], …}}`.
enum JSONDocument {
  /// What `schema` must say.
  static let schema = "mainstay/case/1"

  /// The raw tables of a document, noting what does not fit.
  ///
  /// - Throws: A ``Fault`` where it is no JSON, or has no tables at all.
  static func tables(in text: String, file: String) throws -> RawCase {
    var faults: [Fault] = []
    let document = try parse(text, file: file, faults: &faults)
    return try tables(of: document, file: file, faults)
  }

  /// The raw tables of a document that was parsed before.
  ///
  /// - Throws: A ``Fault`` or ``CaseFaults`` where it has no tables at all.
  static func tables(of document: JSONValue, file: String, _ faults: [Fault] = []) throws -> RawCase {
    let location = Fault.Location(file: file)
    var raw = RawCase()
    raw.faults = faults
    guard case .object(let members) = document else {
      throw Fault(
        at: location, Message(ReadingText.documentNoObject), expected: Message(ExpectedText.schemaAndTables))
    }
    for key in members.keys.sorted() where key != "schema" && key != "tables" {
      raw.faults.append(
        Fault(
          at: location, value: key, Message(ReadingText.unknownKey),
          expected: Message(plain: "schema, tables"),
          suggestion: NearestName.of(key, among: ["schema", "tables"])))
    }
    switch members["schema"] {
    case .text(schema): break
    case .text(let version):
      raw.faults.append(
        Fault(
          at: location, value: version, Message(ReadingText.unknownSchema), expected: Message(plain: schema)))
    case nil:
      raw.faults.append(
        Fault(at: location, Message(ReadingText.missingSchema), expected: Message(plain: schema)))
    default:
      raw.faults.append(
        Fault(at: location, Message(ReadingText.schemaNoText), expected: Message(plain: schema)))
    }
    guard let tables = members["tables"] else {
      throw CaseFaults(
        raw.faults + [Fault(at: location, Message(ReadingText.missingTables), expected: Self.tablesExpected)])
    }
    guard case .object(let lists) = tables else {
      throw CaseFaults(
        raw.faults + [Fault(at: location, Message(ReadingText.tablesNoObject), expected: Self.tablesExpected)]
      )
    }
    for (name, value) in lists.sorted(by: { $0.key < $1.key }) {
      guard CaseSchema.table(name) != nil else {
        raw.reject(unknownTable: name, at: "\(file)#\(name)")
        continue
      }
      take(name, value, file: "\(file)#\(name)", into: &raw)
    }
    return raw
  }

  /// Parses a document, noting keys that stand twice.
  ///
  /// - Throws: A ``Fault`` with the line where the text is no JSON.
  static func parse(_ text: String, file: String, faults: inout [Fault]) throws -> JSONValue {
    do {
      let document = try JSONParser.parse(text)
      faults += document.repeatedKeys.map { repeated in
        Fault(
          at: .init(file: file, row: repeated.line), value: repeated.key, Message(ReadingText.keyTwice)
        )
      }
      return document.value
    } catch let mistake as JSONParser.Mistake {
      throw Fault(
        at: .init(file: file, row: mistake.line),
        Message(ReadingText.fileNoJSON, ["problem": mistake.problem]),
        expected: Message(ExpectedText.oneJSON))
    }
  }

  private static let tablesExpected = Message(ExpectedText.listOfRows)

  private static func take(_ name: String, _ value: JSONValue, file: String, into raw: inout RawCase) {
    guard case .list(let list) = value else {
      raw.reject(
        name,
        Fault(
          at: .init(file: file), Message(ReadingText.tableNoList),
          expected: Message(ExpectedText.listOfObjects)))
      return
    }
    var objects: [(row: Int, members: [String: JSONValue])] = []
    var firstRows: [String: Int] = [:]
    for (index, element) in list.enumerated() {
      guard case .object(let members) = element else {
        raw.reject(
          name,
          Fault(
            at: .init(file: file, row: index + 1), Message(ReadingText.rowNoObject),
            expected: Message(ExpectedText.valueForColumns)))
        continue
      }
      objects.append((index + 1, members))
      for column in members.keys where firstRows[column] == nil { firstRows[column] = index + 1 }
    }
    let columns = firstRows.keys.sorted()
    let rows = objects.map { object in
      RawTable.Row(line: object.row, cells: columns.map { object.members[$0]?.cell ?? .blank })
    }
    raw.take(
      RawTable(
        name: name, file: file, columns: columns, headerLine: nil, rows: rows,
        firstRows: columns.map { firstRows[$0] ?? 1 }))
  }
}
