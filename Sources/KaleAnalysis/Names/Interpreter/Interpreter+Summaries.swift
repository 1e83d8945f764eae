// What calling something does, apart from any particular call.

extension Interpreter {
  /// Something that can be called, with the class whose instance it is called on.
  struct Callable: IndexKey, Comparable {
    var object: ObjectID
    var receiver: ObjectID?

    var hashBits: UInt64 { object.hashBits << 32 | (receiver ?? -1).hashBits }

    static func < (left: Self, right: Self) -> Bool {
      (left.object, left.receiver ?? -1) < (right.object, right.receiver ?? -1)
    }
  }

  /// Summaries made inside one another, past which a function counts as called later.
  static let summaryDepthLimit = 24
  /// Summaries that one cell may ask for; past it, those that are there serve on, or the names alone.
  static let summaryLimit = 200

  /// The summary of a call in the namespace as it is now; nil for a function that is being summarized.
  /// The summaries of its callers then name it among what they let escape.
  func summary(of callable: Callable) -> Summary? {
    if let known = summaries[callable], isCurrent(known) { return known }
    guard steps < Self.stepLimit else { return staticSummary(of: callable) }
    guard !summarizing.contains(callable) else {
      run.escaped.insert(callable)
      return nil
    }
    guard summarizing.count < Self.summaryDepthLimit, summaryCount < Self.summaryLimit else {
      return summaries[callable] ?? staticSummary(of: callable)
    }
    summaryCount += 1
    let made = summarize(callable)
    summaries[callable] = made
    return made
  }

  private func isCurrent(_ summary: Summary) -> Bool {
    summary.dependencies.allSatisfy { dependency in
      let values = currentValues(dependency.name)
      guard values.texts == dependency.texts else { return false }
      if let code = dependency.code { return values.ids == code.ids }
      return !containsCode(values, depth: 2)
    }
  }

  private func dependency(on name: Symbol) -> Summary.Dependency {
    let values = namedValues(name)
    return Summary.Dependency(
      name: name, code: containsCode(values, depth: 2) ? values : nil, texts: values.texts)
  }

  /// What the name may hold at this point of the run.
  func currentValues(_ name: Symbol) -> ValueSet {
    guard let slot = touchedSlot(name) else { return entryValues(name) }
    return slot.exits.contains(.untouched) ? slot.values.union(entryValues(name)) : slot.values
  }

  private func summarize(_ callable: Callable) -> Summary {
    let saved = (overlay: overlay, tree: tree)
    for name in run.slotNames where touchedSlot(name) != nil { overlay[name] = currentValues(name) }
    var suspended = Run(unit: run.unit)
    swap(&run, &suspended)
    let suspendedHeap = heap.beginTemplates()
    summarizing.insert(callable)
    defer {
      summarizing.remove(callable)
      swap(&run, &suspended)
      (overlay, tree) = (saved.overlay, saved.tree)
      heap.endTemplates(suspendedHeap)
    }
    run.isSummary = true
    run.depth = suspended.depth
    run.template = callable.object
    run.remainingCalls = Self.summaryCallLimit
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    let (arguments, placeholders) = placeholders(for: callable, templateCell)
    var result: ValueSet
    if case .function(let code) = heap[callable.object].shape {
      result = runBody(of: callable.object, code, arguments, at: tree.root)
    } else {
      result = call(ValueSet(callable.object), arguments, at: tree.root)
    }
    if result.texts.list.contains(where: { $0.contains(Summary.unknownText) })
      || result.texts == .tooMany
    {
      run.usesTexts = true
      result.texts = .none
    }
    return finishSummary(result, placeholders)
  }

