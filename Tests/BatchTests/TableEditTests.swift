import Mainstay
import Testing

@Suite struct TableEditTests {
  private let folder: TestFolder
  private let tables: CaseTables

  init() throws {
    folder = try TestFolder()
    tables = try Bikes.tables(in: folder)
  }

  private func edited(_ edits: TableEdit...) throws -> SourcingCase {
    try tables.applying(edits, of: EditOrigin("what-if")).sound()
  }

  private func faults(_ edits: TableEdit...) -> [Fault] {
    do {
      _ = try tables.applying(edits, of: EditOrigin("what-if")).sound()
      return []
    } catch let error as CaseFaults { return error.faults } catch { return [] }
  }

  @Test("set gives a column a value in the rows that meet the condition only")
  func set() throws {
    let found = try edited(
      TableEdit(
        "capabilities", .set(column: "unit_cost", to: .number(25)), where: ["site": [.text("Oslo")]]))
    #expect(found.capabilities.map(\.unitCost) == [25, 20])
  }

  @Test("set may fill a column that the table leaves out")
  func setNewColumn() throws {
    let found = try edited(
      TableEdit("sites", .set(column: "owner", to: .text("ACME")), where: ["site": [.text("Porto")]]))
    #expect(found.sites.map(\.owner) == [nil, "ACME"])
  }

  @Test("a condition compares values, not texts, and takes any of several")
  func conditions() throws {
    let found = try edited(
      TableEdit(
        "capabilities", .scale(column: "capacity", by: 2),
        where: ["unit_cost": [.text("20.0"), .number(7)], "item": [.text("frame")]]))
    #expect(found.capabilities.map(\.capacity) == [90, 180])
  }

  @Test("scale multiplies numbers and leaves blanks blank")
  func scale() throws {
    let found = try edited(TableEdit("capabilities", .scale(column: "reservation_cost", by: 1.5)))
    #expect(found.capabilities.map(\.reservationCost) == [3, nil])
  }

  @Test("add and delete change the rows, also of a table that the case leaves out")
  func addAndDelete() throws {
    let found = try edited(
      TableEdit(
        "policies",
        .add(["policy": .text("no Porto"), "kind": .text("exclude"), "site": .text("Porto")])),
      TableEdit("scenarios", .delete, where: ["scenario": [.text("strike")]]))
    #expect(found.policies.map(\.id) == ["no Porto"])
    #expect(found.scenarios.isEmpty)
  }

  @Test("a key of settings is set whether the case has it or not")
  func settings() throws {
    let found = try edited(
      TableEdit("settings", .set(column: "name", to: .text("trikes"))),
      TableEdit("settings", .set(column: "risk_weight", to: .number(0.5))),
      TableEdit("settings", .scale(column: "risk_weight", by: 0.5)))
    #expect(found.settings.name == "trikes")
    #expect(found.settings.riskWeight == 0.25)
  }

  @Test("edits that cannot be made are told all at once, with table, column and the nearest name")
  func faultyEdits() throws {
    let found = faults(
      TableEdit("demnad", .delete),
      TableEdit("demand", .set(column: "quantty", to: .number(1))),
      TableEdit("demand", .set(column: "quantity", to: .text("many"))),
      TableEdit("demand", .scale(column: "market", by: 2)),
      TableEdit("demand", .delete, where: ["market": [.text("Parris")]]),
      TableEdit("settings", .scale(column: "budget", by: 2)))
    try #require(found.count == 6)
    #expect(found.map(\.location.file) == Array(repeating: "what-if", count: 6))
    #expect(found.map(\.location.row) == [1, 2, 3, 4, 5, 6])
    #expect(found[0].suggestion == "demand")
    #expect(found[1].suggestion == "quantity")
    #expect(found[2].location.column == "demand.quantity")
    #expect(found[3].problem == "cannot be scaled")
    #expect(found[4].problem == "no row of the table meets the condition")
    #expect(found[5].problem == "there is no number to scale")
  }

  @Test("what an edit does to a row is told at that row")
  func faultyValue() throws {
    let found = faults(TableEdit("scenarios", .scale(column: "probability", by: 20)))
    #expect(found.map(\.location.column) == ["probability"])
    #expect(found.first?.location.file.hasSuffix("case.json#scenarios") == true)
    #expect(found.first?.location.row == 1)
  }

  @Test("what is wrong with a row that an edit added is told at the edit")
  func faultyAddition() throws {
    let found = faults(
      TableEdit("sites", .scale(column: "opening_cost", by: 1)),
      TableEdit("sites", .add(["site": .text("Lima"), "region": .text("Nroth")])))
    #expect(found.map(\.location) == [Fault.Location(file: "what-if", row: 2, column: "sites.region")])
    #expect(found.first?.suggestion == "North")
  }

  @Test("the tables that edits are made to stay as they were")
  func copies() throws {
    let before = tables.content
    _ = try edited(TableEdit("demand", .scale(column: "quantity", by: 2)))
    #expect(tables.content == before)
  }
}
