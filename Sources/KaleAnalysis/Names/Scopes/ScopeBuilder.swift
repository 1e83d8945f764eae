/// Finds the scopes of a cell and the names that each binds, declares and uses.
///
/// The pass keeps its own stack of pending work, so that depth of the tree is no concern.
struct ScopeBuilder {
  private let tree: SyntaxTree
  private let classCell: Symbol
  private let superName: Symbol
  private var names: PrivateNames
  private var scopes = [Scope(kind: .module, parent: 0, privateClass: nil)]
  private var opened = OrderedMap<Int32, Int>()
  private var hasFutureAnnotations = false
  private var pending: [Work] = []
  /// The nodes of names with their scopes, where they are asked for.
  private var nameNodes: [Work]?

  private struct Work {
    let node: SyntaxTree.Node
    let scope: Int
  }

  private init(tree: SyntaxTree, symbols: SymbolTable) {
    self.tree = tree
    names = PrivateNames(symbols: symbols)
    classCell = symbols.intern("__class__")
    superName = symbols.intern("super")
  }

  /// - Parameter variables: where they are given, the code is no module's but a block's, scope 1, which
  ///   has them from the start: `exec` in a function.
  static func build(
    _ tree: SyntaxTree, symbols: SymbolTable, behind variables: [Symbol]? = nil
  ) -> ScopeTree {
    var builder = ScopeBuilder(tree: tree, symbols: symbols)
    var scope = 0
    if let variables {
      scope = builder.open(.classBlock, at: nil, in: 0)
      for name in variables { builder.scopes[scope].note(name, .bound) }
    }
    return builder.finish(in: scope)
  }

  private mutating func finish(in scope: Int) -> ScopeTree {
    opened[tree.root.offset] = scope
    hasFutureAnnotations = tree[tree.root, Field.Module.body].contains { isFutureAnnotations($0!) }
    pending.reserveCapacity(64)
    push(tree[tree.root, Field.Module.body], in: scope)
    while let work = pending.popLast() { visit(work.node, in: work.scope) }
    return ScopeTree(scopes: scopes, opened: opened, hasFutureAnnotations: hasFutureAnnotations)
  }

  /// The nodes of all names that stand for variables of the notebook, wherever in the cell.
  static func namespaceNames(
    in tree: SyntaxTree, symbols: SymbolTable
  ) -> [(node: SyntaxTree.Node, name: Symbol)] {
    var builder = ScopeBuilder(tree: tree, symbols: symbols)
    builder.nameNodes = []
    let scopes = builder.finish(in: 0)
    return (builder.nameNodes ?? []).compactMap { work in
      guard let name = tree[work.node, Field.Name.id] else { return nil }
      let owner = scopes.scopes[work.scope].privateClass
      switch scopes.resolve(builder.names.mangle(name, in: owner), in: work.scope) {
      case .global(let name): return (work.node, name)
      case .local, .classLocal, .free: return nil
      }
    }
  }

  // MARK: Work

  private mutating func push(_ node: SyntaxTree.Node?, in scope: Int) {
    if let node { pending.append(Work(node: node, scope: scope)) }
  }

  private mutating func push(_ list: NodeList, in scope: Int) {
    for node in list { push(node, in: scope) }
  }

  private mutating func pushAnnotation(_ node: SyntaxTree.Node?, in scope: Int) {
    if !hasFutureAnnotations { push(node, in: scope) }
  }

  private mutating func open(
    _ kind: Scope.Kind, at node: SyntaxTree.Node?, in parent: Int, owner: Symbol? = nil
  ) -> Int {
    scopes.append(
      Scope(kind: kind, parent: parent, privateClass: owner ?? scopes[parent].privateClass))
    if kind != .classBlock { scopes[scopes.count - 1].mangledNames = scopes[parent].mangledNames }
    if let node { opened[node.offset] = scopes.count - 1 }
    return scopes.count - 1
  }

  private mutating func openClassBlock(
    at node: SyntaxTree.Node, in parent: Int, owner: Symbol
  ) -> Int {
    let block = open(.classBlock, at: node, in: parent, owner: owner)
    scopes[block].addClassCell(classCell)
    return block
  }

  private mutating func note(_ name: Symbol?, _ flags: Scope.Flags, in scope: Int) {
    guard let name else { return }
    let isMangled = scopes[scope].mangledNames?.contains(name) ?? true
    let owner = isMangled ? scopes[scope].privateClass : nil
    scopes[scope].note(names.mangle(name, in: owner), flags)
  }

