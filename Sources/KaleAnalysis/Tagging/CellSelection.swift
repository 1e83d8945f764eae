/// The cells of a notebook that steps can be made of: those that a run from top to bottom gets through.
struct CellSelection {
  /// With `skip` tags on the cells that are left out.
  private(set) var notebook: Notebook
  private(set) var leftOut: [Diagnostic] = []
  /// All tags of the cells whose tags have changed.
  private(set) var tags: [Int: [String]] = [:]

  init(_ notebook: Notebook) {
    self.notebook = notebook
    for cell in notebook.cells where cell.kind == .code && cell.tags.contains("raises-exception") {
      leaveOut(cell.index, "it is meant to fail (tag raises-exception)", at: nil)
    }
  }

  /// Leaves out the cells that failed when they were last run and of which no later cell needs anything.
  ///
  /// - Parameter effects: of all cells, by index.
  mutating func leaveOutWhatFailed(_ effects: [Int: CellEffects]) {
    for cell in notebook.cells where cell.hasFailed && !cell.tags.contains("skip") {
      guard let own = effects[cell.index] else { continue }
      let isNeeded = own.names.contains { name, effect in
        let mayWrite = effect.exits != .untouched || effect.mutation?.reason.isGuess == false
        return mayWrite
          && effects.contains { $0.key > cell.index && $0.value.names[name]?.read != nil }
      }
      if !isNeeded { leaveOut(cell.index, "it failed when it was last run", at: nil) }
    }
  }

  /// Some cell with code is not left out.
  var hasCode: Bool {
    notebook.cells.contains {
      $0.kind == .code && !$0.tags.contains("skip") && TaggedCell($0, tags: []).hasCode
    }
  }

  /// Leaves out the cells that can't be parsed or would end in a NameError, and those that need what
  /// these bind.
  ///
  /// - Returns: the errors that are not about cells.
  mutating func leaveOutWhatFails(
    _ compile: (Notebook) throws -> CompilationResult
  ) rethrows -> [Diagnostic] {
    while true {
      let errors = try compile(notebook).diagnostics.filter {
        $0.severity == .error && $0.id != "no-steps"
      }
      if errors.isEmpty { return [] }
      if !leaveOut(errors) { return errors }
    }
  }

  /// Whether there was a cell among them that had not been left out.
  mutating func leaveOut(_ diagnostics: [Diagnostic]) -> Bool {
    // What reads the names is not at fault.
    let parameters = diagnostics.filter { $0.id == "invalid-parameter" }.compactMap(\.location.cell)
    if !parameters.isEmpty, makeOrdinary(Set(parameters)) { return true }
    var hasChanged = false
    for error in diagnostics where error.severity == .error {
      guard let cell = error.location.cell, notebook.cells[cell].kind == .code,
        !notebook.cells[cell].tags.contains("skip")
      else { continue }
      leaveOut(cell, error.message, at: error.location.range)
      hasChanged = true
    }
    return hasChanged
  }

  /// Takes the tags off by which cells hold parameters.
  private mutating func makeOrdinary(_ cells: Set<Int>) -> Bool {
    let parameterTags: Set = ["parameters", "pipeline-parameters", "injected-parameters"]
    var hasChanged = false
    for cell in cells {
      let others = notebook.cells[cell].tags.filter { !parameterTags.contains($0) }
      guard others.count < notebook.cells[cell].tags.count else { continue }
      notebook.cells[cell].tags = others
      tags[cell] = others
      hasChanged = true
    }
    return hasChanged
  }

  private mutating func leaveOut(_ cell: Int, _ reason: String, at range: SourceRange?) {
    notebook.cells[cell].tags.append("skip")
    tags[cell] = notebook.cells[cell].tags
    leftOut.append(
      Diagnostic(
        "cell-left-out", .warning, "the cell is left out of the pipeline: \(reason)",
        at: Diagnostic.Location(cell: cell, range: range),
        fix: "correct the cell, or see that nothing else needs it"))
    leftOut.sort(by: Diagnostic.isInReadingOrder)
  }
}
