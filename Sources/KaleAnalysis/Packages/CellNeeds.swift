/// What the code of one cell needs of its surroundings.
struct CellNeeds {
  struct Import {
    var item: ModuleImport
    var location: Diagnostic.Location
  }

  /// A statement of the cell's own code.
  struct Statement {
    /// All names that stand in it, but builtins.
    var names: Set<Symbol> = []
    /// Of `imports`.
    var imports: Range<Int>
  }

  var imports: [Import] = []
  var statements: [Statement] = []
  var installs: [InstallLine] = []
  /// What `%run` executes.
  var scripts: [IPythonScript] = []
  /// Folders that it adds to the import path.
  var folders: [String] = []

  /// What a cell does by itself and through the scripts that it runs.
  init(_ cell: ParsedCell, source: String, scripts known: Scripts, _ symbols: SymbolTable) {
    installs = InstallLine.find(in: cell, source: source)
    for case let statement? in cell.tree[cell.tree.root, Field.Module.body] {
      let start = imports.count
      add(cell.tree, from: statement, of: cell, at: nil, symbols)
      statements.append(
        Statement(
          names: Self.names(in: statement, of: cell.tree, symbols), imports: start..<imports.count))
    }
    addScriptsAndStrings(of: cell, at: nil, known, symbols)
    for action in cell.transform?.actions ?? [] {
      for module in Self.modules(of: action) {
        imports.append(
          Import(
            item: ModuleImport(module: module),
            location: Diagnostic.Location(cell: cell.index, range: action.range)))
      }
    }
  }

  /// The imports of the code that may have to do with a variable: of the statements that name it, or a
  /// name that stands beside it in another, and so on; and all other names in them.
  ///
  /// Values come from one variable to another only by way of a statement that names both.
  func imports(behind variable: Symbol) -> (imports: [Import], names: Set<Symbol>) {
    var names: Set = [variable]
    var open = statements.indices.filter { !statements[$0].names.isEmpty }
    var found: [Import] = Array(imports[(statements.last?.imports.upperBound ?? 0)...])
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      open.removeAll { index in
        guard !statements[index].names.isDisjoint(with: names) else { return false }
        names.formUnion(statements[index].names)
        found += imports[statements[index].imports]
        isGrowing = true
        return true
      }
    }
    return (found, names)
  }

  private static func names(
    in statement: SyntaxTree.Node, of tree: SyntaxTree, _ symbols: SymbolTable
  ) -> Set<Symbol> {
    var names: Set<Symbol> = []
    var pending = [statement]
    while let node = pending.popLast() {
      tree.forEachChild(of: node) { pending.append($0) }
      let name: Symbol?
      switch tree.kind(node) {
      case .name: name = tree[node, Field.Name.id]
      case .functionDef: name = tree[node, Field.FunctionDef.name]
      case .asyncFunctionDef: name = tree[node, Field.AsyncFunctionDef.name]
      case .classDef: name = tree[node, Field.ClassDef.name]
      case .alias:
        name =
          tree[node, Field.Alias.asname]
          ?? tree[node, Field.Alias.name].map {
            symbols.intern(String(symbols.name($0).prefix { $0 != "." }))
          }
      case .matchAs: name = tree[node, Field.MatchAs.name]
      case .exceptHandler: name = tree[node, Field.ExceptHandler.name]
      default: name = nil
      }
      if let name, !symbols.vocabulary.isBuiltin(name) { names.insert(name) }
    }
    return names
  }

  /// - Parameter location: of the `%run` in the notebook's cell; nil for the cell itself.
  private mutating func addScriptsAndStrings(
    of cell: ParsedCell, at location: Diagnostic.Location?, _ known: Scripts,
    _ symbols: SymbolTable
  ) {
    var embedded = Array(cell.embedded.values)
    while let code = embedded.popLast() {
      add(code.tree, of: cell, at: location ?? Diagnostic.Location(cell: cell.index), symbols)
      embedded += code.inner.values
    }
    for action in cell.transform?.actions ?? [] {
      for case .runsFile(let script?) in action.effects where !scripts.contains(script) {
        scripts.append(script)
        let folder = script.path.lastIndex(of: "/").map { String(script.path[..<$0]) }
        if let folder { folders.append(folder) }
        let place = location ?? Diagnostic.Location(cell: cell.index, range: action.range)
        for part in known[script]?.parts ?? [] {
          add(part.tree, of: part, at: place, symbols)
          addScriptsAndStrings(of: part, at: place, known, symbols)
        }
      }
    }
  }

  private mutating func add(
    _ tree: SyntaxTree, from node: SyntaxTree.Node? = nil, of cell: ParsedCell,
    at location: Diagnostic.Location?, _ symbols: SymbolTable
  ) {
    let found = ImportCollector(tree, from: node, symbols)
    folders += found.folders
    imports += found.imports.map { item in
      let range = item.range.map {
        SourceRange(start: cell.original($0.start), end: cell.original($0.end))
      }
      return Import(
        item: item, location: location ?? Diagnostic.Location(cell: cell.index, range: range))
    }
  }

  /// What a magic imports on its own.
  private static func modules(of action: IPythonAction) -> [String] {
    guard case .lineMagic(let name) = action.construct else { return [] }
    switch name {
    case "matplotlib": return ["matplotlib"]
    case "pylab": return ["matplotlib", "numpy"]
    case "load_ext":
      let word = action.text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      let isOwn = ["autoreload", "storemagic", "cython"].contains(word.lowercased())
      let isName = word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      return isOwn || word.isEmpty || !isName ? [] : [word]
    default: return []
    }
  }
}
