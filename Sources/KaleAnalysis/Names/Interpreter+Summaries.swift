// What calling something does to the namespace, apart from any particular call.

extension Interpreter {
  /// Something that can be called, with the class whose instance it is called on.
  struct Callable: Hashable, Comparable {
    var object: ObjectID
    var receiver: ObjectID?

    static func < (left: Self, right: Self) -> Bool {
      (left.object, left.receiver ?? -1) < (right.object, right.receiver ?? -1)
    }
  }

  /// What a call with unknown arguments does by itself: calls of the notebook's functions are
  /// followed, what it hands to unknown code is only listed.
  struct Summary {
    var effects: [(name: Symbol, effect: NameEffect)]
    var mutations: [ObjectID: NameEffect.Mutation]
    /// What the names that it binds may hold afterwards.
    var bound: [Symbol: ValueSet]
    /// Handed to unknown code, which may call it.
    var escaped: Set<Callable>
    /// The names that the summary depends on.
    var names: Set<Symbol>
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
      for member in heap[next].attributeValues.flatMap(\.ids) {
        if case .function = heap[member].shape {
          result.append(Callable(object: member, receiver: type))
        }
      }
      pending += code.bases.ids
    }
    return result
  }

  // MARK: Summaries

  /// The summary of a call in the namespace as it is now.
  func summary(of callable: Callable) -> Summary {
    var touched: Set<Symbol> = []
    for (name, index) in run.slots where index < run.state.globals.count {
      if run.state.globals[index].exits != .untouched { touched.insert(name) }
    }
    if let known = summaries[callable], known.names.isDisjoint(with: touched) { return known }
    let made = summarize(callable, touched)
    if made.names.isDisjoint(with: touched) { summaries[callable] = made }
    return made
  }

  private func summarize(_ callable: Callable, _ touched: Set<Symbol>) -> Summary {
    var values: [Symbol: ValueSet] = [:]
    for name in touched {
      let slot = run.state.globals[run.slots[name]!]
      values[name] =
        slot.exits.contains(.untouched) ? slot.values.union(entryValues(name)) : slot.values
    }
    let saved = (run, tree, heap.escapes, overlay)
    defer { (run, tree, heap.escapes, overlay) = saved }
    overlay.merge(values) { _, new in new }
    heap.escapes = Heap.Escapes()
    run = Run(unit: saved.0.unit)
    run.isSummary = true
    run.remainingCalls = 300
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    let node = tree.root
    var arguments = CallArguments()
    if let type = callable.receiver {
      let site = Heap.Site(cell: -5, unit: 0, offset: type)
      arguments.positional = [ValueSet(heap.object(at: site, .instance(of: type)))]
    }
    arguments.spread = ValueSet(heap.object(at: Heap.Site(cell: -6, unit: 0, offset: 0), .opaque))
    let result = call(ValueSet(callable.object), arguments, at: node)
    for value in result.ids {
      if case .deferred(let deferred) = heap[value].shape, deferred.function == callable.object {
        _ = runDeferred(deferred, at: node)
      }
    }
    return finishSummary()
  }

  private func finishSummary() -> Summary {
    let effects = collectEffects().names.map { (name: symbols.intern($0.key), effect: $0.value) }
    let end = run.state.isReachable ? run.state : run.raised
    var bound: [Symbol: ValueSet] = [:]
    for (index, name) in run.slotNames.enumerated() where index < end.globals.count {
      if end.globals[index].exits.contains(.bound) { bound[name] = end.globals[index].values }
    }
    return Summary(
      effects: effects.sorted { $0.name < $1.name }, mutations: run.mutations, bound: bound,
      escaped: run.escaped, names: Set(run.slotNames))
  }

  /// The summaries of everything that may run once `callables` may be called.
  private func closure(of callables: some Sequence<Callable>) -> [(Callable, Summary)] {
    var seen: Set<Callable> = []
    var result: [(Callable, Summary)] = []
    var pending = Array(callables)
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      let summary = summary(of: next)
      result.append((next, summary))
      pending += summary.escaped.sorted()
    }
    return result
  }

  /// Drops the summaries that the cell which has just been run makes out of date.
  func forgetSummaries() {
    let changesMembers = run.mutations.contains { id, mutation in
      switch heap[id].shape {
      case .instance, .classObject: !mutation.reason.isGuess
      default: false
      }
    }
    if changesMembers { return summaries.removeAll() }
    let bound = run.slotNames.enumerated().filter { index, _ in
      index < run.state.globals.count && run.state.globals[index].exits != .untouched
    }
    guard !bound.isEmpty else { return }
    let names = Set(bound.map(\.element))
    summaries = summaries.filter { $0.value.names.isDisjoint(with: names) }
  }

  // MARK: Code that may be called

  /// Takes the callables in `objects` as perhaps called, from now on, by code that is not the
  /// notebook's.
  func invoke(_ objects: [ObjectID], at node: SyntaxTree.Node) {
    var found: [Callable] = []
    for id in objects where run.invoked.insert(id).inserted { found += callables(in: id) }
    guard !found.isEmpty else { return }
    if run.isSummary {
      run.escaped.formUnion(found)
      return
    }
    let summaries = closure(of: found).map(\.1)
    maybe {
      for summary in summaries {
        for (name, effect) in summary.effects where effect.read != nil {
          _ = readGlobal(name, at: node)
        }
        for (id, mutation) in summary.mutations.sorted(by: { $0.key < $1.key }) {
          mutate(ValueSet(id), mutation.reason.isGuess ? mutation.reason : .callee, at: node)
        }
      }
      for summary in summaries {
        for (name, effect) in summary.effects where effect.exits != .untouched {
          maybe {
            if effect.mayDelete { unbindGlobal(name, at: node) }
            if effect.mayBind {
              bindGlobal(name, to: summary.bound[name] ?? .plain, .value, at: node)
            }
          }
        }
      }
    }
  }

  // MARK: Calls in the effects of a cell

  /// Adds what calling each callable does that the cell has bound or read.
  func collectCalls(into effects: inout CellEffects) {
    forgetSummaries()
    let waiting = Set(run.createdFunctions).subtracting(run.calledFunctions)
    run = Run(unit: run.unit)
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    let ordered = effects.names.sorted { $0.key < $1.key }
    for (name, effect) in ordered where effect.read != nil || effect.mayBind {
      guard let variable = environment[symbols.intern(name)] else { continue }
      if effect.mayBind {
        for id in variable.values.ids { collectCall(of: id, named: name, into: &effects) }
      }
      let inside = heap.reachable(from: variable.values).sorted().flatMap(callables)
      let reads = readNames(closure(of: inside))
      if !reads.isEmpty { effects.callReads[name] = reads }
    }
    for (name, effect) in effects.names where effect.mayBind || effect.mutation != nil {
      let sharing = namesSharing(with: symbols.intern(name))
      if !sharing.isEmpty { effects.sharing[name] = sharing }
    }
    let bound = effects.names.filter(\.value.mayBind).keys
    let named = Set(bound.flatMap { summarizedObjects(of: symbols.intern($0)) })
    effects.deferredReads = readNames(
      closure(of: waiting.subtracting(named).sorted().map { Callable(object: $0) }))
  }

  /// The objects that have a call summary under a name: its values, and the members of a class.
  private func summarizedObjects(of name: Symbol) -> [ObjectID] {
    guard let values = environment[name]?.values else { return [] }
    return values.ids
      + values.ids.flatMap { id in
        guard case .classObject = heap[id].shape else { return [ObjectID]() }
        return heap[id].attributes.values.flatMap(\.ids)
      }
  }

  private func readNames(_ summaries: [(Callable, Summary)]) -> Set<String> {
    var names: Set<Symbol> = []
    for (_, summary) in summaries {
      for (name, effect) in summary.effects where effect.read != nil { names.insert(name) }
    }
    return Set(names.map(symbols.name))
  }

  private func collectCall(of id: ObjectID, named name: String, into effects: inout CellEffects) {
    switch heap[id].shape {
    case .function, .partial, .boundMethod:
      let made = callSummary(Callable(object: id))
      effects.calls[name] = effects.calls[name]?.alternative(made) ?? made
    case .classObject:
      for (member, values) in heap[id].attributes.sorted(by: { $0.key < $1.key }) {
        for value in values.ids {
          guard case .function = heap[value].shape else { continue }
          effects.calls["\(name).\(symbols.name(member))"] = callSummary(
            Callable(object: value, receiver: id))
        }
      }
    default: break
    }
  }

  /// The summary of a callable together with all that it may have called.
  private func callSummary(_ callable: Callable) -> CallSummary {
    var result = CallSummary()
    for (one, summary) in closure(of: [callable]) {
      for (name, effect) in summary.effects {
        result.add(effect, of: symbols.name(name), isCertain: one == callable)
      }
    }
    return result
  }

  /// The other names whose values may have a changeable object in common with that of `name`.
  private func namesSharing(with name: Symbol) -> Set<String> {
    guard let variable = environment[name] else { return [] }
    let shared = heap.reachable(from: variable.values).filter(heap.canChange)
    let names = environment.names(holding: heap.holders(of: shared))
    return Set(names.lazy.filter { $0 != name }.map(symbols.name))
  }
}
