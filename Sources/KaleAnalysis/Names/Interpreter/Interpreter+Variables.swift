// Looking up, binding and deleting names.

extension Interpreter {
  // MARK: Slots

  func slot(_ name: Symbol) -> Int {
    if let known = run.slots[name] {
      if known >= run.state.globals.count { growGlobals(to: known + 1) }
      return known
    }
    let index = run.slotNames.count
    run.slots.append(index, for: name)
    run.slotNames.append(name)
    run.notes.append(SlotNotes())
    growGlobals(to: index + 1)
    return index
  }

  private func growGlobals(to count: Int) {
    while run.state.globals.count < count { run.state.globals.append(FlowState.Slot()) }
  }

  /// The state of a name that the run has done something to; nil for any other.
  func touchedSlot(_ name: Symbol) -> FlowState.Slot? {
    guard let index = run.slots[name], index < run.state.globals.count else { return nil }
    let slot = run.state.globals[index]
    return slot.exits == .untouched ? nil : slot
  }

  /// What a name holds on entry to the cell, or to the call that is being summarized.
  func entryValues(_ name: Symbol) -> ValueSet {
    let values = namedValues(name)
    guard run.isSummary, !containsCode(values, depth: 2) else { return values }
    var placeholder = ValueSet(placeholder(of: name))
    placeholder.texts = values.texts
    return placeholder
  }

  /// Stands for what a name will hold when a function that reads it is called.
  func placeholder(of name: Symbol) -> ObjectID {
    let site = Heap.Site(
      cell: Heap.Site.placeholderCell, unit: Heap.Site.placeholderUnit, offset: name.id)
    let id = heap.object(at: site, .opaque)
    placeholderNames[id] = name
    return id
  }

  func namedValues(_ name: Symbol) -> ValueSet {
    if let values = overlay[name] { return values }
    if let variable = environment[name] { return variable.values }
    let name = scriptNames[name] ?? name
    if isBuiltin(name) {
      return ValueSet(builtinObject(name))
    }
    let unbound = heap.object(at: unboundSite(name), .opaque)
    unboundObjects.insert(unbound)
    return ValueSet(unbound)
  }

  /// The builtin of that name, whatever else the name may be bound to.
  func builtinObject(_ name: Symbol) -> ObjectID {
    heap.object(at: unboundSite(name), .builtin(name))
  }

  private func unboundSite(_ name: Symbol) -> Heap.Site {
    Heap.Site(cell: -1, unit: -1, offset: name.id)
  }

  func resolve(_ name: Symbol) -> ScopeTree.Resolution {
    let found = scopes.resolve(privateNames.mangle(name, in: frame.privateClass), in: frame.scope)
    guard let namespace = units[frame.unit].namespace else { return found }
    switch found {
    case .global(let name): return .global(self.name(name, in: namespace))
    case .classLocal(let index, let name):
      return .classLocal(index, self.name(name, in: namespace))
    case .local, .free: return found
    }
  }

  /// The active frame of `scope` around the current one, if its code is still running.
  private func activeFrame(of scope: Int) -> Frame? {
    var index: Int? = run.frames.count - 1
    while let current = index {
      if run.frames[current].scope == scope { return run.frames[current] }
      index = run.frames[current].enclosing
    }
    return nil
  }

  // MARK: Reading

  func read(_ name: Symbol, at node: SyntaxTree.Node) -> ValueSet {
    switch resolve(name) {
    case .global(let name): return readGlobal(name, at: node)
    case .local(let index): return readLocal(index, in: frame)
    case .classLocal(let index, let name):
      let slot = run.state.locals[frame.base + index]
      if slot.exits == .bound { return slot.values }
      let isUnbound = !slot.exits.contains(.bound)
      return slot.values.union(readGlobal(name, at: node, isCertain: isUnbound))
    case .free(let scope, let index):
      if let frame = activeFrame(of: scope) { return readLocal(index, in: frame) }
      mayRaise()
      let variable = heap.variable(unit: frame.unit, scope: scope, index: index)
      return heap[variable].contents
    }
  }

