internal import LinearModel
internal import Sourcing

/// The search that a certificate was left by, made again: its cuts in the pool, the ends of its tree, and its best layout.
struct ResumedSearch {
  /// The ends of the tree, with the numbers that rows have in the present pool.
  let leaves: [TreeLeaf]
  /// The yes-or-no decisions of the best layout; none where there was no layout.
  let decisions: [(column: Int, value: Double)]

  /// - Throws: ``Sourcing/CaseFaults`` where the certificate does not fit the case.
  init(_ certificate: Certificate, _ cuts: CutLoop) throws {
    let master = cuts.master
    let shape = CertificateShape(certificate, master, file: Certificate.nameInFaults)
    if !shape.faults.isEmpty { throw CaseFaults(shape.faults) }
    let recipes = certificate.recipes.map { CutRecipe($0, master.blocks[$0.block]) }
    let ids = cuts.recall(certificate.cuts.map { RowOrigin($0, recipes) })
    let multipliers = certificate.multipliers.map { given in
      RowMultipliers(
        isRay: given.provesNothingThere, permanent: Array(zip(given.rows, given.rowValues)).map { ($0, $1) },
        pooled: zip(given.cuts, given.cutValues).compactMap { cut, value in ids[cut].map { ($0, value) } })
    }
    let tree = certificate.tree
    var steps: [TreeStep] = []
    for (step, parent) in tree.parents.enumerated() {
      let branch = TreeStep.Change.branch(
        column: tree.columns[step], lower: tree.lower[step], upper: tree.upper[step])
      steps.append(TreeStep(branch, after: parent < 0 ? nil : steps[parent]))
    }
    leaves = zip(tree.ends, tree.proofs).map { end, proof in
      TreeLeaf(step: end < 0 ? nil : steps[end], snapshot: nil, multipliers: multipliers[proof])
    }
    let chosen = certificate.layout.map { Set($0) }
    decisions =
      chosen.map { chosen in
        master.model.domains.indices.filter { master.model.domains[$0] == .integer }.map {
          ($0, chosen.contains($0) ? 1 : 0)
        }
      } ?? []
  }
}

extension CutRecipe {
  fileprivate convenience init(_ recipe: Certificate.Recipe, _ block: RecourseBlock) {
    self.init(
      block: recipe.block, isOptimality: recipe.boundsCost,
      size: [block.lower.count, block.cost.count, block.capColumns.count], rows: recipe.rows.map(Int32.init),
      values: recipe.values, caps: recipe.caps.map(Int32.init), point: [])
  }
}

extension RowOrigin {
  fileprivate init(_ cut: Certificate.Cut, _ recipes: [CutRecipe]) {
    let parts = (cut.recipes ?? []).map { recipes[$0] }
    if let row = cut.row {
      self = .lazy(row)
    } else if let cone = cut.cone, let point = cut.point {
      self = .tangent(cone: cone, point)
    } else if let estimate = cut.estimate {
      self = .estimate(estimate, parts)
    } else if let part = parts.first {
      self = .infeasibility(part)
    } else {
      self = .other
    }
  }
}
