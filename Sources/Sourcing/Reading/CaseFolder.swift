internal import Foundation

/// Finds and reads the tables of a case folder: those that `datapackage.json` lists, or else every
/// `<table>.csv`.
enum CaseFolder {
  /// The raw tables of a folder, noting what does not fit.
  static func tables(in folder: URL, shownAs name: String, faults: inout [Fault]) -> [RawTable] {
    let entries: [String]
    do { entries = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
      faults.append(Fault(at: .init(file: name), "the folder cannot be read: \(FileSystem.reason(error))"))
      return []
    }
    var files: [(table: String, path: String)]
    if entries.contains("datapackage.json") {
      files = listed(in: folder, shownAs: name, faults: &faults)
      let known = Set(files.map(\.path))
      for entry in entries where entry.hasSuffix(".csv") && !known.contains(entry) {
        faults.append(
          Fault(
            at: .init(file: shown(name, entry)), value: entry, "the table is not listed in datapackage.json",
            expected: "a resource for it, or no such file"))
      }
    } else {
      files = entries.filter { $0.lowercased().hasSuffix(".csv") }.map { (String($0.dropLast(4)), $0) }
    }
    var tables: [RawTable] = []
    for file in files {
      let place = shown(name, file.path)
      guard CaseSchema.table(file.table) != nil else {
        faults.append(unknownTable(file.table, at: place))
        continue
      }
      do {
        let text = try TextFile.read(folder.appendingPathComponent(file.path), shownAs: place)
        tables.append(try CSVTable.parse(text, table: file.table, file: place))
      } catch let fault as Fault {
        faults.append(fault)
      } catch {
        faults.append(Fault(at: .init(file: place), "the file cannot be read: \(error)"))
      }
    }
    return tables
  }

  /// A fault that names the nearest known table.
  static func unknownTable(_ table: String, at place: String) -> Fault {
    let known = CaseSchema.tables.map(\.name)
    return Fault(
      at: .init(file: place), value: table, "unknown table", expected: "one of \(known.joined(separator: ", "))",
      suggestion: NearestName.of(table, among: known))
  }

  /// The tables that a data package lists, with their paths inside the folder.
  private static func listed(
    in folder: URL, shownAs name: String, faults: inout [Fault]
  ) -> [(table: String, path: String)] {
    let place = shown(name, "datapackage.json")
    let location = Fault.Location(file: place)
    let package: DataPackage.Listing
    do {
      let text = try TextFile.read(folder.appendingPathComponent("datapackage.json"), shownAs: place)
      package = try JSONDecoder().decode(DataPackage.Listing.self, from: Data(text.utf8))
    } catch let fault as Fault {
      faults.append(fault)
      return []
    } catch {
      faults.append(Fault(at: location, "no data package: \(error)", expected: "resources, each with name and path"))
      return []
    }
    var files: [(table: String, path: String)] = []
    var seen: Set<String> = []
    for resource in package.resources {
      if !seen.insert(resource.name).inserted {
        faults.append(Fault(at: location, value: resource.name, "the resource stands twice"))
      } else if staysInside(folder, resource.path) {
        files.append((resource.name, resource.path))
      } else {
        faults.append(
          Fault(
            at: location, value: resource.path, "the path leaves the case folder",
            expected: "a path inside the folder, such as \(resource.name).csv"))
      }
    }
    return files
  }

  /// Whether a path stays below the folder, links followed.
  private static func staysInside(_ folder: URL, _ path: String) -> Bool {
    if path.isEmpty || path.hasPrefix("/") || path.hasPrefix("~") || path.split(separator: "/").contains("..") {
      return false
    }
    let root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    let target = folder.appendingPathComponent(path).resolvingSymlinksInPath().standardizedFileURL.path
    return target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  private static func shown(_ folder: String, _ entry: String) -> String {
    folder.isEmpty || folder == "." ? entry : (folder.hasSuffix("/") ? folder + entry : "\(folder)/\(entry)")
  }
}
