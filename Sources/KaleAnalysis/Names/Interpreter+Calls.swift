// Calls.

/// The arguments of a call, evaluated.
struct CallArguments {
  var positional: [ValueSet] = []
  var keywords: [Symbol: ValueSet] = [:]
  /// Elements of `*args` and values of `**kwargs`, whose places are not known.
  var spread = ValueSet.plain

  /// The objects among them.
  var all: ValueSet {
    var result = spread.objects
    for values in positional { result.formUnion(values.objects) }
    for values in keywords.values { result.formUnion(values.objects) }
    return result
  }

  func prepending(_ receiver: ValueSet) -> CallArguments {
    CallArguments(positional: [receiver] + positional, keywords: keywords, spread: spread)
  }
}

extension Interpreter {
  static let callDepthLimit = 24

  func evaluateCall(_ node: SyntaxTree.Node) -> ValueSet {
    let function = tree[node, Field.Call.func]!
    if tree.kind(function) == .attribute {
      let receiver = evaluate(tree[function, Field.Attribute.value])
      mayRaise()
      let name = tree[function, Field.Attribute.attr]!
      let (callees, opaque) = methods(name, of: receiver, at: function)
      let arguments = evaluateArguments(node)
      mayRaise()
      return callEach(callees, opaque, name, arguments, at: node)
    }
    let callees = evaluate(function)
    if tree.kind(function) == .name, callees.isEmpty {
      let arguments = evaluateArguments(node)
      mayRaise()
      return callUnknown(symbols.name(tree[function, Field.Name.id]!), arguments.all, at: node)
    }
    let arguments = evaluateArguments(node)
    mayRaise()
    return call(callees, arguments, at: node)
  }

  /// Splits the values of `receiver.name` into code of the notebook or of a known path, and receivers
  /// of which only the method's name is known.
  private func methods(_ name: Symbol, of receiver: ValueSet, at node: SyntaxTree.Node)
    -> (callees: ValueSet, opaque: ValueSet)
  {
    var callees = ValueSet.plain
    var opaque = ValueSet.plain
    for id in receiver.ids {
      switch heap[id].shape {
      case .instance, .classObject, .library:
        let found = loadAttribute(name, of: ValueSet(id), at: node)
        let isInside = found.ids.contains {
          if case .interior = heap[$0].shape { true } else { false }
        }
        if found.isEmpty || isInside { opaque.insert(id) } else { callees.formUnion(found) }
      default:
        if let own = heap[id].attributes[name], !own.isEmpty { callees.formUnion(own) }
        opaque.insert(id)
      }
    }
    opaque.texts = receiver.texts
    return (callees, opaque)
  }

  private func callEach(
    _ callees: ValueSet, _ receivers: ValueSet, _ name: Symbol, _ arguments: CallArguments,
    at node: SyntaxTree.Node
  ) -> ValueSet {
    guard !receivers.isEmpty || callees.isEmpty else { return call(callees, arguments, at: node) }
    guard !callees.isEmpty else {
      return callMethodByName(symbols.name(name), receivers, arguments, at: node)
    }
    var result = ValueSet.plain
    branch(
      { result.formUnion(self.call(callees, arguments, at: node)) },
      {
        result.formUnion(
          self.callMethodByName(self.symbols.name(name), receivers, arguments, at: node))
      })
    return result
  }

  private func evaluateArguments(_ node: SyntaxTree.Node) -> CallArguments {
    var arguments = CallArguments()
    for argument in tree[node, Field.Call.args] {
      let values = evaluate(argument)
      if tree.kind(argument!) == .starred {
        mayRaise()
        arguments.spread.formUnion(iterate(values, at: argument!))
      } else {
        arguments.positional.append(values)
      }
    }
    for keyword in tree[node, Field.Call.keywords] {
      let values = evaluate(tree[keyword!, Field.Keyword.value])
      if let name = tree[keyword!, Field.Keyword.arg] {
        arguments.keywords[name] = values
      } else {
        arguments.spread.formUnion(contents(of: values))
      }
    }
    return arguments
  }

  // MARK: Callees

  /// Calls whatever the values are; several are alternatives.
  @discardableResult
  func call(_ callees: ValueSet, _ arguments: CallArguments, at node: SyntaxTree.Node) -> ValueSet {
    guard run.state.isReachable else { return .plain }
    if let only = callees.single { return call(object: only, arguments, at: node) }
    guard !callees.isEmpty else { return callUnknown("", arguments.all, at: node) }
    var result = ValueSet.plain
    let start = run.state
    var joined = FlowState.unreachable
    run.conditions += 1
    for callee in callees.ids {
      run.state = start
      result.formUnion(call(object: callee, arguments, at: node))
      joined.join(run.state)
    }
    run.conditions -= 1
    proceed(from: joined)
    return result
  }

