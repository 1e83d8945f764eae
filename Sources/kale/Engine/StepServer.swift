import FoundationEssentials
import Glibc
import KaleAnalysis

/// A process of `step_server.py`, which starts steps, tells how they end, and looks after kept results.
///
/// It ends, with all that it has started, when this process closes its requests or ends in whatever way.
final class StepServer {
  enum Mode: String, Sendable {
    /// A fresh interpreter for each step.
    case isolating = "serve"
    /// Imports and functions run once, and each step is forked from there.
    case warm
  }

  enum Request: String {
    case start, look, keep
  }

  struct Report: Decodable, Sendable {
    enum Event: String, Decodable, Sendable {
      case ready, unsafe, started, ended, found, missed, kept
    }

    var event: Event
    var step: String?
    /// The process of a step, which leads a group of its own.
    var pid: Int32?
    /// As `waitpid` gives it.
    var status: Int32?
    /// Bytes.
    var rss: Int?
    var why: String?
    /// Of the step when it ran.
    var seconds: Double?
  }

  let mode: Mode
  /// Whether the imports and functions cells have run.
  fileprivate(set) var isReady = false
  /// What to poll.
  let reports: Int32
  private let process: ChildProcess
  private var requests: Int32
  private var received: [UInt8] = []

  /// - Parameter directory: that of the run, which the server finds its code in.
  init(
    _ mode: Mode, python: String, directory: RunDirectory, environment: [String: String]
  ) throws(ChildProcess.StartError) {
    self.mode = mode
    let (theirRequests, requests) = Self.pipe()
    let (reports, theirReports) = Self.pipe()
    defer {
      close(theirRequests)
      close(theirReports)
    }
    let isWarm = mode == .warm
    do {
      process = try ChildProcess(
        program: python,
        arguments: [
          directory.absolute(RunDirectory.server), mode.rawValue, directory.path,
        ],
        environment: environment,
        output: isWarm ? directory.absolute(RunDirectory.preludeOutput) : "/dev/null",
        errors: directory.absolute(
          isWarm ? RunDirectory.preludeErrors : RunDirectory.serverErrors),
        descriptors: [theirRequests, theirReports])
    } catch {
      close(requests)
      close(reports)
      throw error
    }
    _ = fcntl(reports, F_SETFL, O_NONBLOCK)
    self.requests = requests
    self.reports = reports
  }

  /// Both ends, beyond the numbers that a child process gets.
  private static func pipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    Glibc.pipe(&ends)
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    for end in ends { close(end) }
    return (moved[0], moved[1])
  }

  /// What is sent to a server that has ended is lost; `receive` tells.
  func send(_ request: Request, step: String, facts: JSONText? = nil) {
    var members: [(String, JSONText)] = [
      ("do", .string(request.rawValue)), ("step", .string(step)),
    ]
    if let facts { members.append(("facts", facts)) }
    Console.write(JSONText.object(members).line + "\n", to: requests)
  }

  /// What it has told since the last call, without waiting. nil after the last word: it has ended.
  func receive() -> [Report]? {
    var isOpen = true
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(reports, &chunk, chunk.count)
      if count > 0 {
        received += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        isOpen = count != 0
        break
      }
    }
    let lines = received.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    received = Array(lines.last ?? [])
    let found = lines.dropLast().compactMap {
      try? JSONDecoder().decode(Report.self, from: Data($0))
    }
    if found.contains(where: { $0.event == .ready }) { isReady = true }
    return isOpen || !found.isEmpty ? found : nil
  }

  func signal(_ signal: Int32) {
    process.signalGroup(signal)
  }

  /// Ends it and all its steps, and waits for that.
  @discardableResult
  func end() -> ChildProcess.Ending {
    if requests >= 0 {
      close(requests)
      close(reports)
      requests = -1
    }
    for _ in 0..<200 {
      if let ending = process.ending() { return ending }
      usleep(10_000)
    }
    process.signalGroup(SIGKILL)
    return process.waitForEnding()
  }
}
