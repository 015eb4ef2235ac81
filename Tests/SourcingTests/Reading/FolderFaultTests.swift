import Foundation
import Testing

@testable import Sourcing

@Suite("Folders that are no case are told file by file")
struct FolderFaultTests {
  static let tables =
    "one of settings, regions, blocs, alignment, items, recipes, sites, capabilities, price_tiers, lanes, duties, "
    + "controls, markets, demand, disruptions, scenarios, policies, projects, clusters, current"

  static let inputs = [
    BadInput("a sound case", told: []) { $0 },
    BadInput(
      "a missing table, without echoes of it",
      told: ["case: missing table 'sites'; expected a file sites.csv"]
    ) {
      $0.without("sites.csv")
    },
    BadInput(
      "several missing tables",
      told: [
        "case: missing table 'regions'; expected a file regions.csv",
        "case: missing table 'markets'; expected a file markets.csv",
      ]
    ) { $0.without("regions.csv").without("markets.csv") },
    BadInput(
      "an unknown table", "notes.csv", "a,b\n",
      told: [
        "notes.csv: unknown table 'notes'; expected \(tables)"
      ]),
    BadInput(
      "a mistyped table, without echoes of it",
      told: [
        "site.csv: unknown table 'site'; expected \(tables); did you mean 'sites'?"
      ]
    ) { $0.without("sites.csv").with("site.csv", $0["sites.csv"]) },
    BadInput("a table twice", told: ["items.csv: the table stands twice 'items'; expected only items.CSV"]) {
      $0.with("items.CSV", $0["items.csv"])
    },
    BadInput(
      "an empty file", "markets.csv", "",
      told: [
        "markets.csv: the file is empty; expected a header with the names of the columns"
      ]),
    BadInput(
      "a file of blank lines", "markets.csv", "\n \n,,\n",
      told: [
        "markets.csv: the file is empty; expected a header with the names of the columns"
      ]),
    BadInput(
      "a table with nothing but a header",
      told: [
        "demand.csv: the table has no rows; expected at least one row"
      ]
    ) { $0.with("demand.csv", "market,item,quantity,shortage_cost\n") },
    BadInput(
      "columns parted by semicolons", "markets.csv", "market;region\nBerlin;DE\n",
      told: [
        "markets.csv:1: the columns are not parted by commas 'market;region'; expected commas between values and a point in decimals"
      ]),
    BadInput(
      "columns parted by tabs", "markets.csv", "market\tregion\nBerlin\tDE\n",
      told: [
        "markets.csv:1: the columns are not parted by commas 'market\\u{9}region'; expected commas between values and a point in decimals"
      ]),
    BadInput(
      "a quotation mark inside a value", "sites.csv", "Saxony", "5\" pipes",
      told: [
        "sites.csv:2:name: a quotation mark stands inside a value; expected values with quotation marks, commas or line breaks between quotation marks, inner ones doubled"
      ]),
    BadInput(
      "text after a closing quotation mark", "sites.csv", "Saxony", "\"Sax\"ony",
      told: [
        "sites.csv:2:name: text stands after a closing quotation mark; expected values with quotation marks, commas or line breaks between quotation marks, inner ones doubled"
      ]),
    BadInput(
      "a quotation mark that is never closed", "sites.csv", "Saxony", "\"Saxony",
      told: [
        "sites.csv:2:name: a quotation mark is never closed; expected values between two quotation marks"
      ]),
    BadInput(
      "a row too short and one too long", "capabilities.csv", "Dresden,chip,10,3,1\nAustin,chip,20,4,",
      "Dresden,chip,10\nAustin,chip,20,4,1,2",
      told: [
        "capabilities.csv:2: wrong number of values in the row '3'; expected 5, one for each column of the header",
        "capabilities.csv:3: wrong number of values in the row '6'; expected 5, one for each column of the header",
      ]),
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("lines stay right after values with line breaks")
  func linesAfterBreaks() throws {
    let told = try CaseFiles.sound.replacing("Saxony", with: "\"a\nb\r\nc\"", in: "sites.csv")
      .replacing("Austin,,US", with: "Austin,,USA", in: "sites.csv").told()
    #expect(
      told == ["sites.csv:5:region: unknown name 'USA'; expected a name from regions; did you mean 'US'?"])
  }

