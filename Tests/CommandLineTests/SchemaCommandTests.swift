import Foundation
import Mainstay
import Testing

@Suite struct SchemaCommandTests {
  @Test func withoutANameTheSchemasAreListed() async throws {
    let run = try await ProgramRun.of(["schema"], in: try Folder())
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.map { String($0[0]) } == DocumentSchema.allCases.map(\.rawValue))
    #expect(lines.contains { $0[1] == "urn:mainstay:plan:1" })
  }

  @Test(arguments: DocumentSchema.allCases) func aSchemaIsOneJSONDocument(schema: DocumentSchema) async throws
  {
    let run = try await ProgramRun.of(["schema", schema.rawValue], in: try Folder())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(try run.output == schema.text)
    #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
  }

  @Test func anUnknownSchemaIsAUsageErrorThatNamesTheKnown() async throws {
    let run = try await ProgramRun.of(["schema", "plam"], in: try Folder())
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("plan, variants"))
  }
}
