import FoundationEssentials
import KaleAnalysis

/// The folder that a run leaves behind:
///
///     run.json
///     step_runtime.py
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

  /// A name for a run that sorts by time, such as `20250131T235959Z-3f9a`.
  static func newID(at date: Date = Date()) -> String {
    let time = date.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
    let random = String(UInt32.random(in: 0x10000...0x1FFFF), radix: 16).dropFirst()
    return "\(time)-\(random)"
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
  ///
  /// - Parameters:
  ///   - workingDirectory: absolute path of the folder that steps run in.
  ///   - parameters: the value of each pipeline parameter.
  init(
    path: String, pipeline: Pipeline, workingDirectory: String,
    parameters: [(name: String, value: PipelineParameter.Value)], runtime: String,
    observer: String? = nil
  ) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(runtime, to: Self.runtime)
    if let observer { try write(observer, to: Self.observer) }
    for step in pipeline.steps {
      try makeOutputs(of: step.name)
      let description = describe(
        step, of: pipeline, workingDirectory: workingDirectory, parameters: parameters)
      try write(description.text, to: Self.description(of: step.name))
    }
  }

  func absolute(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Replaces the file in one move, so that a reader never sees half of it.
  func write(_ text: String, to relative: String) throws {
    try Data(text.utf8).write(to: URL(filePath: absolute(relative)), options: .atomic)
  }

  /// Makes the folder of a step's artifacts, empty.
  func makeOutputs(of step: String) throws {
    let outputs = absolute(Self.outputs(of: step))
    if FileManager.default.fileExists(atPath: outputs) {
      try FileManager.default.removeItem(atPath: outputs)
    }
    try FileManager.default.createDirectory(atPath: outputs, withIntermediateDirectories: true)
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

  /// The step as the runtime reads it.
  private func describe(
    _ step: PipelineStep, of pipeline: Pipeline, workingDirectory: String,
    parameters: [(name: String, value: PipelineParameter.Value)]
  ) -> JSONText {
    .object([
      ("name", .string(step.name)),
      ("notebook", .string(pipeline.notebookName)),
      (
        "parameters",
        .object(
          parameters.filter { step.parameters.contains($0.name) }
            .map { ($0.name, JSONText($0.value)) })
      ),
      ("imports", .strings(step.imports)),
      (
        "inputs",
        .array(
          step.inputs.map { input in
            .object([
              ("name", .string(input.name)),
              ("path", .string(absolute(Self.artifact(input.name, of: input.producer)))),
              ("producer", .string(input.producer)),
              ("certain", .bool(input.isCertain)),
            ])
          })
      ),
      (
        "outputs",
        .array(
          step.outputs.map { output in
            .object([
              ("name", .string(output.name)),
              ("path", .string(absolute(Self.artifact(output.name, of: step.name)))),
              ("consumers", .strings(output.consumers)),
              ("joined", .bool(output.isJoined)),
            ])
          })
      ),
      (
        "backends",
        .array(
          pipeline.backends.map {
            .object([("name", .string($0.name)), ("source", .string($0.source))])
          })
      ),
      (
        "cells",
        .array(
          (pipeline.prelude + step.cells).map(cell))
      ),
      ("metrics", .strings(step.metrics)),
      ("page", .string(absolute(Self.page(of: step.name)))),
      ("metrics_path", .string(absolute(Self.metrics(of: step.name)))),
      ("sys_path", .strings([workingDirectory])),
      ("cwd", .string(workingDirectory)),
    ])
  }

  private func cell(_ cell: CodeCell) -> JSONText {
    .object([
      ("index", .integer(cell.index)),
      ("source", .string(cell.source)),
      ("kind", .string(cell.kind.rawValue)),
      ("ipython", .bool(cell.usesIPython)),
    ])
  }
}
