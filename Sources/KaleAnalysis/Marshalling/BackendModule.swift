/// Python code of the user's that registers how values of some types are saved.
public struct BackendModule: Sendable, Hashable {
  /// The name under which every step has it as a module.
  public var name: String
  public var source: String

  public init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  /// Reads the files that the notebook's metadata names; a diagnostic for each that can't be a module.
  static func read(_ paths: [String], from files: SourceFiles) -> ([BackendModule], [Diagnostic]) {
    var modules: [BackendModule] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let name = file.hasSuffix(".py") ? String(file.dropLast(3)) : ""
      if name.isEmpty || PythonNames.identifier(name, otherwise: "") != name {
        diagnostics.append(
          problem(
            "`\(path)` is no Python module",
            fix: "name a file such as my_backends.py beside the notebook"))
      } else if let contents = files.contents(path) {
        modules.append(BackendModule(name: name, source: String(decoding: contents, as: UTF8.self)))
      } else {
        diagnostics.append(
          problem(
            "the file `\(path)` can't be read",
            fix: "give its path from the notebook's folder, or take it out of `backends`"))
      }
    }
    return (modules, diagnostics)
  }

  private static func problem(_ message: String, fix: String) -> Diagnostic {
    Diagnostic(
      "invalid-backends", .error, "`backends` in the notebook's metadata: \(message)", fix: fix)
  }
}
