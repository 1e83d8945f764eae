// Calls by way of a summary.

extension Interpreter {
  /// Does what the summary says, with the arguments in the place of the placeholders; yields what the
  /// call returns.
  func apply(_ summary: Summary, to arguments: ParameterValues, at node: SyntaxTree.Node)
    -> ValueSet
  {
    guard run.state.isReachable else { return .plain }
    var substitution = Substitution(site: site(node, role: 8), made: summary.made)
    for (placeholder, values) in zip(summary.placeholders, arguments.named) {
      substitution.actual[placeholder] = values
    }
    if let last = summary.placeholders.last, summary.placeholders.count > arguments.named.count {
      substitution.actual[last] = arguments.rest.union(arguments.keywords)
    }
    for dependency in summary.dependencies where dependency.code == nil {
      substitution.names.append((dependency.name, currentValues(dependency.name)))
    }
    steps += summary.size
    noteUses(of: summary, at: node)
    for use in summary.uses where use.read != nil {
      _ = readGlobal(use.name, at: node, isCertain: use.read == .definite)
    }
    for access in summary.dynamic { note(access.kind, access.cause, at: node) }
    var escaping = summary.escapedPlaceholders.reduce(ValueSet.plain) {
      $0.union(substitution.actual[$1]?.objects ?? .plain)
    }
    for name in summary.escapedNames { escaping.formUnion(currentValues(name).objects) }
    let escaped = escaping.isEmpty ? [] : heap.escape(escaping)
    invoke(escaped, at: node)
    for one in summary.changes {
      let isGuess = one.reason.isGuess
      let changed = substitute(one.object, &substitution)
      change(changed, isGuess: isGuess, at: node, atMost: one.certainty) {
        isGuess ? one.reason : .callee
      }
      if isGuess, !escaped.isEmpty, summary.escapedPlaceholders.contains(one.object) {
        let handedOn = ValueSet(ObjectIDs(ascending: escaped))
        change(handedOn, isGuess: true, at: node, atMost: .definite) { one.reason }
      }
    }
    // What one puts somewhere another may find there.
    for _ in 0..<min(summary.stores.count, 2) {
      for store in summary.stores {
        substitution.inside = OrderedMap()
        let values = substitute(store.values, &substitution)
        for holder in substitute(store.holder, &substitution).ids {
          if let attribute = store.attribute {
            heap.store(values, into: holder, attribute: attribute)
          } else {
            heap.store(values, into: holder)
          }
        }
      }
    }
    substitution.inside = OrderedMap()
    bindUses(of: summary, &substitution, at: node)
    invoke(callables: summary.escaped.sorted(), at: node)
    mayRaise()
    return substitute(summary.result, &substitution)
  }

  private func noteUses(of summary: Summary, at node: SyntaxTree.Node) {
    run.createdFunctions.formUnion(summary.createdFunctions)
    run.calledFunctions.formUnion(summary.calledFunctions)
    run.importedModules.formUnion(summary.importedModules)
    if summary.usesTexts { run.usesTexts = true }
    for access in summary.files.accesses {
      run.files.append(FileAccess(kind: access.kind, path: access.path, range: place(of: node)))
    }
    for effect in summary.outside {
      noteOutside(
        OutsideEffect(kind: effect.kind, detail: effect.detail, range: place(of: node)))
    }
  }

  private func bindUses(
    of summary: Summary, _ substitution: inout Substitution, at node: SyntaxTree.Node
  ) {
    for use in summary.uses where use.exits != .untouched {
      mayRaise()
      let values = substitute(use.values, &substitution)
      let kinds = use.kinds
      switch use.exits {
      case .bound: bindGlobal(use.name, to: values, kinds, at: node)
      case .deleted: unbindGlobal(use.name, at: node)
      default:
        var arms: [() -> Void] = []
        if use.exits.contains(.bound) {
          arms.append { self.bindGlobal(use.name, to: values, kinds, at: node) }
        }
        if use.exits.contains(.deleted) { arms.append { self.unbindGlobal(use.name, at: node) } }
        if use.exits.contains(.untouched) { arms.append {} }
        branch(arms)
      }
    }
  }

  // MARK: Substitution

  /// What stands for the objects of a summary at one call.
  struct Substitution {
    /// Where the call makes its objects.
    let site: Heap.Site
    /// By placeholder, and by object that the call makes.
    var actual = OrderedMap<ObjectID, ValueSet>()
    /// By the object that stands for the inside of another, as long as nothing is stored.
    var inside = OrderedMap<ObjectID, ValueSet>()
    /// What the names held before the call.
    var names: [(name: Symbol, values: ValueSet)] = []
    /// What the call makes.
    let made: OrderedMap<ObjectID, Summary.Part>
  }

  private func substitute(_ values: ValueSet, _ substitution: inout Substitution) -> ValueSet {
    guard values.ids.contains(where: { heap[$0].role != .own }) else { return values }
    var result = ValueSet(texts: values.texts)
    for id in values.ids { result.formUnion(substitute(id, &substitution).objects) }
    return result
  }

  private func substitute(_ id: ObjectID, _ substitution: inout Substitution) -> ValueSet {
    let role = heap[id].role
    guard role != .own else { return ValueSet(id) }
    if let known = substitution.actual[id] { return known }
    if role == .placeholder {
      let name = placeholderNames[id]
      let held = substitution.names.first { $0.name == name }?.values ?? ValueSet(id)
      substitution.actual[id] = held
      return held
    }
    let shape = heap[id].shape
    switch shape {
    case .interior(let owner):
      guard heap[owner].role != .own else { return ValueSet(id) }
      if let known = substitution.inside[id] { return known }
      let owners = substitute(owner, &substitution)
      let inside = contents(of: owners).union(attributeValues(of: owners))
      substitution.inside[id] = inside
      return inside
    case .opaque, .container, .instance, .deferred, .partial:
      guard let part = substitution.made[id] else { return ValueSet(id) }
      return ValueSet(copy(id, shape, part, &substitution))
    case .boundMethod(let function, let receiver):
      var result = ValueSet.plain
      for actual in substitute(receiver, &substitution).ids {
        result.insert(boundMethod(function, of: actual))
      }
      substitution.actual[id] = result
      return result
    case .function, .classObject, .library, .builtin, .variable: return ValueSet(id)
    }
  }

  private func attributeValues(of values: ValueSet) -> ValueSet {
    var held: [ObjectID] = []
    for id in values.ids {
      guard case .instance = heap[id].shape else { continue }
      for value in heap[id].attributes.values { held += value.ids }
    }
    return ValueSet(ObjectIDs(unordered: held))
  }

  /// An object that the call makes.
  private func copy(
    _ id: ObjectID, _ shape: Heap.Shape, _ part: Summary.Part, _ substitution: inout Substitution
  ) -> ObjectID {
    let copy = heap.copy(of: id, at: substitution.site)
    substitution.actual[id] = ValueSet(copy)
    if case .deferred(var call) = shape {
      call.arguments = call.arguments.map { substitute($0, &substitution) }
      for (name, values) in call.keywords {
        call.keywords[name] = substitute(values, &substitution)
      }
      heap.reshape(copy, .deferred(call))
    }
    heap.store(substitute(part.contents, &substitution), into: copy)
    heap.alias(substitute(part.aliases, &substitution), as: copy)
    for (name, values) in part.attributes {
      heap.store(substitute(values, &substitution), into: copy, attribute: name)
    }
    return copy
  }
}
