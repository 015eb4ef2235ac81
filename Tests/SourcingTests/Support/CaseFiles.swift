import Foundation
import Sourcing

/// The files of a small sound case, to be spoilt by tests.
struct CaseFiles {
  /// Contents by file name.
  var files: [String: Data]

  /// The sound case.
  static let sound = CaseFiles(texts: [
    "settings.csv": "key,value\nname,small\nperiod_days,365\n",
    "regions.csv":
      "region,name,latitude,longitude,parent\nEU,Europe,50,10,\nDE,Germany,51,9,EU\nUS,,38,-97,\n",
    "blocs.csv": "bloc,region,kind\nWest,EU,alliance\nWest,US,alliance\n",
    "items.csv": "item,class,critical,unit_value\nchip,technology,true,10\nore,resource,false,2\n",
    "sites.csv":
      "site,name,region,opening_cost,existing,owner\nDresden,Saxony,DE,100,true,A\nAustin,,US,,,B\n",
    "capabilities.csv":
      "site,item,capacity,unit_cost,reservation_cost\nDresden,chip,10,3,1\nAustin,chip,20,4,\n",
    "lanes.csv": "from,to,item,unit_cost,corridor\n*,*,,1,\nAustin,Berlin,chip,2,Suez\n",
    "duties.csv": "origin,destination,class,rate\nUS,EU,technology,0.1\n",
    "controls.csv": "origin,destination,item,kind\nUS,EU,ore,ban\n",
    "markets.csv": "market,region\nBerlin,DE\nBoston,US\n",
    "demand.csv": "market,item,quantity,shortage_cost\nBerlin,chip,5,100\nBoston,chip,5,100\n",
    "disruptions.csv":
      "disruption,target_kind,target,factor,duration_days\nflood,site,Dresden,0,30\nblock,corridor,Suez,0,\n",
    "scenarios.csv": "scenario,probability,disruption\nwet,0.2,flood\nworst,0.1,flood\nworst,0.1,block\n",
    "policies.csv": "policy,kind,item,scope,limit\nspread,max_share,chip,region,0.8\n",
  ])

  init(texts: [String: String]) {
    files = texts.mapValues { Data($0.utf8) }
  }

  subscript(_ name: String) -> String {
    get { String(decoding: files[name] ?? Data(), as: UTF8.self) }
    set { files[name] = Data(newValue.utf8) }
  }

  /// The case with a text of a file replaced; the text must be there.
  func replacing(_ old: String, with new: String, in name: String) -> CaseFiles {
    var copy = self
    let text = copy[name]
    precondition(text.contains(old), "\(name) has no \(old)")
    copy[name] = text.replacingOccurrences(of: old, with: new)
    return copy
  }

  /// The case with a whole file replaced or added.
  func with(_ name: String, _ text: String) -> CaseFiles {
    var copy = self
    copy[name] = text
    return copy
  }

  /// The case without a file.
  func without(_ name: String) -> CaseFiles {
    var copy = self
    copy.files[name] = nil
    return copy
  }

  /// Writes the files into a folder.
  func write(to folder: TemporaryFolder) throws {
    for (name, data) in files { try folder.write(data, to: name) }
  }

  /// What reading the case tells, a line a fault, files named without their folder.
  func told(advice: Bool = false) throws -> [String] {
    let folder = try TemporaryFolder()
    try write(to: folder)
    return try CaseReader.told(folder.path, advice: advice)
  }

  /// The case that reading gives.
  func read() throws -> SourcingCase {
    let folder = try TemporaryFolder()
    try write(to: folder)
    return try CaseReader.read(folder.path)
  }
}

extension CaseReader {
  /// What reading a path tells, a line a fault, the path itself written `case`.
  static func told(_ path: String, advice: Bool = false) throws -> [String] {
    try readLeniently(path).faults.filter { advice || $0.severity == .error }.map { fault in
      fault.description.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(
        of: path, with: "case")
    }
  }
}
