/// Reads the traits of a cell off its syntax.
struct CellTraitsReader {
  private let cell: ParsedCell
  private let source: String
  private let paths: ModulePaths
  private let symbols: SymbolTable
  /// Names that some cell binds; any other is a builtin.
  private let bound: Set<String>
  private var traits = CellTraits()
  private var tree: SyntaxTree { cell.tree }

  /// - Parameter stays: names that earlier cells have bound to what stays in its place.
  static func read(
    _ cell: ParsedCell, source: String, _ paths: ModulePaths, _ symbols: SymbolTable,
    bound: Set<String>, stays: Set<String>
  ) -> CellTraits {
    var reader = CellTraitsReader(
      cell: cell, source: source, paths: paths, symbols: symbols, bound: bound)
    reader.read(stays)
    return reader.traits
  }

  private init(
    cell: ParsedCell, source: String, paths: ModulePaths, symbols: SymbolTable, bound: Set<String>
  ) {
    self.cell = cell
    self.source = source
    self.paths = paths
    self.symbols = symbols
    self.bound = bound
  }

  private mutating func read(_ stays: Set<String>) {
    traits.size = source.split(whereSeparator: \.isNewline).count { line in
      line.first { !$0.isWhitespace }.map { $0 != "#" } ?? false
    }
    let body = tree[tree.root, Field.Module.body].compactMap(\.self)
    for statement in body { traits.statements.formUnion(kind(of: statement)) }
    for action in cell.transform?.actions ?? [] { read(action) }
    var use: OutsideUse = []
    var mentions: Set<String> = []
    var pyplot: [String] = []
    for statement in body { scan(statement, &use, &mentions, &pyplot) }
    traits.outside.formUnion(use)
    traits.mentions = mentions
    traits.usesPyplot = !pyplot.isEmpty
    traits.continuesFigure = pyplot.first.map(Self.continuing.contains) ?? false
    for statement in body { findStaying(statement, stays) }
  }

  private mutating func read(_ action: IPythonAction) {
    for effect in action.effects {
      switch effect {
      case .runsProgram, .unknownMagic:
        if action.construct != .help { traits.outside.insert(.runsPrograms) }
      case .writesFile, .writesFolder: traits.outside.insert(.writesFiles)
      case .readsFile, .runsFile: traits.outside.insert(.readsFiles)
      default: break
      }
    }
  }

  // MARK: Statements

  private mutating func kind(of statement: SyntaxTree.Node) -> CellTraits.Statements {
    switch tree.kind(statement) {
    case .import, .importFrom: return .imports
    case .pass: return []
    case .functionDef:
      return definition(
        decorators: tree[statement, Field.FunctionDef.decoratorList],
        arguments: tree[statement, Field.FunctionDef.args])
    case .asyncFunctionDef:
      return definition(
        decorators: tree[statement, Field.AsyncFunctionDef.decoratorList],
        arguments: tree[statement, Field.AsyncFunctionDef.args])
    case .classDef: return classDefinition(statement)
    case .try: return guardedImport(statement)
    case .assert:
      let test = tree[statement, Field.Assert.test]
      return test.map { isFixed($0) } == true ? .shows : .other
    case .assign: return assignment(statement)
    case .expr: return tree[statement, Field.Expr.value].map { expression($0) } ?? .other
    default: return .other
    }
  }

  private func definition(
    decorators: NodeList, arguments: SyntaxTree.Node?
  ) -> CellTraits.Statements {
    var defaults: [SyntaxTree.Node] = []
    if let arguments {
      defaults += tree[arguments, Field.Arguments.defaults].compactMap(\.self)
      defaults += tree[arguments, Field.Arguments.kwDefaults].compactMap(\.self)
    }
    // A default that can be changed is state, which each step would begin anew.
    let isPlain =
      defaults.allSatisfy { isImmutable($0) }
      && decorators.compactMap(\.self).allSatisfy { isFixed($0) }
    return isPlain ? .definitions : .other
  }

  private mutating func classDefinition(_ node: SyntaxTree.Node) -> CellTraits.Statements {
    for case let decorator? in tree[node, Field.ClassDef.decoratorList] where !isFixed(decorator) {
      return .other
    }
    for case let statement? in tree[node, Field.ClassDef.body] {
      let kind = kind(of: statement)
      let isPlain = kind.isSubset(of: [.definitions, .constants, .shows])
      guard isPlain || tree.kind(statement) == .annAssign else { return .other }
    }
    return .definitions
  }

