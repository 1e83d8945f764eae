extension KFPScriptEmitter {
  /// For each bundle of files a function that hands them to a step.
  func bundleFunctions() -> [(name: String, text: String)] {
    pipeline.bundles.compactMap { bundle in
      guard let name = naming.bundles[bundle.name] else { return nil }
      let what = bundle.purpose == .module ? "the module" : "the script"
      var lines = [
        "def \(name)(step):",
        "    \"\"\"Hands \(what) \(inDocstring(bundle.name)) to a step, from beside the notebook.\"\"\"",
      ]
      let method = bundle.purpose == .module ? "module_file" : "script"
      for file in bundle.files {
        let source = argument(PythonLiteral.block(file.text), indent: 8, closing: 4)
        lines.append("    step.\(method)(\(PythonLiteral.string(file.path)), \(source))")
      }
      return (name, lines.joined(separator: "\n"))
    }
  }
}
