extension SourcingCase {
  /// Everything that is wrong with the case, and advice on what looks odd.
  ///
  /// Checks values, keys, references, scenarios, places and policies. What shows only when lanes,
  /// duties and controls are matched to places is found when a ``SourcingNetwork`` is made.
  public func faults() -> [Fault] {
    faults(besides: BrokenRows())
  }

  /// As ``faults()``, without the echoes of rows that were left out because they could not be read.
  func faults(besides broken: BrokenRows) -> [Fault] {
    let tables = CaseEncoder.tables(of: self)
    let names = NameIndex(self, broken)
    var faults: [Fault] = []
    faults += ShapeCheck.faults(self)
    faults += ValueCheck.faults(tables, origin)
    faults += KeyCheck.faults(tables, origin)
    faults += ReferenceCheck.faults(tables, names, origin)
    faults += PlaceCheck.faults(self, names)
    faults += SupplyCheck.faults(self, broken)
    faults += RecipeCheck.faults(self)
    faults += RuleCheck.faults(self, names)
    faults += ScenarioCheck.faults(self, names)
    faults += CurrentCheck.faults(self)
    faults += ProjectCheck.faults(self)
    faults += PolicyCheck.faults(self, names)
    faults += SupportCheck.faults(self)
    faults += ObjectiveCheck.faults(self)
    faults += GenerationCheck.faults(self)
    faults += FarValueCheck.advice(self)
    faults += PlausibilityCheck.advice(self)
    faults += IdleNameCheck.lookAlikes(self)
    faults += IdleNameCheck.formulas(self)
    // What is generated shows only in tables that hold together.
    if broken.tables.isEmpty, !faults.contains(where: { $0.severity == .error }) {
      faults += GenerationCheck.sources(self)
      faults += IdleNameCheck.advice(self)
    }
    return faults.filter { broken.unreadable.isDisjoint(with: $0.references) }.sorted {
      $0.location < $1.location
    }
  }
}
