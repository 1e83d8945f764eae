// Calls of the notebook's own functions.

extension Interpreter {
  /// Active calls past which the summary of a function stands in for its body.
  static let callDepthLimit = 24
  /// Expressions that are evaluated for one cell, past which no more bodies are run for it.
  static let stepLimit = 10_000
  /// Bodies that one cell, and one summary, may run in full.
  static let cellCallLimit = 50
  static let summaryCallLimit = 20

  func callFunction(
    _ id: ObjectID, _ code: FunctionCode, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    if code.isGenerator || code.isAsync {
      let call = DeferredCall(
        function: id, arguments: arguments.positional, keywords: arguments.keywords,
        isCoroutine: code.isAsync && !code.isGenerator)
      let type: ValueType = .untransferable(call.isCoroutine ? "coroutine" : "generator")
      let deferred = heap.object(at: site(node, role: 3), type: type, .deferred(call))
      heap.reshape(deferred, .deferred(call))
      heap.store(arguments.all, into: deferred)
      run.createdFunctions.insert(id)
      return ValueSet(deferred)
    }
    return runFunction(id, code, arguments, at: node)
  }

  /// Runs the body of a generator or coroutine; yields what it returns and yields.
  func runDeferred(_ call: DeferredCall, at node: SyntaxTree.Node) -> ValueSet {
    if case .builtin(let name) = heap[call.function].shape { return advance(name, call, at: node) }
    guard case .function(let code) = heap[call.function].shape else { return .plain }
    var arguments = CallArguments(positional: call.arguments, keywords: call.keywords)
    if isGeneratorExpression(code) {
      arguments = CallArguments(positional: [call.arguments.first ?? .plain])
    }
    return runFunction(call.function, code, arguments, at: node)
  }

  func isGeneratorExpression(_ code: FunctionCode) -> Bool {
    units[code.unit].tree.kind(code.node) == .generatorExp
  }

  func awaitValue(_ values: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    var result = ValueSet.plain
    mayRaise()
    for id in values.ids {
      if case .deferred(let call) = heap[id].shape {
        result.formUnion(runDeferred(call, at: node))
      } else {
        result.insert(heap.interior(of: id))
      }
    }
    return result
  }

  /// The call of a function whose body runs now: in full where what it does depends on the
  /// arguments beyond their being what they are, else by its summary.
  private func runFunction(
    _ id: ObjectID, _ code: FunctionCode, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    let isActive = run.calls.contains { $0.unit == code.unit && $0.node == code.node }
    let canRun =
      !isActive && run.calls.count < Self.callDepthLimit && run.remainingCalls > 0
      && steps < Self.stepLimit
    if canRun, isPartOfItsCaller(code) {
      return runBody(of: id, code, arguments, at: node)
    }
    run.calledFunctions.insert(id)
    let values = parameterValues(of: code, arguments)
    if canRun, bringsCode(values, code) { return runBody(of: id, code, arguments, at: node) }
    let callable = Callable(object: id, receiver: receiver(of: code, values))
    guard let summary = summary(of: callable) else {
      let result = heap.object(at: site(node, role: 4), .opaque)
      heap.alias(arguments.all, as: result, inside: true)
      return ValueSet(result)
    }
    if canRun, summary.usesTexts, values.haveTexts {
      return runBody(of: id, code, arguments, at: node)
    }
    return apply(summary, to: values, at: node)
  }

  /// Generator expressions and the values of type aliases are code of the function around them.
  private func isPartOfItsCaller(_ code: FunctionCode) -> Bool {
    switch units[code.unit].tree.kind(code.node) {
    case .generatorExp, .typeAlias: true
    default: false
    }
  }

  /// The class of the instance that a method is called on.
  private func receiver(of code: FunctionCode, _ values: ParameterValues) -> ObjectID? {
    guard let first = values.named.first?.single, case .instance(let type) = heap[first].shape
    else { return nil }
    return isMember(code, of: type) ? type : nil
  }

  private func isMember(_ code: FunctionCode, of type: ObjectID) -> Bool {
    guard let name = code.name else { return false }
    return member(name, of: type).ids.contains {
      if case .function(let own) = heap[$0].shape {
        own.node == code.node && own.unit == code.unit
      } else {
        false
      }
    }
  }

  /// Whether the body may call something that it gets as an argument, so that it matters which.
  private func bringsCode(_ values: ParameterValues, _ code: FunctionCode) -> Bool {
    let isNested = run.isSummary || !run.calls.isEmpty
    for (index, argument) in values.all.enumerated() {
      // A method that another one calls on its own instance.
      let isOwnInstance = isNested && index == 0 && receiver(of: code, values) != nil
      if !isOwnInstance && containsCode(argument, depth: 2) { return true }
    }
    return false
  }

  func containsCode(_ values: ValueSet, depth: Int) -> Bool {
    values.ids.contains { id in
      switch heap[id].shape {
      case .function, .boundMethod, .classObject, .instance, .builtin, .partial, .deferred,
        .library:
        true
      case .container: depth > 0 && containsCode(heap[id].contents, depth: depth - 1)
      case .opaque, .interior, .variable: false
      }
    }
  }

