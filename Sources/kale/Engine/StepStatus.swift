/// How far a step, or a run as a whole, has come.
enum StepStatus: String, Sendable {
  case pending, running, succeeded, failed
  /// Not run because a step before it failed.
  case skipped
  /// Stopped, or never started, because the user stopped the run.
  case cancelled

  var isFinal: Bool { self != .pending && self != .running }
}
