// Attributes, items, and changes in place.

extension Interpreter {
  // MARK: Attributes

  func loadAttribute(_ name: Symbol, of holder: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    if names.namespaceAttributes.contains(name) { return namespaceDictionary() }
    noteNamespaceEscape(holder, at: node)
    var result = ValueSet.plain
    let mangled = privateNames.mangle(name, in: frame.privateClass)
    for id in holder.ids {
      switch heap[id].shape {
      case .instance(let type):
        let own = heap[id].attributes[mangled] ?? .plain
        result.formUnion(own)
        let inherited = member(mangled, of: type)
        result.formUnion(bound(inherited, to: id, of: type, at: node))
        let isKnown = heap[id].role == .placeholder ? false : !own.isEmpty || !isForeign(type)
        if !isKnown && !holdsFunction(inherited) { result.insert(heap.interior(of: id)) }
      case .classObject:
        for value in member(mangled, of: id).ids {
          if case .function(let code) = heap[value].shape, code.binding == .classMethod {
            result.insert(boundMethod(value, of: id))
          } else {
            result.insert(value)
          }
        }
        _ = result.texts.formUnion(member(mangled, of: id).texts)
      case .library where isMainModule(id):
        result.formUnion(loadMainAttribute(name, at: node))
      case .library(let path):
        result.insert(member(name, ofLibrary: id, path))
      case .function(let code):
        if case .typeAlias = units[code.unit].tree.kind(code.node) {
          result.formUnion(call(ValueSet(id), CallArguments(), at: node))
        } else {
          result.formUnion(heap[id].attributes[mangled] ?? .plain)
        }
      case .container(.tuple): result.formUnion(heap[id].contents)
      case .container(let kind):
        if mayHave(name, kind, heap[id].type) {
          result.insert(boundMethod(libraryMethod(name), of: id))
        }
      case .builtin: break
      case .opaque, .interior, .boundMethod, .partial, .deferred, .variable:
        result.insert(heap.interior(of: id))
        result.formUnion(heap[id].attributes[mangled] ?? .plain)
      }
    }
    return result
  }

  private func holdsFunction(_ values: ValueSet) -> Bool {
    values.ids.contains { if case .function = heap[$0].shape { true } else { false } }
  }

  /// Whether a container may have an attribute. Lists and dictionaries have their methods alone, but
  /// what an operator makes of a list and an array, and what has the methods of a set, may be of another
  /// type.
  private func mayHave(_ name: Symbol, _ kind: Heap.Container, _ type: ValueType?) -> Bool {
    guard kind == .list || kind == .dictionary, type == nil else { return true }
    return names.containerMethods.contains(name) || symbols.name(name).hasPrefix("__")
  }

  /// Stands for the function that a container's method is.
  private func libraryMethod(_ name: Symbol) -> ObjectID {
    let path = LibraryPath(path: ".\(symbols.name(name))", statement: nil, isModule: false)
    return heap.object(at: Heap.Site(cell: -3, unit: -1, offset: name.id), .library(path))
  }

  private func member(_ name: Symbol, ofLibrary id: ObjectID, _ path: LibraryPath) -> ObjectID {
    let key = LibraryMember(owner: id, name: name)
    if let known = libraryMembers[key] { return known }
    let inner = LibraryPath(
      path: "\(path.path).\(symbols.name(name))", statement: nil, isModule: false)
    // `node = node.next` in a loop goes on without end.
    guard inner.path.utf8.count(where: { $0 == UInt8(ascii: ".") }) < 8 else { return id }
    let site = Heap.Site(cell: -3, unit: id, offset: name.id)
    let member = heap.object(at: site, .library(inner))
    libraryMembers[key] = member
    return member
  }

  /// The values of a class member, by the order in which Python looks through the bases.
  func member(_ name: Symbol, of type: ObjectID) -> ValueSet {
    var seen = ObjectSet()
    return member(name, of: type, &seen)
  }

  private func member(_ name: Symbol, of type: ObjectID, _ seen: inout ObjectSet) -> ValueSet {
    guard seen.insert(type), case .classObject(let code) = heap[type].shape else {
      return .plain
    }
    if let own = heap[type].attributes[name], own != .plain { return own }
    for base in code.bases.ids {
      let inherited = member(name, of: base, &seen)
      if inherited != .plain { return inherited }
    }
    return .plain
  }