  /// What a function may do by the names in it alone: it may read, bind and call all of them, change,
  /// keep and call what they hold and what it gets, and return any of it.
  private func staticSummary(of callable: Callable) -> Summary {
    let summary = Summary()
    guard case .function(let code) = heap[callable.object].shape else { return summary }
    let scopes = units[code.unit].scopes
    let own = scopes.scope(of: code.node)
    let cell = Heap.Site.templateCell(of: callable.object)
    let anything = heap.object(at: Heap.Site(cell: cell, unit: -8, offset: 0), .opaque)
    summary.placeholders = placeholders(for: callable, cell).made
    var reached = ValueSet.plain
    for id in summary.placeholders { reached.insert(id) }
    for (index, scope) in scopes.scopes.enumerated() where scopes.isInside(index, own) {
      for (name, flags) in scope.names {
        guard case .global(var name) = scopes.resolve(name, in: index) else { continue }
        if let namespace = units[code.unit].namespace { name = self.name(name, in: namespace) }
        let isBound = flags.contains(.bound)
        summary.uses.append(
          Summary.Use(
            name: name, read: flags.contains(.used) ? .maybe : nil,
            exits: isBound ? [.untouched, .bound] : .untouched, kinds: .value,
            values: ValueSet(anything)))
        let values = currentValues(name)
        for id in values.ids { summary.escaped.formUnion(callables(in: id)) }
        guard flags.contains(.used), !containsCode(values, depth: 2) else { continue }
        summary.dependencies.append(Summary.Dependency(name: name, code: nil, texts: values.texts))
        reached.insert(placeholder(of: name))
      }
    }
    let callee = code.name ?? symbols.intern("<lambda>")
    summary.changes = reached.ids.map {
      ObjectChange(object: $0, certainty: .maybe, reason: .unknownCallee(callee))
    }
    summary.stores = reached.ids.map { Summary.Store(holder: $0, values: ValueSet(anything)) }
    summary.result = ValueSet(anything)
    summary.made[anything] = Summary.Part(aliases: reached)
    return summary
  }

  /// Arguments of which nothing is known but which parameter takes them.
  private func placeholders(
    for callable: Callable, _ cell: Int32
  ) -> (arguments: CallArguments, made: [ObjectID]) {
    var made: [ObjectID] = []
    func placeholder(_ shape: Heap.Shape) -> ValueSet {
      let site = Heap.Site(
        cell: cell, unit: Heap.Site.placeholderUnit, offset: Int32(made.count))
      made.append(heap.object(at: site, shape))
      heap.reshape(made.last!, shape)
      var values = ValueSet(made.last!)
      values.texts = KnownTexts(Summary.unknownText)
      return values
    }
    var arguments = CallArguments()
    if case .function(let code) = heap[callable.object].shape {
      let list = parameterList(of: code)
      let count = list.map { units[code.unit].tree.namedParameterCount($0) } ?? 1
      let keywordOnly = list.map { keywordOnlyNames(code, $0) } ?? []
      for index in 0..<count {
        let type = index == 0 ? callable.receiver : nil
        var values = placeholder(type.map(Heap.Shape.instance) ?? .opaque)
        if let name = parameterDefaultName(code, at: index), let own = code.defaults[name],
          own.ids.contains(where: isCode)
        {
          values.formUnion(own.objects)
        }
        if index < count - keywordOnly.count {
          arguments.positional.append(values)
        } else {
          arguments.keywords[keywordOnly[index - (count - keywordOnly.count)]] = values
        }
      }
    } else if let type = callable.receiver {
      arguments.positional = [placeholder(.instance(of: type))]
    }
    arguments.spread = placeholder(.opaque)
    return (arguments, made)
  }

  private func isCode(_ id: ObjectID) -> Bool {
    switch heap[id].shape {
    case .function, .boundMethod, .classObject, .instance, .builtin, .partial, .library: true
    case .opaque, .interior, .container, .deferred, .variable: false
    }
  }

  private func keywordOnlyNames(_ code: FunctionCode, _ list: SyntaxTree.Node) -> [Symbol] {
    let tree = units[code.unit].tree
    return tree[list, Field.Arguments.kwonlyargs].map { parameterName($0!, of: code) }
  }

  private func parameterDefaultName(_ code: FunctionCode, at index: Int) -> Symbol? {
    guard let list = parameterList(of: code), !code.defaults.isEmpty else { return nil }
    let tree = units[code.unit].tree
    let parameters =
      Array(tree[list, Field.Arguments.posonlyargs]) + Array(tree[list, Field.Arguments.args])
      + Array(tree[list, Field.Arguments.kwonlyargs])
    return parameterName(parameters[index]!, of: code)
  }

  private func parameterName(_ parameter: SyntaxTree.Node, of code: FunctionCode) -> Symbol {
    let scopes = units[code.unit].scopes
    return privateNames.mangle(
      units[code.unit].tree[parameter, Field.Arg.arg]!,
      in: scopes.scopes[scopes.scope(of: code.node)].privateClass)
  }

