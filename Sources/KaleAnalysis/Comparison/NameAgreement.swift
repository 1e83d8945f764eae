/// How far one analyzer's names agree with those of another that is taken for right.
public struct NameAgreement: Sendable, Hashable {
  /// Names that both have, each counted for its place: a cell or a step.
  public var both = 0
  /// Names that the right one has and the other hasn't.
  public var missed = 0
  /// Names that only the other one has.
  public var extra = 0

  public init(both: Int = 0, missed: Int = 0, extra: Int = 0) {
    self.both = both
    self.missed = missed
    self.extra = extra
  }

  /// Share of the other's names that are right, 0...1; 1 where it has none.
  public var precision: Double { ratio(both, both + extra) }

  /// Share of the right names that the other has, 0...1; 1 where there are none.
  public var recall: Double { ratio(both, both + missed) }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }

  mutating func add(right: Set<String>, other: Set<String>) {
    both += right.intersection(other).count
    missed += right.subtracting(other).count
    extra += other.subtracting(right).count
  }

  public static func += (left: inout Self, right: Self) {
    left.both += right.both
    left.missed += right.missed
    left.extra += right.extra
  }
}

/// What is compared of cells (reads, binds, changes in place) and of steps (inputs and outputs).
public enum ComparedNames: String, Sendable, CaseIterable {
  case reads, binds, mutates, inputs, outputs
}
