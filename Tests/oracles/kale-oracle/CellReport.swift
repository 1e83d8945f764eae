import KaleAnalysis

/// What is known of one cell, for the oracles to judge.
struct CellReport: Encodable, Sendable {
  var notebook: String
  /// 0-based among all cells of the notebook.
  var cell: Int
  var source: String
  /// The Python that IPython is expected to make of the cell.
  var shell: String
  /// The Python that the analysis reads: the source if it parses as it stands; nil if nothing does.
  var python: String?
  /// Why nothing parses.
  var error: String?
  var scopes: Scopes?
  /// Names that the analysis would report at another place than where the source has them.
  var strayed: [String] = []

  struct Scopes: Encodable, Sendable {
    var count = 0
    var names = 0
    /// What CPython refuses when it makes its table, such as a `nonlocal` without a variable.
    var refused: String?
    var differences: [ScopeComparison.Difference] = []
  }

  init(_ cell: Cell, of notebook: String, _ python: borrowing PythonInterpreter) {
    self.notebook = notebook
    self.cell = cell.index
    source = cell.source
    shell = IPythonCell(cell.source).shellText
    let symbols = SymbolTable()
    switch CellParser.parse(cell, python, symbols) {
    case .failure(let diagnostic): error = diagnostic.message
    case .success(let parsed):
      let text = parsed.transform?.python ?? source
      self.python = text
      scopes = Scopes(parsed, symbols, text, python)
      if let transform = parsed.transform {
        strayed = StrayedNames.find(in: parsed.tree, symbols, transform, of: source)
      }
    }
  }
}

extension CellReport.Scopes {
  init(
    _ cell: ParsedCell, _ symbols: SymbolTable, _ text: String,
    _ python: borrowing PythonInterpreter
  ) {
    do throws(PythonSyntaxError) {
      let comparison = try ScopeComparison(
        cell.scopes, of: cell.tree, symbols, source: text, python)
      count = comparison.scopeCount
      names = comparison.nameCount
      differences = comparison.differences.map { difference in
        var difference = difference
        let position = SourcePosition(line: max(difference.line, 1), column: 0)
        difference.line = cell.original(position).line
        return difference
      }
    } catch {
      refused = error.message
    }
  }
}
