/// Writes the Python functions of a pipeline.
struct KFPFunctionWriter {
  let pipeline: Pipeline
  let naming: KFPNaming

  var hasPrelude: Bool { !pipeline.prelude.isEmpty }

  func runtimeFunction(_ runtime: String) -> String {
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
