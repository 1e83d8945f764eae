// Calls.

/// The arguments of a call, evaluated.
struct CallArguments {
  var positional: [ValueSet] = []
  var keywords = SymbolMap<ValueSet>()
  /// Elements of `*args` and values of `**kwargs`, whose places are not known.
  var spread = ValueSet.plain

  /// The objects among them.
  var all: ValueSet {
    var result = spread.objects
    for values in positional { result.formUnion(values.objects) }
    for (_, values) in keywords { result.formUnion(values.objects) }
    return result
  }

  func prepending(_ receiver: ValueSet) -> CallArguments {
    CallArguments(positional: [receiver] + positional, keywords: keywords, spread: spread)
  }
}

extension Interpreter {
  func evaluateCall(_ node: SyntaxTree.Node) -> ValueSet {
    let function = tree[node, Field.Call.func]!
    if tree.kind(function) == .attribute {
      let receiver = evaluate(tree[function, Field.Attribute.value])
      mayRaise()
      let name = tree[function, Field.Attribute.attr]!
      let (callees, opaque) = methods(name, of: receiver, at: function)
      let arguments = evaluateArguments(node)
      mayRaise()
      if name == names.runLineMagic { runMagics(at: node) }
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
      return callMethodByName(name, receivers, arguments, at: node)
    }
    var result = ValueSet.plain
    branch(
      { result.formUnion(self.call(callees, arguments, at: node)) },
      {
        result.formUnion(
          self.callMethodByName(name, receivers, arguments, at: node))
      })
    return result
  }

  private func evaluateArguments(_ node: SyntaxTree.Node) -> CallArguments {
    var arguments = CallArguments()
    let positional = tree[node, Field.Call.args]
    arguments.positional.reserveCapacity(positional.count)
    for argument in positional {
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
        noteNamespaceRead(values, at: keyword!)
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
      if case .library(let path) = heap[function].shape {
        let name = symbols.intern(String(path.path.dropFirst()))
        return callMethodByName(name, ValueSet(receiver), arguments, at: node)
      }
      return call(object: function, arguments.prepending(ValueSet(receiver)), at: node)
    case .classObject: return instantiate(id, arguments, at: node)
    case .instance(let type):
      let methods = member(names.call, of: type)
      if methods.isEmpty {
        return callUnknown("", arguments.all.union(ValueSet(id)), at: node)
      }
      return call(methods, arguments.prepending(ValueSet(id)), at: node)
    case .library(let path):
      return callLibrary(callees.function(id, path.path), arguments, at: node)
    case .builtin(let name): return callBuiltin(id, name, arguments, at: node)
    case .partial(let callee, let fixed, let keywords):
      var full = arguments
      full.positional = fixed + arguments.positional
      for (name, values) in keywords where full.keywords[name] == nil {
        full.keywords[name] = values
      }
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
}
