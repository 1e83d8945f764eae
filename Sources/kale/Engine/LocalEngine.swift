import FoundationEssentials
import Glibc
import KaleAnalysis

/// Runs a pipeline on this machine: one process a step, independent steps at once.
///
/// A step that fails stops the steps that come after it and no others.
struct LocalEngine {
  struct Options: Sendable {
    /// Absolute path of the interpreter.
    var python: String
    /// Steps that may run at once, at least 1.
    var jobs: Int
    /// Absolute path of the run directory, to be created.
    var directory: String
    var id: String
    /// Absolute path of the notebook's folder: where steps run.
    var workingDirectory: String
    /// One for each parameter of the pipeline.
    var parameters: [(name: String, value: PipelineParameter.Value)]
    var runtime = StepRuntime.source
    /// Python code that runs steps in the place of the runtime, which it finds beside it.
    var observer: String?
    /// Set for all steps, over what this process has.
    var environment: [String: String] = [:]
    /// How long a stopped step may take to end before it is killed.
    var grace = Duration.seconds(3)
  }

  /// A step's process and the limits that it is held to.
  private struct Attempt {
    var process: ChildProcess
    var started: ContinuousClock.Instant
    var deadline: ContinuousClock.Instant?
    /// Set when it has been told to end.
    var killAt: ContinuousClock.Instant?
    /// Why it has been told to end.
    var reason: String?
  }

  let pipeline: Pipeline
  let options: Options
  private let directory: RunDirectory
  private let clock = ContinuousClock()
  private var attempts: [Int: Attempt] = [:]
  private var isCancelled = false
  private(set) var record: RunRecord

  /// Creates the run directory. Throws when that fails.
  init(pipeline: Pipeline, options: Options) throws {
    self.pipeline = pipeline
    self.options = options
    directory = try RunDirectory(
      path: options.directory, pipeline: pipeline, workingDirectory: options.workingDirectory,
      parameters: options.parameters, runtime: options.runtime, observer: options.observer)
    record = RunRecord(
      id: options.id, pipeline: pipeline.settings.name, notebook: pipeline.notebookName,
      python: options.python, jobs: options.jobs, parameters: options.parameters,
      steps: pipeline.steps.map { step in
        RunRecord.Step(
          name: step.name, after: step.after,
          outputs: step.outputs.map {
            ($0.name, RunDirectory.artifact($0.name, of: step.name))
          })
      })
  }

  /// Runs to the end, and tells `display` of every change and about ten times a second.
  mutating func run(display: inout some RunDisplay) throws -> RunRecord {
    let interrupts = Interrupts()
    try save()
    while true {
      try startReadySteps()
      display.update(elapsedRecord())
      if attempts.isEmpty { break }
      let requests = interrupts.wait(milliseconds: 100)
      if requests > 0 { cancel(atOnce: isCancelled || requests > 1) }
      enforceLimits()
      try collectEndings()
    }
    record.ended = Date()
    record.status =
      isCancelled
      ? .cancelled : record.steps.allSatisfy { $0.status == .succeeded } ? .succeeded : .failed
    try save()
    display.update(record)
    return record
  }

  // MARK: Starting

  private mutating func startReadySteps() throws {
    var changed = false
    for index in pipeline.steps.indices where record.steps[index].status == .pending {
      let predecessors = record.steps.filter { pipeline.steps[index].after.contains($0.name) }
      if isCancelled {
        record.steps[index].status = .cancelled
        changed = true
      } else if predecessors.contains(where: { $0.status == .failed || $0.status == .skipped }) {
        record.steps[index].status = .skipped
        changed = true
      } else if attempts.count < options.jobs
        && predecessors.allSatisfy({ $0.status == .succeeded })
      {
        try start(index)
        changed = true
      }
    }
    if changed { try save() }
  }

  private mutating func start(_ index: Int) throws {
    let step = pipeline.steps[index]
    if record.steps[index].attempts > 0 { try directory.makeOutputs(of: step.name) }
    record.steps[index].attempts += 1
    record.steps[index].status = .running
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONUNBUFFERED"] = "1"
    environment.merge(options.environment) { $1 }
    environment.merge(step.configuration.environment) { $1 }
    do {
      let process = try ChildProcess(
        program: options.python,
        arguments: [
          directory.absolute(
            options.observer == nil ? RunDirectory.runtime : RunDirectory.observer),
          directory.absolute(RunDirectory.description(of: step.name)),
        ],
        environment: environment,
        output: directory.absolute(RunDirectory.stdout(of: step.name)),
        errors: directory.absolute(RunDirectory.stderr(of: step.name)))
      let now = clock.now
      attempts[index] = Attempt(
        process: process, started: now,
        deadline: step.configuration.timeoutSeconds.map { now + .seconds($0) })
    } catch {
      record.steps[index].status = .failed
      record.steps[index].error = "can't start \(options.python): \(error.message)"
    }
  }

  // MARK: Stopping

  private mutating func cancel(atOnce: Bool) {
    isCancelled = true
    for index in attempts.keys { stop(index, reason: "cancelled", atOnce: atOnce) }
  }

  private mutating func stop(_ index: Int, reason: String, atOnce: Bool = false) {
    guard var attempt = attempts[index] else { return }
    attempt.process.signalGroup(atOnce ? SIGKILL : SIGTERM)
    attempt.killAt = clock.now + options.grace
    attempt.reason = reason
    attempts[index] = attempt
  }

  private mutating func enforceLimits() {
    let now = clock.now
    for (index, attempt) in attempts {
      if let killAt = attempt.killAt {
        if now >= killAt { attempt.process.signalGroup(SIGKILL) }
      } else if let deadline = attempt.deadline, now >= deadline {
        let seconds = pipeline.steps[index].configuration.timeoutSeconds ?? 0
        stop(index, reason: "timed out after \(seconds) s")
      }
    }
  }

  // MARK: Ending

  private mutating func collectEndings() throws {
    var changed = false
    for (index, attempt) in attempts {
      guard let ending = attempt.process.ending() else { continue }
      // What the step has left running would not survive its container either.
      attempt.process.signalGroup(SIGKILL)
      attempts[index] = nil
      record.steps[index].seconds += (clock.now - attempt.started).inSeconds
      settle(index, ending: ending, reason: attempt.reason)
      changed = true
    }
    if changed { try save() }
  }

  private mutating func settle(_ index: Int, ending: ChildProcess.Ending, reason: String?) {
    let step = pipeline.steps[index]
    switch (ending, reason) {
    case (_, _?) where isCancelled:
      record.steps[index].status = .cancelled
    case (.exited(0), nil):
      record.steps[index].status = .succeeded
      record.steps[index].error = nil
      record.steps[index].metrics = directory.metrics(of: step.name)
    case (_, _):
      record.steps[index].error = reason ?? ending.description
      let mayRetry = record.steps[index].attempts <= step.configuration.retries ?? 0
      record.steps[index].status = mayRetry ? .pending : .failed
    }
  }

  // MARK: Record

  private func save() throws {
    try directory.write(record.json.text, to: "run.json")
  }

  /// The record with the time that running steps have taken so far.
  private func elapsedRecord() -> RunRecord {
    var record = record
    for (index, attempt) in attempts {
      record.steps[index].seconds += (clock.now - attempt.started).inSeconds
    }
    return record
  }
}

extension ChildProcess.Ending: CustomStringConvertible {
  var description: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .killed(let signal): "killed by signal \(signal) (\(String(cString: strsignal(signal))))"
    }
  }
}

extension Duration {
  var inSeconds: Double { self / .seconds(1) }
}
