import Glibc

/// A line on the terminal that tells how far the work has come; nothing where there is no terminal.
struct CheckProgress {
  private let terminal = Terminal(descriptor: STDERR_FILENO)
  private let total: Int
  private var lastUpdate = 0
  private var isShown = false

  init(total: Int) { self.total = total }

  /// Draws at most ten times a second.
  mutating func tell(_ done: Int) {
    guard terminal.canRedraw, total > 1 else { return }
    let now = Self.milliseconds
    guard now - lastUpdate >= 100 else { return }
    lastUpdate = now
    isShown = true
    Console.write("\r\u{1B}[2Kchecked \(done) of \(total) notebooks", to: STDERR_FILENO)
  }

  /// Makes room for other output.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    Console.write("\r\u{1B}[2K", to: STDERR_FILENO)
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
