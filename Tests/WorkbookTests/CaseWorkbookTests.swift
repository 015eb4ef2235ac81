import Foundation
import Mainstay
import Testing

@testable import Sourcing

/// A temporary folder for the files of a test.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("mainstay-book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ zip: StoredZip, _ name: String = "case.xlsx") throws -> String {
    try zip.data.write(to: url.appendingPathComponent(name))
    return path(name)
  }
}

@Suite struct CaseWorkbookTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func faults(_ zip: StoredZip) throws -> [Fault] {
    try CaseReader.readLeniently(scratch.write(zip)).faults
  }

  private func problems(_ zip: StoredZip) throws -> [String] { try faults(zip).map(\.problem) }

  @Test func aCaseIsTheSameAfterAWorkbook() throws {
    let path = scratch.path("case.xlsx")
    try CaseWorkbook.write(.starter, to: path)
    let found = try CaseReader.read(path)
    #expect(try CaseWriter.json(found) == CaseWriter.json(.starter))
  }

  @Test(arguments: ["critical-minerals", "light-metals"]) func theExamplesAreTheSameAfterAWorkbook(
    name: String
  ) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let given = try CaseReader.read(root.appendingPathComponent("Examples/\(name)/case").path)
    let path = scratch.path("case.xlsx")
    try CaseWorkbook.write(given, to: path)
    #expect(try CaseWriter.json(CaseReader.read(path)) == CaseWriter.json(given))
  }

  @Test func whatLooksLikeAFormulaStaysAText() throws {
    var found = SourcingCase.starter
    found.sites[0].name = "=cmd|' /C calc'!A0"
    found.sites[1].name = "+1+1"
    found.sites[2].name = "@SUM(A1)"
    found.sites[3].name = "https://example.com/?a=1"
    let path = scratch.path("case.xlsx")
    try CaseWorkbook.write(found, to: path)
    #expect(try CaseReader.read(path).sites.map(\.name) == found.sites.map(\.name))
  }

  @Test func aTextThatACellCannotHoldIsRefused() throws {
    var found = SourcingCase.starter
    found.sites[0].name = String(repeating: "x", count: 32_768)
    let path = scratch.path("case.xlsx")
    #expect {
      try CaseWorkbook.write(found, to: path)
    } throws: { "\($0)".contains("sites, row 2: a text of 32768 signs") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    found.sites[0].name?.removeLast()
    try CaseWorkbook.write(found, to: path)
    #expect(try CaseReader.read(path).sites[0].name?.count == 32_767)
  }

  @Test func theSavedValueOfAFormulaCounts() throws {
    let found = try CaseReader.readLeniently(
      scratch.write(
        .book(
          rows: """
            <row r="1"><c r="A1" t="str"><v>region</v></c><c r="B1" t="inlineStr"><is><t>latitude</t></is></c></row>
            <row r="3"><c r="A3" t="str"><f>"N"</f><v>N</v></c><c r="B3"><f>5*2</f><v>10</v></c></row>
            """))
    ).case
    #expect(found.regions == [Region("N", latitude: 10)])
  }

  @Test func aNumberIsANameWhereANameBelongs() throws {
    let found = try CaseReader.readLeniently(
      scratch.write(
        .book(rows: "<row><c t=\"str\"><v>region</v></c></row><row><c><v>2026</v></c></row>"))
    ).case
    #expect(found.regions == [Region("2026")])
  }

  @Test func datesMergedCellsErrorsAndUnsavedFormulasAreToldWithTheirPlaces() throws {
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm;@"/><numFmt numFmtId="171" \
      formatCode="0.0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/>\
      <xf numFmtId="171"/></cellXfs></styleSheet>
      """
    let rows = """
      <row r="1"><c r="A1" t="str"><v>region</v></c><c r="B1" t="str"><v>latitude</v></c></row>
      <row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" s="1"><v>45000</v></c></row>
      <row r="3"><c r="A3" t="str"><v>b</v></c><c r="B3" s="2"><v>45000</v></c></row>
      <row r="4"><c r="A4" t="str"><v>c</v></c><c r="B4" s="3"><v>4</v></c></row>
      <row r="5"><c r="A5" t="str"><v>d</v></c><c r="B5" t="e"><v>#REF!</v></c></row>
      <row r="6"><c r="A6" t="str"><v>e</v></c><c r="B6"><f>NOW()</f></c></row>
      """
    let told = try faults(
      .book(rows: rows, styles: styles, after: "<mergeCells><mergeCell ref=\"A8:B8\"/></mergeCells>"))
    let wanted = [
      ("a date", "B2"), ("a date", "B3"), ("a cell with an error", "B5"),
      ("a formula whose value was not saved", "B6"),
    ]
    for (problem, cell) in wanted {
      #expect(told.contains { $0.problem == problem && $0.location.column == cell }, "\(problem) at \(cell)")
    }
    #expect(told.contains { $0.problem == "merged cells" && $0.value == "A8:B8" })
    #expect(!told.contains { $0.location.column == "B4" })
  }

  @Test func notesAreLeftAloneAndOtherSheetsAreNot() throws {
    #expect(!(try problems(.book(sheet: "_notes", rows: ""))).contains("unknown table"))
    let told = try faults(.book(sheet: "region", rows: ""))
    #expect(told.contains { $0.problem == "unknown table" && $0.suggestion == "regions" })
  }

  @Test func blankRowsAreLeftOutWhereverTheyStand() throws {
    let found = try CaseReader.readLeniently(
      scratch.write(
        .book(
          rows: """
            <row r="1"/><row r="2"><c r="A2" t="str"><v></v></c></row>
            <row r="3"><c r="A3" t="str"><v>region</v></c></row>
            <row r="4"><c r="A4"/></row><row r="5"><c r="A5" t="str"><v>N</v></c></row>
            <row r="9"><c r="A9" t="str"><v>S</v></c></row><row r="10"><c r="A10" t="str"><v>  </v></c></row>
            """))
    ).case
    #expect(found.regions == [Region("N"), Region("S")])
  }

  @Test func markupAndSignsThatTurnTheDirectionAreToldOrStayText() throws {
    let told = try faults(
      .book(
        rows: """
          <row r="1"><c r="A1" t="str"><v>region</v></c></row>
          <row r="2"><c r="A2" t="str"><v>safe&#x202E;fdp.exe</v></c></row>
          """))
    #expect(told.contains { $0.location.row == 2 && $0.location.column == "region" })
    var found = SourcingCase.starter
    found.sites[0].name = "<script>alert(1)</script> & \"x\""
    found.sites[1].name = "safe\u{202E}fdp.exe"
    let path = scratch.path("case.xlsx")
    try CaseWorkbook.write(found, to: path)
    #expect(try CaseReader.read(path).sites.map(\.name) == found.sites.map(\.name))
  }

  @Test func aPlanWhoseNamesLookLikeFormulasHoldsNone() throws {
    var found = SourcingCase.starter
    found.sites[0].name = "=HYPERLINK(\"https://example.com\")"
    found.items[0].name = "=cmd|' /C calc'!A0"
    let network = try SourcingNetwork(found)
    let plan = try Planner().plan(network, PlanOptions(gap: 1e-3))
    let path = scratch.path("plan.xlsx")
    try PlanWorkbook.write(ReportContents(network: network, plan: plan), to: path)
    // The overview links to the other sheets, and to nothing outside.
    let archive = try ZipArchive([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    let sheets = archive.names.filter { $0.hasPrefix("xl/worksheets/") }
    #expect(sheets.count > 10)
    for name in sheets {
      let text = try String(decoding: #require(try archive.part(name)), as: UTF8.self)
      #expect(!text.contains("<f>"), "\(name)")
      #expect(!text.contains("TargetMode=\"External\""), "\(name)")
    }
  }

  @Test func anEntityIsRefused() throws {
    let bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    var zip = StoredZip()
    zip.add("xl/workbook.xml", bomb + "<workbook>&x;</workbook>")
    #expect(try problems(zip).contains("a part with declarations of its own, which no workbook needs"))
    zip = .book(rows: "<row><c t=\"str\"><v>&x;</v></c></row>")
    #expect(try problems(zip).contains("an entity that XML does not know by itself"))
  }

  @Test func macrosAreRefused() throws {
    var zip = StoredZip.book(rows: "")
    zip.add("xl/vbaProject.bin", "code")
    #expect(try problems(zip) == ["a workbook with macros"])
  }

  @Test func aWorkbookWhoseNameSaysMacrosIsRefusedAsOne() throws {
    let path = scratch.path("case.xlsm")
    try CaseWorkbook.write(.starter, to: scratch.path("case.xlsx"))
    try FileManager.default.copyItem(atPath: scratch.path("case.xlsx"), toPath: path)
    #expect(try CaseReader.readLeniently(path).faults.map(\.problem) == ["a workbook with macros"])
  }

  @Test func aPlanWithATextThatACellCannotHoldIsRefused() throws {
    var found = SourcingCase.starter
    found.sites[0].name = String(repeating: "x", count: 32_768)
    let network = try SourcingNetwork(found)
    let plan = try Planner().plan(network, PlanOptions(gap: 1e-2))
    let path = scratch.path("plan.xlsx")
    #expect {
      try PlanWorkbook.write(ReportContents(network: network, plan: plan), to: path)
    } throws: { "\($0)".contains("a text of 32768 signs, and a cell holds 32767") }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aBombIsRefusedBeforeItIsUnpacked() throws {
    var zip = StoredZip()
    for part in 0..<20 {
      zip.add("xl/\(part).xml", packed: [UInt8](repeating: 0, count: 16), unpacked: 900 << 20)
    }
    #expect(try problems(zip) == ["the workbook is too large when unpacked"])
  }

  @Test func aPartThatIsLongerThanItSaysIsRefused() throws {
    // One stored block of five bytes that says it unpacks to two.
    var zip = StoredZip()
    zip.add("xl/workbook.xml", packed: [1, 5, 0, 0xFA, 0xFF, 97, 98, 99, 100, 101], unpacked: 2)
    #expect(try problems(zip) == ["no workbook, or a damaged one"])
  }

  @Test func whatIsNoWorkbookIsToldSo() throws {
    let path = scratch.path("case.xlsx")
    for bytes in [[], [0x50, 0x4B], [UInt8](repeating: 7, count: 4000)] as [[UInt8]] {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(try CaseReader.readLeniently(path).faults.map(\.problem) == ["no workbook, or a damaged one"])
    }
    try Data([0xD0, 0xCF, 0x11, 0xE0]).write(to: URL(fileURLWithPath: path))
    #expect(try CaseReader.readLeniently(path).faults.map(\.problem) == ["an old or encrypted workbook"])
  }

  @Test func aWorkbookCutOrSpoiltAnywhereNeverStopsTheProgram() throws {
    let path = scratch.path("case.xlsx")
    try CaseWorkbook.write(.starter, to: path)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for step in 1..<25 {
      var spoilt = whole
      spoilt[whole.count * step / 25] ^= 0xFF
      try Data(spoilt).write(to: URL(fileURLWithPath: path))
      _ = try CaseReader.readLeniently(path)
      try Data(whole[..<(whole.count * step / 25)]).write(to: URL(fileURLWithPath: path))
      #expect(try !CaseReader.readLeniently(path).faults.isEmpty)
    }
  }

  @Test func aPlanBecomesAWorkbook() throws {
    let network = try SourcingNetwork(.starter)
    let plan = try Planner().plan(network, PlanOptions(gap: 1e-6))
    let path = scratch.path("plan.xlsx")
    try PlanWorkbook.write(ReportContents(network: network, plan: plan), to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["plan.xlsx"])
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    #expect(size > 10_000)
  }
}
