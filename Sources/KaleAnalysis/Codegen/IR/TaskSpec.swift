/// A node of the pipeline's graph: what it runs, after which tasks, and with which inputs.
struct TaskSpec: Sendable {
  /// Where the value of an input comes from.
  enum Source: Sendable {
    /// A parameter of the pipeline.
    case pipelineParameter(String)
    case outputParameter(task: String, name: String)
    case outputArtifact(task: String, name: String)
    case constant(PipelineParameter.Value)
  }

  var name: String
  var displayName: String
  /// The name of its component.
  var component: String
  var isCached = true
  /// How often it is tried again; nil when nothing is said of it.
  var retries: Int?
  private(set) var inputs: [(name: String, source: Source)] = []
  /// The names of the tasks that must have ended before.
  private(set) var dependentTasks: Set<String> = []

  init(name: String, component: String) {
    self.name = name
    self.component = component
    displayName = name
  }

  /// Adds an input, and with it the task that it comes from.
  mutating func take(_ name: String, from source: Source) {
    inputs.append((name, source))
    switch source {
    case .outputParameter(let task, _), .outputArtifact(let task, _): dependentTasks.insert(task)
    case .pipelineParameter, .constant: break
    }
  }

  mutating func follow(_ task: String) {
    dependentTasks.insert(task)
  }

  var json: JSONText {
    .object(
      present: [
        ("taskInfo", .object([("name", .string(displayName))])),
        ("componentRef", .object([("name", .string(component))])),
        (
          "dependentTasks",
          dependentTasks.isEmpty ? nil : JSONText.strings(dependentTasks.sorted())
        ),
        ("inputs", inputsJSON),
        ("cachingOptions", .object(isCached ? [("enableCache", .bool(true))] : [])),
        ("retryPolicy", retries.map(Self.retryPolicy)),
      ])
  }

  private var inputsJSON: JSONText? {
    var parameters: [(String, JSONText)] = []
    var artifacts: [(String, JSONText)] = []
    for (name, source) in inputs {
      if case .outputArtifact = source {
        artifacts.append((name, source.json))
      } else {
        parameters.append((name, source.json))
      }
    }
    if inputs.isEmpty { return nil }
    return .object(
      present: [
        ("parameters", parameters.isEmpty ? nil : .object(parameters)),
        ("artifacts", artifacts.isEmpty ? nil : .object(artifacts)),
      ])
  }

  /// With what the SDK fills in for the intervals.
  private static func retryPolicy(_ retries: Int) -> JSONText {
    .object(
      present: [
        ("maxRetryCount", retries == 0 ? nil : .integer(retries)),
        ("backoffDuration", .string("0s")), ("backoffFactor", .number(2)),
        ("backoffMaxDuration", .string("3600s")),
      ])
  }
}

extension TaskSpec.Source {
  /// An `InputParameterSpec` or an `InputArtifactSpec`.
  var json: JSONText {
    switch self {
    case .pipelineParameter(let name): .object([("componentInputParameter", .string(name))])
    case .outputParameter(let task, let name):
      .object([
        (
          "taskOutputParameter",
          .object([("producerTask", .string(task)), ("outputParameterKey", .string(name))])
        )
      ])
    case .outputArtifact(let task, let name):
      .object([
        (
          "taskOutputArtifact",
          .object([("producerTask", .string(task)), ("outputArtifactKey", .string(name))])
        )
      ])
    case .constant(let value):
      .object([("runtimeValue", .object([("constant", JSONText(value))]))])
    }
  }
}
