import FoundationEssentials
import KaleAnalysis
import NIOHTTP1

/// KFP's API (REST, v2beta1), as far as it takes to upload pipelines and to start, watch and stop runs.
struct PipelineServer {
  let connection: ServerConnection
  /// The namespace of what is looked for and made; nil where the server has but one user.
  let namespace: String?

  /// A pipeline on the server and its version that holds what was uploaded.
  struct Upload {
    var pipelineID: String
    var versionID: String
    var versionName: String
    /// Whether it is the first version.
    var isNew: Bool
  }

  /// Makes sure that there is a namespace where the server wants one.
  func requireNamespace() throws {
    let health: ServerModels.Health? = try found { try get("/healthz") }
    if health?.multiUser == true, namespace == nil {
      throw CommandFailure.usage(
        "the server at \(connection.address.api) has several users: name your namespace with --namespace"
      )
    }
  }

  // MARK: - Pipelines

  /// Uploads a package as a new pipeline, or as a new version of the one that has its name.
  ///
  /// - Parameter version: a name that no version has yet.
  func upload(
    _ package: Data, name: String, description: String?, version: String
  ) throws -> Upload {
    if let pipeline = try pipeline(named: name) {
      return try upload(package, of: pipeline, description: description, version: version)
    }
    var query = [("name", name), ("display_name", name)]
    if let description { query.append(("description", description)) }
    if let namespace { query.append(("namespace", namespace)) }
    do {
      let made: ServerModels.Pipeline = try once {
        try self.pipeline(named: name)
      } make: {
        try post("/pipelines/upload", query: query, file: package, named: name)
      }
      let first = try versions(of: made.pipelineId).first
      guard let first else { throw ServerFailure.unexpected("a pipeline without a version") }
      return Upload(
        pipelineID: made.pipelineId, versionID: first.pipelineVersionId, versionName: name,
        isNew: true)
    } catch ServerFailure.refused(409, let message) {
      // Someone was faster, or the name belongs to someone else's pipeline.
      guard let pipeline = try pipeline(named: name) else {
        throw ServerFailure.refused(status: 409, message: message)
      }
      return try upload(package, of: pipeline, description: description, version: version)
    }
  }

  private func upload(
    _ package: Data, of pipeline: ServerModels.Pipeline, description: String?, version: String
  ) throws -> Upload {
    var query = [("name", version), ("display_name", version), ("pipelineid", pipeline.pipelineId)]
    if let description { query.append(("description", description)) }
    let made: ServerModels.PipelineVersion = try once {
      try versions(of: pipeline.pipelineId).first { ($0.name ?? $0.displayName) == version }
    } make: {
      try post("/pipelines/upload_version", query: query, file: package, named: version)
    }
    return Upload(
      pipelineID: pipeline.pipelineId, versionID: made.pipelineVersionId, versionName: version,
      isNew: false)
  }

  private func pipeline(named name: String) throws -> ServerModels.Pipeline? {
    let page: ServerModels.PipelinePage = try get("/pipelines", query: filter(displayName: name))
    return page.pipelines?.first { ($0.name ?? $0.displayName) == name }
      ?? page.pipelines?.first { $0.displayName == name }
  }

  /// The latest versions of a pipeline, the newest first.
  private func versions(of pipeline: String) throws -> [ServerModels.PipelineVersion] {
    let page: ServerModels.VersionPage = try get(
      "/pipelines/\(PercentEncoding.encoded(pipeline))/versions",
      query: [("sort_by", "created_at desc"), ("page_size", "20")])
    return page.pipelineVersions ?? []
  }

  // MARK: - Runs

  /// Finds an experiment or makes it.
  ///
  /// - Returns: its ID.
  func experiment(named name: String) throws -> String {
    if let experiment = try findExperiment(named: name) { return experiment.experimentId }
    var members: [(key: String, value: JSONText)] = [("display_name", .string(name))]
    if let namespace { members.append(("namespace", .string(namespace))) }
    do {
      let made: ServerModels.Experiment = try once {
        try findExperiment(named: name)
      } make: {
        try post("/experiments", .object(members))
      }
      return made.experimentId
    } catch ServerFailure.refused(409, let message) {
      guard let experiment = try findExperiment(named: name) else {
        throw ServerFailure.refused(status: 409, message: message)
      }
      return experiment.experimentId
    }
  }

  private func findExperiment(named name: String) throws -> ServerModels.Experiment? {
    let page: ServerModels.ExperimentPage = try get(
      "/experiments", query: filter(displayName: name))
    return page.experiments?.first { $0.displayName == name }
  }

