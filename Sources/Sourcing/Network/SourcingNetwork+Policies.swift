extension SourcingNetwork {
  /// The same network with another limit of a policy; scenarios that it drew stay as they are.
  ///
  /// - Parameter place: The policy's place among ``policies``.
  public func limiting(_ place: Int, to limit: Double) -> SourcingNetwork {
    var network = self
    network.policies[place].policy.limit = limit
    network.sourcingCase.policies[network.policies[place].row].limit = limit
    return network
  }
}
