import Foundation
import Mainstay
import Testing

@Suite struct DiagnoseTests {
  private let folder: Folder

  init() throws {
    folder = try Folder(holding: .starter)
  }

  @Test func theStructureIsTold() async throws {
    let run = try await ProgramRun.of(["diagnose", "case.json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Chokepoints: the last lane to a place"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let json = try await ProgramRun.of(["diagnose", "case.json", "--json"], in: folder)
    let report = try JSONDecoder().decode(DiagnosisReport.self, from: Data(json.output.utf8))
    #expect(report.schema == "mainstay/diagnose/1")
    #expect(report.items.count == 3)
  }

  /// Two of the drive makers in one hand, and the regions of two in one bloc.
  @Test func blocsAndOwnersAreTold() async throws {
    var found = SourcingCase.starter
    for row in found.sites.indices.prefix(2) { found.sites[row].owner = "Combine" }
    found.blocs += found.regions.prefix(2).map { BlocMembership(bloc: "Compact", region: $0.id) }
    try folder.write(CaseWriter.json(found), to: "owned.json")
    let run = try await ProgramRun.of(["diagnose", "owned.json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("By bloc and owner, of capacity"), "\(run.output)")
    #expect(run.output.contains("Combine"), "\(run.output)")
    #expect(run.output.contains("Compact"), "\(run.output)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aCrossedLimitEndsWithThree() async throws {
    let crossed = try await ProgramRun.of(["diagnose", "case.json", "--limit", "top_region=0.3"], in: folder)
    #expect(crossed.status == 3)
    #expect(crossed.output.contains("Watch list:"))
    let kept = try await ProgramRun.of(["diagnose", "case.json", "--limit", "top_region=1"], in: folder)
    #expect(kept.status == 0)
    try folder.write("metric,subject,limit\nhhi_supplier,fan,0.1\n", to: "watch.csv")
    let listed = try await ProgramRun.of(["diagnose", "case.json", "--watch", "watch.csv"], in: folder)
    #expect(listed.status == 3)
    #expect(listed.output.contains("hhi_supplier  fan"))
  }

  @Test func aLimitMayBeForOneItemWhateverItsName() async throws {
    var found = SourcingCase.starter
    let name = "fan, 12 V=x"
    for row in found.items.indices where found.items[row].id == "fan" { found.items[row].id = name }
    for row in found.capabilities.indices where found.capabilities[row].item == "fan" {
      found.capabilities[row].item = name
    }
    for row in found.demand.indices where found.demand[row].item == "fan" { found.demand[row].item = name }
    for row in found.lanes.indices where found.lanes[row].item == "fan" { found.lanes[row].item = name }
    try folder.write(CaseWriter.json(found), to: "odd.json")
    let run = try await ProgramRun.of(
      ["diagnose", "odd.json", "--limit", "hhi_supplier[\(name)]=0.1", "--json"], in: folder)
    #expect(run.status == 3, "\(run.errors)")
    let report = try JSONDecoder().decode(DiagnosisReport.self, from: Data(run.output.utf8))
    #expect(report.watch.map(\.subject) == [name])
    try folder.write("metric,subject,limit\nhhi_supplier,\"\(name)\",0.1\n", to: "odd.csv")
    #expect(
      try await ProgramRun.of(["diagnose", "odd.json", "--watch", "odd.csv"], in: folder).status == 3)
    let unknown = try await ProgramRun.of(
      ["diagnose", "odd.json", "--limit", "hhi_supplier[fan]=0.1"], in: folder)
    #expect(unknown.status == 65)
    for limit in ["hhi_supplier[]=1", "hhi_supplier[fan=1", "hhi_supplier", "top[fan]=1"] {
      #expect(
        try await ProgramRun.of(["diagnose", "odd.json", "--limit", limit], in: folder).status == 64,
        "\(limit)")
    }
  }

  @Test func rulesThatChangedSinceAnEarlierCaseAreTold() async throws {
    var now = SourcingCase.starter
    now.duties[0].rate = 0.05
    try folder.write(CaseWriter.json(now), to: "now.json")
    let run = try await ProgramRun.of(
      ["diagnose", "now.json", "--since", "case.json", "--limit", "rules=0"], in: folder)
    #expect(run.status == 3)
    #expect(run.output.contains("changed: * > EU (duties): duty * > EU 0.05"))
  }

  @Test func faultsOfTheWatchListAreTold() async throws {
    try folder.write("metric,subject,limit\ntop_regions,,0.1\n", to: "watch.csv")
    let run = try await ProgramRun.of(["diagnose", "case.json", "--watch", "watch.csv"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("watch.csv:2:metric: unknown metric 'top_regions'"))
    #expect(
      try await ProgramRun.of(["diagnose", "case.json", "--watch", "none.csv"], in: folder).status == 66)
    #expect(try await ProgramRun.of(["diagnose", "case.json", "--limit", "top=1"], in: folder).status == 64)
  }
}
