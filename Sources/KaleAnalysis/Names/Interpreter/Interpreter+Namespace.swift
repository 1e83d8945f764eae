// The dictionary of the notebook's namespace: `globals()` and what gives the same.

extension Interpreter {
  /// What stands for the namespace where code handles it as an object.
  struct NamespaceObjects {
    /// The dictionary, `globals()`.
    var dictionary: ObjectID?
    /// Its keys: `dir()`, `globals().keys()`.
    var keys: ObjectID?
  }

  /// The dictionary itself.
  func namespaceDictionary() -> ValueSet {
    let id = heap.object(
      at: Heap.Site(cell: -5, unit: 0, offset: 0), type: .untransferable("namespace"),
      .builtin(names.globals))
    namespace.dictionary = id
    return ValueSet(id)
  }

  func namespaceKeys() -> ValueSet {
    let id = heap.object(at: Heap.Site(cell: -5, unit: 0, offset: 1), .builtin(names.dir))
    namespace.keys = id
    return ValueSet(id)
  }

  /// Whether one of `values` is the dictionary, or its keys.
  func holdsNamespace(_ values: ValueSet) -> Bool {
    if let id = namespace.dictionary, values.ids.contains(id) { return true }
    if let id = namespace.keys, values.ids.contains(id) { return true }
    return false
  }

  /// Whether `values` is the dictionary, certainly.
  func isNamespace(_ values: ValueSet) -> Bool {
    values.single != nil && values.single == namespace.dictionary
  }

  /// The value of a name that is not known: any that the notebook has bound.
  func anything(at node: SyntaxTree.Node) -> ValueSet {
    let result = heap.object(at: site(node, role: 9), .opaque)
    var values = environment.allValues
    for slot in run.state.globals { values.formUnion(slot.values.objects) }
    heap.alias(values, as: result, inside: true)
    return ValueSet(result)
  }

  /// Code that is not followed gets the namespace: it may look at all of it.
  func noteNamespaceRead(_ values: ValueSet, at node: SyntaxTree.Node) {
    guard holdsNamespace(values) else { return }
    note(.readsUnknown, namespaceCause(values), at: node)
  }

  /// Code that is not followed gets the namespace: it may do anything with it.
  func noteNamespaceEscape(_ values: ValueSet, at node: SyntaxTree.Node) {
    guard holdsNamespace(values) else { return }
    let cause = namespaceCause(values)
    note(.readsUnknown, cause, at: node)
    guard let id = namespace.dictionary, values.ids.contains(id) else { return }
    note(.bindsUnknown, cause, at: node)
    note(.deletesUnknown, cause, at: node)
  }

  private func namespaceCause(_ values: ValueSet) -> String {
    if let id = namespace.dictionary, values.ids.contains(id) { "globals()" } else { "dir()" }
  }

  /// `globals()`, `locals()`, `vars()` and `dir()`; nil where they have nothing to do with variables.
  func callForVariables(_ name: Symbol, _ arguments: CallArguments, at node: SyntaxTree.Node)
    -> ValueSet?
  {
    if name == names.globals { return namespaceDictionary() }
    if let object = arguments.positional.first {
      guard let module = object.single, isMainModule(module) else { return nil }
      return name == names.vars ? namespaceDictionary() : namespaceKeys()
    }
    guard !isInModule else { return name == names.dir ? namespaceKeys() : namespaceDictionary() }
    guard name != names.dir else { return nil }
    let copy = heap.object(at: site(node), .container(.dictionary))
    let kind = scopes.scopes[frame.scope].kind
    if kind == .function || kind == .lambda {
      for variable in visibleVariables() { heap.store(variable.slot.values, into: copy) }
    }
    return ValueSet(copy)
  }

  /// Whether the code runs in the notebook's module, or in a comprehension there, of which Python since
  /// 3.12 makes the same.
  private var isInModule: Bool {
    var scope = frame.scope
    while scopes.scopes[scope].kind == .comprehension { scope = scopes.scopes[scope].parent }
    return scope == 0
  }

  // MARK: Keys

  /// The name that a key spells out in the code.
  func spelledName(_ key: SyntaxTree.Node?) -> Symbol? {
    guard let text = key.flatMap(tree.string),
      PythonExpression.isIdentifier(ArraySlice(text.utf8))
    else {
      return nil
    }
    return ownName(symbols.intern(text))
  }

  /// The symbol that stands for a global name of the present code.
  func ownName(_ name: Symbol) -> Symbol {
    units[frame.unit].namespace.map { self.name(name, in: $0) } ?? name
  }

  /// A lookup that may fail without harm.
  func readLeniently(_ name: Symbol, at node: SyntaxTree.Node) -> ValueSet {
    let isFirst = !run.notes[slot(name)].mayBeRead
    let values = readGlobal(name, at: node)
    if isFirst { run.notes[slot(name)].isLenient = true }
    return values
  }

  /// `globals()[key]`.
  private func loadNamespaceItem(_ key: SyntaxTree.Node?, at node: SyntaxTree.Node) -> ValueSet {
    if let name = spelledName(key) { return readGlobal(name, at: node) }
    note(.readsUnknown, "globals()", at: node)
    return anything(at: node)
  }

  /// `globals()[key] = value`.
  private func storeNamespaceItem(
    _ key: SyntaxTree.Node?, _ values: ValueSet, at node: SyntaxTree.Node
  ) {
    if let name = spelledName(key) { return bindGlobal(name, to: values, at: node) }
    note(.bindsUnknown, "globals()", at: node)
  }

  /// `del globals()[key]`.
  private func deleteNamespaceItem(_ key: SyntaxTree.Node?, at node: SyntaxTree.Node) {
    guard let name = spelledName(key) else {
      return note(.deletesUnknown, "globals()", at: node)
    }
    _ = readGlobal(name, at: node)
    unbindGlobal(name, at: node)
  }

