import FoundationEssentials

/// What KFP's API (v2beta1) answers, as far as it is used here.
enum ServerModels {
  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  struct Health: Decodable {
    /// Whether everything belongs to a namespace, which must be named.
    var multiUser: Bool?
  }

  struct Pipeline: Decodable {
    var pipelineId: String
    var name: String?
    var displayName: String?
  }

  struct PipelinePage: Decodable {
    var pipelines: [Pipeline]?
    var nextPageToken: String?
  }

  struct PipelineVersion: Decodable {
    var pipelineId: String
    var pipelineVersionId: String
    var name: String?
    var displayName: String?
  }

  struct VersionSpec: Decodable {
    var pipelineSpec: PipelineTasks?
  }

  struct VersionPage: Decodable {
    var pipelineVersions: [PipelineVersion]?
    var nextPageToken: String?
  }

  struct Experiment: Decodable {
    var experimentId: String
    var displayName: String?
  }

  struct ExperimentPage: Decodable {
    var experiments: [Experiment]?
    var nextPageToken: String?
  }

  struct Run: Decodable {
    var runId: String
    var displayName: String?
    var experimentId: String?
    var state: RunState?
    var createdAt: String?
    var finishedAt: String?
    var error: Status?
    var runDetails: Details?
    var pipelineVersionReference: VersionReference?
    /// Of a run that was started without an upload.
    var pipelineSpec: PipelineTasks?
  }

  struct RunPage: Decodable {
    var runs: [Run]?
    var nextPageToken: String?
  }

  struct Details: Decodable {
    var taskDetails: [Task]?
  }

  struct Task: Decodable {
    var displayName: String?
    var state: RunState?
    var createTime: String?
    var startTime: String?
    var endTime: String?
    var error: Status?
    var podName: String?
  }

  struct Status: Decodable {
    var message: String?
  }

  struct VersionReference: Decodable {
    var pipelineId: String
    var pipelineVersionId: String
  }
}

/// How far a run, or a task of one, has come.
enum RunState: String, Sendable, Decodable {
  case unspecified = "RUNTIME_STATE_UNSPECIFIED"
  case pending = "PENDING"
  case running = "RUNNING"
  case succeeded = "SUCCEEDED"
  case skipped = "SKIPPED"
  case failed = "FAILED"
  case canceling = "CANCELING"
  case canceled = "CANCELED"
  case paused = "PAUSED"

  /// A state that this version doesn't know is none to stop at.
  init(from decoder: any Decoder) throws {
    self =
      RunState(rawValue: try decoder.singleValueContainer().decode(String.self)) ?? .unspecified
  }

  var isFinal: Bool {
    switch self {
    case .succeeded, .skipped, .failed, .canceled: true
    case .unspecified, .pending, .running, .canceling, .paused: false
    }
  }
}
