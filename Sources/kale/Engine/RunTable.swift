/// The steps of a run in columns: name, time, memory, size of what it hands on, state.
struct RunTable {
  let heading: String
  let rows: [String]

  /// - Parameters:
  ///   - columns: what no line is longer than.
  ///   - showsSizes: whether memory and outputs have columns, where there is room.
  init(_ steps: [RunRecord.Step], columns: Int, showsSizes: Bool = true) {
    let isWide = columns >= 60 && showsSizes
    let longest = steps.map(\.name.count).max() ?? 0
    let nameWidth = max(4, min(longest, columns - (isWide ? 45 : 20)))
    func line(_ name: String, _ numbers: [String], _ state: String) -> String {
      let cells = (isWide ? numbers : [numbers[0]]).map { $0.padded(to: 9, atEnd: false) }
      let name = String(name.prefix(nameWidth)).padded(to: nameWidth, atEnd: true)
      return String("\(name)\(cells.joined())  \(state)".prefix(columns))
    }
    heading = line("step", ["time", "memory", "output"], "state")
    rows = steps.map { step in
      let hasRun = step.attempts > 0 || step.isCached
      let time = hasRun ? RunRecord.Step.format(seconds: step.seconds) : ""
      let memory = step.memory.map { "\(ByteCount($0))" } ?? ""
      let output = step.outputBytes.map { "\(ByteCount($0))" } ?? ""
      return line(step.name, [time, memory, output], step.state)
    }
  }
}

extension RunRecord.Step {
  /// Bytes of the variables that it hands on; nil if it has none, or not yet.
  var outputBytes: Int? {
    let sizes = outputs.filter { !$0.isState }.compactMap(\.bytes)
    return sizes.isEmpty ? nil : sizes.reduce(0, +)
  }

  /// What the columns of the table don't tell.
  fileprivate var state: String {
    switch status {
    case .succeeded: (isCached ? "cached" : "succeeded") + metricValues
    case .failed: "failed" + (error.map { ": \($0)" } ?? "")
    case .running: attempts > 1 ? "running, attempt \(attempts)" : "running"
    case .cancelled: "cancelled"
    case .skipped, .pending: outcome
    }
  }
}

extension String {
  func padded(to width: Int, atEnd: Bool) -> String {
    let padding = String(repeating: " ", count: max(0, width - count))
    return atEnd ? self + padding : padding + self
  }
}