  /// Runs the body with what the parameters may be.
  func runBody(
    of id: ObjectID, _ code: FunctionCode, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    run.remainingCalls -= 1
    run.calledFunctions.insert(id)
    let call = ActiveCall(unit: code.unit, node: code.node, range: place(of: node))
    let scope = units[code.unit].scopes.scope(of: code.node)
    return activate(unit: code.unit, scope: scope, as: call) { runBody(code, arguments) }
  }

  private func runBody(_ code: FunctionCode, _ arguments: CallArguments) -> ValueSet {
    switch tree.kind(code.node) {
    case .generatorExp:
      return runGeneratorExpression(code.node, first: arguments.positional.first ?? .plain)
    case .typeAlias: return evaluate(tree[code.node, Field.TypeAlias.value])
    case .lambda:
      bindParameters(of: code, arguments)
      return evaluate(tree[code.node, Field.Lambda.body])
    case .functionDef, .asyncFunctionDef:
      bindParameters(of: code, arguments)
      execute(tree[code.node, Field.FunctionDef.body])
      return .plain
    // The bound or default of a type parameter.
    default: return evaluate(code.node)
    }
  }

  /// A generator hands out what it yields in place of what it returns.
  func yielded(_ values: ValueSet) {
    if let target = run.jumps.lastIndex(where: { $0.kind == .function }) {
      run.jumps[target].returned.formUnion(values)
    }
  }

  // MARK: Parameters

  /// What each parameter of a function gets from the arguments of a call.
  struct ParameterValues {
    /// By position: the positional parameters, then those that are keyword-only.
    var named: [ValueSet] = []
    /// For `*args` and `**kwargs`.
    var rest = ValueSet.plain
    var keywords = ValueSet.plain

    var all: [ValueSet] { named + [rest, keywords] }

    var haveTexts: Bool { all.contains { $0.texts != .none } }
  }

  func parameterValues(of code: FunctionCode, _ arguments: CallArguments) -> ParameterValues {
    let tree = units[code.unit].tree
    guard let list = parameterList(of: code) else {
      return ParameterValues(named: arguments.positional, rest: arguments.spread)
    }
    let privateClass = units[code.unit].scopes.scopes[scope(of: code)].privateClass
    var result = ParameterValues()
    var rest = arguments.positional[...]
    var keywords = arguments.keywords
    func add(_ parameter: SyntaxTree.Node, isPositional: Bool) {
      let name = privateNames.mangle(tree[parameter, Field.Arg.arg]!, in: privateClass)
      if isPositional, let first = rest.popFirst() {
        result.named.append(first)
      } else if let given = keywords.removeValue(forKey: name) {
        result.named.append(given)
      } else {
        result.named.append((code.defaults[name] ?? .plain).union(arguments.spread))
      }
    }
    for parameter in tree[list, Field.Arguments.posonlyargs] { add(parameter!, isPositional: true) }
    for parameter in tree[list, Field.Arguments.args] { add(parameter!, isPositional: true) }
    for parameter in tree[list, Field.Arguments.kwonlyargs] { add(parameter!, isPositional: false) }
    result.rest = rest.reduce(arguments.spread) { $0.union($1) }
    result.keywords = keywords.values.reduce(arguments.spread) { $0.union($1) }
    return result
  }

  private func scope(of code: FunctionCode) -> Int { units[code.unit].scopes.scope(of: code.node) }

  /// The `arguments` node; nil for code without parameters.
  func parameterList(of code: FunctionCode) -> SyntaxTree.Node? {
    let tree = units[code.unit].tree
    switch tree.kind(code.node) {
    case .lambda: return tree[code.node, Field.Lambda.args]
    case .functionDef, .asyncFunctionDef: return tree[code.node, Field.FunctionDef.args]
    default: return nil
    }
  }

  private func bindParameters(of code: FunctionCode, _ arguments: CallArguments) {
    let values = parameterValues(of: code, arguments)
    let list = parameterList(of: code)!
    let scope = scopes.scopes[frame.scope]
    var index = 0
    func bind(_ parameter: SyntaxTree.Node, to values: ValueSet) {
      bindLocal(scope.localIndex[parameterName(parameter)]!, in: frame, to: values)
    }
    for field in [Field.Arguments.posonlyargs, Field.Arguments.args, Field.Arguments.kwonlyargs] {
      for parameter in tree[list, field] {
        bind(parameter!, to: values.named[index])
        index += 1
      }
    }
    if let parameter = tree[list, Field.Arguments.vararg] {
      let tuple = heap.object(at: site(parameter), .container(.tuple))
      heap.store(values.rest, into: tuple)
      bind(parameter, to: ValueSet(tuple))
    }
    if let parameter = tree[list, Field.Arguments.kwarg] {
      let mapping = heap.object(at: site(parameter), .container(.dictionary))
      heap.store(values.keywords, into: mapping)
      bind(parameter, to: ValueSet(mapping))
    }
  }
}
