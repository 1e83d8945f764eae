// Calls of code that is not the notebook's: builtins, libraries, the unknown.

extension Interpreter {
  func callBuiltin(
    _ id: ObjectID, _ name: Symbol, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    switch name {
    case names.exec, names.eval: return callEmbedded(name, arguments, at: node)
    case names.globals, names.locals, names.vars, names.dir:
      if let values = callForVariables(name, arguments, at: node) { return values }
    case names.superName: return superObject(at: node)
    default:
      if let values = callOnMainModule(name, arguments, at: node) { return values }
    }
    if names.lazyBuiltins.contains(name),
      let iterator = makeIterator(id, name, arguments, at: node)
    {
      return iterator
    }
    noteNamespaceRead(arguments.all, at: node)
    runSpecialMethods(name, arguments, at: node)
    return call(known: callees.builtin(name, symbols), arguments, at: node)
  }

  /// `super()` in a method: the instance, seen through the bases of the class.
  private func superObject(at node: SyntaxTree.Node) -> ValueSet {
    guard let owner = frame.privateClass else { return .plain }
    var result = ValueSet.plain
    let scope = scopes.scopes[frame.scope]
    guard scope.kind == .function, let receiver = scope.locals.first else { return .plain }
    for id in run.state.locals[frame.base + scope.localIndex[receiver]!].values.ids {
      guard case .instance(let type) = heap[id].shape else { continue }
      for base in basesAbove(owner, from: type).ids {
        let view = heap.object(at: superSite(of: id, base), .instance(of: base))
        heap.store(ValueSet(view), into: id)
        result.insert(view)
      }
      if result.isEmpty { result.insert(heap.interior(of: id)) }
    }
    return result
  }

  private func superSite(of instance: ObjectID, _ base: ObjectID) -> Heap.Site {
    let cell = heap[instance].role == .own ? -4 : Heap.Site.templateCell(of: instance)
    return Heap.Site(cell: cell, unit: -4 - instance * 8, offset: base)
  }

  private func basesAbove(_ owner: Symbol, from type: ObjectID) -> ValueSet {
    var pending = [type]
    var seen = ObjectSet()
    while let next = pending.popLast() {
      guard seen.insert(next), case .classObject(let code) = heap[next].shape else {
        continue
      }
      if code.name == owner { return code.bases }
      pending += code.bases.ids
    }
    return .plain
  }

  private func call(
    known id: KnownCallees.ID, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    let callee = callees[id]
    let result = apply(callee.call, named: callee.name, receiver: .plain, arguments, at: node)
    return noteOutside(
      callee.outside, named: callee.name, .plain, arguments, result, at: node)
  }

  func callLibrary(
    _ callee: KnownCallees.ID, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    switch callees[callee].role {
    case .partial:
      guard let callee = arguments.positional.first else { break }
      let shape = Heap.Shape.partial(
        callee: callee, arguments: Array(arguments.positional.dropFirst()),
        keywords: arguments.keywords)
      let partial = heap.object(at: site(node), shape)
      heap.reshape(partial, shape)
      heap.store(arguments.all, into: partial)
      return ValueSet(partial)
    case .namedTuple:
      let type = LibraryPath(
        path: "collections.namedtuple.Tuple", statement: nil, isModule: false)
      return ValueSet(heap.object(at: definitionSite(node), .library(type)))
    case .builtin(let text):
      let name = symbols.intern(text)
      if isBuiltin(name) { return callBuiltin(builtinObject(name), name, arguments, at: node) }
    case .frame:
      note(.readsUnknown, callees[callee].path, at: node)
      note(.bindsUnknown, callees[callee].path, at: node)
    case .bindsSymbols: bindSymbols(callees[callee].path, arguments, at: node)
    case .bindsUnknown: note(.bindsUnknown, callees[callee].path, at: node)
    case .other: break
    }
    let result = call(known: callee, arguments, at: node)
    guard !callees[callee].isComplete else { return result }
    let code = heldCode(in: arguments.all)
    guard !code.isEmpty else { return result }
    invoke(code, at: node)
    for id in result.ids where heap.isOpaque(id) { heap.alias(code, as: id) }
    return result
  }

  /// `var('x y, z')`.
  private func bindSymbols(_ cause: String, _ arguments: CallArguments, at node: SyntaxTree.Node) {
    let texts = arguments.positional.first?.texts.list ?? []
    let names = texts.flatMap { $0.split { $0 == "," || $0.isWhitespace } }
    // `x:3` stands for several.
    guard !names.isEmpty, names.allSatisfy({ PythonExpression.isIdentifier(Array($0.utf8)[...]) })
    else {
      return note(.bindsUnknown, cause, at: node)
    }
    for name in names {
      let name = ownName(symbols.intern(String(name)))
      if texts.count > 1 {
        maybe { bindGlobal(name, to: .plain, at: node) }
      } else {
        bindGlobal(name, to: .plain, at: node)
      }
    }
  }

