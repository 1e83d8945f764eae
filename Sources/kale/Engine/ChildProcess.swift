import FoundationEssentials
import Glibc

/// A child process that leads a process group of its own, with its output in files.
struct ChildProcess: Sendable {
  /// How a process ended.
  enum Ending: Sendable, Hashable {
    case exited(Int32)
    case killed(signal: Int32)

    /// - Parameter waitStatus: what `waitpid` has stored.
    init(waitStatus: Int32) {
      let signal = waitStatus & 0x7F
      self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .killed(signal: signal)
    }
  }

  /// `errno` of a process that couldn't be started.
  struct StartError: Error {
    var code: Int32
    var message: String { String(cString: strerror(code)) }
  }

  let id: pid_t

  /// Starts a program. Its standard input is empty; it inherits no signal handling.
  ///
  /// - Parameters:
  ///   - program: path of the executable, not looked up in PATH.
  ///   - environment: all of it, nothing is inherited.
  ///   - output: file that standard output is appended to; likewise `errors`.
  ///   - descriptors: what it gets beside the standard streams: number 3 and upwards. They must
  ///     themselves be above that.
  init(
    program: String, arguments: [String], environment: [String: String], output: String,
    errors: String, descriptors: [Int32] = []
  ) throws(StartError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let append = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, append, 0o644)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, append, 0o644)
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDERR_FILENO + 1 + Int32(number))
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let argumentList = ([program] + arguments).map { strdup($0) } + [nil]
    let environmentList = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argumentList + environmentList { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, program, &actions, &attributes, argumentList, environmentList)
    guard code == 0 else { throw StartError(code: code) }
    self.id = id
  }

  /// How it ended, or nil while it runs. To be asked no more once it has been told.
  func ending() -> Ending? {
    var status: Int32 = 0
    return waitpid(id, &status, WNOHANG) == id ? Ending(waitStatus: status) : nil
  }

  /// Waits for its end, in place of `ending`.
  func waitForEnding() -> Ending {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1 && errno == EINTR {}
    return Ending(waitStatus: status)
  }

  /// Sends a signal to it and to all that it has started.
  func signalGroup(_ signal: Int32) {
    kill(-id, signal)
  }
}

extension ChildProcess {
  /// The memory that a process has now, or nil when it is gone.
  static func residentBytes(of id: pid_t) -> Int? {
    guard let text = try? String(contentsOf: URL(filePath: "/proc/\(id)/statm"), encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
