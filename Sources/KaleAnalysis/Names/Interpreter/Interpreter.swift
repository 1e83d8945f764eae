/// Runs cells abstractly, in notebook order, over one namespace and one heap.
///
/// A forward analysis in the shape of an interpreter: statements change `run.state`, expressions
/// yield the objects that their value may be, calls of the notebook's own functions run their bodies
/// with the bindings visible at that point. Where control flow splits, each arm runs from the same
/// state and the results are joined; loops run until nothing changes; the edges to an exception
/// handler leave from before each operation that can raise.
final class Interpreter {
  let symbols: SymbolTable
  let names: WellKnownNames
  /// Effects say as well what has to travel together from step to step.
  let collectsTransfers: Bool
  var privateNames: PrivateNames
  let heap = Heap()
  var environment = Environment()
  var units: [Unit] = []
  /// `from __future__ import annotations` has been run: a kernel keeps it for later cells.
  var annotationsAreLazy = false
  var callees: KnownCallees
  var namespace = NamespaceObjects()
  let starImports: StarImports
  var knownStarImports: [String: KnownStarImport] = [:]
  /// The units made of string literals.
  var embeddedUnits: [EmbeddedPlace: Int] = [:]
  /// What has been reached through an attribute of a library's object.
  var libraryMembers = OrderedMap<LibraryMember, ObjectID>()
  /// What calls are known to do. Each says which names' values it depends on.
  var summaries = OrderedMap<Callable, Summary>()
  /// The name of which an object holds the place.
  var placeholderNames = OrderedMap<ObjectID, Symbol>()
  /// How many the present cell has asked for.
  var summaryCount = 0
  /// Expressions that have been evaluated for the present cell, in bodies of functions too.
  var steps = 0
  /// The files that `%run` executes, and what has been made of them.
  var scripts: Scripts
  var scriptUnits: [ScriptPart: Int] = [:]
  var namespaces: [ScriptNamespace] = []
  /// The names in namespaces of scripts, with the spelling that they have there.
  var scriptNames: [Symbol: Symbol] = [:]
  /// `%run` has executed a file here that can't be read: names that nothing binds may hold its code.
  var hasUnknownCode = false
  /// Stand for what names hold that nothing is known to bind.
  var unboundObjects: Set<ObjectID> = []
  /// Names of builtins that an earlier cell has bound and deleted.
  var deletedBuiltins: Set<Symbol> = []
  /// What the notebook has put where imports may call it.
  var importHooks = ValueSet.plain
  /// The notebook has defined a class.
  var hasClasses = false
  /// Iterators at work, one inside the other.
  var iteratorDepth = 0
  /// The calls that are being summarized, one inside the other.
  var summarizing = OrderedSet<Callable>()
  /// What names hold that the cell has bound, while a call in the middle of it is summarized.
  var overlay = SymbolMap<ValueSet>()
  var run: Run
  /// The tree of the code that is being run.
  var tree: SyntaxTree

  /// The code of one cell.
  final class Unit {
    let tree: SyntaxTree
    let scopes: ScopeTree
    /// Index of the cell in the notebook.
    let cell: Int
    /// From the user's text to the parsed one, where it has IPython syntax.
    let transform: IPythonTransform?
    /// Index of the script's own namespace; nil for code in the notebook's.
    let namespace: Int?
    /// Where the code stands as a whole, if it is that of a string literal.
    let place: SourceRange?
    /// The code in its string literals, by the offset of the literal's node.
    let embedded: [Int32: EmbeddedCode]

    init(
      tree: SyntaxTree, scopes: ScopeTree, cell: Int, transform: IPythonTransform? = nil,
      namespace: Int? = nil, place: SourceRange? = nil, embedded: [Int32: EmbeddedCode] = [:]
    ) {
      self.tree = tree
      self.scopes = scopes
      self.cell = cell
      self.transform = transform
      self.namespace = namespace
      self.place = place
      self.embedded = embedded
    }
  }

  /// The state of running one cell (or of calling one function for its summary).
  struct Run {
    var unit: Int
    var state = FlowState()
    var frames: [Frame] = []
    var slots = SymbolMap<Int>()
    var slotNames: [Symbol] = []
    var notes: [SlotNotes] = []
    var changes = OrderedMap<ObjectID, ObjectChange>()
    var dynamic: [DynamicAccess] = []
    /// Something may have bound any name.
    var hasBoundUnknown = false
    var starImports: [String] = []
    var importedModules: Set<String> = []
    var createdFunctions = ObjectSet()
    /// Functions whose body has been run.
    var calledFunctions = ObjectSet()
    /// The values of the last expression statement of the cell itself.
    var displayed = ValueSet.plain
    var files = FileEffects()
    var outside: [OutsideEffect] = []
    var handlers: [Handler] = []
    var jumps: [JumpTarget] = []
    /// The states at explicit `raise` statements that nothing catches.
    var raised = FlowState.unreachable
    /// Greater than 0 where the code may be passed over.
    var conditions = 0
    /// Loops around the code that is being run, in the present function.
    var loopDepth = 0
    /// The states that loops inside them have come to.
    var loopStates: [SyntaxTree.Node: FlowState] = [:]
    var calls: [ActiveCall] = []
    /// This is a call run for its summary.
    var isSummary = false
    /// What it hands to unknown code.
    var escaped = OrderedSet<Callable>()
    /// Objects whose code an unknown callee has been taken to run.
    var invoked = ObjectSet()
    var invokedCallables = OrderedSet<Callable>()
    var remainingCalls = Interpreter.cellCallLimit
    /// The function that is being summarized.
    var template: ObjectID?
    /// What the call does depends on strings that it gets.
    var usesTexts = false
    var depth = 0

