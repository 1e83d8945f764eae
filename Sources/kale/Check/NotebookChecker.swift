import ArgumentParser
import Glibc
import KaleAnalysis

/// Looks at notebooks one after the other, as the options of `kale check` say.
struct NotebookChecker {
  let options: Check
  /// For the text of the messages, which goes to the standard error.
  private let terminal = Terminal(descriptor: STDERR_FILENO)
  private let cache: CheckCache?

  init(_ options: Check, cache: CheckCache?) {
    self.options = options
    self.cache = cache
  }

  /// Keeps what it has found, where that can be used again.
  func check(_ path: String) -> CheckedNotebook {
    let files = FileStamps()
    for input in cache?.inputs(path) ?? [] { files.add(input) }
    let checked = check(path, willRead: files.add)
    cache?.keep(checked, files)
    return checked
  }

  private func check(
    _ path: String, willRead: @escaping @Sendable (String) -> Void
  ) -> CheckedNotebook {
    var checked = CheckedNotebook(path: path)
    var source = NotebookSource(
      path: path, overrides: options.settings.overrides, analysis: options.analysis,
      python: options.interpreter.python)
    source.select = options.selection.select
    source.ignore = options.selection.ignore
    source.leavesOutErrors = true
    source.willRead = willRead
    do {
      var result = try source.compile()
      if options.fix {
        do {
          result = try fix(result, source, &checked)
        } catch let failure as CommandFailure {
          checked.failure = CheckedNotebook.Failure(
            message: failure.message, code: failure.code.rawValue, isFatal: false)
        }
      }
      try describe(result, source, &checked)
    } catch let failure as CommandFailure {
      checked.failure = CheckedNotebook.Failure(
        message: failure.message, code: failure.code.rawValue, isFatal: failure.code == .usage)
      checked.exitCode = failure.code.rawValue
    } catch {
      return .lost(path, reason: "\(error)")
    }
    return checked
  }

  private func fix(
    _ result: CompilationResult, _ source: NotebookSource, _ checked: inout CheckedNotebook
  ) throws -> CompilationResult {
    guard let original = result.notebook else { return result }
    let outcome = try NotebookFixer(compile: { try source.compile($0) }).fix(result)
    guard !outcome.edits.isEmpty else { return outcome.result }
    try TaggedFile(notebook: original).write(outcome.tags)
    checked.edits = outcome.edits.map { "\(source.path):cell \($0.cell): \($0.report)" }
    return outcome.result
  }

  private func describe(
    _ result: CompilationResult, _ source: NotebookSource, _ checked: inout CheckedNotebook
  ) throws {
    var diagnostics = result.diagnostics
    let configured = try options.analysis.configuration.settings(for: source.path)
    if options.selection.strict ?? configured.isStrict ?? false {
      for index in diagnostics.indices where diagnostics[index].severity == .warning {
        diagnostics[index].severity = .error
      }
      diagnostics.sort(by: Diagnostic.isInReadingOrder)
    }
    checked.counts = DiagnosticCounts(diagnostics)
    checked.exitCode = max(
      NotebookSource.exitCode(of: diagnostics).rawValue, checked.failure?.code ?? 0)
    guard options.format != .text else {
      var renderer =
        result.notebook.map(DiagnosticRenderer.init) ?? DiagnosticRenderer(path: source.path)
      renderer.columns = terminal.columns
      renderer.isColored = terminal.isColored
      checked.text = renderer.render(diagnostics)
      return
    }
    let isPlaced = diagnostics.contains { $0.location.cell != nil }
    let maker = FindingMaker(
      result.notebook, lines: isPlaced ? CellLines(path: source.path) : nil)
    checked.findings = diagnostics.map(maker.finding)
  }
}