  private func readLocal(_ index: Int, in frame: Frame) -> ValueSet {
    let slot = run.state.locals[frame.base + index]
    if slot.exits != .bound { mayRaise() }
    guard units[frame.unit].scopes.scopes[frame.scope].captured.contains(index) else {
      return slot.values
    }
    let variable = heap.variable(unit: frame.unit, scope: frame.scope, index: index)
    return slot.values.union(heap[variable].contents)
  }

  func readGlobal(_ name: Symbol, at node: SyntaxTree.Node?, isCertain: Bool = true) -> ValueSet {
    let index = slot(name)
    let before = run.state.globals[index]
    guard before.exits.contains(.untouched) else {
      if before.exits != .bound { mayRaise() }
      return before.values
    }
    if !run.notes[index].mayBeRead && run.state.isReachable {
      run.notes[index].mayBeRead = true
      run.notes[index].readRange = place(of: node)
      run.notes[index].isLenient = isLenient(node)
    }
    if isCertain && before.exits == .untouched && !run.hasBoundUnknown {
      run.state.globals[index].isCertainlyRead = true
    }
    // A lookup that fails has taken place all the same.
    if !isBuiltin(name) { mayRaise() }
    return before.values.union(entryValues(name))
  }

  // MARK: Binding

  func bind(
    _ name: Symbol, to values: ValueSet, _ kinds: BindingKinds = .value, at node: SyntaxTree.Node
  ) {
    switch resolve(name) {
    case .global(let name): bindGlobal(name, to: values, kinds, at: node)
    case .local(let index): bindLocal(index, in: frame, to: values, kinds)
    case .classLocal(let index, _): bindLocal(index, in: frame, to: values, kinds)
    case .free(let scope, let index):
      if let frame = activeFrame(of: scope) {
        bindLocal(index, in: frame, to: values, kinds)
      } else {
        // The function keeps the new value for its next call: calling it has changed it.
        let variable = heap.variable(unit: frame.unit, scope: scope, index: index)
        mutate(ValueSet(variable), .attributeStore, at: node)
        heap.store(values, into: variable)
      }
    }
  }

  func bindLocal(
    _ index: Int, in frame: Frame, to values: ValueSet, _ kinds: BindingKinds = .value
  ) {
    run.state.locals[frame.base + index] = FlowState.Slot(
      exits: .bound, isCertainlyRead: false, kinds: kinds, values: values)
    if units[frame.unit].scopes.scopes[frame.scope].captured.contains(index) {
      heap.store(values, into: heap.variable(unit: frame.unit, scope: frame.scope, index: index))
    }
  }

  func bindGlobal(
    _ name: Symbol, to values: ValueSet, _ kinds: BindingKinds = .value, at node: SyntaxTree.Node?
  ) {
    let index = slot(name)
    run.state.globals[index].exits = .bound
    run.state.globals[index].values = values
    run.state.globals[index].kinds = kinds
    if run.notes[index].bindRange == nil { run.notes[index].bindRange = place(of: node) }
  }

  // MARK: Deleting

  /// `del name`, which needs it to be there.
  func delete(_ name: Symbol, at node: SyntaxTree.Node) {
    switch resolve(name) {
    case .global(let name):
      _ = readGlobal(name, at: node)
      unbindGlobal(name, at: node)
    case .local(let index), .classLocal(let index, _):
      mayRaise()
      run.state.locals[frame.base + index] = FlowState.Slot()
    case .free: mayRaise()
    }
  }

  /// What `except ... as name` does at its end: the name is gone, whether or not it was there.
  func unbind(_ name: Symbol, at node: SyntaxTree.Node) {
    switch resolve(name) {
    case .global(let name): unbindGlobal(name, at: node)
    case .local(let index), .classLocal(let index, _):
      run.state.locals[frame.base + index] = FlowState.Slot()
    case .free: break
    }
  }

  func unbindGlobal(_ name: Symbol, at node: SyntaxTree.Node) {
    let index = slot(name)
    run.state.globals[index].exits = .deleted
    run.state.globals[index].values = .plain
    run.state.globals[index].kinds = []
    if run.notes[index].bindRange == nil { run.notes[index].bindRange = place(of: node) }
  }
}
