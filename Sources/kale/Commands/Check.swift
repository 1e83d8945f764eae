import ArgumentParser
import KaleAnalysis

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with notebooks.",
    discussion: """
      Nothing is written without --fix. The exit code is 1 when a notebook has errors, 64 when there is \
      no such file.
      """)

  @Argument(help: "The notebooks.")
  var notebooks: [String]

  @Flag(help: "Change the tags as the messages propose, where that is all it takes.")
  var fix = false

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    var worst = ExitCode.success
    for notebook in notebooks {
      let source = NotebookSource(
        path: notebook, overrides: settings.overrides, analysis: analysis,
        python: interpreter.python)
      var result = try source.compile()
      var summary: [String] = []
      if fix, let original = result.notebook {
        let outcome = try NotebookFixer(compile: { try source.compile($0) }).fix(result)
        if !outcome.edits.isEmpty {
          try TaggedFile(notebook: original).write(outcome.tags)
        }
        for edit in outcome.edits { Console.print("\(notebook):cell \(edit.cell): \(edit.report)") }
        let count = outcome.edits.count
        if count > 0 { summary.append("\(count) tag\(count == 1 ? "" : "s") changed") }
        result = outcome.result
      }
      source.show(result)
      if result.diagnostics.count != 1 || !summary.isEmpty {
        summary.insert(DiagnosticCounts(result.diagnostics).summary, at: 0)
        Console.print("\(notebook): \(summary.joined(separator: "; "))")
      }
      let code = NotebookSource.exitCode(of: result)
      if code.rawValue > worst.rawValue { worst = code }
    }
    if worst != .success { throw worst }
  }
}