  /// Starts a run.
  ///
  /// - Parameters:
  ///   - name: one that no run of the experiment has yet.
  ///   - parameters: by their names in KFP; others have the pipeline's defaults.
  func start(
    _ upload: Upload, name: String, experiment: String,
    parameters: [(name: String, value: PipelineParameter.Value)], serviceAccount: String?
  ) throws -> ServerModels.Run {
    var members: [(key: String, value: JSONText)] = [
      ("display_name", .string(name)),
      ("experiment_id", .string(experiment)),
      (
        "pipeline_version_reference",
        .object([
          ("pipeline_id", .string(upload.pipelineID)),
          ("pipeline_version_id", .string(upload.versionID)),
        ])
      ),
      (
        "runtime_config",
        .object([("parameters", .object(parameters.map { ($0.name, JSONText($0.value)) }))])
      ),
    ]
    if let serviceAccount { members.append(("service_account", .string(serviceAccount))) }
    return try once {
      let query = [("experiment_id", experiment), Self.filter("display_name", name)]
      let page: ServerModels.RunPage = try get("/runs", query: query)
      return page.runs?.first { $0.displayName == name }
    } make: {
      try post("/runs", .object(members))
    }
  }

  func run(_ id: String) throws -> ServerModels.Run {
    try get("/runs/\(PercentEncoding.encoded(id))")
  }

  /// The tasks of the pipeline that a run is of.
  func tasks(of run: ServerModels.Run) throws -> PipelineTasks {
    if let tasks = run.pipelineSpec, !tasks.tasks.isEmpty { return tasks }
    guard let version = run.pipelineVersionReference else {
      throw ServerFailure.unexpected("a run without a pipeline")
    }
    let path =
      "/pipelines/\(PercentEncoding.encoded(version.pipelineId))"
      + "/versions/\(PercentEncoding.encoded(version.pipelineVersionId))"
    let answer: ServerModels.VersionSpec = try get(path)
    guard let tasks = answer.pipelineSpec else {
      throw ServerFailure.unexpected("a pipeline without steps")
    }
    return tasks
  }

  /// Asks the server to stop a run. That takes effect a little later.
  func terminate(_ id: String) throws {
    let path = "/runs/\(PercentEncoding.encoded(id)):terminate"
    _ = try connection.send(.init(method: .POST, path: path))
  }

  // MARK: - Requests

  /// Makes something that must not be made twice. When the answer gets lost, `find` tells whether it has
  /// been made.
  private func once<Model>(find: () throws -> Model?, make: () throws -> Model) throws -> Model {
    var pause = connection.options.firstPause
    var attempt = 1
    while true {
      do {
        return try make()
      } catch let failure as ServerFailure
        where failure.mayBeDone && attempt < connection.options.attempts
      {
        connection.pause(after: failure, seconds: pause)
        if let model = try find() { return model }
        pause *= 2
        attempt += 1
      }
    }
  }

  /// nil for what the server doesn't have.
  private func found<Model>(_ get: () throws -> Model) throws -> Model? {
    do {
      return try get()
    } catch ServerFailure.refused(404, _) {
      return nil
    }
  }

  private func filter(displayName: String) -> [(name: String, value: String)] {
    var query = [Self.filter("display_name", displayName)]
    if let namespace { query.append(("namespace", namespace)) }
    return query
  }

  /// A filter as the kfp SDK writes it; operation 1 is EQUALS.
  private static func filter(_ key: String, _ value: String) -> (name: String, value: String) {
    let predicate: JSONText = .object([
      ("operation", .integer(1)), ("key", .string(key)), ("stringValue", .string(value)),
    ])
    return ("filter", JSONText.object([("predicates", .array([predicate]))]).line)
  }

  private func get<Model: Decodable>(
    _ path: String, query: [(name: String, value: String)] = []
  ) throws -> Model {
    try decode(connection.send(.init(path: path, query: query)))
  }

  private func post<Model: Decodable>(_ path: String, _ body: JSONText) throws -> Model {
    let json = Data(body.line.utf8)
    return try decode(connection.send(.init(method: .POST, path: path, body: .json(json))))
  }

  private func post<Model: Decodable>(
    _ path: String, query: [(name: String, value: String)], file: Data, named name: String
  ) throws -> Model {
    let form = MultipartForm(field: "uploadfile", fileName: "\(name).yaml", content: file)
    return try decode(
      connection.send(.init(method: .POST, path: path, query: query, body: .form(form))))
  }

  private func decode<Model: Decodable>(_ data: Data) throws -> Model {
    do {
      return try ServerModels.decoder.decode(Model.self, from: data)
    } catch {
      throw ServerFailure.unexpected("something else than KFP's API would")
    }
  }
}
