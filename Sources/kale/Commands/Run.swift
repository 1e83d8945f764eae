import ArgumentParser
import FoundationEssentials
import Glibc
import KaleAnalysis

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the pipeline's steps, on this machine or on a KFP server.",
    discussion: """
      Each step is a process of its own; steps that don't depend on each other run at once. All that \
      they print and hand on is kept in the run directory, with run.json telling how it went. The exit \
      code is 0 when all steps succeeded.

      With --on kfp the pipeline is uploaded and run on a server, and shown here till it ends. The exit \
      code is 1 when the run fails or is stopped, 69 when the server can't be reached or refuses.
      """)

  /// Where the steps run.
  enum Place: String, ExpressibleByArgument, CaseIterable {
    case local, kfp
  }

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(help: "Where the steps run: local for this machine, kfp for a server.")
  var on = Place.local

  @OptionGroup var arguments: RunArguments

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @Flag(help: "Start a fresh interpreter for each step, also where steps could be forked.")
  var isolated = false

  @Flag(
    name: [.customLong("no-cache"), .customLong("no_cache")],
    help: "Run every step, and keep no result for later runs.")
  var noCache = false

  @Option(
    name: [.customLong("limit-memory"), .customLong("limit_memory")],
    help: ArgumentHelp("Memory that each step may use, such as 500M or 2G.", valueName: "size"))
  var memoryLimit: ByteCount?

  @Option(
    help: ArgumentHelp(
      "Seconds that a step may take if its tags set no limit.", valueName: "seconds"))
  var timeout: Int?

  @Option(
    help: ArgumentHelp(
      "Run what a step needs, and open a Python prompt in its place.", valueName: "step"))
  var shell: String?

  @OptionGroup(title: "Options of --on kfp")
  var connection: ServerArguments

  @OptionGroup(title: "Options of --on kfp")
  var serverRun: ServerRunArguments

  @OptionGroup(title: "Options of --on kfp")
  var packages: PackageArguments

  func validate() throws {
    switch on {
    case .local:
      if let option = connection.firstSet ?? serverRun.firstSet ?? packages.firstSet {
        throw ValidationError("\(option) needs --on kfp")
      }
    case .kfp:
      if let option = firstLocalOption {
        throw ValidationError("\(option) is for runs on this machine, not for --on kfp")
      }
    }
    if let timeout, timeout < 1 {
      throw ValidationError("--timeout must be at least 1, not \(timeout)")
    }
  }

  /// The first option in use that only a local run has, as the user would write it.
  private var firstLocalOption: String? {
    shell != nil
      ? "--shell"
      : isolated
        ? "--isolated"
        : memoryLimit != nil
          ? "--limit-memory"
          : timeout != nil ? "--timeout" : arguments.runDirectory != nil ? "--run-dir" : nil
  }

  func run() throws {
    let source = NotebookSource(
      path: notebook, overrides: packages.added(to: settings.overrides), analysis: analysis,
      python: arguments.python, readsPackages: on == .kfp)
    switch on {
    case .local: try runHere(source)
    case .kfp: try run(source, on: connection.server())
    }
  }

  private func run(_ source: NotebookSource, on server: PipelineServer) throws {
    var pipeline = try source.pipeline()
    if noCache { pipeline.disableCaching() }
    let given = try ParameterArguments.given(arguments.parameters, for: pipeline.parameters)
    try ServerRun(
      pipeline: pipeline, server: server, options: serverRun,
      parameters: given.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    ).run()
  }

  private func runHere(_ source: NotebookSource) throws {
    let whole = try source.pipeline()
    let pipeline = try shell.map { try Self.before($0, in: whole) } ?? whole
    let values = try ParameterArguments.values(arguments.parameters, for: pipeline.parameters)
    let python = try StepPython.find(choice: source.chosenPython(), directory: source.directory)
    let id = RunDirectory.newID()
    let shownDirectory = arguments.runDirectory ?? ".kale/runs/\(id)"
    let directory = absolutePath(shownDirectory)
    try RunDirectory.requireEmpty(directory)
    let folders = try VolumeArguments.folders(
      arguments.volumes, for: pipeline.settings.volumes)
    let volumes: LocalVolumes
    do {
      volumes = try LocalVolumes(
        pipeline.settings.volumes, chosen: folders, root: absolutePath(VolumeArguments.folder))
    } catch {
      throw CommandFailure.usage(
        "can't write in \(VolumeArguments.folder): \(Self.reason(error))\n"
          + "Name a folder for each volume with --volume.")
    }
    defer { volumes.release() }
    for note in LocalNotes.notes(for: pipeline, volumes.volumes) { Console.error("note: \(note)") }
    let options = LocalEngine.Options(
      python: python, jobs: arguments.jobs, directory: directory, id: id,
      workingDirectory: source.directory, parameters: values, isIsolated: isolated,
      cache: noCache ? nil : absolutePath(Self.cache), memoryLimit: memoryLimit?.bytes,
      timeoutSeconds: timeout, volumes: volumes.volumes,
      snapshots: shell == nil ? absolutePath(VolumeArguments.snapshots) : nil)
    let record: RunRecord
    do {
      let engine = try LocalEngine(pipeline: pipeline, options: options)
      record = try show(engine)
      if let shell, record.status == .succeeded {
        let description = StepDescription(
          pipeline: whole, options: options, directory: engine.directory)
        try engine.directory.add(whole.steps.first { $0.name == shell }!, description)
      }
    } catch {
      throw CommandFailure.usage(
        "can't write in \(shownDirectory): \(Self.reason(error))\n"
          + "Choose another folder with --run-dir.")
    }
    if let reason = record.isolation, record.steps.contains(where: { $0.attempts > 0 }) {
      Console.error("note: each step started a fresh interpreter, because \(reason)")
    }
    let summary = RunSummary(record: record, directory: directory, shownDirectory: shownDirectory)
    for failure in summary.failures { Console.error(failure) }
    Console.print(summary.text)
    if record.status != .succeeded { throw ExitCode.notebookErrors }
    if let shell {
      try RunInspector.start(
        "shell", python: python, directory: directory, step: shell,
        waits: volumes.volumes.contains { $0.access == .mounted })
    }
  }

  private static func before(
    _ step: String, in pipeline: Pipeline
  ) throws(CommandFailure) -> Pipeline {
    if let before = pipeline.before(step) { return before }
    throw .usage(
      "--shell \(step): there is no such step\n"
        + "The steps are \(pipeline.steps.map(\.name).joined(separator: ", ")).")
  }

  /// Below the current folder.
  static let cache = ".kale/cache"

  /// What the system says, in a few words.
  private static func reason(_ error: any Error) -> String {
    let code = (error as? CocoaError)?.underlying as? POSIXError
    return code.map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
  }

  private func show(_ engine: LocalEngine) throws -> RunRecord {
    var engine = engine
    var display = makeRunDisplay(stepCount: engine.pipeline.steps.count)
    return try engine.run(display: &display)
  }
}