  /// `try: import a` and `except ImportError: a = None`.
  private mutating func guardedImport(_ node: SyntaxTree.Node) -> CellTraits.Statements {
    var kinds: CellTraits.Statements = []
    for case let statement? in tree[node, Field.Try.body] { kinds.formUnion(kind(of: statement)) }
    for case let handler? in tree[node, Field.Try.handlers] {
      for case let statement? in tree[handler, Field.ExceptHandler.body] {
        kinds.formUnion(kind(of: statement))
      }
    }
    guard kinds.contains(.imports), tree[node, Field.Try.orelse].isEmpty,
      tree[node, Field.Try.finalbody].isEmpty, kinds.isDisjoint(with: [.other, .seeds])
    else { return .other }
    return .imports
  }

  private mutating func assignment(_ node: SyntaxTree.Node) -> CellTraits.Statements {
    guard let value = tree[node, Field.Assign.value] else { return .other }
    let targets = tree[node, Field.Assign.targets].compactMap(\.self)
    if targets.allSatisfy({ tree.kind($0) == .name }) {
      if tree.kind(value) == .lambda { return .definitions }
      if let path = path(of: value), path == "collections.namedtuple" { return .definitions }
      guard isImmutable(value), tree.kind(value) != .name, tree.kind(value) != .attribute else {
        return .other
      }
      if !isScalar(value) { traits.hasPlainConstants = false }
      return .constants
    }
    let isSetting = targets.allSatisfy { target in
      [.attribute, .subscript].contains(tree.kind(target))
        && path(of: target).map { !$0.hasPrefix("os.environ") } == true
    }
    return isSetting && isFixed(value) ? .session : .other
  }

  private mutating func expression(_ node: SyntaxTree.Node) -> CellTraits.Statements {
    if tree.kind(node) == .constant { return [] }
    if isShell(node) { return magic() }
    if tree.kind(node) == .attribute, path(of: node) != nil { return .shows }
    guard tree.kind(node) == .call else { return .other }
    let arguments =
      tree[node, Field.Call.args].compactMap(\.self)
      + tree[node, Field.Call.keywords].compactMap { $0.flatMap { tree[$0, Field.Keyword.value] } }
    guard arguments.allSatisfy({ isFixed($0) }) else { return .other }
    if let callee = tree[node, Field.Call.func], tree.kind(callee) == .name,
      tree[callee, Field.Name.id].map(symbols.name) == "print", !bound.contains("print")
    {
      return .shows
    }
    guard let path = path(of: node) else { return .other }
    return SessionCalls.kind(of: path)
  }

  /// `get_ipython().run_line_magic(...)`, which stands for IPython syntax.
  private func isShell(_ node: SyntaxTree.Node) -> Bool {
    var node = node
    while true {
      switch tree.kind(node) {
      case .call:
        guard let callee = tree[node, Field.Call.func] else { return false }
        node = callee
      case .attribute:
        guard let value = tree[node, Field.Attribute.value] else { return false }
        node = value
      case .name: return tree[node, Field.Name.id].map(symbols.name) == "get_ipython"
      default: return false
      }
    }
  }

  private func magic() -> CellTraits.Statements {
    var kinds: CellTraits.Statements = []
    for action in cell.transform?.actions ?? [] { kinds.formUnion(SessionCalls.kind(of: action)) }
    return kinds.isEmpty ? .other : kinds
  }

  // MARK: Expressions

  private func path(of node: SyntaxTree.Node) -> String? { paths.path(of: node, in: tree) }

  private func isScalar(_ node: SyntaxTree.Node) -> Bool {
    switch tree.kind(node) {
    case .constant:
      switch tree[node, Field.Constant.value].kind {
      case .int, .float, .string, .true, .false: return true
      default: return false
      }
    case .unaryOp: return tree[node, Field.UnaryOp.operand].map { isScalar($0) } ?? false
    default: return false
    }
  }

