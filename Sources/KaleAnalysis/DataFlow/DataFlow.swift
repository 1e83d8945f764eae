/// Which variables travel between the steps.
struct DataFlow: Sendable {
  /// By step, in the order of the outline.
  var steps: [StepFlow]

  struct StepFlow: Sendable {
    var inputs: [String: Input] = [:]
    /// The consumers of each output.
    var outputs: [String: Set<Int>] = [:]
    /// Pipeline parameters that the step takes.
    var parameters: Set<String> = []
    /// Import statements to run at its beginning, in the order in which they were found.
    var imports: [String] = []
    /// The names that they bind and the step needs, with the step that has bound each.
    var importedNames: [String: Input] = [:]
  }

  struct Input: Sendable {
    var producer: Int
    /// `maybe`: on some paths only, or only to be handed on.
    var certainty: Certainty
  }
}

/// Everything that the data flow is computed from.
struct DataFlowProblem: Sendable {
  var steps: [Step]
  var effects: [StepEffects]
  var graph: StepGraph
  /// The `imports` and `functions` cells, which every step runs first.
  var prelude: StepEffects
  /// Names of the pipeline parameters.
  var parameters: Set<String>
  /// The names that skipped cells bind, with such a cell.
  var skipped: [String: Int]
  /// What cells may bind that have an error of their own, with the first such cell: the words of those
  /// that can't be parsed, and what parameter cells bind that can't be a parameter.
  var faulty: [String: Int]
  /// Names that need no binding.
  var builtins: Set<String>

  /// Whether a name is bound by imports alone, wherever it is bound. Changing a module is no data flow.
  func isImportOnly(_ name: String) -> Bool {
    var isBound = false
    for effects in [prelude] + effects {
      guard let effect = effects.names[name], effect.exits.contains(.bound) else { continue }
      isBound = true
      if effect.kinds != .import { return false }
    }
    return isBound
  }

  /// What `step` does to `name`, if it leaves another value or a changed one.
  func write(of name: String, by step: Int) -> StepNameEffect? {
    guard let effect = effects[step].names[name], effect.writes else { return nil }
    if effect.exits == .untouched && isImportOnly(name) { return nil }
    return effect
  }
}
