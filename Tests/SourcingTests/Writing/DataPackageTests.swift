import Foundation
import Testing

@testable import Sourcing

@Suite("datapackage.json as it is written")
struct DataPackageTests {
  private static func package(_ found: SourcingCase) throws -> [String: Any] {
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(found, to: folder.path)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.file("datapackage.json")))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func schema(_ table: String, of found: SourcingCase) throws -> [String: Any] {
    let resources = try #require(try package(found)["resources"] as? [[String: Any]])
    let resource = try #require(resources.first { $0["name"] as? String == table })
    #expect(resource["path"] as? String == "\(table).csv")
    return try #require(resource["schema"] as? [String: Any])
  }

  @Test("it lists every file that was written, and nothing else is there")
  func listsEveryFile() throws {
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(.rich, to: folder.path)
    let package = try Self.package(.rich)
    let paths = (package["resources"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
    #expect(try folder.entries() == (paths + ["datapackage.json"]).sorted())
    #expect(paths.count == 18)
  }

  @Test("its name is a slug of the case's")
  func slug() throws {
    #expect(try Self.package(.rich)["name"] as? String == "rich-quotes-commas-and-lines")
    var unnamed = SourcingCase.rich
    unnamed.settings.name = "日本"
    #expect(try Self.package(unnamed)["name"] as? String == "sourcing-case")
    #expect(try Self.package(unnamed)["title"] as? String == "日本")
  }

  @Test("fields have types and limits, keys and foreign keys")
  func fields() throws {
    let schema = try Self.schema("sites", of: .rich)
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(
      fields.map { $0["type"] as? String } == [
        "string", "string", "string", "number", "boolean", "number", "number", "number", "number", "number",
        "string", "string", "boolean",
      ])
    #expect((fields[0]["constraints"] as? [String: Any])?["required"] as? Bool == true)
    #expect((fields[3]["constraints"] as? [String: Any])?["maximum"] as? Double == 1e12)
    #expect(schema["primaryKey"] as? [String] == ["site"])
    let foreign = try #require(schema["foreignKeys"] as? [[String: Any]])
    #expect(foreign.map { $0["fields"] as? String } == ["region", "owner_region"])
    #expect((foreign[0]["reference"] as? [String: Any])?["resource"] as? String == "regions")
    let parent = try #require(try Self.schema("regions", of: .rich)["foreignKeys"] as? [[String: Any]])
    #expect(
      (parent[0]["reference"] as? [String: Any])?["resource"] as? String == "",
      "a table refers to itself by \"\"")
  }

  @Test("a key that may be blank is no primary key")
  func blankKeys() throws {
    #expect(try Self.schema("scenarios", of: .rich)["primaryKey"] == nil)
    #expect(try Self.schema("demand", of: .rich)["primaryKey"] == nil)
  }

  @Test("columns that are blank throughout are left out, required ones and required tables are not")
  func leftOut() throws {
    let folder = try TemporaryFolder()
    try CaseWriter.writeFolder(SourcingCase(name: "empty"), to: folder.path)
    #expect(
      try folder.entries() == [
        "capabilities.csv", "datapackage.json", "demand.csv", "items.csv", "lanes.csv", "markets.csv",
        "regions.csv",
        "settings.csv", "sites.csv",
      ])
    #expect(try String(contentsOfFile: folder.file("sites.csv"), encoding: .utf8) == "site,region\n")
  }
}
