import Testing

@testable import Sourcing

@Suite("Recipes that make no sense")
struct RecipeTests {
  static let header = "recipe,item,input,quantity\n"
  static let items = "item,class\nchip,technology\nore,resource\nwafer,\ngas,\n"

  /// The sound case with more items and some recipes.
  private static func input(_ name: String, _ recipes: String, told: [String]) -> BadInput {
    BadInput(name, told: told) { $0.with("items.csv", items).with("recipes.csv", header + recipes) }
  }

  static let inputs = [
    input(
      "an item made of itself", "smelting,ore,ore,2\n",
      told: [
        "recipes.csv:2:input: an item is made of itself: ore ← ore 'ore'; expected recipes without a cycle"
      ]),
    input(
      "an item made of itself over others",
      "etching,chip,wafer,1\ncutting,wafer,ore,2\nleaching,ore,chip,3\n",
      told: [
        "recipes.csv:4:input: an item is made of itself: chip ← wafer ← ore ← chip 'chip'; expected recipes without a cycle"
      ]),
    input(
      "two cycles that share an item", "a,chip,wafer,1\nb,wafer,chip,1\nc,chip,ore,1\nd,ore,chip,1\n",
      told: [
        "recipes.csv:3:input: an item is made of itself: chip ← wafer ← chip 'chip'; expected recipes without a cycle",
        "recipes.csv:5:input: an item is made of itself: chip ← ore ← chip 'chip'; expected recipes without a cycle",
      ]),
    input(
      "a cycle that no recipe leads into at first", "a,chip,ore,1\nb,wafer,gas,1\nc,gas,wafer,1\n",
      told: [
        "recipes.csv:4:input: an item is made of itself: wafer ← gas ← wafer 'wafer'; expected recipes without a cycle"
      ]),
    input(
      "a recipe that makes two items", "etching,chip,wafer,1\netching,wafer,gas,1\netching,chip,ore,1\n",
      told: ["recipes.csv:3:item: recipe etching makes two items 'wafer'; expected chip, as in row 2"]),
    input(
      "an input of nothing", "etching,chip,wafer,0\netching,chip,ore,-0\n",
      told: [
        "recipes.csv:2:quantity: an input of nothing '0'; expected more than 0, or no such row",
        "recipes.csv:3:quantity: an input of nothing '0'; expected more than 0, or no such row",
      ]),
    input(
      "the same input twice", "etching,chip,wafer,1\netching,chip,wafer,2\n",
      told: [
        "recipes.csv:3:recipe+input: duplicate 'etching, wafer'; expected one row; row 2 has the same key"
      ]),
    BadInput(
      "a capability with a recipe for another item",
      told: [
        "capabilities.csv:2:recipe: the recipe makes wafer, not chip 'cutting'; expected a recipe for chip"
      ]
    ) {
      $0.with("items.csv", items).with("recipes.csv", header + "cutting,wafer,ore,1\netching,chip,wafer,1\n")
        .with(
          "capabilities.csv",
          "site,item,recipe,capacity,unit_cost\nDresden,chip,cutting,1,1\nAustin,chip,etching,1,1\n")
    },
    BadInput(
      "a capability with an unknown recipe, and one that stands twice",
      told: [
        "capabilities.csv:2:recipe: unknown name 'eching'; expected a name from recipes; did you mean 'etching'?",
        "capabilities.csv:4:site+item+recipe: duplicate 'Austin, chip, etching'; expected one row; row 3 has the same key",
      ]
    ) {
      $0.with("items.csv", items).with("recipes.csv", header + "etching,chip,wafer,1\n")
        .with(
          "capabilities.csv",
          "site,item,recipe,capacity,unit_cost\nDresden,chip,eching,1,1\nAustin,chip,etching,1,1\nAustin,chip,etching,2,1\nAustin,chip,,2,1\n"
        )
    },
  ]

  @Test("every fault is told once", arguments: inputs)
  func faults(_ input: BadInput) throws { try input.check() }

  @Test("recipes that share inputs over several tiers are no cycle")
  func diamond() throws {
    let recipes = "a,chip,wafer,1\na,chip,gas,2\nb,wafer,ore,3\nc,gas,ore,4\nd,chip,ore,5\n"
    let files = CaseFiles.sound.with("items.csv", Self.items).with("recipes.csv", Self.header + recipes)
    #expect(try files.told() == [])
  }
}
