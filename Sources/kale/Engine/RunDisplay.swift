/// Shows a run while it goes on.
protocol RunDisplay {
  /// Called at every change and about ten times a second.
  mutating func update(_ steps: [RunRecord.Step])
}

/// The display that suits the standard output.
///
/// - Parameter showsSizes: whether memory and sizes of outputs will be known.
func makeRunDisplay(stepCount: Int, showsSizes: Bool = true) -> any RunDisplay {
  let terminal = Terminal()
  return terminal.canRedraw && stepCount < terminal.rows
    ? LiveRunDisplay(terminal: terminal, showsSizes: showsSizes) { Console.write($0) }
    : PlainRunDisplay(stepCount: stepCount) { Console.write($0) }
}

/// A line for each change, for files, pipes and logs.
struct PlainRunDisplay: RunDisplay {
  private let write: (String) -> Void
  private var shown: [StepStatus]
  private var attempts: [Int]

  init(stepCount: Int, write: @escaping (String) -> Void) {
    self.write = write
    shown = Array(repeating: .pending, count: stepCount)
    attempts = Array(repeating: 0, count: stepCount)
  }

  mutating func update(_ steps: [RunRecord.Step]) {
    for (index, step) in steps.enumerated() {
      if step.attempts > attempts[index] && step.status == .running {
        let attempt = step.attempts > 1 ? ", attempt \(step.attempts)" : ""
        let reason = step.attempts > 1 ? " (\(step.error ?? "failed"))" : ""
        write("\(step.name): started\(attempt)\(reason)\n")
        attempts[index] = step.attempts
      }
      guard step.status != shown[index] else { continue }
      shown[index] = step.status
      if step.status.isFinal { write("\(step.name): \(step.outcome)\n") }
    }
  }
}

extension RunRecord.Step {
  /// "succeeded in 1.2 s, accuracy 0.9", "failed in 0.1 s: exit status 1".
  var outcome: String {
    let time = attempts > 0 ? " in \(Self.format(seconds: seconds))" : ""
    switch status {
    case .succeeded where isCached:
      return "cached\(metricValues) (it took \(Self.format(seconds: seconds)))"
    case .succeeded: return "succeeded\(time)\(metricValues)"
    case .failed: return "failed\(time)\(error.map { ": \($0)" } ?? "")"
    case .skipped: return "skipped, because a step before it failed"
    case .running: return "running, \(Self.format(seconds: seconds))"
    case .cancelled:
      return attempts > 0 ? "cancelled after \(Self.format(seconds: seconds))" : "cancelled"
    case .pending: return attempts > 0 ? "failed, waiting for another attempt" : "waiting"
    }
  }

  /// ", accuracy 0.9" for each metric.
  var metricValues: String {
    metrics.map { name, value in ", \(name) \(value.text.trimmingSuffix(while: \.isNewline))" }
      .joined()
  }

  static func format(seconds: Double) -> String {
    if seconds >= 60 { return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s" }
    return "\((seconds * 10).rounded() / 10) s"
  }
}

extension String {
  func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
