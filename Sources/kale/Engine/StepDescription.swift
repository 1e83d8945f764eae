import KaleAnalysis

/// What `step.json` tells the runtime and the server of a step.
struct StepDescription {
  let pipeline: Pipeline
  let options: LocalEngine.Options
  let directory: RunDirectory

  /// The `imports` and `functions` cells alone, with the parameters that all steps take.
  var prelude: JSONText {
    let shared = options.parameters.filter { parameter in
      pipeline.steps.allSatisfy { $0.parameters.contains(parameter.name) }
    }
    return .object(
      [
        ("name", .string("imports and functions")),
        ("notebook", .string(pipeline.notebookName)),
        ("parameters", json(shared)),
        ("cells", .array(pipeline.prelude.map(json))),
      ] + environment)
  }

  func json(of step: PipelineStep) -> JSONText {
    .object(
      [
        ("name", .string(step.name)),
        ("notebook", .string(pipeline.notebookName)),
        ("parameters", json(options.parameters.filter { step.parameters.contains($0.name) })),
        ("imports", .strings(step.imports)),
        ("inputs", .array(step.inputs.map(json))),
        ("outputs", .array(step.outputs.map { json($0, of: step) })),
        ("backends", .array(pipeline.backends.map(json))),
        ("cells", .array((pipeline.prelude + step.cells).map(json))),
        ("page", .string(directory.absolute(RunDirectory.page(of: step.name)))),
        ("metrics", .strings(step.metrics)),
        ("classifications", .array(step.classifications.map(json))),
        ("metrics_path", .string(directory.absolute(RunDirectory.metrics(of: step.name)))),
        (
          "environment",
          .object(
            step.configuration.environment.sorted { $0.key < $1.key }
              .map { ($0.key, .string(options.volumes.rewriting($0.value))) })
        ),
      ] + environment)
  }

  /// What is the same for all.
  private var environment: [(String, JSONText)] {
    [
      ("sys_path", .strings([options.workingDirectory])),
      ("cwd", .string(options.workingDirectory)),
      (
        "volumes",
        .array(options.volumes.rewritten.map { .strings([$0.mountPoint, $0.folder]) })
      ),
      ("memory_limit", options.memoryLimit.map(JSONText.integer) ?? .null),
      ("cache", options.cache.map(JSONText.string) ?? .null),
    ]
  }

  private func json(_ parameters: [(name: String, value: PipelineParameter.Value)]) -> JSONText {
    .object(parameters.map { ($0.name, JSONText(options.volumes.rewriting($0.value))) })
  }

  private func json(_ input: StepInput) -> JSONText {
    .object([
      ("name", .string(input.name)),
      (
        "path",
        .string(directory.absolute(RunDirectory.artifact(input.name, of: input.producer)))
      ),
      ("producer", .string(input.producer)),
      ("certain", .bool(input.isCertain)),
    ])
  }

  private func json(_ output: StepOutput, of step: PipelineStep) -> JSONText {
    .object([
      ("name", .string(output.name)),
      ("path", .string(directory.absolute(RunDirectory.artifact(output.name, of: step.name)))),
      ("consumers", .strings(output.consumers)),
      ("joined", .bool(output.isJoined)),
    ])
  }

  private func json(_ metric: ClassificationMetric) -> JSONText {
    .object([
      ("kind", .string(metric.kind.rawValue)), ("variables", .strings(metric.variables)),
      ("expressions", .strings(metric.labels.expressions)),
      ("given", .bool(metric.labels.areGiven)),
    ])
  }

  private func json(_ backend: BackendModule) -> JSONText {
    .object([("name", .string(backend.name)), ("source", .string(backend.source))])
  }

  private func json(_ cell: CodeCell) -> JSONText {
    .object([
      ("index", .integer(cell.index)),
      ("source", .string(cell.source)),
      ("kind", .string(cell.kind.rawValue)),
      ("ipython", .bool(cell.usesIPython)),
    ])
  }
}
