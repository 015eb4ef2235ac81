import Sourcing
import Testing

@testable import Batch

/// The order in which variants are planned.
@Suite("Order of variants")
struct VariantOrderTests {
  private static func numbers(_ list: VariantList) -> [Int] {
    var order = VariantOrder(list)
    var numbers: [Int] = []
    while let number = order.next() { numbers.append(number) }
    return numbers
  }

  private static func scaled(_ table: String, _ column: String, _ factor: Double) -> Variant {
    Variant("", edits: [TableEdit(table, .scale(column: column, by: factor))])
  }

  @Test("variants of the same columns follow each other, the least change first")
  func nearestFirst() {
    let list = VariantList([
      Self.scaled("sites", "opening_cost", 1.3), Self.scaled("demand", "quantity", 0.7),
      Self.scaled("sites", "opening_cost", 0.9), Self.scaled("demand", "quantity", 1.1),
      Variant("as it is", edits: []),
    ])
    #expect(Self.numbers(list) == [4, 3, 1, 2, 0])
  }

  @Test("each variant of a long list comes once, also where stretches end")
  func everyVariantOnce() {
    let count = 2 * VariantOrder.stretchLength + 3
    let list = VariantList((0..<count).map { Self.scaled("demand", "quantity", 1 + Double($0 % 97) / 100) })
    let numbers = Self.numbers(list)
    #expect(numbers.sorted() == Array(0..<count))
    #expect(Set(numbers.prefix(VariantOrder.stretchLength)) == Set(0..<VariantOrder.stretchLength))
  }

  @Test("an empty list has no next variant")
  func emptyList() {
    #expect(Self.numbers(VariantList()) == [])
  }
}
