import CPython

@testable import KaleAnalysis

extension SyntaxTree {
  /// The tree as text: `Kind@line:column-line:column(field=...,...)`, fields in order of their names,
  /// absent ones and empty lists left out. `ReferencePython` writes the same from `ast`.
  func dump(_ symbols: SymbolTable) -> String {
    dump(root, symbols)
  }

  private func dump(_ node: Node, _ symbols: SymbolTable) -> String {
    let kind = kind(node)
    var text = String(cString: kale_kind_name(kind.rawValue))
    if let range = range(node) {
      text += "@\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
    }
    let fields = kind.fields.sorted { $0.name < $1.name }.compactMap { name, field in
      dump(node, name, field, symbols).map { "\(name)=\($0)" }
    }
    return text + "(" + fields.joined(separator: ",") + ")"
  }

  private func dump(
    _ node: Node, _ name: String, _ field: TreeField, _ symbols: SymbolTable
  ) -> String? {
    switch field {
    case .child(let field):
      return self[node, field].map { dump($0, symbols) }
    case .children(let field):
      return list(self[node, field].map { $0.map { dump($0, symbols) } ?? "None" })
    case .name(let field):
      return self[node, field].map(symbols.name)
    case .names(let field):
      return list(self[node, field].map(symbols.name))
    case .number(let field):
      return number(self[node, field], name)
    case .numbers(let field):
      return list(self[node, field].map { number($0, name) })
    case .constant(let field):
      let constant = self[node, field]
      return "\(constant.kind):"
        + constant.bytes.map { String($0, radix: 16) }.joined(separator: ".")
    }
  }

  private func list(_ elements: [String]) -> String? {
    elements.isEmpty ? nil : "[" + elements.joined(separator: ",") + "]"
  }

  private func number(_ number: Int32, _ field: String) -> String {
    switch field {
    case "op", "ops": String(cString: kale_operator_name(number))
    case "ctx": String(cString: kale_context_name(number))
    default: String(number)
    }
  }
}

extension ScopeTable {
  /// The tables as text, one line a block. `ReferencePython` writes the same from `symtable`.
  func dump() -> String {
    blocks.map { block in
      let names = block.names.map { "\($0.name):\($0.uses.rawValue):\($0.scope)" }.sorted()
      let parent = block.parent.map(String.init) ?? "-"
      return "\(block.kind) \(block.name) \(block.line) \(parent) \(names.joined(separator: " "))"
    }.joined(separator: "\n")
  }
}
