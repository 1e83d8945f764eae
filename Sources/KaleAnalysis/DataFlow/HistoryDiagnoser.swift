/// Finds reads of what a notebook's kernel keeps of the cells that have run: `_`, `Out[3]`, `_i5`. A step has `_`, as
/// its own cells leave it, and nothing else of the kind.
struct HistoryDiagnoser {
  private let problem: DataFlowProblem
  private let effects: [Int: CellEffects]
  /// The cells that show a value, so that `_` is the value then.
  let showing: Set<Int>

  init(_ analysis: NotebookAnalysis, _ notebook: Notebook) {
    problem = analysis.problem
    effects = analysis.effects
    let symbols = analysis.symbols
    showing = Set(
      analysis.parsed.values.filter { cell in
        cell.showsValue(symbols) && !cell.endsInSemicolon(notebook.cells[cell.index].source)
      }.map(\.index))
  }

  func diagnose() -> [Diagnostic] {
    effects.sorted { $0.key < $1.key }.flatMap { cell, effects in
      effects.historyReads.compactMap { diagnostic($0, cell) }
    }
  }

  private func diagnostic(_ read: HistoryRead, _ cell: Int) -> Diagnostic? {
    let place = Diagnostic.Location(cell: cell, range: read.range)
    guard read.name != "_" else { return lastValue(read, cell, place) }
    return Self.diagnostic(read.name, read.certainty == .definite ? .error : .warning, at: place)
  }

  /// Where `_` may be the value of another step's cell.
  private func lastValue(
    _ read: HistoryRead, _ cell: Int, _ place: Diagnostic.Location
  ) -> Diagnostic? {
    guard let shown = showing.filter({ $0 < cell }).max() else { return nil }
    let source = problem.steps.filter { $0.cells.contains(shown) }.map(\.name)
    let readers = problem.steps.filter { $0.cells.contains(cell) }.map(\.name)
    let isKept = source.isEmpty || readers.allSatisfy(source.contains) && !readers.isEmpty
    guard !isKept else { return nil }
    return Diagnostic(
      "session-history", .warning,
      "'_' is what cell \(shown) of step '\(source[0])' shows, and a step knows only what its own cells show",
      at: place, fix: "give the value a name in cell \(shown), and use that")
  }

  /// For a name that no step has; nil for any other name.
  static func diagnostic(
    _ name: String, _ severity: Diagnostic.Severity, at place: Diagnostic.Location
  ) -> Diagnostic? {
    guard let fix = fix(for: name) else { return nil }
    return Diagnostic(
      "session-history", severity,
      "'\(name)' is kept by the notebook's kernel as its cells run, and a step has no such history",
      at: place, fix: fix)
  }

  private static func fix(for name: String) -> String? {
    switch name {
    case "_dh": return "use os.getcwd()"
    case "_exit_code": return "use subprocess.run, which returns the code"
    case "__", "___", "Out", "_oh": return "give the value a name in the cell that shows it"
    case "In", "_ih", "_i", "_ii", "_iii": return "put the code into a function"
    default: break
    }
    let isInput = name.hasPrefix("_i")
    let number = name.dropFirst(isInput ? 2 : 1)
    guard name.hasPrefix("_"), !number.isEmpty,
      number.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return fix(for: isInput ? "_i" : "Out")
  }
}

extension ParsedCell {
  /// Whether it ends in an expression that is likely to have a value: not in a command, nor in a call of `print`.
  fileprivate func showsValue(_ symbols: SymbolTable) -> Bool {
    guard let last = tree[tree.root, Field.Module.body].last ?? nil, tree.kind(last) == .expr,
      let value = tree[last, Field.Expr.value]
    else { return false }
    guard tree.kind(value) == .call, var callee = tree[value, Field.Call.func] else { return true }
    while tree.kind(callee) == .attribute, let owner = tree[callee, Field.Attribute.value] {
      callee = owner
    }
    if tree.kind(callee) == .call, let inner = tree[callee, Field.Call.func] { callee = inner }
    guard tree.kind(callee) == .name, let name = tree[callee, Field.Name.id].map(symbols.name)
    else { return true }
    return name != "print" && name != "get_ipython"
  }

  /// Whether a semicolon behind the last statement keeps the value from being shown.
  fileprivate func endsInSemicolon(_ source: String) -> Bool {
    guard let last = tree[tree.root, Field.Module.body].last ?? nil, let range = tree.range(last)
    else { return false }
    let text = SourceText(source)
    let end = transform?.original(range.end) ?? range.end
    let bottom = SourcePosition(line: text.lines.count, column: Int(Int32.max))
    return text.text(in: SourceRange(start: end, end: bottom)).first { !$0.isWhitespace } == ";"
  }
}
