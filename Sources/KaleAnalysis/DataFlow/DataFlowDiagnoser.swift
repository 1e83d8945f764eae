/// Says where the steps cannot get what the notebook would have given them, and what to do.
struct DataFlowDiagnoser {
  private let problem: DataFlowProblem
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<String> = []

  init(problem: DataFlowProblem) {
    self.problem = problem
  }

  private func stepName(_ step: Int) -> String { problem.steps[step].name }

  private func firstCell(_ step: Int) -> Int { problem.steps[step].cells[0] }

  private func quoted(_ steps: [Int]) -> String { Listing.and(steps.map { "'\(stepName($0))'" }) }

  /// The read of `name` that needs the value, if the step's own code has one.
  private func read(_ name: String, by step: Int) -> (
    certainty: Certainty, at: Diagnostic.Location
  )? {
    guard let effect = problem.effects[step].names[name], let certainty = effect.read,
      !effect.isReadLenient,
      let place = effect.readPlace
    else { return nil }
    return (certainty, place)
  }

  /// Whether code that cannot be foreseen may bind names of which the step then knows.
  private func mayBeBoundDynamically(for step: Int) -> Bool {
    let before = problem.graph.ancestors[step].union([step])
    return problem.prelude.has(.bindsUnknown)
      || before.contains { problem.effects[$0].has(.bindsUnknown) }
  }

  // MARK: Names without a source

  mutating func reportUnresolved(_ name: String, for step: Int) {
    guard let read = read(name, by: step), reported.insert("\(step) \(name)").inserted else {
      return
    }
    let readCell = read.at.cell ?? firstCell(step)
    // One fault, one message: once the other cell is corrected, it may bind the name.
    if let cell = problem.faulty[name], cell < readCell { return }
    let binders = problem.effects.indices.filter {
      $0 != step && problem.effects[$0].names[name]?.exits.contains(.bound) == true
    }
    // A read that the step's own code above may have bound is as sure as in the notebook.
    if read.certainty == .maybe, bindsAbove(name, step, read.at) { return }
    let isSure = read.certainty == .definite && !mayBeBoundDynamically(for: step)
    let severity: Diagnostic.Severity = isSure ? .error : .warning
    let earlier = binders.filter { bindCell(name, $0) < readCell }
    if let last = earlier.max(by: { bindCell(name, $0) < bindCell(name, $1) }) {
      reportUnreachable(name, for: step, severity, read.at, earlier, last: last)
    } else if !binders.isEmpty || bindsItself(name, step) {
      reportOutOfOrder(name, for: step, severity, read.at, binders)
    } else if let cell = problem.skipped[name] {
      diagnostics.append(
        Diagnostic(
          "bound-in-skipped-cell", severity,
          "'\(name)' is bound only in cell \(cell), which is tagged 'skip'", at: read.at,
          fix: "take the tag 'skip' off cell \(cell), or bind '\(name)' in step '\(stepName(step))'"
        ))
    } else if let history = HistoryDiagnoser.diagnostic(name, severity, at: read.at) {
      diagnostics.append(history)
    } else {
      reportUnknown(name, severity, read.at)
    }
  }

  private func bindCell(_ name: String, _ step: Int) -> Int {
    problem.effects[step].names[name]?.bindPlace?.cell ?? firstCell(step)
  }

  private func bindsItself(_ name: String, _ step: Int) -> Bool {
    problem.effects[step].names[name]?.exits.contains(.bound) == true
  }

  private func bindsAbove(_ name: String, _ step: Int, _ read: Diagnostic.Location) -> Bool {
    guard bindsItself(name, step), let bind = problem.effects[step].names[name]?.bindPlace,
      let bindCell = bind.cell, let readCell = read.cell
    else { return false }
    guard bindCell == readCell else { return bindCell < readCell }
    guard let bindStart = bind.range?.start, let readStart = read.range?.start else { return true }
    return bindStart < readStart
  }

