/// A pipeline as KFP's servers take it: the intermediate representation (IR).
///
/// The messages are those of `api/v2alpha1/pipeline_spec.proto` in KFP's repository, as far as a pipeline of
/// ours needs them: one graph of container tasks.
struct PipelineSpec: Sendable {
  var name: String
  /// What the user interface shows in the name's place.
  var displayName: String?
  var description: String?
  /// The SDK that makes such a pipeline, for information.
  var sdkVersion: String
  /// The pipeline's parameters.
  var inputs: [ComponentSpec.Parameter] = []
  var tasks: [TaskSpec] = []
  /// One for each task, as the SDK has it.
  var components: [ComponentSpec] = []
  var executors: [ContainerSpec] = []

  /// The one that servers take.
  static let schemaVersion = "2.1.0"

  var json: JSONText {
    .object(
      present: [
        (
          "pipelineInfo",
          .object(present: [
            ("name", .string(name)), ("displayName", displayName.map(JSONText.string)),
            ("description", description.map(JSONText.string)),
          ])
        ),
        ("schemaVersion", .string(Self.schemaVersion)),
        ("sdkVersion", .string(sdkVersion)),
        (
          "root",
          .object(present: [
            ("inputDefinitions", ComponentSpec.definitions(parameters: inputs)),
            ("dag", .object([("tasks", .object(tasks.map { ($0.name, $0.json) }))])),
          ])
        ),
        ("components", .object(components.map { ($0.name, $0.json) })),
        (
          "deploymentSpec",
          .object([("executors", .object(executors.map { ($0.label, $0.json) }))])
        ),
      ])
  }
}
