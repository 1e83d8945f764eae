import ArgumentParser
import FoundationEssentials
import KaleAnalysis

/// Options about what the analysis knows beforehand.
struct AnalysisArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What finds the effects of cells: cpython, or heuristic, which guesses from tokens.",
      valueName: "name"))
  var analyzer: Analyzer?

  @Option(
    help: ArgumentHelp(
      "Table of what library calls do, beside kale's own; may be repeated (docs/knowledge.md).",
      valueName: "file"))
  var knowledge: [String] = []

  @Flag(
    name: [.customLong("resolve-imports"), .customLong("resolve_imports")],
    inversion: .prefixedNo,
    help: "Ask the interpreter what 'from MODULE import *' binds: it imports the modules.")
  var resolveImports: Bool?

  @OptionGroup var configuration: ConfigurationArguments

  /// - Parameters:
  ///   - configured: what counts where the options don't say.
  ///   - python: the user's choice of an interpreter.
  ///   - directory: absolute path of the notebook's folder.
  ///   - readsPackages: whether to see which packages provide what the notebook imports.
  func options(
    _ configured: NotebookConfiguration, python: String?, directory: String,
    readsPackages: Bool = false
  ) throws(CommandFailure) -> AnalysisOptions {
    var options = AnalysisOptions()
    options.analyzer = analyzer ?? configured.analyzer ?? .exact
    for path in tables(configured) {
      try Self.add(path, to: &options.knowledge)
    }
    if resolveImports ?? configured.resolveImports ?? false {
      let python = try StepPython.locate(choice: python, directory: directory)
      options.askForExports = { modules in
        try ModuleExports.ask(python, for: modules, directory: directory)
      }
    }
    if readsPackages {
      options.alwaysAsksForPackages = python != nil
      options.askForPackages = { modules, distributions in
        let python = try StepPython.locate(choice: python, directory: directory)
        return try PackageMetadata.ask(python, modules: modules, distributions: distributions)
      }
    }
    return options
  }

  /// The tables of knowledge beside kale's own.
  func tables(_ configured: NotebookConfiguration) -> [String] {
    knowledge.isEmpty ? configured.knowledge : knowledge
  }

  private static func add(_ path: String, to knowledge: inout Knowledge) throws(CommandFailure) {
    let table: String
    do {
      table = try String(contentsOf: URL(filePath: absolutePath(path)), encoding: .utf8)
    } catch {
      let exists = FileManager.default.fileExists(atPath: absolutePath(path))
      throw .usage("--knowledge \(path): \(exists ? "can't be read as text" : "no such file")")
    }
    do {
      try knowledge.add(table: table)
    } catch {
      throw .usage(
        "\(path):\(error.line): \(error.message)\ndocs/knowledge.md describes the format.")
    }
  }
}

extension Analyzer: ExpressibleByArgument {}

/// The interpreter of commands that run nothing else with it.
struct PythonOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Interpreter of the notebook, for its packages and --resolve-imports (default: .venv/bin/python near the notebook, else python3).",
      valueName: "path"))
  var python: String?

  func validate() throws {}
}
