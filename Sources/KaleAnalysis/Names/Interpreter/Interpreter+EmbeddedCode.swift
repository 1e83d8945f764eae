// `exec` and `eval`.

extension Interpreter {
  /// The place of a literal whose code runs, and what it runs as.
  struct EmbeddedPlace: Hashable {
    var unit: Int
    var literal: Int32
    var scope: EmbeddedScope
  }

  /// The variables that the code has beside the notebook's.
  enum EmbeddedScope: Hashable {
    /// None.
    case module
    /// A copy of those of the function around it.
    case function
    /// Those of a dictionary.
    case dictionary
  }

  /// The names among which `exec` and `eval` run their code.
  private enum EmbeddedNames {
    /// The notebook's own.
    case module
    /// The notebook's, behind those of the function from which it is called.
    case function
    /// The notebook's, behind those of a dictionary.
    case moduleBehind(ValueSet)
    /// Only those of a dictionary.
    case dictionary
    case unknown
  }

  func callEmbedded(_ name: Symbol, _ arguments: CallArguments, at node: SyntaxTree.Node)
    -> ValueSet
  {
    let text = symbols.name(name)
    let dictionaries = [
      arguments.positional.dropFirst().first ?? arguments.keywords[names.globals],
      arguments.positional.dropFirst(2).first ?? arguments.keywords[names.locals],
    ].map { ($0 ?? .plain).objects }
    let given = dictionaries[0].union(dictionaries[1])
    let code = embeddedCode(in: node)
    var result = ValueSet.plain
    switch embeddedNames(dictionaries, arguments) {
    case .module where code != nil:
      result = run(code!, .module)
    case .function where code != nil:
      result = run(code!, .function)
    case .moduleBehind(let locals) where code != nil:
      changeDictionaries(locals, text, at: node)
      maybe { result = self.run(code!, .dictionary) }
    case .dictionary:
      changeDictionaries(given, text, at: node)
      result = name == names.eval ? contents(of: given) : .plain
    default:
      note(.readsUnknown, text, at: node)
      if name == names.exec { note(.bindsUnknown, text, at: node) }
      result = name == names.eval ? anything(at: node) : .plain
    }
    return name == names.eval ? result : .plain
  }

  private func embeddedNames(_ dictionaries: [ValueSet], _ arguments: CallArguments)
    -> EmbeddedNames
  {
    guard arguments.spread.isEmpty else { return .unknown }
    let (globals, locals) = (dictionaries[0], dictionaries[1])
    guard globals.isEmpty else {
      guard holdsNamespace(globals) else { return .dictionary }
      guard isNamespace(globals) else { return .unknown }
      if locals.isEmpty || isNamespace(locals) { return .module }
      return holdsNamespace(locals) ? .unknown : .moduleBehind(locals)
    }
    guard locals.isEmpty else { return .unknown }
    switch scopes.scopes[frame.scope].kind {
    case .module: return .module
    case .function, .lambda: return .function
    case .classBlock, .comprehension, .annotation: return .unknown
    }
  }

  /// The code runs with the dictionaries as its variables, and what they hold it may call and change.
  private func changeDictionaries(_ values: ValueSet, _ name: String, at node: SyntaxTree.Node) {
    mutate(values, .knownMutator(name), at: node)
    _ = callUnknown(name, contents(of: values), at: node)
  }

  // MARK: Literals

  /// The literal that the call of `exec` or `eval` gets, where it could be parsed.
  private func embeddedCode(in node: SyntaxTree.Node) -> SyntaxTree.Node? {
    guard tree.kind(node) == .call, let literal = tree[node, Field.Call.args].first ?? nil,
      units[frame.unit].embedded[literal.offset] != nil
    else { return nil }
    return literal
  }

  /// Runs the code; yields the value of the expression that it is.
  private func run(_ literal: SyntaxTree.Node, _ kind: EmbeddedScope) -> ValueSet {
    let place = EmbeddedPlace(unit: frame.unit, literal: literal.offset, scope: kind)
    let variables = kind == .function ? visibleVariables() : []
    let unit = embeddedUnit(place, variables.map(\.name))
    let scope = kind == .module ? 0 : 1
    return activate(unit: unit, scope: scope) {
      for variable in variables {
        let index = scopes.scopes[scope].localIndex[variable.name]!
        run.state.locals[frame.base + index] = variable.slot
      }
      if let expression = tree.onlyExpression { return evaluate(expression) }
      execute(tree[tree.root, Field.Module.body])
      return .plain
    }
  }

  /// The unit of the code in a literal, made at the first visit.
  private func embeddedUnit(_ place: EmbeddedPlace, _ variables: [Symbol]) -> Int {
    if let known = embeddedUnits[place] { return known }
    let outer = units[place.unit]
    let code = outer.embedded[place.literal]!
    let range = originalRange(SyntaxTree.Node(offset: place.literal))
    let scopes =
      place.scope == .module
      ? code.scopes : ScopeBuilder.build(code.tree, symbols: symbols, behind: variables)
    units.append(
      Unit(
        tree: code.tree, scopes: scopes, cell: outer.cell, namespace: outer.namespace,
        place: range, embedded: code.inner))
    embeddedUnits[place] = units.count - 1
    return units.count - 1
  }

  /// The variables of the present function, its own and those of functions around it that it uses: what
  /// `locals()` has.
  func visibleVariables() -> [(name: Symbol, slot: FlowState.Slot)] {
    let scope = scopes.scopes[frame.scope]
    var result: [(name: Symbol, slot: FlowState.Slot)] = []
    for (index, name) in scope.locals.enumerated() {
      result.append((name, run.state.locals[frame.base + index]))
    }
    for name in scope.names.keys where scope.localIndex[name] == nil {
      guard case .free(let owner, let index) = scopes.resolve(name, in: frame.scope) else {
        continue
      }
      let variable = heap.variable(unit: frame.unit, scope: owner, index: index)
      let values = heap[variable].contents
      result.append((name, FlowState.Slot(exits: [.bound, .untouched], values: values)))
    }
    return result
  }
}
