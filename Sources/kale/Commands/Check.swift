import ArgumentParser
import KaleAnalysis

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with notebooks.",
    discussion: """
      Nothing is written. The exit code is 1 when a notebook has errors, 64 when there is no such file.
      """)

  @Argument(help: "The notebooks.")
  var notebooks: [String]

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    var worst = ExitCode.success
    for notebook in notebooks {
      let source = NotebookSource(
        path: notebook, overrides: settings.overrides, analysis: analysis,
        python: interpreter.python)
      let result = try source.compile()
      source.show(result)
      if result.diagnostics.count != 1 {
        Console.print("\(notebook): \(DiagnosticCounts(result.diagnostics).summary)")
      }
      let code = NotebookSource.exitCode(of: result)
      if code.rawValue > worst.rawValue { worst = code }
    }
    if worst != .success { throw worst }
  }
}
