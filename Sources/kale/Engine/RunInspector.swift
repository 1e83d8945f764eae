import FoundationEssentials
import Glibc

/// Python that looks into a run, with the terminal of this process.
enum RunInspector {
  /// Goes on as the interpreter: returns only where it can't be started.
  ///
  /// - Parameters:
  ///   - action: `show` a variable, or open a `shell`.
  ///   - directory: absolute path of the run directory.
  static func start(
    _ action: String, python: String, directory: String, step: String, variable: String? = nil
  ) throws(CommandFailure) {
    let source = String(decoding: PackageResources.run_inspector_py, as: UTF8.self)
    let arguments =
      [python, "-c", source, action, directory, step] + [variable].compactMap(\.self)
    let list = arguments.map { strdup($0) } + [nil]
    execv(python, list)
    throw .usage("can't start \(python): \(String(cString: strerror(errno)))")
  }
}
