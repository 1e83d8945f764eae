@testable import KaleAnalysis

/// The scopes of a source, each with what its names refer to, as lines that do not depend on the
/// order in which the scopes were found: two outlines are equal when the scopes are.
///
/// A name is `global`, `local`, or `free n`: a variable of the scope `n` levels further out.
struct ScopeOutline {
  private var label: String
  private var names: [String]
  private var children: [ScopeOutline]

  /// Indented by depth; scopes side by side stand in the order of their text.
  var lines: [String] {
    let inner = children.map(\.lines).sorted { $0.lexicographicallyPrecedes($1) }
    return [label + ": " + names.joined(separator: ", ")] + inner.joined().map { "  " + $0 }
  }
}

// MARK: Ours

extension ScopeOutline {
  init(_ scopes: ScopeTree, of tree: SyntaxTree, _ symbols: SymbolTable) {
    var nodes: [Int: SyntaxTree.Node] = [:]
    for (offset, scope) in scopes.opened { nodes[scope] = SyntaxTree.Node(offset: offset) }
    self.init(scopes, scope: 0, nodes, tree, symbols)
  }

  private init(
    _ scopes: ScopeTree, scope: Int, _ nodes: [Int: SyntaxTree.Node], _ tree: SyntaxTree,
    _ symbols: SymbolTable
  ) {
    label = Self.label(nodes[scope]!, tree, symbols)
    names = scopes.scopes[scope].names.keys.map { name in
      let meaning =
        switch scopes.resolve(name, in: scope) {
        case .global: "global"
        case .local, .classLocal: "local"
        // Which CPython looks up in the class, and then among the globals.
        case .free(let owner, _) where scopes.isClassMember(name, of: owner): "global"
        case .free(let owner, _): "free \(scopes.levels(from: scope, to: owner))"
        }
      return "\(symbols.name(name)) \(meaning)"
    }.sorted()
    children = scopes.scopes.indices.filter { $0 > 0 && scopes.scopes[$0].parent == scope }
      .map { ScopeOutline(scopes, scope: $0, nodes, tree, symbols) }
  }

  private static func label(
    _ node: SyntaxTree.Node, _ tree: SyntaxTree, _ symbols: SymbolTable
  ) -> String {
    let line = tree.range(node)?.start.line ?? 0
    switch tree.kind(node) {
    case .module: return "module"
    case .functionDef, .asyncFunctionDef:
      return "\(line) function \(symbols.name(tree[node, Field.FunctionDef.name]!))"
    case .classDef: return "\(line) class \(symbols.name(tree[node, Field.ClassDef.name]!))"
    case .lambda: return "\(line) function lambda"
    case .listComp, .setComp, .dictComp, .generatorExp: return "\(line) comprehension"
    default: return "\(line) annotation"
    }
  }
}

extension ScopeTree {
  fileprivate func isClassMember(_ name: Symbol, of owner: Int) -> Bool {
    scopes[owner].kind == .classBlock && scopes[owner].classCell?.name != name
  }

  fileprivate func levels(from scope: Int, to owner: Int) -> Int {
    var (scope, count) = (scope, 0)
    while scope != owner { (scope, count) = (scopes[scope].parent, count + 1) }
    return count
  }
}

// MARK: CPython's

extension ScopeOutline {
  init(_ table: ScopeTable) {
    self.init(table, block: 0)
  }

  private init(_ table: ScopeTable, block index: Int) {
    let block = table.blocks[index]
    label =
      switch block.kind {
      case .module: "module"
      case .function where block.isComprehension: "\(block.line) comprehension"
      case .function: "\(block.line) function \(block.name)"
      case .class: "\(block.line) class \(block.name)"
      case .annotation, .typeAlias, .typeParameters, .typeVariable: "\(block.line) annotation"
      }
    names = block.names.filter { $0.isOfSource(in: block) }
      .map { "\($0.name) \(Self.meaning($0, table, index))" }.sorted()
    children = block.children.map { ScopeOutline(table, block: $0) }
  }

  private static func meaning(
    _ name: ScopeTable.Name, _ table: ScopeTable, _ index: Int
  ) -> String {
    switch name.scope {
    case _ where index == 0: return "global"
    case .globalExplicit, .globalImplicit, .unknown: return "global"
    case .local, .cell: return "local"
    case .free:
      var (owner, levels) = (index, 0)
      repeat {
        guard let outer = table.blocks[owner].parent else { return "free without an owner" }
        owner = outer
        levels += 1
      } while !table.owns(name.name, block: owner)
      return "free \(levels)"
    }
  }
}

extension ScopeTable {
  /// Whether a name that is free in an inner block is a variable of this one.
  fileprivate func owns(_ name: String, block: Int) -> Bool {
    let block = blocks[block]
    if block.kind == .class && name == "__class__" { return true }
    return block[name]?.scope == .cell
  }
}

extension ScopeTable.Block {
  fileprivate var isComprehension: Bool {
    ["listcomp", "setcomp", "dictcomp", "genexpr"].contains(name)
  }
}

extension ScopeTable.Name {
  /// Whether the source has the name in this block: not what only passes through to an inner block,
  /// nor what the compiler adds.
  fileprivate func isOfSource(in block: ScopeTable.Block) -> Bool {
    !uses.isEmpty && !name.hasPrefix(".") && !["__classdict__", "__type_params__"].contains(name)
  }
}
