/// What the comparison of a notebook's runs has found, as verify_comparer.py tells it.
struct Verdict: Decodable, Sendable {
  enum Kind: String, Decodable, Sendable {
    case equal
    /// Floats differ, by no more than the tolerance.
    case close
    case different
    /// Different, but the notebook run whole is so too from run to run.
    case unreproducible
    case incomparable
  }

  /// A place where the two differ, with what each has there, shortened.
  struct Difference: Decodable, Sendable {
    var path: String
    var notebook: String
    var pipeline: String
  }

  struct Variable: Decodable, Sendable {
    var name: String
    /// The step whose value was compared.
    var step: String?
    var verdict: Kind
    /// The first ones.
    var differences: [Difference]
    /// How many there are.
    var count: Int?
    /// Why it can't be compared.
    var why: String?
    /// What makes it differ from run to run.
    var cause: String?
  }

  /// Two places that hold one object, in one of the runs only.
  struct Sharing: Decodable, Sendable {
    enum Side: String, Decodable, Sendable { case notebook, pipeline }
    var first: String
    var second: String
    /// Where they are one object.
    var together: Side
    var verdict: Kind
  }

  /// What a cell prints.
  struct Cell: Decodable, Sendable {
    var cell: Int
    var step: String
    var verdict: Kind
    var difference: Difference?
    var cause: String?
  }

  struct Failure: Decodable, Sendable {
    /// nil for the notebook run whole.
    var step: String?
    /// nil when it was no cell that failed.
    var cell: Int?
    var type: String?
    var message: String
    /// Equal when notebook and pipeline fail alike.
    var verdict: Kind
  }

  var variables: [Variable]
  var sharing: [Sharing]
  var cells: [Cell]
  var failures: [Failure]
  /// About the comparison as a whole.
  var notes: [String]?

  private var kinds: [Kind] {
    variables.map(\.verdict) + sharing.map(\.verdict) + cells.map(\.verdict)
      + failures.map(\.verdict)
  }

  /// Whether nothing differs but what the notebook itself does not do twice.
  var isEqual: Bool { !kinds.contains(.different) }
}
