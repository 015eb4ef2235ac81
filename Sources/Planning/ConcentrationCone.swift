internal import LinearModel
internal import Sourcing

/// The condition that an item's supply V is no more concentrated than a limit L: `Σ v_g² ≤ L · V²`, with v_g what group g
/// supplies.
///
/// It is a second-order cone, `‖v − c·V‖ ≤ r · V`. Where the groups share out all of the supply among n, c = 1/n and
/// r = √(L − 1/n), since the squares of the shares sum to 1/n and the squares of what they differ from 1/n; otherwise
/// c = 0 and r = √L. Its tangents are linear rows that no layout within the limit breaks.
struct ConcentrationCone: Sendable {
  /// What one group supplies, and how many sources it has.
  struct Group: Sendable {
    var volume: LinearExpression
    var sources: LinearExpression
  }

  /// Where a tangent touches: what some of the groups supply there.
  struct Point: Codable, Sendable {
    var groups: [Int]
    var volumes: [Double]
  }

  /// A row that every layout within the limit satisfies.
  struct Tangent {
    /// Where it touches.
    var point: Point
    /// The policy's index in the network.
    var policy: Int
    var relation: LinearRelation
    /// How much the row's bound moves for one more unit of the limit.
    var sensitivity: LinearExpression
  }

  let policy: Int
  let groups: [Group]
  let total: LinearExpression
  let limit: Double
  /// Whether every source is in one group.
  let isPartition: Bool
  /// The most that can be supplied.
  let most: Double

  /// Where so few groups supply that their shares must be nearly equal, the cone touches the plane of these groups and its
  /// tangents come slowly to it: then rows that count who is qualified are used as well.
  private static let touching = 0.1
  /// Rows may be missed by so many units and such a part of the supply: it is about what a linear program can tell apart.
  private static let tolerance = (units: 5e-7, part: 1e-9)
  /// After so many rounds without rest a linear program has shown that it cannot, and ten times as much may be missed.
  private static let patience = 30

  /// The part of the supply that each group would have were all equal, and how far they may lie from that.
  private var shape: (center: Double, radius: Double) {
    Self.shape(limit, isPartition ? groups.count : nil)
  }

  private static func shape(_ limit: Double, _ count: Int?) -> (center: Double, radius: Double) {
    guard let count else { return (0, limit.squareRoot()) }
    let center = 1 / Double(count)
    return (center, max(0, limit - center).squareRoot())
  }

  /// Whether nothing can be supplied at all: even equal shares of all groups would be too concentrated.
  var forbidsSupply: Bool { isPartition && limit < 1 / Double(groups.count) - 1e-9 }

  /// The tangents at the points where one group has all that it may.
  func startingTangents() -> [Tangent] {
    if forbidsSupply || groups.isEmpty { return [] }
    return groups.indices.compactMap { group in
      var volumes = [Double](repeating: 0, count: groups.count)
      volumes[group] = 1
      return tangent(towards: volumes, of: Array(groups.indices), isPartition)
    }
  }

  /// The tangents that a point breaks; none where it is within the limit.
  ///
  /// - Parameter round: How often they were sought already since the last program settled.
  func brokenTangents(at point: [Double], round: Int) -> [Tangent] {
    if forbidsSupply { return [] }
    let volumes = groups.map { $0.volume.value(at: point) }
    let supply = total.value(at: point)
    var trace = Self.tolerance.units + Self.tolerance.part * abs(supply)
    for _ in 0..<min(2, round / Self.patience) { trace *= 10 }
    var found = [tangent(towards: volumes, of: Array(groups.indices), isPartition)]
    let active = groups.indices.filter { volumes[$0] > trace }
    let margin = limit * Double(active.count) - 1
    if isPartition, active.count < groups.count, !active.isEmpty, margin > -1e-9, margin < Self.touching {
      found.append(tangent(towards: active.map { volumes[$0] }, of: active, true))
    }
    return found.compactMap { $0 }.filter { tangent in
      let row = tangent.relation.expression
      let largest = row.terms.reduce(0) { max($0, abs($1.coefficient)) }
      return row.value(at: point) > trace * max(largest, 1e-9)
    }
  }

  /// The tangent that touches at a point; nil where there is none.
  func tangent(at point: Point) -> Tangent? {
    guard point.groups.count == point.volumes.count, point.groups.allSatisfy(groups.indices.contains),
      Set(point.groups).count == point.groups.count, !forbidsSupply
    else { return nil }
    // A row for some of the groups alone holds where these share out all of the supply.
    guard isPartition || point.groups.count == groups.count else { return nil }
    return tangent(towards: point.volumes, of: point.groups, isPartition)
  }

  /// The tangent in the direction in which some groups' volumes lie; nil where they lie in none.
  ///
  /// A row for some of the groups holds where none of the others is qualified; otherwise it leaves all that there can be.
  private func tangent(towards volumes: [Double], of members: [Int], _ isPartition: Bool) -> Tangent? {
    let (center, radius) = Self.shape(limit, isPartition ? members.count : nil)
    let mean = isPartition ? volumes.reduce(0, +) / Double(volumes.count) : 0
    let deviations = volumes.map { $0 - mean }
    let length = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 1e-12 * max(1, volumes.max() ?? 0) else { return nil }
    var row = LinearExpression()
    var sum = 0.0
    for (member, deviation) in zip(members, deviations) {
      row.add(deviation / length, groups[member].volume)
      sum += deviation / length
    }
    // In a partition the deviations cancel out, so that the center takes no part.
    row.add(-radius - (isPartition ? 0 : center * sum), total)
    for group in groups.indices where !members.contains(group) {
      row.add(-limit.squareRoot() * most, groups[group].sources)
    }
    var sensitivity = LinearExpression()
    if radius > 1e-6 { sensitivity.add(0.5 / radius, total) }
    return Tangent(
      point: Point(groups: members, volumes: volumes), policy: policy,
      relation: LinearRelation(row.merged(), lower: -.infinity, upper: 0),
      sensitivity: sensitivity)
  }
}

extension LinearExpression {
  /// The same with one term for each variable.
  fileprivate func merged() -> LinearExpression {
    var coefficients: [Int: Double] = [:]
    for term in terms { coefficients[term.variable.index, default: 0] += term.coefficient }
    var result = LinearExpression(constant: constant)
    for (index, coefficient) in coefficients.sorted(by: { $0.key < $1.key }) where coefficient != 0 {
      result.add(coefficient, Variable(index: index))
    }
    return result
  }
}
