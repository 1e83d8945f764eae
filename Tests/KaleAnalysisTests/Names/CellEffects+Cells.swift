@testable import KaleAnalysis

extension CellEffects {
  /// The effects of the last of the cells, run one after the other.
  static func ofLast(_ sources: [String]) throws -> CellEffects {
    try PythonRuntime.shared.run { python in
      let symbols = SymbolTable(python.vocabulary)
      let interpreter = Interpreter(symbols: symbols)
      return try sources.enumerated().reduce(CellEffects()) { _, cell in
        let cell = Cell(index: cell.offset, kind: .code, source: cell.element)
        return interpreter.analyze(
          Interpreter.Unit(try CellParser.parse(cell, python, symbols).get()))
      }
    }
  }
}
