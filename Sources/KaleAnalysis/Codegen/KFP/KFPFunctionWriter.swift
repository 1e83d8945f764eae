/// Writes the Python functions of a pipeline.
struct KFPFunctionWriter {
  let pipeline: Pipeline
  let naming: KFPNaming

  var hasPrelude: Bool { !pipeline.prelude.isEmpty }

  /// The text of the runtime as a function, and the runtime as a module.
  func runtimeFunctions(_ runtime: StepRuntime) -> [KFPFunctions.Function] {
    let script = PythonLiteral.inDocstring(KFPScript.fileName(for: pipeline))
    let source = """
      def kale_runtime_source():
          \"""The code that takes a step's inputs, runs its cells and saves its outputs.

          It is shipped with every component, so that the steps need no package of kale's. It is
          packed, as Kubernetes limits the size of a pipeline; this prints it:

              python \(script) --show-runtime
          \"""
          import base64
          import zlib

          return zlib.decompress(base64.b64decode(\"""
      \(runtime.packed)\""")).decode()
      """
    let module = """
      def kale_runtime():
          \"""The code of kale_runtime_source, as a module.\"""
          import sys
          import types

          if "kale_runtime" not in sys.modules:
              module = types.ModuleType("kale_runtime")
              sys.modules["kale_runtime"] = module
              exec(compile(kale_runtime_source(), "<kale_runtime>", "exec"), module.__dict__)
          return sys.modules["kale_runtime"]
      """
    return [
      KFPFunctions.Function(name: "kale_runtime_source", source: source),
      KFPFunctions.Function(name: "kale_runtime", source: module),
    ]
  }

  func bundleFunction(_ bundle: SourceBundle, name: String) -> String {
    let (what, method) =
      bundle.purpose == .module ? ("the module", "module_file") : ("the script", "script")
    let title = PythonLiteral.inDocstring(bundle.name)
    var lines = [
      "def \(name)(step):",
      "    \"\"\"Hands \(what) \(title) to a step, from beside the notebook.\"\"\"",
    ]
    for file in bundle.files {
      let source = argument(PythonLiteral.block(file.text), indent: 8, closing: 4)
      lines.append("    step.\(method)(\(PythonLiteral.string(file.path)), \(source))")
    }
    return lines.joined(separator: "\n")
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
  private func argument(_ literals: [String], indent: Int, closing: Int) -> String {
    guard literals.count > 1 else { return literals[0] }
    let margin = String(repeating: " ", count: indent)
    return "(\n" + literals.map { margin + $0 }.joined(separator: "\n") + "\n"
      + String(repeating: " ", count: closing) + ")"
  }
}
