import FoundationEssentials
import Glibc

/// Python that looks into a run, with the terminal of this process.
enum RunInspector {
  /// Goes on as the interpreter: returns only where it can't be started.
  ///
  /// - Parameters:
  ///   - action: `show` a variable, or open a `shell`.
  ///   - directory: absolute path of the run directory.
  ///   - waits: whether to come back when the interpreter ends, whose status is then that of
  ///     `ExitCode`; for what has to be done afterwards.
  static func start(
    _ action: String, python: String, directory: String, step: String, variable: String? = nil,
    waits: Bool = false
  ) throws(CommandFailure) {
    let source = String(decoding: PackageResources.run_inspector_py, as: UTF8.self)
    let arguments =
      [python, "-c", source, action, directory, step] + [variable].compactMap(\.self)
    let list = arguments.map { strdup($0) } + [nil]
    if waits {
      try wait(for: python, list)
      return
    }
    execv(python, list)
    throw .usage("can't start \(python): \(String(cString: strerror(errno)))")
  }

  private static func wait(
    for python: String, _ arguments: [UnsafeMutablePointer<CChar>?]
  ) throws(CommandFailure) {
    // Ctrl-C is for the prompt.
    signal(SIGINT, SIG_IGN)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var id: pid_t = 0
    let code = posix_spawn(&id, python, nil, &attributes, arguments, environ)
    if code != 0 { throw .usage("can't start \(python): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    if status != 0 { throw CommandFailure.usage("the prompt ended with status \(status)") }
  }
}
