/// Finds settings of libraries and changes of modules that a step makes and others would need: each step imports its
/// modules anew. What the runtime carries along (`state.py`) is none of these.
struct SettingsDiagnoser {
  private let problem: DataFlowProblem
  private let analysis: NotebookAnalysis
  private let sources: [String]
  private let paths: ModulePaths
  /// By cell.
  private var settings: [Int: [Setting]] = [:]

  init(_ analysis: NotebookAnalysis, _ notebook: Notebook) {
    problem = analysis.problem
    self.analysis = analysis
    sources = notebook.cells.map(\.source)
    paths = ModulePaths(
      analysis.parsed.sorted { $0.key < $1.key }.map(\.value.tree), symbols: analysis.symbols)
    settings = analysis.parsed.mapValues { settings(of: $0) }
  }

  /// One warning for each setting, about the first step that lacks it.
  func diagnose() -> [Diagnostic] {
    guard problem.steps.count > 1 else { return [] }
    return problem.steps.indices.flatMap { step in
      problem.steps[step].cells.flatMap { cell in
        (settings[cell] ?? []).compactMap { diagnostic($0, cell, step) }
      }
    }
  }

  private struct Setting {
    /// What is called, or set: `tqdm.pandas`, `torch.backends.cudnn.benchmark`.
    var path: String
    var range: SourceRange?
    var isCall: Bool
  }

  private func diagnostic(_ setting: Setting, _ cell: Int, _ step: Int) -> Diagnostic? {
    let reader = problem.steps.indices.first { other in
      other != step && problem.steps[other].cells.contains { $0 > cell && needs(setting, $0) }
        && !problem.steps[other].cells.contains { cell in
          settings[cell]?.contains { $0.path == setting.path } == true
        }
    }
    guard let reader else { return nil }
    let (own, other) = (problem.steps[step].name, problem.steps[reader].name)
    let what = setting.isCall ? "what \(setting.path)() sets up" : "the change of \(setting.path)"
    return Diagnostic(
      "setting-stays", .warning,
      "\(what) stays in step '\(own)', and step '\(other)' is without it",
      at: Diagnostic.Location(cell: cell, range: setting.range),
      fix: "move it to a cell tagged 'imports', which every step runs first")
  }

  /// Whether the cell uses the library, or the name that has been set.
  private func needs(_ setting: Setting, _ cell: Int) -> Bool {
    if let word = LibrarySetup.word(behind: setting.path) { return sources[cell].contains(word) }
    let library = setting.path.moduleRoot
    let reads = analysis.effects[cell]?.names.filter { $0.value.read != nil }.keys
    let isRead = reads?.contains { paths.root(of: analysis.symbols.intern($0)) == library } ?? false
    let imports = analysis.needs[cell]?.imports ?? []
    if isRead || imports.contains(where: { $0.item.module.moduleRoot == library }) { return true }
    guard !setting.isCall, let name = setting.path.split(separator: ".").last else { return false }
    return sources[cell].contains(".\(name)")
  }

  /// Those that the cell's own code makes, outside of functions.
  private func settings(of cell: ParsedCell) -> [Setting] {
    let tree = cell.tree
    var found: [Setting] = []
    var pending = [tree.root]
    while let node = pending.popLast() {
      let targets: [SyntaxTree.Node]
      switch tree.kind(node) {
      case .functionDef, .asyncFunctionDef, .classDef, .lambda: continue
      case .call:
        if let callee = tree[node, Field.Call.func], let path = paths.path(of: callee, in: tree),
          LibrarySetup.stays(path)
        {
          found.append(Setting(path: path, range: range(of: node, cell), isCall: true))
        }
        targets = []
      case .assign: targets = tree[node, Field.Assign.targets].compactMap(\.self)
      case .augAssign: targets = tree[node, Field.AugAssign.target].map { [$0] } ?? []
      case .annAssign: targets = tree[node, Field.AnnAssign.target].map { [$0] } ?? []
      default: targets = []
      }
      for target in targets where [.attribute, .subscript].contains(tree.kind(target)) {
        if !hasCall(target, tree), let path = paths.path(of: target, in: tree),
          !LibrarySetup.isCarried(path)
        {
          found.append(Setting(path: path, range: range(of: target, cell), isCall: false))
        }
      }
      tree.forEachChild(of: node) { pending.append($0) }
    }
    return found.sorted { ($0.range?.start.line ?? 0) < ($1.range?.start.line ?? 0) }
  }

  /// `plt.gca().x = 1` changes what a call has returned, not the module.
  private func hasCall(_ node: SyntaxTree.Node, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(node) {
    case .attribute: tree[node, Field.Attribute.value].map { hasCall($0, tree) } ?? false
    case .subscript: tree[node, Field.Subscript.value].map { hasCall($0, tree) } ?? false
    case .call: true
    default: false
    }
  }

  private func range(of node: SyntaxTree.Node, _ cell: ParsedCell) -> SourceRange? {
    cell.tree.range(node).map {
      SourceRange(start: cell.original($0.start), end: cell.original($0.end))
    }
  }
}
