import ArgumentParser

/// The case that a command is about.
struct CaseArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The case: a folder of CSV tables, an .xlsx workbook, an .sqlite database, or a .json document.",
      valueName: "case"),
    completion: .file())
  var path: String
}

/// The plan that a command is about.
struct PlanArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The plan: a plan.json, or the folder of plan --output.", valueName: "plan"),
    completion: .file())
  var path: String
}

/// The choice of one JSON document as output.
struct JSONOption: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Print one JSON document instead of text.")
  var isOn = false
}
