// Functions, classes, type aliases and imports.

extension Interpreter {
  // MARK: Functions

  func define(function node: SyntaxTree.Node) {
    let decorators = tree[node, Field.FunctionDef.decoratorList].map { decorator in
      (node: decorator!, values: evaluate(decorator))
    }
    let arguments = tree[node, Field.FunctionDef.args]!
    let defaults = evaluateDefaults(arguments)
    deferBounds(of: tree[node, Field.FunctionDef.typeParams])
    if !annotationsAreLazy { evaluateAnnotations(node, arguments) }
    let scope = scopes.scope(of: node)
    let isGenerator = scopes.scopes[scope].isGenerator
    var code = FunctionCode(
      unit: frame.unit, node: node, name: tree[node, Field.FunctionDef.name],
      isAsync: tree.kind(node) == .asyncFunctionDef, isGenerator: isGenerator, defaults: defaults)
    for decorator in decorators where tree.kind(decorator.node) == .name {
      let name = tree[decorator.node, Field.Name.id]!
      if name == names.staticmethod { code.binding = .staticMethod }
      if name == names.classmethod { code.binding = .classMethod }
      if name == names.property { code.binding = .property }
    }
    if decorators.contains(where: { symbols.name(lastComponent($0.node)) == "cached_property" }) {
      code.binding = .property
    }
    let function = heap.object(at: definitionSite(node), .function(code))
    heap.reshape(function, .function(code))
    linkCaptured(to: function, scope: scope)
    var values = ValueSet(function)
    for decorator in decorators.reversed() {
      values = decorate(values, with: decorator.values, decorator.node)
    }
    bind(tree[node, Field.FunctionDef.name]!, to: values, .function, at: node)
  }

  private func lastComponent(_ node: SyntaxTree.Node) -> Symbol {
    switch tree.kind(node) {
    case .name: tree[node, Field.Name.id]!
    case .attribute: tree[node, Field.Attribute.attr]!
    case .call: lastComponent(tree[node, Field.Call.func]!)
    default: names.`init`
    }
  }

  /// A decorator of a library is taken to hand back a wrapper of what it got, and not to call it yet.
  private func decorate(
    _ values: ValueSet, with decorator: ValueSet, _ node: SyntaxTree.Node
  ) -> ValueSet {
    mayRaise()
    let known = decorator.ids.contains {
      switch heap[$0].shape {
      case .function, .classObject, .instance, .boundMethod, .partial, .deferred: true
      default: false
      }
    }
    guard known else { return values }
    return call(decorator, CallArguments(positional: [values]), at: node)
  }

  func evaluateDefaults(_ arguments: SyntaxTree.Node) -> SymbolMap<ValueSet> {
    var result = SymbolMap<ValueSet>()
    let positional =
      Array(tree[arguments, Field.Arguments.posonlyargs])
      + Array(tree[arguments, Field.Arguments.args])
    let defaults = tree[arguments, Field.Arguments.defaults]
    for (argument, value) in zip(positional.suffix(defaults.count), defaults) {
      result[parameterName(argument!)] = evaluate(value)
    }
    let keywordOnly = tree[arguments, Field.Arguments.kwonlyargs]
    for (argument, value) in zip(keywordOnly, tree[arguments, Field.Arguments.kwDefaults]) {
      if let value { result[parameterName(argument!)] = evaluate(value) }
    }
    return result
  }

  func parameterName(_ argument: SyntaxTree.Node) -> Symbol {
    privateNames.mangle(tree[argument, Field.Arg.arg]!, in: frame.privateClass)
  }

  private func evaluateAnnotations(_ node: SyntaxTree.Node, _ arguments: SyntaxTree.Node) {
    let parameters = tree[node, Field.FunctionDef.typeParams]
    inTypeParameters(parameters) {
      tree.forEachArgument(of: arguments) { argument in
        evaluate(tree[argument, Field.Arg.annotation])
      }
      evaluate(tree[node, Field.FunctionDef.returns])
    }
  }

  /// Runs `body` where the type parameters of a generic definition are bound.
  private func inTypeParameters(_ parameters: NodeList, _ body: () -> Void) {
    guard let first = parameters.first ?? nil else { return body() }
    inScope(
      scopes.scope(of: first), slot: FlowState.Slot(exits: .bound),
      privateClass: frame.privateClass, body)
  }

