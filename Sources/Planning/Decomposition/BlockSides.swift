/// What bounds the rows and columns of a block at a point of the master.
struct BlockSides {
  var lower: [Double]
  var upper: [Double]
  /// The most that each column can be: its own bound, or the cap that is least at the point.
  let bound: [Double]

  /// - Parameter caps: What bounds the columns at the point.
  init(_ block: RecourseBlock, _ caps: BlockCaps, at point: [Double]) {
    (lower, upper, bound) = (block.lower, block.upper, caps.bound)
    for row in lower.indices {
      let shift = block.links.value(row, at: point)
      lower[row] -= shift
      upper[row] -= shift
    }
  }
}

/// What bounds each column of a block at a point: its own bound, or the cap that is least there.
struct BlockCaps {
  private(set) var bound: [Double]
  /// The cap that bounds a column; −1 where its own bound does.
  private(set) var active: [Int32]

  init(_ block: RecourseBlock, at point: [Double]) {
    bound = block.bound
    active = [Int32](repeating: -1, count: bound.count)
    for cap in block.capColumns.indices {
      let column = Int(block.capColumns[cap])
      let limit = max(0, block.capConstants[cap] + block.caps.value(cap, at: point))
      if limit < bound[column] {
        bound[column] = limit
        active[column] = Int32(cap)
      }
    }
  }

  /// The caps that some list names, and the columns' own bounds for the others.
  init(_ block: RecourseBlock, named caps: [Int32]) {
    bound = block.bound
    active = [Int32](repeating: -1, count: bound.count)
    for cap in caps { active[Int(block.capColumns[Int(cap)])] = cap }
  }
}
