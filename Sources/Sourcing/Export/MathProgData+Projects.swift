extension MathProgData {
  /// Projects with what they cost the case, what they unlock and when that can be used.
  func writeProjects(to sink: (String) throws -> Void) rethrows {
    let projects = network.projects.lazy
    try writeBlock("set V :=", projects.map { names.quoted($0.name) }, to: sink)
    try writeBlock(
      "param project_cost :=",
      projects.filter { $0.cost != 0 }.map { "\(names.quoted($0.name)) \(NumberText.shortest($0.cost))" },
      to: sink)
    try writeBlock(
      "set UNLOCKS :=",
      projects.flatMap { project in
        project.capabilities.lazy.map { "\(names.quoted(project.name)) \($0 + 1)" }
      }, to: sink)
    try writeBlock(
      "param y :=",
      projects.flatMap { project in
        project.parts.indices.lazy.filter { project.parts[$0] != 1 }.map { period in
          "\(names.quoted(project.name)) \(period) \(NumberText.shortest(project.parts[period]))"
        }
      }, to: sink)
  }
}
