/// A step as a KFP component: under which name, with which parameters and artifacts.
public struct KFPComponent: Sendable {
  public struct Parameter: Sendable {
    public var parameter: PipelineParameter
    public var name: String
  }

  public struct Input: Sendable {
    public var input: StepInput
    public var name: String
    public var type: StepOutput.ArtifactType
  }

  public struct Output: Sendable {
    public var output: StepOutput
    public var name: String
  }

  public struct Classification: Sendable {
    public var metric: ClassificationMetric
    public var name: String
  }

  public var step: PipelineStep
  /// Name of the component's Python function.
  public var function: String
  /// Name of the variable that holds the task in the pipeline's function.
  public var task: String
  /// The task's name in KFP, unlike any other in the pipeline.
  public var taskName: String
  public var parameters: [Parameter]
  public var inputs: [Input]
  public var outputs: [Output]
  /// Name of the `Metrics` output; nil when the step reports no metrics.
  public var metrics: String?
  /// Each an output of type `ClassificationMetrics`.
  public var classifications: [Classification]
  /// Name of the `HTML` output; nil when nothing shows more than text.
  public var page: String?

  /// The name of the output that carries `variable`.
  public func output(of variable: String) -> String? {
    outputs.first { $0.output.name == variable }?.name
  }

  /// The artifacts that the component takes: name and type, such as `Dataset`.
  var inputArtifacts: [(name: String, type: String)] {
    inputs.map { ($0.name, $0.type.rawValue) }
  }

  /// The artifacts that it makes: variables, then metrics and page.
  var outputArtifacts: [(name: String, type: String)] {
    outputs.map { ($0.name, $0.output.artifactType.rawValue) }
      + (metrics.map { [($0, "Metrics")] } ?? [])
      + classifications.map { ($0.name, "ClassificationMetrics") }
      + (page.map { [($0, "HTML")] } ?? [])
  }
}
