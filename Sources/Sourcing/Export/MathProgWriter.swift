/// Writes a network as the data section of `Models/sourcing.mod`, the model in GNU MathProg.
///
/// `Models/README.md` documents the format. Only what differs from a default is written; lanes that are
/// banned or lead nowhere are not part of a network, so they are missing here as well.
public enum MathProgWriter {
  /// Writes the data piece by piece.
  ///
  /// A name that `glpsol` cannot read is replaced by a short alias, and a comment at the top tells which
  /// name it stands for.
  ///
  /// - Parameters:
  ///   - network: The case.
  ///   - sink: Is given the pieces in order; what it throws ends the writing.
  public static func write(_ network: SourcingNetwork, to sink: (String) throws -> Void) rethrows {
    let data = MathProgData(network)
    try data.writeHeader(to: sink)
    try data.writeNames(to: sink)
    try data.writeItems(to: sink)
    try data.writeSites(to: sink)
    try data.writeAvailability(to: sink)
    try data.writeCapabilities(to: sink)
    try data.writeProjects(to: sink)
    try data.writeDemand(to: sink)
    try data.writeLeastService(to: sink)
    try data.writeLanes(to: sink)
    try data.writeOrigins(to: sink)
    try data.writeShocks(to: sink)
    try data.writeContracts(to: sink)
    try data.writeRisk(to: sink)
    try data.writePolicies(to: sink)
    try sink("\nend;\n")
  }
}
