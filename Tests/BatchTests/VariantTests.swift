import Mainstay
import Testing

@Suite struct VariantTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private static let json = """
    {"schema": "mainstay/variants/1", "variants": [
      {"name": "low", "edits": [{"do": "scale", "table": "demand", "column": "quantity", "by": 0.8,
        "where": {"market": "Paris"}}]},
      {"name": "dear", "edits": [
        {"do": "set", "table": "capabilities", "column": "unit_cost", "to": 35, "where": {"site": ["Oslo", "Porto"]}},
        {"do": "add", "table": "policies", "row": {"policy": "p", "kind": "exclude", "site": "Porto"}},
        {"do": "delete", "table": "scenarios", "where": {"scenario": "strike"}}]}
    ]}
    """

  private static let csv = """
    variant,do,table,column,value,where
    low,scale,demand,quantity,0.80,market=Paris
    dear,set,capabilities,unit_cost,35.0,site=Porto;site=Oslo
    dear,add,policies,,policy=p;kind=exclude;site=Porto,
    dear,delete,scenarios,,,scenario=strike
    """

  @Test("CSV and JSON read as the same variants with the same ids")
  func formats() throws {
    let fromJSON = try VariantReader.read(folder.write(Self.json, to: "v.json"))
    let fromCSV = try VariantReader.read(folder.write(Self.csv, to: "v.csv"))
    #expect(fromJSON.count == 2)
    #expect(fromCSV.count == 2)
    for number in 0..<2 {
      #expect(fromCSV[number].faults.isEmpty)
      #expect(fromJSON[number].name == fromCSV[number].name)
      #expect(fromJSON[number].id == fromCSV[number].id)
    }
    #expect(fromJSON[0].id != fromJSON[1].id)
  }

  @Test("an id follows from the edits alone and never changes")
  func stableId() {
    let edit = TableEdit("demand", .scale(column: "quantity", by: 0.8), where: ["market": [.text("Paris")]])
    #expect(Variant("a", edits: [edit]).id == Variant("b", edits: [edit]).id)
    // SHA-256 of [{"by":0.8,"column":"quantity","do":"scale","table":"demand","where":{"market":"Paris"}}]
    #expect(Variant("a", edits: [edit]).id == "2f7c8a249219a33998deb0acd69a4430")
    #expect(Variant("a", edits: []).id == "4f53cda18c2baa0c0354bb5f9a3ecbe5")
  }

  @Test("a variant whose edits are wrong is in the list with its faults, and the others are sound")
  func faultyVariant() throws {
    let path = try folder.write(
      """
      {"schema": "mainstay/variants/1", "variants": [
        {"name": "x", "edits": [{"do": "scael", "table": "demand"}, {"do": "set", "table": "demand"}]},
        {"name": "y", "edits": []}]}
      """, to: "v.json")
    let list = try VariantReader.read(path)
    #expect(list.count == 2)
    #expect(list[0].faults.map(\.location.row) == [1, 2])
    #expect(list[0].faults.first?.suggestion == "scale")
    #expect(list[0].faults.first?.location.file == "\(path)#x")
    #expect(list[1].faults.isEmpty)
  }

  @Test("rows of CSV without a name, or with too few values, are faulty variants, and the others are sound")
  func faultyRows() throws {
    let path = try folder.write(
      """
      variant,do,table,column,value,where
      low,scale,demand,quantity,0.8,market=Paris
      ,scale,demand,quantity,0.7,
      short,scale,demand
      ,,,,,
      ,delete,scenarios,,,scenario=strike
      low,scael,demand,quantity,0.8,market=Lyon
      high,scale,demand,quantity,1.2,

      """, to: "v.csv")
    let list = try VariantReader.read(path)
    let variants = (0..<list.count).map { list[$0] }
    #expect(variants.map(\.name) == ["low", "row 3", "short", "row 6", "high"])
    #expect(variants.map { $0.faults.map(\.location.row) } == [[7], [3], [4], [6], []])
    #expect(variants[1].faults.first?.location.column == "variant")
    #expect(variants[2].faults.first?.description.contains("wrong number of values") == true)
    #expect(Set(variants.map(\.id)).count == 5)
  }

  @Test("the id of a variant that cannot be read follows from what stands for its edits, whatever its name")
  func idOfFaulty() throws {
    let edits = #"[{"do": "scael", "table": "demand"}]"#
    let json = try VariantReader.read(
      folder.write(
        """
        {"schema": "mainstay/variants/1", "variants": [
          {"name": "x", "edits": \(edits)}, {"name": "y", "edits": \(edits)}, {"name": 7, "edits": []}, 7]}
        """, to: "v.json"))
    #expect((0..<4).allSatisfy { !json[$0].faults.isEmpty })
    #expect(json[0].id == json[1].id)
    #expect(json[0].editsText == #"[{"do":"scael","table":"demand"}]"#)
    #expect(Set((1..<4).map { json[$0].id }).count == 3)
    let csv = try VariantReader.read(
      folder.write("variant,do,table,column\nx,scael,demand,quantity\ny,scael,demand,quantity\n", to: "v.csv")
    )
    #expect(csv[0].id == csv[1].id)
    #expect(csv[0].editsText == #"[["scael","demand","quantity"]]"#)
  }

  @Test(
    "a document that holds no variants is refused",
    arguments: [
      "[]", "{}", #"{"schema": "mainstay/variants/2", "variants": []}"#,
      #"{"schema": "mainstay/variants/1"}"#,
      #"{"schema": "mainstay/variants/1", "variants": [], "colour": 1}"#,
      #"{"schema": "mainstay/variants/1", "factors": []}"#,
      #"{"schema": "mainstay/variants/1", "factors": [{"name": "a", "levels": [1]}]}"#, "{",
    ])
  func refusedDocument(text: String) throws {
    let path = try folder.write(text, to: "v.json")
    #expect(throws: CaseFaults.self) { try VariantReader.read(path) }
  }

  @Test("a missing file is told as such")
  func missingFile() {
    #expect(throws: FileError.self) { try VariantReader.read(folder.path("none.json")) }
  }

  @Test("factors of a document make a grid, the last changing fastest")
  func factors() throws {
    let path = try folder.write(
      """
      {"schema": "mainstay/variants/1", "design": "grid", "factors": [
        {"name": "demand", "scale": {"table": "demand", "column": "quantity"}, "levels": [0.8, 1]},
        {"name": "strike", "levels": [{"name": "likely", "edits": []},
          {"name": "never", "edits": [{"do": "delete", "table": "scenarios", "where": {}}]}]}]}
      """, to: "v.json")
    let list = try VariantReader.read(path)
    #expect(
      (0..<list.count).map { list[$0].name } == [
        "demand=0.8, strike=likely", "demand=0.8, strike=never", "demand=1, strike=likely",
        "demand=1, strike=never",
      ])
    #expect(list[3].edits.count == 2)
  }
}
