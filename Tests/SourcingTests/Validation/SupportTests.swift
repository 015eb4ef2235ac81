import Testing

@testable import Sourcing

@Suite("What is not planned yet is refused, never passed over")
struct SupportTests {

  static let inputs = [
    BadInput(
      "price tiers of no capability, and from nothing on",
      told: [
        "price_tiers.csv:2:item: no capability has this site and item 'Austin, chip'; expected a site and an item that stand together in capabilities",
        "price_tiers.csv:3:from_volume: a tier that begins at nothing '0'; expected more than 0; the price from 0 is unit_cost of the capability",
      ]
    ) {
      $0.with("capabilities.csv", "site,item,capacity,unit_cost\nDresden,chip,9,1\n")
        .with("price_tiers.csv", "site,item,from_volume,unit_cost\nAustin,chip,5,2\nDresden,chip,0,2\n")
    },
    BadInput(
      "a demand past the horizon", "demand.csv",
      "market,item,period,quantity,shortage_cost\nBerlin,chip,1,5,9\n",
      told: [
        "demand.csv:2:period: the period is past the horizon '1'; expected a number from 0 to 0"
      ]),
    BadInput(
      "a demand past several periods",
      told: [
        "demand.csv:3:period: the period is past the horizon '4'; expected a number from 0 to 3"
      ]
    ) {
      $0.replacing("period_days,365", with: "periods,4", in: "settings.csv")
        .with(
          "demand.csv", "market,item,period,quantity,shortage_cost\nBerlin,chip,3,5,9\nBerlin,chip,4,5,9\n")
    },
    BadInput(
      "quotas, licences, bans and screening", "controls.csv",
      "origin,destination,kind,limit,cost,rule\nUS,EU,quota,,,\nUS,DE,licence,,,\nUS,EU,ban,,3,\nUS,EU,quota,5,2,\nUS,EU,ban,4,,\nUS,EU,screening,4,,x\n",
      told: [
        "controls.csv:2:limit: a quota without a limit; expected units a period that it lets through",
        "controls.csv:3:cost: a licence that asks for nothing; expected a fee in cost, units a period in limit, or both",
        "controls.csv:4:cost: ban does not use cost '3'; expected a blank",
        "controls.csv:5:cost: quota does not use cost '2'; expected a blank",
        "controls.csv:6:limit: ban does not use limit '4'; expected a blank",
        "controls.csv:7:limit: screening does not use limit '4'; expected a blank",
        "controls.csv:7:rule: screening does not use rule: sites are opened before anything happens 'x'; expected a blank",
      ]),
    BadInput(
      "preferential rates that hold everywhere, or ask for more than everything", "duties.csv",
      "origin,destination,rate,requires_content\n*,EU,0,0.4\nUS,*,0,0.4\nUS,EU,0,1.4\n",
      told: [
        "duties.csv:2:origin: a preferential rate that needs regional content holds everywhere '*'; expected a region or a bloc",
        "duties.csv:3:destination: a preferential rate that needs regional content holds everywhere '*'; expected a region or a bloc",
        "duties.csv:4:requires_content: number too large '1.4'; expected a number from 0 to 1",
      ]),
    BadInput(
      "disruptions of other kinds",
      told: [
        "disruptions.csv:6:target: unknown lane 'x'; expected FROM > TO, with the two ends as a row of lanes has them",
        "disruptions.csv:7:target: unknown duty 'x'; expected a rule of duties, or ORIGIN > DESTINATION, or ORIGIN > DESTINATION: ITEM, with an item or a class",
        "disruptions.csv:8:target: unknown control 'US > EU: or'; expected a rule of controls, or ORIGIN > DESTINATION, or ORIGIN > DESTINATION: ITEM, with an item or a class; did you mean 'US > EU: ore'?",
        "disruptions.csv:9:target: unknown demand 'Berlinn'; expected a market, an item, or *; did you mean 'Berlin'?",
      ]
    ) {
      $0.with(
        "disruptions.csv",
        ScenarioTests.header + ScenarioTests.two
          + "a,item,chip,0\nb,class,technology,0\nc,lane,x,0\nd,duty,x,2\ne,control,US > EU: or,0\nf,demand,Berlinn,2\n"
      )
    },
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("recipes and several periods are planned")
  func chains() throws {
    let files = CaseFiles.sound.with("recipes.csv", "recipe,item,input,quantity\nsmelting,chip,ore,2\n")
      .with(
        "capabilities.csv",
        "site,item,recipe,capacity,unit_cost\nDresden,chip,smelting,1,1\nAustin,ore,,1,1\n"
      )
      .replacing("period_days,365", with: "periods,4", in: "settings.csv")
    #expect(try files.told() == [])
  }

  @Test("a table that is not planned and has no rows is no hindrance")
  func emptyTables() throws {
    #expect(
      try CaseFiles.sound.with("projects.csv", "project,site,item,cost,days\n").told() == [])
  }

