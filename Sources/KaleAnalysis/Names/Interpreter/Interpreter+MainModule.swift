// The notebook's module as an object: `import __main__`, `sys.modules[__name__]`.

extension Interpreter {
  static let mainModuleName = "__main__"

  func mainModule() -> ValueSet {
    let path = LibraryPath(
      path: Self.mainModuleName, statement: "import \(Self.mainModuleName)", isModule: true)
    return ValueSet(heap.object(at: Heap.Site(cell: -5, unit: 0, offset: 2), .library(path)))
  }

  func isMainModule(_ id: ObjectID) -> Bool {
    if case .library(let path) = heap[id].shape { path.path == Self.mainModuleName } else { false }
  }

  /// Whether `holder[key]` is the notebook's module.
  func isMainModule(_ key: SyntaxTree.Node?, of holder: ValueSet) -> Bool {
    guard let key, let id = holder.single, case .library(let path) = heap[id].shape,
      path.path == "sys.modules"
    else { return false }
    if tree.kind(key) == .name { return tree[key, Field.Name.id] == names.moduleName }
    return tree.string(key) == Self.mainModuleName
  }

  /// An attribute of the notebook's module.
  func loadMainAttribute(_ name: Symbol, at node: SyntaxTree.Node) -> ValueSet {
    name == names.dict ? namespaceDictionary() : readGlobal(ownName(name), at: node)
  }

  /// `from __main__ import name`.
  func importFromMain(_ node: SyntaxTree.Node) {
    for alias in tree[node, Field.ImportFrom.names] {
      let name = tree[alias!, Field.Alias.name]!
      guard symbols.name(name) != "*" else { continue }
      let values = readGlobal(ownName(name), at: alias!)
      bind(tree[alias!, Field.Alias.asname] ?? name, to: values, at: alias!)
    }
  }

  /// `getattr`, `setattr`, `delattr` and `hasattr` of the notebook's module; nil for any other object.
  func callOnMainModule(_ name: Symbol, _ arguments: CallArguments, at node: SyntaxTree.Node)
    -> ValueSet?
  {
    guard let module = arguments.positional.first?.single, isMainModule(module),
      let access = names.attributeAccesses[name]
    else { return nil }
    let text = symbols.name(name)
    let isCall = tree.kind(node) == .call
    let spelled = isCall ? spelledName(tree[node, Field.Call.args].dropFirst().first ?? nil) : nil
    func argument(_ index: Int) -> ValueSet {
      index < arguments.positional.count ? arguments.positional[index] : .plain
    }
    switch access {
    case .load:
      guard let spelled else {
        note(.readsUnknown, text, at: node)
        return anything(at: node)
      }
      let isLenient = arguments.positional.count > 2
      let values = isLenient ? readLeniently(spelled, at: node) : readGlobal(spelled, at: node)
      return values.union(argument(2).objects)
    case .store:
      guard let spelled else {
        note(.bindsUnknown, text, at: node)
        return .plain
      }
      bindGlobal(spelled, to: argument(2), at: node)
    case .delete:
      guard let spelled else {
        note(.deletesUnknown, text, at: node)
        return .plain
      }
      _ = readGlobal(spelled, at: node)
      unbindGlobal(spelled, at: node)
    case .find:
      guard let spelled else {
        note(.readsUnknown, text, at: node)
        return .plain
      }
      maybe { _ = readLeniently(spelled, at: node) }
    }
    return .plain
  }
}