  /// A walrus inside a comprehension binds in the innermost scope that is not one.
  private func walrusScope(from scope: Int) -> Int {
    var scope = scope
    while scopes[scope].kind == .comprehension { scope = scopes[scope].parent }
    return scope
  }

  // MARK: Nodes

  private mutating func visit(_ node: SyntaxTree.Node, in scope: Int) {
    switch tree.kind(node) {
    case .functionDef, .asyncFunctionDef: visitFunction(node, in: scope)
    case .lambda: visitLambda(node, in: scope)
    case .classDef: visitClass(node, in: scope)
    case .listComp, .setComp, .generatorExp, .dictComp: visitComprehension(node, in: scope)
    case .typeAlias: visitTypeAlias(node, in: scope)
    case .name:
      nameNodes?.append(Work(node: node, scope: scope))
      let context = tree[node, Field.Name.ctx]
      let isLoad = context == ExpressionContext.load.rawValue
      let name = tree[node, Field.Name.id]
      note(name, isLoad ? .used : .bound, in: scope)
      if name == superName, isLoad, scopes[scope].kind.isFunctionLike {
        note(classCell, .used, in: scope)
      }
    case .namedExpr:
      let target = tree[node, Field.NamedExpr.target]!
      note(tree[target, Field.Name.id], [], in: scope)
      note(tree[target, Field.Name.id], .bound, in: walrusScope(from: scope))
      push(tree[node, Field.NamedExpr.value], in: scope)
    case .global:
      for name in tree[node, Field.Global.names] {
        note(name, .declaredGlobal, in: scope)
        scopes[0].note(names.mangle(name, in: scopes[scope].privateClass), [])
      }
    case .nonlocal:
      for name in tree[node, Field.Nonlocal.names] { note(name, .declaredNonlocal, in: scope) }
    case .alias: visitAlias(node, in: scope)
    case .annAssign: visitAnnAssign(node, in: scope)
    case .exceptHandler:
      note(tree[node, Field.ExceptHandler.name], .bound, in: scope)
      pushChildren(of: node, in: scope)
    case .matchStar: note(tree[node, Field.MatchStar.name], .bound, in: scope)
    case .matchAs:
      note(tree[node, Field.MatchAs.name], .bound, in: scope)
      pushChildren(of: node, in: scope)
    case .matchMapping:
      note(tree[node, Field.MatchMapping.rest], .bound, in: scope)
      pushChildren(of: node, in: scope)
    case .yield, .yieldFrom:
      scopes[scope].isGenerator = true
      pushChildren(of: node, in: scope)
    case .typeVar, .paramSpec, .typeVarTuple: visitTypeParameter(node, in: scope)
    default: pushChildren(of: node, in: scope)
    }
  }

  private mutating func pushChildren(of node: SyntaxTree.Node, in scope: Int) {
    tree.forEachChild(of: node) { pending.append(Work(node: $0, scope: scope)) }
  }

  /// An annotation alone declares a name as the scope's own, unless it is in parentheses.
  private mutating func visitAnnAssign(_ node: SyntaxTree.Node, in scope: Int) {
    let target = tree[node, Field.AnnAssign.target]!
    let value = tree[node, Field.AnnAssign.value]
    if tree.kind(target) != .name || value != nil || tree[node, Field.AnnAssign.simple] != 0 {
      push(target, in: scope)
    }
    pushAnnotation(tree[node, Field.AnnAssign.annotation], in: scope)
    push(value, in: scope)
  }

  private mutating func visitAlias(_ node: SyntaxTree.Node, in scope: Int) {
    guard let name = tree[node, Field.Alias.name] else { return }
    if let bound = tree[node, Field.Alias.asname] {
      note(bound, .bound, in: scope)
    } else {
      let path = names.symbols.name(name)
      if path == "*" { return }
      note(names.symbols.intern(path.moduleRoot), .bound, in: scope)
    }
  }

  private func isFutureAnnotations(_ node: SyntaxTree.Node) -> Bool {
    guard tree.kind(node) == .importFrom, let module = tree[node, Field.ImportFrom.module],
      names.symbols.name(module) == "__future__"
    else { return false }
    return tree[node, Field.ImportFrom.names].contains {
      tree[$0!, Field.Alias.name].map(names.symbols.name) == "annotations"
    }
  }