  @Test("clusters name regions and at least one site")
  func clusters() throws {
    let told = try CaseFiles.sound.with("clusters.csv", "region,min_sites,saving\nEUU,0,5\nEUU,2,5\n").told()
    #expect(
      told == [
        "clusters.csv:2:min_sites: number too small '0'; expected a whole number from 1 to 100000",
        "clusters.csv:3:region: unknown name 'EUU'; expected a name from regions; did you mean 'EU'?",
      ])
  }

  @Test("a current layout needs no policy, but sources that the case knows")
  func current() throws {
    let files = CaseFiles.sound.with("capabilities.csv", "site,item,capacity,unit_cost\nDresden,chip,1,1\n")
    let sound = files.with("current.csv", "site,item,role\nDresden,chip,primary\n")
    #expect(try sound.told() == [])
    #expect(try sound.read().current == [CurrentSource(site: "Dresden", item: "chip", role: .primary)])
    #expect(
      try files.with(
        "current.csv", "site,item,role,commit\nAustin,chip,primary,5\nDresden,chip,spare,\n"
      ).told() == [
        "current.csv:2:site+item+recipe: not a source of the case 'Austin, chip, '; expected site, item and recipe of a row of capabilities",
        "current.csv:3:role: unknown word 'spare'; expected one of primary, backup",
      ])
  }

  @Test("emissions have no effect without a policy on them, and one with it")
  func idleEmissions() throws {
    let files = CaseFiles.sound.with(
      "capabilities.csv", "site,item,capacity,unit_cost,emissions\nDresden,chip,1,1,2\n")
    #expect(
      try files.told(advice: true).filter { $0.contains("emissions") } == [
        "capabilities.csv:2:emissions: advice: emissions has no effect without a policy on emissions"
      ])
    let limited = files.with("policies.csv", "policy,kind,limit\nclean,max_emissions,5\n")
    #expect(try limited.told(advice: true).filter { $0.contains("emissions") } == [])
  }

  @Test("columns that have no effect are worth one remark each")
  func idleColumns() throws {
    let lanes = "from,to,unit_cost,lead_days,corridor\n*,*,1,5,\nAustin,Berlin,2,6,Suez\n"
    let files = CaseFiles.sound.with("lanes.csv", lanes).with(
      "alignment.csv", "region_a,region_b,score\nEU,US,0.5\n")
    #expect(
      try files.told(advice: true) == [
        "alignment.csv:2:score: advice: score has no effect on plans without joint projects or scenarios that are drawn; diagnose and recover use it",
        "lanes.csv:2:lead_days: advice: lead_days has no effect in this case of one period",
      ])
    let several = files.replacing("period_days,365", with: "periods,4", in: "settings.csv")
    #expect(
      try several.told(advice: true) == [
        "alignment.csv:2:score: advice: score has no effect on plans without joint projects or scenarios that are drawn; diagnose and recover use it"
      ]
    )
  }

  @Test(
    "a holding cost has an effect where there are several periods or strategic stock",
    arguments: [("seed,1", true), ("periods,2", false), ("strategic_stock,true", false)])
  func holdingCost(setting: String, isIdle: Bool) throws {
    let files = CaseFiles.sound.replacing("period_days,365", with: setting, in: "settings.csv")
      .with("items.csv", "item,class,critical,holding_cost\nchip,technology,true,\nore,resource,false,2\n")
    let advice = "items.csv:3:holding_cost: advice: holding_cost has no effect in this case of one period"
    #expect(try files.told(advice: true) == (isIdle ? [advice] : []))
  }
}
