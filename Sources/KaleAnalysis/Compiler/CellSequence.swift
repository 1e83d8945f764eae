/// Finds the effects of code cells that run one after the other, without regard to their tags.
package struct CellSequence {
  private let symbols: SymbolTable
  private let interpreter: Interpreter

  package init(_ python: borrowing PythonInterpreter) {
    symbols = SymbolTable(python.vocabulary)
    interpreter = Interpreter(symbols: symbols, knowledge: .standard, collectsTransfers: false)
  }

  /// The effects of the next cells, or why one can't be parsed; it is then as if it were not there.
  package func analyze(
    _ cells: [Cell], _ python: borrowing PythonInterpreter
  ) -> [Result<CellEffects, Diagnostic>] {
    var parsed: [Result<ParsedCell, Diagnostic>] = []
    for cell in cells { parsed.append(CellParser.parse(cell, python, symbols)) }
    return parsed.map { $0.map { interpreter.analyze(Interpreter.Unit($0)) } }
  }
}
