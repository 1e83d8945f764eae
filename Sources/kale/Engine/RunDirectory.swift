import FoundationEssentials
import Glibc
import KaleAnalysis

/// The folder that a run leaves behind:
///
///     run.json
///     step_runtime.py, step_server.py, step_cache.py, step_paths.py
///     server.txt: errors of the server itself
///     prelude/{step.json, stdout.txt, stderr.txt}: the imports and functions cells
///     steps/NAME/{step.json, stdout.txt, stderr.txt, metrics.json, page.html, outputs/VARIABLE}
struct RunDirectory: Sendable {
  /// Absolute.
  let path: String

  static func stdout(of step: String) -> String { "steps/\(step)/stdout.txt" }
  static func stderr(of step: String) -> String { "steps/\(step)/stderr.txt" }
  static func outputs(of step: String) -> String { "steps/\(step)/outputs" }
  static func artifact(_ variable: String, of step: String) -> String {
    "\(outputs(of: step))/\(variable)"
  }
  static func description(of step: String) -> String { "steps/\(step)/step.json" }
  static func metrics(of step: String) -> String { "steps/\(step)/metrics.json" }
  static func page(of step: String) -> String { "steps/\(step)/page.html" }
  static let runtime = "step_runtime.py"
  static let observer = "observer.py"
  static let server = "step_server.py"
  static let cacheModule = "step_cache.py"
  static let pathsModule = "step_paths.py"
  static let serverErrors = "server.txt"
  static let preludeOutput = "prelude/stdout.txt"
  static let preludeErrors = "prelude/stderr.txt"
  private static let preludeDescription = "prelude/step.json"

  /// A name for a run that sorts by time, such as `20250131T235959Z-3f9a`: the second, and 65,536ths of it.
  static func newID(at date: Date = Date()) -> String {
    let seconds = date.timeIntervalSince1970
    let second = Date(timeIntervalSince1970: seconds.rounded(.down))
    let time = second.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
    let part = UInt32((seconds - seconds.rounded(.down)) * 0x10000)
    return "\(time)-\(String(0x10000 + part, radix: 16).dropFirst())"
  }

  /// Throws where there is something already: a run never mixes with what another has left.
  static func requireEmpty(_ path: String) throws(CommandFailure) {
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if !contents.isEmpty {
      throw .usage(
        "the run directory \(path) is not empty\nChoose another folder with --run-dir.")
    }
  }

  /// Creates the folder with all that the steps of `pipeline` need.
  init(pipeline: Pipeline, options: LocalEngine.Options) throws {
    path = options.directory
    try makeFolder("prelude")
    try write(StepRuntime.current.source, to: Self.runtime)
    try write(String(decoding: PackageResources.step_server_py, as: UTF8.self), to: Self.server)
    try write(String(decoding: PackageResources.step_cache_py, as: UTF8.self), to: Self.cacheModule)
    if !options.volumes.rewritten.isEmpty {
      try write(
        String(decoding: PackageResources.step_paths_py, as: UTF8.self), to: Self.pathsModule)
    }
    if let observer = options.observer { try write(observer, to: Self.observer) }
    let description = StepDescription(pipeline: pipeline, options: options, directory: self)
    try write(description.prelude.text, to: Self.preludeDescription)
    for step in pipeline.steps { try add(step, description) }
  }

  /// Makes the folder of a step, with its description.
  func add(_ step: PipelineStep, _ description: StepDescription) throws {
    try makeOutputs(of: step.name)
    try write(description.json(of: step).text, to: Self.description(of: step.name))
  }

  func absolute(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Replaces the file in one move, so that a reader never sees half of it.
  func write(_ text: String, to relative: String) throws {
    try Data(text.utf8).write(to: URL(filePath: absolute(relative)), options: .atomic)
  }

  private func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      atPath: absolute(relative), withIntermediateDirectories: true)
  }

  /// Makes the folder of a step's artifacts, empty.
  func makeOutputs(of step: String) throws {
    let outputs = absolute(Self.outputs(of: step))
    if FileManager.default.fileExists(atPath: outputs) {
      try FileManager.default.removeItem(atPath: outputs)
    }
    try makeFolder(Self.outputs(of: step))
  }

  /// In bytes, or nil where there is no file.
  func size(of relative: String) -> Int? {
    var status = stat()
    return stat(absolute(relative), &status) == 0 ? Int(status.st_size) : nil
  }

  /// The metrics that a step has left, by name.
  func metrics(of step: String) -> [(name: String, value: JSONText)] {
    let url = URL(filePath: absolute(Self.metrics(of: step)))
    guard let data = try? Data(contentsOf: url),
      let values = try? JSONDecoder().decode([String: Double?].self, from: data)
    else { return [] }
    return values.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.map(JSONText.number) ?? .null)
    }
  }
}
