import Testing

/// A spoilt case and what is told about it, all of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var spoil: @Sendable (CaseFiles) -> CaseFiles
  var told: [String]

  init(_ name: String, told: [String], _ spoil: @escaping @Sendable (CaseFiles) -> CaseFiles) {
    testDescription = name
    self.spoil = spoil
    self.told = told
  }

  /// One text of a file replaced by another.
  init(_ name: String, _ file: String, _ old: String, _ new: String, told: [String]) {
    self.init(name, told: told) { $0.replacing(old, with: new, in: file) }
  }

  /// A whole file replaced or added.
  init(_ name: String, _ file: String, _ text: String, told: [String]) {
    self.init(name, told: told) { $0.with(file, text) }
  }

  func check() throws {
    #expect(try spoil(.sound).told() == told)
  }
}
