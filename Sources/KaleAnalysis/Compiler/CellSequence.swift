/// Finds the effects of code cells that run one after the other, without regard to their tags.
package struct CellSequence {
  private let symbols = SymbolTable()
  private let interpreter: Interpreter

  package init(_ python: borrowing PythonInterpreter) {
    interpreter = Interpreter(
      symbols: symbols, knowledge: .standard, builtins: python.builtinNames)
  }

  /// The effects of the next cell, or why it can't be parsed; it is then as if it were not there.
  package func analyze(
    _ cell: Cell, _ python: borrowing PythonInterpreter
  ) -> Result<CellEffects, Diagnostic> {
    CellParser.parse(cell, python, symbols).map { interpreter.analyze(Interpreter.Unit($0)) }
  }
}
