import Glibc

/// Starts a run on a KFP server by way of a generated script and the kfp SDK.
struct Submission {
  private let python: String
  private let options: [String]

  /// Makes sure that there is a Python with kfp.
  ///
  /// - Parameters:
  ///   - host: the server, with or without `http://`; nil for the one that kfp finds by itself.
  ///   - directory: absolute path of the notebook's folder.
  init(
    host: String?, experiment: String?, python: String?, directory: String
  ) throws(CommandFailure) {
    self.python = try StepPython.locate(choice: python, directory: directory)
    try StepPython.require("kfp", of: self.python, for: "to start a run on a server")
    var options = ["--run"]
    if let host { options += ["--host", host.contains("://") ? host : "http://\(host)"] }
    if let experiment { options += ["--experiment", experiment] }
    self.options = options
  }

  /// The program and its arguments.
  func command(script: String) -> [String] {
    [python, script] + options
  }

  /// Becomes the process of the command; its exit code is ours.
  static func become(_ command: [String]) throws -> Never {
    let arguments = command.map { strdup($0) } + [nil]
    execv(command[0], arguments)
    throw CommandFailure.internal("can't start \(command[0]): \(String(cString: strerror(errno)))")
  }
}