  /// `holder[key]` for the values of `holder` that stand for the notebook's namespace; nil where none
  /// does.
  func loadDynamicItem(of holder: ValueSet, at node: SyntaxTree.Node) -> ValueSet? {
    let key = tree[node, Field.Subscript.slice]
    if holdsNamespace(holder) {
      return onNamespace(holder) { loadNamespaceItem(key, at: node) }
    }
    if isMainModule(key, of: holder) { return mainModule() }
    return nil
  }

  /// As `loadDynamicItem`, for `holder[key] = value`; whether there is nothing else in `holder`.
  func storeDynamicItem(of holder: ValueSet, _ values: ValueSet, at node: SyntaxTree.Node) -> Bool {
    guard holdsNamespace(holder), tree.kind(node) == .subscript else { return false }
    let key = tree[node, Field.Subscript.slice]
    _ = onNamespace(holder) {
      storeNamespaceItem(key, values, at: node)
      return .plain
    }
    return holder.single != nil
  }

  /// As `loadDynamicItem`, for `del holder[key]`.
  func deleteDynamicItem(of holder: ValueSet, at node: SyntaxTree.Node) {
    guard holdsNamespace(holder) else { return }
    let key = tree[node, Field.Subscript.slice]
    _ = onNamespace(holder) {
      deleteNamespaceItem(key, at: node)
      return .plain
    }
  }

  /// Runs `body`, as perhaps passed over where the holder may be something else.
  private func onNamespace(_ holder: ValueSet, _ body: () -> ValueSet) -> ValueSet {
    guard holder.single == nil else { return body() }
    var result = ValueSet.plain
    maybe { result = body() }
    return result
  }

  /// `key in globals()`.
  func findInNamespace(_ key: SyntaxTree.Node?, of holder: ValueSet, at node: SyntaxTree.Node) {
    guard holdsNamespace(holder) else { return }
    if let name = spelledName(key) {
      maybe { _ = readLeniently(name, at: node) }
    } else {
      note(.readsUnknown, namespaceCause(holder), at: node)
    }
  }

  // MARK: Methods

  /// A method of `receiver`, which may be the namespace's dictionary; nil for one that is not followed.
  func callNamespaceMethod(
    _ name: Symbol, _ receiver: ValueSet, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet? {
    guard holdsNamespace(receiver) else { return nil }
    guard isNamespace(receiver), tree.kind(node) == .call else {
      noteNamespaceEscape(receiver, at: node)
      return nil
    }
    let keys = tree[node, Field.Call.args]
    let key = keys.first ?? nil
    func argument(_ index: Int) -> ValueSet {
      index < arguments.positional.count ? arguments.positional[index] : .plain
    }
    switch symbols.name(name) {
    case "__getitem__": return loadNamespaceItem(key, at: node)
    case "__setitem__":
      storeNamespaceItem(key, argument(1), at: node)
      return .plain
    case "__delitem__":
      deleteNamespaceItem(key, at: node)
      return .plain
    case "__contains__":
      findInNamespace(key, of: receiver, at: node)
      return .plain
    case "get":
      guard let name = spelledName(key) else { return loadNamespaceItem(nil, at: node) }
      return readLeniently(name, at: node).union(argument(1).objects)
    case "setdefault":
      guard let name = spelledName(key) else {
        storeNamespaceItem(nil, .plain, at: node)
        return loadNamespaceItem(nil, at: node)
      }
      return bindIfMissing(name, argument(1), at: node)
    case "pop":
      guard let name = spelledName(key) else {
        deleteNamespaceItem(nil, at: node)
        return loadNamespaceItem(nil, at: node)
      }
      let isLenient = keys.count > 1
      let values = isLenient ? readLeniently(name, at: node) : readGlobal(name, at: node)
      unbindGlobal(name, at: node)
      return values.union(argument(1).objects)
    case "update":
      updateNamespace(arguments, at: node)
      return .plain
    case "keys": return namespaceKeys()
    case "clear", "popitem":
      noteNamespaceEscape(receiver, at: node)
      return .plain
    case "items", "values", "copy", "__iter__", "__len__":
      note(.readsUnknown, "globals()", at: node)
      return anything(at: node)
    default:
      noteNamespaceEscape(receiver, at: node)
      return nil
    }
  }

  private func bindIfMissing(_ name: Symbol, _ values: ValueSet, at node: SyntaxTree.Node)
    -> ValueSet
  {
    let held = readLeniently(name, at: node)
    if touchedSlot(name)?.exits != .bound { maybe { bindGlobal(name, to: values, at: node) } }
    return held.union(values.objects)
  }

  /// `globals().update(...)`: what the call spells out, in its order; the rest is unknown.
  private func updateNamespace(_ arguments: CallArguments, at node: SyntaxTree.Node) {
    if let mapping = tree[node, Field.Call.args].first ?? nil {
      let keys = tree.kind(mapping) == .dict ? tree[mapping, Field.Dict.keys].map(spelledName) : []
      if tree.kind(mapping) == .dict, !keys.contains(nil) {
        let values = contents(of: arguments.positional.first ?? .plain)
        for name in keys { bindGlobal(name!, to: values, at: node) }
      } else {
        note(.bindsUnknown, "globals()", at: node)
      }
    }
    for keyword in tree[node, Field.Call.keywords] {
      if let name = tree[keyword!, Field.Keyword.arg] {
        bindGlobal(ownName(name), to: arguments.keywords[name] ?? .plain, at: node)
      } else {
        note(.bindsUnknown, "globals()", at: node)
      }
    }
  }
}
