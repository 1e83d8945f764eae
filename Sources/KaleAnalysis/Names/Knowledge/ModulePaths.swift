/// What the imports of a notebook make of its names: `np.random.seed` is `numpy.random.seed`.
struct ModulePaths {
  private let symbols: SymbolTable
  /// By name; of a name that several imports bind, the last one's.
  private var paths: [Symbol: String] = [:]

  init(_ trees: some Sequence<SyntaxTree>, symbols: SymbolTable) {
    self.symbols = symbols
    for tree in trees { read(tree) }
  }

  private mutating func read(_ tree: SyntaxTree) {
    var pending = [tree.root]
    while let node = pending.popLast() {
      tree.forEachChild(of: node) { pending.append($0) }
      switch tree.kind(node) {
      case .import:
        for case let alias? in tree[node, Field.Import.names] {
          guard let name = tree[alias, Field.Alias.name] else { continue }
          let path = symbols.name(name)
          if let bound = tree[alias, Field.Alias.asname] {
            paths[bound] = path
          } else {
            let root = String(path.prefix { $0 != "." })
            paths[symbols.intern(root)] = root
          }
        }
      case .importFrom:
        guard let module = tree[node, Field.ImportFrom.module],
          tree[node, Field.ImportFrom.level] == 0
        else { continue }
        for case let alias? in tree[node, Field.ImportFrom.names] {
          guard let name = tree[alias, Field.Alias.name] else { continue }
          let bound = tree[alias, Field.Alias.asname] ?? name
          paths[bound] = "\(symbols.name(module)).\(symbols.name(name))"
        }
      default: break
      }
    }
  }

  /// The library that a name stands for a part of; nil for any other.
  func root(of name: Symbol) -> String? { paths[name]?.moduleRoot }

  /// The dotted path of an expression that begins at an import; nil for any other.
  func path(of node: SyntaxTree.Node, in tree: SyntaxTree) -> String? {
    switch tree.kind(node) {
    case .name: return tree[node, Field.Name.id].flatMap { paths[$0] }
    case .attribute:
      guard let value = tree[node, Field.Attribute.value], let base = path(of: value, in: tree),
        let attribute = tree[node, Field.Attribute.attr]
      else { return nil }
      return "\(base).\(symbols.name(attribute))"
    case .subscript:
      return tree[node, Field.Subscript.value].flatMap { path(of: $0, in: tree) }
    case .call:
      return tree[node, Field.Call.func].flatMap { path(of: $0, in: tree) }
    default: return nil
    }
  }
}