  private func call(object id: ObjectID, _ arguments: CallArguments, at node: SyntaxTree.Node)
    -> ValueSet
  {
    switch heap[id].shape {
    case .function(let code):
      return callFunction(id, code, arguments, at: node)
    case .boundMethod(let function, let receiver):
      return call(object: function, arguments.prepending(ValueSet(receiver)), at: node)
    case .classObject: return instantiate(id, arguments, at: node)
    case .instance(let type):
      let methods = member(names.call, of: type)
      if methods.isEmpty {
        return callUnknown("", arguments.all.union(ValueSet(id)), at: node)
      }
      return call(methods, arguments.prepending(ValueSet(id)), at: node)
    case .library(let path): return callLibrary(path.path, arguments, at: node)
    case .builtin(let name): return callBuiltin(name, arguments, at: node)
    case .partial(let callee, let fixed, let keywords):
      var full = arguments
      full.positional = fixed + arguments.positional
      full.keywords.merge(keywords) { given, _ in given }
      return call(callee, full, at: node)
    case .container, .variable: return .plain
    case .opaque, .interior, .deferred:
      return callUnknown("", arguments.all.union(ValueSet(id)), at: node)
    }
  }

  private func instantiate(_ type: ObjectID, _ arguments: CallArguments, at node: SyntaxTree.Node)
    -> ValueSet
  {
    let instance = ValueSet(heap.object(at: site(node), .instance(of: type)))
    let initializers = member(names.`init`, of: type)
    if initializers.isEmpty {
      heap.store(arguments.all, into: instance.single!)
    } else {
      call(initializers, arguments.prepending(instance), at: node)
    }
    return instance
  }

  /// Calls a special method where a class of the notebook defines it.
  @discardableResult
  func callMethod(_ name: Symbol, of values: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    var result = ValueSet.plain
    for id in values.ids {
      guard case .instance(let type) = heap[id].shape else { continue }
      let methods = member(name, of: type)
      guard !methods.isEmpty else { continue }
      let unknown = ValueSet(heap.object(at: site(node, role: 7), .opaque))
      var arguments = CallArguments(positional: [ValueSet(id)])
      arguments.spread = unknown
      result.formUnion(call(methods, arguments, at: node))
    }
    return result
  }

  // MARK: Functions of the notebook

