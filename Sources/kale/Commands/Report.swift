import ArgumentParser
import KaleAnalysis

struct Report: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, jsonl
  }

  static let configuration = CommandConfiguration(
    abstract: "Tell what each cell and each step does, for programs.",
    discussion: """
      Prints one JSON object for one notebook, or with --format jsonl one a line for any number of \
      notebooks and folders. A notebook needs no tags. The exit code is 1 when a report has an error \
      among its diagnostics; the output is complete all the same.
      """)

  @Argument(help: "The notebooks; with --format jsonl also folders, searched for notebooks.")
  var notebooks: [String]

  @Option(help: "json or jsonl.")
  var format: Format

  @OptionGroup var settings: SettingsOptions

  func run() throws {
    let search = NotebookSearch(notebooks)
    if format == .json, search.paths.count != 1 || search.hasFolders {
      throw CommandFailure.usage("--format json takes one notebook\nUse --format jsonl for more.")
    }
    var worst = ExitCode.success
    for path in search.paths {
      let source = NotebookSource(path: path, overrides: settings.overrides)
      let result = try source.compile(includesCellEffects: true)
      let report = NotebookReport(result, path: path)
      switch format {
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

  /// A file that was found in a folder is never a mistake in the call.
  private func exitCode(
    of report: NotebookReport, isNamed: Bool, _ result: CompilationResult
  ) -> ExitCode {
    let isMistake = isNamed && NotebookSource.exitCode(of: result) == .usage
    return isMistake ? .usage : report.hasErrors ? .notebookErrors : .success
  }
}