  private func isImmutable(_ node: SyntaxTree.Node) -> Bool {
    switch tree.kind(node) {
    case .constant, .lambda: return true
    case .unaryOp: return tree[node, Field.UnaryOp.operand].map { isImmutable($0) } ?? false
    case .tuple:
      return tree[node, Field.Tuple.elts].allSatisfy { $0.map { isImmutable($0) } ?? false }
    case .name, .attribute: return isFixed(node)
    default: return false
    }
  }

  /// Whether the value is the same at whatever time the expression is evaluated: it is made of
  /// literals, builtins and what modules hold.
  private func isFixed(_ node: SyntaxTree.Node) -> Bool {
    switch tree.kind(node) {
    case .name:
      guard let name = tree[node, Field.Name.id].map(symbols.name) else { return false }
      return path(of: node) != nil || !bound.contains(name)
    case .constant, .lambda, .keyword, .unaryOp, .binOp, .compare, .boolOp, .tuple, .list, .dict,
      .set, .attribute, .subscript, .joinedStr, .formattedValue, .slice, .starred:
      var isFixed = true
      if tree.kind(node) != .lambda {
        tree.forEachChild(of: node) { isFixed = isFixed && self.isFixed($0) }
      }
      return isFixed
    case .call:
      var isFixed = true
      tree.forEachChild(of: node) { isFixed = isFixed && self.isFixed($0) }
      return isFixed
        && path(of: node).map { !$0.contains("random") && !$0.contains("time") } ?? true
    default: return false
    }
  }

  // MARK: What the code does

  /// Walks code in the order of the text; that of functions is kept apart, under their names.
  private mutating func scan(
    _ node: SyntaxTree.Node, _ use: inout OutsideUse, _ mentions: inout Set<String>,
    _ pyplot: inout [String]
  ) {
    switch tree.kind(node) {
    case .functionDef, .asyncFunctionDef, .classDef:
      let name = definedName(node)
      var inner: OutsideUse = []
      var names: Set<String> = []
      var figures: [String] = []
      scanChildren(of: node, &inner, &names, &figures)
      traits.code[name, default: ([], [])].use.formUnion(inner)
      traits.code[name, default: ([], [])].mentions.formUnion(names)
      // A class runs its body where it stands; what its methods do comes by their names too.
      if tree.kind(node) == .classDef {
        for (method, body) in traits.code where names.contains(method) { inner.formUnion(body.use) }
        traits.code[name]!.use.formUnion(inner)
      }
      return
    case .name:
      if let name = tree[node, Field.Name.id].map(symbols.name),
        tree[node, Field.Name.ctx] == ExpressionContext.load.rawValue
      {
        mentions.insert(name)
      }
      if let path = path(of: node) { note(path, &use, &pyplot) }
    case .attribute:
      if let attribute = tree[node, Field.Attribute.attr] {
        mentions.insert(symbols.name(attribute))
      }
    case .call: call(node, &use, &pyplot)
    default: break
    }
    scanChildren(of: node, &use, &mentions, &pyplot)
  }

  private mutating func scanChildren(
    of node: SyntaxTree.Node, _ use: inout OutsideUse, _ mentions: inout Set<String>,
    _ pyplot: inout [String]
  ) {
    var children: [SyntaxTree.Node] = []
    tree.forEachChild(of: node) { children.append($0) }
    for child in children { scan(child, &use, &mentions, &pyplot) }
  }

  private func definedName(_ node: SyntaxTree.Node) -> String {
    let name: Symbol? =
      switch tree.kind(node) {
      case .functionDef: tree[node, Field.FunctionDef.name]
      case .asyncFunctionDef: tree[node, Field.AsyncFunctionDef.name]
      default: tree[node, Field.ClassDef.name]
      }
    return name.map(symbols.name) ?? ""
  }

  /// A function of a library that is handed on may be called by whoever gets it.
  private func note(_ path: String, _ use: inout OutsideUse, _ pyplot: inout [String]) {
    if path.hasPrefix("random.") || path.hasPrefix("numpy.random.") {
      use.formUnion(OutsideCalls.use(path: path, keywords: [], arguments: 0))
    }
  }

