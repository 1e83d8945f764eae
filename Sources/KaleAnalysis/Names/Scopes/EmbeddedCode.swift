/// Code that a cell hands to `exec` or `eval` as a string literal, parsed with the cell.
struct EmbeddedCode {
  var tree: SyntaxTree
  /// Of the code as that of a module.
  var scopes: ScopeTree
  /// What stands in literals of this code, by the offset of the literal's node.
  var inner: [Int32: EmbeddedCode]

  /// Literals in literals in ... that are followed.
  private static let depthLimit = 8

  /// The code in the literals of `tree`, by the offset of the literal's node; a literal that can't be
  /// parsed is left out.
  static func find(
    in tree: SyntaxTree, _ scopes: ScopeTree, _ python: borrowing PythonInterpreter,
    _ symbols: SymbolTable, depth: Int = 0
  ) -> [Int32: EmbeddedCode] {
    let exec = symbols.intern("exec")
    let eval = symbols.intern("eval")
    guard depth < depthLimit,
      scopes.scopes.contains(where: { $0.names[exec] != nil || $0.names[eval] != nil })
    else { return [:] }
    var found: [Int32: EmbeddedCode] = [:]
    var pending = [tree.root]
    while let node = pending.popLast() {
      tree.forEachChild(of: node) { pending.append($0) }
      guard tree.kind(node) == .call, let function = tree[node, Field.Call.func],
        tree.kind(function) == .name, let name = tree[function, Field.Name.id],
        name == exec || name == eval, let literal = tree[node, Field.Call.args].first ?? nil,
        let source = tree.string(literal)
      else { continue }
      // `eval` leaves out what stands before the expression.
      let text = name == eval ? String(source.drop { $0 == " " || $0 == "\t" }) : source
      guard case .success(let code) = python.parse(text, symbols: symbols) else { continue }
      if name == eval, code.onlyExpression == nil { continue }
      let scopes = ScopeBuilder.build(code, symbols: symbols)
      found[literal.offset] = EmbeddedCode(
        tree: code, scopes: scopes,
        inner: find(in: code, scopes, python, symbols, depth: depth + 1))
    }
    return found
  }
}

extension SyntaxTree {
  /// The value of a string literal; nil for any other node.
  func string(_ node: Node) -> String? {
    guard kind(node) == .constant else { return nil }
    let value = self[node, Field.Constant.value]
    return value.kind == .string ? value.text : nil
  }

  /// The expression that is the whole module.
  var onlyExpression: Node? {
    let body = self[root, Field.Module.body]
    guard body.count == 1, let statement = body[0], kind(statement) == .expr else { return nil }
    return self[statement, Field.Expr.value]
  }
}
