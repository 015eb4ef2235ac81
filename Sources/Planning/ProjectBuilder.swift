internal import LinearModel
internal import Sourcing

/// Adds projects to the first stage: what needs one is a source only where one is developed, and what is contracted
/// there counts from when it is ready.
///
/// A project that alone unlocks a single capability is developed where that is qualified, so it needs no variable.
struct ProjectBuilder {
  private let network: SourcingNetwork
  private let isComplete: Bool
  private let shape: NetworkShape

  /// - Parameter isComplete: Whether every project has a variable of its own.
  init(_ network: SourcingNetwork, isComplete: Bool) {
    self.network = network
    self.isComplete = isComplete
    shape = NetworkShape(network)
  }

  func add(to model: inout Model, _ stage: inout FirstStage) {
    for (index, project) in network.projects.enumerated() {
      if !isComplete, let only = project.capabilities.first, project.capabilities.count == 1,
        network.unlocking[only].count == 1
      {
        stage.develop[index] = stage.qualify(only)
        continue
      }
      let developed = model.addBinary("develop[\(project.name)]").expression
      stage.develop[index] = developed
      for capability in project.capabilities where network.unlocking[capability].count == 1 {
        model.addConstraint(
          stage.qualify(capability) <= developed, name: "unlocked[\(shape.capabilityName(capability))]")
      }
    }
    for index in network.capabilities.indices where !network.unlocking[index].isEmpty {
      if network.unlocking[index].count > 1 { addAlternatives(index, to: &model, stage) }
      addParts(index, to: &model, &stage)
    }
  }

  /// Of several projects for one capability at most one is developed.
  private func addAlternatives(_ capability: Int, to model: inout Model, _ stage: FirstStage) {
    let name = "[\(shape.capabilityName(capability))]"
    var developed = LinearExpression()
    for project in network.unlocking[capability] { developed += stage.develop[project] }
    model.addConstraint(stage.qualify(capability) <= developed, name: "unlocked\(name)")
    model.addConstraint(developed <= 1.0, name: "one_project\(name)")
  }

  /// What is contracted counts from when the developed project is ready; where alternatives are ready at different
  /// times it is parted among these, and only the part of the developed one is not zero.
  private func addParts(_ capability: Int, to model: inout Model, _ stage: inout FirstStage) {
    let alternatives = Dictionary(grouping: network.unlocking[capability]) { network.projects[$0].parts }
    let ordered = alternatives.sorted { $0.value[0] < $1.value[0] }
    if let only = ordered.first, ordered.count == 1 {
      stage.parts[capability] = [
        ContractPart(
          usable: only.key, commit: stage.commit[capability], reserve: stage.reserve[capability],
          cost: stage.commitmentCost[capability])
      ]
      return
    }
    let choices = ordered.map { _, projects in
      Choice(
        name: network.projects[projects[0]].name,
        developed: projects.reduce(into: LinearExpression()) { $0 += stage.develop[$1] })
    }
    let source = network.capabilities[capability]
    let name = shape.capabilityName(capability)
    let split = { (amount: LinearExpression, most: Double, word: String) in
      Split(amount: amount, most: most, word: word, place: name, choices: choices)
    }
    let capacity = source.capability.capacity
    let commits = split(stage.commit[capability], capacity, "commit_by").add(to: &model, &stage)
    let reserves = split(stage.reserve[capability], capacity, "reserve_by").add(to: &model, &stage)
    // With one price what is due follows from what is committed.
    let costs =
      source.tiers.count < 2
      ? commits.map { source.capability.unitCost * $0 }
      : split(stage.commitmentCost[capability], source.greatestCommitmentCost, "due_by").add(
        to: &model, &stage)
    stage.parts[capability] = ordered.indices.map { index in
      ContractPart(
        usable: ordered[index].key, commit: commits[index], reserve: reserves[index], cost: costs[index])
    }
  }
}

/// Projects for one capability that are ready at the same times, of which at most one is developed.
private struct Choice {
  /// The name of one of them.
  var name: String
  /// Whether one of them is developed.
  var developed: LinearExpression
}

/// An amount that belongs to whichever of several choices is made: a part for each, of which one is the whole.
private struct Split {
  var amount: LinearExpression
  /// The most that the amount can be.
  var most: Double
  var word: String
  /// The capability.
  var place: String
  var choices: [Choice]

  func add(to model: inout Model, _ stage: inout FirstStage) -> [LinearExpression] {
    if amount.isConstant { return choices.map { _ in amount } }
    var whole = LinearExpression()
    let parts = choices.map { choice in
      let label = "\(word)[\(place),\(choice.name)]"
      let part = model.addVariable(label, upper: most)
      model.addConstraint(part <= most * choice.developed, name: label)
      stage.auxiliaries.append(Auxiliary(variable: part, formula: .chosen(amount, where: choice.developed)))
      whole.add(1, part)
      return part.expression
    }
    model.addConstraint(whole == amount, name: "\(word)[\(place)]")
    return parts
  }
}
