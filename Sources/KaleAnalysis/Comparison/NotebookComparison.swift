/// One notebook, as the exact analyzer and another one see it.
public struct NotebookComparison: Sendable {
  /// Names of one cell that only one of the two has.
  public struct CellDifference: Sendable, Hashable {
    /// 0-based among all cells of the notebook.
    public var cell: Int
    public var names: ComparedNames
    /// Sorted names that the exact analyzer has, with what may be the cause.
    public var missed: [Named]
    /// Sorted names that the other analyzer has.
    public var extra: [Named]
  }

  public struct Named: Sendable, Hashable {
    public var name: String
    public var cause: DifferenceCause
  }

  /// Names of one step that only one of the two has; sorted.
  public struct StepDifference: Sendable, Hashable {
    public var step: String
    public var names: ComparedNames
    public var missed: [String]
    public var extra: [String]
  }

  /// The path by which the notebook was opened.
  public var notebook: String
  /// What has found the other answers.
  public var other: String
  public var agreement: [ComparedNames: NameAgreement] = [:]
  public var cells: [CellDifference] = []
  public var steps: [StepDifference] = []
  /// In the order of the steps.
  public var consequences: [Consequence] = []
  /// Whether steps were there to compare: tagged ones, or those that were proposed.
  public var hasSteps: Bool

  /// Whether a pipeline made of the other answers would fail or compute something else, in every run.
  public var breaks: Bool { consequences.contains { $0.kind.breaks && $0.isCertain } }
  /// Whether it would in some run.
  public var mayBreak: Bool { consequences.contains { $0.kind.breaks } }
}

extension NotebookComparison {
  /// - Parameters:
  ///   - result: what the exact analyzer has found, with the effects of cells.
  ///   - other: the other answers, about the same notebook with the same tags.
  public init(_ result: CompilationResult, path: String, against other: NotebookReport) {
    let exact = NotebookReport(result, path: path)
    notebook = path
    self.other = other.analyzer
    hasSteps = !exact.steps.isEmpty
    compareCells(result, exact.cells ?? [], other.cells ?? [])
    compareSteps(exact.steps, other.steps)
    findConsequences(result, exact, other)
  }

  private mutating func compareCells(
    _ result: CompilationResult, _ exact: [CellReport], _ other: [CellReport]
  ) {
    let others = Dictionary(other.map { ($0.index, $0) }) { first, _ in first }
    // What can't be parsed is nobody's.
    let broken = Set(
      result.diagnostics.filter { $0.severity == .error }.compactMap(\.location.cell))
    for cell in exact where cell.role != "skip" && !broken.contains(cell.index) {
      guard let other = others[cell.index] else { continue }
      let causes = CauseFinder(result, cell: cell.index, knows: cell, other)
      for names in [ComparedNames.reads, .binds, .mutates] {
        // That a library changes what it is handed is a guess, and no answer to be right about.
        let guesses = names == .mutates ? result.guessedChanges(in: cell.index) : []
        let right = cell.names(names).subtracting(guesses)
        let found = other.names(names).subtracting(guesses)
        agreement[names, default: NameAgreement()].add(right: right, other: found)
        guard right != found else { continue }
        cells.append(
          CellDifference(
            cell: cell.index, names: names,
            missed: right.subtracting(found).sorted()
              .map { Named(name: $0, cause: causes.cause(ofMissed: $0, names)) },
            extra: found.subtracting(right).sorted()
              .map { Named(name: $0, cause: causes.cause(ofExtra: $0, names)) }))
      }
    }
  }

  private mutating func compareSteps(_ exact: [StepReport], _ other: [StepReport]) {
    let others = Dictionary(other.map { ($0.name, $0) }) { first, _ in first }
    for step in exact {
      let other = others[step.name]
      let pairs: [(ComparedNames, Set<String>, Set<String>)] = [
        (.inputs, Set(step.inputs.map(\.name)), Set(other?.inputs.map(\.name) ?? [])),
        (.outputs, Set(step.outputs.map(\.name)), Set(other?.outputs.map(\.name) ?? [])),
      ]
      for (names, right, found) in pairs {
        agreement[names, default: NameAgreement()].add(right: right, other: found)
        guard right != found else { continue }
        steps.append(
          StepDifference(
            step: step.name, names: names, missed: right.subtracting(found).sorted(),
            extra: found.subtracting(right).sorted()))
      }
    }
  }

  private mutating func findConsequences(
    _ result: CompilationResult, _ exact: NotebookReport, _ other: NotebookReport
  ) {
    guard hasSteps else { return }
    let right = Set(exact.diagnostics.filter { $0.severity == .error }.map(\.id))
    let found = other.diagnostics.filter { $0.severity == .error }
    for diagnostic in found where !right.contains(diagnostic.id) {
      consequences.append(
        Consequence(
          kind: .refused, name: diagnostic.id, isCertain: true, cell: diagnostic.cell,
          line: diagnostic.start?.line))
    }
    for diagnostic in exact.diagnostics
    where diagnostic.severity == .error && !found.contains(where: { $0.id == diagnostic.id }) {
      consequences.append(
        Consequence(
          kind: .accepted, name: diagnostic.id, isCertain: true, cell: diagnostic.cell,
          line: diagnostic.start?.line))
    }
    let history = ValueHistory(result, exact.steps, other.steps)
    for step in exact.steps {
      let found = history.otherInputs[step.name] ?? [:]
      for input in step.inputs {
        let place = result.firstRead(of: input.name, in: step.cells)
        var consequence = Consequence(
          kind: .missingInput, step: step.name, name: input.name,
          isCertain: input.certainty == .definite, producer: input.producer, cell: place?.cell,
          line: place?.line)
        if found[input.name] != nil {
          guard let change = history.missedChange(of: input.name, in: step.name) else { continue }
          consequence.kind = .oldValue
          consequence.producer = change.writer
          consequence.otherProducer = change.found
          consequence.isCertain = consequence.isCertain && change.isCertain
        } else if history.comesOfStarImport(input) {
          // The statement runs again in the step, whether its names are known or not.
          continue
        } else if result.builtins.contains(input.name) {
          consequence.kind = .builtinInstead
        }
        consequences.append(consequence)
      }
      let names = Set(step.inputs.map(\.name))
      for name in found.keys.filter({ !names.contains($0) }).sorted() {
        consequences.append(
          Consequence(kind: .needlessInput, step: step.name, name: name, isCertain: true))
      }
    }
  }
}

extension CellReport {
  fileprivate func names(_ names: ComparedNames) -> Set<String> {
    let lists: Names
    switch names {
    case .reads: lists = reads
    case .binds: lists = binds
    case .mutates: lists = mutates
    case .inputs, .outputs: return []
    }
    return Set(lists.definite + lists.maybe)
  }
}

extension CompilationResult {
  /// Names of which it is only a guess that the cell changes them.
  fileprivate func guessedChanges(in cell: Int) -> Set<String> {
    let names = cellEffects[cell]?.names ?? [:]
    return Set(names.filter { $0.value.mutation?.reason.isGuess ?? false }.keys)
  }

  /// Where the first of the cells reads a name.
  fileprivate func firstRead(of name: String, in cells: [Int]) -> (cell: Int, line: Int?)? {
    for cell in cells {
      guard let effect = cellEffects[cell]?.names[name], effect.read != nil else { continue }
      return (cell, effect.readRange?.start.line)
    }
    return nil
  }
}
