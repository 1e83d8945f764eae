/// Which step has last written the values that steps get, by the answers of two analyzers.
struct ValueHistory {
  private let effects: [Int: CellEffects]
  private let cells: [String: [Int]]
  private let positions: [String: Int]
  /// By step and name.
  private let inputs: [String: [String: StepReport.Input]]
  let otherInputs: [String: [String: StepReport.Input]]

  init(_ result: CompilationResult, _ steps: [StepReport], _ others: [StepReport]) {
    effects = result.cellEffects
    cells = Dictionary(steps.map { ($0.name, $0.cells) }) { first, _ in first }
    positions = Dictionary(steps.enumerated().map { ($1.name, $0) }) { first, _ in first }
    inputs = Self.inputs(of: steps)
    otherInputs = Self.inputs(of: others)
  }

  private static func inputs(of steps: [StepReport]) -> [String: [String: StepReport.Input]] {
    let pairs = steps.map { step in
      (step.name, Dictionary(step.inputs.map { ($0.name, $0) }) { first, _ in first })
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// What a step doesn't see of a name that it gets, as it gets what an earlier step has left.
  ///
  /// - Returns: The step that has written the name last, the one whose value the step gets instead, and
  ///   whether the former writes it in every run; nil where the values are the same.
  func missedChange(of name: String, in step: String) -> (
    writer: String, found: String, isCertain: Bool
  )? {
    guard let writer = writer(of: name, for: step, inputs),
      let found = self.writer(of: name, for: step, otherInputs),
      let last = positions[writer], let first = positions[found], first < last
    else { return nil }
    return (writer, found, writes(of: name, in: writer).contains(true))
  }

  /// Follows the name through the steps that only hand it on.
  private func writer(
    of name: String, for step: String, _ inputs: [String: [String: StepReport.Input]]
  ) -> String? {
    var producer = inputs[step]?[name]?.producer
    var seen: Set<String> = []
    while let one = producer, seen.insert(one).inserted, writes(of: name, in: one).isEmpty,
      let next = inputs[one]?[name]?.producer
    {
      producer = next
    }
    return producer
  }

  /// Whether the producer binds the name by `from MODULE import *`.
  func comesOfStarImport(_ input: StepReport.Input) -> Bool {
    (cells[input.producer] ?? []).contains { effects[$0]?.names[input.name]?.starModule != nil }
  }

  /// For each cell of a step that writes a name, whether it does in every run.
  private func writes(of name: String, in step: String) -> [Bool] {
    (cells[step] ?? []).compactMap { cell in
      guard let effect = effects[cell]?.names[name],
        effect.exits != .untouched || effect.mutation != nil
      else { return nil }
      return effect.exits == .bound || effect.mutation?.certainty == .definite
    }
  }
}
