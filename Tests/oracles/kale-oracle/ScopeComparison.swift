import KaleAnalysis

/// Our scopes of a source against CPython's.
struct ScopeComparison {
  /// A scope that is not the same in both, or that only one of them has.
  struct Difference: Sendable, Hashable, Encodable {
    /// 1-based; 0 for the module.
    var line: Int
    var scope: String
    /// What only one of the two says: names with their meaning; nil where there is no such scope.
    var ours: [String]?
    var cpython: [String]?
  }

  let differences: [Difference]
  let scopeCount: Int
  /// Counts a name once for every scope that has it.
  let nameCount: Int

  /// Compares with what CPython says of the same source.
  init(
    _ scopes: ScopeTree, of tree: SyntaxTree, _ symbols: SymbolTable, source: String,
    _ python: borrowing PythonInterpreter
  ) throws(PythonSyntaxError) {
    let areInlined = PythonVersion.linked.minor >= 12
    let table = try python.scopes(of: areInlined ? tree.generatorForm(of: source) : source).get()
    self.init(scopes, of: tree, symbols, with: table)
  }

  init(
    _ scopes: ScopeTree, of tree: SyntaxTree, _ symbols: SymbolTable, with table: ScopeTable
  ) {
    let ours = ScopeOutline(scopes, of: tree, symbols).entries
    let right = ScopeOutline(table).entries
    differences = ours == right ? [] : Self.differences(ours, right)
    scopeCount = right.count
    nameCount = right.reduce(0) { $0 + $1.names.count }
  }

  private static func differences(
    _ ours: [ScopeOutline.Entry], _ right: [ScopeOutline.Entry]
  ) -> [Difference] {
    let change = ours.difference(from: right)
    var missing = change.removals.map(\.entry)
    var differences: [Difference] = []
    for entry in change.insertions.map(\.entry) {
      let partner = missing.firstIndex {
        ($0.depth, $0.line, $0.label) == (entry.depth, entry.line, entry.label)
      }
      let names = partner.map { missing.remove(at: $0).names }
      differences.append(
        Difference(
          line: entry.line, scope: entry.label, ours: entry.names.without(names),
          cpython: names?.without(entry.names)))
    }
    return differences
      + missing.map { Difference(line: $0.line, scope: $0.label, ours: nil, cpython: $0.names) }
  }
}

extension CollectionDifference.Change {
  fileprivate var entry: ChangeElement {
    switch self {
    case .insert(_, let element, _), .remove(_, let element, _): element
    }
  }
}

extension [String] {
  fileprivate func without(_ others: [String]?) -> [String] {
    guard let others else { return self }
    return filter { !others.contains($0) }
  }
}
