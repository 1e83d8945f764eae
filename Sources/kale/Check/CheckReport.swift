import ArgumentParser
import KaleAnalysis

/// Writes what has been found, in the order of the notebooks, and settles the exit code.
struct CheckReport {
  private let options: Check
  private let search: NotebookSearch
  private let named: Set<String>
  private var notebooks: [CheckedNotebook] = []
  private var total = DiagnosticCounts([])
  private var changedTags = 0
  private var count = 0
  private var exitCode: Int32 = 0
  private var fatal: CommandFailure?

  init(_ options: Check, _ search: NotebookSearch) {
    self.options = options
    self.search = search
    named = Set(options.notebooks)
  }

  /// - Returns: whether there is a point in going on.
  @discardableResult
  mutating func add(_ notebook: CheckedNotebook) -> Bool {
    if let failure = notebook.failure, failure.isFatal {
      fatal = CommandFailure(message: failure.message, code: ExitCode(failure.code))
      return false
    }
    count += 1
    total.errors += notebook.counts.errors
    total.warnings += notebook.counts.warnings
    total.notes += notebook.counts.notes
    changedTags += notebook.edits.count
    // A file that was found in a folder is never a mistake in the call.
    let isFound = !named.contains(notebook.path)
    exitCode = max(exitCode, isFound && notebook.exitCode == 64 ? 1 : notebook.exitCode)
    if let failure = notebook.failure { Console.error("kale: \(failure.message)") }
    switch options.format {
    case .text: show(notebook, isFound: isFound)
    case .github:
      let lines = notebook.githubLines
      if !lines.isEmpty { Console.print(lines) }
    case .json, .sarif, .junit: notebooks.append(notebook)
    }
    return true
  }

  private func show(_ notebook: CheckedNotebook, isFound: Bool) {
    for edit in notebook.edits { Console.print(edit) }
    if !notebook.text.isEmpty { Console.error(notebook.text) }
    let messages = notebook.counts.errors + notebook.counts.warnings + notebook.counts.notes
    let isSilent = messages == 0 && notebook.edits.isEmpty && isFound
    if (messages != 1 || !notebook.edits.isEmpty) && !isSilent && notebook.failure?.code != 70 {
      Console.print("\(notebook.path): \(notebook.summary)")
    }
  }

  /// - Throws: the exit code, unless it is 0.
  func finish() throws {
    if let fatal { throw fatal }
    switch options.format {
    case .text where search.hasFolders && count > 0:
      let tags = "\(changedTags) tag\(changedTags == 1 ? "" : "s")"
      let changes = changedTags == 0 ? "" : "; \(tags) changed"
      Console.print("\(count) notebook\(count == 1 ? "" : "s"): \(total.summary)\(changes)")
    case .text, .github: break
    case .json: Console.print(CheckJSON(notebooks).text)
    case .sarif: Console.print(CheckSARIF(notebooks).text)
    case .junit: Console.print(CheckJUnit(notebooks).text)
    }
    for folder in search.emptyFolders { Console.error("kale: no notebooks in \(folder)") }
    if !search.emptyFolders.isEmpty { throw ExitCode(max(exitCode, 64)) }
    if exitCode != 0 { throw ExitCode(exitCode) }
  }
}
