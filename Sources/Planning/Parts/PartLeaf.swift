/// A layout of one part.
struct PartLayout: Sendable {
  /// Which choices are made.
  let made: [Int8]
  /// Whether it needs each of the part's sites.
  let needs: [Bool]
  /// What it costs without prices, within what estimates may be low.
  let cost: Double
  /// What it costs at least.
  let least: Double
}

/// An end of a part's tree: the choices that are made in it, and what is proven of it as functions of the prices.
struct PartLeaf: Sendable {
  var made: [Int8]
  var functions: [PriceFunction] = []
  /// What is proven of it at the present prices.
  var bound = -Double.infinity
  /// Whether it holds nothing at the present prices but layouts that are known.
  var isClosed = false

  /// The latest functions are the likeliest to be of use.
  private static let mostFunctions = 12
  private static let mostRemembered = 3

  mutating func learn(_ function: PriceFunction, _ prices: [Double]) {
    functions.append(function)
    if functions.count > Self.mostFunctions { functions.removeFirst() }
    bound = max(bound, function.least(prices, made))
  }

  mutating func price(_ prices: [Double]) {
    isClosed = false
    bound = functions.reduce(-.infinity) { max($0, $1.least(prices, made)) }
  }

  /// The same with the functions alone that prove most at some prices.
  func remembered(_ prices: [Double]) -> PartLeaf {
    let best = functions.map { ($0, $0.least(prices, made)) }.sorted { $0.1 > $1.1 }
    return PartLeaf(made: made, functions: best.prefix(Self.mostRemembered).map(\.0))
  }
}
