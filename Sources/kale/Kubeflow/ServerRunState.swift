import FoundationEssentials
import KaleAnalysis

/// How far a run on a server has come, as its steps.
struct ServerRunState {
  let run: ServerModels.Run
  let steps: [RunRecord.Step]

  /// - Parameters:
  ///   - tasks: those of the pipeline; nil where its IR is not to be had. Then the server's own list
  ///     tells, without the entries that stand for no task.
  ///   - now: for what is still running.
  init(_ run: ServerModels.Run, tasks: PipelineTasks?, now: Date = Date()) {
    self.run = run
    var details: [String: ServerModels.Task] = [:]
    var order: [String] = []
    for task in run.runDetails?.taskDetails ?? [] {
      guard let name = task.displayName else { continue }
      if let known = details[name] {
        // Of several attempts the last counts. Times in this form sort as texts.
        if (task.startTime ?? "") >= (known.startTime ?? "") { details[name] = task }
      } else {
        order.append(name)
        details[name] = task
      }
    }
    let shown =
      tasks?.tasks.map { (name: $0.displayName, after: $0.after, keys: [$0.displayName, $0.name]) }
      ?? order.filter(Self.isTask).map { (name: $0, after: [], keys: [$0]) }
    steps = shown.map { entry in
      let detail = entry.keys.lazy.compactMap { details[$0] }.first
      var step = RunRecord.Step(name: entry.name, after: entry.after, outputs: [])
      step.status = Self.status(detail?.state, runState: run.state)
      if let detail, let start = Self.date(detail.startTime ?? detail.createTime) {
        step.attempts = step.status == .pending || step.status == .skipped ? 0 : 1
        let end = Self.date(detail.endTime) ?? (step.status.isFinal ? start : now)
        step.seconds = max(end.timeIntervalSince(start), 0)
      }
      if step.status == .failed { step.error = detail?.error?.message.map(Self.firstLine) }
      return step
    }
  }

  /// The exit code that stands for the state of the run.
  var hasSucceeded: Bool { run.state == .succeeded }

  /// "succeeded", "failed", "canceled".
  var word: String { (run.state ?? .unspecified).word }

  /// Seconds from the start to the end, or till now.
  func seconds(now: Date = Date()) -> Double? {
    guard let start = Self.date(run.createdAt) else { return nil }
    // The server has year 1 for a run without an end.
    let end = Self.date(run.finishedAt).flatMap { $0 > start ? $0 : nil }
    return max((end ?? now).timeIntervalSince(start), 0)
  }

  var json: JSONText {
    .object([
      ("run_id", .string(run.runId)),
      ("display_name", run.displayName.map(JSONText.string) ?? .null),
      ("state", .string((run.state ?? .unspecified).rawValue)),
      ("error", run.error?.message.map(JSONText.string) ?? .null),
      (
        "steps",
        .array(
          steps.map { step in
            .object([
              ("name", .string(step.name)),
              ("status", .string(step.status.rawValue)),
              (
                "seconds",
                step.attempts > 0 ? .number((step.seconds * 1000).rounded() / 1000) : .null
              ),
              ("error", step.error.map(JSONText.string) ?? .null),
            ])
          })
      ),
    ])
  }

  private static func status(_ state: RunState?, runState: RunState?) -> StepStatus {
    switch state {
    case .running, .paused, .canceling: runState?.isFinal == true ? .cancelled : .running
    case .succeeded: .succeeded
    case .failed: .failed
    case .skipped: .skipped
    case .canceled: .cancelled
    case .pending, .unspecified, nil:
      switch runState {
      case .canceled: .cancelled
      case .failed, .skipped: .skipped
      default: .pending
      }
    }
  }

  /// KFP lists its own drivers and launchers with the tasks.
  private static func isTask(_ name: String) -> Bool {
    name != "root" && name != "executor" && !name.hasSuffix("-driver")
  }

  private static func firstLine(_ text: String) -> String {
    String(text.trimmingWhitespace().prefix { !$0.isNewline }.prefix(200))
  }

  private static func date(_ text: String?) -> Date? {
    guard let text else { return nil }
    return (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
      ?? (try? Date.ISO8601FormatStyle().parse(text))
  }
}

extension RunState {
  var word: String {
    self == .unspecified ? "in no known state" : rawValue.lowercased()
  }
}
