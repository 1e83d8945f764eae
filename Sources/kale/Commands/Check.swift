import ArgumentParser
import FoundationEssentials
import KaleAnalysis

struct Check: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif, junit
  }

  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with notebooks.",
    discussion: """
      No notebook is changed without --fix. What is found is kept in the user's cache folder, so that only what \
      has changed is looked at again. The exit code is 1 when a notebook has errors, 64 when there is \
      no such file, 70 when kale itself fails. Folders are searched for notebooks that Git does not ignore. \
      docs/check.md describes the formats, and how to keep messages silent.
      """)

  @Argument(
    help: "The notebooks, and folders to search for notebooks.",
    completion: .file(extensions: ["ipynb"]))
  var notebooks: [String]

  @Option(
    help: ArgumentHelp(
      "text for people, json for programs, github for annotations in pull requests, sarif for code scanning, junit for test reports.",
      valueName: "format"))
  var format = Format.text

  @Flag(help: "Change the tags as the messages propose, where that is all it takes.")
  var fix = false

  @OptionGroup var selection: SelectionArguments

  @Option(
    help: ArgumentHelp(
      "Notebooks to look at at once (default: as many as there are processors).", valueName: "n"))
  var jobs: Int?

  @Flag(
    name: [.customLong("cache")], inversion: .prefixedNo,
    help: "Use what was found before in notebooks that have not changed.")
  var cache = true

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  /// Look at the notebooks that the standard input names: see `CheckWorker`.
  @Flag(help: .private) var worker = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }

  func run() throws {
    let cache = CheckCache(self)
    let checker = NotebookChecker(self, cache: cache)
    if worker { return CheckWorker.serve(checker) }
    let search = try NotebookSearch(notebooks, excluding: analysis.configuration.excludes)
    // What is wrong with a configuration is told before any notebook is.
    for path in search.paths { _ = try analysis.configuration.settings(for: path) }
    let configured = try analysis.configuration.find(for: notebooks[0] + "/nb.ipynb")?.jobs
    let jobs = jobs ?? configured ?? ProcessInfo.processInfo.activeProcessorCount
    var report = CheckReport(self, search)
    if search.paths.count == 1 {
      report.add(cache?.find(search.paths[0]) ?? checker.check(search.paths[0]))
    } else if !search.paths.isEmpty {
      var progress = CheckProgress(total: search.paths.count)
      var pool = CheckPool(search.paths)
      for (number, path) in search.paths.enumerated() {
        if let known = cache?.find(path) {
          pool.settle(number, known)
        } else if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") {
          // A worker has no standard input of its own, and may not have the pipes that the shell has made.
          pool.settle(number, checker.check(path))
        }
      }
      try pool.run(jobs: jobs) { done in
        progress.tell(done)
      } deliver: { notebook in
        if !notebook.text.isEmpty || notebook.failure != nil { progress.clear() }
        return report.add(notebook)
      }
      progress.clear()
    }
    cache?.trim()
    try report.finish()
  }
}