  func isForeign(_ type: ObjectID) -> Bool {
    if case .classObject(let code) = heap[type].shape { code.isPartlyForeign } else { true }
  }

  /// Class members as an instance sees them: functions bound to it, properties called.
  private func bound(
    _ members: ValueSet, to instance: ObjectID, of type: ObjectID, at node: SyntaxTree.Node
  ) -> ValueSet {
    var result = ValueSet(texts: members.texts)
    for value in members.ids {
      guard case .function(let code) = heap[value].shape else {
        result.insert(value)
        continue
      }
      switch code.binding {
      case .instance: result.insert(boundMethod(value, of: instance))
      case .classMethod: result.insert(boundMethod(value, of: type))
      case .staticMethod: result.insert(value)
      case .property:
        let arguments = CallArguments(positional: [ValueSet(instance)])
        result.formUnion(call(ValueSet(value), arguments, at: node))
      }
    }
    return result
  }

  func boundMethod(_ function: ObjectID, of receiver: ObjectID) -> ObjectID {
    heap.object(
      at: Heap.Site(cell: -2, unit: function, offset: receiver),
      .boundMethod(function: function, receiver: receiver))
  }

  func storeAttribute(
    _ name: Symbol, of holder: ValueSet, _ values: ValueSet, at node: SyntaxTree.Node
  ) {
    if let id = holder.single, isMainModule(id) {
      return bindGlobal(ownName(name), to: values, at: node)
    }
    let mangled = privateNames.mangle(name, in: frame.privateClass)
    mutate(holder, .attributeStore, at: node)
    for id in holder.ids {
      heap.store(values, into: id, attribute: mangled)
      if case .library(let path) = heap[id].shape, ["builtins", "__builtin__"].contains(path.path) {
        note(.bindsUnknown, "an assignment to an attribute of 'builtins'", at: node)
      }
    }
  }

  // MARK: Items

  func loadItem(
    of holder: ValueSet, key: ValueSet, at node: SyntaxTree.Node, isSlice: Bool = false
  ) -> ValueSet {
    var result = ValueSet.plain
    hash(key, at: node)
    for id in holder.ids {
      switch heap[id].shape {
      case .container(let kind):
        guard isSlice else {
          var element = heap[id].contents
          element.texts = element.texts.onlyOne
          result.formUnion(element)
          continue
        }
        let copy = heap.object(at: site(node), .container(kind))
        heap.store(heap[id].contents, into: copy)
        result.insert(copy)
      case .instance(let type):
        result.formUnion(callMethod(names.getitem, of: ValueSet(id), with: [key], at: node))
        if isForeign(type) { result.insert(heap.interior(of: id)) }
      case .opaque, .interior, .deferred, .variable: result.insert(heap.interior(of: id))
      case .library: result.insert(heap.object(at: site(node), .opaque))
      case .function, .boundMethod, .classObject, .builtin, .partial: break
      }
    }
    return result
  }

  func storeItem(
    of holder: ValueSet, key: ValueSet, _ values: ValueSet, at node: SyntaxTree.Node
  ) {
    if storeDynamicItem(of: holder, values, at: node) { return }
    noteItemChange(of: holder, key: key, at: node)
    hash(key, at: node)
    callMethod(names.setitem, of: holder, with: [key, values], at: node)
    mutate(holder, .itemStore, at: node)
    // By a string it is a column that is replaced.
    if key.texts == .none { mutateViews(of: holder, .itemStore, at: node) }
    for id in holder.ids {
      heap.store(heap[id].type == .dataset ? kept(values) : values, into: id)
    }
  }

  /// What a table or an array keeps of the values stored into it: numbers and arrays are copied.
  private func kept(_ values: ValueSet) -> ValueSet {
    var kept = ValueSet(texts: values.texts)
    for id in values.ids where heap[id].type != .dataset && heap[id].type != .arithmetic {
      kept.insert(id)
    }
    return kept
  }

