/// The pipeline as a Python script in the KFP v2 DSL, for people to read, run and keep.
///
/// The script compiles itself or starts a run on a server. It needs the kfp SDK and nothing of kale's:
/// the step runtime travels in it, as a function that is shipped with every component.
public struct KFPScript: Sendable {
  public let text: String
  /// Warnings about what KFP can't carry.
  public let diagnostics: [Diagnostic]

  /// The oldest kfp that has all that the script uses.
  static let minimumVersion = "2.15"
  static let defaultImage = "python:3.11"

  /// - Parameter runtime: source of the Python step runtime.
  public init(_ pipeline: Pipeline, runtime: String = StepRuntime.source) {
    let emitter = KFPScriptEmitter(pipeline: pipeline, runtime: runtime)
    let functions = emitter.components()
    let runtimeFunction = emitter.runtimeFunction()
    let shared =
      [runtimeFunction] + emitter.bundleFunctions().map(\.text)
      + [emitter.backendsFunction(), emitter.preludeFunction()].compactMap(\.self)
    // What stands above the code of the notebook; its length does not depend on the number in it.
    let above = [emitter.header(codeBegins: 0), emitter.constants(), runtimeFunction]
    let codeBegins = above.reduce(1) { $0 + $1.utf8.count(where: { $0 == 0x0A }) + 3 }
    var sections = [emitter.header(codeBegins: codeBegins), emitter.constants()] + shared
    if emitter.hasNestedParameters { sections.append(KFPScriptEmitter.typedFunction) }
    sections += functions
    if emitter.takesSnapshot { sections.append(KFPScriptEmitter.snapshotComponent) }
    sections.append(emitter.pipelineFunction())
    sections.append(emitter.mainFunction())
    text = sections.joined(separator: "\n\n\n") + "\n"
    diagnostics = emitter.diagnostics(components: functions)
  }

  /// The name of the file: `<pipeline name>.kfp.py`.
  public static func fileName(for pipeline: Pipeline) -> String {
    pipeline.settings.name + ".kfp.py"
  }
}

/// Writes the parts of a script; each function gives the lines of one part without blank lines around.
struct KFPScriptEmitter {
  let pipeline: Pipeline
  let runtime: String
  let naming: KFPNaming

  init(pipeline: Pipeline, runtime: String) {
    self.pipeline = pipeline
    self.runtime = runtime
    naming = KFPNaming(pipeline)
  }

  var hasPrelude: Bool { !pipeline.prelude.isEmpty }

  /// Whether a parameter is a list or a dictionary.
  var hasNestedParameters: Bool { pipeline.parameters.contains(where: \.isNested) }

  var takesSnapshot: Bool { pipeline.settings.volumes.contains { $0.snapshot != nil } }

  /// Whether the script needs the kfp-kubernetes package.
  var usesKubernetes: Bool {
    !pipeline.settings.volumes.isEmpty
      || pipeline.steps.contains { step in
        let configuration = step.configuration
        return !configuration.labels.isEmpty || !configuration.annotations.isEmpty
          || !configuration.secrets.isEmpty || configuration.timeoutSeconds != nil
      }
  }