  /// Where each of the steps binds the name, or else changes its value.
  private func writeNotes(_ name: String, _ steps: [Int]) -> [Diagnostic.Note] {
    steps.map { step in
      let effect = problem.effects[step].names[name]
      guard let effect, effect.exits == .untouched else {
        return Diagnostic.Note("step '\(stepName(step))' binds it here", at: effect?.bindPlace)
      }
      let change = Diagnostic.Location(cell: effect.mutationCell, range: effect.mutation?.range)
      return Diagnostic.Note("step '\(stepName(step))' changes it here", at: change)
    }
  }

  private mutating func reportUnreachable(
    _ name: String, for step: Int, _ severity: Diagnostic.Severity, _ place: Diagnostic.Location,
    _ binders: [Int], last: Int
  ) {
    let isDescendant = problem.graph.isAncestor(step, of: last)
    let edit = previous(last, of: step)
    diagnostics.append(
      Diagnostic(
        "unreachable-producer", severity,
        "step '\(stepName(step))' reads '\(name)', which is bound only in \(plural("step", binders)) "
          + "\(quoted(binders)), on which it does not depend",
        at: place, notes: writeNotes(name, binders),
        fix: isDescendant
          ? "step '\(stepName(last))' depends on '\(stepName(step))': move the code that binds '\(name)' up"
          : edit.instruction,
        edits: isDescendant ? [] : [edit]))
  }

  /// Lets `step` come after `other`.
  private func previous(_ other: Int, of step: Int) -> TagEdit {
    .add("prev:\(stepName(other))", cell: firstCell(step))
  }

  private func plural(_ word: String, _ items: [Int]) -> String {
    items.count == 1 ? word : word + "s"
  }

  private mutating func reportOutOfOrder(
    _ name: String, for step: Int, _ severity: Diagnostic.Severity, _ place: Diagnostic.Location,
    _ binders: [Int]
  ) {
    let all = binders + (bindsItself(name, step) ? [step] : [])
    diagnostics.append(
      Diagnostic(
        "out-of-order", severity,
        "'\(name)' is read before it is bound: only code further down binds it", at: place,
        notes: writeNotes(name, all),
        fix: "move the code that binds '\(name)' above this cell"))
  }

  private mutating func reportUnknown(
    _ name: String, _ severity: Diagnostic.Severity, _ place: Diagnostic.Location
  ) {
    let known = Set(
      problem.effects.flatMap { $0.names.filter { $0.value.exits.contains(.bound) }.keys }
    )
    .union(problem.prelude.names.keys).union(problem.parameters).union(problem.builtins)
    // Short names are all near to each other.
    let nearest =
      name.count < 3
      ? nil : Spelling.nearest(to: name, in: known.subtracting([name]).sorted())
    diagnostics.append(
      Diagnostic(
        "unresolved-name", severity,
        "'\(name)' is bound nowhere in the notebook, and is no builtin",
        at: place,
        fix: nearest.map { "did you mean '\($0)'?" }
          ?? "bind '\(name)' in a cell above, or import it in a cell tagged 'imports'"))
  }

  // MARK: Several sources, or none left

  mutating func reportDeleted(_ name: String, for step: Int, by deleter: Int) {
    guard let read = read(name, by: step), reported.insert("\(step) \(name)").inserted else {
      return
    }
    diagnostics.append(
      Diagnostic(
        "read-after-delete", read.certainty == .definite ? .error : .warning,
        "step '\(stepName(step))' reads '\(name)', which step '\(stepName(deleter))' has deleted",
        at: read.at,
        notes: [
          Diagnostic.Note(
            "deleted here", at: problem.effects[deleter].names[name]?.bindPlace)
        ],
        fix: "keep '\(name)' in step '\(stepName(deleter))', or bind it again before it is read"))
  }

