import ArgumentParser
import FoundationEssentials
import KaleAnalysis

struct Compare: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  static let configuration = CommandConfiguration(
    abstract: "Compare the exact analyzer with another one.",
    discussion: """
      The other one is kale's own heuristic, which guesses from tokens, or with --against any tool whose \
      answers are in the format of 'kale report --format jsonl'. For one notebook it tells cell by cell and \
      step by step which names only one of them has, and what would come of a pipeline; for several, \
      precision and recall, and how many pipelines would break. A notebook without tags gets the steps of \
      'kale tag'. Notebooks that can't be read are passed over, and named.
      """)

  @Argument(help: "The notebooks, and folders to search for notebooks.")
  var notebooks: [String]

  @Option(
    help: ArgumentHelp(
      "Answers of another tool, as JSON in the format of kale's reports.", valueName: "file"))
  var against: String?

  @Option(help: "text, json or html.")
  var format = Format.text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write to, instead of the standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    let answers = try against.map { try Answers(path: $0) }
    let search = try NotebookSearch(notebooks, excluding: analysis.configuration.excludes)
    var comparisons: [NotebookComparison] = []
    var totals = ComparisonTotals()
    for path in search.paths {
      do {
        guard let comparison = try compare(path, answers: answers) else { continue }
        comparisons.append(comparison)
        totals.add(comparison)
      } catch let failure as CommandFailure {
        Console.error("kale: \(path): \(failure.message)")
      }
    }
    for folder in search.emptyFolders { Console.error("kale: no notebooks in \(folder)") }
    guard !comparisons.isEmpty else {
      throw CommandFailure(message: "there was nothing to compare", code: .usage)
    }
    let isOne = search.paths.count == 1 && !search.hasFolders
    let other = comparisons[0].other
    var text = ComparisonText()
    text.columns = output == nil ? Terminal().columns : 100
    switch format {
    case .text:
      try write(isOne ? text.text(of: comparisons[0]) : text.text(of: totals, other: other))
    case .json:
      try write(
        isOne
          ? comparisons[0].json.text : totals.json(other: other, notebooks: comparisons).text)
    case .html: try write(ComparisonPage(comparisons, totals: totals, other: other).text)
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return Console.write(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: absolutePath(output)), options: .atomic)
    } catch {
      throw CommandFailure.usage("can't write \(output)")
    }
    Console.print("Wrote \(output).")
  }

  /// nil where the other tool has no answer for the notebook.
  private func compare(_ path: String, answers: Answers?) throws -> NotebookComparison? {
    var exactArguments = analysis
    exactArguments.analyzer = .exact
    let exact = source(path, exactArguments)
    let original = try exact.compile(includesCellEffects: true)
    guard let notebook = original.notebook else {
      throw CommandFailure.usage(original.diagnostics.first?.message ?? "it can't be read")
    }
    if let answers {
      guard let other = answers.report(of: path) else {
        throw CommandFailure.usage("\(against ?? "") has no answer for it")
      }
      return NotebookComparison(original, path: path, against: other)
    }
    var tagged = notebook
    var result = original
    if original.outline?.isUntagged ?? true {
      let proposal = try exact.propose()
      if proposal.problems.isEmpty, let proposed = proposal.result.notebook {
        tagged = proposed
        result = try exact.compile(proposed, includesCellEffects: true)
      }
    }
    var heuristicArguments = analysis
    heuristicArguments.analyzer = .heuristic
    let found = try source(path, heuristicArguments).compile(tagged, includesCellEffects: true)
    return NotebookComparison(result, path: path, against: NotebookReport(found, path: path))
  }

  private func source(_ path: String, _ analysis: AnalysisArguments) -> NotebookSource {
    NotebookSource(
      path: path, overrides: settings.overrides, analysis: analysis, python: interpreter.python)
  }

  /// The answers of another tool, by notebook.
  private struct Answers {
    private let byPath: [String: NotebookReport]
    private let byName: [String: [NotebookReport]]

    init(path: String) throws {
      guard let data = FileManager.default.contents(atPath: absolutePath(path)) else {
        throw CommandFailure.usage("--against \(path): no such file")
      }
      do {
        let reports = try NotebookReport.read(data)
        byPath = Dictionary(reports.map { ($0.notebook, $0) }) { _, last in last }
        byName = Dictionary(grouping: reports) { Self.name($0.notebook) }
      } catch {
        throw CommandFailure.usage("--against \(path): line \(error.line): \(error.message)")
      }
    }

    /// By its path, else by its name where that is the name of one only.
    func report(of path: String) -> NotebookReport? {
      if let report = byPath[path] { return report }
      let named = byName[Self.name(path)] ?? []
      return named.count == 1 ? named[0] : nil
    }

    private static func name(_ path: String) -> String {
      String(path.split(separator: "/").last ?? "")
    }
  }
}