  private func finishSummary(_ result: ValueSet, _ placeholders: [ObjectID]) -> Summary {
    let summary = Summary()
    let end = run.state.isReachable ? run.state : run.raised
    for (index, name) in run.slotNames.enumerated() {
      let slot = index < end.globals.count ? end.globals[index] : FlowState.Slot()
      let isRead = run.notes[index].mayBeRead
      if isRead { summary.dependencies.append(dependency(on: name)) }
      guard isRead || slot.exits != .untouched else { continue }
      summary.uses.append(
        Summary.Use(
          name: name,
          read: !isRead ? nil : isReadOnEveryExit(index) ? .definite : .maybe,
          exits: slot.exits, kinds: slot.kinds, values: slot.values))
    }
    summary.changes = run.changes.values.sorted { $0.object < $1.object }
    summary.stores = heap.storesIntoOthers
    summary.result = result
    summary.placeholders = placeholders
    summary.escapedPlaceholders = placeholders.filter(hasEscaped)
    summary.escapedNames = summary.dependencies.lazy.filter { $0.code == nil }.map(\.name)
      .filter { hasEscaped(placeholder(of: $0)) }
    summary.escaped = run.escaped
    summary.createdFunctions = run.createdFunctions
    summary.calledFunctions = run.calledFunctions
    summary.files = run.files
    summary.outside = run.outside
    summary.dynamic = run.dynamic
    summary.importedModules = run.importedModules
    summary.usesTexts = run.usesTexts
    let remainder = heap.object(at: Heap.Site(cell: templateCell, unit: -7, offset: 0), .opaque)
    heap.alias(.plain, as: remainder, inside: true)
    var maker = SummaryMaker(heap, remainder: remainder)
    maker.cut(summary)
    return summary
  }

  /// Whether the object, or its inside, has been handed to unknown code.
  private func hasEscaped(_ id: ObjectID) -> Bool {
    heap.escapes.objects.contains(id)
      || heap[id].interior.map(heap.escapes.objects.contains) == true
  }

  /// The summaries of everything that may run once `callables` may be called.
  func closure(of callables: some Sequence<Callable>) -> [(callable: Callable, summary: Summary)] {
    var seen = OrderedSet<Callable>()
    var result: [(Callable, Summary)] = []
    var pending = Array(callables)
    while let next = pending.popLast() {
      guard seen.insert(next), let summary = summary(of: next) else { continue }
      result.append((next, summary))
      pending += summary.escaped.sorted()
    }
    return result
  }

  /// The code that using an object may run.
  func callables(in id: ObjectID) -> [Callable] {
    switch heap[id].shape {
    case .function, .partial, .boundMethod: return [Callable(object: id)]
    case .deferred(let call):
      guard case .function = heap[call.function].shape else { return [] }
      return [Callable(object: call.function)]
    case .classObject: return [Callable(object: id)] + members(of: id)
    case .instance(let type): return members(of: type)
    case .opaque, .interior, .container, .library, .builtin, .variable: return []
    }
  }

  private func members(of type: ObjectID) -> [Callable] {
    var result: [Callable] = []
    var pending = [type]
    var seen = ObjectSet()
    while let next = pending.popLast() {
      guard seen.insert(next), case .classObject(let code) = heap[next].shape else {
        continue
      }
      for member in heap[next].attributes.values.flatMap(\.ids) {
        if case .function = heap[member].shape {
          result.append(Callable(object: member, receiver: type))
        }
      }
      pending += code.bases.ids
    }
    return result
  }

  /// Takes the callables in `objects` as perhaps called, from now on, by code that is not the
  /// notebook's.
  func invoke(_ objects: [ObjectID], at node: SyntaxTree.Node) {
    var found: [Callable] = []
    for id in objects where run.invoked.insert(id) { found += callables(in: id) }
    invoke(callables: found, at: node)
  }

  func invoke(callables: some Collection<Callable>, at node: SyntaxTree.Node) {
    if run.isSummary { return run.escaped.formUnion(callables) }
    let callables = callables.filter { run.invokedCallables.insert($0) }
    guard !callables.isEmpty else { return }
    for callable in callables {
      guard let summary = summary(of: callable) else { continue }
      // Whoever has the function may have what it returns.
      maybe {
        let result = apply(summary, to: ParameterValues(), at: node)
        heap.store(result.objects, into: callable.object)
      }
    }
  }
}
