/// What shows when lanes, duties and sources are matched to places.
enum NetworkText: String, MessageTemplate {
  case bannedLanes = "a ban stops in every scenario and period"
  case beyondDepth =
    "more targets than this fail at once with probability {probability}, which counts as undisturbed"
  case budgetForNothing = "as much as to leave all demand unmet, which costs {unmet}, so it hardly binds"
  case budgetTooSmall = "no layout costs so little: the cheapest sources alone ask for {least}"
  case circulation =
    "it can go from {from} to {to} and by other sites back; under way when the horizon begins is only what is made where such a lane begins or comes there from elsewhere"
  case contradictsRow = "contradicts row {row}, which is as specific for {places}, item {item}"
  case dominatedSource = "{source} is never better than row {row}, which makes the same at the same site"
  case fewerBackups = "{item} has {count} sources to choose from, so that no layout has so many backups"
  case fewerSources = "{item} can come from {count}, so that no layout keeps this limit"
  case laneAll = "all of its {count} lanes are such as {why}"
  case laneNone = "the row stands for no lanes but such as {why}"
  case laneOnly = "its only lane is one of those that {why}"
  case laneSome = "{count} of its {total} lanes are such as {why}"
  case lanesWithoutCapacity = "have no capacity"
  case lanesWithoutNeed = "bring what nobody can use where they lead"
  case lanesWithoutSupply = "begin where nothing can be had for them"
  case marketOutOfReach = "no lane can bring {item} to {market}, so all of it will be short"
  case noLaneSoEarly =
    "no lane brings {item} to {market} in less than {least} days, so all of it will be short"
  case noOwnSources = "none of the sources of {item} is among them, so that none of it may be supplied"
  case nobodyNeeds = "nobody needs {item}"
  case outOfReach = "no lane can bring {item} there, so all of it will be short"
  case ownSourcesTooSmall =
    "the sources of {item} among them make {most} a period at most, and {asked} of what markets ask for would have to be theirs"
  case projectTooLate = "{project} is ready only after the end of the horizon"
  case reducedScenarios = "of {made} different scenarios {kept} stand for all"
  case screenedSource = "investment screening forbids {source}"
  case sharesBelowWhole = "{count} can supply {item}, and so small shares of each are less than all of it"
  case source = "{item} of {site}"
  case sourceByRecipe = "{item} of {site} by {recipe}"
  case sourceTooLate = "{source} can be used only after the end of the horizon"
  case sourceWithoutCapacity = "{source} has no capacity"
  case sourceWithoutInput = "{source} can make nothing: {input} can never be had there"
  case sourceWithoutNeed = "{source} makes what can reach nobody who needs it"
  case unalignedPartner =
    "the region does not share the cost of {project}: its alignment is {score}, below {limit}"
  case unknownDistance = "the distance is not known"
  case unknownRecovery =
    "policy {policy} asks to survive the loss of {node}, and its time to recover is not known"
  case uselessPreference = "no lane pays more without this preferential rate, so nobody will claim it"
  case worthlessInput = "an input without a value counts for nothing in regional value content"
}
