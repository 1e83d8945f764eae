import ArgumentParser

/// What ends a command before its time: a message of a line or two, and an exit code.
struct CommandFailure: Error {
  var message: String
  var code: ExitCode

  /// The command was called in a way that can't work.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: .usage)
  }

  /// Something failed that is neither the call's nor the notebook's fault.
  static func `internal`(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: ExitCode(70))
  }
}

extension ExitCode {
  /// The notebook has errors, or a step failed.
  static let notebookErrors = ExitCode(1)
  /// The command can't be called like this.
  static let usage = ExitCode(64)
}