  mutating func reportAmbiguous(_ name: String, for step: Int, _ writers: [Int]) {
    guard reported.insert("\(step) \(name)").inserted else { return }
    // The order of the notebook is the one in which its values came about.
    let inOrder = writers.sorted { lastWrite(of: name, by: $0) < lastWrite(of: name, by: $1) }
    let edits = zip(inOrder, inOrder.dropFirst()).map { previous($0, of: $1) }
    diagnostics.append(
      Diagnostic(
        "ambiguous-producer", .error,
        "'\(name)' reaches step '\(stepName(step))' from steps \(quoted(writers)), which run in no fixed order",
        at: need(of: name, by: step), notes: writeNotes(name, writers),
        fix:
          "order them as in the notebook (\(Listing.and(edits.map(\.instruction)))), or give the "
          + "variable a name of its own in each",
        edits: edits))
  }

  /// The steps that may write each variable, in their order.
  private func writers() -> [String: [Int]] {
    var writers: [String: [Int]] = [:]
    for (step, effects) in problem.effects.enumerated() {
      for (name, effect) in effects.names where effect.writes {
        writers[name, default: []].append(step)
      }
    }
    return writers
  }

  private func lastWrite(of name: String, by step: Int) -> Int {
    problem.effects[step].names[name]?.writingCells.max() ?? firstCell(step)
  }

  /// Where `step` first needs the value of `name`: reads it, or the value of a function that does.
  private func need(of name: String, by step: Int) -> Diagnostic.Location {
    let names = problem.effects[step].names
    if let effect = names[name], effect.read != nil, let place = effect.readPlace { return place }
    let callers = names.filter { $0.value.read != nil && $0.value.callReads.contains(name) }
    return callers.min { $0.key < $1.key }?.value.readPlace
      ?? Diagnostic.Location(cell: firstCell(step))
  }

  mutating func reportGuesses(_ name: String, for step: Int, _ guesses: [Int]) {
    guard read(name, by: step) != nil, let first = guesses.first,
      reported.insert("guess \(step) \(name)").inserted
    else { return }
    let effect = problem.effects[first].names[name]!
    diagnostics.append(
      Diagnostic(
        "possible-change", .note,
        "\(plural("step", guesses)) \(quoted(guesses)) \(guesses.count == 1 ? "hands" : "hand") '\(name)' to "
          + "library code that might change it in place; step '\(stepName(step))' gets it without such changes",
        at: Diagnostic.Location(cell: effect.mutationCell, range: effect.mutation?.range),
        fix:
          "if it is changed, order the steps with a prev: tag; if not, tell kale with "
          + "--knowledge"))
  }

  // MARK: Order

  /// Where the pipeline's order gives a step another value than the notebook, run from top to bottom.
  mutating func checkOrder(_ flow: DataFlow) {
    let writers = writers()
    for step in problem.steps.indices {
      for (name, effect) in problem.effects[step].names.sorted(by: { $0.key < $1.key }) {
        guard effect.read != nil, let place = effect.readPlace, let cell = effect.readCell,
          !problem.isImportOnly(name), !reported.contains("\(step) \(name)")
        else { continue }
        let producer = flow.steps[step].inputs[name]?.producer
        checkOrder(of: name, read: place, in: cell, of: step, producer, writers[name] ?? [])
      }
    }
  }

