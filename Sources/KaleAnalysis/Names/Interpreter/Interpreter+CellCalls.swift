// What calling the callables of a cell does, as part of its effects.

extension Interpreter {
  /// Adds what calling each callable does that the cell has bound or read.
  func collectCalls(into effects: inout CellEffects) {
    let waiting = run.createdFunctions.subtracting(run.calledFunctions)
    let end = run.state.isReachable ? run.state.globals : run.raised.globals
    let bound = zip(run.slotNames, end).filter { name, slot in
      slot.exits.contains(.bound) && isInNamespace(name) && holdsCallable(name)
    }.map(\.0)
    guard collectsTransfers || !bound.isEmpty || !waiting.isEmpty else { return }
    run = Run(unit: run.unit)
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    for name in bound {
      for id in environment[name]?.values.ids ?? ObjectIDs() {
        collectCall(of: id, named: name, into: &effects)
      }
    }
    if collectsTransfers { collectTransfers(into: &effects) }
    guard !waiting.isEmpty else { return }
    let named = Set(bound.flatMap(summarizedObjects))
    effects.deferredReads = readNames(
      closure(of: waiting.filter { !named.contains($0) }.sorted().map { Callable(object: $0) }))
  }

  /// Adds what must travel together with each name.
  private func collectTransfers(into effects: inout CellEffects) {
    for (name, effect) in effects.names.sorted(by: { $0.key < $1.key }) {
      guard let variable = environment[symbols.intern(name)] else { continue }
      if effect.read != nil || effect.mayBind {
        let inside = heap.reachable(from: variable.values).sorted().flatMap(callables)
        let reads = readNames(closure(of: inside))
        if !reads.isEmpty { effects.callReads[name] = reads }
      }
      if effect.mayBind || effect.mutation != nil {
        let sharing = namesSharing(with: symbols.intern(name))
        if !sharing.isEmpty { effects.sharing[name] = sharing }
      }
    }
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

  private func readNames(_ summaries: [(callable: Callable, summary: Summary)]) -> Set<String> {
    var names: Set<Symbol> = []
    for (_, summary) in summaries {
      for use in summary.uses
      where use.read != nil && isNotebookName(use.name) && isInNamespace(use.name) {
        names.insert(use.name)
      }
    }
    return Set(names.map(symbols.name))
  }

  private func holdsCallable(_ name: Symbol) -> Bool {
    guard let values = environment[name]?.values else { return false }
    return values.ids.contains { id in
      switch heap[id].shape {
      case .function, .partial, .boundMethod, .classObject: true
      default: false
      }
    }
  }

  private func collectCall(of id: ObjectID, named symbol: Symbol, into effects: inout CellEffects) {
    let name = symbols.name(symbol)
    switch heap[id].shape {
    case .function, .partial, .boundMethod:
      let made = callSummary(Callable(object: id))
      effects.calls[name] = effects.calls[name]?.alternative(made) ?? made
    case .classObject:
      for (member, values) in heap[id].attributes {
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
    var changes = OrderedMap<ObjectID, ObjectChange>()
    for (one, summary) in closure(of: [callable]) {
      let isCertain = one == callable
      for use in summary.uses where isInNamespace(use.name) {
        result.add(
          use, named: symbols.name(use.name), isRead: isNotebookName(use.name),
          isCertain: isCertain)
      }
      for var change in summary.changes {
        if !isCertain { change.certainty = .maybe }
        for object in named(change.object).ids {
          change.object = object
          if changes[object].map(change.isStronger) ?? true { changes[object] = change }
        }
      }
    }
    for (name, change) in namesHolding(Array(changes.values)) {
      result.mutates[symbols.name(name)] = change.certainty
    }
    return result
  }

  /// The object, or what the name holds that it stands for.
  private func named(_ object: ObjectID) -> ValueSet {
    var owner = object
    if case .interior(let outer) = heap[object].shape { owner = outer }
    guard let name = placeholderNames[owner] else { return ValueSet(object) }
    let values = currentValues(name)
    return owner == object ? values : contents(of: values)
  }

  /// The other names whose values may have a changeable object in common with that of `name`.
  private func namesSharing(with name: Symbol) -> Set<String> {
    guard let variable = environment[name] else { return [] }
    let shared = heap.reachable(from: variable.values).filter(heap.canChange)
    let names = environment.names(holding: heap.holders(of: shared))
    return Set(names.lazy.filter { $0 != name && self.isInNamespace($0) }.map(symbols.name))
  }
}

extension CallSummary {
  /// What either of two callables does.
  func alternative(_ other: CallSummary) -> CallSummary {
    func either(_ mine: [String: Certainty], _ theirs: [String: Certainty]) -> [String: Certainty] {
      var result: [String: Certainty] = [:]
      for name in Set(mine.keys).union(theirs.keys) {
        result[name] = mine[name] == .definite && theirs[name] == .definite ? .definite : .maybe
      }
      return result
    }
    var result = CallSummary()
    result.reads = either(reads, other.reads)
    result.binds = either(binds, other.binds)
    result.deletes = either(deletes, other.deletes)
    result.mutates = either(mutates, other.mutates)
    return result
  }

  /// Adds what a call does to one name; `isCertain` tells whether the call takes place at all.
  fileprivate mutating func add(
    _ use: Summary.Use, named name: String, isRead: Bool, isCertain: Bool
  ) {
    if isRead { Self.add(use.read, of: name, isCertain, to: &reads) }
    Self.add(use.exits.certainty(of: .bound), of: name, isCertain, to: &binds)
    Self.add(use.exits.certainty(of: .deleted), of: name, isCertain, to: &deletes)
  }

  private static func add(
    _ certainty: Certainty?, of name: String, _ isCertain: Bool, to names: inout [String: Certainty]
  ) {
    guard let certainty else { return }
    names[name] = max(names[name] ?? .maybe, isCertain ? certainty : .maybe)
  }
}
