import FoundationEssentials
import KaleAnalysis

/// The interpreter of steps, found and looked over.
enum StepPython {
  /// - Parameter directory: absolute path of the notebook's folder.
  static func find(choice: String?, directory: String) throws(CommandFailure) -> String {
    let python = try locate(choice: choice, directory: directory)
    try require(
      "cloudpickle", or: "joblib.externals.cloudpickle", of: python,
      for: "to hand values from step to step")
    return python
  }

  static func locate(choice: String?, directory: String) throws(CommandFailure) -> String {
    do {
      return try PythonExecutable.find(
        choice: choice, directory: directory,
        currentDirectory: FileManager.default.currentDirectoryPath)
    } catch {
      switch error {
      case .notExecutable(let path):
        throw .usage("--python \(path): no such program")
      case .notFound:
        throw .usage("there is no python3 in PATH\nName an interpreter with --python.")
      }
    }
  }

  /// Makes sure that a module is installed, or the one that can stand in for it. Imports neither.
  static func require(
    _ module: String, or other: String? = nil, of python: String, for purpose: String
  ) throws(CommandFailure) {
    let ending: ChildProcess.Ending
    do {
      let process = try ChildProcess(
        program: python, arguments: ["-c", search, module] + [other].compactMap(\.self),
        environment: ProcessInfo.processInfo.environment, output: "/dev/null", errors: "/dev/null")
      ending = process.waitForEnding()
    } catch {
      throw .usage("can't start \(python): \(error.message)")
    }
    if ending != .exited(0) {
      throw .usage(
        "\(python) lacks \(module), which is needed \(purpose)\n"
          + "Install it (\(ShellWord.quoted(python)) -m pip install \(module)), or name another"
          + " interpreter with --python.")
    }
  }

  /// Exits with 0 if one of the modules of its arguments is there.
  private static let search = """
    import importlib.util, sys
    def is_there(module):
        try:
            return importlib.util.find_spec(module) is not None
        except ImportError:
            return False
    sys.exit(not any(map(is_there, sys.argv[1:])))
    """
}