  private mutating func checkOrder(
    of name: String, read place: Diagnostic.Location, in cell: Int, of step: Int, _ producer: Int?,
    _ writers: [Int]
  ) {
    let ancestors = problem.graph.ancestors[step]
    let given =
      writers.filter(ancestors.contains)
      .compactMap { lastWrite(of: name, by: $0, before: cell) }.max() ?? -1
    for other in writers where other != step && !ancestors.contains(other) {
      guard let write = lastWrite(of: name, by: other, before: cell), write > given else {
        continue
      }
      let isDescendant = problem.graph.isAncestor(step, of: other)
      let edit = previous(other, of: step)
      diagnostics.append(
        Diagnostic(
          "stale-value", .warning,
          "step '\(stepName(step))' gets '\(name)' without the change that step '\(stepName(other))' makes in "
            + "cell \(write), because it does not depend on that step",
          at: place, notes: writeNotes(name, [other]),
          fix: isDescendant
            ? "step '\(stepName(other))' depends on '\(stepName(step))': move cell \(write) to a step "
              + "before both"
            : "\(edit.instruction), if the change is meant",
          edits: isDescendant ? [] : [edit]))
      return
    }
    if let producer, let first = problem.effects[producer].names[name]?.writingCells.max(),
      first > cell
    {
      diagnostics.append(
        Diagnostic(
          "out-of-order", .warning,
          "step '\(stepName(step))' gets '\(name)' as cell \(first) of step '\(stepName(producer))' leaves it, "
            + "which stands further down in the notebook",
          at: place, fix: "move cell \(first) above this cell"))
    }
  }

  private func lastWrite(of name: String, by step: Int, before cell: Int) -> Int? {
    guard let effect = problem.write(of: name, by: step), !effect.writesByGuessOnly else {
      return nil
    }
    return effect.writingCells.filter { $0 < cell }.max()
  }

  // MARK: Values

  mutating func checkTransfers(_ flow: DataFlow) {
    for (step, stepFlow) in flow.steps.enumerated() {
      for (name, consumers) in stepFlow.outputs.sorted(by: { $0.key < $1.key }) {
        guard let effect = problem.effects[step].names[name], effect.exits == .bound,
          case .untransferable(let what) = effect.type
        else { continue }
        let isNeeded = consumers.contains { read(name, by: $0)?.certainty == .definite }
        let article = "aeiou".contains(what.first ?? "x") ? "an" : "a"
        diagnostics.append(
          Diagnostic(
            "untransferable-value", isNeeded ? .error : .warning,
            "'\(name)' is \(article) \(what), which cannot travel to \(plural("step", Array(consumers))) "
              + quoted(consumers.sorted()),
            at: effect.bindPlace ?? Diagnostic.Location(cell: firstCell(step)),
            notes: consumers.sorted().compactMap { consumer in
              read(name, by: consumer).map {
                Diagnostic.Note("step '\(stepName(consumer))' reads it here", at: $0.at)
              }
            },
            fix: "make it in the step that uses it, or hand on what it yields"))
      }
      for (name, effect) in problem.effects[step].names.sorted(by: { $0.key < $1.key })
      where problem.parameters.contains(name) && effect.exits.contains(.bound) {
        diagnostics.append(
          Diagnostic(
            "parameter-rebound", .note,
            "step '\(stepName(step))' binds the pipeline parameter '\(name)' again: from there on it is an "
              + "ordinary variable",
            at: effect.bindPlace ?? Diagnostic.Location(cell: firstCell(step)),
            fix: "if that is not meant, give the variable another name"))
      }
      diagnostics += problem.effects[step].dynamic.map(dynamicAccess)
    }
    diagnostics += problem.prelude.dynamic.map(dynamicAccess)
  }

  private func dynamicAccess(_ access: StepEffects.Place<DynamicAccess>) -> Diagnostic {
    let place = Diagnostic.Location(cell: access.cell, range: access.value.range)
    if access.value.isStarImport {
      return Diagnostic(
        "star-import", .note, "what '\(access.value.cause)' binds is not known to the full",
        at: place,
        fix: "import the names that you use, or let kale ask your Python: --resolve-imports")
    }
    let effect =
      switch access.value.kind {
      case .readsUnknown: "may read any variable: the step receives all that earlier steps may bind"
      case .bindsUnknown:
        "may bind any variable: what later steps read comes by way of this step"
      case .deletesUnknown: "may delete any variable"
      }
    return Diagnostic(
      "dynamic-access", .warning, "\(access.value.cause) \(effect)", at: place,
      fix: "spell the names out in the code, or keep what depends on them in this step")
  }
}