  @Test("CRLF, CR and a byte-order mark give the same case")
  func lineEnds() throws {
    let expected = try CaseFiles.sound.read().withoutOrigin
    for end in ["\r\n", "\r"] {
      var files = CaseFiles.sound
      for name in files.files.keys { files[name] = files[name].replacingOccurrences(of: "\n", with: end) }
      #expect(try files.read().withoutOrigin == expected)
    }
    var marked = CaseFiles.sound
    for name in marked.files.keys { marked[name] = "\u{FEFF}" + marked[name] }
    #expect(try marked.read().withoutOrigin == expected)
    var unended = CaseFiles.sound
    for name in unended.files.keys { unended[name] = String(unended[name].dropLast()) }
    #expect(try unended.read().withoutOrigin == expected)
  }

  @Test("rows of commas that a spreadsheet leaves behind are no rows")
  func blankRows() throws {
    let expected = try CaseFiles.sound.read().withoutOrigin
    let spaced = CaseFiles.sound.with(
      "demand.csv", "\n" + CaseFiles.sound["demand.csv"] + ",,,\n\n , , ,\n,,,,,\n")
    #expect(try spaced.read().withoutOrigin == expected)
  }

  @Test("hidden files and files of other kinds are passed over")
  func otherFiles() throws {
    let files = CaseFiles.sound.with("README.md", "x").with("._sites.csv", "\u{0}").with(
      ".~lock.sites.csv", "x")
    #expect(try files.told() == [])
  }

  @Test("one fault in a row does not make its name unknown, and all faults are told in one run")
  func brokenRows() throws {
    let told = try CaseFiles.sound.replacing("DE,100,true", with: "DE,lots,true", in: "sites.csv")
      .replacing("Austin,chip,20", with: "Austen,chip,-20", in: "capabilities.csv")
      .replacing("Boston,chip,5", with: "Bosten,chip,5", in: "demand.csv")
      .replacing("wet,0.2", with: "wet,20%", in: "scenarios.csv").told()
    #expect(
      told == [
        "capabilities.csv:3:capacity: negative number '-20'; expected a number from 0 to 1000000000000",
        "demand.csv:3:market: unknown name 'Bosten'; expected a name from markets; did you mean 'Boston'?",
        "scenarios.csv:2:probability: a percentage where a plain number belongs (25% is 0.25) '20%'; expected a number from 0 to 1",
        "sites.csv:2:opening_cost: not a number 'lots'; expected a number from 0 to 1000000000000",
      ])
  }

  @Test("whether a site is a hub is yes, no or left blank")
  func hubs() throws {
    func told(_ hub: String) throws -> [String] {
      try CaseFiles.sound.replacing("existing,owner\n", with: "existing,owner,hub\n", in: "sites.csv")
        .replacing("100,true,A", with: "100,true,A,\(hub)", in: "sites.csv")
        .replacing("Austin,,US,,,B", with: "Austin,,US,,,B,", in: "sites.csv").told()
    }
    #expect(try told("maybe") == ["sites.csv:2:hub: not a yes or no 'maybe'; expected true or false"])
    for fine in ["true", "false", ""] { #expect(try told(fine) == []) }
  }

  @Test("names in a row of the wrong length are not known, so nothing that may refer to them is told")
  func unreadableRows() throws {
    let told = try CaseFiles.sound.replacing(
      "Dresden,Saxony,DE,100,true,A", with: "Dresden,Saxony", in: "sites.csv"
    )
    .told()
    #expect(
      told == [
        "sites.csv:2: wrong number of values in the row '2'; expected 6, one for each column of the header"
      ])
  }

  @Test("a file of nothing but faults is told up to a limit")
  func manyFaults() throws {
    let rows = (0..<5000).map { "m\($0),Nowhere,x\n" }.joined()
    let told = try CaseFiles.sound.with("markets.csv", "market,region,latitude\n" + rows).told()
    #expect(told.count == 1001)
    #expect(told[0] == "markets.csv: the table has more faults, which are not told")
    #expect(told[1].hasPrefix("markets.csv:2:latitude: not a number 'x'"))
  }

  @Test("thousands of unknown names are told without a long search for nearest ones")
  func manyUnknownNames() throws {
    let rows = (0..<5000).map { "Sute\($0),chip,1,1,\n" }.joined()
    let sites = (0..<300).map { "Site\($0),,DE,,,\n" }.joined()
    let told = try CaseFiles.sound.with("sites.csv", CaseFiles.sound["sites.csv"] + sites)
      .with("capabilities.csv", CaseFiles.sound["capabilities.csv"] + rows).told()
    #expect(told.count == 5000)
    #expect(told.count { $0.contains("did you mean") } == Suggestions.most)
  }
}
