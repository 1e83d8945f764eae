/// Takes a notebook from its file to a pipeline.
///
/// The passes, in the order in which they run, each a function of what the ones before it have made:
/// decode (`NotebookReader`) → outline (`OutlineBuilder`) → parse (`CellParser`) → parameters
/// (`ParameterReader`) → effects (`Interpreter`) → data flow (`DataFlowSolver`) → packages
/// (`PackagePlanner`) → what does not cross from step to step: history of outputs (`HistoryDiagnoser`),
/// surroundings (`SurroundingsDiagnoser`), settings (`SettingsDiagnoser`), files (`FileFlowDiagnoser`) →
/// plan (`PipelinePlanner`). Each adds its diagnostics; the plan is made only when none is an error.
public enum NotebookCompiler {
  /// Compiles the notebook at `path`, with the files beside it that its code runs.
  ///
  /// - Parameters:
  ///   - files: those that its code runs; nil for the ones beside it.
  ///   - includesCellEffects: whether to find out what each cell does by itself, which no pipeline needs.
  ///   - includesNameUses: whether to find the places of names, which reports link.
  /// - Throws: `PythonStartError` when there is no Python to parse with, and what
  ///   `options.askForExports` throws.
  public static func compile(
    path: String, files: SourceFiles? = nil, overrides: SettingsOverrides = SettingsOverrides(),
    options: AnalysisOptions = AnalysisOptions(), includesCellEffects: Bool = false,
    includesNameUses: Bool = false
  ) throws -> CompilationResult {
    let notebook: Notebook
    do {
      notebook = try NotebookReader.read(path: path)
    } catch {
      return CompilationResult(notebook: nil, diagnostics: [error])
    }
    return try compile(
      notebook, files: files ?? .beside(path), overrides: overrides, options: options,
      includesCellEffects: includesCellEffects, includesNameUses: includesNameUses)
  }

  /// - Parameter files: where the files are that the notebook's code runs.
  public static func compile(
    _ notebook: Notebook, files: SourceFiles = .none,
    overrides: SettingsOverrides = SettingsOverrides(),
    options: AnalysisOptions = AnalysisOptions(), includesCellEffects: Bool = false,
    includesNameUses: Bool = false
  ) throws -> CompilationResult {
    try PythonRuntime.shared.run { python in
      var result = CompilationResult(notebook: notebook, analyzer: options.analyzer)
      let (outline, diagnostics) = OutlineBuilder.build(notebook, overrides: overrides)
      result.outline = outline
      result.diagnostics = KernelDiagnoser(kernel: notebook.kernel).diagnose() + diagnostics
      var analyzer = try NotebookAnalyzer(notebook, outline, files, python, options)
      if includesNameUses { result.nameUses = analyzer.nameUses }
      guard !outline.hasCollidingNames else {
        if includesCellEffects { result.cellEffects = analyzer.effectsInNotebookOrder() }
        result.diagnostics += analyzer.syntaxErrors
        result.diagnostics = Diagnostic.inReadingOrder(result.diagnostics)
        return result
      }
      if outline.steps.isEmpty { result.diagnostics.append(noSteps(notebook)) }

      let analysis = analyzer.analyze(python)
      if includesCellEffects { result.cellEffects = analyzer.effectsInNotebookOrder() }
      let problem = analysis.problem
      result.builtins = problem.builtins
      let (flow, flowDiagnostics) = DataFlowSolver.solve(problem)
      let (backends, backendDiagnostics) = BackendModule.read(
        outline.settings.backends, from: files)
      let packages = try PackagePlanner(
        outline: outline, analysis: analysis, flow: flow, backends: backends, files: files,
        standardLibrary: StandardLibrary.modules(python), options: options
      ).plan(python)
      let fileFlow = FileFlowDiagnoser(
        problem: problem, flow: flow, volumes: outline.settings.volumes,
        shipped: packages.shippedScripts)
      result.diagnostics +=
        analysis.diagnostics + flowDiagnostics
        + HistoryDiagnoser(analysis, notebook).diagnose()
        + SurroundingsDiagnoser(effects: analysis.effects).diagnose()
        + SettingsDiagnoser(analysis, notebook).diagnose() + fileFlow.diagnose()
        + backendDiagnostics
        + packages.diagnostics
      let planner = PipelinePlanner(
        notebook: notebook, outline: outline, analysis: analysis, flow: flow, backends: backends,
        packages: packages)
      result.diagnostics = Diagnostic.inReadingOrder(result.diagnostics)
      result.steps = planner.steps
      result.cells = planner.cells
      if !result.hasErrors { result.pipeline = planner.plan() }
      return result
    }
  }

  private static func noSteps(_ notebook: Notebook) -> Diagnostic {
    let hasCode = notebook.cells.contains { $0.kind == .code && !$0.source.isBlank }
    return Diagnostic(
      "no-steps", .error,
      hasCode
        ? "no cell has a 'block:' tag, so there is no pipeline to make"
        : "the notebook has no code, so there is no pipeline to make",
      fix: hasCode
        ? "let kale propose steps (kale tag NOTEBOOK), or tag the first cell of each step with "
          + "block:NAME, and what it depends on with prev:OTHER"
        : nil)
  }
}

/// What a compilation has found out.
public struct CompilationResult: Sendable {
  /// nil when the file could not be read.
  public var notebook: Notebook?
  /// nil when the file could not be read.
  public var outline: Outline?
  /// The steps in the order of the outline, as far as errors let them be planned.
  public var steps: [PipelineStep] = []
  /// The code cells that are not skipped, in notebook order, as far as they parse.
  public var cells: [CodeCell] = []
  /// nil when a diagnostic is an error.
  public var pipeline: Pipeline?
  /// In reading order.
  public var diagnostics: [Diagnostic] = []
  /// What has found the effects of cells.
  public var analyzer = Analyzer.exact
  /// The names that are there without being bound, of the linked Python and of kernels.
  public var builtins: Set<String> = []
  /// By index of the cell, where they were asked for: each run after all cells above it, skipped ones
  /// left out.
  public var cellEffects: [Int: CellEffects] = [:]

  /// By index of the cell, where they were asked for.
  public var nameUses: [Int: [NameUse]] = [:]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
