import FoundationEssentials
import Glibc

/// Asks an interpreter what modules export to `from MODULE import *`, which imports them.
enum ModuleExports {
  /// Seconds after which the interpreter is stopped.
  static let patience = 120.0

  /// - Parameters:
  ///   - python: absolute path of the interpreter.
  ///   - directory: the notebook's folder, where modules of the user's own are.
  /// - Returns: for each module, the dotted paths of its names, by name. One that can't be imported is
  ///   left out, and told on the standard error.
  static func ask(_ python: String, for modules: [String], directory: String)
    throws(CommandFailure) -> [String: [String: String]]
  {
    let folder = FileManager.default.temporaryDirectory
    let output = folder.appending(path: "kale-exports-\(UUID().uuidString).json").path
    defer { unlink(output) }
    let ending = try run(python, [output, directory] + modules)
    guard case .exited(0) = ending,
      let data = try? Data(contentsOf: URL(filePath: output)),
      let answers = try? JSONDecoder().decode([String: Answer].self, from: data)
    else {
      throw .usage("--resolve-imports: \(python) gave no answer\nName another with --python.")
    }
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

  private static func run(_ python: String, _ arguments: [String]) throws(CommandFailure)
    -> ChildProcess.Ending
  {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        program: python, arguments: ["-c", script] + arguments,
        environment: ProcessInfo.processInfo.environment, output: "/dev/null", errors: "/dev/null")
    } catch {
      throw .usage("can't start \(python): \(error.message)")
    }
    for _ in 0..<Int(patience * 100) {
      if let ending = process.ending() { return ending }
      usleep(10_000)
    }
    process.signalGroup(SIGKILL)
    _ = process.waitForEnding()
    throw .usage(
      "--resolve-imports: importing \(arguments.dropFirst(2).joined(separator: ", ")) with \(python)"
        + " takes longer than \(Int(patience)) seconds")
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
