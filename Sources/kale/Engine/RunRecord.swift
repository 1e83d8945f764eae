import FoundationEssentials
import KaleAnalysis

/// What `run.json` tells of a run. Paths are relative to the run directory.
struct RunRecord: Sendable {
  struct Step: Sendable {
    var name: String
    var after: [String]
    var status = StepStatus.pending
    /// Processes started for it so far.
    var attempts = 0
    /// Wall time of all attempts.
    var seconds = 0.0
    /// Why it failed, in a few words.
    var error: String?
    /// By variable.
    var outputs: [(name: String, path: String)]
    var metrics: [(name: String, value: JSONText)] = []
  }

  var id: String
  var pipeline: String
  var notebook: String
  var python: String
  var jobs: Int
  var parameters: [(name: String, value: PipelineParameter.Value)]
  var status = StepStatus.running
  var started = Date()
  var ended: Date?
  var steps: [Step]

  var json: JSONText {
    .object([
      ("id", .string(id)),
      ("pipeline", .string(pipeline)),
      ("notebook", .string(notebook)),
      ("status", .string(status.rawValue)),
      ("started", .string(Self.text(started))),
      ("ended", ended.map { .string(Self.text($0)) } ?? .null),
      ("seconds", ended.map { .number(Self.rounded($0.timeIntervalSince(started))) } ?? .null),
      ("python", .string(python)),
      ("jobs", .integer(jobs)),
      ("parameters", .object(parameters.map { ($0.name, JSONText($0.value)) })),
      ("steps", .array(steps.map(json))),
    ])
  }

  private func json(_ step: Step) -> JSONText {
    let hasRun = step.attempts > 0
    return .object([
      ("name", .string(step.name)),
      ("status", .string(step.status.rawValue)),
      ("after", .strings(step.after)),
      ("attempts", .integer(step.attempts)),
      ("seconds", hasRun ? .number(Self.rounded(step.seconds)) : .null),
      ("error", step.error.map(JSONText.string) ?? .null),
      ("stdout", hasRun ? .string(RunDirectory.stdout(of: step.name)) : .null),
      ("stderr", hasRun ? .string(RunDirectory.stderr(of: step.name)) : .null),
      (
        "outputs",
        .object(step.status == .succeeded ? step.outputs.map { ($0.name, .string($0.path)) } : [])
      ),
      ("metrics", .object(step.metrics.map { ($0.name, $0.value) })),
    ])
  }

  private static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// Milliseconds are as exact as the engine looks.
  private static func rounded(_ seconds: Double) -> Double {
    (seconds * 1000).rounded() / 1000
  }
}
