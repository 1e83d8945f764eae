/// A line for each step, drawn over and over in a terminal.
struct LiveRunDisplay: RunDisplay {
  private let terminal: Terminal
  private let write: (String) -> Void
  private var drawn = 0
  private var frame = 0

  init(terminal: Terminal, write: @escaping (String) -> Void) {
    self.terminal = terminal
    self.write = write
  }

  mutating func update(_ record: RunRecord) {
    let width = record.steps.map(\.name.count).max() ?? 0
    let lines = record.steps.map { line($0, nameWidth: min(width, terminal.columns / 2)) }
    var text = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
    for line in lines { text += "\r\u{1B}[2K\(line)\n" }
    write(text)
    drawn = lines.count
    frame += 1
  }

  private func line(_ step: RunRecord.Step, nameWidth: Int) -> String {
    let spinner = ["|", "/", "-", "\\"]
    let (mark, color): (String, Terminal.Color) =
      switch step.status {
      case .pending: (".", .dim)
      case .running: (spinner[frame / 2 % spinner.count], .blue)
      case .succeeded: ("+", .green)
      case .failed: ("x", .red)
      case .skipped, .cancelled: ("-", .yellow)
      }
    let padding = String(repeating: " ", count: max(0, nameWidth - step.name.count))
    let attempt = step.attempts > 1 && !step.status.isFinal ? ", attempt \(step.attempts)" : ""
    let text = String(
      "\(step.name)\(padding)  \(step.outcome)\(attempt)".prefix(terminal.columns - 3))
    return "\(terminal.paint(mark, color)) \(text)"
  }
}
