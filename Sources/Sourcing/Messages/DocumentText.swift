/// What is wrong with a document that the program wrote, a plan or a certificate.
package enum DocumentText: String, MessageTemplate {
  case certificateOfOtherCase =
    "{what} {number} is none of the case's; the certificate may be of another case"
  case cutOfOtherBlocks = "a cut on costs is not made of the estimate's blocks"
  case cutWithoutEstimate = "a cut without an estimate tells for which decisions one block has a solution"
  case cvarOrWorst = "cvar or worst"
  case documentWritten = "a document that {writer} wrote"
  case endsLeaveOut = "its ends leave out some choice of the decisions"
  case equalLengths = "equal lengths"
  case listsDiffer = "lists of {left} and {right} numbers do not fit together"
  case missingKeyAt = "missing key {place}"
  case noCertificateOfRegret =
    "no certificate is made where regret counts, since it is measured against plans with bounds of their own"
  case noCertificateOfStages =
    "no certificate is made of an objective that is sought in stages, each of which has a bound of its own"
  case noDocument = "no {kind}: {reason}"
  case noneOfCase = "none, since the case has no such"
  case noSuchStep = "there is no step {step}"
  case numberBelow = "a number below {count}"
  case oneStage = "one stage"
  case recipeOfEachBlock = "a recipe on the cost of each block"
  case recipeWithoutCost = "one recipe that bounds no cost"
  case smallerNumber = "a smaller number"
  case stepsThatShare = "steps that share out the values of a column"
  case stepTooEarly = "a step comes before the one it follows"
  case theTop = "the top"
  case unreadableValueAt = "unreadable value at {place}"
  case wrongKindAt = "wrong kind of value at {place}"
}
