/// Asks an interpreter what modules export to `from MODULE import *`, which imports them.
enum ModuleExports {
  /// - Parameters:
  ///   - python: absolute path of the interpreter.
  ///   - directory: the notebook's folder, where modules of the user's own are.
  /// - Returns: for each module, the dotted paths of its names, by name. One that can't be imported is
  ///   left out, and told on the standard error.
  static func ask(_ python: String, for modules: [String], directory: String)
    throws(CommandFailure) -> [String: [String: String]]
  {
    let question = PythonQuestion(
      option: "--resolve-imports", activity: "importing \(modules.joined(separator: ", "))",
      script: script)
    let answers = try question.ask(python, [directory] + modules, for: [String: Answer].self)
    for (module, answer) in answers.sorted(by: { $0.key < $1.key }) {
      guard let error = answer.error else { continue }
      Console.error(
        "kale: \(python) can't import \(module), so what its * binds stays unknown: \(error)")
    }
    return answers.compactMapValues(\.names)
  }

  private struct Answer: Decodable {
    var names: [String: String]?
    var error: String?
  }

  /// Writes the answers to the file of its first argument.
  private static let script = """
    import importlib, json, os, sys, types
    output, directory, *modules = sys.argv[1:]
    os.chdir(directory)
    sys.path[0] = directory
    def names(path):
        module = importlib.import_module(path)
        exported = getattr(module, "__all__", None)
        if exported is None:
            exported = [name for name in vars(module) if not name.startswith("_")]
        def origin(name):
            value = getattr(module, name)
            return value.__name__ if isinstance(value, types.ModuleType) else f"{path}.{name}"
        return {name: origin(name) for name in exported}
    answers = {}
    for path in modules:
        try:
            answers[path] = {"names": names(path)}
        except BaseException as error:
            answers[path] = {"error": f"{type(error).__name__}: {error}"}
    with open(output, "w") as file:
        json.dump(answers, file)
    """
}