  private func call(_ node: SyntaxTree.Node, _ use: inout OutsideUse, _ pyplot: inout [String]) {
    let keywords = Set(
      tree[node, Field.Call.keywords].compactMap { keyword in
        keyword.flatMap { tree[$0, Field.Keyword.arg] }.map(symbols.name)
      })
    guard let callee = tree[node, Field.Call.func] else { return }
    if let path = path(of: callee), tree.kind(callee) != .call {
      let arguments = tree[node, Field.Call.args].count
      use.formUnion(OutsideCalls.use(path: path, keywords: keywords, arguments: arguments))
      for module in ["matplotlib.pyplot.", "pylab."] where path.hasPrefix(module) {
        pyplot.append(String(path.dropFirst(module.count)))
      }
    }
    let name: Symbol? =
      switch tree.kind(callee) {
      case .attribute: tree[callee, Field.Attribute.attr]
      case .name: tree[callee, Field.Name.id]
      default: nil
      }
    if let name { use.formUnion(OutsideCalls.use(name: symbols.name(name), keywords: keywords)) }
  }

  /// Functions of pyplot that work on the figure there is.
  private static let continuing: Set = [
    "title", "suptitle", "legend", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "axis",
    "savefig", "show", "gca", "gcf", "colorbar", "grid", "tight_layout", "annotate", "text",
    "subplots_adjust", "axhline", "axvline", "clim",
  ]

  // MARK: What stays

  /// Finds names that are bound to figures and to what no pickle can hold.
  private mutating func findStaying(_ node: SyntaxTree.Node, _ known: Set<String>) {
    switch tree.kind(node) {
    case .functionDef, .asyncFunctionDef, .classDef, .lambda: return
    case .assign:
      if let value = tree[node, Field.Assign.value], stays(value, known) {
        for case let target? in tree[node, Field.Assign.targets] { addNames(in: target) }
      }
    case .withitem:
      if let value = tree[node, Field.Withitem.contextExpr], stays(value, known),
        let target = tree[node, Field.Withitem.optionalVars]
      {
        addNames(in: target)
      }
    case .for:
      if let value = tree[node, Field.For.iter], !isView(value), stays(value, known),
        let target = tree[node, Field.For.target]
      {
        addNames(in: target)
      }
    default: break
    }
    var children: [SyntaxTree.Node] = []
    tree.forEachChild(of: node) { children.append($0) }
    for child in children { findStaying(child, known) }
  }

  /// `d.items()`, which yields what can travel.
  private func isView(_ value: SyntaxTree.Node) -> Bool {
    guard tree.kind(value) == .call, let callee = tree[value, Field.Call.func],
      tree.kind(callee) == .attribute, let name = tree[callee, Field.Attribute.attr]
    else { return false }
    return StayingValues.methods.contains(symbols.name(name))
  }

  private func stays(_ value: SyntaxTree.Node, _ known: Set<String>) -> Bool {
    switch tree.kind(value) {
    case .name:
      let name = tree[value, Field.Name.id].map(symbols.name) ?? ""
      return known.contains(name) || traits.stays.contains(name)
    case .subscript: return tree[value, Field.Subscript.value].map { stays($0, known) } ?? false
    case .attribute: return tree[value, Field.Attribute.value].map { stays($0, known) } ?? false
    case .list:
      return tree[value, Field.List.elts].contains { $0.map { stays($0, known) } ?? false }
    case .tuple:
      return tree[value, Field.Tuple.elts].contains { $0.map { stays($0, known) } ?? false }
    case .listComp: return tree[value, Field.ListComp.elt].map { stays($0, known) } ?? false
    case .call:
      guard let callee = tree[value, Field.Call.func] else { return false }
      if let path = path(of: callee) { return StayingValues.makes(path) }
      guard tree.kind(callee) == .attribute, let owner = tree[callee, Field.Attribute.value] else {
        return false
      }
      let method = tree[callee, Field.Attribute.attr].map(symbols.name) ?? ""
      return StayingValues.methods.contains(method)
        || stays(owner, known) && StayingValues.derives(method)
    default: return false
    }
  }

  private mutating func addNames(in target: SyntaxTree.Node) {
    var pending = [target]
    while let node = pending.popLast() {
      if tree.kind(node) == .name, let name = tree[node, Field.Name.id] {
        traits.stays.insert(symbols.name(name))
      } else if [.tuple, .list, .starred].contains(tree.kind(node)) {
        tree.forEachChild(of: node) { pending.append($0) }
      }
    }
  }
}
