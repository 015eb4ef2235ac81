import Foundation
import Sourcing
import Testing

extension CaseFiles {
  /// The network of the case.
  func network() throws -> SourcingNetwork {
    try SourcingNetwork(read())
  }

  /// What making a network of the sound tables tells, a line a fault.
  func networkTold() throws -> [String] {
    let folder = try TemporaryFolder()
    try write(to: folder)
    let found = try CaseReader.read(folder.path)
    do {
      _ = try SourcingNetwork(found)
      return []
    } catch let faults as CaseFaults {
      return faults.faults.map { $0.description.replacingOccurrences(of: folder.path + "/", with: "") }
    }
  }
}

extension SourcingNetwork {
  /// The lanes in words: `Austin → Berlin chip 2`, with the corridor where there is one.
  var laneWords: [String] {
    lanes.map { lane in
      let destination =
        switch lane.destination {
        case .site(let site): sourcingCase.sites[site].id
        case .market(let market): sourcingCase.markets[market].id
        }
      let corridor = lane.corridor.map { " by \(corridors[$0])" } ?? ""
      let item = sourcingCase.items[lane.item].id
      return "\(sourcingCase.sites[lane.origin].id) → \(destination) \(item) \(lane.freight)\(corridor)"
    }
  }

  /// Duty on a unit from a site to a market; nil where no lane leads there.
  func duty(from site: String, to market: String, item: String = "chip") -> Double? {
    lanes.first { lane in
      guard case .market(let index) = lane.destination else { return false }
      return sourcingCase.sites[lane.origin].id == site && sourcingCase.markets[index].id == market
        && sourcingCase.items[lane.item].id == item
    }?.duty
  }
}
