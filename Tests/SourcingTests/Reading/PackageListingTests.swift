import Foundation
import Testing

@testable import Sourcing

@Suite("datapackage.json says which tables there are")
struct PackageListingTests {
  /// A description of the sound case, with the path of `sites` as given.
  private static func package(sites path: String = "\"sites.csv\"", more: String = "") -> String {
    let resources = CaseFiles.sound.files.keys.sorted().map { file in
      "{\"name\": \"\(file.dropLast(4))\", \"path\": \(file == "sites.csv" ? path : "\"\(file)\"")}"
    }
    return "{\"resources\": [\(resources.joined(separator: ",\n"))\(more)]}"
  }

  private static func told(_ package: String) throws -> [String] {
    try CaseFiles.sound.with("datapackage.json", package).told()
  }

  @Test("a sound listing is read", arguments: ["\"sites.csv\"", "\"./sites.csv\"", "[\"sites.csv\"]"])
  func sound(_ path: String) throws {
    #expect(try Self.told(Self.package(sites: path)) == [])
  }

  @Test("a table may have another file name, and stand deeper")
  func elsewhere() throws {
    let files = CaseFiles.sound.without("sites.csv").with(
      "data/places.csv", CaseFiles.sound["sites.csv"] + "Graz,,ES,,,\n"
    )
    .with("datapackage.json", Self.package(sites: "\"data/places.csv\""))
    #expect(
      try files.told() == [
        "data/places.csv:4:region: unknown name 'ES'; expected a name from regions; did you mean 'EU'?"
      ])
    let broken = files.with("data/places.csv", "site,region\n\"x")
    #expect(
      try broken.told() == [
        "data/places.csv:2:site: a quotation mark is never closed; expected values between two quotation marks"
      ])
  }

  @Test(
    "a path that leaves the folder is refused",
    arguments: [
      "../sites.csv", "/etc/passwd", "~/sites.csv", "data/../../sites.csv", "./../sites.csv", "link.csv",
      "inner/deep.csv", "",
    ])
  func leaving(_ path: String) throws {
    let outer = try TemporaryFolder()
    try outer.write(CaseFiles.sound["sites.csv"], to: "sites.csv")
    try outer.write(CaseFiles.sound["sites.csv"], to: "elsewhere/deep.csv")
    let files = CaseFiles.sound.without("sites.csv").with(
      "datapackage.json", Self.package(sites: "\"\(path)\""))
    for (name, data) in files.files { try outer.write(data, to: "case/\(name)") }
    #expect(symlink("../sites.csv", outer.file("case/link.csv")) == 0)
    #expect(symlink("../elsewhere", outer.file("case/inner")) == 0)
    let told = try CaseReader.told(outer.file("case")).filter { !$0.contains("not listed") }
    #expect(
      told == [
        "datapackage.json:resources[14]: the path leaves the case folder '\(path == "./../sites.csv" ? "../sites.csv" : path)'; expected a path inside the folder, such as sites.csv"
      ])
  }

  @Test("a zero byte in a path does not cut it")
  func zeroByte() throws {
    #expect(
      try Self.told(Self.package(sites: "\"sites.csv\\u0000.txt\"")).filter { !$0.contains("not listed") }
        == [
          "datapackage.json:resources[14]: the path leaves the case folder 'sites.csv\\u{0}.txt'; expected a path inside the folder, such as sites.csv"
        ])
  }

  @Test("a file that is missing, without echoes of it")
  func missing() throws {
    let files = CaseFiles.sound.without("sites.csv").with("datapackage.json", Self.package())
    #expect(try files.told() == ["sites.csv: the file cannot be read: No such file or directory"])
  }

  @Test("a table that is not listed")
  func unlisted() throws {
    let files = CaseFiles.sound.with("datapackage.json", Self.package()).with(
      "clusters.csv", "region,min_sites,saving\n")
    #expect(
      try files.told() == [
        "clusters.csv: the table is not listed in datapackage.json 'clusters.csv'; expected a resource for it, or no such file"
      ])
  }

  @Test("a resource that stands twice")
  func twice() throws {
    let package = Self.package(more: ", {\"name\": \"sites\", \"path\": \"sites.csv\"}")
    #expect(try Self.told(package) == ["datapackage.json:resources[15]: the resource stands twice 'sites'"])
  }

  @Test("a resource of no table, of several files, or of none")
  func oddResources() throws {
    let package = Self.package(
      sites: "[\"sites.csv\", \"more.csv\"]",
      more: ", {\"name\": \"lane\", \"path\": \"lanes.csv\"}, 7, {\"path\": \"x.csv\"}")
    #expect(
      try Self.told(package).filter { !$0.contains("not listed") && !$0.contains("unknown table") } == [
        "case: missing table 'sites'; expected a file sites.csv",
        "datapackage.json:resources[14]: no resource of one file; expected an object with the texts name and path",
        "datapackage.json:resources[16]: no resource of one file; expected an object with the texts name and path",
        "datapackage.json:resources[17]: no resource of one file; expected an object with the texts name and path",
      ])
  }

  @Test(
    "a description that is none, and the tables are read all the same",
    arguments: [
      (
        "", "datapackage.json:1: the file is no JSON: the document ends too early; expected one JSON document"
      ),
      (
        "{\"resources\": [\n",
        "datapackage.json:2: the file is no JSON: the document ends too early; expected one JSON document"
      ),
      (
        "{}",
        "datapackage.json: no data package; expected a list resources of objects, each with name and path"
      ),
      (
        "[]",
        "datapackage.json: no data package; expected a list resources of objects, each with name and path"
      ),
      (
        "{\"resources\": {}}",
        "datapackage.json: no data package; expected a list resources of objects, each with name and path"
      ),
    ])
  func broken(_ text: String, _ fault: String) throws {
    let files = CaseFiles.sound.with("datapackage.json", text).replacing(
      "Boston,US", with: "Boston,USA", in: "markets.csv")
    #expect(
      try files.told() == [
        fault, "markets.csv:3:region: unknown name 'USA'; expected a name from regions; did you mean 'US'?",
      ])
  }

  @Test("a folder in place of the description")
  func folderInPlace() throws {
    let folder = try TemporaryFolder()
    try CaseFiles.sound.write(to: folder)
    #expect(mkdir(folder.file("datapackage.json"), 0o700) == 0)
    #expect(
      try CaseReader.told(folder.path) == ["datapackage.json: not a regular file; expected a text file"])
  }
}
