/// Proposes steps for a notebook without tags: cuts it at its headings, finds imports, functions and
/// parameters, and lets each step come after those whose values it needs.
public struct NotebookTagger {
  private let files: SourceFiles
  private let overrides: SettingsOverrides
  private let options: AnalysisOptions

  /// The proposal makes a pipeline without errors, or has `problems`.
  ///
  /// - Throws: as `NotebookCompiler.compile`.
  public static func propose(
    path: String, overrides: SettingsOverrides = SettingsOverrides(),
    options: AnalysisOptions = AnalysisOptions()
  ) throws -> TagProposal {
    let notebook: Notebook
    do {
      notebook = try NotebookReader.read(path: path)
    } catch {
      return TagProposal(result: CompilationResult(notebook: nil), problems: [error])
    }
    return try propose(
      for: notebook, files: .beside(path), overrides: overrides, options: options)
  }

  /// - Parameter files: where the files are that the notebook's code runs.
  public static func propose(
    for notebook: Notebook, files: SourceFiles = .none,
    overrides: SettingsOverrides = SettingsOverrides(),
    options: AnalysisOptions = AnalysisOptions()
  ) throws -> TagProposal {
    try NotebookTagger(files: files, overrides: overrides, options: options).propose(for: notebook)
  }

  private func propose(for notebook: Notebook) throws -> TagProposal {
    guard OutlineBuilder.build(notebook).outline.isUntagged else {
      return TagProposal(
        result: CompilationResult(notebook: notebook),
        problems: [
          Diagnostic(
            "already-tagged", .error, "the notebook has tags that make steps already",
            fix: "see what is wrong with them: kale check; or remove them first")
        ])
    }
    var cells = CellSelection(notebook)
    if notebook.cells.contains(where: \.hasFailed) {
      cells.leaveOutWhatFailed(
        try NotebookCompiler.compile(
          notebook, files: files, options: options, includesCellEffects: true
        ).cellEffects)
    }
    while true {
      let problems = try cells.leaveOutWhatFails { try compile($0) }
      guard problems.isEmpty, cells.hasCode else {
        return TagProposal(
          result: CompilationResult(notebook: cells.notebook), leftOut: cells.leftOut,
          problems: problems.isEmpty ? [Self.nothing(notebook, cells)] : problems)
      }
      let drafts = try StepDrafter.draft(cells.notebook, files: files, options: options)
      guard let proposal = try settle(drafts, cells) else { continue }
      if !proposal.result.hasErrors { return proposal }
      // What is wrong in a single step is wrong in the notebook itself.
      guard cells.leaveOut(proposal.result.diagnostics) else {
        var failed = proposal
        failed.problems = proposal.result.diagnostics.filter { $0.severity == .error }
        return failed
      }
    }
  }

  private static func nothing(_ notebook: Notebook, _ cells: CellSelection) -> Diagnostic {
    cells.leftOut.isEmpty
      ? Diagnostic("nothing-to-tag", .error, "the notebook has no code, so there are no steps")
      : Diagnostic(
        "nothing-to-tag", .error, "no cell of the notebook can be run, so there are no steps",
        notes: cells.leftOut.prefix(3).map { Diagnostic.Note($0.message, at: $0.location) },
        fix: "correct the cells; kale report tells what is wrong with each")
  }

  private func compile(_ notebook: Notebook) throws -> CompilationResult {
    try NotebookCompiler.compile(notebook, files: files, overrides: overrides, options: options)
  }

  /// Takes what the compiler says of the steps into account, until it has nothing more to say: first
  /// steps are merged or ordered, in the end they run one after the other, or are but one.
  private func settle(_ drafter: StepDrafter, _ cells: CellSelection) throws -> TagProposal? {
    var drafter = drafter
    var edges: [(step: Int, after: Int)] = []
    for _ in 0..<Self.maxRounds {
      let proposal = try proposal(drafter.plan(edges), drafter, cells)
      let advice = StepAdvice(proposal.result.diagnostics, drafter)
      if let merge = advice.merges.first {
        drafter.merge(merge)
        edges = []
        continue
      }
      let new = advice.edges.filter { edge in !edges.contains { $0 == edge } }
      if new.isEmpty {
        if !proposal.result.hasErrors { return proposal }
        break
      }
      edges += new
    }
    let chained = try proposal(drafter.chained, drafter, cells)
    if !chained.result.hasErrors { return chained }
    drafter.merge(0...(drafter.count - 1))
    return try proposal(drafter.chained, drafter, cells)
  }

  private static let maxRounds = 12

  private func proposal(
    _ plan: StepPlan, _ drafter: StepDrafter, _ cells: CellSelection
  ) throws -> TagProposal {
    var notebook = cells.notebook
    let tags = plan.tags(for: notebook).merging(cells.tags) { planned, _ in planned }
    for (cell, tags) in tags { notebook.cells[cell].tags = tags }
    return TagProposal(tags: tags, result: try compile(notebook), leftOut: cells.leftOut)
  }
}
