import FoundationEssentials
import Glibc
import KaleAnalysis

/// Runs a notebook whole and as a pipeline, and compares what they leave.
///
/// Where something differs, the notebook is run whole again, with random generators that start
/// otherwise: what differs then too is no fault of the pipeline.
struct Verification {
  /// How often a difference may be put down to the notebook: one more run might hit on the same value.
  private static let maxRepeats = 2

  let result: CompilationResult
  let pipeline: Pipeline
  let parameters: [(name: String, value: PipelineParameter.Value)]
  /// Absolute path of the interpreter.
  let python: String
  let jobs: Int
  let tolerance: Double
  /// Absolute path of the folder that keeps the runs.
  let directory: String
  let source: NotebookSource
  /// Absolute folders for volumes, by name.
  var volumeFolders: [String: String] = [:]

  /// - Parameter progress: is told of each run before it starts.
  func verdict(progress: (String) -> Void) throws -> Verdict {
    let folder = NotebookFolder(
      source.directory, id: RunDirectory.newID(), excluding: directory)
    defer { folder.remove() }
    let volumes = try VerifiedVolumes(
      pipeline.settings.volumes, chosen: volumeFolders, directory: directory)
    defer { volumes.remove() }
    progress("Running the notebook whole ...")
    try runWhole("notebook", seed: 0, in: folder, volumes)
    progress("Running the pipeline ...")
    let record = try run(pipeline, "pipeline", seed: 0, parameters: parameters, in: folder, volumes)
    var repeats: [String] = []
    var verdict = try compare(record, repeats: repeats)
    while !verdict.isEqual && repeats.count < Self.maxRepeats {
      progress("Something differs. Running the notebook whole again ...")
      let name = "notebook-\(repeats.count + 2)"
      try runWhole(name, seed: repeats.count + 1, in: folder, volumes)
      repeats.append(name)
      verdict = try compare(record, repeats: repeats)
    }
    if let reason = folder.reasonForNoCopy {
      verdict.notes = [
        "the runs worked in the notebook's folder and saw each other's files: \(reason)"
      ]
    }
    verdict.notes = (verdict.notes ?? []) + volumes.notes
    return verdict
  }

  // MARK: Runs

  /// The notebook as a pipeline of one step.
  private var wholeNotebook: Pipeline {
    let parameterCells = Set(result.outline?.cells(.parameters) ?? [])
    let cells = result.cells.flatMap { cell in
      let assignments = self.assignments
      guard parameterCells.contains(cell.index), !assignments.isEmpty else { return [cell] }
      return [cell, CodeCell(index: cell.index, source: assignments)]
    }
    return Pipeline(
      settings: pipeline.settings, notebookName: pipeline.notebookName, parameters: [], prelude: [],
      steps: [PipelineStep(name: Self.wholeStep, cells: cells)])!
  }

  private static let wholeStep = "notebook"

  /// Sets the parameters that have another value than in the notebook.
  private var assignments: String {
    zip(parameters, pipeline.parameters).filter { $0.value != $1.defaultValue }
      .map { "\($0.0.name) = \(PythonLiteral.value($0.0.value))" }.joined(separator: "\n")
  }

  private func runWhole(
    _ name: String, seed: Int, in folder: NotebookFolder, _ volumes: VerifiedVolumes
  ) throws {
    let record = try run(wholeNotebook, name, seed: seed, parameters: [], in: folder, volumes)
    let observed = "\(directory)/\(name)/steps/\(Self.wholeStep)/observed.json"
    if record.status == .failed, access(observed, F_OK) != 0 {
      throw CommandFailure(
        message: "the notebook can't be run whole: \(record.steps[0].error ?? "it fails")\n"
          + "Nothing can be compared; its output is in \(directory)/\(name).",
        code: .notebookErrors)
    }
  }

  /// - Parameter seed: where random generators and hashes start, if the notebook does not say.
  private func run(
    _ pipeline: Pipeline, _ name: String, seed: Int,
    parameters: [(name: String, value: PipelineParameter.Value)], in folder: NotebookFolder,
    _ volumes: VerifiedVolumes
  ) throws -> RunRecord {
    try folder.refresh()
    try volumes.refresh()
    var engine = try LocalEngine(
      pipeline: pipeline,
      options: LocalEngine.Options(
        python: python, jobs: jobs, directory: "\(directory)/\(name)", id: name,
        workingDirectory: folder.path, parameters: parameters, volumes: volumes.local.volumes,
        observer: String(decoding: PackageResources.verify_observer_py, as: UTF8.self),
        environment: ["KALE_VERIFY_SEED": "\(seed)", "PYTHONHASHSEED": "\(seed)"]))
    var display = NoRunDisplay()
    let record = try engine.run(display: &display)
    if record.status == .cancelled {
      throw CommandFailure(message: "stopped", code: .notebookErrors)
    }
    return record
  }

  // MARK: Comparing

  private func compare(_ record: RunRecord, repeats: [String]) throws -> Verdict {
    let plan = RunComparison(
      result: result, record: record, parameters: parameters, tolerance: tolerance,
      directory: directory, wholeStep: Self.wholeStep, repeats: repeats)
    let files = ["plan.json", "comparer.py", "verdict.json", "errors.txt"].map {
      "\(directory)/\($0)"
    }
    let comparer = String(decoding: PackageResources.verify_comparer_py, as: UTF8.self)
    try Data(plan.json.text.utf8).write(to: URL(filePath: files[0]))
    try Data(comparer.utf8).write(to: URL(filePath: files[1]))
    try Data().write(to: URL(filePath: files[2]))
    let process = try ChildProcess(
      program: python, arguments: [files[1], files[0]],
      environment: ProcessInfo.processInfo.environment, output: files[2], errors: files[3])
    let ending = process.waitForEnding()
    guard ending == .exited(0),
      let verdict = try? JSONDecoder().decode(
        Verdict.self, from: Data(contentsOf: URL(filePath: files[2])))
    else {
      throw CommandFailure.internal("the comparison failed (\(ending)): see \(files[3])")
    }
    return verdict
  }
}

/// Shows nothing.
private struct NoRunDisplay: RunDisplay {
  mutating func update(_ steps: [RunRecord.Step]) {}
}