  /// A method of an object about which only its shape is known.
  func callMethodByName(
    _ name: Symbol, _ receiver: ValueSet, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet {
    if let result = callNamespaceMethod(name, receiver, arguments, at: node) { return result }
    let isDataset = !receiver.isEmpty && receiver.ids.allSatisfy { heap[$0].type == .dataset }
    let method = callees.method(name, symbols, ofDataset: isDataset)
    let callee = callees[method]
    for id in receiver.ids {
      if case .library(let path) = heap[id].shape, Self.importHookLists.contains(path.path) {
        importHooks.formUnion(arguments.all)
      }
    }
    if hasUnknownCode { noteUnknownCode(in: receiver, at: node) }
    if arguments.keywords[names.inplace] != nil, isTrue(node, names.inplace) {
      mutate(receiver, .knownMutator(callee.name), at: node)
      return .plain
    }
    for id in receiver.ids {
      if case .instance = heap[id].shape { invoke(ValueSet(id), at: node) }
      if case .deferred(let call) = heap[id].shape { maybe { _ = runDeferred(call, at: node) } }
    }
    if receiver.ids.contains(where: heap.isOpaque) {
      let code = heldCode(in: receiver.union(arguments.all))
      if !code.isEmpty { invoke(code, at: node) }
    }
    let result = apply(
      callee.call, named: callee.name, receiver: receiver.objects, arguments, at: node)
    return noteOutside(
      callee.outside, named: callee.name, receiver, arguments, result, at: node)
  }

  /// What an import asks for modules.
  private static let importHookLists = ["sys.meta_path", "sys.path_hooks"]

  /// Whether the call has `keyword=` with something else than `False`.
  private func isTrue(_ node: SyntaxTree.Node, _ keyword: Symbol) -> Bool {
    guard tree.kind(node) == .call else { return true }
    for given in tree[node, Field.Call.keywords] where tree[given!, Field.Keyword.arg] == keyword {
      return foldedTruth(tree[given!, Field.Keyword.value]!) != false
    }
    return false
  }

  /// Does what the tables say of a callee, or assumes the worst.
  private func apply(
    _ known: CallKnowledge?, named name: String, receiver: ValueSet, _ arguments: CallArguments,
    at node: SyntaxTree.Node
  ) -> ValueSet {
    guard let known else { return callUnknown(name, receiver.union(arguments.all), at: node) }
    if known.storesArguments || !known.mutatedArguments.isEmpty {
      noteNamespaceEscape(arguments.all, at: node)
    } else {
      noteNamespaceRead(arguments.all, at: node)
    }
    let mayConsume =
      known.consumesArguments || known.callsArguments || known.result != .plain
    let consumed = mayConsume ? consume(arguments.all, by: name, at: node) : .plain
    if known.callsArguments { invoke(arguments.all, at: node) }
    if known.mutatesReceiver { mutate(receiver, .knownMutator(name), at: node) }
    for index in known.mutatedArguments where index < arguments.positional.count {
      mutate(arguments.positional[index], .knownMutator(name), at: node)
    }
    if !arguments.keywords.isEmpty {
      for keyword in known.mutatedKeywords {
        if let values = arguments.keywords[symbols.intern(keyword)] {
          mutate(values, .knownMutator(name), at: node)
        }
      }
    }
    if let out = arguments.keywords[names.out] {
      mutate(out, .knownMutator("out="), at: node)
    }
    if known.storesArguments {
      for id in receiver.ids { heap.store(arguments.all, into: id) }
    }
    if known.neverReturns { raise() }
    return result(of: known, receiver, arguments, consumed, at: node)
  }

  private func result(
    of known: CallKnowledge, _ receiver: ValueSet, _ arguments: CallArguments,
    _ consumed: ValueSet, at node: SyntaxTree.Node
  ) -> ValueSet {
    let inherited = receiver.ids.lazy.compactMap { self.heap[$0].type }.first { $0 == .dataset }
    let inherits = !known.reduces && (known.result == .view || known.result == .fresh)
    let keepsObjects = makesObjectArray(arguments)
    let type = keepsObjects ? nil : known.type ?? (inherits ? inherited : nil)
    func object(_ shape: Heap.Shape) -> ObjectID { heap.object(at: site(node), type: type, shape) }
    switch known.result {
    case .plain: return .plain
    case .receiver: return receiver
    // A number of numbers.
    case .fresh where known.reduces && receiver.union(arguments.all).isEmpty: return .plain
    case .fresh where !keepsObjects:
      let result = object(.opaque)
      // An array that the call is to put its result in is the result.
      var written = arguments.keywords[names.out]?.objects ?? .plain
      for index in known.mutatedArguments where index < arguments.positional.count {
        written.formUnion(arguments.positional[index].objects)
      }
      heap.alias(written, as: result)
      return ValueSet(result)
    case .fresh, .holdsArguments:
      let result = object(.opaque)
      heap.alias(arguments.all.union(receiver), as: result)
      return ValueSet(result)
    case .view:
      var inside = ValueSet.plain
      for id in receiver.union(arguments.all).ids {
        switch heap[id].shape {
        case .container: inside.formUnion(heap[id].contents)
        case .function, .builtin, .classObject, .boundMethod: break
        default: inside.insert(heap.interior(of: id))
        }
      }
      // The default of `getattr`.
      for values in arguments.positional.dropFirst(2) { inside.formUnion(values.objects) }
      return inside
    case .elements:
      var element = contents(of: receiver.union(arguments.all)).union(consumed)
      element.formUnion(choices(arguments, isMethod: !receiver.isEmpty))
      element.texts = element.texts.onlyOne
      return element
    case .shallow(let kind):
      let result = object(.container(kind))
      heap.store(contents(of: receiver.union(arguments.all)).union(consumed), into: result)
      if kind == .dictionary {
        heap.store(entries(arguments.all, consumed), into: result)
        for (_, values) in arguments.keywords { heap.store(values.objects, into: result) }
      }
      return ValueSet(result)
    case .pairs:
      let pair = heap.object(at: site(node, role: 5), .container(.tuple))
      heap.store(contents(of: receiver.union(arguments.all)).union(consumed), into: pair)
      let result = object(.container(.iterator))
      heap.store(ValueSet(pair), into: result)
      return ValueSet(result)
    }
  }

  /// The arguments that a call for an element may return as they are: a default, or one of several.
  private func choices(_ arguments: CallArguments, isMethod: Bool) -> ValueSet {
    var choices = arguments.spread.objects
    if isMethod || arguments.positional.count > 1 {
      for values in arguments.positional { choices.formUnion(values.objects) }
    }
    if !arguments.keywords.isEmpty, let value = arguments.keywords[names.defaultKeyword] {
      choices.formUnion(value.objects)
    }
    return choices
  }

  /// Keys and values of the pairs of which a dictionary is made: `dict(zip(names, values))`.
  private func entries(_ arguments: ValueSet, _ consumed: ValueSet) -> ValueSet {
    var pairs = consumed
    for id in arguments.ids {
      guard case .container(let kind) = heap[id].shape, kind != .dictionary else { continue }
      pairs.formUnion(heap[id].contents)
    }
    var entries = ValueSet.plain
    for id in pairs.ids {
      if case .container = heap[id].shape { entries.formUnion(heap[id].contents.objects) }
    }
    return entries
  }

  /// Whether a call is to make an array, or a table, of objects, which keeps what it gets as it is.
  private func makesObjectArray(_ arguments: CallArguments) -> Bool {
    guard !arguments.keywords.isEmpty, let type = arguments.keywords[names.dtype] else {
      return false
    }
    return type.texts.list.contains { ["O", "object"].contains($0) }
      || type.ids.contains {
        if case .builtin(let name) = heap[$0].shape { name == names.object } else { false }
      }
  }

  /// Code about which nothing is known: it may change what it gets and call what it gets.
  func callUnknown(_ name: String, _ values: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    if hasUnknownCode { noteUnknownCode(in: values, at: node) }
    let escaped = heap.escape(values)
    invoke(escaped, at: node)
    let mutable = ValueSet(ObjectIDs(ascending: escaped))
    noteNamespaceEscape(mutable, at: node)
    mutate(mutable, .unknownCallee(name), at: node)
    let result = heap.object(at: site(node, role: 6), .opaque)
    heap.alias(values, as: result, inside: true)
    return ValueSet(result)
  }

  /// Runs, as perhaps called, every callable that can be reached from `values`.
  func invoke(_ values: ValueSet, at node: SyntaxTree.Node) {
    guard values.ids.contains(where: { !run.invoked.contains($0) }) else { return }
    invoke(heap.reachable(from: values).sorted(), at: node)
  }

  func note(_ kind: DynamicAccess.Kind, _ cause: String, at node: SyntaxTree.Node) {
    if run.state.isReachable { note(kind, cause, range: place(of: node)) }
  }

  func note(_ kind: DynamicAccess.Kind, _ cause: String, range: SourceRange?) {
    // A script with a namespace of its own has no way to look into the notebook's.
    if kind == .readsUnknown, units[frame.unit].namespace != nil { return }
    if kind == .bindsUnknown { run.hasBoundUnknown = true }
    let access = DynamicAccess(kind: kind, cause: cause, range: range)
    if !run.dynamic.contains(access) { run.dynamic.append(access) }
  }

  /// The dotted path of a callee such as `torch.no_grad`, through the imports that bind its root.
  func dottedPath(_ node: SyntaxTree.Node) -> String? {
    switch tree.kind(node) {
    case .name:
      guard case .global(let name) = resolve(tree[node, Field.Name.id]!) else { return nil }
      let values = touchedSlot(name)?.values ?? entryValues(name)
      guard let id = values.single else { return nil }
      switch heap[id].shape {
      case .library(let path): return path.path
      case .builtin(let name): return "builtins.\(symbols.name(name))"
      default: return nil
      }
    case .attribute:
      guard let root = dottedPath(tree[node, Field.Attribute.value]!) else { return nil }
      return "\(root).\(symbols.name(tree[node, Field.Attribute.attr]!))"
    default: return nil
    }
  }
}
