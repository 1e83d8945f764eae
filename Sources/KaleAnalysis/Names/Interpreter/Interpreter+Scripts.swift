// Files that `%run` executes.

extension Interpreter {
  /// Does what the magics do that stand at a call of IPython's and run or bind what the call does not
  /// show.
  func runMagics(at node: SyntaxTree.Node) {
    let unit = units[frame.unit]
    guard unit.transform != nil, let start = originalRange(node)?.start else { return }
    for action in unit.actions where action.range.start == start {
      for effect in action.effects {
        switch effect {
        case .bindsUnknown: note(.bindsUnknown, action.cause, range: place(of: action.range))
        case .runsFile(let script): run(script, action, at: node)
        default: break
        }
      }
    }
  }

  private func run(_ script: IPythonScript?, _ action: IPythonAction, at node: SyntaxTree.Node) {
    let range = place(of: action.range)
    if let script {
      run.files.append(FileAccess(kind: .run, path: script.path, range: range))
    }
    guard let script, let known = scripts[script] else {
      return noteUnknownScript(script, action, range)
    }
    let parts = known.parts.map { unit(of: $0, script) }
    // What runs itself again would go on without end.
    let isActive = run.calls.contains { call in parts.contains(call.unit) }
    guard !isActive, run.calls.count < Self.callDepthLimit else { return }
    for part in parts where run.state.isReachable { execute(script: part, range) }
    if let first = parts.first, let namespace = units[first].namespace {
      bindNames(of: namespace, at: node)
    }
    if !known.isComplete { noteUnknownScript(script, action, range) }
  }

  private func noteUnknownScript(
    _ script: IPythonScript?, _ action: IPythonAction, _ range: SourceRange?
  ) {
    if script?.hasOwnNamespace != true {
      note(.readsUnknown, action.cause, range: range)
      hasUnknownCode = true
    }
    note(.bindsUnknown, action.cause, range: range)
  }

  /// Notes that code may run of which nothing is known but that it is the notebook's: of a name that
  /// nothing binds but a file that can't be read, or of a value that came of it.
  func noteUnknownCode(in values: ValueSet, at node: SyntaxTree.Node) {
    let isUnknown = heap.reachable(from: values).contains { id in
      let held = placeholderNames[id].map(namedValues) ?? ValueSet(id)
      return held.ids.contains(where: unboundObjects.contains)
    }
    if isUnknown { note(.readsUnknown, "a call of what %run has bound", at: node) }
  }

  // MARK: Units

  /// The unit of a part of a script, made at the first visit.
  private func unit(of part: ParsedCell, _ script: IPythonScript) -> Int {
    let key = ScriptPart(script: script, index: part.index)
    if let known = scriptUnits[key] { return known }
    units.append(
      Unit(part, namespace: script.hasOwnNamespace ? namespace(of: script.path) : nil))
    scriptUnits[key] = units.count - 1
    return units.count - 1
  }

  /// Runs one part of a script. An exception that leaves it is not held against the code behind `%run`:
  /// the file may be another by then.
  private func execute(script index: Int, _ range: SourceRange?) {
    let unit = units[index]
    let areLazy = annotationsAreLazy
    annotationsAreLazy = unit.scopes.hasFutureAnnotations
    let call = ActiveCall(unit: index, node: unit.tree.root, range: range)
    _ = activate(unit: index, scope: 0, as: call) {
      execute(tree[tree.root, Field.Module.body])
      noteMagics(of: unit)
      return .plain
    }
    annotationsAreLazy = areLazy
  }

  // MARK: Namespaces

  /// A part of a script, by its place in there.
  struct ScriptPart: Hashable {
    var script: IPythonScript
    var index: Int
  }

  /// The namespace in which a script's code runs, and its functions go on to.
  struct ScriptNamespace {
    var path: String
    /// The symbols that stand for its names, by their spelling.
    var names: [Symbol: Symbol] = [:]
  }

  private func namespace(of path: String) -> Int {
    if let known = namespaces.firstIndex(where: { $0.path == path }) { return known }
    namespaces.append(ScriptNamespace(path: path))
    return namespaces.count - 1
  }

  /// The symbol that stands for `name` in a script's own namespace.
  func name(_ name: Symbol, in namespace: Int) -> Symbol {
    if let known = namespaces[namespace].names[name] { return known }
    let inner = symbols.intern("\(symbols.name(name)) of \(namespaces[namespace].path)")
    namespaces[namespace].names[name] = inner
    scriptNames[inner] = name
    return inner
  }

  /// Gives the notebook what the names of a script's own namespace hold.
  private func bindNames(of namespace: Int, at node: SyntaxTree.Node) {
    for inner in run.slotNames {
      guard let own = scriptNames[inner], namespaces[namespace].names[own] == inner,
        let slot = touchedSlot(inner), slot.exits.contains(.bound)
      else { continue }
      if slot.exits == .bound {
        bindGlobal(own, to: slot.values, slot.kinds, at: node)
      } else {
        maybe { bindGlobal(own, to: slot.values, slot.kinds, at: node) }
      }
    }
  }
}
