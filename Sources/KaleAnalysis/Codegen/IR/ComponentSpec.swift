/// The interface of a task's code, and the executor that has the code.
struct ComponentSpec: Sendable {
  struct Parameter: Sendable {
    var name: String
    var type: KFPParameterType
    var defaultValue: PipelineParameter.Value?
    var isOptional = false
    var description: String?

    init(
      _ name: String, _ type: KFPParameterType, defaultValue: PipelineParameter.Value? = nil,
      isOptional: Bool = false, description: String? = nil
    ) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
      self.isOptional = isOptional
      self.description = description
    }

    fileprivate var json: JSONText {
      .object(
        present: [
          ("parameterType", .string(type.rawValue)),
          ("defaultValue", defaultValue.map(JSONText.init)),
          ("isOptional", isOptional ? .bool(true) : nil),
          ("description", description.map(JSONText.string)),
        ])
    }
  }

  struct Artifact: Sendable {
    var name: String
    /// Without `system.`: `Dataset`, `Metrics`, ...
    var type: String

    fileprivate var json: JSONText {
      let type: [(String, JSONText)] = [
        ("schemaTitle", .string("system." + type)), ("schemaVersion", .string("0.0.1")),
      ]
      return .object([("artifactType", .object(type))])
    }
  }

  /// `comp-` and the task's name.
  var name: String
  var executorLabel: String
  var inputParameters: [Parameter] = []
  var inputArtifacts: [Artifact] = []
  var outputParameters: [Parameter] = []
  var outputArtifacts: [Artifact] = []

  init(task: String) {
    name = "comp-" + task
    executorLabel = "exec-" + task
  }

  var json: JSONText {
    .object(
      present: [
        ("executorLabel", .string(executorLabel)),
        (
          "inputDefinitions",
          Self.definitions(parameters: inputParameters, artifacts: inputArtifacts)
        ),
        (
          "outputDefinitions",
          Self.definitions(parameters: outputParameters, artifacts: outputArtifacts)
        ),
      ])
  }

  /// nil when there are none.
  static func definitions(parameters: [Parameter], artifacts: [Artifact] = []) -> JSONText? {
    if parameters.isEmpty && artifacts.isEmpty { return nil }
    return .object(
      present: [
        (
          "parameters",
          parameters.isEmpty ? nil : .object(parameters.map { ($0.name, $0.json) })
        ),
        ("artifacts", artifacts.isEmpty ? nil : .object(artifacts.map { ($0.name, $0.json) })),
      ])
  }
}
