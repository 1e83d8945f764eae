/// A table of the steps, drawn over and over in a terminal.
struct LiveRunDisplay: RunDisplay {
  private let terminal: Terminal
  private let showsSizes: Bool
  private let write: (String) -> Void
  private var drawn = 0
  private var frame = 0

  init(
    terminal: Terminal, showsSizes: Bool = true, write: @escaping (String) -> Void
  ) {
    self.terminal = terminal
    self.showsSizes = showsSizes
    self.write = write
  }

  mutating func update(_ steps: [RunRecord.Step]) {
    let table = RunTable(steps, columns: terminal.columns - 2, showsSizes: showsSizes)
    var text = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
    for line in [terminal.paint("  \(table.heading)", .dim)]
      + zip(steps, table.rows).map(line)
    {
      text += "\r\u{1B}[2K\(line)\n"
    }
    write(text)
    drawn = steps.count + 1
    frame += 1
  }

  private func line(_ step: RunRecord.Step, _ row: String) -> String {
    let spinner = ["|", "/", "-", "\\"]
    let (mark, color): (String, Terminal.Color) =
      switch step.status {
      case .pending: (".", .dim)
      case .running: (spinner[frame / 2 % spinner.count], .blue)
      case .succeeded: (step.isCached ? "=" : "+", .green)
      case .failed: ("x", .red)
      case .skipped, .cancelled: ("-", .yellow)
      }
    return "\(terminal.paint(mark, color)) \(row)"
  }
}
