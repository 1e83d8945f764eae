/// Figures over many notebooks.
public struct ComparisonTotals: Sendable {
  /// Notebooks that were compared.
  public private(set) var notebooks = 0
  /// Of these, the ones with steps.
  public private(set) var notebooksWithSteps = 0
  /// Of these, the ones whose pipeline would fail or compute something else.
  public private(set) var broken = 0
  /// Of the others, the ones whose pipeline would in some run.
  public private(set) var maybeBroken = 0
  /// Code cells in which the two don't agree.
  public private(set) var differingCells = 0
  public private(set) var agreement: [ComparedNames: NameAgreement] = [:]
  public private(set) var consequences: [Consequence.Kind: Int] = [:]
  /// Of these, the ones that every run comes to.
  public private(set) var certainConsequences: [Consequence.Kind: Int] = [:]
  /// How often each cause stands behind a name of a cell that the other analyzer has missed.
  public private(set) var missed: [DifferenceCause: Int] = [:]
  /// Likewise of names that only the other analyzer has.
  public private(set) var extra: [DifferenceCause: Int] = [:]

  public init() {}

  public mutating func add(_ comparison: NotebookComparison) {
    notebooks += 1
    if comparison.hasSteps { notebooksWithSteps += 1 }
    if comparison.breaks { broken += 1 } else if comparison.mayBreak { maybeBroken += 1 }
    differingCells += Set(comparison.cells.map(\.cell)).count
    agreement.merge(comparison.agreement) { $0 + $1 }
    for consequence in comparison.consequences {
      consequences[consequence.kind, default: 0] += 1
      if consequence.isCertain { certainConsequences[consequence.kind, default: 0] += 1 }
    }
    for difference in comparison.cells {
      for name in difference.missed { missed[name.cause, default: 0] += 1 }
      for name in difference.extra { extra[name.cause, default: 0] += 1 }
    }
  }

  /// The causes with their numbers, the commonest first.
  public static func ranked(_ causes: [DifferenceCause: Int]) -> [(
    cause: DifferenceCause, count: Int
  )] {
    causes.map { ($0.key, $0.value) }
      .sorted { ($1.count, $0.cause.rawValue) < ($0.count, $1.cause.rawValue) }
  }
}

extension NameAgreement {
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum += right
    return sum
  }
}
