internal import Foundation
internal import Sourcing

/// Lines over two axes.
struct LineChart {
  struct Line {
    var name: String
    /// Class of the line, for its colour.
    var style: String
    var points: [(x: Double, y: Double)]
    /// Whether its points are marked.
    var isMarked = false
    /// Of a line by steps only the beginning of each step is a point that a reader stops at.
    var isStepped = false

    /// The points that a reader stops at.
    var stops: [(x: Double, y: Double)] {
      isStepped ? points.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) : points
    }
  }

  struct Mark {
    var x: Double
    var y: Double
    var text: String
  }

  var label: String
  var xTitle: String
  var yTitle: String
  var lines: [Line]
  var marks: [Mark] = []
  var isShare = false
  /// Whether the upright axis begins at zero.
  var startsAtZero = false
  /// Whether the level axis counts things, which have no halves.
  var isCounted = false

  private static let size = (width: 760.0, height: 340.0)
  private static let frame = (left: 84.0, right: 722.0, top: 16.0, bottom: 286.0)

  var html: HTML {
    let xs = lines.flatMap { $0.points.map(\.x) } + marks.map(\.x)
    let ys = lines.flatMap { $0.points.map(\.y) } + marks.map(\.y) + (startsAtZero ? [0] : [])
    let xTicks = Self.ticks(xs, leastStep: isCounted ? 1 : 0)
    let yTicks = Self.ticks(ys)
    guard let x0 = xTicks.first, let x1 = xTicks.last, let y0 = yTicks.first, let y1 = yTicks.last, x1 > x0,
      y1 > y0
    else { return "" }
    let frame = Self.frame
    func x(_ value: Double) -> Double { frame.left + (value - x0) / (x1 - x0) * (frame.right - frame.left) }
    func y(_ value: Double) -> Double { frame.bottom - (value - y0) / (y1 - y0) * (frame.bottom - frame.top) }
    let grid = yTicks.map { tick -> HTML in
      """
      <path class="grid" d="M\(frame.left) \(y(tick))H\(frame.right)"/>\
      <text class="tick" text-anchor="end" x="\(frame.left - 8)" y="\(y(tick) + 4)">\(text(tick))</text>
      """
    }
    let foot = xTicks.map { tick -> HTML in
      """
      <path class="grid" d="M\(x(tick)) \(frame.bottom)v5"/>\
      <text class="tick" text-anchor="middle" x="\(x(tick))" y="\(frame.bottom + 20)">\
      \(NumberFormat.single(tick, digits: 4))</text>
      """
    }
    let drawn = lines.map { line -> HTML in
      let path = line.points.enumerated().map { index, point -> HTML in
        let step: HTML = index == 0 ? "M" : "L"
        return "\(step)\(x(point.x)) \(y(point.y))"
      }
      let stops = line.stops.enumerated().map { index, point in
        stop(x(point.x), y(point.y), line, "\(index + 1) of \(line.stops.count)", said(point))
      }
      return """
        <path class="line \(line.style)" d="\(path)"/>\
        <g class="stops" role="group" aria-label="\(line.name)">\(stops)</g>
        """
    }
    let told = marks.map { mark -> HTML in
      let isRight = x(mark.x) > frame.right - 160
      return """
        <circle class="mark" cx="\(x(mark.x))" cy="\(y(mark.y))" r="7"/>\
        <text class="told" text-anchor="\(isRight ? "end" : "start")" x="\(x(mark.x) + (isRight ? -12 : 12))" \
        y="\(y(mark.y) - 9)">\(mark.text)</text>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(label)"><svg class="chart" viewBox="0 0 760 340" \
      role="group" aria-roledescription="chart" aria-label="\(label). Arrow keys go from point to point.">\(grid)\(foot)\(drawn)\(told)
      <text class="axis" text-anchor="middle" x="\((frame.left + frame.right) / 2)" y="\(Self.size.height - 12)">\(xTitle)</text>
      <text class="axis" text-anchor="middle" transform="rotate(-90)" x="\(-(frame.top + frame.bottom) / 2)" y="16">\
      \(yTitle)</text></svg></div>
      \(key)
      """
  }

  /// A point that the keyboard stops at; the script makes the first of a chart reachable by Tab.
  private func stop(_ x: Double, _ y: Double, _ line: Line, _ place: String, _ said: String) -> HTML {
    """
    <circle class="stop \(line.isMarked ? "dot " : "")\(line.style)" cx="\(x)" cy="\(y)" r="4" role="img" \
    aria-label="\(line.name), \(place): \(said)"><title>\(line.name): \(said)</title></circle>
    """
  }

  private func said(_ point: (x: Double, y: Double)) -> String {
    "\(xTitle) \(NumberFormat.single(point.x, digits: 4)), \(yTitle) \(text(point.y))"
  }

  private var key: HTML {
    if lines.count < 2 { return "" }
    let entries = lines.map { line -> HTML in
      "<li><svg class=\"key\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path class=\"line \(line.style)\" d=\"M1 8H15\"/></svg>\(line.name)</li>"
    }
    return "<ul class=\"legend\">\(entries)</ul>"
  }

  private func text(_ value: Double) -> String {
    isShare ? NumberFormat.percent(value) : NumberFormat.single(value, digits: 4)
  }

  /// Round numbers from below the least value to above the greatest, four to eight of them.
  ///
  /// - Parameter leastStep: The least distance between two of them.
  static func ticks(_ values: [Double], leastStep: Double = 0) -> [Double] {
    guard let low = values.min(), let high = values.max(), low.isFinite, high.isFinite else { return [] }
    let span = high > low ? high - low : max(1, abs(high))
    let power = pow(10, (log10(span / 4)).rounded(.down))
    let steps = [1, 2, 2.5, 5, 10].map { $0 * power }
    let step = max(leastStep, steps.first { span / $0 <= 6 } ?? 10 * power)
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
