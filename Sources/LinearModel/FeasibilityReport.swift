/// How far a point is from satisfying a model.
///
/// The absolute violation of a row or bound is the distance of its value from the nearer bound. The
/// scaled violation divides that by the largest of 1, the size of the bound and the sizes of the row's
/// terms at the point, which is what rounding errors grow with.
public struct FeasibilityReport: Sendable {
  /// One condition that a point breaks.
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// What is broken.
    public enum Subject: Hashable, Sendable {
      /// The bounds of a constraint.
      case constraint(Constraint)
      /// The bounds of a variable.
      case bounds(Variable)
      /// That a variable be a whole number.
      case integrality(Variable)
    }

    /// What is broken.
    public var subject: Subject
    /// Name of the constraint or variable.
    public var name: String
    /// Distance from what is allowed.
    public var absolute: Double
    /// Distance in proportion to the sizes that occur; see ``FeasibilityReport``.
    public var scaled: Double

    /// The violation in words.
    public var description: String {
      switch subject {
      case .constraint: "constraint \"\(name)\" is broken by \(absolute)"
      case .bounds: "a bound of variable \"\(name)\" is broken by \(absolute)"
      case .integrality: "variable \"\(name)\" is \(absolute) from a whole number"
      }
    }
  }

  /// Greatest scaled violation that counts as feasible.
  public var tolerance: Double
  /// Greatest absolute violation of a constraint or bound.
  public var maxAbsolute: Double = 0
  /// Greatest scaled violation of a constraint or bound.
  public var maxScaled: Double = 0
  /// Greatest distance of an integer variable from a whole number.
  public var maxFraction: Double = 0
  /// The worst conditions that are broken beyond the tolerance, worst first, at most ten.
  public var worst: [Violation] = []

  /// Whether no violation exceeds the tolerance.
  public var isFeasible: Bool { maxScaled <= tolerance && maxFraction <= tolerance }

  static let longestList = 10
}

extension Model {
  /// Compares a point with every bound, constraint and integrality condition.
  ///
  /// - Parameters:
  ///   - point: One value per variable. A point of another length, or a value that is not finite, is
  ///     infinitely far from feasible.
  ///   - tolerance: Greatest scaled violation that counts as feasible.
  ///   - relaxed: Leave integrality aside.
  public func feasibility(
    of point: [Double], tolerance: Double = 1e-6, relaxed: Bool = false
  ) -> FeasibilityReport {
    var report = FeasibilityReport(tolerance: tolerance)
    guard point.count == variableCount else {
      report.maxAbsolute = .infinity
      report.maxScaled = .infinity
      return report
    }
    for index in point.indices {
      let violation = Self.violation(
        of: point[index], lower: lowerBounds[index], upper: upperBounds[index], size: 0)
      report.note(violation) { (.bounds(Variable(index: index)), variableNameList[index]) }
      if !relaxed, domains[index] == .integer {
        report.noteFraction(abs(point[index] - point[index].rounded())) {
          (.integrality(Variable(index: index)), variableNameList[index])
        }
      }
    }
    for row in 0..<constraintCount {
      var activity = 0.0
      var size = 0.0
      for position in rows.starts[row]..<rows.starts[row + 1] {
        let term = rows.values[position] * point[Int(rows.columns[position])]
        activity += term
        size = max(size, abs(term))
      }
      let violation = Self.violation(
        of: activity, lower: rowLowerBounds[row], upper: rowUpperBounds[row], size: size)
      report.note(violation) { (.constraint(Constraint(index: row)), constraintNameList[row]) }
    }
    report.finish()
    return report
  }

  private static func violation(
    of value: Double, lower: Double, upper: Double, size: Double
  ) -> (absolute: Double, scaled: Double) {
    if value >= lower, value <= upper, value.isFinite { return (0, 0) }
    guard value.isFinite else { return (.infinity, .infinity) }
    let bound = value < lower ? lower : upper
    let absolute = abs(value - bound)
    return (absolute, absolute / max(1, abs(bound), size))
  }
}

extension FeasibilityReport {
  fileprivate mutating func note(
    _ violation: (absolute: Double, scaled: Double), subject: () -> (Violation.Subject, String)
  ) {
    if violation.absolute == 0 { return }
    maxAbsolute = max(maxAbsolute, violation.absolute)
    maxScaled = max(maxScaled, violation.scaled)
    if violation.scaled > tolerance {
      let (what, name) = subject()
      keep(
        Violation(subject: what, name: name, absolute: violation.absolute, scaled: violation.scaled))
    }
  }

  fileprivate mutating func noteFraction(_ fraction: Double, subject: () -> (Violation.Subject, String)) {
    // A value that is not finite is noted with the bounds.
    if !(fraction > 0) { return }
    maxFraction = max(maxFraction, fraction)
    if fraction > tolerance {
      let (what, name) = subject()
      keep(Violation(subject: what, name: name, absolute: fraction, scaled: fraction))
    }
  }

  private mutating func keep(_ violation: Violation) {
    worst.append(violation)
    // Cut back now and then only, so that many violations do not cost a sort each.
    if worst.count >= 20 * Self.longestList { finish() }
  }

  fileprivate mutating func finish() {
    worst.sort { $0.scaled > $1.scaled }
    if worst.count > Self.longestList { worst.removeLast(worst.count - Self.longestList) }
  }
}
