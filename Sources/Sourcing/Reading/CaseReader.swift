/// Reads a case from a folder of CSV tables, one JSON document, one workbook or one database.
public enum CaseReader {
  /// Reads and checks a case.
  ///
  /// - Parameter path: A folder (with or without `datapackage.json`), a `.json`, an `.xlsx` or an `.sqlite` file.
  /// - Returns: The case; its rows and references are sound (``SourcingCase/faults()`` has no errors).
  /// - Throws: ``FileError`` where there is nothing at the path, ``CaseFaults`` with all the faults found.
  public static func read(_ path: String) throws -> SourcingCase {
    try CaseTables.read(path).sound()
  }

  /// Reads a case together with every fault and piece of advice, for `check`.
  ///
  /// - Returns: The case with the rows that could be read, and the faults, ordered by place.
  /// - Throws: ``FileError`` where there is nothing at the path.
  public static func readLeniently(_ path: String) throws -> (case: SourcingCase, faults: [Fault]) {
    do {
      return try CaseTables.read(path).decoded()
    } catch let error as CaseFaults {
      return (SourcingCase(), error.faults)
    }
  }
}