  /// Bounds and defaults of type parameters run when something asks for them.
  private func deferBounds(of parameters: NodeList) {
    for parameter in parameters {
      tree.forEachChild(of: parameter!) { expression in
        // A lambda or comprehension in this place has no meaning to defer.
        guard scopes.scopes[scopes.scope(of: expression)].kind == .annotation else { return }
        let code = FunctionCode(
          unit: frame.unit, node: expression, name: nil, isAsync: false, isGenerator: false)
        run.createdFunctions.insert(heap.object(at: site(expression, role: 8), .function(code)))
      }
    }
  }

  func makeLambda(_ node: SyntaxTree.Node) -> ValueSet {
    let defaults = evaluateDefaults(tree[node, Field.Lambda.args]!)
    let scope = scopes.scope(of: node)
    let code = FunctionCode(
      unit: frame.unit, node: node, name: nil, isAsync: false,
      isGenerator: scopes.scopes[scope].isGenerator, defaults: defaults)
    let function = heap.object(at: definitionSite(node), .function(code))
    linkCaptured(to: function, scope: scope)
    run.createdFunctions.insert(function)
    return ValueSet(function)
  }

  /// Lets the function hold its default values, and the variables of enclosing scopes that its code
  /// refers to.
  func linkCaptured(to function: ObjectID, scope: Int) {
    if case .function(let code) = heap[function].shape {
      for (_, values) in code.defaults { heap.store(values.objects, into: function) }
    }
    let tree = scopes
    for (index, inner) in tree.scopes.enumerated() where tree.isInside(index, scope) {
      for name in inner.names.keys {
        // The function's own variables are new with each call; a scope inside captures these.
        guard case .free(let owner, let variable) = tree.resolve(name, in: index),
          !tree.isInside(owner, scope)
        else { continue }
        heap.store(
          ValueSet(heap.variable(unit: frame.unit, scope: owner, index: variable)), into: function)
      }
    }
  }

  // MARK: Classes

  func define(class node: SyntaxTree.Node) {
    let decorators = tree[node, Field.ClassDef.decoratorList].map { decorator in
      (node: decorator!, values: evaluate(decorator))
    }
    var bases = ValueSet.plain
    var isPartlyForeign = false
    let name = tree[node, Field.ClassDef.name]!
    deferBounds(of: tree[node, Field.ClassDef.typeParams])
    inTypeParameters(tree[node, Field.ClassDef.typeParams]) {
      for base in tree[node, Field.ClassDef.bases] {
        let values = evaluate(base)
        let classes = values.ids.filter {
          if case .classObject = heap[$0].shape { true } else { false }
        }
        for type in classes { bases.insert(type) }
        if classes.isEmpty && !isObjectBuiltin(values) { isPartlyForeign = true }
      }
      for keyword in tree[node, Field.ClassDef.keywords] {
        evaluate(tree[keyword!, Field.Keyword.value])
      }
    }
    mayRaise()
    for base in bases.ids {
      if case .classObject(let code) = heap[base].shape, code.isPartlyForeign {
        isPartlyForeign = true
      }
    }
    hasClasses = true
    var code = ClassCode(name: name, bases: bases, isPartlyForeign: isPartlyForeign)
    let type = heap.object(at: definitionSite(node), .classObject(code))
    heap.reshape(type, .classObject(code))
    executeClassBody(node, type)
    // Such as `dataclass`: it gives the instances their attributes.
    if !decorators.allSatisfy({ isOwn($0.values) }), member(names.`init`, of: type).isEmpty {
      code.isPartlyForeign = true
      heap.reshape(type, .classObject(code))
    }
    for base in bases.ids {
      for hook in member(names.initSubclass, of: base).ids {
        call(ValueSet(hook), CallArguments(positional: [ValueSet(type)]), at: node)
      }
    }
    var values = ValueSet(type)
    for decorator in decorators.reversed() {
      values = decorate(values, with: decorator.values, decorator.node)
    }
    bind(name, to: values, .classDefinition, at: node)
  }

  /// Whether it is code of the notebook.
  private func isOwn(_ values: ValueSet) -> Bool {
    !values.isEmpty
      && values.ids.allSatisfy { id in
        switch heap[id].shape {
        case .function, .classObject, .boundMethod, .instance: true
        default: false
        }
      }
  }

  private func isObjectBuiltin(_ values: ValueSet) -> Bool {
    guard let id = values.single, case .builtin(let name) = heap[id].shape else { return false }
    return symbols.name(name) == "object"
  }

