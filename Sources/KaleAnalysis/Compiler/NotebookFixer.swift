/// Applies the changes of tags that the diagnostics of a notebook propose, until none is left.
public struct NotebookFixer {
  /// What has been done.
  public struct Outcome: Sendable {
    /// In the order in which they were made.
    public var edits: [TagEdit] = []
    /// Of the notebook as the edits leave it.
    public var result: CompilationResult

    /// The tags of the cells that have been changed, by index of the cell.
    public var tags: [Int: [String]] {
      let cells = Set(edits.map(\.cell))
      return (result.notebook?.cells ?? []).filter { cells.contains($0.index) }
        .reduce(into: [:]) { $0[$1.index] = $1.tags }
    }
  }

  private let compile: (Notebook) throws -> CompilationResult

  /// - Parameter compile: says what is wrong with the notebook.
  public init(compile: @escaping (Notebook) throws -> CompilationResult) {
    self.compile = compile
  }

  /// No edit is made that would lead to an error which the notebook does not have: all of them are tried
  /// together first, then one diagnostic's at a time, each with those that follow from it.
  ///
  /// - Parameter original: the compilation of the notebook as it is.
  public func fix(_ original: CompilationResult) throws -> Outcome {
    let none = Outcome(result: original)
    let all = try closure(of: none) { $0.diagnostics }
    if Self.isNoWorse(all, than: none) { return all }
    var done = none
    var rejected: Set<[TagEdit]> = []
    while let next = done.result.diagnostics.first(where: {
      !$0.edits.isEmpty && !rejected.contains($0.edits)
    }) {
      guard let tried = try apply(next.edits, to: done) else {
        rejected.insert(next.edits)
        continue
      }
      let known = Set(done.result.diagnostics.map(Self.key))
      // An error that the edit brings along may be one that another edit removes.
      let followed = try closure(of: tried) { result in
        result.diagnostics.filter { $0.severity == .error && !known.contains(Self.key($0)) }
      }
      if Self.isNoWorse(followed, than: done) {
        done = followed
      } else {
        rejected.insert(next.edits)
      }
    }
    return done
  }

  /// Makes the edits of the chosen diagnostics, and of those that these give rise to.
  private func closure(
    of start: Outcome, _ choose: (CompilationResult) -> [Diagnostic]
  ) throws -> Outcome {
    var outcome = start
    var seen = [outcome.result.notebook?.cells.map(\.tags)]
    while let next = try apply(choose(outcome.result).flatMap(\.edits), to: outcome) {
      let tags = next.result.notebook?.cells.map(\.tags)
      // Two edits that undo each other would go on for ever.
      if seen.contains(tags) { break }
      seen.append(tags)
      outcome = next
    }
    return outcome
  }

  /// nil when the edits change nothing.
  private func apply(_ edits: [TagEdit], to outcome: Outcome) throws -> Outcome? {
    guard var notebook = outcome.result.notebook else { return nil }
    var made: [TagEdit] = []
    for edit in edits where notebook.cells.indices.contains(edit.cell) {
      guard let tags = edit.applied(to: notebook.cells[edit.cell].tags) else { continue }
      notebook.cells[edit.cell].tags = tags
      made.append(edit)
    }
    guard !made.isEmpty else { return nil }
    return Outcome(edits: outcome.edits + made, result: try compile(notebook))
  }

  private static func isNoWorse(_ outcome: Outcome, than other: Outcome) -> Bool {
    func errors(_ outcome: Outcome) -> Set<Key> {
      Set(outcome.result.diagnostics.filter { $0.severity == .error }.map(key))
    }
    return errors(outcome).isSubset(of: errors(other))
  }

  /// Tells diagnostics apart whose words may change with the tags.
  private struct Key: Hashable {
    var id: Diagnostic.ID
    var location: Diagnostic.Location
  }

  private static func key(_ diagnostic: Diagnostic) -> Key {
    Key(id: diagnostic.id, location: diagnostic.location)
  }
}
