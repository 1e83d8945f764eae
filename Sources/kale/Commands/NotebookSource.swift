import ArgumentParser
import FoundationEssentials
import Glibc
import KaleAnalysis

/// A notebook that a command works on: compiles it and shows what is wrong with it.
struct NotebookSource {
  let path: String
  let overrides: SettingsOverrides
  let analysis: AnalysisArguments
  /// The user's choice of an interpreter.
  let python: String?
  /// Whether the metadata of the interpreter's packages are looked at, where they matter.
  var readsPackages = false
  /// What to tell, in place of what the configuration says.
  var select: [String] = []
  var ignore: [String] = []
  /// Whether errors that the user does not want to be told are left out, too. A command that can't go on for
  /// them has to tell.
  var leavesOutErrors = false
  /// Is told of each file and folder beside the notebook before it is looked at.
  var willRead: @Sendable (String) -> Void = { _ in }

  /// The compilation, with the warnings of the KFP script where there is a pipeline.
  func compile(
    includesCellEffects: Bool = false, includesNameUses: Bool = false
  ) throws -> CompilationResult {
    try compiled { options in
      try NotebookCompiler.compile(
        path: path, files: .beside(path, willRead: willRead), overrides: completed(overrides),
        options: options, includesCellEffects: includesCellEffects,
        includesNameUses: includesNameUses)
    }.result
  }

  /// The same of the notebook with other tags than its file has.
  func compile(
    _ notebook: Notebook, includesCellEffects: Bool = false
  ) throws -> CompilationResult {
    try compiled { options in
      try NotebookCompiler.compile(
        notebook, files: .beside(path), overrides: completed(overrides), options: options,
        includesCellEffects: includesCellEffects)
    }.result
  }

  /// Steps for the notebook. What keeps the file from being read is among the problems.
  func propose() throws -> TagProposal {
    try analyzing { options in
      try NotebookTagger.propose(path: path, overrides: completed(overrides), options: options)
    }
  }

  private func configured() throws(CommandFailure) -> NotebookConfiguration {
    try analysis.configuration.settings(for: path)
  }

  /// The interpreter that the user has chosen, or the configuration; nil for neither.
  func chosenPython() throws(CommandFailure) -> String? {
    if let python { return python }
    return try configured().python
  }

  private func completed(_ overrides: SettingsOverrides) throws(CommandFailure) -> SettingsOverrides
  {
    let configured = try configured()
    var overrides = overrides
    overrides.defaultExperiment = configured.experimentName
    overrides.defaultBaseImage = configured.dockerImage
    return overrides
  }

  private func analyzing<Result>(_ work: (AnalysisOptions) throws -> Result) throws -> Result {
    let configured = try configured()
    let options = try analysis.options(
      configured, python: python ?? configured.python, directory: directory,
      readsPackages: readsPackages)
    do {
      return try work(options)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure.internal("can't analyze \(path): \(error)")
    }
  }

  private func compiled(
    _ compile: (AnalysisOptions) throws -> CompilationResult
  ) throws -> (result: CompilationResult, kfp: KFPPipeline?) {
    var result = try analyzing(compile)
    let kfp = result.pipeline.map { KFPPipeline($0) }
    if let kfp {
      result.diagnostics += kfp.diagnostics
      result.diagnostics.sort(by: Diagnostic.isInReadingOrder)
    }
    result.diagnostics = try wanted(result.diagnostics, of: result.notebook)
    return (result, kfp)
  }

  /// What is left when comments in the cells and the user's selection are heeded.
  private func wanted(
    _ diagnostics: [Diagnostic], of notebook: Notebook?
  ) throws(CommandFailure) -> [Diagnostic] {
    let configured = try configured()
    let selection: DiagnosticSelection
    do {
      selection = try DiagnosticSelection(
        select: select.isEmpty ? configured.select : select,
        ignore: ignore.isEmpty ? configured.ignore : ignore)
    } catch {
      throw .usage(error.message + "\nSee what there is: kale explain")
    }
    let told = notebook.map {
      IgnoreComments($0).applied(to: diagnostics, keepsErrors: !leavesOutErrors)
    }
    return (told ?? diagnostics).filter {
      selection.contains($0.id) || ($0.severity == .error && !leavesOutErrors)
    }
  }

  /// The pipeline, after its diagnostics have gone to the standard error.
  ///
  /// - Throws: exit code 1 when one of them is an error, 64 when there is no such file.
  func pipeline() throws -> Pipeline {
    try pipeline(of: compile())
  }

  /// The same in KFP's terms.
  func kfpPipeline() throws -> KFPPipeline {
    let (result, kfp) = try compiled { options in
      try NotebookCompiler.compile(
        path: path, overrides: completed(overrides), options: options)
    }
    let pipeline = try pipeline(of: result)
    return kfp ?? KFPPipeline(pipeline)
  }

  /// The same of a compilation that was made before.
  func pipeline(of result: CompilationResult) throws -> Pipeline {
    show(result)
    guard let pipeline = result.pipeline, !result.hasErrors else {
      if result.diagnostics.count > 1 {
        Console.error("kale: \(DiagnosticCounts(result.diagnostics).summary) in \(path)")
      }
      throw Self.exitCode(of: result)
    }
    return pipeline
  }

  /// A path that leads to no file is a mistake in the call, all else one in the notebook.
  static func exitCode(of result: CompilationResult) -> ExitCode {
    exitCode(of: result.diagnostics)
  }

  static func exitCode(of diagnostics: [Diagnostic]) -> ExitCode {
    let isMistakenPath = diagnostics.contains {
      ["notebook-not-found", "notebook-is-directory", "notebook-unreadable"].contains($0.id)
    }
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return isMistakenPath ? .usage : hasErrors ? .notebookErrors : .success
  }

  func show(_ result: CompilationResult) { show(result.diagnostics, of: result.notebook) }

  func show(_ diagnostics: [Diagnostic], of notebook: Notebook?) {
    guard !diagnostics.isEmpty else { return }
    var renderer = notebook.map(DiagnosticRenderer.init) ?? DiagnosticRenderer(path: path)
    let terminal = Terminal(descriptor: STDERR_FILENO)
    renderer.columns = terminal.columns
    renderer.isColored = terminal.isColored
    Console.error(renderer.render(diagnostics))
  }

  /// Absolute path of the folder that holds the notebook.
  var directory: String {
    let folder = URL(filePath: absolutePath(path)).deletingLastPathComponent().standardizedFileURL
      .path
    return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }
}

/// The path from the root; a relative one starts at the current folder.
func absolutePath(_ path: String) -> String {
  path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
}
