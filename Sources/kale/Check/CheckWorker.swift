import FoundationEssentials
import Glibc

/// Another process of this program that looks at notebooks: paths go in, a line each, and answers come out.
///
/// CPython can be in a process but once, on one thread; so more cores take more processes. A crash then
/// costs one notebook.
final class CheckWorker {
  /// What to poll.
  let answers: Int32
  private let process: pid_t
  private var requests: Int32
  private var received: [UInt8] = []
  /// Numbers of the notebooks that it has been given, in this order.
  private(set) var pending: [Int] = []

  /// Starts it with the arguments of this process.
  ///
  /// - Throws: `errno` in words.
  init() throws(CommandFailure) {
    let (theirRequests, requests) = Self.pipe()
    let (answers, theirAnswers) = Self.pipe()
    defer {
      close(theirRequests)
      close(theirAnswers)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, theirRequests, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, theirAnswers, STDOUT_FILENO)
    let arguments = [CommandLine.arguments[0], "check", "--worker"]
    // `check` is always the first: options of the program itself stand in front of no command.
    let words = (arguments + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/proc/self/exe", &actions, nil, words, environ)
    guard code == 0 else {
      close(requests)
      close(answers)
      throw .internal("can't start a process of its own: \(String(cString: strerror(code)))")
    }
    _ = fcntl(answers, F_SETFL, O_NONBLOCK)
    self.process = process
    self.requests = requests
    self.answers = answers
  }

  private static func pipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    Glibc.pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func send(_ path: String, number: Int) {
    pending.append(number)
    Console.write(JSONLine.encode(path), to: requests)
  }

  /// What it has answered since the last call, without waiting; nil when it has ended. An answer that makes no
  /// sense is nil.
  func receive() -> [(number: Int, notebook: CheckedNotebook?)]? {
    var isOpen = true
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(answers, &chunk, chunk.count)
      if count > 0 {
        received += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        isOpen = count != 0
        break
      }
    }
    var found: [(number: Int, notebook: CheckedNotebook?)] = []
    while let end = received.firstIndex(of: UInt8(ascii: "\n")), !pending.isEmpty {
      let notebook = JSONLine.decode(CheckedNotebook.self, received[..<end])
      found.append((pending.removeFirst(), notebook))
      received.removeSubrange(...end)
    }
    return isOpen || !found.isEmpty ? found : nil
  }

  /// Lets it end, and waits for that.
  @discardableResult
  func end() -> ChildProcess.Ending {
    close(requests)
    close(answers)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return ChildProcess.Ending(waitStatus: status)
  }

  /// The other side: answers until there are no more requests.
  static func serve(_ checker: NotebookChecker) {
    while let line = readLine(strippingNewline: true) {
      guard let path = JSONLine.decode(String.self, Array(line.utf8)[...]) else { return }
      Console.write(JSONLine.encode(checker.check(path)))
    }
  }
}

/// A value on one line.
private enum JSONLine {
  static func encode(_ value: some Encodable) -> String {
    let data = (try? JSONEncoder().encode(value)) ?? Data("null".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ line: ArraySlice<UInt8>) -> Value? {
    try? JSONDecoder().decode(type, from: Data(line))
  }
}
