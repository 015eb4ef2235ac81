import Testing

@testable import Sourcing

@Suite("Disruptions of duties and controls that make no sense")
struct RuleChangeTests {
  private static func files(_ disruptions: String) -> CaseFiles {
    CaseFiles.sound.with(
      "duties.csv", "origin,destination,class,rate,rule,in_force\nUS,EU,technology,0.1,trade deal,\n"
    ).with(
      "controls.csv", "origin,destination,item,kind,rule,in_force\nUS,EU,ore,ban,ore ban,false\n"
    ).with(
      "disruptions.csv",
      "disruption,target_kind,target,factor,ramp_days,added_rate\nflood,site,Dresden,0,,\nblock,corridor,Suez,0,,\n"
        + disruptions)
  }

  @Test("what a planner writes is sound")
  func sound() throws {
    let rows = [
      "a,duty,US > EU: chip,1,30,0.25", "b,duty,West > *: technology,2,,", "c,control,US > EU: chip,0,,",
      "d,duty,trade deal,0,,", "e,control,ore ban,1,,", "f,duty,* > *,0,,", "g,duty,trade deal,1,,",
    ]
    #expect(try Self.files(rows.map { $0 + "\n" }.joined()).told(advice: true) == [])
  }

  @Test(
    "a rule is in force or not, a ban stops or not, and only duties rise",
    arguments: [
      (
        "a,duty,trade deal,0.5,,",
        "factor: a rule is in force or not '0.5'; expected 0 (repealed) or 1 (put in force)"
      ),
      (
        "a,control,ore ban,1,30,",
        "ramp_days: ramp_days has no meaning here: a rule is in force or not '30'; expected a blank"
      ),
      (
        "a,duty,trade deal,0,,0.1",
        "added_rate: added_rate has no meaning here: a rule has the rates of its rows '0.1'; expected a blank"
      ),
      (
        "a,control,US > EU,0.5,,",
        "factor: a ban lets nothing pass '0.5'; expected 0; a quota or a licence for a time is a row of controls with a rule"
      ),
      (
        "a,control,US > EU,0,9,",
        "ramp_days: ramp_days has no meaning here: a ban holds or not '9'; expected a blank"
      ),
      (
        "a,control,US > EU,0,,0.2",
        "added_rate: added_rate has no meaning here: control does not use it '0.2'; expected a blank"
      ),
      (
        "a,site,Dresden,0,,0.2",
        "added_rate: added_rate has no meaning here: site does not use it '0.2'; expected a blank"
      ),
      (
        "a,duty,US > Eu,1,,0.2",
        "target: unknown duty 'US > Eu'; expected a rule of duties, or ORIGIN > DESTINATION, or ORIGIN > DESTINATION: ITEM, with an item or a class"
      ),
      (
        "a,control,trade deal,0,,",
        "target: unknown control 'trade deal'; expected a rule of controls, or ORIGIN > DESTINATION, or ORIGIN > DESTINATION: ITEM, with an item or a class"
      ),
    ])
  func told(_ row: String, _ fault: String) throws {
    #expect(try Self.files(row + "\n").told() == ["disruptions.csv:4:" + fault])
  }

  @Test("a row that nothing can put in force is a fault, one that nothing does is worth a remark")
  func neverInForce() throws {
    let files = CaseFiles.sound.with(
      "duties.csv", "origin,destination,rate,rule,in_force\nUS,EU,0.1,,false\nUS,EU,0.2,tax,false\n")
    #expect(
      try files.told(advice: true) == [
        "duties.csv:2:in_force: nothing can put the row in force 'false'; expected a name in rule, which disruptions can name",
        "duties.csv:3:in_force: advice: no disruption puts the rule in force, so it never is 'tax'",
      ])
  }
}