  /// - Parameter codeBegins: the line, 1-based, in which the runtime has ended.
  func header(codeBegins: Int) -> String {
    let script = KFPScript.fileName(for: pipeline)
    let requirements =
      "'kfp>=\(KFPScript.minimumVersion)'" + (usesKubernetes ? " kfp-kubernetes" : "")
    let example = naming.parameters.first.map { " --param \($0.name)=..." } ?? ""
    var lines = [
      "\"\"\"\(inDocstring(pipeline.settings.name)): a Kubeflow pipeline,"
        + " made by kale from \(inDocstring(pipeline.notebookName))."
    ]
    if let description = pipeline.settings.description, !description.isEmpty {
      lines += ["", inDocstring(description)]
    }
    lines += [
      "",
      "    pip install \(requirements)",
      "    python \(script)    # compiles it to \(pipeline.settings.name).yaml",
      "    python \(script) --run --host http://localhost:8080\(example)",
      "",
      "Steps:",
    ]
    for step in pipeline.steps {
      let after = step.after.isEmpty ? "" : " (after \(step.after.joined(separator: ", ")))"
      lines.append("    \(step.name)\(after)")
    }
    lines += [
      "",
      "The code of the notebook begins in line \(codeBegins), behind the runtime that every step carries.",
      "\"\"\"",
    ]
    var types: Set<String> = []
    for component in naming.components {
      if !component.inputs.isEmpty { types.insert("Input") }
      if !component.outputs.isEmpty || component.metrics != nil || component.page != nil {
        types.insert("Output")
      }
      if component.page != nil { types.insert("HTML") }
      if component.metrics != nil { types.insert("Metrics") }
      types.formUnion(component.inputs.map(\.type.rawValue))
      types.formUnion(component.outputs.map(\.output.artifactType.rawValue))
    }
    let annotations = Set(naming.parameters.compactMap { annotationImport($0.parameter) })
    if !annotations.isEmpty {
      lines.append("from typing import \(annotations.sorted().joined(separator: ", "))")
      lines.append("")
    }
    lines.append("from kfp import compiler, dsl" + (usesKubernetes ? ", kubernetes" : ""))
    if !types.isEmpty {
      lines.append("from kfp.dsl import \(types.sorted().joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  func constants() -> String {
    var lines = [
      "# The image that steps run in, and what pip installs into it for all of them.",
      "BASE_IMAGE = "
        + PythonLiteral.string(pipeline.settings.baseImage ?? KFPScript.defaultImage),
    ]
    let packages = pipeline.sharedRequirements
    lines +=
      packages.isEmpty
      ? ["PACKAGES = []"]
      : ["PACKAGES = ["] + packages.map { "    \(PythonLiteral.string($0))," } + ["]"]
    if pipeline.settings.volumes.contains(where: { $0.needsDefaultStorageClass }) {
      lines += [
        "# The storage class of new volumes for which the notebook names none.",
        "STORAGE_CLASS = \(PythonLiteral.string(Volume.defaultStorageClass))",
      ]
    }
    return lines.joined(separator: "\n")
  }

  func runtimeFunction() -> String {
    """
    def kale_runtime():
        \"""The code that takes a step's inputs, runs its cells and saves its outputs.

        It is shipped with every component, so that the steps need no package of kale's.
        \"""
        import sys
        import types

        if "kale_runtime" not in sys.modules:
            source = \(argument(PythonLiteral.block(runtime), indent: 12, closing: 8))
            module = types.ModuleType("kale_runtime")
            sys.modules["kale_runtime"] = module
            exec(compile(source, "<kale_runtime>", "exec"), module.__dict__)
        return sys.modules["kale_runtime"]
    """
  }

  func backendsFunction() -> String? {
    guard !pipeline.backends.isEmpty else { return nil }
    let lines = pipeline.backends.map { module in
      let source = argument(PythonLiteral.block(module.source), indent: 8, closing: 4)
      return "    step.backends(\(PythonLiteral.string(module.name)), \(source))"
    }
    return """
      def kale_backends(step):
          \"""How values of some types are saved.\"""
      \(lines.joined(separator: "\n"))
      """
  }

  func preludeFunction() -> String? {
    guard hasPrelude else { return nil }
    var lines = [
      "def kale_prelude(step):",
      "    \"\"\"The cells with which every step begins: imports, then functions.\"\"\"",
    ]
    for cell in pipeline.prelude {
      if lines.count > 2 { lines.append("") }
      lines += cellCall(cell)
    }
    return lines.joined(separator: "\n")
  }

  /// The lines that hand a cell to the runtime, in the body of a function.
  func cellCall(_ cell: CodeCell) -> [String] {
    let literals = PythonLiteral.block(cell.source)
    let options =
      (cell.kind == .step ? "" : ", kind=\"\(cell.kind.rawValue)\"")
      + (cell.usesIPython ? ", ipython=True" : "")
    let comments =
      ["    # cell \(cell.index)"]
      + cell.installs.map { "    step.installed(\(PythonLiteral.string($0)))" }
    if literals.count == 1 {
      return comments + ["    step.cell(\(cell.index), \(literals[0])\(options))"]
    }
    return comments + [
      "    step.cell(\(cell.index), (",
      literals.map { "        \($0)" }
        .joined(separator: "\n"), "    )\(options))",
    ]
  }

  /// Literals as one expression.
  func argument(_ literals: [String], indent: Int, closing: Int) -> String {
    guard literals.count > 1 else { return literals[0] }
    let margin = String(repeating: " ", count: indent)
    return "(\n" + literals.map { margin + $0 }.joined(separator: "\n") + "\n"
      + String(repeating: " ", count: closing) + ")"
  }

  /// The text on one line and harmless in a docstring.
  func inDocstring(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "/"
      case "\"": result += "'"
      default:
        result.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return result
  }
}

extension PipelineParameter {
  var isNested: Bool {
    switch defaultValue {
    case .list, .dictionary: true
    default: false
    }
  }
}

extension Volume {
  static let defaultStorageClass = "standard"

  /// CreatePVC can't leave the class to the cluster.
  var needsDefaultStorageClass: Bool { kind == .newClaim && storageClass == nil }
}