  private func callFunction(
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
      run.createdFunctions.append(id)
      return ValueSet(deferred)
    }
    return runFunction(id, code, arguments, at: node)
  }

  /// Runs the body of a generator or coroutine; yields what it returns and yields.
  func runDeferred(_ call: DeferredCall, at node: SyntaxTree.Node) -> ValueSet {
    guard case .function(let code) = heap[call.function].shape else { return .plain }
    var arguments = CallArguments(positional: call.arguments, keywords: call.keywords)
    if units[code.unit].tree.kind(code.node) == .generatorExp {
      arguments = CallArguments(positional: [iterateFirst(call, at: node)])
    }
    return runFunction(call.function, code, arguments, at: node)
  }

  private func iterateFirst(_ call: DeferredCall, at node: SyntaxTree.Node) -> ValueSet {
    call.arguments.first ?? .plain
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

  private func runFunction(
    _ id: ObjectID, _ code: FunctionCode, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    let isActive = run.calls.contains { $0.unit == code.unit && $0.node == code.node }
    guard !isActive, run.calls.count < Self.callDepthLimit, run.remainingCalls > 0 else {
      if !isActive {
        var seen: Set<ObjectID> = []
        chargeNames(of: id, &seen)
        return callUnknown(code.name.map(symbols.name) ?? "lambda", arguments.all, at: node)
      }
      let result = heap.object(at: site(node, role: 4), .opaque)
      heap.alias(arguments.all, as: result)
      return ValueSet(result)
    }
    run.remainingCalls -= 1
    run.calledFunctions.insert(id)
    let call = ActiveCall(unit: code.unit, node: code.node, range: place(of: node))
    run.calls.append(call)
    let conditions = run.conditions
    let base = run.state.locals.count
    let scope = units[code.unit].scopes.scope(of: code.node)
    let owner = units[code.unit].scopes.scopes[scope]
    run.state.locals.append(
      contentsOf: repeatElement(FlowState.Slot(), count: owner.locals.count))
    enterFrame(
      Frame(
        unit: code.unit, scope: scope, base: base, enclosing: nil,
        privateClass: owner.privateClass))
    run.jumps.append(JumpTarget(kind: .function, height: base + owner.locals.count))
    let returned = runBody(code, arguments)
    let target = run.jumps.removeLast()
    run.state.join(target.returns)
    // That a function always raises is not held against the code behind the call: it may be another
    // function by the time it runs.
    if !run.state.isReachable { proceed(from: target.raises) }
    leaveFrame()
    run.state.locals.removeLast(run.state.locals.count - base)
    run.conditions = conditions
    run.calls.removeLast()
    return returned.union(target.returned)
  }

  private func runBody(_ code: FunctionCode, _ arguments: CallArguments) -> ValueSet {
    switch tree.kind(code.node) {
    case .lambda:
      bindParameters(tree[code.node, Field.Lambda.args]!, code, arguments)
      return evaluate(tree[code.node, Field.Lambda.body])
    case .generatorExp:
      return runGeneratorExpression(code.node, first: arguments.positional.first ?? .plain)
    case .typeAlias: return evaluate(tree[code.node, Field.TypeAlias.value])
    default:
      bindParameters(tree[code.node, Field.FunctionDef.args]!, code, arguments)
      execute(tree[code.node, Field.FunctionDef.body])
      return .plain
    }
  }

  /// A generator hands out what it yields in place of what it returns.
  func yielded(_ values: ValueSet) {
    if let target = run.jumps.lastIndex(where: { $0.kind == .function }) {
      run.jumps[target].returned.formUnion(values)
    }
  }

  private func bindParameters(
    _ parameters: SyntaxTree.Node, _ code: FunctionCode, _ arguments: CallArguments
  ) {
    let scope = scopes.scopes[frame.scope]
    var rest = arguments.positional[...]
    var keywords = arguments.keywords
    func bind(_ parameter: SyntaxTree.Node, positional: Bool) {
      let name = parameterName(parameter)
      var values = ValueSet.plain
      if positional, let first = rest.popFirst() {
        values = first
      } else if let given = keywords.removeValue(forKey: name) {
        values = given
      } else {
        values = (code.defaults[name] ?? .plain).union(arguments.spread)
      }
      bindLocal(scope.localIndex[name]!, in: frame, to: values)
    }
    for parameter in tree[parameters, Field.Arguments.posonlyargs] {
      bind(parameter!, positional: true)
    }
    for parameter in tree[parameters, Field.Arguments.args] { bind(parameter!, positional: true) }
    for parameter in tree[parameters, Field.Arguments.kwonlyargs] {
      bind(parameter!, positional: false)
    }
    if let parameter = tree[parameters, Field.Arguments.vararg] {
      let tuple = heap.object(at: site(parameter), .container(.tuple))
      for values in rest { heap.store(values, into: tuple) }
      heap.store(arguments.spread, into: tuple)
      bindLocal(scope.localIndex[parameterName(parameter)]!, in: frame, to: ValueSet(tuple))
    }
    if let parameter = tree[parameters, Field.Arguments.kwarg] {
      let mapping = heap.object(at: site(parameter), .container(.dictionary))
      for values in keywords.values { heap.store(values, into: mapping) }
      heap.store(arguments.spread, into: mapping)
      bindLocal(scope.localIndex[parameterName(parameter)]!, in: frame, to: ValueSet(mapping))
    }
  }

  /// Where calls are too many or too deep to follow: every namespace name of the function, and of the
  /// functions that it names, may be read and bound.
  private func chargeNames(of function: ObjectID, _ seen: inout Set<ObjectID>) {
    guard seen.insert(function).inserted, case .function(let code) = heap[function].shape else {
      return
    }
    let scopes = units[code.unit].scopes
    let own = scopes.scope(of: code.node)
    for (index, scope) in scopes.scopes.enumerated() where scopes.isInside(index, own) {
      for (name, flags) in scope.names.sorted(by: { $0.key < $1.key }) {
        guard case .global(let name) = scopes.resolve(name, in: index) else { continue }
        var values = ValueSet.plain
        maybe {
          if flags.contains(.used) { values = readGlobal(name, at: nil) }
          if flags.contains(.bound) {
            let unknown = heap.object(at: Heap.Site(cell: -3, unit: -3, offset: name.id), .opaque)
            bindGlobal(name, to: ValueSet(unknown), at: nil)
          }
        }
        for value in values.ids { chargeNames(of: value, &seen) }
      }
    }
  }
}
