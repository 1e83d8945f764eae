// From the state at the end of a cell to its effects.

extension Interpreter {
  /// The effects of the cell that has just been run.
  func collectEffects() -> CellEffects {
    var effects = CellEffects()
    effects.names.reserveCapacity(run.slotNames.count)
    let end = run.state.isReachable ? run.state : run.raised
    let changed = namesHolding(Array(run.changes.values))
    for (index, name) in run.slotNames.enumerated() where isInNamespace(name) {
      let slot = index < end.globals.count ? end.globals[index] : FlowState.Slot()
      let isRead = run.notes[index].mayBeRead && isNotebookName(name)
      let change = changed[name]
      if run.notes[index].mayBeRead, !isRead, symbols.vocabulary.isHistory(name) {
        effects.historyReads.append(
          HistoryRead(
            name: symbols.name(name), certainty: isReadOnEveryExit(index) ? .definite : .maybe,
            range: run.notes[index].readRange))
      }
      guard isRead || slot.exits != .untouched || change != nil else { continue }
      var effect = NameEffect()
      effect.mutation = change.map { NameEffect.Mutation($0, symbols) }
      if isRead {
        effect.read = isReadOnEveryExit(index) ? .definite : .maybe
        effect.readRange = run.notes[index].readRange
        effect.isReadLenient = run.notes[index].isLenient
      }
      effect.exits = slot.exits
      effect.bindRange = run.notes[index].bindRange
      effect.kinds = slot.kinds
      if slot.kinds == .import {
        effect.imports = importStatements(slot.values)
        effect.starModule = starModule(slot.values)
      }
      effect.type = type(of: slot.values)
      effects.names[symbols.name(name)] = effect
    }
    for (name, change) in changed where run.slots[name] == nil {
      var effect = NameEffect()
      effect.mutation = NameEffect.Mutation(change, symbols)
      effects.names[symbols.name(name)] = effect
    }
    effects.dynamic = run.dynamic
    effects.starImports = run.starImports
    effects.importedModules = run.importedModules
    effects.files = run.files
    effects.outside = run.outside
    return effects
  }

  private func type(of values: ValueSet) -> ValueType? {
    for id in values.ids {
      if let type = heap[id].type { return type }
    }
    return nil
  }

  /// Whether the name is one of the notebook's namespace, and no name of ours.
  func isInNamespace(_ name: Symbol) -> Bool {
    name != names.timedFunction && scriptNames[name] == nil
  }

  /// Builtins and what the kernel provides are reads only where an earlier cell may have bound them.
  func isNotebookName(_ name: Symbol) -> Bool {
    environment[name] != nil || deletedBuiltins.contains(name)
      || !isBuiltin(name) && scriptNames[name] == nil
  }

  func isReadOnEveryExit(_ index: Int) -> Bool {
    func isRead(_ slots: [FlowState.Slot]) -> Bool {
      index < slots.count && slots[index].isCertainlyRead
    }
    let (ends, raises) = (run.state.isReachable, run.raised.isReachable)
    return (ends || raises) && (!ends || isRead(run.state.globals))
      && (!raises || isRead(run.raised.globals))
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

  /// The module whose star import is all that yields `values`.
  private func starModule(_ values: ValueSet) -> String? {
    guard let id = values.single, case .library(let path) = heap[id].shape else { return nil }
    return path.starModule
  }

  /// The names whose value on entry, or something reachable from it, may be changed. Certain is only what
  /// is done to the one object that a name holds: what else an object holds, it may not hold in every run.
  func namesHolding(_ changes: [ObjectChange]) -> SymbolMap<ObjectChange> {
    var result = SymbolMap<ObjectChange>()
    guard !changes.isEmpty else { return result }
    var holders = heap.nothingVisited
    func note(_ change: ObjectChange, of object: ObjectID) {
      heap.forEachHolder(of: object, unseen: &holders) { holder in
        environment.forEachName(holding: holder) { name in
          guard isInNamespace(name), result[name] == nil else { return }
          result[name] = change
          result[name]!.certainty = .maybe
        }
      }
    }
    // The strongest first: what one has reached needs no second visit by a weaker one.
    let order = changes.sorted {
      $0.isStronger(than: $1) || !$1.isStronger(than: $0) && $0.object < $1.object
    }
    for change in order { note(change, of: change.object) }
    for change in order where change.certainty == .definite {
      environment.forEachName(holding: change.object) { name in
        if result[name]?.certainty == .maybe, environment[name]?.values.single == change.object {
          result[name] = change
        }
      }
    }
    var changed = heap.nothingChanged
    for change in order where heap.isOpaque(change.object) {
      heap.forEachChanged(with: change.object, unseen: &changed) { held in
        if heap.canChange(held) { note(change, of: held) }
      }
    }
    return result
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
        if isBuiltin(name) { deletedBuiltins.insert(name) }
        continue
      } else if !slot.exits.contains(.bound) {
        continue
      }
      environment.set(name, variable)
    }
  }
}
