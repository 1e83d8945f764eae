/// Finds the effects of cells that run one after the other, in the way that the options choose.
struct EffectSequence {
  private enum Method {
    case exact(Interpreter)
    case heuristic(HeuristicAnalyzer)
  }

  private var method: Method

  init(
    options: AnalysisOptions, symbols: SymbolTable, scripts: Scripts, collectsTransfers: Bool
  ) {
    switch options.analyzer {
    case .exact:
      method = .exact(
        Interpreter(
          symbols: symbols, knowledge: options.knowledge, starImports: options.starImports,
          scripts: scripts, collectsTransfers: collectsTransfers))
    case .heuristic:
      method = .heuristic(
        HeuristicAnalyzer(builtins: Set(symbols.vocabulary.builtins.map(symbols.name))))
    }
  }

  /// The effects of the next cell.
  mutating func analyze(_ cell: ParsedCell, of notebook: Notebook) -> CellEffects {
    switch method {
    case .exact(let interpreter): return interpreter.analyze(Interpreter.Unit(cell))
    case .heuristic(var analyzer):
      let effects = analyzer.analyze(notebook.cells[cell.index].source)
      method = .heuristic(analyzer)
      return effects
    }
  }
}
