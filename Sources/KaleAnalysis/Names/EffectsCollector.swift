// From the state at the end of a cell to its effects.

extension Interpreter {
  /// The effects of the cell that has just been run.
  func collectEffects() -> CellEffects {
    var effects = CellEffects()
    let end = run.state.isReachable ? run.state : run.raised
    let mutated = mutatedNames()
    for (index, name) in run.slotNames.enumerated() where name != names.timedFunction {
      let slot = index < end.globals.count ? end.globals[index] : FlowState.Slot()
      var effect = NameEffect()
      if run.notes[index].mayBeRead, isNotebookName(name) {
        effect.read = isReadOnEveryExit(index) ? .definite : .maybe
        effect.readRange = run.notes[index].readRange
        effect.isReadLenient = run.notes[index].isLenient
      }
      effect.exits = slot.exits
      effect.bindRange = run.notes[index].bindRange
      effect.kinds = slot.kinds
      if slot.kinds == .import { effect.imports = importStatements(slot.values) }
      effect.type = slot.values.ids.lazy.compactMap { self.heap[$0].type }.first
      effect.mutation = mutated[name]
      if effect.read != nil || effect.exits != .untouched || effect.mutation != nil {
        effects.names[symbols.name(name)] = effect
      }
    }
    for (name, mutation) in mutated where run.slots[name] == nil {
      var effect = NameEffect()
      effect.mutation = mutation
      effects.names[symbols.name(name)] = effect
    }
    effects.dynamic = run.dynamic
    effects.starImports = run.starImports
    effects.importedModules = run.importedModules
    effects.files = run.files
    effects.outside = run.outside
    return effects
  }

  /// Builtins and what the kernel provides are reads only where an earlier cell may have bound them.
  private func isNotebookName(_ name: Symbol) -> Bool {
    environment[name] != nil || !builtins.contains(name)
  }

  private func isReadOnEveryExit(_ index: Int) -> Bool {
    for end in [run.state, run.raised] where end.isReachable {
      guard index < end.globals.count, end.globals[index].isCertainlyRead else { return false }
    }
    return run.state.isReachable || run.raised.isReachable
  }

  func importStatements(_ values: ValueSet) -> [String] {
    var statements: [String] = []
    for id in values.ids {
      if case .library(let path) = heap[id].shape, let statement = path.statement,
        !statements.contains(statement)
      {
        statements.append(statement)
      }
    }
    return statements
  }

  /// The names whose value on entry, or something reachable from it, may have been changed.
  private func mutatedNames() -> [Symbol: NameEffect.Mutation] {
    var result: [Symbol: NameEffect.Mutation] = [:]
    var seen: Set<ObjectID> = []
    // The strongest first: what one has reached needs no second visit by a weaker one.
    let mutations = run.mutations.sorted {
      Self.isStronger($0.value, than: $1.value)
        || !Self.isStronger($1.value, than: $0.value) && $0.key < $1.key
    }
    for (id, mutation) in mutations {
      heap.forEachHolder(of: id, unseen: &seen) { holder in
        for name in environment.names(holding: [holder]) where result[name] == nil {
          result[name] = mutation
        }
      }
    }
    let opaque = mutations.filter { heap.isOpaque($0.key) }
    for (id, mutation) in opaque {
      var inner = mutation
      inner.certainty = .maybe
      for held in heap.changed(with: id) where heap.canChange(held) {
        heap.forEachHolder(of: held, unseen: &seen) { holder in
          for name in environment.names(holding: [holder]) where result[name] == nil {
            result[name] = inner
          }
        }
      }
    }
    return result
  }

  private static func isStronger(_ one: NameEffect.Mutation, than other: NameEffect.Mutation)
    -> Bool
  {
    if one.reason.isGuess != other.reason.isGuess { return other.reason.isGuess }
    if one.certainty != other.certainty { return one.certainty > other.certainty }
    guard let left = one.range?.start, let right = other.range?.start else { return false }
    return left < right
  }

  /// Makes the namespace what the cell leaves.
  func commit() {
    let end = run.state.isReachable ? run.state : run.raised
    for (index, name) in run.slotNames.enumerated() where index < end.globals.count {
      let slot = end.globals[index]
      guard slot.exits != .untouched else { continue }
      var variable = Environment.Variable(values: slot.values, kinds: slot.kinds)
      if slot.exits.contains(.untouched), let before = environment[name] {
        variable.values.formUnion(before.values)
        variable.kinds.formUnion(before.kinds)
      } else if !slot.exits.contains(.bound), !slot.exits.contains(.untouched) {
        environment.remove(name)
        continue
      } else if !slot.exits.contains(.bound) {
        continue
      }
      environment.set(name, variable)
    }
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
  mutating func add(_ effect: NameEffect, of name: String, isCertain: Bool) {
    func add(_ certainty: Certainty?, to names: inout [String: Certainty]) {
      guard let certainty else { return }
      names[name] = max(names[name] ?? .maybe, isCertain ? certainty : .maybe)
    }
    add(effect.read, to: &reads)
    add(effect.exits.certainty(of: .bound), to: &binds)
    add(effect.exits.certainty(of: .deleted), to: &deletes)
    add(effect.mutation?.certainty, to: &mutates)
  }
}
