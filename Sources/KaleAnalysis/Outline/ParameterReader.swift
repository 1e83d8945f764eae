/// Reads pipeline parameters and their default values off the `parameters` cells.
///
/// Feed it the trees of `Outline.cells(.parameters)` in notebook order. Of several assignments to one
/// name the last wins; what Papermill has injected wins over all others.
public struct ParameterReader {
  public private(set) var diagnostics: [Diagnostic] = []

  private let symbols: SymbolTable
  /// In the order of their first assignments.
  private var declared: [PipelineParameter] = []
  private var injected: [PipelineParameter] = []

  /// `symbols` must be the table that the trees' identifiers are interned in.
  public init(symbols: SymbolTable) {
    self.symbols = symbols
  }

  /// The parameters of all cells read so far.
  ///
  /// A name that is only injected is a parameter too: the notebook's code may read it.
  public var parameters: [PipelineParameter] {
    var parameters = declared
    for parameter in injected {
      guard let at = parameters.firstIndex(where: { $0.name == parameter.name }) else {
        parameters.append(parameter)
        continue
      }
      // Papermill writes `1` where the notebook's author has a float.
      switch (parameters[at].defaultValue, parameter.defaultValue) {
      case (.float, .integer(let value)): parameters[at].defaultValue = .float(Double(value))
      case (_, let value): parameters[at].defaultValue = value
      }
    }
    return parameters
  }

  public mutating func read(_ tree: SyntaxTree, cell: Int, isInjected: Bool = false) {
    for case let statement? in tree[tree.root, Field.Module.body] {
      do {
        let statement = try ParameterStatement(statement, of: tree, symbols: symbols)
        if isInjected {
          Self.add(statement.parameters, to: &injected)
        } else {
          Self.add(statement.parameters, to: &declared)
        }
      } catch {
        diagnostics.append(
          Diagnostic(
            "invalid-parameter", .error, error.problem,
            at: Diagnostic.Location(cell: cell, range: error.range), fix: error.fix))
      }
    }
  }

  private static func add(_ new: [PipelineParameter], to parameters: inout [PipelineParameter]) {
    for parameter in new {
      if let at = parameters.firstIndex(where: { $0.name == parameter.name }) {
        parameters[at] = parameter
      } else {
        parameters.append(parameter)
      }
    }
  }
}
