/// A two-stage stochastic program with finitely many scenarios: a core, and what each scenario has that the core has not.
///
/// The core is a model whose first columns and rows are the first stage; the rest is the second stage as it is where no
/// scenario says otherwise. Second-stage columns cost in a scenario what the scenario says, times its probability.
public struct StochasticProgram: Sendable {
  /// What a scenario has that the core has not. Rows and columns are positions in the core, all of the second stage but
  /// for the columns of coefficients, which may be of either.
  public struct Scenario: Sendable {
    /// A coefficient of a row.
    public struct Coefficient: Hashable, Sendable {
      /// The row.
      public var row: Int
      /// The column.
      public var column: Int
      /// The value that takes the place of the core's; 0 where the scenario has none.
      public var value: Double

      /// A coefficient from its parts.
      public init(row: Int, column: Int, value: Double) {
        self.row = row
        self.column = column
        self.value = value
      }
    }

    /// A number that belongs to one row or one column.
    public struct Entry: Hashable, Sendable {
      /// The row or column.
      public var index: Int
      /// The value that takes the place of the core's.
      public var value: Double

      /// An entry from its parts.
      public init(index: Int, value: Double) {
        self.index = index
        self.value = value
      }
    }

    /// Its name.
    public var name: String
    /// Its probability; those of all scenarios come to 1.
    public var probability: Double
    /// Coefficients of rows.
    public var coefficients: [Coefficient] = []
    /// Right-hand sides of rows.
    public var sides: [Entry] = []
    /// Costs of columns.
    public var costs: [Entry] = []
    /// Upper bounds of columns.
    public var upperBounds: [Entry] = []

    /// A scenario that is like the core.
    public init(name: String, probability: Double) {
      self.name = name
      self.probability = probability
    }
  }

  /// The core. Its rows have one bound or two equal ones, its second-stage columns lie between 0 and an upper bound.
  public var core: Model
  /// How many of its columns are first-stage.
  public var firstStageColumns: Int
  /// How many of its rows are first-stage.
  public var firstStageRows: Int
  /// The scenarios.
  public var scenarios: [Scenario]

  /// A program from its parts.
  public init(core: Model, firstStageColumns: Int, firstStageRows: Int, scenarios: [Scenario]) {
    self.core = core
    self.firstStageColumns = firstStageColumns
    self.firstStageRows = firstStageRows
    self.scenarios = scenarios
  }
}
