internal import Foundation
internal import Sourcing

/// A report as one page of HTML that needs nothing else: no network, no other file.
public enum ReportPage {
  /// The page.
  ///
  /// Without JavaScript it shows the same; sorting, the choice of an item on the map and downloads are then missing.
  ///
  /// - Parameter contents: What it tells; its plan must have a layout.
  /// - Throws: ``Sourcing/CaseFaults`` where the plan has no layout to tell of.
  public static func html(_ contents: ReportContents) throws -> String {
    guard contents.plan.hasLayout else {
      throw CaseFaults([
        Fault(
          at: .init(file: "plan", column: "status"), value: contents.plan.status.rawValue,
          Message(QuestionText.planNotReported), expected: Message(QuestionText.optimalOrFeasible))
      ])
    }
    return page(contents).text
  }

  private static func page(_ contents: ReportContents) -> HTML {
    let names = ReportNames(contents.network)
    let service = ScenarioService(contents.plan, contents.network)
    let title = contents.plan.name.isEmpty ? "Sourcing plan" : contents.plan.name
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
      <title>\(title): sourcing layout</title>
      <link rel="icon" href="data:,">
      <style>\(resource(PackageResources.page_css))</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the report</a>
      <main id="main">
      \(HeadlineSection(contents, names, service).html)\(figures(contents).map(\.html))\(foot(contents))
      </main>
      <script>\(resource(PackageResources.page_js))</script>
      </body>
      </html>

      """
  }

  /// The figures of a report, in their order.
  static func figures(_ contents: ReportContents) -> [Figure] {
    let names = ReportNames(contents.network)
    let service = ScenarioService(contents.plan, contents.network)
    let all: [Figure?] = [
      MapSection(contents, names).figure,
      SourcingSection(plan: contents.plan, names: names).figure,
      CostSection(plan: contents.plan).figure,
      ScenarioSection(contents: contents, names: names, service: service).figure,
      ConcentrationSection(contents: contents, names: names).figure,
      PolicySection(contents: contents).figure,
      StressSection(contents: contents, names: names).figure,
      FrontierSection(contents: contents).figure,
      RecoverySection(contents: contents, names: names).figure,
    ]
    return all.compactMap { $0 }
  }

  private static func foot(_ contents: ReportContents) -> HTML {
    let plan = contents.plan
    let bound = plan.bound.map { "bound \(NumberFormat.single($0, digits: 6))" }
    let facts = [
      plan.objective.map { "objective \(NumberFormat.single($0, digits: 6))" }, bound,
      plan.gap.map { "gap \(NumberFormat.percent(max(0, $0)))" }, "status \(plan.status.rawValue)",
      "method \(plan.method)", "seed \(plan.seed)", plan.solver,
    ].compactMap { $0 }.filter { !$0.isEmpty }
    let checked: HTML =
      contents.isVerified
      ? "Every rule, policy and cost of the plan was worked out anew from the tables of the case and found as told."
      : ""
    let version = contents.version.isEmpty ? "Mainstay" : "Mainstay \(contents.version)"
    return """
      <footer><h2>Proof</h2><p>\(facts.joined(separator: ", ")). \(checked)</p>
      <p>Made by \(version). The risk is \(plan.risk.measure) with weight \(NumberFormat.single(plan.risk.weight)).</p></footer>
      """
  }

  private static func resource(_ bytes: [UInt8]) -> HTML {
    HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }
}