  private mutating func visitFunction(_ node: SyntaxTree.Node, in scope: Int) {
    note(tree[node, Field.FunctionDef.name], .bound, in: scope)
    push(tree[node, Field.FunctionDef.decoratorList], in: scope)
    let arguments = tree[node, Field.FunctionDef.args]!
    push(tree[arguments, Field.Arguments.defaults], in: scope)
    push(tree[arguments, Field.Arguments.kwDefaults], in: scope)
    let outer = openTypeParameters(tree[node, Field.FunctionDef.typeParams], in: scope)
    tree.forEachArgument(of: arguments) { argument in
      pushAnnotation(tree[argument, Field.Arg.annotation], in: outer)
    }
    pushAnnotation(tree[node, Field.FunctionDef.returns], in: outer)
    let body = open(.function, at: node, in: outer)
    noteParameters(arguments, in: body)
    push(tree[node, Field.FunctionDef.body], in: body)
  }

  private mutating func visitLambda(_ node: SyntaxTree.Node, in scope: Int) {
    let arguments = tree[node, Field.Lambda.args]!
    push(tree[arguments, Field.Arguments.defaults], in: scope)
    push(tree[arguments, Field.Arguments.kwDefaults], in: scope)
    let body = open(.lambda, at: node, in: scope)
    noteParameters(arguments, in: body)
    push(tree[node, Field.Lambda.body], in: body)
  }

  private mutating func noteParameters(_ arguments: SyntaxTree.Node, in scope: Int) {
    tree.forEachArgument(of: arguments) { argument in
      note(tree[argument, Field.Arg.arg], [.bound, .parameter], in: scope)
    }
  }

  private mutating func visitClass(_ node: SyntaxTree.Node, in scope: Int) {
    let name = tree[node, Field.ClassDef.name]!
    note(name, .bound, in: scope)
    push(tree[node, Field.ClassDef.decoratorList], in: scope)
    let outer = openTypeParameters(
      tree[node, Field.ClassDef.typeParams], in: scope, owner: name)
    push(tree[node, Field.ClassDef.bases], in: outer)
    push(tree[node, Field.ClassDef.keywords], in: outer)
    let body = openClassBlock(at: node, in: outer, owner: name)
    push(tree[node, Field.ClassDef.body], in: body)
  }

  private mutating func visitTypeAlias(_ node: SyntaxTree.Node, in scope: Int) {
    push(tree[node, Field.TypeAlias.name], in: scope)
    let outer = openTypeParameters(tree[node, Field.TypeAlias.typeParams], in: scope)
    let body = open(.annotation, at: node, in: outer)
    push(tree[node, Field.TypeAlias.value], in: body)
  }

  private mutating func openTypeParameters(
    _ parameters: NodeList, in scope: Int, owner: Symbol? = nil
  ) -> Int {
    guard let first = parameters.first ?? nil else { return scope }
    let inner = open(.annotation, at: first, in: scope, owner: owner)
    // Of the class's own private names, since 3.13 those of its type parameters alone.
    if owner != nil, PythonVersion.linked.minor >= 13 {
      scopes[inner].mangledNames = Set(parameters.compactMap { $0.flatMap(parameterName) })
    }
    push(parameters, in: inner)
    return inner
  }

  /// The bound of a type parameter and its default are evaluated later, each in a scope of its own.
  private mutating func visitTypeParameter(_ node: SyntaxTree.Node, in scope: Int) {
    note(parameterName(node), .bound, in: scope)
    tree.forEachChild(of: node) { expression in
      push(expression, in: open(.annotation, at: expression, in: scope))
    }
  }

  private func parameterName(_ node: SyntaxTree.Node) -> Symbol? {
    switch tree.kind(node) {
    case .typeVar: tree[node, Field.TypeVar.name]
    case .paramSpec: tree[node, Field.ParamSpec.name]
    default: tree[node, Field.TypeVarTuple.name]
    }
  }

  private mutating func visitComprehension(_ node: SyntaxTree.Node, in scope: Int) {
    let body = open(.comprehension, at: node, in: scope)
    let generators: NodeList
    if tree.kind(node) == .dictComp {
      push(tree[node, Field.DictComp.key], in: body)
      push(tree[node, Field.DictComp.value], in: body)
      generators = tree[node, Field.DictComp.generators]
    } else {
      push(tree[node, Field.ListComp.elt], in: body)
      generators = tree[node, Field.ListComp.generators]
    }
    for (position, generator) in generators.enumerated() {
      push(tree[generator!, Field.Comprehension.target], in: body)
      push(tree[generator!, Field.Comprehension.iter], in: position == 0 ? scope : body)
      push(tree[generator!, Field.Comprehension.ifs], in: body)
    }
  }
}
