extension SourcingNetwork {
  /// The same network with another limit of a policy; scenarios that it drew stay as they are.
  ///
  /// - Parameters:
  ///   - place: The policy's place among ``policies``.
  ///   - limit: The limit in place of its own, in the same unit.
  public func limiting(_ place: Int, to limit: Double) -> SourcingNetwork {
    var network = self
    network.policies[place].policy.limit = limit
    network.sourcingCase.policies[network.policies[place].row].limit = limit
    return network
  }
}
