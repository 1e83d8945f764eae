import ArgumentParser
import FoundationEssentials
import Glibc
import KaleAnalysis

struct Report: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, html, markdown, mermaid, dot, svg

    /// Whether there can be one document only.
    var isOneDocument: Bool {
      switch self {
      case .json, .html, .svg, .dot: true
      case .text, .jsonl, .markdown, .mermaid: false
      }
    }
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
      "text; json for one notebook, jsonl for any number; html, markdown; the graph as mermaid, dot or"
        + " svg.", valueName: "format"))
  var format = Format.text

  @Flag(help: "With text: a table of the cells of a notebook with steps, too.")
  var cells = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write to, instead of the standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    let search = try NotebookSearch(notebooks, excluding: analysis.configuration.excludes)
    if format.isOneDocument, search.paths.count != 1 || search.hasFolders {
      let advice = format == .json ? "\nUse --format jsonl for more." : ""
      throw CommandFailure.usage("--format \(format.rawValue) takes one notebook\(advice)")
    }
    var worst = ExitCode.success
    var written = ""
    for (number, path) in search.paths.enumerated() {
      let source = NotebookSource(
        path: path, overrides: settings.overrides, analysis: analysis, python: interpreter.python)
      let result = try source.compile(includesCellEffects: true, includesNameUses: format == .html)
      let report = NotebookReport(result, path: path)
      let text = (number > 0 && format != .jsonl ? "\n" : "") + text(of: report, result)
      if output == nil { Console.write(text) } else { written += text }
      let code = exitCode(of: report, isNamed: notebooks.contains(path), result)
      if code.rawValue > worst.rawValue { worst = code }
    }
    if let output {
      do {
        try Data(written.utf8).write(to: URL(filePath: absolutePath(output)), options: .atomic)
      } catch {
        throw CommandFailure.usage("can't write \(output)")
      }
      Console.print("Wrote \(output).")
    }
    for folder in search.emptyFolders {
      Console.error("kale: no notebooks in \(folder)")
      worst = .usage
    }
    if worst != .success { throw worst }
  }

  private func text(of report: NotebookReport, _ result: CompilationResult) -> String {
    switch format {
    case .text: return plainText(of: report)
    case .json: return report.json.text
    case .jsonl: return report.json.line + "\n"
    case .html: return NotebookPage(report, result).text
    case .markdown: return MarkdownReport(report).text
    case .mermaid: return GraphText.mermaid(PipelineGraph(report.steps))
    case .dot:
      return GraphText.dot(
        PipelineGraph(report.steps), name: result.outline?.settings.name ?? "pipeline")
    case .svg: return GraphDrawing(PipelineGraph(report.steps)).file
    }
  }

  private func plainText(of report: NotebookReport) -> String {
    var text = TextReport(report)
    text.showsCells = cells
    if output == nil {
      let terminal = Terminal(descriptor: STDOUT_FILENO)
      text.columns = terminal.columns
      text.isColored = terminal.isColored
      text.isPlain = !terminal.isUnicode
    }
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
