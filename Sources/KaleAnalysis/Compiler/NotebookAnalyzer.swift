/// Parses the cells of a notebook and finds their effects, in the order in which a pipeline runs them:
/// parameters, `imports`, `functions`, then the steps' cells in notebook order.
struct NotebookAnalyzer {
  private let notebook: Notebook
  private let outline: Outline
  let symbols: SymbolTable
  private let options: AnalysisOptions
  private let scripts: Scripts
  private var sequence: EffectSequence
  private(set) var syntaxErrors: [Diagnostic] = []
  /// As `DataFlowProblem.faulty`.
  private var faulty: [String: Int] = [:]
  private var parsed: [Int: ParsedCell] = [:]
  private var effects: [Int: CellEffects] = [:]
  /// The cells whose effects have been found, in that order.
  private var analyzed: [Int] = []

  /// Parses the cells that are not skipped, and the files among `files` that these run.
  ///
  /// - Throws: what `options.askForExports` throws.
  init(
    _ notebook: Notebook, _ outline: Outline, _ files: SourceFiles,
    _ python: borrowing PythonInterpreter, _ options: AnalysisOptions = AnalysisOptions()
  ) throws {
    self.notebook = notebook
    self.outline = outline
    symbols = SymbolTable(python.vocabulary)
    for (cell, role) in outline.roles where role != .skip {
      switch CellParser.parse(notebook.cells[cell], python, symbols, kernel: notebook.kernel) {
      case .success(let parsedCell): parsed[cell] = parsedCell
      case .failure(let diagnostic):
        syntaxErrors.append(diagnostic)
        faulty.note(notebook.cells[cell].source.identifiers, in: cell)
      }
    }
    Self.findAutomagic(in: &parsed, of: notebook, python, symbols)
    var reader = ScriptReader(files: files, symbols: symbols)
    reader.read(for: parsed.values, python)
    scripts = reader.scripts
    self.options = try options.asked(about: parsed.values.map(\.tree), symbols)
    sequence = EffectSequence(
      options: self.options, symbols: symbols, scripts: scripts,
      collectsTransfers: outline.steps.count > 1)
  }

  /// Takes cells for magics that are Python too, such as `ls -l`, where no cell binds the name.
  private static func findAutomagic(
    in parsed: inout [Int: ParsedCell], of notebook: Notebook,
    _ python: borrowing PythonInterpreter, _ symbols: SymbolTable
  ) {
    var bound: Set<Symbol>?
    for (index, plain) in parsed where plain.transform == nil {
      guard let magic = CellParser.parseAsMagic(notebook.cells[index], python, symbols) else {
        continue
      }
      bound = bound ?? parsed.values.reduce(into: []) { $0.formUnion($1.scopes.boundGlobals) }
      if !bound!.contains(magic.name), !symbols.vocabulary.isBuiltin(magic.name) {
        parsed[index] = magic.cell
      }
    }
  }

  /// The effects of each cell, run after all cells above it.
  ///
  /// A pipeline runs its cells in another order; where the two agree, so do the effects.
  func effectsInNotebookOrder() -> [Int: CellEffects] {
    let cells = outline.roles.map(\.cell).filter { parsed[$0] != nil }
    if cells == analyzed { return effects }
    var sequence = EffectSequence(
      options: options, symbols: symbols, scripts: scripts, collectsTransfers: false)
    var effects = cells.reduce(into: [:]) { effects, cell in
      effects[cell] = sequence.analyze(parsed[cell]!, of: notebook)
    }
    WrittenModules(effects.values).addReads(to: &effects, needs)
    return effects
  }

  /// Where names stand for variables of the notebook, by cell.
  var nameUses: [Int: [NameUse]] {
    parsed.reduce(into: [:]) { uses, entry in
      uses[entry.key] = entry.value.nameUses(in: notebook.cells[entry.key].source, symbols)
    }
  }

