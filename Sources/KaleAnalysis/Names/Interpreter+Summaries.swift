// What calling something does, apart from any particular call.

extension Interpreter {
  /// Something that can be called, with the class whose instance it is called on.
  struct Callable: Hashable {
    var object: ObjectID
    var receiver: ObjectID?
  }

  /// Summaries made inside one another, past which a function counts as called later.
  static let summaryDepthLimit = 24

  /// The summary of a call in the namespace as it is now; nil for a function that is being summarized.
  /// The summaries of its callers then name it among what they let escape.
  func summary(of callable: Callable) -> Summary? {
    if let known = summaries[callable], isCurrent(known) { return known }
    guard !summarizing.contains(callable), summarizing.count < Self.summaryDepthLimit else {
      run.escaped.insert(callable)
      return nil
    }
    let made = summarize(callable)
    summaries[callable] = made
    return made
  }

  private func isCurrent(_ summary: Summary) -> Bool {
    summary.dependencies.allSatisfy { currentValues($0.name) == $0.values }
  }

  /// What the name may hold at this point of the run.
  private func currentValues(_ name: Symbol) -> ValueSet {
    guard let slot = touchedSlot(name) else { return entryValues(name) }
    return slot.exits.contains(.untouched) ? slot.values.union(entryValues(name)) : slot.values
  }

  private func summarize(_ callable: Callable) -> Summary {
    var values: [Symbol: ValueSet] = [:]
    for name in run.slotNames where touchedSlot(name) != nil { values[name] = currentValues(name) }
    let saved = (run, tree, heap.beginTemplates(), overlay)
    summarizing.insert(callable)
    defer {
      summarizing.remove(callable)
      (run, tree, overlay) = (saved.0, saved.1, saved.3)
      heap.endTemplates(saved.2)
    }
    overlay.merge(values) { _, new in new }
    run = Run(unit: saved.0.unit)
    run.isSummary = true
    run.depth = saved.0.depth
    run.template = callable.object
    run.remainingCalls = Self.summaryCallLimit
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    let (arguments, placeholders) = placeholders(for: callable)
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

  /// Arguments of which nothing is known but which parameter takes them.
  private func placeholders(for callable: Callable) -> (CallArguments, [ObjectID]) {
    var made: [ObjectID] = []
    func placeholder(_ shape: Heap.Shape) -> ValueSet {
      let site = Heap.Site(cell: templateCell, unit: Heap.Site.placeholderUnit, offset: Int32(made.count))
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
    var summary = Summary()
    let end = run.state.isReachable ? run.state : run.raised
    for (index, name) in run.slotNames.enumerated() {
      let slot = index < end.globals.count ? end.globals[index] : FlowState.Slot()
      let isRead = run.notes[index].mayBeRead
      if isRead { summary.dependencies.append((name, entryValues(name))) }
      guard isRead || slot.exits != .untouched else { continue }
      summary.uses.append(
        Summary.Use(
          name: name,
          read: !isRead ? nil : isReadOnEveryExit(index) ? .definite : .maybe,
          exits: slot.exits, kinds: slot.kinds, values: slot.values))
    }
    summary.mutations = run.mutations.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    summary.stores = heap.templateStores
    summary.result = result
    summary.placeholders = placeholders
    summary.escapedPlaceholders = placeholders.filter(heap.escapes.objects.contains)
    summary.escaped = run.escaped
    summary.createdFunctions = run.createdFunctions
    summary.calledFunctions = run.calledFunctions
    summary.files = run.files
    summary.dynamic = run.dynamic
    summary.importedModules = run.importedModules
    summary.usesTexts = run.usesTexts
    return summary
  }

  /// The summaries of everything that may run once `callables` may be called.
  func closure(of callables: some Sequence<Callable>) -> [(callable: Callable, summary: Summary)] {
    var seen: Set<Callable> = []
    var result: [(Callable, Summary)] = []
    var pending = Array(callables)
    while let next = pending.popLast() {
      guard seen.insert(next).inserted, let summary = summary(of: next) else { continue }
      result.append((next, summary))
      pending += summary.escaped
    }
    return result
  }

  /// The code that using an object may run.
  func callables(in id: ObjectID) -> [Callable] {
    switch heap[id].shape {
    case .function, .partial, .boundMethod: return [Callable(object: id)]
    case .deferred(let call): return [Callable(object: call.function)]
    case .classObject: return [Callable(object: id)] + members(of: id)
    case .instance(let type): return members(of: type)
    case .opaque, .interior, .container, .library, .builtin, .variable: return []
    }
  }

  private func members(of type: ObjectID) -> [Callable] {
    var result: [Callable] = []
    var pending = [type]
    var seen: Set<ObjectID> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted, case .classObject(let code) = heap[next].shape else {
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
    for id in objects where run.invoked.insert(id).inserted { found += callables(in: id) }
    invoke(callables: found, at: node)
  }

  func invoke(callables: some Collection<Callable>, at node: SyntaxTree.Node) {
    if run.isSummary { return run.escaped.formUnion(callables) }
    let callables = callables.filter { run.invokedCallables.insert($0).inserted }
    guard !callables.isEmpty else { return }
    let summaries = closure(of: callables).map(\.summary)
    maybe {
      for summary in summaries {
        for use in summary.uses where use.read != nil { _ = readGlobal(use.name, at: node) }
        for (id, mutation) in summary.mutations {
          mutate(ValueSet(id), mutation.reason.isGuess ? mutation.reason : .callee, at: node)
        }
      }
      for summary in summaries {
        for use in summary.uses where use.exits != .untouched {
          maybe {
            if use.exits.contains(.deleted) { unbindGlobal(use.name, at: node) }
            if use.exits.contains(.bound) {
              bindGlobal(use.name, to: use.values, .value, at: node)
            }
          }
        }
      }
    }
  }
}