  private func executeClassBody(_ node: SyntaxTree.Node, _ type: ObjectID) {
    let scope = scopes.scope(of: node)
    let members = scopes.scopes[scope].locals
    if let cell = scopes.scopes[scope].classCell {
      let variable = heap.variable(unit: frame.unit, scope: scope, index: cell.index)
      heap.store(ValueSet(type), into: variable)
    }
    let variables = inScope(scope, privateClass: tree[node, Field.ClassDef.name]) {
      execute(tree[node, Field.ClassDef.body])
    }
    for (name, variable) in zip(members, variables) {
      heap.store(variable.values, into: type, attribute: name)
    }
  }

  // MARK: Type aliases

  /// The value of `type A = ...` is evaluated when it is first asked for.
  func define(alias node: SyntaxTree.Node) {
    deferBounds(of: tree[node, Field.TypeAlias.typeParams])
    let code = FunctionCode(
      unit: frame.unit, node: node, name: nil, isAsync: false, isGenerator: false)
    let function = heap.object(at: definitionSite(node), .function(code))
    run.createdFunctions.insert(function)
    let target = tree[node, Field.TypeAlias.name]!
    bind(tree[target, Field.Name.id]!, to: ValueSet(function), .value, at: target)
  }

  // MARK: Imports

  func executeImport(_ node: SyntaxTree.Node) {
    invoke(importHooks, at: node)
    for alias in tree[node, Field.Import.names] {
      mayRaise()
      let path = symbols.name(tree[alias!, Field.Alias.name]!)
      if path == Self.mainModuleName {
        let name = tree[alias!, Field.Alias.asname] ?? tree[alias!, Field.Alias.name]!
        bind(name, to: mainModule(), .import, at: alias!)
        continue
      }
      let root = path.moduleRoot
      run.importedModules.insert(root)
      if let name = tree[alias!, Field.Alias.asname] {
        let statement = "import \(path) as \(symbols.name(name))"
        bindImport(name, LibraryPath(path: path, statement: statement, isModule: true), at: alias!)
      } else {
        let name = symbols.intern(root)
        let kept = submoduleImports(of: name)
        bindImport(
          name, LibraryPath(path: root, statement: "import \(path)", isModule: true), at: alias!,
          beside: kept)
      }
    }
  }

  /// `import a.b` after `import a.c` leaves `a` with both: the earlier imports of the same root.
  private func submoduleImports(of name: Symbol) -> ValueSet {
    guard case .global(let name) = resolve(name) else { return .plain }
    let current: ValueSet
    if let index = run.slots[name], index < run.state.globals.count,
      !run.state.globals[index].exits.contains(.untouched)
    {
      current = run.state.globals[index].values
    } else {
      current = environment[name]?.values ?? .plain
    }
    var kept = ValueSet.plain
    for id in current.ids {
      if case .library(let path) = heap[id].shape, path.isModule, path.path == symbols.name(name) {
        kept.insert(id)
      }
    }
    return kept
  }

  func executeImportFrom(_ node: SyntaxTree.Node) {
    invoke(importHooks, at: node)
    let level = Int(tree[node, Field.ImportFrom.level])
    let module = tree[node, Field.ImportFrom.module].map(symbols.name) ?? ""
    let source = String(repeating: ".", count: level) + module
    if source == Self.mainModuleName { return importFromMain(node) }
    if level == 0 { run.importedModules.insert(module.moduleRoot) }
    for alias in tree[node, Field.ImportFrom.names] {
      mayRaise()
      let imported = symbols.name(tree[alias!, Field.Alias.name]!)
      if imported == "*" {
        importAll(from: module, level: level, at: node)
        continue
      }
      let name = tree[alias!, Field.Alias.asname] ?? tree[alias!, Field.Alias.name]!
      let suffix = tree[alias!, Field.Alias.asname].map { " as \(symbols.name($0))" } ?? ""
      let path = LibraryPath(
        path: "\(source).\(imported)", statement: "from \(source) import \(imported)\(suffix)",
        isModule: false)
      bindImport(name, path, at: alias!)
    }
  }

  private func bindImport(
    _ name: Symbol, _ path: LibraryPath, at node: SyntaxTree.Node, beside kept: ValueSet = .plain
  ) {
    var values = kept
    values.insert(heap.object(at: site(node), .library(path)))
    bind(name, to: values, .import, at: node)
  }
}
