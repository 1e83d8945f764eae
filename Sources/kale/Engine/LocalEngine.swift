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
    /// Whether each step starts a fresh interpreter, even where it could be forked.
    var isIsolated = false
    /// Absolute path of the folder that keeps results; nil to run every step.
    var cache: String?
    /// How much memory a step may have, in bytes.
    var memoryLimit: Int?
    /// Seconds, for steps that have no time limit of their own.
    var timeoutSeconds: Int?
    /// What stands for the pipeline's volumes.
    var volumes: [LocalVolume] = []
    /// Absolute path of the folder that gets the snapshots; nil to take none.
    var snapshots: String?
    /// Python code that watches steps. The runtime is found beside it.
    var observer: String?
    /// Set for all steps, over what this process has.
    var environment: [String: String] = [:]
    /// How long a stopped step may take to end before it is killed.
    var grace = Duration.seconds(3)
  }

  /// A step that a server has been asked to start.
  struct Attempt {
    var mode: StepServer.Mode
    var started: ContinuousClock.Instant
    var deadline: ContinuousClock.Instant?
    /// Its process, once there is one.
    var id: pid_t?
    /// Set when it has been told to end.
    var killAt: ContinuousClock.Instant?
    /// Why it has been told to end.
    var reason: String?
  }

  /// What is known of a step's kept result.
  enum KeptResult {
    case unknown, asked, missing
  }

  let pipeline: Pipeline
  let options: Options
  let directory: RunDirectory
  let clock = ContinuousClock()
  var servers: [StepServer.Mode: StepServer] = [:]
  /// Why steps can't be forked.
  var reasonForIsolation: String?
  var attempts: [Int: Attempt] = [:]
  var kept: [KeptResult]
  /// Steps whose results are being put by.
  var keeping: Set<Int> = []
  var isCancelled = false
  var record: RunRecord

  /// Creates the run directory. Throws when that fails.
  init(pipeline: Pipeline, options: Options) throws {
    self.pipeline = pipeline
    self.options = options
    kept = Array(
      repeating: options.cache == nil ? .missing : .unknown, count: pipeline.steps.count)
    directory = try RunDirectory(pipeline: pipeline, options: options)
    record = RunRecord(
      id: options.id, pipeline: pipeline.settings.name, notebook: pipeline.notebookName,
      python: options.python, jobs: options.jobs, parameters: options.parameters,
      volumes: options.volumes,
      steps: pipeline.steps.map { step in
        RunRecord.Step(
          name: step.name, after: step.after,
          outputs: step.outputs.map {
            RunRecord.Output(
              name: $0.name, path: RunDirectory.artifact($0.name, of: step.name),
              isState: $0.reason == .state)
          })
      })
  }

  /// Runs to the end, and tells `display` of every change and about ten times a second.
  mutating func run(display: inout some RunDisplay) throws -> RunRecord {
    let interrupts = Interrupts()
    defer { for server in servers.values { server.end() } }
    try save()
    while true {
      while try startReadySteps() {}
      display.update(currentSteps())
      if attempts.isEmpty && keeping.isEmpty && !kept.contains(.asked) { break }
      let requests = interrupts.wait(
        milliseconds: 100, descriptors: servers.values.map(\.reports))
      if requests > 0 { cancel(atOnce: isCancelled || requests > 1) }
      enforceLimits()
      try takeReports()
    }
    record.status =
      isCancelled
      ? .cancelled : record.steps.allSatisfy { $0.status == .succeeded } ? .succeeded : .failed
    takeSnapshots()
    record.ended = Date()
    try save()
    display.update(record.steps)
    return record
  }

  // MARK: Starting

  /// - Returns: whether the status of a step has changed, which may let others go on.
  private mutating func startReadySteps() throws -> Bool {
    var changed = false
    let statuses = Dictionary(uniqueKeysWithValues: record.steps.map { ($0.name, $0.status) })
    for index in pipeline.steps.indices where record.steps[index].status == .pending {
      let before = pipeline.steps[index].after.compactMap { statuses[$0] }
      if isCancelled {
        record.steps[index].status = .cancelled
        kept[index] = .missing
        changed = true
      } else if before.contains(where: { $0 == .failed || $0 == .skipped }) {
        record.steps[index].status = .skipped
        changed = true
      } else if before.allSatisfy({ $0 == .succeeded }) {
        switch kept[index] {
        case .unknown: lookForResult(of: index)
        case .asked: break
        case .missing where attempts.count < options.jobs:
          try start(index)
          changed = true
        case .missing: break
        }
      }
    }
    if changed { try save() }
    return changed
  }

  private mutating func lookForResult(of index: Int) {
    // The step's process can't be started either, then, and says why.
    guard let server = try? server(.isolating) else {
      kept[index] = .missing
      return
    }
    server.send(.look, step: pipeline.steps[index].name)
    kept[index] = .asked
  }

  private mutating func start(_ index: Int) throws {
    let step = pipeline.steps[index]
    if record.steps[index].attempts > 0 { try directory.makeOutputs(of: step.name) }
    record.steps[index].attempts += 1
    record.steps[index].status = .running
    try send(index)
  }

  /// Asks a server to start a step.
  mutating func send(_ index: Int) throws {
    let step = pipeline.steps[index]
    let canFork =
      !options.isIsolated && reasonForIsolation == nil && step.configuration.environment.isEmpty
    let mode = canFork ? StepServer.Mode.warm : .isolating
    do {
      try server(mode).send(.start, step: step.name)
      let now = clock.now
      let limit = step.configuration.timeoutSeconds ?? options.timeoutSeconds
      attempts[index] = Attempt(
        mode: mode, started: now, deadline: limit.map { now + .seconds($0) })
    } catch {
      record.steps[index].status = .failed
      record.steps[index].error = "can't start \(options.python): \(error.message)"
    }
  }

  /// The one that runs, or a new one.
  private mutating func server(_ mode: StepServer.Mode) throws(ChildProcess.StartError)
    -> StepServer
  {
    if let server = servers[mode] { return server }
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONUNBUFFERED"] = "1"
    environment.merge(options.environment) { $1 }
    let server = try StepServer(
      mode, python: options.python, directory: directory, environment: environment)
    servers[mode] = server
    return server
  }

  /// As a last step after all others: one that can't be taken is a failure of the run.
  private mutating func takeSnapshots() {
    guard let folder = options.snapshots, record.status == .succeeded else { return }
    for volume in options.volumes where volume.access != .inPlace {
      guard let name = volume.volume.snapshot else { continue }
      record.snapshots.append(LocalSnapshot(of: volume, named: name, in: folder))
    }
    if record.snapshots.contains(where: { $0.error != nil }) { record.status = .failed }
  }

  // MARK: Record

  func save() throws {
    try directory.write(record.json.text, to: "run.json")
  }

  /// With the time and memory that running steps have taken so far.
  private func currentSteps() -> [RunRecord.Step] {
    var steps = record.steps
    for (index, attempt) in attempts {
      steps[index].seconds += (clock.now - attempt.started).inSeconds
      steps[index].memory = attempt.id.flatMap(ChildProcess.residentBytes)
    }
    return steps
  }
}

extension Duration {
  var inSeconds: Double { self / .seconds(1) }
}
