/// How the parts of a fault are put together.
enum FaultText: String, MessageTemplate {
  case advice = "advice: {problem}"
  case faultWithValue = "{problem} '{value}'"
  case faultWithExpectation = "{problem}; expected {expected}"
  case faultWithSuggestion = "{problem}; did you mean '{name}'?"
}

/// How a case and its faults are summed up.
public enum SummaryText: String, MessageTemplate {
  case noFaults = "no faults"
  case oneFault = "1 fault"
  case manyFaults = "{count} faults"
  case oneRemark = "1 remark"
  case manyRemarks = "{count} remarks"
  case faultsAndRemarks = "{faults}, {remarks}"
  case faultsInCase = "{faults} in {path}"
  case soundCase = "{name}: {contents}; {faults}"
  case oneSite = "1 site"
  case manySites = "{count} sites"
  case oneItem = "1 item"
  case manyItems = "{count} items"
  case oneMarket = "1 market"
  case manyMarkets = "{count} markets"
  case oneScenario = "1 scenario"
  case manyScenarios = "{count} scenarios"
  case onePolicy = "1 policy"
  case manyPolicies = "{count} policies"
}
