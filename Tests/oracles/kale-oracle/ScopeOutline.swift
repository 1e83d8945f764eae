import KaleAnalysis

/// The scopes of a source, each with what its names refer to, in a form that does not depend on the
/// order in which the scopes were found: two outlines are equal when the scopes are.
struct ScopeOutline {
  private var entry: Entry
  private var children: [ScopeOutline]

  /// One scope.
  struct Entry: Hashable {
    /// How many scopes are around it.
    var depth: Int
    /// 1-based; 0 for the module.
    var line: Int
    var label: String
    /// Each name with its meaning, sorted. That is `global`, `local`, or `free n`: a variable of the
    /// scope `n` levels further out. Then what the scope does with the name; the module's binding of
    /// one goes without saying.
    var names: [String]
  }

  /// A scope before those inside of it; scopes side by side stand in the order of their text.
  var entries: [Entry] {
    let inner = children.map(\.entries)
    return [entry] + inner.sorted { $0.lexicographicallyPrecedes($1) }.joined()
  }
}

extension ScopeOutline.Entry: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    if left.line != right.line { return left.line < right.line }
    if left.label != right.label { return left.label < right.label }
    return left.names.lexicographicallyPrecedes(right.names)
  }
}

// MARK: Ours

extension ScopeOutline {
  init(_ scopes: ScopeTree, of tree: SyntaxTree, _ symbols: SymbolTable) {
    var nodes: [Int: SyntaxTree.Node] = [:]
    for (offset, scope) in scopes.openings { nodes[scope] = SyntaxTree.Node(offset: offset) }
    var inner: [Int: [Int]] = [:]
    for index in scopes.scopes.indices.dropFirst() {
      inner[scopes.scopes[index].parent, default: []].append(index)
    }
    self.init(scopes, scope: 0, depth: 0, nodes, inner, tree, symbols)
  }

  private init(
    _ scopes: ScopeTree, scope: Int, depth: Int, _ nodes: [Int: SyntaxTree.Node],
    _ inner: [Int: [Int]], _ tree: SyntaxTree, _ symbols: SymbolTable
  ) {
    // The bound of a type parameter that is a lambda itself is the node of both their scopes, and
    // leads to the lambda's.
    let node = nodes[scope] ?? nodes[inner[scope]!.first!]!
    let label = nodes[scope] == nil ? "annotation" : Self.label(node, tree, symbols)
    let names = scopes.scopes[scope].uses.map { name, flags in
      let meaning =
        switch scopes.resolve(name, in: scope) {
        case .global: "global"
        case .local, .classLocal: "local"
        // Which CPython looks up in the class, and then among the globals.
        case .free(let owner, _) where scopes.isClassMember(name, of: owner): "global"
        case .free(let owner, _): "free \(scopes.levels(from: scope, to: owner))"
        }
      let uses = scope == 0 ? flags.subtracting(.bound) : flags
      return "\(symbols.name(name)) \(meaning)\(uses.words)"
    }
    entry = Entry(
      depth: depth, line: tree.range(node)?.start.line ?? 0, label: label, names: names.sorted())
    children = (inner[scope] ?? []).map {
      ScopeOutline(scopes, scope: $0, depth: depth + 1, nodes, inner, tree, symbols)
    }
  }

  private static func label(
    _ node: SyntaxTree.Node, _ tree: SyntaxTree, _ symbols: SymbolTable
  ) -> String {
    switch tree.kind(node) {
    case .module: "module"
    case .functionDef, .asyncFunctionDef:
      "function \(symbols.name(tree[node, Field.FunctionDef.name]!))"
    case .classDef: "class \(symbols.name(tree[node, Field.ClassDef.name]!))"
    case .lambda: "function lambda"
    case .listComp, .setComp, .dictComp, .generatorExp: "comprehension"
    default: "annotation"
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

extension Scope.Flags {
  fileprivate var words: String {
    var words = ""
    if contains(.parameter) { words += " parameter" }
    if contains(.bound) { words += " bound" }
    if contains(.used) { words += " used" }
    return words
  }
}

// MARK: CPython's

extension ScopeOutline {
  init(_ table: ScopeTable) {
    self.init(table, block: 0, depth: 0)
  }

  private init(_ table: ScopeTable, block index: Int, depth: Int) {
    let block = table.blocks[index]
    let label =
      switch block.kind {
      case .module: "module"
      case .function where block.isComprehension: "comprehension"
      case .function: "function \(block.name)"
      case .class: "class \(block.name)"
      case .annotation, .typeAlias, .typeParameters, .typeVariable: "annotation"
      }
    let names = block.names.filter { $0.isOfSource(in: block) }
      .map { "\($0.name) \(Self.meaning($0, table, index))\($0.words(in: block))" }
    entry = Entry(depth: depth, line: block.line, label: label, names: names.sorted())
    children = block.children.map { ScopeOutline(table, block: $0, depth: depth + 1) }
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

  /// What the block does with the name. The target of a walrus in a comprehension, which the
  /// table shows as declared and assigned there, counts as bound only where it is a variable.
  fileprivate func words(in block: ScopeTable.Block) -> String {
    let isElsewhere =
      block.kind == .module
      || block.isComprehension && !uses.isDisjoint(with: [.declaredGlobal, .declaredNonlocal])
    var words = ""
    if uses.contains(.parameter) { words += " parameter" }
    if !isElsewhere, !uses.isDisjoint(with: [.parameter, .assigned, .imported]) {
      words += " bound"
    }
    if uses.contains(.referenced) { words += " used" }
    return words
  }
}