  mutating func analyze(_ python: borrowing PythonInterpreter) -> NotebookAnalysis {
    var diagnostics = syntaxErrors
    var parameterReader = ParameterReader(symbols: symbols)
    for cell in outline.cells(.parameters) {
      run(cell)
      guard let tree = parsed[cell]?.tree else { continue }
      parameterReader.read(
        tree, cell: cell, isInjected: outline.injectedParameters.contains(cell))
    }
    diagnostics += parameterReader.diagnostics
    let parameters = Set(parameterReader.parameters.map(\.name))
    for cell in outline.cells(.parameters) {
      let bound = (effects[cell]?.names ?? [:]).filter { $0.value.exits.contains(.bound) }.keys
      faulty.note(bound.filter { !parameters.contains($0) }, in: cell)
    }
    let prelude = outline.cells(.imports) + outline.cells(.functions)
    for cell in prelude { run(cell) }
    for (cell, role) in outline.roles {
      switch role {
      case .steps, .metrics, .untagged: run(cell)
      case .imports, .functions, .parameters, .skip: break
      }
    }
    let needs = self.needs
    WrittenModules(effects.values).addReads(to: &effects, needs)
    let steps = outline.steps.isEmpty ? [wholeNotebook] : outline.steps
    let graph = StepGraph(
      after: steps.map { step in
        step.after.compactMap { name in steps.firstIndex { $0.name == name } }
      })
    let stepEffects = steps.map { step in StepEffects(composed(step.cells)) }
    var problem = DataFlowProblem(
      steps: steps, effects: stepEffects, graph: graph, prelude: StepEffects(composed(prelude)),
      parameters: parameters, skipped: skippedNames(python), faulty: faulty,
      builtins: Set(symbols.vocabulary.builtins.map(symbols.name)))
    var (metrics, metricsDiagnostics) = MetricsPlan.make(
      cells: outline.cells(.metrics), effects: effects, problem)
    if !metrics.names.isEmpty {
      metrics.separate(
        ClassificationFinder(parsed, sources: { notebook.cells[$0].source }, symbols),
        cells: steps.map(\.cells))
    }
    diagnostics += metricsDiagnostics
    for (step, cells) in metrics.hosted {
      problem.effects[step] = StepEffects(composed(steps[step].cells + cells))
    }
    return NotebookAnalysis(
      symbols: symbols, parsed: parsed, needs: needs, effects: effects,
      parameters: parameterReader.parameters, problem: problem,
      metrics: metrics, diagnostics: diagnostics)
  }

  private var needs: [Int: CellNeeds] {
    parsed.mapValues { cell in
      CellNeeds(cell, source: notebook.cells[cell.index].source, scripts: scripts, symbols)
    }
  }

  /// A notebook without tags of ours is looked at as one step.
  private var wholeNotebook: Step {
    Step(name: "notebook", cells: outline.cells(.untagged))
  }

  private func composed(_ cells: [Int]) -> [(cell: Int, effects: CellEffects)] {
    cells.compactMap { cell in effects[cell].map { (cell, $0) } }
  }

  private mutating func run(_ index: Int) {
    guard let cell = parsed[index] else { return }
    effects[index] = sequence.analyze(cell, of: notebook)
    analyzed.append(index)
  }

  /// The names that skipped cells bind, with the first cell that does.
  private func skippedNames(_ python: borrowing PythonInterpreter) -> [String: Int] {
    var names: [String: Int] = [:]
    for index in outline.cells(.skip) {
      guard case .success(let cell) = CellParser.parse(notebook.cells[index], python, symbols)
      else {
        continue
      }
      for name in cell.scopes.scopes[0].locals {
        names[symbols.name(name)] = names[symbols.name(name)] ?? index
      }
    }
    return names
  }
}

extension AnalysisOptions {
  /// The options with what the interpreter says of the modules that `trees` import with `*`.
  fileprivate func asked(about trees: [SyntaxTree], _ symbols: SymbolTable) throws -> Self {
    guard let askForExports else { return self }
    let modules = Set(trees.flatMap { $0.starImportedModules(symbols) })
    guard !modules.isEmpty else { return self }
    var options = self
    options.starImports.add(try askForExports(modules.sorted()))
    return options
  }
}

extension [String: Int] {
  /// Keeps the first cell of each name.
  fileprivate mutating func note(_ names: some Sequence<String>, in cell: Int) {
    for name in names { self[name] = Swift.min(self[name] ?? cell, cell) }
  }
}

extension String {
  /// The words in it that can be names, in code or not.
  fileprivate var identifiers: Set<String> {
    Set(split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
  }
}

extension SyntaxTree {
  /// The modules of `from MODULE import *`, relative ones left out.
  fileprivate func starImportedModules(_ symbols: SymbolTable) -> [String] {
    var modules: [String] = []
    var pending = [root]
    while let node = pending.popLast() {
      forEachChild(of: node) { pending.append($0) }
      guard kind(node) == .importFrom, self[node, Field.ImportFrom.level] == 0,
        let module = self[node, Field.ImportFrom.module],
        let alias = self[node, Field.ImportFrom.names].first ?? nil,
        self[alias, Field.Alias.name].map(symbols.name) == "*"
      else { continue }
      modules.append(symbols.name(module))
    }
    return modules
  }
}

/// What is known of a notebook before it becomes a pipeline.
struct NotebookAnalysis {
  var symbols: SymbolTable
  var parsed: [Int: ParsedCell]
  var needs: [Int: CellNeeds]
  var effects: [Int: CellEffects]
  var parameters: [PipelineParameter]
  var problem: DataFlowProblem
  var metrics: MetricsPlan
  var diagnostics: [Diagnostic]
}
