import FoundationEssentials
import Glibc
import KaleAnalysis

/// What `run.json` tells of a run. Paths are relative to the run directory.
struct RunRecord: Sendable {
  /// The artifact of a variable.
  struct Output: Sendable {
    var name: String
    var path: String
    /// Whether it is no variable but what a process has beside them.
    var isState = false
    var bytes: Int?
  }

  struct Step: Sendable {
    var name: String
    var after: [String]
    var status = StepStatus.pending
    /// Processes started for it so far.
    var attempts = 0
    /// Whether the result is one that an earlier run has kept.
    var isCached = false
    /// Wall time of all attempts; of a cached step, those of the run it comes from.
    var seconds = 0.0
    /// The most that its process had, in bytes; while it runs, what it has.
    var memory: Int?
    /// Why its result can't serve another run.
    var whyNotKept: String?
    /// Why it failed, in a few words.
    var error: String?
    var outputs: [Output]
    var metrics: [(name: String, value: JSONText)] = []
  }

  var id: String
  var pipeline: String
  var notebook: String
  var python: String
  var jobs: Int
  /// Why each step starts a fresh interpreter, if it can't be forked.
  var isolation: String?
  var parameters: [(name: String, value: PipelineParameter.Value)]
  var volumes: [LocalVolume] = []
  var snapshots: [LocalSnapshot] = []
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
      ("process", .integer(Int(getpid()))),
      ("isolation", isolation.map(JSONText.string) ?? .null),
      ("parameters", .object(parameters.map { ($0.name, JSONText($0.value)) })),
      ("volumes", .array(volumes.map(json))),
      ("snapshots", .array(snapshots.map(json))),
      ("steps", .array(steps.map(json))),
    ])
  }

  private func json(_ volume: LocalVolume) -> JSONText {
    .object([
      ("name", .string(volume.volume.name)), ("mount_point", .string(volume.volume.mountPoint)),
      ("folder", .string(volume.folder)), ("access", .string(volume.access.rawValue)),
    ])
  }

  private func json(_ snapshot: LocalSnapshot) -> JSONText {
    .object([
      ("name", .string(snapshot.name)), ("volume", .string(snapshot.volume)),
      ("path", .string(snapshot.path)), ("error", snapshot.error.map(JSONText.string) ?? .null),
    ])
  }

  private func json(_ step: Step) -> JSONText {
    let hasRun = step.attempts > 0 || step.isCached
    return .object([
      ("name", .string(step.name)),
      ("status", .string(step.status.rawValue)),
      ("after", .strings(step.after)),
      ("attempts", .integer(step.attempts)),
      ("cached", .bool(step.isCached)),
      ("seconds", hasRun ? .number(Self.rounded(step.seconds)) : .null),
      ("memory", step.memory.map(JSONText.integer) ?? .null),
      ("not_kept", step.whyNotKept.map(JSONText.string) ?? .null),
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
