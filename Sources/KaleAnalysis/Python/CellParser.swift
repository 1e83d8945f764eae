/// A cell as the parser sees it.
package struct ParsedCell {
  /// 0-based among all cells of the notebook.
  var index: Int
  package var tree: SyntaxTree
  package var scopes: ScopeTree
  /// Set where the cell has IPython syntax; the tree is then that of its Python.
  package var transform: IPythonTransform?
  /// The code in its string literals, by the offset of the literal's node.
  var embedded: [Int32: EmbeddedCode] = [:]

  /// The place in the user's text of a place in the parsed text.
  package func original(_ position: SourcePosition) -> SourcePosition {
    transform?.original(position) ?? position
  }
}

/// Parses cells: as they stand first, and as IPython syntax only what fails or is no plain Python.
package enum CellParser {
  /// - Parameter kernel: that of the notebook, which the message of a syntax error may mention.
  package static func parse(
    _ cell: Cell, _ python: borrowing PythonInterpreter, _ symbols: SymbolTable,
    kernel: KernelVersion? = nil
  ) -> Result<ParsedCell, Diagnostic> {
    func failure(
      _ error: PythonSyntaxError, _ source: String, _ original: (SourcePosition) -> SourcePosition
    ) -> Result<ParsedCell, Diagnostic> {
      var diagnostic = diagnostic(error, cell, original)
      KernelDiagnoser(kernel: kernel).explain(error, in: source, &diagnostic)
      return .failure(diagnostic)
    }
    var plain: Result<SyntaxTree, PythonSyntaxError>?
    if !startsWithEscape(cell.source) {
      plain = python.parse(cell.source, symbols: symbols)
      if case .success(let tree) = plain, !PromptStripping.changesCode(of: cell.source) {
        return .success(make(cell, tree, nil, python, symbols))
      }
    }
    let transform = IPythonTransform(cell.source)
    switch python.parse(transform.python, symbols: symbols) {
    case .success(let tree): return .success(make(cell, tree, transform, python, symbols))
    case .failure(let error):
      if transform.actions.isEmpty,
        case .failure(let first) = plain ?? python.parse(cell.source, symbols: symbols)
      {
        return failure(first, cell.source) { $0 }
      }
      return failure(error, transform.python) { transform.original($0) }
    }
  }

  /// The cell as IPython reads it where its first word is no variable: `pwd`, `ls -l`; nil where it is not one
  /// line that starts with the name of a magic.
  static func parseAsMagic(
    _ cell: Cell, _ python: borrowing PythonInterpreter, _ symbols: SymbolTable
  ) -> (name: Symbol, cell: ParsedCell)? {
    let word = cell.source.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard MagicTable.line[String(word)] != nil, cell.source[word.endIndex...].first != ".",
      IPythonCell(cell.source).automagic != nil
    else { return nil }
    let transform = IPythonTransform(cell.source)
    guard case .success(let tree) = python.parse(transform.python, symbols: symbols) else {
      return nil
    }
    return (symbols.intern(String(word)), make(cell, tree, transform, python, symbols))
  }

  /// Whether the first token is one with which no Python statement starts, but a magic or a command.
  private static func startsWithEscape(_ source: String) -> Bool {
    var isComment = false
    for byte in source.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isComment = false
      case _ where isComment: break
      case UInt8(ascii: "#"): isComment = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return byte == UInt8(ascii: "%") || byte == UInt8(ascii: "!")
      }
    }
    return false
  }

  private static func make(
    _ cell: Cell, _ tree: SyntaxTree, _ transform: IPythonTransform?,
    _ python: borrowing PythonInterpreter, _ symbols: SymbolTable
  ) -> ParsedCell {
    let scopes = ScopeBuilder.build(tree, symbols: symbols)
    return ParsedCell(
      index: cell.index, tree: tree, scopes: scopes, transform: transform,
      embedded: EmbeddedCode.find(in: tree, scopes, python, symbols))
  }

  private static func diagnostic(
    _ error: PythonSyntaxError, _ cell: Cell, _ original: (SourcePosition) -> SourcePosition
  ) -> Diagnostic {
    let range = error.range.map { SourceRange(start: original($0.start), end: original($0.end)) }
    return Diagnostic(
      id(of: error.kind), .error, error.message,
      at: Diagnostic.Location(cell: cell.index, range: range))
  }

  private static func id(of kind: PythonSyntaxError.Kind) -> Diagnostic.ID {
    switch kind {
    case .syntax, .invalidEncoding, .containsNUL, .other: "syntax-error"
    case .tooDeep: "too-deeply-nested"
    case .tooLarge: "cell-too-large"
    case .unknownNode: "unknown-syntax"
    }
  }
}
