// `from MODULE import *`.

extension Interpreter {
  /// Binds what the module is known to export; the rest is unknown.
  func importAll(from module: String, level: Int, at node: SyntaxTree.Node) {
    let source = String(repeating: ".", count: level) + module
    let statement = "from \(source) import *"
    let known = level == 0 ? knownStarImport(module) : nil
    // In a function's `exec` the names go to the copy of its variables.
    let isBound = scopes.scopes[frame.scope].kind == .module
    for (name, path, isCertain) in isBound ? known?.names ?? [] : [] {
      let single = "from \(source) import \(symbols.name(name))"
      let library = LibraryPath(
        path: path, statement: single, isModule: false, starModule: source)
      let site = Heap.Site(cell: -6, unit: name.id, offset: symbols.intern(statement).id)
      let values = ValueSet(heap.object(at: site, .library(library)))
      let name = ownName(name)
      if isCertain {
        bindGlobal(name, to: values, .import, at: node)
      } else {
        maybe { bindGlobal(name, to: values, .import, at: node) }
      }
    }
    guard known?.isOpen != false else { return }
    run.starImports.append(statement)
    note(.bindsUnknown, statement, at: node)
  }

  /// The exports of a module, with their names interned.
  struct KnownStarImport {
    var names: [(name: Symbol, path: String, isCertain: Bool)]
    var isOpen: Bool
  }

  private func knownStarImport(_ module: String) -> KnownStarImport? {
    if let known = knownStarImports[module] { return known }
    let known = starImports.module(module).map { found in
      KnownStarImport(
        names: found.names.map { (symbols.intern($0.name), $0.path, $0.isCertain) },
        isOpen: found.isOpen)
    }
    knownStarImports[module] = known
    return known
  }
}
