/// Why a file can't be taken as a notebook. Lines and columns are those of the file, 1-based, the
/// columns in code points.
enum NotebookError: Error, Equatable {
  case notFound
  case isDirectory
  case unreadable(reason: String)
  case empty
  case notUTF8(line: Int)
  case notJSON(problem: String, line: Int, column: Int)
  case mergeConflict(line: Int)
  /// JSON of another shape; `problem` says which.
  case notNotebook(problem: String)
  case unsupportedFormat(major: Int)
  case malformedCell(index: Int, problem: String)
  /// The kernel's language, as the file spells it.
  case otherLanguage(String)
}

extension NotebookError {
  var diagnostic: Diagnostic {
    var diagnostic = message
    diagnostic.location.fileLine = line
    return diagnostic
  }

  /// Line of the file.
  private var line: Int? {
    switch self {
    case .notUTF8(let line), .notJSON(_, let line, _), .mergeConflict(let line): line
    default: nil
    }
  }

  private var message: Diagnostic {
    switch self {
    case .notFound:
      Diagnostic(
        "notebook-not-found", .error, "there is no such file",
        fix: "check the path, it is taken from the current folder")
    case .isDirectory:
      Diagnostic(
        "notebook-is-directory", .error, "this is a folder, not a notebook",
        fix: "name an .ipynb file")
    case .unreadable(let reason):
      Diagnostic(
        "notebook-unreadable", .error, "the file can't be read: \(reason)",
        fix: "check that you may read it, and that it is a file")
    case .empty:
      Diagnostic(
        "notebook-empty", .error, "the file is empty",
        fix: "save the notebook in Jupyter again")
    case .notUTF8(let line):
      Diagnostic(
        "notebook-not-utf8", .error,
        "the file is not UTF-8 text: line \(line) has bytes that are none",
        fix: "save the notebook in Jupyter again, or convert the file to UTF-8")
    case .notJSON(let problem, let line, let column):
      Diagnostic(
        "notebook-not-json", .error,
        "the file is not JSON: line \(line), column \(column): \(problem)",
        fix: "save the notebook in Jupyter again, or mend that line")
    case .mergeConflict(let line):
      Diagnostic(
        "notebook-merge-conflict", .error,
        "line \(line) of the file is the marker of an unresolved merge conflict",
        fix: "resolve the conflict in version control")
    case .notNotebook(let problem):
      Diagnostic(
        "not-a-notebook", .error, "the file is JSON, but no Jupyter notebook: \(problem)",
        fix: "name an .ipynb file that Jupyter has saved")
    case .unsupportedFormat(let major):
      Diagnostic(
        "unsupported-nbformat", .error,
        "the notebook has format version \(major); versions 3 and 4 can be read",
        fix: major < 3
          ? "convert it: jupyter nbconvert --to notebook --nbformat 4 NOTEBOOK"
          : "save it in format version 4, or use a newer kale")
    case .malformedCell(let index, let problem):
      Diagnostic(
        "malformed-cell", .error, "the cell is not as a notebook's cells are: \(problem)",
        at: Diagnostic.Location(cell: index), fix: "save the notebook in Jupyter again")
    case .otherLanguage(let language):
      Diagnostic(
        "unsupported-language", .error,
        "the notebook is written in \(language); only Python notebooks can be converted",
        fix: "if its cells are Python, choose a Python kernel and save it")
    }
  }
}
