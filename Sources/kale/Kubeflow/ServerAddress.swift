import FoundationEssentials

/// Where a KFP server is.
struct ServerAddress: Sendable, Hashable {
  /// What stands before `/apis/v2beta1` in the addresses of its API, without a slash at the end.
  var api: String
  /// What stands before `/#/` in the addresses of its user interface; nil where only the API is known.
  var userInterface: String?
  /// Whether it is reached through the network of the cluster that this process runs in.
  var isInCluster: Bool

  /// The name of the API in a cluster with Kubeflow's usual set-up.
  static let serviceInCluster = "http://ml-pipeline.kubeflow.svc.cluster.local:8888"

  /// The server of an address as people write it: with or without `http://`, with the path of a proxy
  /// or of the API. nil if it is none.
  init?(_ text: String, userInterface: String? = nil) {
    guard let api = Self.normalized(text) else { return nil }
    self.api = api
    isInCluster = Self.isClusterName(Self.host(of: api))
    self.userInterface = userInterface.flatMap(Self.normalized) ?? (isInCluster ? nil : api)
  }

  /// The server that the user names, else the one that the environment tells of, as for the kfp SDK.
  ///
  /// - Parameter host: the user's choice.
  static func find(
    host: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(CommandFailure) -> ServerAddress {
    let userInterface = environment["KF_PIPELINES_UI_ENDPOINT"]
    if let host {
      guard let address = ServerAddress(host, userInterface: userInterface) else {
        throw .usage("--host \(host): write it as http://HOST:PORT, or https://HOST/pipeline")
      }
      return address
    }
    if let endpoint = environment["KF_PIPELINES_ENDPOINT"], !endpoint.isEmpty {
      guard let address = ServerAddress(endpoint, userInterface: userInterface) else {
        throw .usage("KF_PIPELINES_ENDPOINT is \(endpoint), which is no address of a server")
      }
      return address
    }
    if environment["KUBERNETES_SERVICE_HOST"] != nil {
      return ServerAddress(serviceInCluster, userInterface: userInterface)!
    }
    throw .usage(
      "which KFP server? Name it with --host, e.g. --host http://localhost:8080, or set"
        + " KF_PIPELINES_ENDPOINT")
  }

  /// The page of a run, as far as it is known.
  func page(ofRun id: String) -> String? {
    userInterface.map { "\($0)/#/runs/details/\(id)" }
  }

  /// The page of a version of a pipeline, as far as it is known.
  func page(ofPipeline id: String, version: String) -> String? {
    userInterface.map { "\($0)/#/pipelines/details/\(id)/version/\(version)" }
  }

  private static func normalized(_ text: String) -> String? {
    var text = text.trimmingWhitespace()
    if !text.contains("://") { text = "http://" + text }
    guard let scheme = text.firstRange(of: "://"),
      ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    else { return nil }
    if let end = text.firstIndex(where: { "?#".contains($0) }) { text = String(text[..<end]) }
    while text.hasSuffix("/") { text.removeLast() }
    for ending in ["/apis/v2beta1", "/apis/v1beta1", "/apis"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
    }
    let host = host(of: text)
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    // Names and passwords in an address would be shown with it.
    return host.isEmpty || !isPlain || text.contains("@") ? nil : text
  }

  /// The host's name in lower case, without its port.
  var host: String { Self.host(of: api).lowercased() }

  /// nil where the address names none.
  var port: Int? {
    guard let start = api.firstRange(of: "://")?.upperBound else { return nil }
    let authority = api[start...].prefix { $0 != "/" }
    return Int(authority[Self.host(of: api).endIndex...].dropFirst())
  }

  /// The host's name in an address, without its port.
  private static func host(of address: String) -> Substring {
    guard let start = address.firstRange(of: "://")?.upperBound else { return "" }
    let authority = address[start...].prefix { $0 != "/" }
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return authority[...end]
    }
    return authority.prefix { $0 != ":" }
  }

  /// Whether a host's name is one that only a cluster's own resolver knows.
  private static func isClusterName(_ host: Substring) -> Bool {
    host.hasSuffix(".svc") || host.hasSuffix(".svc.cluster.local")
  }
}

extension String {
  func trimmingWhitespace() -> String {
    String(trimmingSuffix(while: \.isWhitespace).drop(while: \.isWhitespace))
  }
}
