internal import LinearModel

/// The first phase of a block: by how much the master's limits fall short of what is possible.
///
/// Each row that keeps an amount to a limit may be exceeded, and what exceeds them is made least. Its duals prove how much that is.
struct BlockPhaseOne {
  private let block: RecourseBlock

  init(_ block: RecourseBlock) { self.block = block }

  /// The program, its last columns what exceeds each limit.
  ///
  /// - Parameters:
  ///   - bounds: The most that each of the block's columns can be.
  ///   - shift: What the master's decisions are in a row.
  func model(bounds: [Double], shift: (Int) -> Double) -> Model {
    var model = Model(name: "first phase of a block")
    for bound in bounds { model.addVariable("", lower: 0, upper: bound) }
    var excess: [Int: Int32] = [:]
    for row in block.limitRows {
      let range = block.matrix.starts[row]..<block.matrix.starts[row + 1]
      let most = range.reduce(0.0) { sum, position in
        sum + abs(block.matrix.values[position]) * block.bound[Int(block.matrix.columns[position])]
      }
      excess[row] = Int32(model.addVariable("", lower: 0, upper: most + abs(shift(row)), objective: 1).index)
    }
    for row in block.lower.indices {
      let range = block.matrix.starts[row]..<block.matrix.starts[row + 1]
      var (columns, values) = (Array(block.matrix.columns[range]), Array(block.matrix.values[range]))
      if let column = excess[row] {
        columns.append(column)
        values.append(-1)
      }
      model.addRow(
        columns: columns, values: values, lower: block.lower[row] - shift(row),
        upper: block.upper[row] - shift(row), name: "")
    }
    return model
  }
}
