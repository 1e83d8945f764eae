import ArgumentParser
import FoundationEssentials
import KaleAnalysis

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the pipeline's steps on this machine.",
    discussion: """
      Each step is a process of its own; steps that don't depend on each other run at once. All that \
      they print and hand on is kept in the run directory, with run.json telling how it went. The exit \
      code is 0 when all steps succeeded.
      """)

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(
    name: [.customLong("param"), .customShort("p")],
    help: ArgumentHelp("Value of a pipeline parameter; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("Steps that may run at once (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(
    name: [.customLong("run-dir"), .customLong("run_dir")],
    help: ArgumentHelp("Folder for the run (default: .kale/runs/<id>).", valueName: "dir"))
  var runDirectory: String?

  @Option(
    help: ArgumentHelp(
      "Interpreter of the steps (default: .venv/bin/python near the notebook, else python3).",
      valueName: "path"))
  var python: String?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }

  func run() throws {
    let source = NotebookSource(
      path: notebook, overrides: settings.overrides, analysis: analysis, python: python)
    let pipeline = try source.pipeline()
    let values = try ParameterArguments.values(parameters, for: pipeline.parameters)
    let python = try StepPython.find(choice: python, directory: source.directory)
    let id = RunDirectory.newID()
    let shownDirectory = runDirectory ?? ".kale/runs/\(id)"
    let directory = absolutePath(shownDirectory)
    try RunDirectory.requireEmpty(directory)
    for note in LocalNotes.notes(for: pipeline) { Console.error("note: \(note)") }
    let record: RunRecord
    do {
      let engine = try LocalEngine(
        pipeline: pipeline,
        options: LocalEngine.Options(
          python: python, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
          directory: directory, id: id, workingDirectory: source.directory, parameters: values))
      record = try show(engine)
    } catch {
      throw CommandFailure.usage(
        "can't write in \(shownDirectory)\nChoose another folder with --run-dir.")
    }
    let summary = RunSummary(record: record, directory: directory, shownDirectory: shownDirectory)
    for failure in summary.failures { Console.error(failure) }
    Console.print(summary.text)
    if record.status != .succeeded { throw ExitCode.notebookErrors }
  }

  private func show(_ engine: LocalEngine) throws -> RunRecord {
    var engine = engine
    let terminal = Terminal()
    if terminal.canRedraw && engine.pipeline.steps.count < terminal.rows {
      var display = LiveRunDisplay(terminal: terminal) { Console.write($0) }
      return try engine.run(display: &display)
    }
    var display = PlainRunDisplay(stepCount: engine.pipeline.steps.count) { Console.write($0) }
    return try engine.run(display: &display)
  }
}