    init(unit: Int) { self.unit = unit }

    /// Makes room for `count` names.
    mutating func reserveNames(_ count: Int) {
      slots.reserveCapacity(count)
      slotNames.reserveCapacity(count)
      notes.reserveCapacity(count)
      state.globals.reserveCapacity(count)
    }
  }

  /// An activation of a scope.
  struct Frame {
    var unit: Int
    var scope: Int
    /// Index of its first variable in `FlowState.locals`.
    var base: Int
    /// Index of the frame of the enclosing scope, for code that runs inside it.
    var enclosing: Int?
    var privateClass: Symbol?
  }

  struct SlotNotes {
    var mayBeRead = false
    var readRange: SourceRange?
    /// The first lookup is one that may fail without harm.
    var isLenient = false
    var bindRange: SourceRange?
  }

  /// Collects the states from which an exception may reach a handler.
  struct Handler {
    var state = FlowState.unreachable
    /// Local variables that exist where the handler runs.
    var height: Int
  }

  struct LibraryMember: IndexKey {
    var owner: ObjectID
    var name: Symbol

    var hashBits: UInt64 { owner.hashBits << 32 | name.hashBits }
  }

  struct ActiveCall {
    var unit: Int
    var node: SyntaxTree.Node
    /// The call in the cell that is being run, from which all began.
    var range: SourceRange?
  }

  init(
    symbols: SymbolTable, knowledge: Knowledge = .standard, starImports: StarImports = .standard,
    scripts: Scripts = [:], collectsTransfers: Bool = true
  ) {
    self.starImports = starImports
    self.symbols = symbols
    self.scripts = scripts
    self.collectsTransfers = collectsTransfers
    callees = KnownCallees(knowledge)
    names = symbols.vocabulary.names
    privateNames = PrivateNames(symbols: symbols)
    run = Run(unit: 0)
    tree = SyntaxTree.empty
  }

  /// Runs the next cell and returns what it does; the namespace is then as the cell leaves it.
  func analyze(_ unit: Unit) -> CellEffects {
    units.append(unit)
    annotationsAreLazy = annotationsAreLazy || unit.scopes.hasFutureAnnotations
    run = Run(unit: units.count - 1)
    run.reserveNames(unit.scopes.scopes[0].names.count)
    summaryCount = 0
    steps = 0
    heap.escapes = Heap.Escapes()
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    execute(tree[tree.root, Field.Module.body])
    display()
    noteMagics(of: unit)
    var effects = collectEffects()
    commit()
    collectCalls(into: &effects)
    return effects
  }

  /// The kernel shows the value of an expression at the end of the cell.
  private func display() {
    guard let last = tree[tree.root, Field.Module.body].last ?? nil, tree.kind(last) == .expr,
      let expression = tree[last, Field.Expr.value]
    else { return }
    noteNamespaceRead(run.displayed, at: expression)
    for id in run.displayed.ids where heap.isOpaque(id) {
      invoke(heldCode(in: ValueSet(id)), at: expression)
    }
    let shown = instances(in: run.displayed)
    guard !shown.isEmpty else { return }
    for name in names.displayMethods {
      maybe { callMethod(name, of: shown, with: [], at: expression) }
    }
  }

  func enterFrame(_ frame: Frame) {
    run.frames.append(frame)
    tree = units[frame.unit].tree
  }

  func leaveFrame() {
    run.frames.removeLast()
    if let last = run.frames.last { tree = units[last.unit].tree }
  }

  func isBuiltin(_ name: Symbol) -> Bool { symbols.vocabulary.isBuiltin(name) }

  var frame: Frame { run.frames[run.frames.count - 1] }

  var scopes: ScopeTree { units[frame.unit].scopes }

  /// The place in the user's text to which an effect of `node` is charged: `node` itself in the cell's
  /// own code, else the call from there.
  func place(of node: SyntaxTree.Node?) -> SourceRange? {
    if let call = run.calls.first { return call.range }
    return node.flatMap { originalRange($0) }
  }

  /// As `place(of:)`, for a stretch of the user's text.
  func place(of range: SourceRange) -> SourceRange? { run.calls.first?.range ?? range }

  func originalRange(_ node: SyntaxTree.Node) -> SourceRange? {
    guard let range = tree.range(node) else { return nil }
    let unit = units[frame.unit]
    if let place = unit.place { return place }
    guard let transform = unit.transform else { return range }
    return SourceRange(
      start: transform.original(range.start), end: transform.original(range.end))
  }

  func site(_ node: SyntaxTree.Node, role: Int32 = 0) -> Heap.Site {
    Heap.Site(
      cell: run.template == nil ? Int32(run.unit) : templateCell, unit: Int32(frame.unit),
      offset: node.offset, role: role)
  }

  /// The site of a function or a class that `node` defines.
  func definitionSite(_ node: SyntaxTree.Node) -> Heap.Site {
    var site = site(node)
    if run.template != nil { site.cell = Heap.Site.definitionCell }
    return site
  }

  /// Stands for the cell of what a call makes that is being summarized.
  var templateCell: Int32 { Heap.Site.templateCell(of: run.template!) }

}
