import ArgumentParser
import Glibc
import KaleAnalysis

struct Report: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl
  }

  static let configuration = CommandConfiguration(
    abstract: "Tell what each cell and each step does.",
    discussion: """
      A notebook needs no tags. The exit code is 1 when a notebook has errors, as with 'kale check'; the \
      report is complete all the same. docs/reports.md describes the JSON.
      """)

  @Argument(help: "The notebooks, and folders to search for notebooks.")
  var notebooks: [String]

  @Option(
    help: ArgumentHelp(
      "A table, one JSON object for one notebook, or one object a line.", valueName: "format"))
  var format = Format.text

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    let search = NotebookSearch(notebooks)
    if format == .json, search.paths.count != 1 || search.hasFolders {
      throw CommandFailure.usage("--format json takes one notebook\nUse --format jsonl for more.")
    }
    var worst = ExitCode.success
    for (number, path) in search.paths.enumerated() {
      let source = NotebookSource(
        path: path, overrides: settings.overrides, analysis: analysis, python: interpreter.python)
      let result = try source.compile(includesCellEffects: true)
      let report = NotebookReport(result, path: path)
      switch format {
      case .text: Console.print((number == 0 ? "" : "\n") + text(of: report))
      case .json: Console.print(report.json.text)
      case .jsonl: Console.print(report.json.line)
      }
      let code = exitCode(of: report, isNamed: notebooks.contains(path), result)
      if code.rawValue > worst.rawValue { worst = code }
    }
    for folder in search.emptyFolders {
      Console.error("kale: no notebooks in \(folder)")
      worst = .usage
    }
    if worst != .success { throw worst }
  }

  private func text(of report: NotebookReport) -> String {
    var text = TextReport(report)
    let terminal = Terminal(descriptor: STDOUT_FILENO)
    text.columns = terminal.columns
    text.isColored = terminal.isColored
    return text.text
  }

  /// A file that was found in a folder is never a mistake in the call.
  private func exitCode(
    of report: NotebookReport, isNamed: Bool, _ result: CompilationResult
  ) -> ExitCode {
    let isMistake = isNamed && NotebookSource.exitCode(of: result) == .usage
    return isMistake ? .usage : report.hasErrors ? .notebookErrors : .success
  }
}
