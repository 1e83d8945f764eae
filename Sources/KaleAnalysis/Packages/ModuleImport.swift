/// A module that code imports, with the names that it takes from it.
struct ModuleImport: Hashable {
  /// Dotted; empty for `from . import name`.
  var module: String
  /// The dots before it, in `from ..a import b`.
  var level = 0
  /// Of `from module import a, b`, each possibly a module itself.
  var names: [String] = []
  /// The code copes without it: `try: import a` with `except ImportError`.
  var isOptional = false
  /// In the parsed text.
  var range: SourceRange?

  /// What may be a module here: `a.b`, and `a.b.c` where `c` is taken from it.
  var paths: [String] {
    names.filter { $0 != "*" }.map { module.isEmpty ? $0 : "\(module).\($0)" } + [module]
  }
}

/// Finds all imports in a syntax tree, those in functions included.
struct ImportCollector {
  private let tree: SyntaxTree
  private let symbols: SymbolTable
  private(set) var imports: [ModuleImport] = []
  /// Folders that the code adds to the import path in so many words.
  private(set) var folders: [String] = []

  /// - Parameter node: where to begin; nil for the whole tree.
  init(_ tree: SyntaxTree, from node: SyntaxTree.Node? = nil, _ symbols: SymbolTable) {
    self.tree = tree
    self.symbols = symbols
    var pending = [(node: node ?? tree.root, isOptional: false)]
    while let (node, isOptional) = pending.popLast() {
      switch tree.kind(node) {
      case .import: add(import: node, isOptional)
      case .importFrom: add(importFrom: node, isOptional)
      case .try:
        let body = tree[node, Field.Try.body].compactMap(\.self)
        let isTried = isOptional || catchesImportError(tree[node, Field.Try.handlers])
        tree.forEachChild(of: node) { child in
          pending.append((child, body.contains(child) ? isTried : isOptional))
        }
      case .if where isNeverTrue(tree[node, Field.If.test]):
        for child in tree[node, Field.If.orelse] { pending.append((child!, isOptional)) }
      case .call:
        add(call: node, isOptional)
        tree.forEachChild(of: node) { pending.append(($0, isOptional)) }
      default: tree.forEachChild(of: node) { pending.append(($0, isOptional)) }
      }
    }
    imports.reverse()
  }

  private mutating func add(import node: SyntaxTree.Node, _ isOptional: Bool) {
    for case let alias? in tree[node, Field.Import.names] {
      guard let name = tree[alias, Field.Alias.name] else { continue }
      imports.append(
        ModuleImport(
          module: symbols.name(name), isOptional: isOptional,
          range: tree.range(alias) ?? tree.range(node)))
    }
  }

  private mutating func add(importFrom node: SyntaxTree.Node, _ isOptional: Bool) {
    imports.append(
      ModuleImport(
        module: tree[node, Field.ImportFrom.module].map(symbols.name) ?? "",
        level: Int(tree[node, Field.ImportFrom.level]),
        names: tree[node, Field.ImportFrom.names].compactMap { alias in
          alias.flatMap { tree[$0, Field.Alias.name] }.map(symbols.name)
        }, isOptional: isOptional, range: tree.range(node)))
  }

  /// `importlib.import_module("a")`, `__import__("a")`, `sys.path.append("src")`.
  private mutating func add(call node: SyntaxTree.Node, _ isOptional: Bool) {
    guard let path = tree[node, Field.Call.func].flatMap(dotted) else { return }
    let arguments = tree[node, Field.Call.args].compactMap(\.self)
    switch path {
    case "__import__", "import_module", "importlib.import_module":
      guard let module = arguments.first.flatMap(tree.string), !module.hasPrefix(".") else {
        return
      }
      imports.append(
        ModuleImport(module: module, isOptional: isOptional, range: tree.range(arguments[0])))
    case "sys.path.append": folders += arguments.first.flatMap(tree.string).map { [$0] } ?? []
    case "sys.path.insert":
      folders += arguments.dropFirst().first.flatMap(tree.string).map { [$0] } ?? []
    default: break
    }
  }

  private func dotted(_ node: SyntaxTree.Node) -> String? {
    switch tree.kind(node) {
    case .name: tree[node, Field.Name.id].map(symbols.name)
    case .attribute:
      if let head = tree[node, Field.Attribute.value].flatMap(dotted),
        let name = tree[node, Field.Attribute.attr]
      {
        "\(head).\(symbols.name(name))"
      } else {
        nil
      }
    default: nil
    }
  }

  private func catchesImportError(_ handlers: NodeList) -> Bool {
    handlers.contains { handler in
      guard let type = handler.flatMap({ tree[$0, Field.ExceptHandler.type] }) else {
        return handler != nil
      }
      let types =
        tree.kind(type) == .tuple ? tree[type, Field.Tuple.elts].compactMap(\.self) : [type]
      let catching: Set = ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"]
      return types.contains { dotted($0).map(catching.contains) ?? false }
    }
  }

  /// `if TYPE_CHECKING:` and `if False:`.
  private func isNeverTrue(_ test: SyntaxTree.Node?) -> Bool {
    guard let test else { return false }
    if tree.kind(test) == .constant {
      let value = tree[test, Field.Constant.value]
      return value.kind == .false || value.kind == .int && value.text == "0"
    }
    return ["TYPE_CHECKING", "typing.TYPE_CHECKING"].contains(dotted(test))
  }
}