  /// Notes that views of arrays and tables may change with them.
  func mutateViews(of values: ValueSet, _ reason: MutationReason, at node: SyntaxTree.Node) {
    for id in values.ids where heap[id].type == .dataset {
      guard case .opaque = heap[id].shape, let inside = heap[id].interior else { continue }
      mutate(ValueSet(inside), reason, at: node, atMost: .maybe)
    }
  }

  /// What the values hold: their elements.
  func contents(of values: ValueSet) -> ValueSet {
    var result = ValueSet.plain
    for id in values.ids {
      switch heap[id].shape {
      case .opaque, .interior: result.insert(heap.interior(of: id))
      case .instance:
        result.insert(heap.interior(of: id))
        result.formUnion(heap[id].contents)
      default: result.formUnion(heap[id].contents)
      }
    }
    return result
  }

  // MARK: Iteration

  /// The elements that iterating yields; runs what iterating runs.
  func iterate(_ iterable: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    noteNamespaceRead(iterable, at: node)
    var result = ValueSet.plain
    for id in iterable.ids {
      switch heap[id].shape {
      case .container(.iterator):
        mutate(ValueSet(id), .knownMutator("iteration"), at: node)
        result.formUnion(heap[id].contents)
      case .container, .variable: result.formUnion(heap[id].contents)
      case .opaque, .interior: result.insert(heap.interior(of: id))
      case .deferred(let deferred):
        mutate(ValueSet(id), .knownMutator("iteration"), at: node)
        maybe { result.formUnion(runDeferred(deferred, at: node)) }
      case .instance(let type):
        let iterator = callMethod(names.iter, of: ValueSet(id), with: [], at: node)
        if member(names.iter, of: type).isEmpty {
          result.formUnion(callMethod(names.getitem, of: ValueSet(id), at: node))
        }
        result.formUnion(callMethod(names.next, of: iterator.union(ValueSet(id)), at: node))
        for inner in iterator.ids where inner != id {
          if case .instance = heap[inner].shape { continue }
          result.formUnion(iterate(ValueSet(inner), at: node))
        }
        if isForeign(type) { result.insert(heap.interior(of: id)) }
      case .library: result.insert(heap.object(at: site(node, role: 2), .opaque))
      case .function, .boundMethod, .classObject, .builtin, .partial: break
      }
    }
    return result
  }

  // MARK: Changes in place

  /// Notes that the objects may be changed. Only changes of what was there on entry matter, which
  /// `collectEffects` sorts out.
  ///
  /// - Parameter limit: how sure the change can be at the most.
  func mutate(
    _ values: ValueSet, _ reason: MutationReason, at node: SyntaxTree.Node,
    atMost limit: Certainty = .definite
  ) {
    change(
      values, isGuess: reason.isGuess, isOperator: reason == .inPlaceOperator, at: node,
      atMost: limit
    ) { reason.named { symbols.intern($0) } }
  }

  /// As `mutate`, with a reason that is asked for where one is noted.
  func change(
    _ values: ValueSet, isGuess: Bool, isOperator: Bool = false, at node: SyntaxTree.Node,
    atMost limit: Certainty, _ reason: () -> ChangeReason<Symbol>
  ) {
    guard run.state.isReachable, !values.isEmpty else { return }
    let isCertain =
      run.conditions == 0 && limit == .definite && !isGuess
      && values.single.map { !heap.isMany($0) } ?? false
    let certainty: Certainty = isCertain ? .definite : .maybe
    var shown: ChangeReason<Symbol>?
    for id in values.ids {
      switch heap[id].shape {
      case .container(.tuple), .builtin: continue
      case .function, .classObject, .library, .boundMethod, .variable:
        if isGuess || isOperator { continue }
      case .opaque, .interior, .container, .instance, .partial, .deferred: break
      }
      if let known = run.changes[id] {
        if known.certainty >= certainty && !(known.reason.isGuess && !isGuess) { continue }
      }
      let why = shown ?? (run.calls.isEmpty || isGuess ? reason() : .callee)
      shown = why
      run.changes[id] = ObjectChange(
        object: id, certainty: certainty, reason: why, range: place(of: node))
    }
  }
}
