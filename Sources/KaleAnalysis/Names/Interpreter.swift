/// Runs cells abstractly, in notebook order, over one namespace and one heap.
///
/// A forward analysis in the shape of an interpreter: statements change `run.state`, expressions
/// yield the objects that their value may be, calls of the notebook's own functions run their bodies
/// with the bindings visible at that point. Where control flow splits, each arm runs from the same
/// state and the results are joined; loops run until nothing changes; the edges to an exception
/// handler leave from before each operation that can raise.
final class Interpreter {
  let symbols: SymbolTable
  let knowledge: Knowledge
  /// Builtins of the linked Python, and the names that a kernel provides.
  let builtins: Set<Symbol>
  let names: WellKnownNames
  var privateNames: PrivateNames
  var heap = Heap()
  var environment = Environment()
  var units: [Unit] = []
  /// `from __future__ import annotations` has been run: a kernel keeps it for later cells.
  var annotationsAreLazy = false
  /// Entries of the tables, by dotted path, that have been looked up.
  var knownFunctions: [String: CallKnowledge?] = [:]
  /// What calls are known to do. Each says which names' values it depends on.
  var summaries: [Callable: Summary] = [:]
  /// The calls that are being summarized, one inside the other.
  var summarizing: Set<Callable> = []
  /// What names hold that the cell has bound, while a call in the middle of it is summarized.
  var overlay: [Symbol: ValueSet] = [:]
  var run: Run
  /// The tree of the code that is being run.
  var tree: SyntaxTree

  /// The code of one cell.
  struct Unit {
    var tree: SyntaxTree
    var scopes: ScopeTree
    /// Index of the cell in the notebook.
    var cell: Int
    /// Maps a position in the parsed text to the user's text.
    var original: (SourcePosition) -> SourcePosition
    /// What its IPython syntax does.
    var actions: [IPythonAction] = []
    /// Stretches of the parsed text whose names IPython looks up only if they are there.
    var lenientReads: [SourceRange] = []
  }

  /// The state of running one cell (or of calling one function for its summary).
  struct Run {
    var unit: Int
    var state = FlowState()
    var frames: [Frame] = []
    var slots: [Symbol: Int] = [:]
    var slotNames: [Symbol] = []
    var notes: [SlotNotes] = []
    var mutations: [ObjectID: NameEffect.Mutation] = [:]
    var dynamic: [DynamicAccess] = []
    var starImports: [String] = []
    var importedModules: Set<String> = []
    var createdFunctions: [ObjectID] = []
    /// Functions whose body has been run.
    var calledFunctions: Set<ObjectID> = []
    var files = FileEffects()
    var handlers: [Handler] = []
    var jumps: [JumpTarget] = []
    /// The states at explicit `raise` statements that nothing catches.
    var raised = FlowState.unreachable
    /// Greater than 0 where the code may be passed over.
    var conditions = 0
    var calls: [ActiveCall] = []
    /// This is a call run for its summary.
    var isSummary = false
    /// What it hands to unknown code.
    var escaped: Set<Callable> = []
    /// Objects whose code an unknown callee has been taken to run.
    var invoked: Set<ObjectID> = []
    var invokedCallables: Set<Callable> = []
    var remainingCalls = Interpreter.cellCallLimit
    /// The function that is being summarized.
    var template: ObjectID?
    /// What the call does depends on strings that it gets.
    var usesTexts = false
    var depth = 0

    init(unit: Int) { self.unit = unit }
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

  struct ActiveCall {
    var unit: Int
    var node: SyntaxTree.Node
    /// The call in the cell that is being run, from which all began.
    var range: SourceRange?
  }

  init(symbols: SymbolTable, knowledge: Knowledge, builtins: [String]) {
    self.symbols = symbols
    self.knowledge = knowledge
    self.builtins = Set((builtins + WellKnownNames.kernel).map(symbols.intern))
    names = WellKnownNames(symbols: symbols)
    privateNames = PrivateNames(symbols: symbols)
    run = Run(unit: 0)
    tree = SyntaxTree.empty
  }

  /// Runs the next cell and returns what it does; the namespace is then as the cell leaves it.
  func analyze(_ unit: Unit) -> CellEffects {
    units.append(unit)
    annotationsAreLazy = annotationsAreLazy || unit.scopes.hasFutureAnnotations
    run = Run(unit: units.count - 1)
    heap.escapes = Heap.Escapes()
    enterFrame(Frame(unit: run.unit, scope: 0, base: 0, enclosing: nil, privateClass: nil))
    execute(tree[tree.root, Field.Module.body])
    noteMagics(of: unit)
    var effects = collectEffects()
    commit()
    collectCalls(into: &effects)
    return effects
  }

  func enterFrame(_ frame: Frame) {
    run.frames.append(frame)
    tree = units[frame.unit].tree
  }

  func leaveFrame() {
    run.frames.removeLast()
    if let last = run.frames.last { tree = units[last.unit].tree }
  }

  var frame: Frame { run.frames[run.frames.count - 1] }

  var scopes: ScopeTree { units[frame.unit].scopes }

  /// The place in the user's text to which an effect of `node` is charged: `node` itself in the cell's
  /// own code, else the call from there.
  func place(of node: SyntaxTree.Node?) -> SourceRange? {
    if let call = run.calls.first { return call.range }
    return node.flatMap { originalRange($0) }
  }

  func originalRange(_ node: SyntaxTree.Node) -> SourceRange? {
    guard let range = tree.range(node) else { return nil }
    let original = units[frame.unit].original
    return SourceRange(start: original(range.start), end: original(range.end))
  }

  func site(_ node: SyntaxTree.Node, role: Int32 = 0) -> Heap.Site {
    Heap.Site(
      cell: run.template == nil ? Int32(run.unit) : templateCell, unit: Int32(frame.unit),
      offset: node.offset, role: role)
  }

  /// Stands for the cell of what a call makes that is being summarized.
  var templateCell: Int32 { Heap.Site.templateCell(of: run.template!) }

}
